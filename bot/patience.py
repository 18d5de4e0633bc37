"""Patience with the database: what must be written is tried again until the disk takes it.

It is not for bugs: an error that would come again each time goes to the caller at once.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog

from bot.health import Health
from storage.faults import StorageFault

T = TypeVar("T")

_log = structlog.get_logger(__name__)

FIRST_DELAY_SECONDS: Final = 0.5
LONGEST_DELAY_SECONDS: Final = 15.0
PART: Final = "database"

_PASSING: Final = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
}


class Stopping(Exception):
    """The process is asked to stop before the work could be done; it is done after the next start."""


def is_storage_fault(error: BaseException) -> bool:
    """Whether the machine refused (disk full, file locked), so that the same work may succeed later."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, StorageFault):
            return True
        # The base code: SQLite tells the kinds of I/O error apart in the higher bits.
        if isinstance(seen, sqlite3.Error) and getattr(seen, "sqlite_errorcode", 0) & 0xFF in _PASSING:
            return True
        seen = seen.__cause__
    return False


class Patience:
    """Tries again, longer apart each time, until it works or the process stops."""

    def __init__(
        self, health: Health, stop: asyncio.Event, *, first_delay: float = FIRST_DELAY_SECONDS
    ) -> None:
        self._health = health
        self._stop = stop
        self._first_delay = first_delay

    async def insist(self, action: Callable[[], Awaitable[T]]) -> T:
        """The action's result. Raises Stopping, or the action's own error when patience can't mend it."""
        delay = self._first_delay
        while True:
            try:
                return await self.attempt(action)
            except Exception as error:
                if not is_storage_fault(error):
                    raise
            await self.rest(delay)
            delay = min(delay * 2, LONGEST_DELAY_SECONDS)

    async def attempt(self, action: Callable[[], Awaitable[T]]) -> T:
        """The action's result, or its error; how the database is doing is noted."""
        try:
            result = await action()
        except Exception as error:
            if is_storage_fault(error):
                self._complain(error)
            raise
        self._health.well(PART)
        return result

    async def rest(self, seconds: float) -> None:
        """Wait, unless the process stops meanwhile: raises Stopping then."""
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return
        raise Stopping

    def _complain(self, error: BaseException) -> None:
        sentence = (
            f"The database can't be written ({error}). Nothing is lost, what waits is done later: "
            "look whether the disk is full, or the database's server down."
        )
        if self._health.trouble(PART, sentence):
            _log.error("database_refuses", problem=sentence)
