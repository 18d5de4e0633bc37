"""What managers put right: /undo and /adjust with a reason, and the buttons for both.

Not here: the ten-minute undo (visit.py). What came of it arrives as a delivery, with the reason on it.
"""

import re
from dataclasses import dataclass
from typing import Final

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.drawings.corrections import draw_take_back_question, name_reason
from handlers.drawings.phrases import say_points
from handlers.filters import IsManager, NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, reply, send, turn
from handlers.texts import Html, Words
from loyalty.ids import ChatId, MessageId, OperationId, VisitId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.points import POINT
from loyalty.programs import Rules
from loyalty.refusals import NotManager, Refused
from loyalty.use_cases.corrections.adjusting import AdjustCard, OfReceipt, OfVisit
from loyalty.use_cases.corrections.taking_back import FindTakable, TakeBack
from loyalty.use_cases.house.rules import ReadProgram

RECEIPT: Final = r"\s*(?:№|#|nr)?\s*(\d{1,18})"
"""How people write the number of one: with or without its sign."""
_UNDO: Final = re.compile(rf"{RECEIPT}(?:\s+(\S.*))?\s*", re.ASCII | re.DOTALL | re.IGNORECASE)
_ADJUST: Final = re.compile(rf"{RECEIPT}\s+(\S.*)", re.ASCII | re.DOTALL | re.IGNORECASE)
_ADJUSTMENT: Final = re.compile(r"\s*([+\-−–])\s*(\d{1,2})\s+(\S.*)", re.ASCII | re.DOTALL)
_NUMBER: Final = "take_back"
_VISIT: Final = "adjust"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Stamps up or down, and why."""

    stamps: int
    reason: str


def parse_undo(command: CommandObject) -> tuple[OperationId, str] | None:
    """Number and reason of "/undo 123 why"; the reason may be missing, without a number there is nothing."""
    match = _UNDO.fullmatch(command.args or "")
    return (OperationId(int(match[1])), in_one_line(match[2] or "")) if match else None


def parse_adjustment(text: str) -> Adjustment | None:
    """Stamps and reason of "+2 till was down"; None for anything else, and for no stamps or no words."""
    match = _ADJUSTMENT.fullmatch(text)
    if match is None:
        return None
    stamps, reason = int(match[2]), in_one_line(match[3])
    if not stamps or not reason:
        return None
    return Adjustment(stamps if match[1] == "+" else -stamps, reason)


class Correcting(StatesGroup):
    """The two questions: why is it taken back; how many stamps, and why?"""

    reason = State()
    adjustment = State()


def create_router() -> Router:
    """Whoever is no manager gets a sentence; the use cases judge anew."""
    router = Router(name="staff.corrections")
    reason, adjustment = StateFilter(Correcting.reason), StateFilter(Correcting.adjustment)
    router.callback_query.register(take_back_for, callbacks.TakeBack.filter())
    router.callback_query.register(ask_reason, callbacks.TakeBackOtherwise.filter(), IsManager())
    router.callback_query.register(refuse, callbacks.TakeBackOtherwise.filter())
    router.callback_query.register(ask_adjustment, callbacks.Adjust.filter(), IsManager())
    router.callback_query.register(refuse, callbacks.Adjust.filter())
    router.message.register(undo, Command("undo"), IsManager())
    router.message.register(refuse, Command("undo"))
    router.message.register(adjust, Command("adjust"), IsManager())
    router.message.register(refuse, Command("adjust"))
    router.message.register(take_back, PrivateChat(), reason, PlainText(), flags=DIALOGUE)
    router.message.register(adjust_visit, PrivateChat(), adjustment, PlainText(), flags=DIALOGUE)
    for question in (reason, adjustment):
        router.message.register(ask_for_text, PrivateChat(), question, NotACommand(), flags=DIALOGUE)
    return router


async def refuse(_: Message | CallbackQuery) -> None:
    """Corrections are a manager's."""
    raise Refused(NotManager())


async def undo(
    message: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    find_takable: FindTakable, take_back: TakeBack,
) -> None:  # fmt: skip
    """/undo 123 why; without the why it is asked for. The answer holds a name: it goes to the own chat."""
    parsed, own_chat = parse_undo(command), ChatId(person.telegram_id)
    if parsed is None:
        await send(bot, chat_id, OutgoingMessage(words.say("undo-how")))
        return
    number, reason = parsed
    if reason:
        await take_back(person, number, reason, chat_id=own_chat, cause=_cause(message, chat_id))
    else:
        await send(bot, own_chat, draw_take_back_question(await find_takable(person, number), words))
    await _say_where(message, words)


async def take_back_for(
    query: CallbackQuery, callback_data: callbacks.TakeBack, person: Person, words: Words, chat_id: ChatId,
    take_back: TakeBack,
) -> None:  # fmt: skip
    """Refund, wrong card, mistake."""
    reason = name_reason(callback_data.reason, words)
    done = await take_back(person, callback_data.operation_id, reason, chat_id=chat_id, cause=None)
    said = words.plain("toast-taken-back") if done.fresh else words.plain("toast-taken-back-before")
    await answer_tap(query, said)
    await turn(query, OutgoingMessage(said))


