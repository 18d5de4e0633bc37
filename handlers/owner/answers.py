"""/answers: the short answers to what customers ask again and again, written by managers.

Not here: giving them (customer/letters.py).
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ForceReply, Message

from handlers import callbacks
from handlers.drawings.answers import draw_answers, draw_deletion, draw_one_answer
from handlers.filters import IsManager, NotACommand, PlainText, PrivateChat
from handlers.keyboards import keys_of
from handlers.middlewares.dialogues import DIALOGUE
from handlers.outgoing import OutgoingMessage
from handlers.sending import answer_tap, send, turn
from handlers.short_answers import give_answer
from handlers.texts import Texts, Words
from loyalty.answers import KINDS, USUAL, Photo, read_triggers, tidy_triggers
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import NotManager, Refused
from loyalty.use_cases.customers.answers import ChangeTriggers, DeleteAnswer, KeepAnswer, ReadAnswers
from loyalty.use_cases.house.rules import ReadProgram

_SLOT: Final = "answer"
_LANGUAGE: Final = "answer_language"
_TRIGGERS: Final = "answer_triggers"


class Answering(StatesGroup):
    """The two questions: what is answered, and which words ask for it."""

    words = State()
    triggers = State()


def create_router() -> Router:
    """Managers only; everybody else gets a sentence."""
    router = Router(name="owner.answers")
    words, triggers = StateFilter(Answering.words), StateFilter(Answering.triggers)
    router.message.register(show, PrivateChat(), Command("answers"), IsManager())
    router.message.register(refuse, PrivateChat(), Command("answers"))
    router.callback_query.register(show_again, callbacks.OpenAnswers.filter())
    router.callback_query.register(open_one, callbacks.OpenAnswer.filter())
    router.callback_query.register(ask_words, callbacks.WriteAnswer.filter(), IsManager())
    router.callback_query.register(refuse, callbacks.WriteAnswer.filter())
    router.callback_query.register(ask_triggers, callbacks.AskTriggers.filter(), IsManager())
    router.callback_query.register(refuse, callbacks.AskTriggers.filter())
    router.callback_query.register(delete, callbacks.DropAnswer.filter())
    router.message.register(keep, PrivateChat(), words, NotACommand(), flags=DIALOGUE)
    router.message.register(keep_triggers, PrivateChat(), triggers, PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), triggers, NotACommand(), flags=DIALOGUE)
    return router


async def show(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_answers: ReadAnswers
) -> None:
    """All of them."""
    await send(bot, chat_id, draw_answers(await read_answers(person), words))


async def refuse(_: Message | CallbackQuery) -> None:
    """What the cafe answers is a manager's."""
    raise Refused(NotManager())


async def show_again(query: CallbackQuery, person: Person, words: Words, read_answers: ReadAnswers) -> None:
    """Back to the list."""
    answers = await read_answers(person)
    await answer_tap(query)
    await turn(query, draw_answers(answers, words))


async def open_one(
    query: CallbackQuery, callback_data: callbacks.OpenAnswer, person: Person, words: Words,
    read_answers: ReadAnswers, read_program: ReadProgram,
) -> None:  # fmt: skip
    """One of them, with what can be done."""
    known = {answer.kind: answer for answer in await read_answers(person)}
    kind, rules = KINDS[callback_data.slot], (await read_program()).rules
    await answer_tap(query)
    await turn(query, draw_one_answer(kind, known.get(kind), words, rules))


async def ask_words(
    query: CallbackQuery, callback_data: callbacks.WriteAnswer, bot: Bot, words: Words, chat_id: ChatId,
    state: FSMContext,
) -> None:  # fmt: skip
    """What is answered? As text, or as a picture with text under it."""
    await state.update_data({_SLOT: callback_data.slot, _LANGUAGE: callback_data.language, _TRIGGERS: []})
    await answer_tap(query)
    await _ask_words(bot, chat_id, words, state)


