"""Days and their closes as rows.

Not here: when a day begins (loyalty/days.py), and its figures (day_figures.py).
"""

from datetime import date, datetime

from loyalty.closes import (
    Close,
    DayFigures,
)
from loyalty.days import Day
from loyalty.ids import THE_ONLY_LOCATION, StaffId
from loyalty.ports import Days, Programs
from storage import facts
from storage.day_figures import Figures
from storage.rows import Row, Rows, from_micros, to_micros

_CLOSE = "SELECT c.facts, c.closed_at, s.name FROM closes c LEFT JOIN staff s ON s.id = c.closed_by"


class StoredDays(Days):
    """Table `closes`; everything else is only read."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._figures = Figures(rows, programs)

    def figures(self, day: Day, *, until: datetime) -> DayFigures:
        return self._figures.of(day, until=until)

    def find_close(self, when: date) -> Close | None:
        row = self._rows.find(
            f"{_CLOSE} WHERE c.location_id = :location AND c.day = :day",
            {"location": THE_ONLY_LOCATION, "day": when.isoformat()},
        )
        return _close(row) if row else None

    def keep_close(self, figures: DayFigures, *, by: StaffId | None) -> None:
        self._rows.change(
            """
            INSERT INTO closes (location_id, day, facts, until, closed_by, closed_at)
            VALUES (:location, :day, :facts, :until, :by, :now)
            ON CONFLICT (location_id, day) DO UPDATE
            SET facts = excluded.facts, until = excluded.until, closed_by = excluded.closed_by,
                closed_at = excluded.closed_at
            WHERE closes.closed_by IS NOT NULL
            """,
            {
                "location": THE_ONLY_LOCATION,
                "day": figures.date.isoformat(),
                "facts": facts.encode_record(figures),
                "until": to_micros(figures.until),
                "by": by,
                "now": self._rows.now_micros,
            },
        )

    def find_first_moment(self) -> datetime | None:
        row = self._rows.find("SELECT created_at FROM operations ORDER BY created_at LIMIT 1", {})
        return from_micros(row["created_at"]) if row else None

    def find_last_by_itself(self) -> Close | None:
        row = self._rows.find(f"{_CLOSE} WHERE c.closed_by IS NULL ORDER BY c.day DESC LIMIT 1", {})
        return _close(row) if row else None


def _close(row: Row) -> Close:
    figures = facts.decode_record(DayFigures, row["facts"])
    return Close(figures, row["name"] or "", from_micros(row["closed_at"]))
