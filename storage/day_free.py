"""What was free on a day: things handed over, those taken back, and which counter owes which.

Not here: what was paid and stamped (day_sums.py).
"""

from loyalty.closes import HandedOver, Settlement
from storage import facts
from storage.rows import Rows, Values

_STAYED = "NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id AND n.issued_at < :until)"
"""A reward `r` whose handing over nobody had taken back by then."""


class FreeThings:
    """Rewards that were handed over."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def handed_over(self, span: Values) -> tuple[HandedOver, ...]:
        """By what it was, the most frequent first."""
        return self._items(
            f"""
            SELECT r.item, count(*) AS n FROM rewards r JOIN customers c ON c.id = r.customer_id
            WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND c.practice = 0 AND {_STAYED}
            GROUP BY r.item ORDER BY n DESC, r.item
            """,
            span,
        )

    def given_back(self, span: Values) -> tuple[HandedOver, ...]:
        """What an earlier close had as free."""
        return self._items(
            """
            SELECT r.item, count(*) AS n FROM operations o
            JOIN rewards next ON next.operation_id = o.id JOIN rewards r ON r.id = next.replaces
            WHERE o.created_at >= :begins AND o.created_at < :until AND o.practice = 0
              AND o.kind = 'redemption_undo' AND r.redeemed_at < :begins
            GROUP BY r.item ORDER BY n DESC, r.item
            """,
            span,
        )

    def in_paid_visits(self, span: Values) -> int:
        """In how many visits something was free where something had been paid as well."""
        row = self._rows.get(
            f"""
            SELECT count(DISTINCT v.id) AS n FROM rewards r JOIN visits v ON v.id = r.redeemed_visit_id
            WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND v.practice = 0 AND {_STAYED}
              AND v.stamped_at IS NOT NULL AND v.settled_at < :until
              AND (v.state = 'confirmed' OR v.state = 'undone' AND v.undone_at >= :until)
            """,
            span,
        )
        return int(row["n"])

    def settlements(self, span: Values) -> tuple[Settlement, ...]:
        """Between the counter whose purchase filled the card and the one that gave."""
        rows = self._rows.all(
            f"""
            -- A reward that came back names the one before it: what filled the card stands at the first.
            WITH RECURSIVE chain (visit_id, operation_id, replaces) AS (
                SELECT r.redeemed_visit_id, r.operation_id, r.replaces FROM rewards r
                WHERE r.redeemed_at >= :begins AND r.redeemed_at < :until AND {_STAYED}
                UNION ALL
                SELECT c.visit_id, r.operation_id, r.replaces
                FROM chain c CROSS JOIN rewards r WHERE r.id = c.replaces)
            SELECT g.name AS given_at, h.name AS redeemed_at, count(*) AS n FROM chain c
            JOIN operations o ON o.id = c.operation_id JOIN visits v ON v.id = c.visit_id
            JOIN locations g ON g.id = o.location_id JOIN locations h ON h.id = v.location_id
            WHERE c.replaces IS NULL AND v.practice = 0 AND g.id <> h.id
            GROUP BY g.id, g.name, h.id, h.name ORDER BY g.id, h.id
            """,
            span,
        )
        return tuple(Settlement(row["given_at"], row["redeemed_at"], row["n"]) for row in rows)

    def _items(self, statement: str, span: Values) -> tuple[HandedOver, ...]:
        rows = self._rows.all(statement, span)
        return tuple(HandedOver(facts.decode_words(row["item"]), row["n"]) for row in rows)
