"""History: the receipts, page by page.

Not here: how a receipt is worded (notices.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.card import draw_history
from handlers.filters import PrivateChat, SaysOneOf
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.customers.cards import ShowHistory


def create_router() -> Router:
    """The button, its command, and the turning of pages."""
    router = Router(name="customer.history")
    router.message.register(open_history, PrivateChat(), SaysOneOf("button-history"))
    router.message.register(open_history, PrivateChat(), Command("history"))
    router.callback_query.register(turn_page, callbacks.TurnPage.filter())
    router.callback_query.register(open_own, callbacks.OpenOwnHistory.filter())
    return router


async def open_history(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_history: ShowHistory
) -> None:
    """The newest page."""
    await send(bot, chat_id, draw_history(await show_history(person), words, before=None))


async def open_own(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_history: ShowHistory
) -> None:
    """The same from under the own card, where staff have it."""
    page = await show_history(person)
    await answer_tap(query)
    await send(bot, chat_id, draw_history(page, words, before=None))


async def turn_page(
    query: CallbackQuery,
    callback_data: callbacks.TurnPage,
    person: Person,
    words: Words,
    show_history: ShowHistory,
) -> None:
    """Another page in the same message; always of whoever taps, so a forwarded page shows nobody else's."""
    page = await show_history(person, before=callback_data.before)
    await answer_tap(query)
    await turn(query, draw_history(page, words, before=callback_data.before))
