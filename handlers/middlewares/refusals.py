"""Refusals on their way to a person: a toast for a tap, a reply for a message and for a tap that had waited.

One that refuses an answer brings the usual keyboard back, which the question took away.

Not here: the words (errors.py, own_power.py) and other exceptions, which are bugs and go on to bot/.
"""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.keyboards import keys_of
from handlers.middlewares.actor import Handler
from handlers.outgoing import Keyboard
from handlers.own_power import word_refusal_for
from handlers.sending import answer_tap, reply
from handlers.texts import Words
from loyalty.refusals import Refusal, Refused
from loyalty.use_cases.house.outages import NoteLeftUndone


class RefusalsMiddleware(BaseMiddleware):
    """Turns Refused into words; never silence for whoever may not do something."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except Refused as refused:
            words: Words = data["words"]
            refusal = refused.refusal
            text = word_refusal_for(data["acquaintance"], refusal, words)
        if isinstance(event, CallbackQuery):
            if not await answer_tap(event, text):
                await _say_late(event, text, refusal, data)
        elif isinstance(event, Message):
            await reply(event, text, keyboard=_keys_after(event, data))
        return None


async def _say_late(query: CallbackQuery, text: str, refusal: Refusal, data: dict[str, Any]) -> None:
    """The tap had waited, while the bot was away perhaps, and nobody sees a toast any more."""
    note_left_undone: NoteLeftUndone = data["note_left_undone"]
    await note_left_undone(data["person"], refusal)
    if isinstance(query.message, Message):
        await reply(query.message, text)


def _keys_after(message: Message, data: dict[str, Any]) -> Keyboard | None:
    """None unless a question was open in a chat of two."""
    if data.get("raw_state") is None or message.chat.type != ChatType.PRIVATE:
        return None
    return keys_of(data["acquaintance"], data["words"])
