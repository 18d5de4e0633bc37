"""/move 123 456 why: a lost account's card comes onto that of the new one, after one question.

What came of it arrives as a delivery.
Not here: paper cards, which customers move themselves (customer/paper.py).
"""

import re
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.moves import draw_move_question
from handlers.filters import PrivateChat
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.staff.corrections import RECEIPT
from handlers.texts import Words
from loyalty.ids import ChatId, OperationId
from loyalty.people import Person
from loyalty.use_cases.customers.moving_accounts import MoveAccount, PlanMove

_MOVE: Final = re.compile(rf"{RECEIPT}\s+{RECEIPT}(?:\s+(\S.*))?\s*", re.ASCII | re.DOTALL | re.IGNORECASE)
_WHY: Final = "move_why"
"""Where the conversation keeps the reasons, by the two numbers: a button has no room for one."""
_KEPT: Final = 5


def create_router() -> Router:
    """Whoever is no manager gets a sentence, from the use case."""
    router = Router(name="staff.moves")
    router.message.register(ask, PrivateChat(), Command("move"))
    router.callback_query.register(decide, callbacks.MoveCards.filter())
    return router


async def ask(
    _: Message, command: CommandObject, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    state: FSMContext, plan_move: PlanMove,
) -> None:  # fmt: skip
    """Whom to whom, with what: nothing is done yet."""
    match = _MOVE.fullmatch(command.args or "")
    if match is None:
        await send(bot, chat_id, OutgoingMessage(words.say("move-how")))
        return
    old, new = OperationId(int(match[1])), OperationId(int(match[2]))
    reason = in_one_line(match[3] or "")
    plan = await plan_move(person, old, new, reason)
    reasons = (await state.get_data()).get(_WHY, {})
    latest = dict(list({**reasons, _name(old, new): reason}.items())[-_KEPT:])
    await state.update_data({_WHY: latest})
    await send(bot, chat_id, draw_move_question(plan, old, new, words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.MoveCards, person: Person, words: Words, chat_id: ChatId,
    state: FSMContext, move_account: MoveAccount,
) -> None:  # fmt: skip
    """Yes, or nothing has happened."""
    old, new = callback_data.old, callback_data.new
    if not callback_data.sure:
        await _drop_reason(state, old, new)
        await answer_tap(query, words.plain("toast-move-kept"))
        await turn(query, OutgoingMessage(words.say("move-kept")))
        return
    reason = (await state.get_data()).get(_WHY, {}).get(_name(old, new), "")
    done = await move_account(person, old, new, reason, chat_id=chat_id, cause=None)
    await _drop_reason(state, old, new)
    said = words.plain("toast-moved" if done.fresh else "toast-moved-before")
    await answer_tap(query, said)
    await turn(query, OutgoingMessage(said))


def _name(old: OperationId, new: OperationId) -> str:
    return f"{old}:{new}"


async def _drop_reason(state: FSMContext, old: OperationId, new: OperationId) -> None:
    """A reason may name people: it is kept no longer than the question is open."""
    data = await state.get_data()
    reasons = {name: why for name, why in data.get(_WHY, {}).items() if name != _name(old, new)}
    others = {key: value for key, value in data.items() if key != _WHY}
    await state.set_data({**others, _WHY: reasons} if reasons else others)
