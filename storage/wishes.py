"""What customers let us send, as it stands, with a record of how it came about.

Not here: what a wish allows (loyalty/policy.py).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from loyalty.ids import CustomerId, RecipientId
from loyalty.policy import CAPPED
from loyalty.ports import Wishes
from loyalty.wishes import ConsentText, Purpose, Wish, WishState
from storage.rows import Rows, Value, from_micros, to_micros

_CAPPED: Final = ", ".join(f"'{kind}'" for kind in sorted(CAPPED))
COUNTED: Final = f"""(
    p.kind IN ({_CAPPED})
    AND r.state IN ('queued', 'sent', 'unknown') AND (r.settled_at IS NULL OR r.settled_at > :since))"""
"""A recipient `r` of a campaign `p` whose message counts towards the cap since `:since`."""


class StoredWishes(Wishes):
    """Tables `wishes` and `consents`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_of(self, customer_id: CustomerId) -> Sequence[Wish]:
        rows = self._rows.all(
            "SELECT purpose, state, changed_at FROM wishes WHERE customer_id = :customer ORDER BY purpose",
            {"customer": customer_id},
        )
        return [
            Wish(Purpose(row["purpose"]), WishState(row["state"]), from_micros(row["changed_at"]))
            for row in rows
        ]

    def keep(self, customer_id: CustomerId, purpose: Purpose, state: WishState, text: ConsentText) -> None:
        said: dict[str, Value] = {
            "customer": customer_id,
            "purpose": purpose,
            "now": self._rows.now_micros,
        }
        self.put(customer_id, Wish(purpose, state, self._rows.now))
        self._rows.change(
            """
            INSERT INTO consents (customer_id, purpose, given, text_version, language, created_at)
            VALUES (:customer, :purpose, :given, :version, :language, :now)
            """,
            {
                **said,
                "given": int(state is WishState.GRANTED),
                "version": text.version,
                "language": text.language,
            },
        )

    def put(self, customer_id: CustomerId, wish: Wish) -> None:
        self._rows.change(
            """
            INSERT INTO wishes (customer_id, purpose, state, changed_at)
            VALUES (:customer, :purpose, :state, :at)
            ON CONFLICT (customer_id, purpose) DO UPDATE SET
                state = excluded.state, changed_at = excluded.changed_at
            """,
            {
                "customer": customer_id,
                "purpose": wish.purpose,
                "state": wish.state,
                "at": to_micros(wish.changed_at),
            },
        )

    def posts_since(
        self, customer_id: CustomerId, since: datetime, *, besides: RecipientId | None = None
    ) -> Sequence[datetime]:
        rows = self._rows.all(
            f"""
            SELECT COALESCE(r.settled_at, :now) AS went_at
            FROM recipients r JOIN campaigns p ON p.id = r.campaign_id
            WHERE r.customer_id = :customer AND r.id <> :besides AND {COUNTED} ORDER BY 1
            """,
            {
                "customer": customer_id,
                "since": to_micros(since),
                "besides": besides or 0,
                "now": self._rows.now_micros,
            },
        )
        return [from_micros(row["went_at"]) for row in rows]
