"""/program and /setup: the cafe's rules on one screen, the pages behind it, and rules that one tap sets.

Not here: questions that are answered with a text (program_answers.py), the wizard's end (wizard.py), and what
a change does (loyalty/use_cases/house/rules.py).
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.callbacks import Preset, Step
from handlers.cancelling import leave
from handlers.drawings.program import draw_changes, draw_more, draw_program
from handlers.drawings.program_limits import draw_limit, wanted_limit
from handlers.drawings.program_steps import draw_goal_question, draw_step, say_preset
from handlers.filters import PrivateChat
from handlers.owner.program_questions import QUESTIONS, ask
from handlers.sending import answer_tap, send, turn
from handlers.texts import Texts, Words
from loyalty.ids import ChatId
from loyalty.limits import Limit
from loyalty.own_words import OwnWords
from loyalty.people import Acquaintance, Person
from loyalty.programs import Rules
from loyalty.staffing import StaffList
from loyalty.use_cases.house.rules import (
    ChangeGoal,
    ChangeRules,
    GoalQuestion,
    ReadChanges,
    ReadProgram,
    RulesWanted,
)
from loyalty.use_cases.staff.staff_list import ReadStaffList


def create_router() -> Router:
    """The screen, its pages, and rules as a wish and not a flip. Who may is asked by each use case."""
    router = Router(name="owner.program")
    router.message.register(show_program, PrivateChat(), Command("program", "setup"))
    router.callback_query.register(open_step, callbacks.OpenStep.filter())
    router.callback_query.register(set_main_language, callbacks.SetMainLanguage.filter())
    router.callback_query.register(set_second_language, callbacks.SetSecondLanguage.filter())
    router.callback_query.register(set_goal, callbacks.SetGoal.filter())
    router.callback_query.register(lower_goal, callbacks.LowerGoal.filter())
    router.callback_query.register(use_preset, callbacks.UsePreset.filter())
    router.callback_query.register(set_reward_at_once, callbacks.SetRewardAtOnce.filter())
    router.callback_query.register(set_staff_alone, callbacks.SetStaffAlone.filter())
    router.callback_query.register(set_day_begins, callbacks.SetDayBegins.filter())
    router.callback_query.register(open_limit, callbacks.OpenLimit.filter())
    router.callback_query.register(set_limit, callbacks.SetLimit.filter())
    return router


async def show_program(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_staff_list: ReadStaffList
) -> None:
    """One sentence a rule; a cafe that is not set up yet gets the wizard."""
    await send(bot, chat_id, draw_program(await read_staff_list(person), words))


async def open_step(
    query: CallbackQuery, callback_data: callbacks.OpenStep, bot: Bot, person: Person,
    acquaintance: Acquaintance, words: Words, chat_id: ChatId, state: FSMContext,
    read_staff_list: ReadStaffList, read_changes: ReadChanges,
) -> None:  # fmt: skip
    """A page turns; a question is asked below. A question that was open before is over."""
    step, facts = callback_data.step, await read_staff_list(person)
    await answer_tap(query)
    if step in QUESTIONS:
        await ask(query, bot, step, facts.rules, words, state)
        return
    if await state.get_state() is not None:
        await leave(bot, chat_id, acquaintance, words, state)
    if step is Step.CHANGES:
        await turn(query, draw_changes(await read_changes(person), words))
    else:
        await turn(query, draw_step(step, facts, words))


async def set_main_language(
    query: CallbackQuery, callback_data: callbacks.SetMainLanguage, person: Person, words: Words,
    texts: Texts, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """In which language groups, signs and strangers are spoken to."""
    if callback_data.language not in texts.languages:
        await answer_tap(query, words.plain("error-old-button"))
        return
    await _save(query, person, words, change_rules, language=callback_data.language)
    await turn(query, draw_step(Step.LANGUAGE, await read_staff_list(person), words))


async def set_second_language(
    query: CallbackQuery, callback_data: callbacks.SetSecondLanguage, person: Person, words: Words,
    texts: Texts, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Which one is printed beside it, and in which own words are asked for too."""
    language = callback_data.language
    if language is not None and language not in texts.languages:
        await answer_tap(query, words.plain("error-old-button"))
        return
    await _save(query, person, words, change_rules, second_language=language)
    await turn(query, draw_program(await read_staff_list(person), words))


