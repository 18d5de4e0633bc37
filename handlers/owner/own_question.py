"""/question: an owner writes a question of their own, says how it may be answered, reads what came of it.

Not here: its words, people and time, which are those of any draft (broadcast.py and its neighbours).
"""

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import DraftView
from handlers.drawings.broadcast import draw_draft, draw_same_words
from handlers.drawings.own_questions import draw_answers_page
from handlers.drawings.own_results import (
    compose_answers,
    draw_close,
    draw_own_results,
    draw_own_texts,
    draw_running,
    say_answers_caption,
)
from handlers.filters import NotACommand, PrivateChat
from handlers.illustrator import Illustrator
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import ASKS, KEPT
from handlers.names import in_one_line
from handlers.owner.broadcast_questions import (
    DRAFT,
    LANGUAGE,
    Composing,
    ask,
    asked_about,
    close,
    is_refused_already,
    next_language,
)
from handlers.sending import answer_tap, send, turn
from handlers.sent_posts import read_question
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.drafts import FindDraft, KeepPost
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.listening.own_questions import CloseQuestion, ReadOwnResults, SetAnswers


def create_router() -> Router:
    """Owners only: the use cases judge it."""
    router = Router(name="owner.own_question")
    router.message.register(open_question, PrivateChat(), Command("question"))
    router.callback_query.register(begin, callbacks.BeginQuestion.filter(), flags=ASKS)
    router.callback_query.register(set_form, callbacks.SetAnswerForm.filter())
    router.callback_query.register(show_results, callbacks.ShowOwnResults.filter())
    router.callback_query.register(show_texts, callbacks.ReadOwnTexts.filter())
    router.callback_query.register(draw, callbacks.DrawOwnResults.filter())
    router.callback_query.register(close_question, callbacks.CloseQuestion.filter())
    router.callback_query.register(explain_sample, callbacks.TryQuestion.filter())
    return router


def create_answer_router() -> Router:
    """What is answered with a text, behind all buttons of the keyboard."""
    router = Router(name="owner.own_question.answer")
    question, answers = StateFilter(Composing.question), StateFilter(Composing.answers)
    router.message.register(keep, PrivateChat(), question, NotACommand(), flags=DIALOGUE)
    router.message.register(take_answers, PrivateChat(), answers, NotACommand(), flags=DIALOGUE)
    return router


async def open_question(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    find_draft: FindDraft, read_draft: ReadDraft, read_own_results: ReadOwnResults,
) -> None:  # fmt: skip
    """The one that was begun, below the one that runs; else what came of the last one; else the question for
    the question.
    """
    draft_id = await find_draft(person, question=True)
    last = await read_own_results.last(person)
    if draft_id is not None:
        if last is not None and last.until is not None:
            await send(bot, chat_id, draw_running(last.campaign, last.rules, last.until, words))
        await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))
    elif last is not None:
        await send(bot, chat_id, draw_own_results(last, words))
    else:
        await ask(bot, chat_id, state, Composing.question, words.say("question-ask"), draft=None)


async def begin(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    find_draft: FindDraft, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Another one; from an old button, the one that was begun meanwhile."""
    draft_id = await find_draft(person, question=True)
    await answer_tap(query)
    if draft_id is not None:
        await send(bot, chat_id, draw_draft(await read_draft(person, draft_id), words))
    else:
        await ask(bot, chat_id, state, Composing.question, words.say("question-ask"), draft=None)


async def keep(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, keep_post: KeepPost, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """Kept, and shown where it stands. An album comes picture by picture and is refused once."""
    data = await state.get_data()
    if await is_refused_already(message, state):
        return
    cause = Cause(chat_id, MessageId(message.message_id))
    kept = await keep_post(
        person, read_question(message, bot_id=bot.id), cause=cause, campaign_id=data.get(DRAFT),
        language=data.get(LANGUAGE), question=True,
    )  # fmt: skip
    await close(bot, chat_id, acquaintance, words, state, said=words.say("broadcast-kept"))
    await send(bot, chat_id, draw_draft(await read_draft(person, kept), words))


async def set_form(
    query: CallbackQuery, callback_data: callbacks.SetAnswerForm, person: Person, words: Words,
    set_answers: SetAnswers, read_draft: ReadDraft,
) -> None:  # fmt: skip
    """A number, or the own words."""
    await set_answers.form(person, callback_data.campaign_id, callback_data.form)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_draft(await read_draft(person, callback_data.campaign_id), words))


async def take_answers(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, set_answers: SetAnswers, read_draft: ReadDraft, read_program: ReadProgram,
) -> None:  # fmt: skip
    """What can be chosen, language by language."""
    draft_id, language = await asked_about(state)
    said = [line for line in map(in_one_line, (message.text or "").splitlines()) if line]
    await set_answers.choices(person, draft_id, said, language=language)
    draft = await read_draft.brief(person, draft_id)
    following = next_language(draft, (await read_program()).rules.language, language)
    if following is None:
        await close(bot, chat_id, acquaintance, words, state)
        await send(bot, chat_id, draw_answers_page(await read_draft(person, draft_id), words))
        return
    await state.update_data({LANGUAGE: following, KEPT: True})
    await send(bot, chat_id, draw_same_words(draft_id, following, DraftView.ANSWERS, words))


async def show_results(
    query: CallbackQuery, callback_data: callbacks.ShowOwnResults, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, read_own_results: ReadOwnResults,
) -> None:  # fmt: skip
    """Counted now, below: the report that the button may stand under stays."""
    results = await read_own_results(person, callback_data.campaign_id)
    await answer_tap(query)
    await send(bot, chat_id, draw_own_results(results, words))


async def show_texts(
    query: CallbackQuery, callback_data: callbacks.ReadOwnTexts, person: Person, words: Words,
    read_own_results: ReadOwnResults,
) -> None:  # fmt: skip
    """A page of what was written."""
    found = await read_own_results.texts(person, callback_data.campaign_id, callback_data.page)
    await answer_tap(query)
    await turn(query, draw_own_texts(found, words))


async def draw(
    query: CallbackQuery, callback_data: callbacks.DrawOwnResults, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, read_own_results: ReadOwnResults, illustrator: Illustrator,
) -> None:  # fmt: skip
    """Bars below, with what they say in words, what was counted and what that can't say."""
    results = await read_own_results(person, callback_data.campaign_id)
    text = compose_answers(results, words)
    if not text.marks:  # words can't be drawn
        await answer_tap(query, words.plain("error-old-button"))
        return
    await answer_tap(query, words.plain("toast-voice-drawing"))
    await illustrator.send(bot, chat_id, text, say_answers_caption(results, words), words)


async def close_question(
    query: CallbackQuery, callback_data: callbacks.CloseQuestion, person: Person, words: Words,
    close_question: CloseQuestion, read_own_results: ReadOwnResults,
) -> None:  # fmt: skip
    """Asked once, then closed."""
    if not callback_data.sure:
        campaign = (await read_own_results(person, callback_data.campaign_id)).campaign
        await answer_tap(query)
        await turn(query, draw_close(campaign.id, words))
        return
    results = await close_question(person, callback_data.campaign_id)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_own_results(results, words))


async def explain_sample(query: CallbackQuery, words: Words) -> None:
    """What a button would do for somebody who was asked."""
    await answer_tap(query, words.plain("question-sample-says"))
