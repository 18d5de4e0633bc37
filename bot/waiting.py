"""The one sentence for people while the database is out of reach: what they did waits, and is not lost.

Not here: the waiting itself (patience.py). The database can't be asked in which language they read, so it is
their phone's.
"""

from collections.abc import Iterable
from typing import Any, Protocol

import structlog
from aiogram import Bot

from bot.raw_updates import RawUpdate
from handlers.texts import Texts

_log = structlog.get_logger(__name__)


class SayItWaits(Protocol):
    """Tells people that what they sent is not done yet."""

    async def __call__(self, updates: Iterable[RawUpdate], /) -> None:
        """Never raises."""
        ...

    def over(self) -> None:
        """The database takes what comes again."""
        ...


class WaitingWord(SayItWaits):
    """Tells each person once, until it is over."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        self._bot = bot
        self._texts = texts
        self._told: set[int] = set()

    async def __call__(self, updates: Iterable[RawUpdate]) -> None:
        """Silent in groups but for taps; a failure here is only logged."""
        for raw in updates:
            _, person_id = raw.order_key
            if person_id in self._told:
                continue
            try:
                if await self._say(raw):
                    self._told.add(person_id)
            except Exception as error:
                _log.warning("waiting_not_told", problem=type(error).__name__)

    def over(self) -> None:
        """The database takes what comes again."""
        self._told.clear()

    async def _say(self, raw: RawUpdate) -> bool:
        sender: Any = raw.event.get("from")
        code = sender.get("language_code") if isinstance(sender, dict) else None
        words = self._texts.in_language(self._texts.choose("", code if isinstance(code, str) else "", ""))
        sentence = words.plain("error-waits")
        chat_id, person_id = raw.order_key
        if raw.kind == "callback_query" and isinstance(raw.event.get("id"), str):
            await self._bot.answer_callback_query(raw.event["id"], sentence, show_alert=True)
        elif raw.kind == "message" and chat_id == person_id and chat_id > 0:
            await self._bot.send_message(chat_id, sentence, parse_mode=None)
        else:
            return False
        return True
