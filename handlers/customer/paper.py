"""Somebody opens the link of a paper card: what is on it comes to their Telegram, if they want it.

Not here: staff, for whom the same link opens a visit (staff/open.py).
"""

from dataclasses import replace
from typing import Final

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.album import Album
from handlers.drawings.card import draw_card
from handlers.drawings.languages import place_languages
from handlers.drawings.paper import draw_paper_offer
from handlers.filters import PrivateChat, StartPayload
from handlers.keyboards import card_keyboard
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.refusals import Refused, UnknownPaperCard
from loyalty.secrets import Purpose, hash_secret
from loyalty.use_cases.paper.moving import LookAtPaperCard, MovedPaper, MovePaperCard

_HELD: Final = "paper_card"
"""Where the conversation keeps which card was held before the phone: the hash of its secret."""


def create_router() -> Router:
    """Before /start, which would take every payload."""
    router = Router(name="customer.paper")
    router.message.register(offer, PrivateChat(), StartPayload(Purpose.PAPER_CARD))
    router.callback_query.register(decide, callbacks.MovePaper.filter())
    return router


async def offer(
    _: Message, bot: Bot, secret: str, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    look_at_paper_card: LookAtPaperCard,
) -> None:  # fmt: skip
    """Asked once; nobody joins by looking."""
    found = await look_at_paper_card(person, secret)
    if found is None:
        await _say_yours(bot, chat_id, words)
        return
    await state.update_data({_HELD: hash_secret(secret)})
    await send(bot, chat_id, draw_paper_offer(found, words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.MovePaper, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, move_paper_card: MovePaperCard, album: Album,
) -> None:  # fmt: skip
    """Yes: here is the card, and whoever is new is greeted, once; no: the paper stays good."""
    if not callback_data.agreed:
        await answer_tap(query)
        await turn(query, OutgoingMessage(words.say("papercard-kept")))
        return
    held = (await state.get_data()).get(_HELD)
    if held is None:
        raise Refused(UnknownPaperCard())
    moved = await move_paper_card(person, callback_data.card_id, held)
    await answer_tap(query)
    await turn(query, OutgoingMessage(words.say("papercard-is-here")))
    if moved.fresh:
        await _show_all(bot, chat_id, moved, words, album)
    else:
        await _say_yours(bot, chat_id, words)


async def _show_all(bot: Bot, chat_id: ChatId, moved: MovedPaper, words: Words, album: Album) -> None:
    card = draw_card(moved.card, words)
    if moved.new:
        await _welcome(bot, chat_id, moved.card.cafe, words)
        card = replace(card, rows=place_languages(words))
    await album.send_card(bot, chat_id, moved.card, card)


async def _welcome(bot: Bot, chat_id: ChatId, cafe: str, words: Words) -> None:
    here = OutgoingMessage(words.say("papercard-welcome", cafe=cafe))
    await send(bot, chat_id, here, keyboard=card_keyboard(words))


async def _say_yours(bot: Bot, chat_id: ChatId, words: Words) -> None:
    """With the keyboard, should the first answer have been lost."""
    await send(bot, chat_id, OutgoingMessage(words.say("papercard-yours")), keyboard=card_keyboard(words))
