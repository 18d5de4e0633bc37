"""My card.

Not here: the rewards and receipts behind it (rewards.py, history.py).
"""

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.album import Album
from handlers.drawings.card import draw_card, place_own_ways
from handlers.filters import PrivateChat, SaysOneOf
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.customers.cards import ShowCard


def create_router() -> Router:
    """The button, and its command for those who like commands."""
    router = Router(name="customer.card")
    router.message.register(open_card, PrivateChat(), SaysOneOf("button-my-card"))
    router.message.register(open_card, PrivateChat(), Command("card"))
    return router


async def open_card(
    _: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    show_card: ShowCard, album: Album,
) -> None:  # fmt: skip
    """Picture and the same facts as text; under it what the keyboard of staff has no room for."""
    facts = await show_card(person)
    card = draw_card(facts, words)
    if acquaintance.staff is not None:
        card = replace(card, rows=place_own_ways(words))
    await album.send_card(bot, chat_id, facts, card)
