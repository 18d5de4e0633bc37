"""What stands under a post: a button with a link, an offer to take.

Not here: the post (broadcast.py), and what customers do with either.
"""

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import DraftView
from handlers.drawings.broadcast import draw_draft, draw_offer_page, draw_same_words
from handlers.filters import NotACommand, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import KEPT
from handlers.names import in_one_line
from handlers.owner.broadcast_questions import (
    LANGUAGE,
    Composing,
    asked_about,
    close,
    in_order,
    next_language,
)
from handlers.post_room import check_offer
from handlers.sending import answer_tap, send, turn
from handlers.sent_posts import read_link
from handlers.texts import Texts, Words
from handlers.typed_times import read_count
from loyalty.campaigns import Campaign
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.drafts import PutLink, PutOffer
from loyalty.use_cases.house.rules import ReadProgram


def create_router() -> Router:
    """The answers, and the buttons of their pages."""
    router = Router(name="owner.broadcast.extras")
    asked = (PrivateChat(), NotACommand())
    router.message.register(take_link, StateFilter(Composing.link), *asked, flags=DIALOGUE)
    router.message.register(take_label, StateFilter(Composing.label), *asked, flags=DIALOGUE)
    router.message.register(take_item, StateFilter(Composing.item), *asked, flags=DIALOGUE)
    router.message.register(take_limit, StateFilter(Composing.limit), *asked, flags=DIALOGUE)
    router.callback_query.register(drop_link, callbacks.DropLink.filter())
    router.callback_query.register(set_offer, callbacks.SetOffer.filter())
    router.callback_query.register(drop_offer, callbacks.DropOffer.filter())
    return router


async def take_link(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, put_link: PutLink, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """What the button says and where it leads; then what it says in the other languages."""
    draft_id, _ = await asked_about(state)
    label, link = read_link(message.text or "")
    await put_link(person, draft_id, label, link)
    draft = await read_draft.brief(person, draft_id)
    first = in_order(draft, (await read_program()).rules.language)[0]
    if not await _asks_label(bot, chat_id, state, draft, first, words, read_program):
        await close(bot, chat_id, acquaintance, words, state)
        await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))


async def take_label(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, put_link: PutLink, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """The same in another language."""
    draft_id, language = await asked_about(state)
    await put_link(person, draft_id, in_one_line(message.text or ""), "", language=language)
    draft = await read_draft.brief(person, draft_id)
    if not await _asks_label(bot, chat_id, state, draft, language, words, read_program):
        await close(bot, chat_id, acquaintance, words, state)
        await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))


async def take_item(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, texts: Texts, put_offer: PutOffer, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """What can be taken, language by language; then for how long and how many."""
    draft_id, language = await asked_about(state)
    item = in_one_line(message.text or "")
    check_offer(item, await read_draft.brief(person, draft_id), texts, language)
    await put_offer.name(person, draft_id, item, language=language)
    draft, main = await read_draft.brief(person, draft_id), (await read_program()).rules.language
    following = next_language(draft, main, language)
    if following is None:
        await close(bot, chat_id, acquaintance, words, state)
        await send(bot, chat_id, draw_offer_page(await read_draft(person, draft_id), words))
        return
    await state.update_data({LANGUAGE: following, KEPT: True})
    await send(bot, chat_id, draw_same_words(draft_id, following, DraftView.OFFER, words))


async def take_limit(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, put_offer: PutOffer, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """How many in all, where no button says it."""
    draft_id, _ = await asked_about(state)
    await put_offer.limit(person, draft_id, read_count(in_one_line(message.text or "")) or 0)
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_offer_page(await read_draft(person, draft_id), words))


async def drop_link(
    query: CallbackQuery, callback_data: callbacks.DropLink, person: Person, words: Words, put_link: PutLink,
    read_draft: ReadDraft,
) -> None:  # fmt: skip
    """No button any more."""
    await put_link.drop(person, callback_data.campaign_id)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_draft(await read_draft(person, callback_data.campaign_id), words))


async def set_offer(
    query: CallbackQuery, callback_data: callbacks.SetOffer, person: Person, words: Words,
    put_offer: PutOffer, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """For how many days, and how many in all."""
    wanted = callback_data
    await put_offer.bound(person, wanted.campaign_id, days=wanted.days, limit=wanted.limit)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_offer_page(await read_draft(person, wanted.campaign_id), words))


async def drop_offer(
    query: CallbackQuery, callback_data: callbacks.DropOffer, person: Person, words: Words,
    put_offer: PutOffer, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Nothing to take any more."""
    await put_offer.drop(person, callback_data.campaign_id)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_draft(await read_draft(person, callback_data.campaign_id), words))


async def _asks_label(
    bot: Bot, chat_id: ChatId, state: FSMContext, draft: Campaign, language: str, words: Words,
    read_program: ReadProgram,
) -> bool:  # fmt: skip
    """Asks what the button says in the language after this one; False: there is none."""
    following = next_language(draft, (await read_program()).rules.language, language)
    if following is None:
        return False
    await state.set_state(Composing.label)
    await state.update_data({LANGUAGE: following, KEPT: True})
    await send(bot, chat_id, draw_same_words(draft.id, following, DraftView.MAIN, words))
    return True
