"""Cards as rows; only the ledger moves their balances.

Not here: the ledger entries (ledger.py writes both in one operation).
"""

from loyalty.cards import Card
from loyalty.ids import COFFEE_CARD, CardId, CustomerId
from loyalty.ports import Cards
from storage.rows import Row, Rows

_COLUMNS = "id, customer_id, stamps, goal, points"


class StoredCards(Cards):
    """Table `cards`, opening and reading."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def get(self, card_id: CardId) -> Card:
        return _card(self._rows.get(f"SELECT {_COLUMNS} FROM cards WHERE id = :id", {"id": card_id}))

    def get_of(self, customer_id: CustomerId) -> Card:
        return _card(
            self._rows.get(
                f"SELECT {_COLUMNS} FROM cards WHERE customer_id = :customer AND scheme_id = :scheme",
                {"customer": customer_id, "scheme": COFFEE_CARD},
            )
        )

    def hold_points(self) -> bool:
        return self._rows.find("SELECT id FROM cards WHERE points > 0 LIMIT 1", {}) is not None

    def open(self, customer_id: CustomerId, *, goal: int) -> Card:
        row = self._rows.get(
            f"""
            INSERT INTO cards (customer_id, scheme_id, goal, opened_at)
            VALUES (:customer, :scheme, :goal, :now) RETURNING {_COLUMNS}
            """,
            {"customer": customer_id, "scheme": COFFEE_CARD, "goal": goal, "now": self._rows.now_micros},
        )
        return _card(row)

    def count_holding(self, stamps: int) -> int:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM cards k JOIN customers c ON c.id = k.customer_id
            WHERE k.scheme_id = :scheme AND k.stamps >= :stamps AND c.practice = 0 AND c.forgotten_at IS NULL
            """,
            {"scheme": COFFEE_CARD, "stamps": stamps},
        )
        return int(row["n"])


def _card(row: Row) -> Card:
    return Card(
        id=CardId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        stamps=row["stamps"],
        goal=row["goal"],
        points=row["points"],
    )
