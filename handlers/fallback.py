"""Everything that no other router understood: one useful answer, never the same hint twice in a row.

Not here: anything with an effect. This router comes last.
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.cancelling import cancel
from handlers.filters import IsStaff, PrivateChat, QuestionOpen, TypedCodeText
from handlers.hints import next_hint
from handlers.keyboards import card_keyboard
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.views import HINT
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, reply, send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance

_CUSTOMER_HINTS: Final = ("hint-customer-buttons", "hint-customer-people")
_DIGITS_HINTS: Final = ("hint-customer-digits", "hint-customer-buttons")
_STAFF_HINTS: Final = ("hint-staff-digits", "hint-staff-help")


def create_router() -> Router:
    """Private chats are answered; groups only to a command."""
    router = Router(name="fallback")
    router.message.register(cancel, PrivateChat(), Command("cancel"), QuestionOpen(), flags=DIALOGUE)
    router.message.register(nothing_to_cancel, PrivateChat(), Command("cancel"))
    router.message.register(hint_staff, PrivateChat(), IsStaff(), flags=HINT)
    router.message.register(hint_digits, PrivateChat(), TypedCodeText(), flags=HINT)
    router.message.register(hint_customer, PrivateChat(), flags=HINT)
    router.message.register(hint_group, Command("start", "help"))
    router.callback_query.register(old_button)
    return router


async def hint_customer(_: Message, bot: Bot, words: Words, chat_id: ChatId, state: FSMContext) -> None:
    """To a customer, with the keyboard they may have lost."""
    hint = OutgoingMessage(words.say(await next_hint(state, _CUSTOMER_HINTS)))
    await send(bot, chat_id, hint, keyboard=card_keyboard(words))


async def hint_staff(_: Message, bot: Bot, words: Words, chat_id: ChatId, state: FSMContext) -> None:
    """To whoever works here."""
    await send(bot, chat_id, OutgoingMessage(words.say(await next_hint(state, _STAFF_HINTS))))


async def hint_digits(_: Message, bot: Bot, words: Words, chat_id: ChatId, state: FSMContext) -> None:
    """A customer typed a code: it is for the barista."""
    hint = OutgoingMessage(words.say(await next_hint(state, _DIGITS_HINTS)))
    await send(bot, chat_id, hint, keyboard=card_keyboard(words))


async def hint_group(message: Message, words: Words, bot_link: str) -> None:
    """A command in a group: where to go."""
    await reply(message, words.plain("hint-group", link=bot_link))


async def nothing_to_cancel(
    _: Message, bot: Bot, words: Words, chat_id: ChatId, state: FSMContext, acquaintance: Acquaintance
) -> None:
    """/cancel without a question."""
    others = _CUSTOMER_HINTS if acquaintance.staff is None else _STAFF_HINTS
    hint = await next_hint(state, ("cancel-nothing", *others))
    await send(bot, chat_id, OutgoingMessage(words.say(hint)))


async def old_button(query: CallbackQuery, words: Words) -> None:
    """A button that we don't know (any more)."""
    await answer_tap(query, words.plain("error-old-button"))
