"""Words where a tap is wanted: the buttons are named, under the message that has them.

Not here: what has no buttons to tap (fallback.py), and answers that are texts.
"""

from typing import Any, Final

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.filters import NotACommand, PrivateChat
from handlers.hints import next_hint
from handlers.middlewares.views import HINT
from handlers.outgoing import OutgoingMessage
from handlers.screens import Renderer
from handlers.sending import send
from handlers.texts import Words
from handlers.waiting_taps import WAITING_VIEW, WaitingTap, labels_of, name_buttons
from loyalty.ids import ChatId
from loyalty.people import Acquaintance
from loyalty.use_cases.visits.waiting_taps import FindWaitingScreen

_HINTS: Final = ("hint-tap", "hint-tap-again")
_HINTED: Final = "hinted"


class WantsATap(Filter):
    """Written while something in this chat waits for a tap; hands on `waiting`.

    A customer is told once: what they write next is for the cafe.
    """

    async def __call__(
        self, _: Message, acquaintance: Acquaintance, chat_id: ChatId, state: FSMContext,
        find_waiting_screen: FindWaitingScreen, renderer: Renderer,
    ) -> bool | dict[str, Any]:  # fmt: skip
        data = await state.get_data()
        view, screen = data.get(WAITING_VIEW), await find_waiting_screen(chat_id)
        waiting = WaitingTap(*view) if view else None
        if screen is not None and (view is None or (screen.message_id or view[0]) > view[0]):
            drawn = await renderer.draw(screen)
            waiting = WaitingTap(screen.message_id, labels_of(drawn.rows if drawn else ()))
        if waiting is None or not waiting.labels:
            return False
        told = not _works_here(acquaintance) and data.get(_HINTED, 0) == waiting.message_id
        return False if told else {"waiting": waiting}


def create_router() -> Router:
    """After all that is understood, before letters and the last hint."""
    router = Router(name="mistyped")
    router.message.register(name_them, PrivateChat(), NotACommand(), WantsATap(), flags=HINT)
    return router


async def name_them(
    _: Message, bot: Bot, acquaintance: Acquaintance, words: Words, chat_id: ChatId, state: FSMContext,
    waiting: WaitingTap,
) -> None:  # fmt: skip
    """Which buttons; a customer also hears how to write to the cafe all the same."""
    hint = await next_hint(state, _HINTS) if _works_here(acquaintance) else "hint-tap-letter"
    await state.update_data({_HINTED: waiting.message_id})
    text = words.say(hint, buttons=name_buttons(waiting.labels, words))
    await send(bot, chat_id, OutgoingMessage(text), to=waiting.message_id)


def _works_here(acquaintance: Acquaintance) -> bool:
    return acquaintance.staff is not None or acquaintance.till is not None
