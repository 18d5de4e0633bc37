"""A tap while an owner's question about what goes out to many waits: the question is over.

What is typed next is no answer to it then.

Not here: the questions, and what is written instead (dialogues.py).
"""

from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import StatesGroup
from aiogram.types import TelegramObject

from handlers.callbacks.counter import COUNTER
from handlers.callbacks.queue import BringCard, ChooseAbsent, NotHere, Serve
from handlers.keyboards import keys_of
from handlers.middlewares.actor import Handler
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from loyalty.refusals import Refused

ASKS: Final = {"asks": True}
"""The flags of a tap that may ask something else in place of what waits."""
KEPT: Final = "question_kept"
"""Where a conversation remembers whether an answer was kept before its question was asked once more."""
_AT_THE_COUNTER: Final[tuple[type[CallbackData], ...]] = (*COUNTER, Serve, ChooseAbsent, NotHere, BringCard)


class LeavingMiddleware(BaseMiddleware):
    """Ends it, wherever the tap was; one at the counter leaves it open, since customers don't wait.

    Nothing was kept, unless it was asked in one more language.
    """

    def __init__(self, *questions: type[StatesGroup]) -> None:
        self._states = frozenset(name for group in questions for name in group.__all_states_names__)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        at_the_counter = isinstance(data.get("callback_data"), _AT_THE_COUNTER)
        if at_the_counter or data.get("raw_state") not in self._states:
            return await handler(event, data)
        state: FSMContext = data["state"]
        kept = bool((await state.get_data()).get(KEPT))
        await state.set_state(None)
        if not get_flag(data, "asks"):
            await _say(data, kept=kept)
            return await handler(event, data)
        try:
            result = await handler(event, data)
        except Refused:
            await _say(data, kept=kept)
            raise
        if await state.get_state() is None:
            await _say(data, kept=kept)
        return result


async def _say(data: dict[str, Any], *, kept: bool) -> None:
    """With the usual keyboard, which the question took away."""
    words = data["words"]
    line = words.say("question-done") if kept else words.say("draft-question-left")
    left = OutgoingMessage(line, keyboard=keys_of(data["acquaintance"], words))
    await send(data["bot"], data["chat_id"], left)
