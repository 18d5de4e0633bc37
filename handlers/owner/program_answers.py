"""The owner's answers to what the program asks: name, town, numbers, own words, a date, who is responsible.

Not here: the questions (program_questions.py). A refused answer leaves its question open.
"""

import re
from datetime import date
from typing import Any

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.program import draw_more, draw_program
from handlers.drawings.program_steps import draw_goal_question, draw_skip, draw_towns, say_town_set
from handlers.filters import NotACommand, PlainText, PrivateChat
from handlers.middlewares.dialogues import DIALOGUE
from handlers.names import in_one_line
from handlers.outgoing import OutgoingMessage
from handlers.owner.program_questions import TOWNS, WORDS_SO_FAR, Asking, ask_words, close
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from handlers.towns import find_towns
from loyalty.ids import ChatId
from loyalty.own_words import OwnWords
from loyalty.people import Acquaintance, Person
from loyalty.programs import GOALS, LONGEST_WORDS
from loyalty.refusals import DatePast, NumberOutOfRange, Refused, WordsUnfit, ZoneUnknown
from loyalty.use_cases.house.rules import ADJUSTMENTS, ChangeGoal, ChangeRules, RulesWanted, TakeOldCardsUntil
from loyalty.use_cases.staff.staff_list import ReadStaffList

_DATE = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4}))", re.ASCII)


def create_router() -> Router:
    """One handler an answer; a sticker, a voice or a picture is none of them."""
    router = Router(name="owner.program_answers")
    asked = StateFilter(Asking)
    for state, answer in (
        (Asking.name, take_name), (Asking.town, take_town), (Asking.goal, take_goal),
        (Asking.words, take_words), (Asking.adjustments, take_adjustments),
        (Asking.old_cards, take_old_cards), (Asking.responsible, take_responsible),
    ):  # fmt: skip
        router.message.register(answer, PrivateChat(), StateFilter(state), PlainText(), flags=DIALOGUE)
    router.message.register(ask_for_text, PrivateChat(), asked, NotACommand(), flags=DIALOGUE)
    router.callback_query.register(pick_town, callbacks.PickTown.filter())
    router.callback_query.register(skip_words, callbacks.SkipWords.filter())
    router.callback_query.register(set_old_cards, callbacks.SetOldCards.filter())
    return router


async def ask_for_text(_: Message, bot: Bot, words: Words, chat_id: ChatId) -> None:
    """A sticker or a voice is no answer; the question stays."""
    await send(bot, chat_id, OutgoingMessage(words.say("ask-text-only")))


async def take_name(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """What the cafe is called."""
    await change_rules(person, cafe=in_one_line(message.text or ""))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_program(await read_staff_list(person), words))


