"""The cafe's day: its figures, and the close that was told.

Not here: single visits and entries. What all ports promise stands in the package's docstring.
"""

from datetime import date, datetime
from typing import Protocol

from loyalty.closes import Close, DayFigures
from loyalty.days import Day
from loyalty.ids import StaffId


class Days(Protocol):
    """What a day came to."""

    def figures(self, day: Day, *, until: datetime) -> DayFigures:
        """The day's figures from `day.begins` up to `until`, read from the ledger and the visits."""
        ...

    def find_close(self, when: date) -> Close | None:
        """How the day was closed, None while it was not."""
        ...

    def keep_close(self, figures: DayFigures, *, by: StaffId | None) -> None:
        """Close the day with these figures. A close by hand is replaced, one by itself stays as it is."""
        ...

    def find_first_moment(self) -> datetime | None:
        """When the first operation was written, None before it."""
        ...

    def find_last_by_itself(self) -> Close | None:
        """The close of the newest date that was closed by itself, after its end."""
        ...