async def ask_reason(
    query: CallbackQuery, callback_data: callbacks.TakeBackOtherwise, bot: Bot, words: Words, chat_id: ChatId,
    state: FSMContext,
) -> None:  # fmt: skip
    """Other words: they are asked for."""
    await state.set_state(Correcting.reason)
    await state.update_data({_NUMBER: callback_data.operation_id})
    await answer_tap(query)
    asked = ForceReply(selective=True, input_field_placeholder=words.plain("undo-placeholder"))
    text = words.say("undo-ask-own", number=str(callback_data.operation_id))
    await send(bot, chat_id, OutgoingMessage(text), keyboard=asked)


async def take_back(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, take_back: TakeBack,
) -> None:  # fmt: skip
    """The reason in the manager's own words."""
    number = OperationId((await state.get_data())[_NUMBER])
    reason = in_one_line(message.text or "")
    await take_back(person, number, reason, chat_id=chat_id, cause=_cause(message, chat_id))
    await state.set_state(None)
    await _say_done(bot, chat_id, acquaintance, words)


async def adjust(
    message: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    adjust_card: AdjustCard, read_program: ReadProgram,
) -> None:  # fmt: skip
    """/adjust 123 +2 why."""
    rules = (await read_program()).rules
    match = _ADJUST.fullmatch(command.args or "")
    wanted = parse_adjustment(match[2]) if match else None
    if match is None or wanted is None:
        await _say_how(bot, chat_id, "adjust-how", words, rules)
        return
    if await _refuse_points(bot, chat_id, wanted, words, rules):
        return
    cause, card = _cause(message, chat_id), OfReceipt(OperationId(int(match[1])))
    own_chat = ChatId(person.telegram_id)
    await adjust_card(person, card, wanted.stamps, wanted.reason, chat_id=own_chat, cause=cause)
    await _say_where(message, words)


async def ask_adjustment(
    query: CallbackQuery, callback_data: callbacks.Adjust, bot: Bot, words: Words, chat_id: ChatId, state:
    FSMContext, read_program: ReadProgram,
) -> None:  # fmt: skip
    """*Adjust the card* under a staff card."""
    await state.set_state(Correcting.adjustment)
    await state.update_data({_VISIT: callback_data.visit_id})
    await answer_tap(query)
    asked = ForceReply(selective=True, input_field_placeholder=words.plain("adjust-placeholder"))
    lines = _explain("adjust-ask", words, (await read_program()).rules)
    await send(bot, chat_id, OutgoingMessage("\n".join(lines)), keyboard=asked)


async def adjust_visit(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, adjust_card: AdjustCard, read_program: ReadProgram,
) -> None:  # fmt: skip
    """The answer: +2 till was down; what can't be read is asked for again."""
    wanted, rules = parse_adjustment(message.text or ""), (await read_program()).rules
    if wanted is None:
        await _say_how(bot, chat_id, "adjust-again", words, rules)
        return
    if await _refuse_points(bot, chat_id, wanted, words, rules):
        return
    cause, card = _cause(message, chat_id), OfVisit(VisitId((await state.get_data())[_VISIT]))
    await adjust_card(person, card, wanted.stamps, wanted.reason, chat_id=chat_id, cause=cause)
    await state.set_state(None)
    await _say_done(bot, chat_id, acquaintance, words)


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker is no reason; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("correction-only-text")))


def _explain(key: str, words: Words, rules: Rules) -> list[Html]:
    """What is to be sent; and where points are collected too, that they are not what is counted."""
    both = rules.gives_points and rules.gives_stamps
    return [words.say(key), *([words.say("adjust-only-stamps")] if both else [])]


async def _say_how(bot: Bot, chat_id: ChatId, key: str, words: Words, rules: Rules) -> None:
    await send(bot, chat_id, OutgoingMessage("\n".join(_explain(key, words, rules))))


async def _refuse_points(bot: Bot, chat_id: ChatId, wanted: Adjustment, words: Words, rules: Rules) -> bool:
    """Whoever writes "+10 points" means no ten stamps, and no reason either."""
    first = wanted.reason.lower().split()[0].strip(".,:;!")
    named = {say_points(words, count * POINT).split()[-1] for count in (1, 2, 5)}  # in each plural form
    if not (rules.gives_points and rules.gives_stamps and first in named):
        return False
    await send(bot, chat_id, OutgoingMessage(words.say("adjust-no-points")))
    return True


async def _say_done(bot: Bot, chat_id: ChatId, acquaintance: Acquaintance, words: Words) -> None:
    """What was done comes as a delivery, with its buttons; this one brings the usual keyboard."""
    done = OutgoingMessage(words.say("question-done"), silent=True, keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, done)


async def _say_where(message: Message, words: Words) -> None:
    """In a group: that the answer is elsewhere, away from customers."""
    if message.chat.type != ChatType.PRIVATE:
        await reply(message, words.plain("correction-moved"))


def _cause(message: Message, chat_id: ChatId) -> Cause:
    return Cause(chat_id, MessageId(message.message_id))
