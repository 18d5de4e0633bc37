"""Behind the buttons of the program's pages about messages: the night, the cap, what segments mean.

Not here: the messages themselves.
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field


class SegmentBound(StrEnum):
    """The bounds of segments as the rules call them."""

    NEW_DAYS = "new_days"
    HERE_DAYS = "here_days"
    LOST_DAYS = "lost_days"
    REGULAR_VISITS = "regular_visits"
    REGULAR_DAYS = "regular_days"
    HABIT_VISITS = "habit_visits"
    MORNING_FROM = "morning_from"
    LUNCH_FROM = "lunch_from"
    LUNCH_UNTIL = "lunch_until"


class OpenQuiet(CallbackData, prefix="pq"):
    """The hours to choose from, for the beginning of the night or its end."""

    begins: bool


class SetQuiet(CallbackData, prefix="ph"):
    """The hour at which the night begins or ends."""

    begins: bool
    hour: Annotated[int, Field(ge=0, le=23)]


class SetPostsAWeek(CallbackData, prefix="pw"):
    """So many posts at most a week."""

    posts: Annotated[int, Field(ge=1, le=7)]


class OpenBound(CallbackData, prefix="po"):
    """One bound with what it can be."""

    bound: SegmentBound


class SetBound(CallbackData, prefix="pb"):
    """A bound as the owner wants it."""

    bound: SegmentBound
    value: Annotated[int, Field(ge=0, le=999)]


POSTING: tuple[type[CallbackData], ...] = (OpenQuiet, SetQuiet, SetPostsAWeek, OpenBound, SetBound)
