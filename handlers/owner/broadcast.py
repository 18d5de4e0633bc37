"""/broadcast: an owner writes or forwards a post, sees where its draft stands, and may throw it away.

Not here: its button and offer (broadcast_extras.py), for whom and when (broadcast_plans.py), and the look
before it goes out (broadcast_sending.py).
"""

from typing import assert_never

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import DraftView
from handlers.drawings.broadcast import (
    draw_draft,
    draw_offer_page,
    draw_throw,
    draw_thrown,
    draw_words_page,
)
from handlers.drawings.broadcast_people import draw_everybody, draw_people
from handlers.drawings.own_questions import draw_answers_page
from handlers.drawings.preflight import draw_share, draw_time
from handlers.filters import IsOwner, NotACommand, PrivateChat, SaysOneOf
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import ASKS
from handlers.outgoing import OutgoingMessage
from handlers.owner.broadcast_questions import (
    DRAFT,
    LANGUAGE,
    Composing,
    ask,
    close,
    is_refused_already,
    meant_in,
)
from handlers.post_room import check_version
from handlers.segment_words import BY_WORD
from handlers.sending import answer_tap, send, turn
from handlers.sent_posts import read_post
from handlers.texts import Texts, Words
from loyalty.campaigns import OwnQuestionTerms
from loyalty.ids import CampaignId, ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.refusals import NotOwner, Refused
from loyalty.use_cases.campaigns.draft_reading import ReadDraft, ReadPicker
from loyalty.use_cases.campaigns.drafts import DropVersion, FindDraft, KeepPost, ThrowAway


def create_router() -> Router:
    """Owners only; everybody else gets a sentence. Taps are judged by each use case."""
    router = Router(name="owner.broadcast")
    for asked in (Command("broadcast"), SaysOneOf("button-broadcast")):
        router.message.register(open_draft, PrivateChat(), asked, IsOwner())
        router.message.register(refuse, PrivateChat(), asked)
    router.callback_query.register(begin, callbacks.BeginPost.filter(), IsOwner())
    router.callback_query.register(refuse, callbacks.BeginPost.filter())
    router.callback_query.register(open_view, callbacks.OpenDraft.filter())
    router.callback_query.register(write_version, callbacks.WriteVersion.filter(), flags=ASKS)
    router.callback_query.register(drop_version, callbacks.DropVersion.filter())
    router.callback_query.register(throw_away, callbacks.ThrowAway.filter())
    return router


def create_answer_router() -> Router:
    """The answer to the first question, behind all buttons of the keyboard: pressing one is no post."""
    router = Router(name="owner.broadcast.answer")
    waits = StateFilter(Composing.post)
    router.message.register(keep, PrivateChat(), waits, NotACommand(), flags=DIALOGUE)
    return router


async def refuse(_: Message | CallbackQuery) -> None:
    """Writing to many is the owner's."""
    raise Refused(NotOwner())


async def open_draft(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    find_draft: FindDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """The post that was begun; without one, the question for it."""
    await _go_on(bot, person, words, chat_id, state, find_draft, read_draft)


async def begin(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    find_draft: FindDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Another one; from an old button, the one that was begun meanwhile."""
    await answer_tap(query)
    await _go_on(bot, person, words, chat_id, state, find_draft, read_draft)


async def keep(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, texts: Texts, keep_post: KeepPost, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Kept, and shown where it stands. An album comes picture by picture and is refused once."""
    data = await state.get_data()
    if await is_refused_already(message, state):
        return
    written = read_post(message, bot_id=bot.id)
    draft_id, language = data.get(DRAFT), data.get(LANGUAGE)
    if draft_id is not None and language is not None:
        draft = await read_draft.brief(person, CampaignId(draft_id))
        check_version(written.text, written.photo, draft, texts, language)
    cause = Cause(chat_id, MessageId(message.message_id))
    kept = await keep_post(
        person, written, cause=cause, campaign_id=draft_id, language=language, meant=meant_in(data)
    )
    await close(bot, chat_id, acquaintance, words, state, said=words.say("broadcast-kept"))
    await send(bot, chat_id, draw_draft(await read_draft(person, kept), words))


async def open_view(
    query: CallbackQuery, callback_data: callbacks.OpenDraft, person: Person, words: Words, texts: Texts,
    read_draft: ReadDraft, read_picker: ReadPicker,
) -> None:  # fmt: skip
    """One of its pages."""
    page = await _draw(callback_data, person, words, texts, read_draft, read_picker)
    await answer_tap(query)
    await turn(query, page)


async def write_version(
    query: CallbackQuery, callback_data: callbacks.WriteVersion, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, texts: Texts, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """The post in one language, anew or for the first time."""
    draft, language = await read_draft.brief(person, callback_data.campaign_id), callback_data.language
    if language not in texts.languages:
        await answer_tap(query, words.plain("error-old-button"))
        return
    await answer_tap(query)
    question = isinstance(draft.terms, OwnQuestionTerms)
    key = "question-ask-version" if question else "broadcast-ask-version"
    said = words.say(key, language=words.language_names.get(language, language))
    waits = Composing.question if question else Composing.post
    await ask(bot, chat_id, state, waits, said, draft=draft.id, language=language)


async def drop_version(
    query: CallbackQuery, callback_data: callbacks.DropVersion, person: Person, words: Words, texts: Texts,
    drop_version: DropVersion, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Its readers get another one."""
    await drop_version(person, callback_data.campaign_id, callback_data.language)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_words_page(await read_draft(person, callback_data.campaign_id), words, texts))


async def throw_away(
    query: CallbackQuery, callback_data: callbacks.ThrowAway, person: Person, words: Words,
    throw_away: ThrowAway,
) -> None:  # fmt: skip
    """Asked once, then gone."""
    thrown = await throw_away(person, callback_data.campaign_id)
    await answer_tap(query)
    await turn(query, draw_thrown(thrown, words))


async def _go_on(
    bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext, find_draft: FindDraft,
    read_draft: ReadDraft,
) -> None:  # fmt: skip
    draft_id = await find_draft(person)
    if draft_id is None:
        await ask(bot, chat_id, state, Composing.post, words.say("broadcast-ask"), draft=None)
        return
    await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))


async def _draw(
    wanted: callbacks.OpenDraft, person: Person, words: Words, texts: Texts, read_draft: ReadDraft,
    read_picker: ReadPicker,
) -> OutgoingMessage:  # fmt: skip
    draft_id = wanted.campaign_id
    match wanted.view:
        case DraftView.PEOPLE:
            return draw_people(await read_picker(person, draft_id, tuple(BY_WORD.values())), words)
        case DraftView.EVERYBODY:
            audience = await read_picker.everybody(person, draft_id)
            return draw_everybody(draft_id, audience, words)
        case DraftView.THROW:
            return draw_throw(await read_draft.brief(person, draft_id), words)
        case DraftView.MAIN:
            return draw_draft(await read_draft(person, draft_id), words)
        case DraftView.WORDS:
            return draw_words_page(await read_draft(person, draft_id), words, texts)
        case DraftView.OFFER:
            return draw_offer_page(await read_draft(person, draft_id), words)
        case DraftView.ANSWERS:
            return draw_answers_page(await read_draft(person, draft_id), words)
        case DraftView.TIME:
            return draw_time(await read_draft(person, draft_id), words)
        case DraftView.SHARE:
            return draw_share(await read_draft(person, draft_id), words)
        case _:
            assert_never(wanted.view)
