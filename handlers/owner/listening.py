"""What is asked: the owner reads our words, switches them on, and sets when, after which visits, about what.

Not here: what was answered. Who may is asked by each use case.
"""

from dataclasses import replace
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.callbacks import ListeningTerm
from handlers.drawings.listening import draw_aspects, draw_listening, draw_listening_term, draw_survey_words
from handlers.filters import NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.middlewares.leaving import ASKS, KEPT
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.owner.wording import Wording, expected, find_next
from handlers.sending import answer_tap, send, turn
from handlers.texts import Texts, Words
from loyalty.ids import AspectId, ChatId
from loyalty.people import Acquaintance, Person
from loyalty.use_cases.listening.aspects import NameAspect, TakeAspectOff
from loyalty.use_cases.listening.switching import ChangeListening, ReadListening, SwitchListening

_ASPECT: Final = "aspect"


class SettingListening(StatesGroup):
    """Where a review is written; what an aspect is called."""

    link = State()
    aspect = State()


_NAME: Final = Wording(SettingListening.aspect, "listening-ask-aspect", "listening-kept")
_LISTED: Final = replace(_NAME, kept="listening-aspect-listed")


def create_router() -> Router:
    """Owners only: the use cases judge it."""
    router = Router(name="owner.listening")
    link, aspect = StateFilter(SettingListening.link), StateFilter(SettingListening.aspect)
    router.callback_query.register(show, callbacks.ShowListening.filter())
    router.callback_query.register(show_words, callbacks.ReadSurveyWords.filter())
    router.callback_query.register(switch, callbacks.SwitchListening.filter())
    router.callback_query.register(open_term, callbacks.OpenListeningTerm.filter())
    router.callback_query.register(set_term, callbacks.SetListeningTerm.filter())
    router.callback_query.register(ask_link, callbacks.AskReviewLink.filter(), flags=ASKS)
    router.callback_query.register(drop_link, callbacks.DropReviewLink.filter())
    router.callback_query.register(show_aspects, callbacks.OpenAspects.filter())
    router.callback_query.register(add_aspect, callbacks.AddAspect.filter(), flags=ASKS)
    router.callback_query.register(rename_aspect, callbacks.RenameAspect.filter(), flags=ASKS)
    router.callback_query.register(take_off, callbacks.TakeAspectOff.filter())
    router.message.register(keep_link, PrivateChat(), link, PlainText(), flags=DIALOGUE)
    router.message.register(keep_aspect, PrivateChat(), aspect, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), link, NotACommand(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), aspect, NotACommand(), flags=DIALOGUE)
    return router


async def show(query: CallbackQuery, person: Person, words: Words, read_listening: ReadListening) -> None:
    """In place of another page."""
    facts = await read_listening(person)
    await answer_tap(query)
    await turn(query, draw_listening(facts, words))


async def show_words(
    query: CallbackQuery, callback_data: callbacks.ReadSurveyWords, person: Person, words: Words,
    texts: Texts, read_listening: ReadListening,
) -> None:  # fmt: skip
    """Everything that customers will read, before it may be switched on."""
    facts = await read_listening(person)
    await answer_tap(query)
    await turn(query, draw_survey_words(facts, callback_data.kind, words, texts))


async def switch(
    query: CallbackQuery, callback_data: callbacks.SwitchListening, person: Person, words: Words,
    switch_listening: SwitchListening,
) -> None:  # fmt: skip
    """On, or off."""
    facts = await switch_listening(person, callback_data.kind, on=callback_data.on)
    await answer_tap(query, words.plain("toast-listening", on="yes" if callback_data.on else "no"))
    await turn(query, draw_listening(facts, words))


async def open_term(
    query: CallbackQuery, callback_data: callbacks.OpenListeningTerm, person: Person, words: Words,
    read_listening: ReadListening,
) -> None:  # fmt: skip
    """What can be chosen."""
    facts = await read_listening(person)
    await answer_tap(query)
    await turn(query, draw_listening_term(facts, callback_data.term, words))


