"""Paper cards as rows; each change of state is one conditional update, so that a race has one winner.

Not here: visits that they open (visits.py) and what moves from one card to another (moves.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, LocationId, PaperCardId, StaffId
from loyalty.paper import PaperCard, PaperState
from loyalty.people import Cause, StaffMember
from loyalty.ports.paper import PaperCards
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_COLUMNS = "id, number, customer_id, location_id, state, issued_by, issued_at, ended_by, ended_at"


class StoredPaperCards(PaperCards):
    """Table `paper_cards`, and the customers and identities that begin and end with one."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add_customer(self, name: str, staff: StaffMember, *, language: str) -> CustomerId:
        row = self._rows.get(
            """
            INSERT INTO customers (name, language, location_id, joined_at)
            VALUES (:name, :language, :location, :now) RETURNING id
            """,
            {
                "name": name,
                "language": language,
                "location": staff.location_id,
                "now": self._rows.now_micros,
            },
        )
        return CustomerId(row["id"])

    def issue(
        self, customer_id: CustomerId, number: str, *, secret_hash: str, by: StaffMember, cause: Cause | None
    ) -> PaperCard:
        row = self._rows.get(
            f"""
            INSERT INTO paper_cards (number, secret_hash, customer_id, location_id, state, issued_by,
                                     cause_chat, cause_message, issued_at)
            VALUES (:number, :secret, :customer, :location, 'active', :by, :chat, :message, :now)
            RETURNING {_COLUMNS}
            """,
            {
                "number": number,
                "secret": secret_hash,
                "customer": customer_id,
                "location": by.location_id,
                "by": by.id,
                "chat": cause.chat_id if cause else None,
                "message": cause.message_id if cause else None,
                "now": self._rows.now_micros,
            },
        )
        self._rows.change(
            """
            INSERT INTO identities (customer_id, kind, external_id, created_at)
            VALUES (:customer, 'paper', :number, :now)
            """,
            {"customer": customer_id, "number": number, "now": self._rows.now_micros},
        )
        return _card(row)

    def print_again(self, card_id: PaperCardId, *, secret_hash: str) -> None:
        self._rows.change(
            "UPDATE paper_cards SET secret_hash = :secret WHERE id = :id",
            {"id": card_id, "secret": secret_hash},
        )

    def get(self, card_id: PaperCardId) -> PaperCard:
        return _card(self._rows.get(f"SELECT {_COLUMNS} FROM paper_cards WHERE id = :id", {"id": card_id}))

    def find(self, card_id: PaperCardId) -> PaperCard | None:
        return self._find("id = :it", card_id)

    def find_by_secret(self, secret_hash: str) -> PaperCard | None:
        return self._find("secret_hash = :it", secret_hash)

    def find_by_number(self, number: str) -> PaperCard | None:
        return self._find("number = :it", number)

    def find_of(self, customer_id: CustomerId) -> Sequence[PaperCard]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM paper_cards WHERE customer_id = :customer ORDER BY id",
            {"customer": customer_id},
        )
        return [_card(row) for row in rows]

    def find_caused_by(self, cause: Cause) -> Sequence[PaperCard]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM paper_cards
            WHERE cause_chat = :chat AND cause_message = :message ORDER BY id
            """,
            {"chat": cause.chat_id, "message": cause.message_id},
        )
        return [_card(row) for row in rows]

    def find_latest(self, words: str, *, most: int) -> Sequence[PaperCard]:
        """Names are compared in Python: SQL folds no letters but those of English."""
        rows = self._rows.all(
            f"""
            SELECT {", ".join(f"p.{name.strip()}" for name in _COLUMNS.split(","))}, c.name
            FROM paper_cards p JOIN customers c ON c.id = p.customer_id
            WHERE p.state IN ('active', 'blocked') AND c.forgotten_at IS NULL ORDER BY p.id DESC
            """,
            {},
        )
        wanted = words.casefold()
        return [_card(row) for row in rows if wanted in row["name"].casefold()][:most]

    def is_used(self, card_id: PaperCardId) -> bool:
        row = self._rows.find("SELECT id FROM visits WHERE paper_card_id = :id LIMIT 1", {"id": card_id})
        return row is not None

    def end(
        self, card_id: PaperCardId, state: PaperState, *, was: Sequence[PaperState], by: StaffId | None
    ) -> bool:
        named = {f"was{number}": one for number, one in enumerate(was)}
        ended = self._rows.find(
            f"""
            UPDATE paper_cards SET state = :state, ended_by = :by, ended_at = :now
            WHERE id = :id AND state IN ({", ".join(f":{name}" for name in named)}) RETURNING number
            """,
            {"id": card_id, "state": state, "by": by, "now": self._rows.now_micros, **named},
        )
        if ended is None:
            return False
        self._rows.change(
            "DELETE FROM identities WHERE kind = 'paper' AND external_id = :number",
            {"number": ended["number"]},
        )
        return True

    def count_had(self, customer_id: CustomerId, *, begins: datetime, ends: datetime) -> int:
        row = self._rows.get(
            """
            SELECT (
                SELECT COUNT(*) FROM rewards r JOIN visits v ON v.id = r.redeemed_visit_id
                WHERE r.customer_id = :customer AND r.redeemed_at >= :begins AND r.redeemed_at < :ends
                  AND v.paper_card_id IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id)
            ) + (
                SELECT COUNT(*) FROM operations o JOIN visits v ON v.id = o.visit_id
                WHERE o.customer_id = :customer AND o.created_at >= :begins AND o.created_at < :ends
                  AND o.kind = 'visit_spend' AND v.paper_card_id IS NOT NULL AND v.state = 'confirmed'
            ) AS n
            """,
            {"customer": customer_id, "begins": to_micros(begins), "ends": to_micros(ends)},
        )
        return int(row["n"])

    def _find(self, where: str, it: int | str) -> PaperCard | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM paper_cards WHERE {where}", {"it": it})
        return _card(row) if row else None


def _card(row: Row) -> PaperCard:
    return PaperCard(
        id=PaperCardId(row["id"]),
        number=row["number"],
        customer_id=CustomerId(row["customer_id"]),
        location_id=LocationId(row["location_id"]),
        state=PaperState(row["state"]),
        issued_by=StaffId(row["issued_by"]),
        issued_at=from_micros(row["issued_at"]),
        ended_by=StaffId(row["ended_by"]) if row["ended_by"] is not None else None,
        ended_at=maybe_from_micros(row["ended_at"]),
    )
