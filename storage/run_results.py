"""What came of a run, read across recipients, wishes, rewards and visits.

Not here: the tables themselves, each of which another module writes.
"""

from loyalty.lift import VisitSums
from loyalty.ports import Results
from loyalty.run_reports import LOOKED_AFTER, NAMED, RunResults
from loyalty.runs import RecipientState, Run
from loyalty.wishes import Purpose
from storage.rows import Rows, Value, to_micros

_WEEK = int(LOOKED_AFTER.total_seconds() * 1_000_000)


class StoredResults(Results):
    """Across the tables."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, run: Run, purpose: Purpose | None) -> RunResults:
        taken, redeemed = self._offers(run)
        return RunResults(
            muted=0 if purpose is None else self._muted(run, purpose),
            taken=taken,
            redeemed=redeemed,
            visits=self._visits(run),
            unknown=self.unknown(run),
        )

    def _muted(self, run: Run, purpose: Purpose) -> int:
        return self._count(
            """
            SELECT COUNT(*) AS n FROM recipients r
            JOIN wishes w ON w.customer_id = r.customer_id AND w.purpose = :purpose
            WHERE r.run_id = :run AND r.state IN ('sent', 'unknown') AND w.state = 'muted'
              AND w.changed_at >= r.settled_at AND w.changed_at < r.settled_at + :week
            """,
            {"run": run.id, "purpose": purpose, "week": _WEEK},
        )

    def _offers(self, run: Run) -> tuple[int, int]:
        """One that was handed over and undone has a successor with the same recipient."""
        row = self._rows.get(
            """
            SELECT COUNT(DISTINCT w.recipient_id) AS taken,
                   COUNT(DISTINCT CASE WHEN w.state = 'redeemed' THEN w.recipient_id END) AS redeemed
            FROM recipients r JOIN rewards w ON w.recipient_id = r.id
            WHERE r.run_id = :run AND w.recipient_id IS NOT NULL
            """,
            {"run": run.id},
        )
        return int(row["taken"]), int(row["redeemed"])

    def _visits(self, run: Run) -> dict[RecipientState, VisitSums]:
        """One that is still open took place as soon as something was handed over in it."""
        if run.started_at is None:
            return {}
        rows = self._rows.all(
            """
            SELECT state, COUNT(*) AS people, CAST(SUM(n) AS BIGINT) AS visits,
                   CAST(SUM(n * n) AS BIGINT) AS squares
            FROM (
                SELECT r.state, (
                    SELECT COUNT(*) FROM visits v
                    WHERE v.customer_id = r.customer_id AND v.practice = 0
                      AND (v.state = 'confirmed' AND v.settled_at >= :since AND v.settled_at < :until
                           OR v.state = 'open' AND EXISTS (
                               SELECT 1 FROM rewards h
                               WHERE h.redeemed_visit_id = v.id AND h.state = 'redeemed'
                                 AND h.redeemed_at >= :since AND h.redeemed_at < :until))) AS n
                FROM recipients r
                WHERE r.run_id = :run AND (r.state <> 'skipped' OR r.settled_at > r.created_at)) heads
            GROUP BY state ORDER BY state
            """,
            {
                "run": run.id,
                "since": to_micros(run.started_at),
                "until": to_micros(run.started_at) + _WEEK,
            },
        )
        return {
            RecipientState(row["state"]): VisitSums(
                int(row["people"]), int(row["visits"] or 0), int(row["squares"] or 0)
            )
            for row in rows
        }

    def unknown(self, run: Run) -> tuple[str, ...]:
        rows = self._rows.all(
            """
            SELECT c.name FROM recipients r JOIN customers c ON c.id = r.customer_id
            WHERE r.run_id = :run AND r.state = 'unknown' ORDER BY r.id LIMIT :most
            """,
            {"run": run.id, "most": NAMED},
        )
        return tuple(row["name"] for row in rows)

    def _count(self, statement: str, values: dict[str, Value]) -> int:
        return int(self._rows.get(statement, values)["n"])