async def set_term(
    query: CallbackQuery, callback_data: callbacks.SetListeningTerm, person: Person, words: Words,
    change_listening: ChangeListening,
) -> None:  # fmt: skip
    """So long after a visit, or after so many of a hundred."""
    if callback_data.term is ListeningTerm.DELAY:
        facts = await change_listening(person, delay_hours=callback_data.value)
    else:
        facts = await change_listening(person, sample=callback_data.value)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_listening(facts, words))


async def ask_link(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    read_listening: ReadListening,
) -> None:  # fmt: skip
    """Where may customers write about the cafe?"""
    await read_listening(person)
    await answer_tap(query)
    await state.set_state(SettingListening.link)
    await state.update_data({KEPT: False})
    question = OutgoingMessage(words.say("listening-ask-link"))
    await send(bot, chat_id, question, keyboard=ForceReply(selective=True))


async def keep_link(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_listening: ChangeListening,
) -> None:  # fmt: skip
    """Kept, if a button can carry it."""
    facts = await change_listening(person, review_link=(message.text or "").strip())
    await state.set_state(None)
    kept = OutgoingMessage(words.say("listening-kept"), keyboard=keys_of(acquaintance, words))
    await send(bot, chat_id, kept)
    await send(bot, chat_id, draw_listening(facts, words))


async def drop_link(
    query: CallbackQuery, person: Person, words: Words, change_listening: ChangeListening
) -> None:
    """Nowhere any more."""
    facts = await change_listening(person, review_link="")
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_listening(facts, words))


async def show_aspects(
    query: CallbackQuery, person: Person, words: Words, read_listening: ReadListening
) -> None:
    """The list."""
    facts = await read_listening(person)
    await answer_tap(query)
    await turn(query, draw_aspects(facts, words))


async def add_aspect(
    query: CallbackQuery, bot: Bot, person: Person, words: Words, chat_id: ChatId, state: FSMContext,
    read_listening: ReadListening,
) -> None:  # fmt: skip
    """What is it called?"""
    facts = await read_listening(person)
    await answer_tap(query)
    await _NAME.ask(bot, chat_id, state, words, facts.languages[0], about={_ASPECT: None})


async def rename_aspect(
    query: CallbackQuery, callback_data: callbacks.RenameAspect, bot: Bot, person: Person, words: Words,
    chat_id: ChatId, state: FSMContext, read_listening: ReadListening,
) -> None:  # fmt: skip
    """What shall it be called?"""
    facts = await read_listening(person)
    await answer_tap(query)
    about = {_ASPECT: callback_data.aspect_id}
    await _NAME.ask(bot, chat_id, state, words, facts.languages[0], about=about)


async def keep_aspect(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, name_aspect: NameAspect,
) -> None:  # fmt: skip
    """In each language of the cafe, the main one first; each is kept as it comes."""
    aspect_id, language = (await state.get_data()).get(_ASPECT), await expected(state)
    known = None if aspect_id is None else AspectId(int(aspect_id))
    named = await name_aspect(person, known, language, in_one_line(message.text or ""))
    following = None if named.listed else find_next(language, named.listening.languages)
    if following is not None:
        await _NAME.ask(bot, chat_id, state, words, following, about={_ASPECT: named.id}, kept=True)
        return
    await (_LISTED if named.listed else _NAME).end(bot, chat_id, state, acquaintance, words)
    await send(bot, chat_id, draw_aspects(named.listening, words))


async def take_off(
    query: CallbackQuery, callback_data: callbacks.TakeAspectOff, person: Person, words: Words,
    take_aspect_off: TakeAspectOff,
) -> None:  # fmt: skip
    """It is asked about no more."""
    facts = await take_aspect_off(person, callback_data.aspect_id)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_aspects(facts, words))


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A picture says nothing here; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("ask-text-only")))
