"""The day's figures out of ledger, visits, rewards and refusals; it only reads.

Not here: stamps, points and bills (day_sums.py), what was free (day_free.py), when a day begins
(loyalty/days.py), and the closes, which keep the figures (days.py).
"""

from datetime import datetime
from typing import Final

from loyalty.closes import DayFigures, PersonFigures, RefusalFigures
from loyalty.days import Day
from loyalty.ports import Programs
from storage.day_free import FreeThings
from storage.day_sums import Sums
from storage.rows import Rows, Values, to_micros

_STOOD: Final = "(state = 'confirmed' OR state = 'undone' AND undone_at >= :until)"
"""A visit that nobody had taken back by then. A day that is closed late is told as it was: what was taken
back since belongs to the day on which it was.
"""


class Figures:
    """What was done on a day."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._sums = Sums(rows, programs)
        self._free = FreeThings(rows)

    def of(self, day: Day, *, until: datetime) -> DayFigures:
        """All of them, up to a moment."""
        span: Values = {"begins": to_micros(day.begins), "until": to_micros(min(until, day.ends))}
        visits = self._rows.get(
            f"""
            SELECT count(*) FILTER (WHERE {_STOOD}) AS visits,
                   count(*) FILTER (WHERE state = 'undone' AND undone_at < :until) AS undone,
                   count(*) FILTER (WHERE {_STOOD} AND voucher_id IS NOT NULL) AS vouchers
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
            joined=self._count_joined(span),
            stamps=self._sums.stamps(span),
            handed_over=self._free.handed_over(span),
            people=self._people(span),
            refusals=self._refusals(span),
            flags=self._count("flags WHERE created_at >= :begins AND created_at < :until", span),
            given_back=self._free.given_back(span),
            points=self._sums.points(span),
            bills=self._sums.bills(span),
            vouchers=visits["vouchers"],
            free_and_paid=self._free.in_paid_visits(span),
            settlements=self._free.settlements(span),
        )

    def _count(self, what: str, span: Values) -> int:
        return int(self._rows.get(f"SELECT count(*) AS n FROM {what}", span)["n"])

    def _count_joined(self, span: Values) -> int:
        return self._count(
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
        )

    def _count_customers(self, span: Values) -> tuple[int, int]:
        """New and returning. Whoever moved once or more often is one customer, and brings what they had."""
        row = self._rows.get(
            f"""
            WITH RECURSIVE
            came (id) AS (
                SELECT customer_id FROM visits
                WHERE settled_at >= :begins AND settled_at < :until AND practice = 0 AND {_STOOD}
                UNION
                SELECT m.to_customer_id FROM came CROSS JOIN moves m
                WHERE m.from_customer_id = came.id AND m.created_at < :until),
            persons (customer_id, id) AS (
                SELECT id, id FROM came
                WHERE NOT EXISTS (SELECT 1 FROM moves m
                                  WHERE m.from_customer_id = came.id AND m.created_at < :until)
                UNION
                SELECT p.customer_id, m.from_customer_id FROM persons p CROSS JOIN moves m
                WHERE m.to_customer_id = p.id AND m.created_at < :until)
            SELECT count(DISTINCT customer_id) AS all_of_them,
                   count(DISTINCT customer_id) FILTER (WHERE EXISTS (
                       SELECT 1 FROM visits v
                       WHERE v.customer_id = persons.id AND v.settled_at < :begins AND {_STOOD}
                   )) AS known
            FROM persons
            """,
            span,
        )
        return row["all_of_them"] - row["known"], row["known"]

    def _people(self, span: Values) -> tuple[PersonFigures, ...]:
        rows = self._rows.all(
            f"""
            SELECT s.name, CAST(sum(p.visits) AS BIGINT) AS visits, CAST(sum(p.stamps) AS BIGINT) AS stamps,
                   CAST(sum(p.handed_over) AS BIGINT) AS handed_over
            FROM (
                SELECT settled_by AS staff_id, 1 AS visits, 0 AS stamps, 0 AS handed_over FROM visits
                WHERE settled_at >= :begins AND settled_at < :until AND {_STOOD} AND practice = 0
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