async def take_town(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Where the cafe is: only its time zone counts. Several towns of that name are asked about."""
    towns = await find_towns(in_one_line(message.text or ""))
    if not towns:
        raise Refused(ZoneUnknown())
    if len(towns) > 1:
        await state.update_data({TOWNS: [[town.called, town.zone, town.country] for town in towns]})
        await send(bot, chat_id, draw_towns(towns, words))
        return
    await change_rules(person, town=towns[0].called, zone=towns[0].zone)
    facts = await read_staff_list(person)
    heard = say_town_set(facts, towns[0].country, words)
    await close(bot, chat_id, acquaintance, words, state, said=heard)
    await send(bot, chat_id, draw_program(facts, words))


async def pick_town(
    query: CallbackQuery, callback_data: callbacks.PickTown, bot: Bot, person: Person,
    acquaintance: Acquaintance, words: Words, chat_id: ChatId, state: FSMContext, change_rules: ChangeRules,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """That one; its question loses its buttons."""
    towns = (await state.get_data()).get(TOWNS) or []
    if callback_data.number >= len(towns):
        await answer_tap(query, words.plain("error-old-button"))
        return
    town, zone, country = towns[callback_data.number]
    await change_rules(person, town=town, zone=zone)
    facts = await read_staff_list(person)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, OutgoingMessage(words.say("set-town-which")))
    heard = say_town_set(facts, country, words)
    await close(bot, chat_id, acquaintance, words, state, said=heard)
    await send(bot, chat_id, draw_program(facts, words))


async def take_goal(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_goal: ChangeGoal, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """How many stamps fill a card; asked first when cards are full by it."""
    question = await change_goal(person, _number_in(message, GOALS))
    if question is not None:
        await close(bot, chat_id, acquaintance, words, state, said=words.say("goal-one-question"))
        await send(bot, chat_id, draw_goal_question(question, words))
        return
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_program(await read_staff_list(person), words))


async def take_words(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """The owner's own words in one language; a second language is asked for next, and may be skipped."""
    so_far = (await state.get_data()).get(WORDS_SO_FAR) or {}
    rules = (await read_staff_list(person)).rules
    said = {**so_far.get("said", {}), so_far.get("asked", rules.language): _fit(message)}
    if rules.second_language and rules.second_language not in said:
        await state.update_data({WORDS_SO_FAR: {**so_far, "said": said, "asked": rules.second_language}})
        text = ask_words(item=bool(so_far.get("item")), language=rules.second_language, words=words)
        await send(bot, chat_id, OutgoingMessage(text, draw_skip(words)))
        return
    await change_rules(person, **_words_wanted(so_far, said))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_program(await read_staff_list(person), words))


async def skip_words(
    query: CallbackQuery, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words,
    chat_id: ChatId, state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Everybody reads the words of the main language then."""
    so_far = (await state.get_data()).get(WORDS_SO_FAR) or {}
    if not so_far.get("said"):
        await answer_tap(query, words.plain("error-old-button"))
        return
    await change_rules(person, **_words_wanted(so_far, so_far["said"]))
    await close(bot, chat_id, acquaintance, words, state)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_program(await read_staff_list(person), words))


async def take_adjustments(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """How many stamps a manager may adjust on one day."""
    await change_rules(person, adjustments_a_day=_number_in(message, ADJUSTMENTS))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_more(await read_staff_list(person), words))


async def take_old_cards(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Until when old paper cards are taken."""
    await change_rules(person, old_cards_until=_date_in(message))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_more(await read_staff_list(person), words))


async def set_old_cards(
    query: CallbackQuery, callback_data: callbacks.SetOldCards, person: Person, words: Words,
    take_old_cards_until: TakeOldCardsUntil, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """The same in one tap."""
    await take_old_cards_until(person, callback_data.until)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_more(await read_staff_list(person), words))


async def take_responsible(
    message: Message, bot: Bot, person: Person, acquaintance: Acquaintance, words: Words, chat_id: ChatId,
    state: FSMContext, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Who answers for the customers' data, and how to reach them."""
    await change_rules(person, responsible=in_one_line(message.text or ""))
    await close(bot, chat_id, acquaintance, words, state)
    await send(bot, chat_id, draw_more(await read_staff_list(person), words))


def _number_in(message: Message, bounds: range) -> int:
    text = in_one_line(message.text or "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
    if number not in bounds:
        raise Refused(NumberOutOfRange(least=bounds[0], most=bounds[-1]))
    return number


def _fit(message: Message) -> str:
    text = in_one_line(message.text or "")
    if not 1 <= len(text) <= LONGEST_WORDS:
        raise Refused(WordsUnfit(most=LONGEST_WORDS, length=len(text)))
    return text


def _words_wanted(so_far: dict[str, Any], said: dict[str, str]) -> RulesWanted:
    own = OwnWords.of(said)
    return RulesWanted(item=own) if so_far.get("item") else RulesWanted(stamp_for=own)


def _date_in(message: Message) -> date:
    match = _DATE.fullmatch(in_one_line(message.text or ""))
    try:
        if match is not None and match[1]:
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match is not None:
            return date(int(match[6]), int(match[5]), int(match[4]))
    except ValueError:
        pass
    raise Refused(DatePast())
