"""The day's figures out of ledger, visits, rewards and refusals; it only reads.

Not here: when a day begins (loyalty/days.py), and the closes, which keep them (days.py).
"""

from collections import Counter
from datetime import datetime
from typing import Final

from loyalty.closes import (
    BillFigures,
    DayFigures,
    HandedOver,
    PersonFigures,
    PointFigures,
    RefusalFigures,
    Settlement,
    StampFigures,
)
from loyalty.days import Day
from loyalty.ports import Programs
from storage import facts
from storage.rows import Rows, Values, to_micros

_POINTS_COLUMN: Final = {
    ("earn", None): "given",
    ("reverse", "earn"): "taken_back",
    ("redeem", None): "spent",
    ("reverse", "redeem"): "spent",
    ("write_off", None): "written_off",
}
"""Which figure an entry of points belongs to, by its kind and the kind of what it reverses."""


class Figures:
    """What was done on a day."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._programs = programs

    def of(self, day: Day, *, until: datetime) -> DayFigures:
        """All of them, up to a moment."""
        span: Values = {"begins": to_micros(day.begins), "until": to_micros(min(until, day.ends))}
        visits = self._rows.get(
            """
            SELECT count(*) FILTER (WHERE state = 'confirmed') AS visits,
                   count(*) FILTER (WHERE state = 'undone') AS undone
            FROM visits WHERE settled_at >= :begins AND settled_at < :until AND practice = 0
            """,
            span,
        )
        new, returning = self._count_customers(span)
        return DayFigures(
            date=day.date,
            until=min(until, day.ends),
            visits=visits["visits"],
            undone=visits["undone"],
            new=new,
            returning=returning,
            joined=self._count(
                """
                customers c WHERE joined_at >= :begins AND joined_at < :until AND practice = 0
                  AND moved_to IS NULL
                  -- A paper card that nobody used yet lies in a drawer.
                  AND (last_visit_at IS NOT NULL
                       OR NOT EXISTS (SELECT 1 FROM paper_cards p WHERE p.customer_id = c.id)
                       OR EXISTS (SELECT 1 FROM identities i
                                  WHERE i.customer_id = c.id AND i.kind = 'telegram'))
                """,
                span,
            ),
            stamps=self._stamps(span),
            handed_over=self._handed_over(span),
            people=self._people(span),
            refusals=self._refusals(span),
            flags=self._count("flags WHERE created_at >= :begins AND created_at < :until", span),
            given_back=self._given_back(span),
            points=self._points(span),
            bills=self._bills(span),
            vouchers=self._count(
                """visits WHERE settled_at >= :begins AND settled_at < :until AND state = 'confirmed'
                     AND practice = 0 AND voucher_id IS NOT NULL""",
                span,
            ),
            free_and_paid=self._free_and_paid(span),
            settlements=self._settlements(span),
        )

    def _count(self, what: str, span: Values) -> int:
        return int(self._rows.get(f"SELECT count(*) AS n FROM {what}", span)["n"])

    def _count_customers(self, span: Values) -> tuple[int, int]:
        row = self._rows.get(
            """
            SELECT count(*) AS all_of_them,
                   count(*) FILTER (WHERE NOT EXISTS (
                       SELECT 1 FROM visits v
                       WHERE v.customer_id = today.customer_id AND v.state = 'confirmed'
                         AND v.settled_at < :begins
                   ) AND NOT EXISTS (
                       SELECT 1 FROM moves m JOIN visits v ON v.customer_id = m.from_customer_id
                       WHERE m.to_customer_id = today.customer_id AND v.state = 'confirmed'
                         AND v.settled_at < :begins
                   )) AS new_ones
            FROM (SELECT DISTINCT customer_id FROM visits
                  WHERE settled_at >= :begins AND settled_at < :until
                    AND state = 'confirmed' AND practice = 0) today
            """,
            span,
        )
        return row["new_ones"], row["all_of_them"] - row["new_ones"]

    def _stamps(self, span: Values) -> StampFigures:
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

    def _points(self, span: Values) -> PointFigures:
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

    def _bills(self, span: Values) -> BillFigures:
        row = self._rows.get(
            """
            SELECT count(*) AS n, COALESCE(CAST(sum(amount) AS BIGINT), 0) AS amount FROM visits
            WHERE settled_at >= :begins AND settled_at < :until AND state = 'confirmed' AND practice = 0
              AND amount IS NOT NULL AND stamped_at IS NOT NULL
            """,
            span,
        )
        if not row["n"]:
            return BillFigures()
        return BillFigures(row["n"], row["amount"], self._programs.get_current().rules.currency)

    def _free_and_paid(self, span: Values) -> int:
        return self._count(
            """
            visits v WHERE v.settled_at >= :begins AND v.settled_at < :until AND v.state = 'confirmed'
              AND v.practice = 0 AND v.stamped_at IS NOT NULL AND EXISTS (
                SELECT 1 FROM rewards r WHERE r.redeemed_visit_id = v.id AND NOT EXISTS (
                    SELECT 1 FROM rewards n WHERE n.replaces = r.id AND n.issued_at < :until))
            """,
            span,
        )

    def _settlements(self, span: Values) -> tuple[Settlement, ...]:
        rows = self._rows.all(
            """
            SELECT g.name AS given_at, h.name AS redeemed_at, count(*) AS n FROM rewards r
            JOIN operations o ON o.id = r.operation_id JOIN visits v ON v.id = r.redeemed_visit_id
            JOIN locations g ON g.id = o.location_id JOIN locations h ON h.id = v.location_id
            WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND v.practice = 0 AND g.id <> h.id
              AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id AND n.issued_at < :until)
            GROUP BY g.id, g.name, h.id, h.name ORDER BY g.id, h.id
            """,
            span,
        )
        return tuple(Settlement(row["given_at"], row["redeemed_at"], row["n"]) for row in rows)

    def _handed_over(self, span: Values) -> tuple[HandedOver, ...]:
        rows = self._rows.all(
            """
            SELECT r.item, count(*) AS n FROM rewards r JOIN customers c ON c.id = r.customer_id
            WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND c.practice = 0
              AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id AND n.issued_at < :until)
            GROUP BY r.item ORDER BY n DESC, r.item
            """,
            span,
        )
        return tuple(HandedOver(facts.decode_words(row["item"]), row["n"]) for row in rows)

    def _given_back(self, span: Values) -> tuple[HandedOver, ...]:
        rows = self._rows.all(
            """
            SELECT r.item, count(*) AS n FROM operations o
            JOIN rewards next ON next.operation_id = o.id JOIN rewards r ON r.id = next.replaces
            WHERE o.created_at >= :begins AND o.created_at < :until AND o.practice = 0
              AND o.kind = 'redemption_undo' AND r.redeemed_at < :begins
            GROUP BY r.item ORDER BY n DESC, r.item
            """,
            span,
        )
        return tuple(HandedOver(facts.decode_words(row["item"]), row["n"]) for row in rows)

    def _people(self, span: Values) -> tuple[PersonFigures, ...]:
        rows = self._rows.all(
            """
            SELECT s.name, CAST(sum(p.visits) AS BIGINT) AS visits, CAST(sum(p.stamps) AS BIGINT) AS stamps,
                   CAST(sum(p.handed_over) AS BIGINT) AS handed_over
            FROM (
                SELECT settled_by AS staff_id, 1 AS visits, 0 AS stamps, 0 AS handed_over FROM visits
                WHERE settled_at >= :begins AND settled_at < :until AND state = 'confirmed' AND practice = 0
                  AND voucher_id IS NULL  -- whoever printed the sheet was not there: a figure of its own
                UNION ALL
                -- What was taken back counts against who gave it, whoever took it and whenever it was given.
                SELECT COALESCE(r.staff_id, e.staff_id), 0, e.amount, 0
                FROM ledger_entries e LEFT JOIN ledger_entries r ON r.id = e.reverses
                JOIN operations o ON o.id = e.operation_id LEFT JOIN visits v ON v.id = o.visit_id
                WHERE e.created_at >= :begins AND e.created_at < :until AND e.practice = 0
                  AND v.voucher_id IS NULL AND e.currency = 'stamps'
                  AND (e.kind = 'earn' OR e.kind = 'reverse' AND r.kind <> 'redeem')
                UNION ALL
                SELECT r.redeemed_by, 0, 0, 1 FROM rewards r JOIN customers c ON c.id = r.customer_id
                WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND c.practice = 0
                  AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id AND n.issued_at < :until)
            ) p JOIN staff s ON s.id = p.staff_id
            GROUP BY s.id, s.name HAVING sum(p.visits) <> 0 OR sum(p.stamps) <> 0 OR sum(p.handed_over) <> 0
            ORDER BY visits DESC, s.id
            """,
            span,
        )
        return tuple(
            PersonFigures(row["name"], row["visits"], row["stamps"], row["handed_over"]) for row in rows
        )

    def _refusals(self, span: Values) -> tuple[RefusalFigures, ...]:
        rows = self._rows.all(
            """
            SELECT kind, count(*) AS n FROM refusals WHERE created_at >= :begins AND created_at < :until
            GROUP BY kind ORDER BY n DESC, kind
            """,
            span,
        )
        return tuple(RefusalFigures(row["kind"], row["n"]) for row in rows)


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
