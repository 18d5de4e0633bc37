"""The one sentence for a person whose message or tap could not be handled.

The owners are told by a delivery, and whoever mends the bug finds the reference in the log.
"""

from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot

from bot.raw_updates import RawUpdate
from handlers.texts import Texts
from loyalty.ids import ChatId
from loyalty.use_cases.house.screens import ReadReader

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DirectApology:
    """Says it where the person is: over the button that was tapped, or in the own chat."""

    bot: Bot
    texts: Texts
    read_reader: ReadReader

    async def __call__(self, raw: RawUpdate, reference: str) -> None:
        """Silent in groups, where nobody may have spoken to the bot; a failure here is only logged."""
        try:
            await self._say(raw, reference)
        except Exception as error:
            _log.warning("apology_lost", problem=type(error).__name__)

    async def _say(self, raw: RawUpdate, reference: str) -> None:
        event = raw.event
        sender: Any = event.get("from")
        code = sender.get("language_code") if isinstance(sender, dict) else None
        chat_id, person_id = raw.order_key
        reader = await self.read_reader(ChatId(person_id))
        phone = code if isinstance(code, str) else ""
        words = self.texts.in_language(self.texts.choose(reader.chosen_language, phone, reader.cafe_language))
        sentence = words.plain("error-broken", reference=reference)
        if raw.kind == "callback_query" and isinstance(event.get("id"), str):
            await self.bot.answer_callback_query(event["id"], sentence, show_alert=True)
        elif raw.kind == "message" and chat_id == person_id and chat_id > 0:
            await self.bot.send_message(chat_id, sentence, parse_mode=None)
