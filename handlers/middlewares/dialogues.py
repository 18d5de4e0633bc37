"""A question ends when the person writes something else: the next plain word must not answer it.

What was written is answered after that, and may bring another keyboard.

Not here: the questions themselves; their handlers carry the flag `dialogue`.
"""

from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject

from handlers.cancelling import leave
from handlers.middlewares.actor import Handler

DIALOGUE: Final = {"dialogue": True}
"""The flags of a handler that belongs to a question."""


class DialoguesMiddleware(BaseMiddleware):
    """Ends an open question before any message handler that is not part of it."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if data.get("raw_state") is not None and not get_flag(data, "dialogue"):
            state: FSMContext = data["state"]
            if isinstance(event, Message) and event.chat.type == ChatType.PRIVATE:
                await leave(data["bot"], data["chat_id"], data["acquaintance"], data["words"], state)
            else:
                await state.set_state(None)
        return await handler(event, data)
