"""Telegram's speed limits, kept: so many messages a second in all, and fewer to one chat.

It sends nothing. Edits count like messages, answers to taps don't.
"""

import asyncio
from collections import OrderedDict
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

from bot.speed import USUAL_SPEED

CHAT_INTERVAL_SECONDS: Final = 1.0
CHAT_BURST: Final = 5
GROUP_MESSAGES: Final = 18
"""In any minute, of the about 20 that Telegram allows: a bucket of four, filled up with fourteen a minute."""
GROUP_BURST: Final = 4
GROUP_INTERVAL_SECONDS: Final = 60.0 / (GROUP_MESSAGES - GROUP_BURST)
_CHATS_REMEMBERED: Final = 5000
MOST_GIVEN_WAY: Final = 3
"""So many answers may go before the next message in a row: a crowd that chats must not hold up receipts."""

paced_by_sender: ContextVar[bool] = ContextVar("paced_by_sender", default=False)
"""Set in the sender's own calls, which have waited for their turn already."""


class EvenRow:
    """A row in which messages stand, evenly spaced, so that no second holds more than its share.

    A bucket of 30 would put 60 into one second. What comes late by less than half a space is caught up with:
    a timer that rings a millisecond late each time would cost one message in thirty.
    """

    def __init__(self, a_second: float = USUAL_SPEED, *, catches_up: bool = True) -> None:
        self._space = 1 / a_second
        self._late = self._space / 2 if catches_up else 0.0
        self._next_at = 0.0
        self._given_way = 0

    async def acquire(self) -> None:
        """Wait for the next place; an answer may go ahead meanwhile."""
        while (wait := self._next_at - self._now()) > 0:  # noqa: ASYNC110 - it is the time that it waits for
            await asyncio.sleep(wait)
        self._given_way = 0
        self._take()

    def give_way(self) -> None:
        """An answer takes the next place, now; when too many did, those in the row don't wait for it."""
        if self._next_at <= self._now():
            self._given_way = 0
        if self._given_way < MOST_GIVEN_WAY:
            self._given_way += 1
            self._take()

    def _take(self) -> None:
        self._next_at = max(self._next_at, self._now() - self._late) + self._space

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


class OverallPace:
    """The limit over all chats, kept twice: before a message is claimed, and before it goes.

    The first keeps claims close to their sends: what was claimed is unknown after a kill. The second keeps
    apart what a slow moment of the database let bunch up in between.
    """

    def __init__(self, a_second: int = USUAL_SPEED) -> None:
        self.claims = EvenRow(a_second)
        # A little faster, or what once bunched up would stay behind; so it need not catch up with anything.
        # At 28, no more than 29 leave in any second, and one is left for what the line delays.
        self.sends = EvenRow(a_second + 0.5, catches_up=False)

    def give_way(self) -> None:
        """An answer goes at once; whatever stands in the rows moves up by one place."""
        self.claims.give_way()
        self.sends.give_way()


@dataclass(slots=True)
class _Chat:
    next_at: float = 0.0
    """When the bucket is full again: as many intervals earlier as it holds, less one, a message may go."""
    closed_until: float = 0.0


class ChatPace:
    """When the next message may go to a chat: one a second, bursts of five; in a group 18 in any minute."""

    def __init__(self, a_second: int = USUAL_SPEED) -> None:
        self.overall = OverallPace(a_second)
        """The row over all chats."""
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    def wait_for(self, chat_id: int) -> float:
        """Seconds until a message may go to this chat; nothing is booked."""
        now = self._now()
        return max(0.0, self._free_at(chat_id, self._chats.get(chat_id) or _Chat(), now) - now)

    def book(self, chat_id: int) -> float:
        """Take the next place in this chat's row; answers the seconds to wait for it."""
        now = self._now()
        chat = self._chat(chat_id)
        at = self._free_at(chat_id, chat, now)
        _, interval = _bucket_of(chat_id)
        chat.next_at = max(chat.next_at, at) + interval
        return at - now

    def recall(self, chat_id: int, seconds_ago: float) -> None:
        """A message went to this chat before this process began: Telegram counts it all the same."""
        chat, (_, interval) = self._chat(chat_id), _bucket_of(chat_id)
        chat.next_at = max(chat.next_at, self._now() - seconds_ago) + interval

    def close(self, chat_id: int, seconds: float) -> None:
        """Telegram asked to leave this chat alone for so long."""
        chat = self._chat(chat_id)
        chat.closed_until = max(chat.closed_until, self._now() + seconds)

    def closed_for(self, chat_id: int) -> float:
        """Seconds for which Telegram asked to leave this chat alone; 0 when it did not."""
        chat = self._chats.get(chat_id)
        return max(0.0, chat.closed_until - self._now()) if chat else 0.0

    def _chat(self, chat_id: int) -> _Chat:
        chat = self._chats.setdefault(chat_id, _Chat())
        self._chats.move_to_end(chat_id)
        if len(self._chats) > _CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        return chat

    @staticmethod
    def _free_at(chat_id: int, chat: _Chat, now: float) -> float:
        burst, interval = _bucket_of(chat_id)
        return max(now, chat.closed_until, chat.next_at - (burst - 1) * interval)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


def _bucket_of(chat_id: int) -> tuple[int, float]:
    """How many messages a chat takes at once, and the seconds until there is room for one more."""
    if chat_id < 0:
        return GROUP_BURST, GROUP_INTERVAL_SECONDS
    return CHAT_BURST, CHAT_INTERVAL_SECONDS
