"""Remembers which view of a private chat waits for a tap, until it is answered or something else is done.

Not here: what is said to whoever writes instead (mistyped.py).
"""

from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.middlewares.actor import Handler
from handlers.waiting_taps import WAITING_VIEW, Shown, noting_views

HINT: Final = {"hint": True}
"""The flags of a handler that only hints: what waited goes on waiting."""


class ViewsMiddleware(BaseMiddleware):
    """After a message nothing else waits; after a tap, what it left under the thumb."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        message = event.message if isinstance(event, CallbackQuery) else event
        with noting_views() as shown:
            result = await handler(event, data)
        if message is not None and isinstance(message, Message) and message.chat.type == ChatType.PRIVATE:
            goes_on = isinstance(event, CallbackQuery) or bool(get_flag(data, "hint"))
            await _remember(data["state"], message.chat.id, shown, goes_on=goes_on)
        return result


async def _remember(state: FSMContext, chat_id: int, shown: Shown, *, goes_on: bool) -> None:
    before = (await state.get_data()).get(WAITING_VIEW)
    now = before if goes_on and before and (chat_id, before[0]) not in shown else None
    for (chat, message_id), labels in shown.items():
        if chat == chat_id and labels:
            now = [message_id, labels]
    if now != before:
        await state.update_data({WAITING_VIEW: now})
