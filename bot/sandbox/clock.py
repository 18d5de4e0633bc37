"""What the sandbox asks of a clock.

It is not a clock itself: the launcher hands the same one to the bot and to the sandbox.
"""

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """A clock that can be moved."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...

    def advance(self, by: timedelta, /) -> object:
        """Move the clock by that much."""
        ...