async def keep(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, texts: Texts, keep_answer: KeepAnswer,
) -> None:  # fmt: skip
    """Kept, and shown as customers will get it; written again, it is replaced."""
    text = message.text or (message.caption if message.photo else None)
    if text is None:
        await send(bot, chat_id, OutgoingMessage(words.say("answer-only-text")))
        return
    data = await state.get_data()
    kind, language = KINDS[data[_SLOT]], str(data[_LANGUAGE])
    triggers = data[_TRIGGERS] or _usual_triggers(kind, texts)
    photo = Photo(bot.id, message.photo[-1].file_id) if message.photo else None
    kept = await keep_answer(person, kind, text, language=language, triggers=triggers, photo=photo)
    await state.set_state(None)
    said = words.say("answer-saved", triggers=", ".join(kept.triggers))
    await send(bot, chat_id, OutgoingMessage(said, keyboard=keys_of(acquaintance, words)))
    spoken = texts.in_language(texts.choose(language))
    await give_answer(bot, chat_id, kept, spoken, to=MessageId(message.message_id))


async def ask_triggers(
    query: CallbackQuery, callback_data: callbacks.AskTriggers, bot: Bot, words: Words, chat_id: ChatId,
    state: FSMContext,
) -> None:  # fmt: skip
    """Which words ask for it? For a new answer of one's own this comes first."""
    await state.set_state(Answering.triggers)
    await state.update_data({_SLOT: callback_data.slot})
    await answer_tap(query)
    reply = ForceReply(selective=True, input_field_placeholder=words.plain("answer-triggers-placeholder"))
    await send(bot, chat_id, OutgoingMessage(words.say("answer-triggers-ask")), keyboard=reply)


async def keep_triggers(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, read_answers: ReadAnswers, change_triggers: ChangeTriggers, read_program: ReadProgram,
) -> None:  # fmt: skip
    """Changed; or, for a new answer, what it says is asked next."""
    triggers, kind = read_triggers(message.text or ""), KINDS[(await state.get_data())[_SLOT]]
    if any(answer.kind == kind for answer in await read_answers(person)):
        changed = await change_triggers(person, kind, triggers)
        await state.set_state(None)
        said = words.say("answer-triggers-saved", triggers=", ".join(changed.triggers))
        await send(bot, chat_id, OutgoingMessage(said, keyboard=keys_of(acquaintance, words)))
        return
    language = (await read_program()).rules.language
    await state.update_data({_TRIGGERS: triggers, _LANGUAGE: language})
    await _ask_words(bot, chat_id, words, state)


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker asks for nothing; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("answer-triggers-ask")))


async def delete(
    query: CallbackQuery, callback_data: callbacks.DropAnswer, person: Person, words: Words,
    read_answers: ReadAnswers, delete_answer: DeleteAnswer,
) -> None:  # fmt: skip
    """Asks once."""
    kind = KINDS[callback_data.slot]
    if callback_data.sure:
        answers = await delete_answer(person, kind)
        await answer_tap(query, words.plain("toast-answer-deleted"))
        await turn(query, draw_answers(answers, words))
        return
    known = {answer.kind: answer for answer in await read_answers(person)}
    await answer_tap(query)
    await turn(query, draw_deletion(kind, known.get(kind), words))


async def _ask_words(bot: Bot, chat_id: ChatId, words: Words, state: FSMContext) -> None:
    await state.set_state(Answering.words)
    kind = KINDS[(await state.get_data())[_SLOT]]
    example = words.plain("answer-placeholder", kind=kind if kind in USUAL else "own")
    reply = ForceReply(selective=True, input_field_placeholder=example)
    await send(bot, chat_id, OutgoingMessage(words.say("answer-ask")), keyboard=reply)


def _usual_triggers(kind: str, texts: Texts) -> tuple[str, ...]:
    """What people write who ask for it, in every language that we speak."""
    if kind not in USUAL:
        return ()
    every = [texts.in_language(language).plain("answer-triggers", kind=kind) for language in texts.languages]
    return tidy_triggers(word for one in every for word in read_triggers(one))
