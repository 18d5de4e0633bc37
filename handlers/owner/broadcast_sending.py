"""The look before a post goes out, the owner's own copy, and letting it go.

Not here: what happens from then on, and its report.
"""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.own_questions import draw_own_question
from handlers.drawings.post import draw_post
from handlers.drawings.preflight import draw_preflight
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.telegram_errors import Fault, classify
from handlers.texts import Texts, Words
from loyalty.campaigns import PURPOSES, Campaign, OwnQuestionTerms, Post, Speed
from loyalty.ids import ChatId
from loyalty.people import Person
from loyalty.refusals import FormattingBroken, LinkRefused, Refused
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.draft_sending import CountChanged, DraftChanged, SendDraft
from loyalty.use_cases.house.rules import ReadProgram


def create_router() -> Router:
    """Taps alone; each use case judges who it is."""
    router = Router(name="owner.broadcast.sending")
    router.callback_query.register(preview, callbacks.PreviewDraft.filter())
    router.callback_query.register(send_to_me, callbacks.SendToMe.filter())
    router.callback_query.register(let_go, callbacks.SendDraft.filter())
    router.callback_query.register(explain_sample, callbacks.TrySample.filter())
    return router


async def preview(
    query: CallbackQuery, callback_data: callbacks.PreviewDraft, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, texts: Texts, speed: Speed, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Each version exactly as it arrives, and below it what happens after the tap."""
    facts = await read_draft(person, callback_data.campaign_id)
    await _show_all(bot, chat_id, facts.campaign, texts)
    await answer_tap(query)
    await send(bot, chat_id, draw_preflight(facts, words, speed))


async def send_to_me(
    query: CallbackQuery, callback_data: callbacks.SendToMe, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, texts: Texts, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """The version that the owner would get as a customer."""
    draft = await read_draft.brief(person, callback_data.campaign_id)
    post = draft.said_in(words.language, (await read_program()).rules.language)
    if post is not None:
        await _show(bot, chat_id, draft, post, texts)
    await answer_tap(query, words.plain("toast-sent-to-me"))


async def let_go(
    query: CallbackQuery, callback_data: callbacks.SendDraft, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, texts: Texts, speed: Speed, send_draft: SendDraft,
) -> None:  # fmt: skip
    """It goes to as many as the button said; what is otherwise by now is shown and asked again."""
    told = callback_data
    outcome = await send_draft(person, told.campaign_id, count=told.count, look=told.look)
    if isinstance(outcome, DraftChanged):
        await _show_all(bot, chat_id, outcome.facts.campaign, texts)
        await answer_tap(query, words.plain("toast-draft-changed"))
        await send(bot, chat_id, draw_preflight(outcome.facts, words, speed))
        return
    await answer_tap(query)
    if isinstance(outcome, CountChanged):
        await turn(query, draw_preflight(outcome.facts, words, speed, told=told.count))
    else:
        await turn(query, OutgoingMessage(words.say("draft-sent")))


async def explain_sample(query: CallbackQuery, words: Words) -> None:
    """What a button would do for somebody who got the post."""
    await answer_tap(query, words.plain("sample-says"))


async def _show_all(bot: Bot, chat_id: ChatId, draft: Campaign, texts: Texts) -> None:
    for post in draft.posts:
        await _show(bot, chat_id, draft, post, texts)


async def _show(bot: Bot, chat_id: ChatId, draft: Campaign, post: Post, texts: Texts) -> None:
    """One version with its buttons. Raises Refused(FormattingBroken or LinkRefused) when Telegram does not
    take it.
    """
    spoken = texts.in_language(texts.choose(post.language))
    purpose, terms = PURPOSES[draft.kind], draft.terms
    if isinstance(terms, OwnQuestionTerms):
        sample = callbacks.TryQuestion().pack()
        drawn = draw_own_question(post, terms, spoken, purpose=purpose, sample=sample)
    else:
        sample = callbacks.TrySample().pack()
        drawn = draw_post(post, spoken, offer=draft.offer, purpose=purpose, sample=sample)
    try:
        await send(bot, chat_id, drawn)
    except TelegramBadRequest as error:
        fault = classify(error)
        if fault is Fault.BAD_LINK:
            raise Refused(LinkRefused(post.link)) from error
        if fault not in (Fault.BAD_MARKUP, Fault.REFUSED):
            raise
        raise Refused(FormattingBroken()) from error
