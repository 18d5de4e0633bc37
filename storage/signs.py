"""Signs as rows, with how many customers each has brought.

Not here: customers themselves, who carry the sign's name as their source (people.py).
"""

from collections.abc import Sequence

from loyalty.ids import SignId, StaffId
from loyalty.ports.signs import Signs
from loyalty.signs import Product, Sign, source_name
from storage.rows import Row, Rows

_COLUMNS = "id, tag, kind, voided_at"


class StoredSigns(Signs):
    """Table `signs`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, product: Product, *, tag: str, by: StaffId) -> Sign:
        row = self._rows.get(
            f"""
            INSERT INTO signs (tag, kind, created_by, created_at) VALUES (:tag, :kind, :by, :now)
            RETURNING {_COLUMNS}
            """,
            {"tag": tag, "kind": product, "by": by, "now": self._rows.now_micros},
        )
        return self._sign(row)

    def find_live(self, product: Product) -> Sign | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM signs WHERE kind = :kind AND voided_at IS NULL", {"kind": product}
        )
        return self._sign(row) if row else None

    def find_by_tag(self, tag: str) -> Sign | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM signs WHERE tag = :tag", {"tag": tag})
        return self._sign(row) if row else None

    def find_all_live(self) -> Sequence[Sign]:
        rows = self._rows.all(f"SELECT {_COLUMNS} FROM signs WHERE voided_at IS NULL ORDER BY id", {})
        return [self._sign(row) for row in rows]

    def void(self, *, up_to: SignId) -> int:
        return self._rows.change(
            "UPDATE signs SET voided_at = :now WHERE voided_at IS NULL AND id <= :up_to",
            {"now": self._rows.now_micros, "up_to": up_to},
        )

    def _sign(self, row: Row) -> Sign:
        joins = self._rows.get(
            """
            SELECT COUNT(*) AS joins FROM customers
            WHERE source = :source AND source <> '' AND practice = 0
            """,
            {"source": source_name(SignId(row["id"]))},
        )
        return Sign(
            id=SignId(row["id"]),
            tag=row["tag"],
            product=Product(row["kind"]),
            live=row["voided_at"] is None,
            joins=joins["joins"],
        )
