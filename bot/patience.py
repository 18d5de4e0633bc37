"""Patience with the database: what must be written is tried again until the disk takes it.

It is not for bugs: an error that would come again each time goes to the caller at once.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

import structlog

from bot.health import Health
from storage.faults import StorageFault

T = TypeVar("T")

_log = structlog.get_logger(__name__)

FIRST_DELAY_SECONDS: Final = 0.5
LONGEST_DELAY_SECONDS: Final = 15.0
PART: Final = "database"

_LOCKED: Final = "another program holds the file"
_PASSING: Final = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_NOMEM: "the machine has no memory left",
    sqlite3.SQLITE_READONLY: "the file is read-only",
    sqlite3.SQLITE_IOERR: "the disk reports errors",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "the file can't be opened",
}
_LOOK: Final = "look whether the disk is full, or the database's server down"


class Stopping(Exception):
    """The process is asked to stop before the work could be done; it is done after the next start."""


def is_storage_fault(error: BaseException) -> bool:
    """Whether the machine refused (disk full, file locked), so that the same work may succeed later."""
    return any(isinstance(seen, StorageFault) or _code_of(seen) in _PASSING for seen in _causes(error))


def word_fault(error: BaseException) -> str:
    """What the machine refuses, in words of ours: the error's own text may name paths, servers and people,
    and whoever asks for health reads this. The log has that text.
    """
    return next((_PASSING[code] for seen in _causes(error) if (code := _code_of(seen)) in _PASSING), _LOOK)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__


def _code_of(error: BaseException) -> int:
    """The base code: SQLite tells the kinds of I/O error apart in the higher bits."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF if isinstance(error, sqlite3.Error) else 0


class Patience:
    """Tries again, longer apart each time, until it works or the process stops.

    On a disk that is partly full small writes still pass. So one success does not say that all is well: the
    database is in trouble until everything that it refused has been taken.
    """

    def __init__(
        self, health: Health, stop: asyncio.Event, *, first_delay: float = FIRST_DELAY_SECONDS
    ) -> None:
        self._health = health
        self._stop = stop
        self._first_delay = first_delay
        self._refused: set[object] = set()
        """What the database refused and has not taken since."""

    async def insist(self, action: Callable[[], Awaitable[T]]) -> T:
        """The action's result. Raises Stopping, or the action's own error when patience can't mend it."""
        delay = self._first_delay
        with self.one_thing() as refused:
            while True:
                try:
                    return await action()
                except Exception as error:
                    if not is_storage_fault(error):
                        raise
                    refused(error)
                await self.rest(delay)
                delay = min(delay * 2, LONGEST_DELAY_SECONDS)

    async def attempt(self, what: str, action: Callable[[], Awaitable[T]]) -> T:
        """The action's result, or its error. `what`: its name; it is tried again by whoever asked for it."""
        try:
            result = await action()
        except Exception as error:
            if is_storage_fault(error):
                self._note_refused(what, error)
            raise
        self._note_taken(what)
        return result

    @contextmanager
    def one_thing(self) -> Iterator[Callable[[BaseException], None]]:
        """Something that is tried until it works, or given up: what is yielded takes each refusal of it."""
        token = object()
        try:
            yield lambda error: self._note_refused(token, error)
        finally:
            self._note_taken(token)

    async def rest(self, seconds: float) -> None:
        """Wait, unless the process stops meanwhile: raises Stopping then."""
        try:
            await asyncio.wait_for(self._stop.wait(), seconds)
        except TimeoutError:
            return
        raise Stopping

    def _note_refused(self, what: object, error: BaseException) -> None:
        self._refused.add(what)
        waits = "Nothing is lost, what waits is done later."
        sentence = f"The database can't be written: {word_fault(error)}. {waits}"
        if self._health.trouble(PART, sentence):
            _log.error("database_refuses", problem=sentence, error=str(error))

    def _note_taken(self, what: object) -> None:
        self._refused.discard(what)
        if not self._refused:
            self._health.well(PART)
