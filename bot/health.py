"""How the process is doing, in sentences for the owner: what its loops report while they run.

It measures nothing itself and decides nothing.
"""

import time
from typing import Final

POLL_IS_LATE_SECONDS: Final = 90.0
"""Over three long polls: by then Telegram should have answered."""


class Health:
    """What troubles each part has now."""

    def __init__(self) -> None:
        self._troubles: dict[str, str] = {}
        self._pauses: dict[int | None, float] = {}
        self._polled_at: float | None = None
        self._received_at: float | None = None

    def trouble(self, part: str, sentence: str) -> bool:
        """A part can't do its work; answers whether that is news (worth a line in the log)."""
        news = self._troubles.get(part) != sentence
        self._troubles[part] = sentence
        return news

    def well(self, part: str) -> None:
        """A part works (again)."""
        self._troubles.pop(part, None)

    def note_pause(self, chat_id: int | None, seconds: float) -> None:
        """Telegram asked us to wait with a chat, None: with campaigns; no trouble, it passes by itself."""
        self._pauses[chat_id] = time.monotonic() + seconds

    def pauses(self) -> list[str]:
        """What waits because Telegram asked us to. Which chat is not said: its number is a person's."""
        now = time.monotonic()
        self._pauses = {chat_id: until for chat_id, until in self._pauses.items() if until > now}
        return [
            f"Telegram asked us to wait: {'one chat' if chat_id else 'campaigns'}, {until - now:.0f} s."
            for chat_id, until in self._pauses.items()
        ]

    def answered(self) -> None:
        """Telegram answered; whether all is well with it is another matter."""
        self._polled_at = time.monotonic()

    def polled(self) -> None:
        """Telegram answered, to a poll or to a look at the webhook, and all is well."""
        self.answered()
        self.well("telegram")

    def received(self) -> None:
        """Telegram posted an update, and it is kept."""
        self._received_at = time.monotonic()

    @property
    def poll_age(self) -> float | None:
        """Seconds since Telegram last answered, None before the first answer."""
        return None if self._polled_at is None else time.monotonic() - self._polled_at

    @property
    def webhook_age(self) -> float | None:
        """Seconds since Telegram last posted an update, None before the first, and when we poll."""
        return None if self._received_at is None else time.monotonic() - self._received_at

    def sentences(self) -> list[str]:
        """Everything that is not as it should be, one sentence each; empty when all is well."""
        sentences = list(self._troubles.values())
        age = self.poll_age
        if age is not None and age > POLL_IS_LATE_SECONDS and "telegram" not in self._troubles:
            sentences.append(f"Telegram has not answered for {age:.0f} seconds.")
        return sentences
