"""The queue, read from codes and visits.

Not here: writing; each table has its own module for that.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import TelegramId, VisitId
from loyalty.ports import Queue
from loyalty.scans import Scan
from storage.rows import Rows, to_micros
from storage.scans import COLUMNS, to_scan


class StoredQueue(Queue):
    """Reads `scans`, `visits`, `tills` and `shifts`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_waiting(self) -> Sequence[Scan]:
        rows = self._rows.all(
            f"""
            SELECT {COLUMNS} FROM scans
            WHERE state = 'live' AND queued_at IS NOT NULL AND expires_at > :now ORDER BY queued_at, id
            """,
            {"now": self._rows.now_micros},
        )
        return [to_scan(row) for row in rows]

    def find_recent(self, *, since: datetime) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT v.id AS id, v.settled_at AS at FROM visits v JOIN scans s ON s.id = v.scan_id
            WHERE v.settled_at > :since AND v.state IN ('confirmed', 'undone') AND s.queued_at IS NOT NULL
            UNION ALL
            SELECT v.id, v.opened_at FROM visits v JOIN scans s ON s.id = v.scan_id
            WHERE v.state = 'open' AND v.expires_at > :now AND s.queued_at IS NOT NULL
            ORDER BY at DESC, id DESC
            """,
            {"since": to_micros(since), "now": self._rows.now_micros},
        )
        return [VisitId(row["id"]) for row in rows]

    def count_served(self, *, since: datetime) -> int:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM visits v JOIN scans s ON s.id = v.scan_id
            WHERE v.settled_at >= :since AND v.state = 'confirmed' AND s.queued_at IS NOT NULL
            """,
            {"since": to_micros(since)},
        )
        return int(row["n"])

    def pair_codes_in_sight(self, *, since: datetime) -> frozenset[str]:
        rows = self._rows.all(
            """
            SELECT pair_code FROM visits WHERE settled_at > :since AND pair_code <> ''
            UNION ALL
            SELECT pair_code FROM visits WHERE state = 'open' AND expires_at > :now AND pair_code <> ''
            """,
            {"since": to_micros(since), "now": self._rows.now_micros},
        )
        return frozenset(row["pair_code"] for row in rows)

    def find_tills_on_shift(self) -> Sequence[TelegramId]:
        rows = self._rows.all(
            """
            SELECT t.telegram_id FROM tills t
            JOIN shifts h ON h.till_id = t.id AND h.ended_at IS NULL AND h.ends_at > :now
            JOIN staff s ON s.id = h.staff_id AND s.removed_at IS NULL
            WHERE t.removed_at IS NULL ORDER BY t.id
            """,
            {"now": self._rows.now_micros},
        )
        return [TelegramId(row["telegram_id"]) for row in rows]
