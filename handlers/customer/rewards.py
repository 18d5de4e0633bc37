"""Rewards: what a customer holds.

Not here: using one, which shows a code (code.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.card import draw_rewards
from handlers.filters import PrivateChat, SaysOneOf
from handlers.sending import answer_tap, send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.customers.cards import ShowCard


def create_router() -> Router:
    """The button and its command."""
    router = Router(name="customer.rewards")
    router.message.register(list_rewards, PrivateChat(), SaysOneOf("button-rewards"))
    router.message.register(list_rewards, PrivateChat(), Command("rewards"))
    router.callback_query.register(list_own, callbacks.ListOwnRewards.filter())
    return router


async def list_rewards(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_card: ShowCard
) -> None:
    """A button for each kind."""
    await send(bot, chat_id, draw_rewards(await show_card(person), words))


async def list_own(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_card: ShowCard
) -> None:
    """The same from under the own card, where staff have it."""
    facts = await show_card(person)
    await answer_tap(query)
    await send(bot, chat_id, draw_rewards(facts, words))
