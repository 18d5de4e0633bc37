"""The pages on which one rule of the cafe is changed by a tap.

Not here: the limits (program_limits.py), and what is answered with a text (owner/program_answers.py).
"""

from collections.abc import Sequence
from typing import Final

from handlers import callbacks
from handlers.callbacks import Preset, Step
from handlers.drawings.phrases import name_item
from handlers.drawings.program import back_to, draw_more, draw_program, hour_of, say_old_cards
from handlers.drawings.program_limits import draw_limits
from handlers.drawings.program_points import draw_collects, draw_currencies, draw_points
from handlers.drawings.program_posting import draw_bounds, draw_posting
from handlers.keyboards import ALONE
from handlers.names import shortened
from handlers.outgoing import Button, OutgoingMessage, Rows, Style
from handlers.texts import Html, Words
from handlers.towns import Town, name_country
from loyalty import days
from loyalty.programs import OldCardsUntil
from loyalty.staffing import StaffList
from loyalty.use_cases.house.rules import GoalQuestion

USUAL_GOALS: Final = (5, 6, 8, 10)
HOURS: Final = tuple(range(7))
_IN_A_ROW: Final = 4


def draw_step(step: Step, facts: StaffList, words: Words) -> OutgoingMessage:
    """A page of the program; for a step that is a question, the program itself."""
    match step:
        case Step.LANGUAGE:
            return _draw_languages(facts, words)
        case Step.COLLECTS:
            return draw_collects(facts.rules, words)
        case Step.POINTS:
            return draw_points(facts.rules, words)
        case Step.CURRENCY:
            return draw_currencies(facts.rules, words)
        case Step.GOAL:
            return _draw_goals(facts, words)
        case Step.STAMP_FOR:
            what = name_item(words, facts.rules.stamp_for)
            text = words.say("set-stamp-for", what=what)
            rows = _presets(Preset.EACH_DRINK, Preset.EACH_VISIT, Step.ASK_STAMP_FOR, words)
            return OutgoingMessage(text, rows, asks=True)
        case Step.ITEM:
            text = words.say("set-item", item=name_item(words, facts.rules.item))
            rows = _presets(Preset.COFFEE, Preset.ANY_DRINK, Step.ASK_ITEM, words)
            return OutgoingMessage(text, rows, asks=True)
        case Step.WHO:
            return _draw_who(words)
        case Step.MORE:
            return draw_more(facts, words)
        case Step.LIMITS:
            return draw_limits(facts.rules, words)
        case Step.DAY:
            return _draw_hours(facts, words)
        case Step.POSTING:
            return draw_posting(facts.rules, words)
        case Step.SEGMENTS:
            return draw_bounds(facts.rules, words)
        case Step.OLD_CARDS:
            return _draw_old_cards(facts, words)
        case _:
            return draw_program(facts, words)


def draw_towns(towns: Sequence[Town], words: Words) -> OutgoingMessage:
    """Several towns have that name."""
    rows = [
        (Button(shortened(f"{_flag(town.country)} {town.name} · {town.zone}", ALONE), _pick(number)),)
        for number, town in enumerate(towns)
    ]
    return OutgoingMessage(words.say("set-town-which"), (*rows, back_to(Step.MAIN, words)), asks=True)


def say_town_set(facts: StaffList, country: str, words: Words) -> Html:
    """Which place was understood, and its clock: whoever is elsewhere sees it at a glance.

    `country`: its ISO code, empty when a zone was named instead of a town.
    """
    rules, time = facts.rules, f"{days.local(facts.now, facts.rules):%H:%M}"
    if not rules.town:
        return words.say("zone-set", zone=rules.zone, time=time)
    place = ", ".join(filter(None, [rules.town, name_country(country, words.language)]))
    return words.say("town-set", place=place, zone=rules.zone, time=time)


def draw_goal_question(question: GoalQuestion, words: Words) -> OutgoingMessage:
    """Before a lower goal holds: how many cards are full by it."""
    text = words.say(
        "goal-fills-cards",
        cards=question.cards,
        goal=str(question.goal),
        item=name_item(words, question.item),
    )
    lower = callbacks.LowerGoal(goal=question.goal, cards=question.cards).pack()
    sure = Button(words.plain("button-lower-goal", goal=str(question.goal)), lower)
    return OutgoingMessage(text, ((sure,), back_to(Step.GOAL, words)))


