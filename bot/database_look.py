"""Whether the database answers, and what waits in it: looked at for whoever asks for health.

Not here: what the database refused of the bot's own work (patience.py), and the report (health_report.py).
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

import structlog

from bot.patience import is_storage_fault, word_fault
from loyalty.ports import Transaction
from loyalty.use_cases.house.receiving import CountWaiting, Waiting
from storage.open_database import OpenDatabase

_log = structlog.get_logger(__name__)

LASTS_SECONDS: Final = 1.0
"""Whoever reaches the port may ask as often as they like; the one writer is asked once a second at most."""
_ANSWERS_WITHIN_SECONDS: Final = 3.0
SILENT: Final = "The database does not answer."
BROKEN: Final = "The database can't be asked. The log says why."


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found."""

    waiting: Waiting | None
    """None when it could not be asked."""
    problem: str = ""
    """In words of ours, without the error's text; empty when all is well."""


class DatabaseLook:
    """Asks once for all who ask at the same time.

    Nothing is written. The bot's own work does that, every half minute at least while Telegram answers
    (presence.py), and what the disk refuses of it is known (patience.py). An empty transaction only has to
    get the writer: one that hangs or is locked out is found, and the disk has nothing to do.
    """

    def __init__(self, database: OpenDatabase) -> None:
        self._database = database
        self._asking = asyncio.Lock()
        self._looked = Looked(None)
        self._good_until = 0.0

    async def __call__(self) -> Looked:
        """As it is, or was a second ago."""
        async with self._asking:
            if time.monotonic() >= self._good_until:
                self._looked = await self._look()
                self._good_until = time.monotonic() + LASTS_SECONDS
        return self._looked

    async def _look(self) -> Looked:
        try:
            async with asyncio.timeout(_ANSWERS_WITHIN_SECONDS):
                await self._database.write(_nothing)
                return Looked(await CountWaiting(self._database)())
        except TimeoutError as error:
            return self._complain(SILENT, error)
        except Exception as error:  # whatever it is, the report has to be given
            known = f"The database can't be used: {word_fault(error)}."
            return self._complain(known if is_storage_fault(error) else BROKEN, error)

    def _complain(self, problem: str, error: Exception) -> Looked:
        if problem != self._looked.problem:
            _log.error("database_does_not_answer", problem=problem, exc_info=error)
        return Looked(None, problem)


def _nothing(_: Transaction) -> None:
    """An empty transaction."""
