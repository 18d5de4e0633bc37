"""The bounds of segments, as the owner set them: from when on somebody is new, slipping, lost or a regular.

Not here: which condition asks for which bound (segments.py).
"""

from dataclasses import dataclass
from typing import TypedDict

DAYS = range(1, 731)
"""What a bound in days may be."""
VISITS = range(1, 101)
HOURS = range(25)


class SegmentBoundsWanted(TypedDict, total=False):
    """Single bounds that are to change; what is not named stays as it is."""

    new_days: int
    here_days: int
    lost_days: int
    regular_visits: int
    regular_days: int
    habit_visits: int
    morning_from: int
    lunch_from: int
    lunch_until: int


@dataclass(frozen=True, slots=True)
class SegmentBounds:
    """What the words of segments mean in this cafe."""

    new_days: int = 30
    """New: joined within so many days."""
    here_days: int = 30
    """Here lately: the last visit was within so many days."""
    lost_days: int = 60
    """Lost: the last visit was longer ago than that; slipping lies between the two."""
    regular_visits: int = 4
    """A regular: so many visits at least ..."""
    regular_days: int = 30
    """... within so many days."""
    habit_visits: int = 3
    """Below so many visits nobody has an hour of their own yet."""
    morning_from: int = 6
    """By the clock on the cafe's wall; the morning ends when lunch begins."""
    lunch_from: int = 11
    lunch_until: int = 15

    def is_sane(self) -> bool:
        """Whether these bounds leave segments that can hold somebody."""
        days = (self.new_days, self.here_days, self.lost_days, self.regular_days)
        hours = (self.morning_from, self.lunch_from, self.lunch_until)
        return (
            all(one in DAYS for one in days)
            and self.here_days < self.lost_days
            and all(one in VISITS for one in (self.regular_visits, self.habit_visits))
            and all(one in HOURS for one in hours)
            and self.morning_from < self.lunch_from < self.lunch_until
        )
