"""This wasn't me: the customer freezes the own card, and may open it again after a day.

Not here: what managers see and do (staff/thawing.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.freezing import draw_freeze_question, draw_frozen
from handlers.filters import PrivateChat
from handlers.notices import render_receipt
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.customers.freezing import FindOwnReceipt, FreezeCard, ThawOwnCard


def create_router() -> Router:
    """The button under a receipt, the question, and the way back."""
    router = Router(name="customer.freezing")
    router.callback_query.register(ask, callbacks.NotMe.filter())
    router.callback_query.register(answer, callbacks.AnswerNotMe.filter())
    router.callback_query.register(thaw_by_button, callbacks.ThawOwn.filter())
    router.message.register(thaw, PrivateChat(), Command("unfreeze"))
    return router


async def ask(
    query: CallbackQuery, callback_data: callbacks.NotMe, person: Person, words: Words,
    find_own_receipt: FindOwnReceipt,
) -> None:  # fmt: skip
    """Asks once, in place of the receipt: a receipt is no screen, nobody else redraws it."""
    operation = await find_own_receipt(person, callback_data.operation_id)
    await answer_tap(query)
    await turn(query, draw_freeze_question(operation, words))


async def answer(
    query: CallbackQuery, callback_data: callbacks.AnswerNotMe, person: Person, words: Words,
    find_own_receipt: FindOwnReceipt, freeze_card: FreezeCard,
) -> None:  # fmt: skip
    """Yes, freeze; or no, and the receipt is as it was."""
    if not callback_data.freeze:
        operation = await find_own_receipt(person, callback_data.operation_id)
        await answer_tap(query)
        await turn(query, render_receipt(operation, words, at_once=False))
        return
    operation = await freeze_card(person, callback_data.operation_id)
    await answer_tap(query, words.plain("toast-frozen"))
    await turn(query, draw_frozen(operation, words))


async def thaw_by_button(
    query: CallbackQuery, person: Person, words: Words, thaw_own_card: ThawOwnCard
) -> None:
    """*Unfreeze my card* under the own card."""
    thawed = await thaw_own_card(person)
    await answer_tap(query, words.plain("toast-thawed-own" if thawed else "toast-not-frozen"))


async def thaw(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, thaw_own_card: ThawOwnCard
) -> None:
    """/unfreeze, for those who like commands."""
    thawed = await thaw_own_card(person)
    text = words.say("toast-thawed-own" if thawed else "toast-not-frozen")
    await send(bot, chat_id, OutgoingMessage(text))
