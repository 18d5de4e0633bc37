"""Rewards: what a customer holds.

Not here: using one, which shows a code (code.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.drawings.card import draw_rewards
from handlers.filters import PrivateChat, SaysOneOf
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.use_cases.cards import ShowCard


def create_router() -> Router:
    """The button and its command."""
    router = Router(name="customer.rewards")
    router.message.register(list_rewards, PrivateChat(), SaysOneOf("button-rewards"))
    router.message.register(list_rewards, PrivateChat(), Command("rewards"))
    return router


async def list_rewards(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, show_card: ShowCard
) -> None:
    """A button for each kind."""
    await send(bot, chat_id, draw_rewards(await show_card(person), words))
