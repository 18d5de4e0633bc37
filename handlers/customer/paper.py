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
from loyalty.use_cases.moving_paper import LookAtPaperCard, MovePaperCard

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
        text = OutgoingMessage(words.say("papercard-yours"))
        await send(bot, chat_id, text, keyboard=card_keyboard(words))
        return
    await state.update_data({_HELD: hash_secret(secret)})
    await send(bot, chat_id, draw_paper_offer(found, words))


async def decide(
    query: CallbackQuery, callback_data: callbacks.MovePaper, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, move_paper_card: MovePaperCard, album: Album,
) -> None:  # fmt: skip
    """Yes: greeted like anybody new, with everything that was on paper; no: the paper stays good."""
    if not callback_data.agreed:
        await answer_tap(query)
        await turn(query, OutgoingMessage(words.say("papercard-kept")))
        return
    held = (await state.get_data()).get(_HELD)
    if held is None:
        raise Refused(UnknownPaperCard())
    facts = await move_paper_card(person, callback_data.card_id, held)
    await answer_tap(query)
    await turn(query, OutgoingMessage(words.say("papercard-is-here")))
    here = OutgoingMessage(words.say("papercard-welcome", cafe=facts.cafe))
    await send(bot, chat_id, here, keyboard=card_keyboard(words))
    card = replace(draw_card(facts, words), rows=place_languages(words))
    await album.send_card(bot, chat_id, facts, card)
