"""What stands behind the buttons of the program's screens: a step to open, or a rule as the owner wants it.

Not here: all other buttons. As with them, every use case judges the person anew.
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import LanguageCode
from loyalty.limits import Answer
from loyalty.programs import Collects, OldCardsUntil


class Step(StrEnum):
    """The pages of the program, and the questions that are answered with a text."""

    MAIN = "main"
    LANGUAGE = "language"
    COLLECTS = "collects"
    POINTS = "points"
    CURRENCY = "currency"
    GOAL = "goal"
    STAMP_FOR = "stamp_for"
    ITEM = "item"
    WHO = "who"
    MORE = "more"
    LIMITS = "limits"
    DAY = "day"
    OLD_CARDS = "old_cards"
    CHANGES = "changes"
    POSTING = "posting"
    SEGMENTS = "segments"
    ASK_NAME = "ask_name"
    ASK_TOWN = "ask_town"
    ASK_GOAL = "ask_goal"
    ASK_STAMP_FOR = "ask_stamp_for"
    ASK_ITEM = "ask_item"
    ASK_ADJUSTMENTS = "ask_adjustments"
    ASK_OLD_CARDS = "ask_old_cards"
    ASK_RESPONSIBLE = "ask_responsible"
    ASK_AMOUNTS = "ask_amounts"
    ASK_MINIMUM = "ask_minimum"
    ASK_LARGE_BILL = "ask_large_bill"


class Preset(StrEnum):
    """Words that are there already, in every language."""

    EACH_DRINK = "each_drink"
    EACH_VISIT = "each_visit"
    COFFEE = "coffee"
    ANY_DRINK = "any_drink"


class LimitField(StrEnum):
    """The limits as the rules call them."""

    ABOVE_GOAL = "above_goal"
    STAMPS_A_VISIT = "stamps_a_visit"
    VISITS_A_DAY = "visits_a_day"
    OVERRIDES_A_DAY = "overrides_a_day"
    STAMPS_AN_HOUR = "stamps_an_hour"
    LARGE_BILL = "large_bill"
    BILLS_AN_HOUR = "bills_an_hour"


class OpenStep(CallbackData, prefix="gs"):
    """Show a page of the program, or ask a question of it."""

    step: Step


class SetMainLanguage(CallbackData, prefix="gl"):
    """The cafe's main language."""

    language: LanguageCode


class SetSecondLanguage(CallbackData, prefix="g2"):
    """The cafe's second language, or none."""

    language: LanguageCode | None


class PickTown(CallbackData, prefix="gt"):
    """Which of several towns of one name."""

    number: Annotated[int, Field(ge=0, le=9)]


class SetCollects(CallbackData, prefix="gc"):
    """Stamps, points or both."""

    collects: Collects


class SetCurrency(CallbackData, prefix="gu"):
    """In which currency bills are."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", max_length=3)]


class SetEarnPercent(CallbackData, prefix="ge"):
    """How much of a bill comes back as points."""

    percent: Annotated[int, Field(ge=1, le=100)]


class SetSpendPercent(CallbackData, prefix="gx"):
    """How much of a bill points can pay."""

    percent: Annotated[int, Field(ge=1, le=100)]


class SetGoal(CallbackData, prefix="gg"):
    """So many stamps fill a card."""

    goal: Annotated[int, Field(ge=1, le=99)]


class LowerGoal(CallbackData, prefix="gw"):
    """So many stamps fill a card, although so many cards are full by it: as many as the owner was told."""

    goal: Annotated[int, Field(ge=1, le=99)]
    cards: Annotated[int, Field(ge=1, le=2**31)]


class UsePreset(CallbackData, prefix="gp"):
    """Take these words."""

    preset: Preset


class SkipWords(CallbackData, prefix="gk"):
    """The words in the first language are enough."""


class SetStaffAlone(CallbackData, prefix="ga"):
    """Whether staff hand rewards over without the customer's own tap: the wish, not a flip."""

    alone: bool


class SetDayBegins(CallbackData, prefix="gd"):
    """The hour at which the day begins."""

    hour: Annotated[int, Field(ge=0, le=23)]


class SetOldCards(CallbackData, prefix="go"):
    """Until when old paper cards are taken."""

    until: OldCardsUntil


class OpenLimit(CallbackData, prefix="gi"):
    """One limit with what it can answer."""

    limit: LimitField


class SetLimit(CallbackData, prefix="gm"):
    """A limit as the owner wants it."""

    limit: LimitField
    bound: Annotated[int, Field(ge=0, le=9999)]
    answer: Answer


class SetRewardAtOnce(CallbackData, prefix="pr"):
    """When a filled reward can be had: the wish, not a flip, so that a second tap changes nothing."""

    at_once: bool


class FinishSetUp(CallbackData, prefix="gf"):
    """All right, start."""


PROGRAM: tuple[type[CallbackData], ...] = (
    OpenStep, SetMainLanguage, SetSecondLanguage, PickTown, SetCollects, SetCurrency, SetEarnPercent,
    SetSpendPercent, SetGoal, LowerGoal, UsePreset, SkipWords,
    SetStaffAlone, SetDayBegins, SetOldCards, OpenLimit, SetLimit, SetRewardAtOnce, FinishSetUp,
)  # fmt: skip
