"""After somebody was forgotten: the list beside the database, which restores read, a log and conversations
that don't name them. A year later they leave the list too.

It erases nothing itself (use_cases/customers/forgetting.py). A crash before it did its work costs nothing:
who was forgotten stands in the database, and the next look finds what the list lacks.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import structlog

from bot.patience import is_storage_fault
from loyalty.erasures import Erasure
from loyalty.ports import Database
from loyalty.use_cases.customers.forgetting import ReadErasures
from storage import erasures

_log = structlog.get_logger(__name__)


class ErasureKeeper:
    """Looks every few seconds whether somebody was forgotten."""

    def __init__(
        self, database: Database, data_dir: Path, *, look_anew: Callable[[], None] = lambda: None
    ) -> None:
        """`look_anew`: whoever remembers rows has to read them again."""
        self._database = database
        self._look_anew = look_anew
        self._read = ReadErasures(database)
        self._list = data_dir / erasures.FILE_NAME
        self._written: set[Erasure] | None = None
        self._looking = asyncio.Lock()

    async def keep_list(self) -> int:
        """Add who is missing on the list; answers how many. Raises OSError: the next look tries again."""
        async with self._looking:
            return await self._add_missing()

    async def end(self) -> None:
        """The last look before a stop: the data may move to another machine before there is a next one."""
        try:
            await self.keep_list()
        except Exception as error:
            if not (isinstance(error, OSError) or is_storage_fault(error)):
                raise
            _log.warning("erasures_not_listed", problem=str(error))  # the next start adds them

    async def _add_missing(self) -> int:
        kept, now = await self._read()
        if self._written is None:
            self._written = set(await asyncio.to_thread(erasures.read, self._list))
        await self._drop_old(self._written, now)
        missing = [one for one in kept if one not in self._written]
        for one in missing:
            await asyncio.to_thread(erasures.append, self._list, one)
            self._written.add(one)
        if missing:
            self._look_anew()
            await self._database.scrub()
            _log.info("erasures_listed", erasures=len(missing))
        return len(missing)

    async def _drop_old(self, written: set[Erasure], now: datetime) -> None:
        over = {one for one in written if one.is_over(now)}
        if over:
            lasting = sorted(written - over, key=lambda one: (one.at, one.identity_hash))
            await asyncio.to_thread(erasures.replace, self._list, lasting)
            written -= over
            _log.info("erasures_dropped", erasures=len(over))
