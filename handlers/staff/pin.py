"""The PIN for tills: tapped, never typed, because a chat keeps what is typed.

Not here: entering it at a till (till.py), and how it is kept (loyalty/tills.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.tills import ERASE, draw_own_pin
from handlers.filters import PrivateChat
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.tills import is_pin
from loyalty.use_cases.staff.tills import ChoosePin, HasPin

_SO_FAR: Final = "own_pin"


def create_router() -> Router:
    """The command, the digits, and doing without."""
    router = Router(name="staff.pin")
    router.message.register(ask_pin, PrivateChat(), Command("pin"))
    router.callback_query.register(tap_digit, callbacks.OwnPin.filter())
    router.callback_query.register(clear_pin, callbacks.ClearPin.filter())
    return router


async def ask_pin(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext, has_pin: HasPin
) -> None:
    """An empty pad; what was tapped on an older one is forgotten."""
    has_one = await has_pin(person)
    await state.update_data({_SO_FAR: ""})
    await send(bot, chat_id, draw_own_pin("", words, has_one=has_one))


async def tap_digit(
    query: CallbackQuery, callback_data: callbacks.OwnPin, person: Person, words: Words, state: FSMContext,
    has_pin: HasPin, choose_pin: ChoosePin,
) -> None:  # fmt: skip
    """With the fourth digit the PIN is set."""
    has_one = await has_pin(person)
    typed = "" if callback_data.digit == ERASE else str(callback_data.digit)
    digits = typed and (await state.get_data()).get(_SO_FAR, "") + typed
    done = is_pin(digits)
    if done:
        await choose_pin(person, digits)
    await state.update_data({_SO_FAR: "" if done else digits})
    await answer_tap(query)
    pad = draw_own_pin(digits, words, has_one=has_one)
    await turn(query, OutgoingMessage(words.say("pin-done")) if done else pad)


async def clear_pin(query: CallbackQuery, person: Person, words: Words, choose_pin: ChoosePin) -> None:
    """One tap on the name is enough again."""
    await choose_pin(person, None)
    await answer_tap(query)
    await turn(query, OutgoingMessage(words.say("pin-cleared")))