def draw_skip(words: Words) -> Rows:
    """Under the question for the second language's words."""
    return ((Button(words.plain("button-skip-words"), callbacks.SkipWords().pack()),),)


def _draw_languages(facts: StaffList, words: Words) -> OutgoingMessage:
    """The main one above, the second one below."""
    rules, names = facts.rules, words.language_names
    main = [
        Button(
            name,
            callbacks.SetMainLanguage(language=language).pack(),
            _mark(language == rules.language),
        )
        for language, name in names.items()
    ]
    second = [
        Button(
            words.plain("button-and-language", language=name),
            callbacks.SetSecondLanguage(language=language).pack(),
            _mark(language == rules.second_language),
        )
        for language, name in names.items()
        if language != rules.language
    ]
    no_second = callbacks.SetSecondLanguage(language=None).pack()
    none = Button(words.plain("button-one-language"), no_second, _mark(rules.second_language is None))
    rows = (*_side_by_side(main, 2), *_side_by_side(second, 2), (none,), back_to(Step.MAIN, words))
    return OutgoingMessage(words.say("set-languages"), rows, asks=True)


def _draw_goals(facts: StaffList, words: Words) -> OutgoingMessage:
    goals = [
        Button(str(goal), callbacks.SetGoal(goal=goal).pack(), _mark(goal == facts.rules.goal))
        for goal in USUAL_GOALS
    ]
    own = Button(words.plain("button-own-number"), _open(Step.ASK_GOAL))
    rows = (*_side_by_side(goals, _IN_A_ROW), (own,), back_to(Step.MAIN, words))
    return OutgoingMessage(words.say("set-goal"), rows, asks=True)


def _presets(one: Preset, other: Preset, own: Step, words: Words) -> Rows:
    return (
        (Button(say_preset(one, words), callbacks.UsePreset(preset=one).pack()),),
        (Button(say_preset(other, words), callbacks.UsePreset(preset=other).pack()),),
        (Button(words.plain("button-own-words"), _open(own)),),
        back_to(Step.MAIN, words),
    )


def say_preset(preset: Preset, words: Words) -> str:
    """Words that are there already."""
    return words.plain(f"button-preset-{preset.value.replace('_', '-')}")


def _draw_who(words: Words) -> OutgoingMessage:
    """The ways in are those of the staff list and the staff chat."""
    rows = (
        (Button(words.plain("button-just-me"), _open(Step.MAIN)),),
        (Button(words.plain("button-till-here"), callbacks.InviteTill().pack()),),
        (Button(words.plain("button-staff-here"), callbacks.PickStaffChat().pack()),),
        (Button(words.plain("button-invite-barista"), callbacks.InviteAs(manager=False).pack()),),
        back_to(Step.MAIN, words),
    )
    return OutgoingMessage(words.say("set-who"), rows, asks=True)


def _draw_hours(facts: StaffList, words: Words) -> OutgoingMessage:
    hours = [
        Button(
            f"{hour:02d}:00",
            callbacks.SetDayBegins(hour=hour).pack(),
            _mark(hour == facts.rules.day_begins),
        )
        for hour in HOURS
    ]
    text = words.say("set-day", hour=hour_of(facts.rules))
    return OutgoingMessage(text, (*_side_by_side(hours, _IN_A_ROW), back_to(Step.MORE, words)), asks=True)


def _draw_old_cards(facts: StaffList, words: Words) -> OutgoingMessage:
    rows = [
        (
            Button(
                words.plain(f"button-old-cards-{until.value}"),
                callbacks.SetOldCards(until=until).pack(),
            ),
        )
        for until in OldCardsUntil
    ]
    own = (Button(words.plain("button-own-date"), _open(Step.ASK_OLD_CARDS)),)
    lines = [say_old_cards(facts.rules, words), words.say("set-old-cards")]
    return OutgoingMessage("\n".join(lines), (*rows, own, back_to(Step.MORE, words)), asks=True)


def _side_by_side(buttons: Sequence[Button], width: int) -> Rows:
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def _open(step: Step) -> str:
    return callbacks.OpenStep(step=step).pack()


def _pick(number: int) -> str:
    return callbacks.PickTown(number=number).pack()


def _mark(chosen: bool) -> Style:
    return Style.PRIMARY if chosen else Style.PLAIN


def _flag(country: str) -> str:
    """A country's flag: its name would have to be in every language."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country if "A" <= letter <= "Z")
