"""Birthdays: a day and a month, given by the customer, and for how long the date stays as it was given.

Not here: the greeting and its reward (planners), and reading a date that was typed (handlers/dates.py).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

LOCKED_FOR = timedelta(days=365)
"""After it was given the date can't be changed for so long: one gift a year, not one a month."""
LOCKED_BEFORE = timedelta(days=14)
"""Nor within so much time before the day; given so late, it counts from the year after."""
_LEAP_YEAR: Final = 2024


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of the year; the year of birth is nobody's business."""

    month: int
    day: int

    def __post_init__(self) -> None:
        """Raises ValueError for a day that no year has."""
        date(_LEAP_YEAR, self.month, self.day)

    def in_year(self, year: int, *, leap_on_march: bool = False) -> date:
        """The date on which it is kept in this year: 29 February in other years a day before or after."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 3, 1) if leap_on_march else date(year, 2, 28)

    def next_from(self, today: date, *, leap_on_march: bool = False) -> date:
        """The next time it is kept, today included."""
        this_year = self.in_year(today.year, leap_on_march=leap_on_march)
        return this_year if this_year >= today else self.in_year(today.year + 1, leap_on_march=leap_on_march)


@dataclass(frozen=True, slots=True)
class KeptBirthday:
    """A birthday as a customer gave it."""

    birthday: Birthday
    given_at: datetime

    def counts_on(self, day: date, given_on: date) -> bool:
        """Whether it is kept on this day: not when it was given less than two weeks before. Dates are the
        cafe's; `given_on` is that of `given_at`.
        """
        return _counts_on(day, given_on)


def first_kept(birthday: Birthday, given_on: date) -> date:
    """The first time that it is kept: this year, or the next one when it was given too short before."""
    following = birthday.next_from(given_on)
    if _counts_on(following, given_on):
        return following
    return birthday.next_from(following + timedelta(days=1))


def find_locked_until(kept: Birthday | None, given_on: date | None, today: date) -> date | None:
    """The date of the cafe from which on it can be given or changed; None: it can be today.

    `given_on`: when one was given last, also one that was deleted since; None: never.
    """
    free = today if given_on is None else max(today, given_on + LOCKED_FOR)
    if kept is not None:
        following = kept.next_from(free)
        if following - free <= LOCKED_BEFORE:
            free = following + timedelta(days=1)
    return free if free > today else None


def _counts_on(day: date, given_on: date) -> bool:
    return day - given_on >= LOCKED_BEFORE
