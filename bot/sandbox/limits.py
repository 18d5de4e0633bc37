"""How fast the bot sends: what it sent to whom and when, and Telegram's limits where they are asked for.

It counts what adds or edits a message; answers to taps are free, as with Telegram.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.sandbox.refusals import Impossible, Json, Refusal

COUNTED = {
    "sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "copyMessage", "forwardMessage",
    "editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup",
}  # fmt: skip
MINUTE = 60.0
KEPT = 50_000
CLOCKS = ("sandbox", "wall")
ClockName = Literal["sandbox", "wall"]


@dataclass(slots=True)
class ChatPace:
    """What went to one chat, in seconds of both clocks."""

    sent: deque[dict[str, float]] = field(default_factory=lambda: deque(maxlen=KEPT))
    window: dict[str, deque[float]] = field(default_factory=lambda: {name: deque() for name in CLOCKS})
    most: dict[str, int] = field(default_factory=lambda: dict.fromkeys(CLOCKS, 0))
    refused: int = 0
    free_at: float = 0.0
    """When the bucket of this chat is full again."""

    def add(self, moment: dict[str, float]) -> None:
        """One more, at these seconds."""
        self.sent.append(moment)
        for name, times in self.window.items():
            times.append(moment[name])
            self.forget(name, moment[name])
            self.most[name] = max(self.most[name], len(times))

    def forget(self, name: str, now: float) -> None:
        """What is a minute old no longer counts."""
        times = self.window[name]
        while times and now - times[0] >= MINUTE:
            times.popleft()


class Limits:
    """The pace of each chat. Nothing is refused until limits are set."""

    def __init__(self, *, now: Callable[[], datetime]) -> None:
        self._now = now
        self._chats: dict[int, ChatPace] = {}
        self._group_per_minute = 0.0
        self._per_second = 0.0
        self._burst = 5.0
        self._clock: ClockName = "wall"

    def set(self, asked: Json) -> None:
        """New limits, as POST /sim/limits asks for them; what is not named is off. Raises Impossible."""
        known = {"group_per_minute", "per_chat_per_second", "burst", "clock"}
        if unknown := asked.keys() - known:
            raise Impossible(f"Limits don't know {', '.join(sorted(unknown))}.")
        numbers = {name: value for name, value in asked.items() if name != "clock"}
        if not all(type(value) in (int, float) and value >= 0 for value in numbers.values()):
            raise Impossible("Limits are numbers.")
        if asked.get("clock", "wall") not in CLOCKS:
            raise Impossible("The clock of limits is wall or sandbox.")
        self._group_per_minute = float(asked.get("group_per_minute", 0))
        self._per_second = float(asked.get("per_chat_per_second", 0))
        self._burst = max(1.0, float(asked.get("burst", 5)))
        self._clock = asked.get("clock", "wall")

    def count(self, method: str, given: Json) -> None:
        """A call is about to be carried out. Raises Refusal where it comes too early."""
        chat_id = given.get("chat_id")
        if method not in COUNTED or not isinstance(chat_id, int):
            return
        times = len(given["media"]) if method == "sendMediaGroup" else 1
        chat = self._chats.setdefault(chat_id, ChatPace())
        moment = {"sandbox": self._now().timestamp(), "wall": time.monotonic()}
        wait = self._wait(chat, chat_id, times, moment[self._clock])
        if wait > 0:
            chat.refused += 1
            seconds = math.ceil(wait)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for _ in range(times):
            chat.add(moment)
        if self._per_second:
            chat.free_at = max(chat.free_at, moment[self._clock]) + times / self._per_second

    def settings(self) -> Json:
        """The limits that hold."""
        return {
            "group_per_minute": self._group_per_minute,
            "per_chat_per_second": self._per_second,
            "burst": self._burst,
            "clock": self._clock,
        }

    def as_json(self) -> Json:
        """The pace of each chat: how many, the most in any minute by either clock, how many were refused."""
        return {
            str(chat_id): {"count": len(chat.sent), "most_in_60s": dict(chat.most), "refused": chat.refused}
            for chat_id, chat in self._chats.items()
        }

    def moments(self, chat_id: int) -> list[dict[str, float]]:
        """When something went to a chat, in seconds: by the sandbox's clock since 1970, and real ones."""
        return list(self._chats.get(chat_id, ChatPace()).sent)

    def _wait(self, chat: ChatPace, chat_id: int, times: int, now: float) -> float:
        """Seconds until so many messages may go; 0 for now."""
        wait = 0.0
        if self._per_second:
            # A full bucket holds `burst` messages, and fills at so many a second.
            wait = chat.free_at + times / self._per_second - self._burst / self._per_second - now
        if self._group_per_minute and chat_id < 0:
            chat.forget(self._clock, now)
            over = len(chat.window[self._clock]) + times - int(self._group_per_minute)
            if over > 0:
                oldest = list(chat.window[self._clock])[: max(over, 1)]
                wait = max(wait, oldest[-1] + MINUTE - now if oldest else MINUTE)
        return wait
