"""Refusals as rows.

Not here: refusals that leave no trace.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, StaffId
from loyalty.ports import Refusals
from loyalty.refusals import Refusal
from storage import facts
from storage.rows import Rows, from_micros, to_micros


class StoredRefusals(Refusals):
    """Table `refusals`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, refusal: Refusal, *, staff_id: StaffId | None, customer_id: CustomerId | None = None
    ) -> None:
        self._rows.change(
            """
            INSERT INTO refusals (kind, staff_id, customer_id, facts, created_at)
            VALUES (:kind, :staff, :customer, :facts, :now)
            """,
            {
                "kind": type(refusal).__name__,
                "staff": staff_id,
                "customer": customer_id,
                "facts": facts.encode(refusal),
                "now": self._rows.now_micros,
            },
        )

    def times_of(self, kind: type[Refusal], staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT created_at FROM refusals
            WHERE staff_id = :staff AND kind = :kind AND created_at > :since AND created_at <= :now
            ORDER BY created_at
            """,
            {
                "staff": staff_id,
                "kind": kind.__name__,
                "since": to_micros(since),
                "now": self._rows.now_micros,  # a clock that went back leaves rows of a time to come
            },
        )
        return [from_micros(row["created_at"]) for row in rows]
