"""What time it is: the system's clock, and one that a person can move.

It holds no rule about days, zones or expiry; those take a moment as an argument (`loyalty`).
"""

from datetime import UTC, datetime, timedelta

NO_OFFSET = timedelta()


class SystemClock:
    """The time of day as the machine tells it."""

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock to play with: it runs with the system's, and can be moved, for the sandbox and the tests.

    With `frozen_at` it stands still until somebody moves it.
    """

    def __init__(self, *, offset: timedelta = NO_OFFSET, frozen_at: datetime | None = None) -> None:
        if frozen_at is not None and frozen_at.tzinfo is None:
            raise ValueError("frozen_at needs a time zone: a clock without one is wrong at midnight.")
        self._offset = offset
        self._frozen_at = None if frozen_at is None else frozen_at.astimezone(UTC)

    def now(self) -> datetime:
        """The moment that this clock shows, aware, in UTC."""
        return (self._frozen_at or datetime.now(UTC)) + self._offset

    def advance(self, by: timedelta) -> datetime:
        """Move the clock, back too if `by` is negative, and answer what it shows then."""
        # One assignment, so that the database's thread never sees half a move.
        self._offset += by
        return self.now()
