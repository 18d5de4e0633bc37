"""Whether the bot is there: notices when Telegram was out of reach for long, and lets nothing end meanwhile.

It asks Telegram nothing itself (poller.py) and decides nothing about visits (use_cases/house/outages.py).
"""

import time
from typing import Final

import structlog

from bot.patience import Patience, is_storage_fault
from loyalty.outages import WORTH_A_WORD
from loyalty.use_cases.house.outages import CatchUp, NoteHeard
from loyalty.use_cases.house.upkeep import ExpireDue

_log = structlog.get_logger(__name__)

NOTED_EVERY_SECONDS: Final = 30.0
"""After a kill the last note is so old at most."""
NOTING: Final = "presence"
SILENCE_SECONDS: Final = 60.0
"""Over two long polls without an answer: what waits with Telegram may hold the tap that keeps a visit."""


def seconds_awake_or_asleep() -> float:
    """A clock that nobody can set and that goes on while a laptop sleeps, where the system has one."""
    clock = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.clock_gettime(clock)


class Presence:
    """Keeps when Telegram last answered."""

    def __init__(
        self, *, note_heard: NoteHeard, catch_up: CatchUp, expire: ExpireDue, patience: Patience
    ) -> None:
        self._note_heard = note_heard
        self._catch_up = catch_up
        self._expire = expire
        self._patience = patience
        self._heard: float | None = None
        """None until the first answer since the start."""
        self._hearing = 0.0
        self._noted = 0.0
        self._all_fetched = False

    @property
    def unheard(self) -> bool:
        """Whether Telegram has not answered since the start: nothing ends then, taps that wait come first."""
        return self._heard is None

    async def begin(self) -> None:
        """The process starts: what was alive when the last one ended is given time."""
        await self._note(answered=False, after_silence=True)

    async def heard(self) -> None:
        """Telegram answered; to be called before the answer is handled. Raises the database's error."""
        now = seconds_awake_or_asleep()
        silent = self._heard is None or now - self._heard > WORTH_A_WORD.total_seconds()
        if silent:
            self._all_fetched = False
        if silent:
            await self._patience.attempt(NOTING, lambda: self._note(answered=True, after_silence=True))
            self._noted = now
        elif now - self._noted >= NOTED_EVERY_SECONDS:
            await self._note_if_possible()
            self._noted = now
        self._hearing = now

    def fetched(self, *, all_of_it: bool) -> None:
        """An answer is kept in the inbox; `all_of_it`: nothing more waited with Telegram."""
        self._heard = self._hearing  # not before: a tap that could not be kept still waits with Telegram
        self._all_fetched = self._all_fetched or all_of_it

    async def end(self) -> None:
        """A stop on purpose: the outage begins now."""
        if self._heard is not None:
            await self._note_if_possible()

    async def catch_up(self) -> None:
        """Say that the bot was away, once what waited is done."""
        if self._all_fetched:
            await self._catch_up()

    async def expire(self) -> None:
        """End what time ends, unless the tap that would keep it may be waiting with Telegram."""
        if self._heard is not None and seconds_awake_or_asleep() - self._heard <= SILENCE_SECONDS:
            await self._expire()

    async def _note_if_possible(self) -> None:
        """On a full disk an older note is good enough: nothing waits for this one.

        Where nothing else happens it is the write by which a full disk is noticed.
        """
        try:
            await self._patience.attempt(NOTING, lambda: self._note(answered=True, after_silence=False))
        except Exception as error:
            if not is_storage_fault(error):
                raise
            _log.warning("presence_not_noted", problem=str(error))

    async def _note(self, *, answered: bool, after_silence: bool) -> None:
        outage = await self._note_heard(answered=answered, after_silence=after_silence)
        if outage is not None:
            _log.warning("was_away", since=outage.since.isoformat(), until=outage.until.isoformat())
