"""The inbox at work: what arrived is kept, then handed out, in order for each person in each chat.

It neither asks Telegram (poller.py) nor listens to it (webhook.py), and does not know what an update means
(handling.py).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog

from bot.counts import Counts
from bot.patience import Patience, Stopping
from bot.raw_updates import OrderKey, RawUpdate, read_kept
from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate
from loyalty.use_cases.house.receiving import FindWaitingUpdate, FindWaitingUpdates, KeepUpdates

_log = structlog.get_logger(__name__)

KEEPING: Final = "updates"
"""What the database is asked to take (patience.py)."""
AT_ONCE: Final = 200
"""People served at the same time."""
MOST_IN_MEMORY: Final = 2000
"""Beyond it the poll waits: what is not fetched is safe with Telegram."""
MOST_OF_ONE: Final = 50
"""Of one person in one chat in memory: a flood must not fill it, so the rest is read again in its turn."""

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Handle(Protocol):
    """Brings an update to its end."""

    def __call__(self, raw: RawUpdate, *, attempts: int) -> Awaitable[None]:
        """`attempts` 0: not counted yet."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    update_id: UpdateId
    raw: RawUpdate | None
    """None: far back in a long line, only in the database."""
    attempts: int


class Inbox:
    """Keeps what arrives and hands it out, `AT_ONCE` lines at a time."""

    def __init__(
        self, *, keep: KeepUpdates, find_waiting: FindWaitingUpdates, find_again: FindWaitingUpdate,
        handle: Handle, patience: Patience, spawn: Spawn, counts: Counts | None = None,
    ) -> None:  # fmt: skip
        self._keep = keep
        self._find_waiting = find_waiting
        self._find_again = find_again
        self._handle = handle
        self._patience = patience
        self._spawn = spawn
        self._counts = counts or Counts()
        self._lines: dict[OrderKey, deque[_Job]] = {}
        self._without_place: deque[OrderKey] = deque()
        self._running = 0
        self._in_memory = 0
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._room = asyncio.Event()
        self._room.set()

    async def replay(self) -> int:
        """Take up what an earlier process left, in order of arrival; answers how many."""
        waiting = await self._patience.insist(self._find_waiting.__call__)
        for update in waiting:
            self._admit(read_kept(update.update_id, update.body), attempts=0)
        if waiting:
            _log.info("inbox_replay", updates=len(waiting))
        return len(waiting)

    async def take(self, updates: Sequence[RawUpdate]) -> None:
        """Keep what arrived and hand it out. Raises the database's error; nothing was kept then."""
        begun = self._find_those_that_begin(updates)
        kept = _to_keep(updates, begun)
        self._hand_out(updates, begun, await self._patience.attempt(KEEPING, lambda: self._keep(kept)))

    async def take_at_once(self, raw: RawUpdate) -> None:
        """Keep one that arrived and hand it out. Raises the database's error when it refuses: the caller
        must not say that it was received.
        """
        begun = self._find_those_that_begin([raw])
        kept = _to_keep([raw], begun)
        self._hand_out([raw], begun, await self._patience.attempt(KEEPING, lambda: self._keep(kept)))

    async def wait_for_room(self) -> None:
        """Return when there is memory for more."""
        await self._room.wait()

    async def drain(self, seconds: float) -> bool:
        """Begin nothing more; answers whether all that had begun has ended in time."""
        self._stopping = True
        self._room.set()
        try:
            await asyncio.wait_for(self._idle.wait(), seconds)
        except TimeoutError:
            return False
        return True

    def _hand_out(self, updates: Sequence[RawUpdate], begun: set[UpdateId], kept: Sequence[UpdateId]) -> None:
        new = set(kept)
        self._counts.updates["received"] += len(new)
        for raw in updates:
            if raw.update_id in new:
                new.discard(raw.update_id)  # the same update can stand twice in one answer
                self._admit(raw, attempts=int(raw.update_id in begun))

    def _find_those_that_begin(self, updates: Sequence[RawUpdate]) -> set[UpdateId]:
        """Whose handling starts right after the commit, so that its attempt is counted with it."""
        free = 0 if self._stopping else AT_ONCE - self._running
        begun: dict[OrderKey, UpdateId] = {}
        for raw in updates:
            if raw.order_key not in self._lines and raw.order_key not in begun and len(begun) < free:
                begun[raw.order_key] = raw.update_id
        return set(begun.values())

    def _admit(self, raw: RawUpdate, *, attempts: int) -> None:
        key = raw.order_key
        line = self._lines.get(key)
        if line is not None and len(line) >= MOST_OF_ONE:
            line.append(_Job(raw.update_id, None, attempts))
            return
        self._count(+1)
        job = _Job(raw.update_id, raw, attempts)
        if line is not None:
            line.append(job)
            return
        self._lines[key] = deque((job,))
        self._without_place.append(key)
        self._fill_places()

    def _fill_places(self) -> None:
        while self._without_place and self._running < AT_ONCE and not self._stopping:
            self._running += 1
            self._idle.clear()
            self._spawn(self._serve(self._without_place.popleft()))

    async def _serve(self, key: OrderKey) -> None:
        """One after the other; one only while others are without a place, so that floods hold up nobody."""
        line = self._lines[key]
        comes_again = False
        try:
            while line and not self._stopping and not comes_again:
                await self._serve_one(line.popleft())
                comes_again = bool(line and self._without_place)
        except Stopping:
            pass  # it waits in the database, and so does what stands behind it
        finally:
            if comes_again:
                self._without_place.append(key)
            else:
                del self._lines[key]
                self._count(-sum(job.raw is not None for job in line))
            self._running -= 1
            if not self._running:
                self._idle.set()
            self._fill_places()

    async def _serve_one(self, job: _Job) -> None:
        try:
            raw = job.raw or await self._read_again(job.update_id)
            if raw is not None:
                await self._handle(raw, attempts=job.attempts)
        except Stopping:
            raise
        except Exception:
            # A bug in the handling itself: the update stays in the inbox until the next start.
            _log.exception("update_left", update_id=job.update_id)
        finally:
            if job.raw is not None:
                self._count(-1)

    async def _read_again(self, update_id: UpdateId) -> RawUpdate | None:
        """None when it was settled meanwhile, as what somebody wrote who asked to be forgotten."""
        kept = await self._patience.insist(lambda: self._find_again(update_id))
        return None if kept is None else read_kept(kept.update_id, kept.body)

    def _count(self, change: int) -> None:
        self._in_memory += change
        if self._in_memory < MOST_IN_MEMORY:
            self._room.set()
        elif not self._stopping:
            self._room.clear()


def _to_keep(updates: Sequence[RawUpdate], begun: set[UpdateId]) -> list[NewUpdate]:
    return [NewUpdate(raw.update_id, raw.text, raw.update_id in begun, raw.person_id) for raw in updates]