async def set_goal(
    query: CallbackQuery, callback_data: callbacks.SetGoal, person: Person, words: Words,
    change_goal: ChangeGoal, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """How many stamps fill a card; asked first when cards are full by it."""
    question = await change_goal(person, callback_data.goal)
    await _say_goal(query, question, await read_staff_list(person), words)


async def lower_goal(
    query: CallbackQuery, callback_data: callbacks.LowerGoal, person: Person, words: Words,
    change_goal: ChangeGoal, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """All the same; asked anew when more cards are full by now."""
    question = await change_goal(person, callback_data.goal, known=callback_data.cards)
    await _say_goal(query, question, await read_staff_list(person), words)


async def use_preset(
    query: CallbackQuery, callback_data: callbacks.UsePreset, person: Person, words: Words,
    texts: Texts, change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Words that we have in every language."""
    preset, facts = callback_data.preset, await read_staff_list(person)
    own = _words_of(preset, facts.rules, texts)
    stamp_for = preset in (Preset.EACH_DRINK, Preset.EACH_VISIT)
    wanted = RulesWanted(stamp_for=own) if stamp_for else RulesWanted(item=own)
    await _save(query, person, words, change_rules, **wanted)
    await turn(query, draw_program(await read_staff_list(person), words))


async def set_reward_at_once(
    query: CallbackQuery, callback_data: callbacks.SetRewardAtOnce, person: Person, words: Words,
    change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """When a filled reward can be had."""
    await _save(query, person, words, change_rules, reward_at_once=callback_data.at_once)
    await turn(query, draw_more(await read_staff_list(person), words))


async def set_staff_alone(
    query: CallbackQuery, callback_data: callbacks.SetStaffAlone, person: Person, words: Words,
    change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """Whether staff hand rewards over without the customer's tap."""
    await _save(query, person, words, change_rules, staff_alone=callback_data.alone)
    await turn(query, draw_more(await read_staff_list(person), words))


async def set_day_begins(
    query: CallbackQuery, callback_data: callbacks.SetDayBegins, person: Person, words: Words,
    change_rules: ChangeRules, read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """The hour at which the cafe's day begins."""
    await _save(query, person, words, change_rules, day_begins=callback_data.hour)
    await turn(query, draw_more(await read_staff_list(person), words))


async def open_limit(
    query: CallbackQuery, callback_data: callbacks.OpenLimit, person: Person, words: Words,
    read_staff_list: ReadStaffList,
) -> None:  # fmt: skip
    """One limit."""
    facts = await read_staff_list(person)
    await answer_tap(query)
    await turn(query, draw_limit(facts.rules, callback_data.limit, words))


async def set_limit(
    query: CallbackQuery, callback_data: callbacks.SetLimit, person: Person, words: Words,
    change_rules: ChangeRules, read_program: ReadProgram,
) -> None:  # fmt: skip
    """From where on it holds, and what it answers."""
    field = callback_data.limit
    wanted = wanted_limit(field, Limit(callback_data.bound, callback_data.answer))
    await _save(query, person, words, change_rules, single_limits=wanted)
    await turn(query, draw_limit((await read_program()).rules, field, words))


async def _save(
    query: CallbackQuery, person: Person, words: Words, change_rules: ChangeRules, **wanted: object
) -> None:
    await change_rules(person, **wanted)  # type: ignore[arg-type]
    await answer_tap(query, words.plain("toast-saved"))


async def _say_goal(
    query: CallbackQuery, question: GoalQuestion | None, facts: StaffList, words: Words
) -> None:
    await answer_tap(query, "" if question else words.plain("toast-saved"))
    await turn(query, draw_goal_question(question, words) if question else draw_program(facts, words))


def _words_of(preset: Preset, rules: Rules, texts: Texts) -> OwnWords:
    """The main language first: whoever reads a language that the words lack gets that one."""
    languages = sorted(texts.languages, key=lambda language: language != rules.language)
    return OwnWords(tuple((one, say_preset(preset, texts.in_language(one))) for one in languages))
