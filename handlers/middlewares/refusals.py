"""Refusals on their way to a person: a toast for a tap, a reply for a message.

Not here: the words (errors.py) and other exceptions, which are bugs and go on to bot/.
"""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.errors import word_refusal
from handlers.middlewares.actor import Handler
from handlers.sending import answer_tap, reply
from handlers.texts import Words
from loyalty.refusals import Refused


class RefusalsMiddleware(BaseMiddleware):
    """Turns Refused into words; never silence for whoever may not do something."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except Refused as refused:
            words: Words = data["words"]
            text = word_refusal(refused.refusal, words)
        if isinstance(event, CallbackQuery):
            await answer_tap(event, text)
        elif isinstance(event, Message):
            await reply(event, text)
        return None
