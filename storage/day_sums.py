"""What a day's operations add up to: stamps, points and bills.

Not here: what was free (day_free.py), and who came (day_figures.py).
"""

from collections import Counter
from typing import Final

from loyalty.closes import BillFigures, PointFigures, StampFigures
from loyalty.ports import Programs
from storage.rows import Rows, Values

_POINTS_COLUMN: Final = {
    ("earn", None): "given",
    ("reverse", "earn"): "taken_back",
    ("redeem", None): "spent",
    ("reverse", "redeem"): "spent",
    ("write_off", None): "written_off",
    ("reverse", "write_off"): "written_off",
}
"""Which figure an entry of points belongs to, by its kind and the kind of what it reverses."""

_ENTERS_BILL: Final = """
    (o.kind = 'visit_bill' OR o.kind = 'visit' AND NOT EXISTS (
        SELECT 1 FROM operations later WHERE later.visit_id = v.id AND later.kind = 'visit_bill'))
"""
"""Whether operation `o` entered the bill of its visit `v`: with its stamps, or after them."""


class Sums:
    """Of the ledger and of the operations that wrote it."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._programs = programs

    def stamps(self, span: Values) -> StampFigures:
        """Each entry in exactly one figure."""
        rows = self._rows.all(
            """
            SELECT e.kind, o.kind AS operation, r.kind AS reversed, CAST(sum(e.amount) AS BIGINT) AS amount
            FROM ledger_entries e JOIN operations o ON o.id = e.operation_id
            LEFT JOIN ledger_entries r ON r.id = e.reverses
            WHERE e.created_at >= :begins AND e.created_at < :until AND e.practice = 0
              AND e.currency = 'stamps'
            GROUP BY e.kind, o.kind, r.kind
            """,
            span,
        )
        sums: Counter[str] = Counter()
        for row in rows:
            sums[_column(row["kind"], row["operation"], row["reversed"])] += row["amount"]
        moved = sums.pop("moved", 0)
        if moved:
            raise ValueError(f"moves made or lost {moved} stamps")
        return StampFigures(**sums)

    def points(self, span: Values) -> PointFigures:
        """Each entry in exactly one figure."""
        rows = self._rows.all(
            """
            SELECT e.kind, r.kind AS reversed, CAST(sum(e.amount) AS BIGINT) AS amount
            FROM ledger_entries e LEFT JOIN ledger_entries r ON r.id = e.reverses
            WHERE e.created_at >= :begins AND e.created_at < :until AND e.practice = 0
              AND e.currency = 'points'
            GROUP BY e.kind, r.kind
            """,
            span,
        )
        sums: Counter[str] = Counter()
        for row in rows:
            sums[_POINTS_COLUMN.get((row["kind"], row["reversed"]), "adjusted")] += row["amount"]
        return PointFigures(**sums)

    def bills(self, span: Values) -> BillFigures:
        """Each bill on the day on which it was entered, whenever its visit began; what was taken back the
        same day was none.
        """
        entered = self._rows.get(
            f"""
            SELECT count(*) AS n, COALESCE(CAST(sum(v.amount) AS BIGINT), 0) AS amount
            FROM operations o JOIN visits v ON v.id = o.visit_id
            WHERE o.created_at >= :begins AND o.created_at < :until AND o.practice = 0
              AND v.amount IS NOT NULL AND {_ENTERS_BILL}
              AND (v.state = 'confirmed' OR v.state = 'undone' AND v.undone_at >= :until)
            """,
            span,
        )
        back = self._rows.get(
            f"""
            SELECT count(*) AS n, COALESCE(CAST(sum(v.amount) AS BIGINT), 0) AS amount
            FROM operations u JOIN visits v ON v.id = u.visit_id JOIN operations o ON o.visit_id = v.id
            WHERE u.created_at >= :begins AND u.created_at < :until AND u.practice = 0
              AND u.kind IN ('visit_undo', 'late_undo')
              AND v.amount IS NOT NULL AND {_ENTERS_BILL} AND o.created_at < :begins
            """,
            span,
        )
        if not entered["n"] and not back["n"]:
            return BillFigures()
        currency = self._programs.get_current().rules.currency
        return BillFigures(entered["n"], entered["amount"], currency, back["n"], back["amount"])


def _column(kind: str, operation: str, reversed_kind: str | None) -> str:
    """Which figure an entry belongs to."""
    match kind:
        case "earn":
            return "given"
        case "redeem":
            return "filled"
        case "reverse" if reversed_kind == "redeem":
            return "filled"
        case "reverse":
            return "taken_back"
        case "expire":
            return "expired"
        case "write_off":
            return "written_off"
        case "adjust" if operation == "old_card":
            return "old_cards"
        case "adjust" if operation == "move":
            return "moved"  # what left one card came onto another at the same moment: no figure of the day
        case "adjust":
            return "adjusted"
        case _:
            raise ValueError(f"the close does not know entries of kind {kind!r}")
