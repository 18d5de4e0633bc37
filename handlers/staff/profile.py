"""What staff decide about themselves: the name that customers see, and leaving.

Not here: the PIN (pin.py), and what an owner decides about them (owner/staff_list.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.drawings.staff_list import ask_leaving
from handlers.filters import IsStaff, NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line, on_staff_screens
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Html, Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import NotStaff, OwnPhoneOnly, Refused
from loyalty.staffing import LONGEST_STAFF_NAME
from loyalty.use_cases.staff.leaving import Leave
from loyalty.use_cases.staff.staff_list import ChooseName

_MOST: Final = LONGEST_STAFF_NAME


class NamingMyself(StatesGroup):
    """The one question: which name shall customers see?"""

    name = State()


def create_router() -> Router:
    """/name with its question, /leave with its."""
    router = Router(name="staff.profile")
    naming = StateFilter(NamingMyself.name)
    router.message.register(name_myself, PrivateChat(), Command("name"), IsStaff())
    router.message.register(ask_to_leave, PrivateChat(), Command("leave"), IsStaff())
    router.message.register(refuse, PrivateChat(), Command("name", "leave"))
    router.message.register(take_name, PrivateChat(), naming, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), naming, NotACommand(), flags=DIALOGUE)
    router.callback_query.register(leave, callbacks.LeaveWork.filter())
    return router


async def name_myself(
    _: Message, bot: Bot, command: CommandObject, acquaintance: Acquaintance, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, choose_name: ChooseName,
) -> None:  # fmt: skip
    """/name Benny at once, or /name and the question."""
    staff = acquaintance.staff
    if staff is None or staff.till_id is not None:
        raise Refused(OwnPhoneOnly())
    if command.args:
        chosen = await _choose(person, words, choose_name, command.args)
        await send(bot, chat_id, OutgoingMessage(chosen))
        return
    await state.set_state(NamingMyself.name)
    reply = ForceReply(selective=True, input_field_placeholder=words.plain("name-placeholder"))
    text = words.say("name-ask", name=staff.name, most=_MOST)
    await send(bot, chat_id, OutgoingMessage(text), keyboard=reply)


async def take_name(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, choose_name: ChooseName,
) -> None:  # fmt: skip
    """The answer; a name that can't be taken is asked for again."""
    chosen = await _choose(person, words, choose_name, message.text or "")
    await state.set_state(None)
    await send(bot, chat_id, OutgoingMessage(chosen, keyboard=keys_of(acquaintance, words)))


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker or a voice is no name; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("name-only-text", most=_MOST)))


async def ask_to_leave(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """Asks once: only an owner can let somebody in again."""
    await send(bot, chat_id, ask_leaving(words))


async def leave(
    query: CallbackQuery, callback_data: callbacks.LeaveWork, person: Person, words: Words, leave: Leave
) -> None:
    """Yes or no; what a yes does is told by a notice."""
    if callback_data.sure:
        await leave(person)
        await answer_tap(query)
        await turn(query, OutgoingMessage(words.say("leave-ask")))
    else:
        await answer_tap(query)
        await turn(query, OutgoingMessage(words.say("leave-stayed")))


async def refuse(_: Message) -> None:
    """Somebody who doesn't work here has nothing to leave."""
    raise Refused(NotStaff())


async def _choose(person: Person, words: Words, choose_name: ChooseName, typed: str) -> Html:
    """The same rule as for names beside a pair code; a long one is refused rather than cut."""
    name = in_one_line(typed)
    letters = on_staff_screens(name, "")
    await choose_name(person, name if len(name) > _MOST else letters)
    return words.say("name-done", name=letters)
