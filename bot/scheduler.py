"""The metronome: calls upkeep now and then. What is due stands in the database, never in a job.

It knows no rule and keeps no job: after any stop the next tick finds everything that became due meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Final

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.patience import is_storage_fault

_log = structlog.get_logger(__name__)

# APScheduler skips a tick that is a second late unless told so here; given elsewhere these are ignored.
_JOB_DEFAULTS: Final = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True, slots=True)
class Tick:
    """What is called, and how often."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[object]]


class Metronome:
    """Ticks from `start` to `stop`."""

    def __init__(self, ticks: Sequence[Tick]) -> None:
        # Jobs count in UTC: an interval needs no zone, and the machine's may be unreadable.
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=_JOB_DEFAULTS)
        for tick in ticks:
            self._scheduler.add_job(_call, "interval", args=(tick,), seconds=tick.seconds, id=tick.name)

    def start(self) -> None:
        """Begin to tick on the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """Tick no more. A tick that waits is cut off there: what is due stands in the database."""
        self._scheduler.shutdown(wait=False)


async def _call(tick: Tick) -> None:
    try:
        await tick.run()
    except asyncio.CancelledError:  # `stop`, of which APScheduler would make an error in the log
        _log.debug("tick_cut_off", tick=tick.name)
    except Exception as error:
        if is_storage_fault(error):
            _log.warning("tick_failed", tick=tick.name, problem=str(error))
        else:
            _log.exception("tick_failed", tick=tick.name)
