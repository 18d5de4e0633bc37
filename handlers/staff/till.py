"""At a till: who is on shift, in one tap, with a PIN for those who have one.

Not here: the work itself, which a till does with the handlers of staff.
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.tills import ERASE, draw_shift, draw_shift_pin
from handlers.filters import IsTill, PrivateChat, SaysOneOf
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from handlers.welcome import greet_till
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.refusals import Refused
from loyalty.tills import TillFacts, is_pin
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.staff.tills import EndShift, PinWanted, ReadTill, TakeShift

_SO_FAR: Final = "shift_pin"


def create_router() -> Router:
    """Greeting, the list of names, a name, its PIN, the end."""
    router = Router(name="staff.till")
    router.message.register(greet, PrivateChat(), Command("start", "help"), IsTill())
    router.message.register(show, PrivateChat(), SaysOneOf("button-on-shift"))
    router.callback_query.register(take_shift, callbacks.TakeShift.filter())
    router.callback_query.register(tap_digit, callbacks.ShiftPin.filter())
    router.callback_query.register(show_again, callbacks.ShowShift.filter())
    router.callback_query.register(end_shift, callbacks.EndShift.filter())
    return router


async def greet(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_till: ReadTill,
    read_program: ReadProgram,
) -> None:  # fmt: skip
    """What a till is, with its keyboard; then who is on shift."""
    facts, program = await read_till(person), await read_program()
    await send(bot, chat_id, greet_till(till=facts.till.name, cafe=program.rules.cafe, words=words))
    await send(bot, chat_id, draw_shift(facts, words))


async def show(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_till: ReadTill
) -> None:
    """Who is on shift."""
    await send(bot, chat_id, draw_shift(await read_till(person), words))


async def show_again(query: CallbackQuery, person: Person, words: Words, read_till: ReadTill) -> None:
    """Back from somebody's PIN."""
    facts = await read_till(person)
    await answer_tap(query)
    await turn(query, draw_shift(facts, words))


async def take_shift(
    query: CallbackQuery, callback_data: callbacks.TakeShift, person: Person, words: Words, state: FSMContext,
    take_shift: TakeShift,
) -> None:  # fmt: skip
    """One tap on a name; what was tapped on an older pad is forgotten."""
    taken = await take_shift(person, callback_data.staff_id)
    await state.update_data({_SO_FAR: ["", callback_data.staff_id]})
    await answer_tap(query, _say_taken(taken, words))
    await turn(query, _draw(taken, 0, words))


async def tap_digit(
    query: CallbackQuery, callback_data: callbacks.ShiftPin, person: Person, words: Words, state: FSMContext,
    take_shift: TakeShift, read_till: ReadTill,
) -> None:  # fmt: skip
    """A digit; with the fourth one the PIN is judged, and a wrong one leads back to the names."""
    digits = await _digits(state, callback_data)
    full = is_pin(digits)
    await state.update_data({_SO_FAR: ["" if full else digits, callback_data.staff_id]})
    try:
        taken = await take_shift(person, callback_data.staff_id, pin=digits if full else None)
    except Refused:
        await turn(query, draw_shift(await read_till(person), words))
        raise
    await answer_tap(query, _say_taken(taken, words))
    await turn(query, _draw(taken, len(digits), words))


async def end_shift(query: CallbackQuery, person: Person, words: Words, end_shift: EndShift) -> None:
    """Nobody is on shift."""
    facts = await end_shift(person)
    await answer_tap(query, words.plain("toast-shift-ended"))
    await turn(query, draw_shift(facts, words))


def _say_taken(taken: TillFacts | PinWanted, words: Words) -> str:
    """Nothing while a PIN is being tapped."""
    if isinstance(taken, PinWanted) or taken.shift is None:
        return ""
    return words.plain("toast-on-shift", name=taken.shift.staff.name)


def _draw(taken: TillFacts | PinWanted, typed: int, words: Words) -> OutgoingMessage:
    if isinstance(taken, PinWanted):
        return draw_shift_pin(taken.staff, typed, words)
    return draw_shift(taken, words)


async def _digits(state: FSMContext, tapped: callbacks.ShiftPin) -> str:
    """What was tapped so far for this person, and this digit."""
    if tapped.digit == ERASE:
        return ""
    digits, staff_id = (await state.get_data()).get(_SO_FAR, ["", tapped.staff_id])
    return f"{digits if staff_id == tapped.staff_id else ''}{tapped.digit}"
