"""Tills as the owner keeps them: their names, their shifts, their end.

Not here: how an account becomes a till (staff.py) and the till's own screens (staff/till.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.drawings.staff_list import ask_till_removal, draw_owners_till, draw_staff_list
from handlers.filters import NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line, on_staff_screens
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, TillId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import Refused, TillGone
from loyalty.staffing import StaffList
from loyalty.tills import LONGEST_TILL_NAME, TillToday
from loyalty.use_cases.staff.staff_list import ReadStaffList
from loyalty.use_cases.staff.tills import KeepTill

_MOST: Final = LONGEST_TILL_NAME
_WHICH: Final = "till"


class NamingTill(StatesGroup):
    """The one question: what is the till called?"""

    name = State()


def create_router() -> Router:
    """A till's buttons, and the question that one of them starts."""
    router = Router(name="owner.tills")
    naming = StateFilter(NamingTill.name)
    router.callback_query.register(open_till, callbacks.OpenTill.filter())
    router.callback_query.register(end_shift, callbacks.EndTillShift.filter())
    router.callback_query.register(remove_till, callbacks.RemoveTill.filter())
    router.callback_query.register(ask_name, callbacks.RenameTill.filter())
    router.message.register(take_name, PrivateChat(), naming, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), naming, NotACommand(), flags=DIALOGUE)
    return router


async def open_till(
    query: CallbackQuery, callback_data: callbacks.OpenTill, person: Person, words: Words,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """One of the tills."""
    facts, today = await _find(person, callback_data.till_id, read_staff_list)
    await answer_tap(query)
    await turn(query, draw_owners_till(facts, today, words))


async def end_shift(
    query: CallbackQuery, callback_data: callbacks.EndTillShift, person: Person, words: Words,
    keep_till: KeepTill, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """From afar, when somebody forgot."""
    await keep_till.end_shift(person, callback_data.till_id)
    await answer_tap(query, words.plain("toast-shift-ended"))
    facts, today = await _find(person, callback_data.till_id, read_staff_list)
    await turn(query, draw_owners_till(facts, today, words))


async def remove_till(
    query: CallbackQuery, callback_data: callbacks.RemoveTill, person: Person, words: Words,
    keep_till: KeepTill, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Asks once; the second tap removes."""
    _, today = await _find(person, callback_data.till_id, read_staff_list)
    if not callback_data.sure:
        await answer_tap(query)
        await turn(query, ask_till_removal(today, words))
        return
    await keep_till.remove(person, callback_data.till_id)
    await answer_tap(query, words.plain("toast-till-removed"))
    await turn(query, draw_staff_list(await read_staff_list(person), words))


async def ask_name(
    query: CallbackQuery, callback_data: callbacks.RenameTill, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """What staff call it; an account's own name is rarely it."""
    await _find(person, callback_data.till_id, read_staff_list)
    await state.update_data({_WHICH: callback_data.till_id})
    await state.set_state(NamingTill.name)
    await answer_tap(query)
    reply = ForceReply(selective=True, input_field_placeholder=words.plain("till-name-placeholder"))
    await send(bot, chat_id, OutgoingMessage(words.say("till-name-ask", most=_MOST)), keyboard=reply)


async def take_name(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, keep_till: KeepTill,
) -> None:  # fmt: skip
    """The answer; a name that can't be taken is refused, and asked for still."""
    name = in_one_line(message.text or "")
    till_id = TillId((await state.get_data()).get(_WHICH, 0))
    await keep_till.rename(person, till_id, name if on_staff_screens(name, "") else "")
    await state.set_state(None)
    done = OutgoingMessage(words.say("till-name-done", till=name), keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, done)


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker or a voice is no name; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("till-name-ask", most=_MOST)))


async def _find(
    person: Person, till_id: TillId, read_staff_list: ReadStaffList
) -> tuple[StaffList, TillToday]:
    facts = await read_staff_list(person)
    today = facts.find_till(till_id)
    if today is None:
        raise Refused(TillGone())
    return facts, today
