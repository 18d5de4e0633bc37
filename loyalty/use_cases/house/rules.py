"""The cafe's rules: read by everybody, changed by owners, each change a version with who and when.

Not here: settings of the server, and what is asked in which order (handlers/owner).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack, cast

from loyalty import days
from loyalty.corrections import old_cards_are_taken
from loyalty.limits import Limits, LimitsWanted
from loyalty.money import CURRENCIES, LARGEST_BILL
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.posts import tidy_link
from loyalty.programs import (
    GOALS,
    LONGEST_NAME,
    LONGEST_WORDS,
    MOST_USUAL,
    Collects,
    OldCardsUntil,
    Program,
    ProgramChange,
    Rules,
)
from loyalty.refusals import (
    AmountsUnfit,
    BoundsOdd,
    DatePast,
    LimitsOdd,
    NumberOutOfRange,
    PointsHeld,
    Refused,
    ReviewLinkUnfit,
    WordsUnfit,
    ZoneUnknown,
)
from loyalty.segment_bounds import SegmentBounds, SegmentBoundsWanted
from loyalty.tickets import APOLOGIES
from loyalty.use_cases.staff.authority import require_owner
from loyalty.use_cases.visits.sale_codes import end_sale_code

LONGEST_TOWN = 60
LONGEST_RESPONSIBLE = 200
ADJUSTMENTS = range(1000)
DAY_BEGINS = range(13)
HOURS = range(24)
POSTS_A_WEEK = range(1, 8)
EARN_PERCENTS = range(1, 51)
SPEND_PERCENTS = range(1, 101)
MOST_CHANGES = 10
"""Versions on the page that lists them."""


class RulesWanted(TypedDict, total=False):
    """The rules that are to change; what is not named stays as it is."""

    cafe: str
    language: str
    second_language: str | None
    town: str
    zone: str
    day_begins: int
    collects: Collects
    currency: str
    earn_percent: int
    spend_percent: int
    minimum_bill: int
    usual_amounts: tuple[int, ...]
    goal: int
    stamp_for: OwnWords
    item: OwnWords
    reward_at_once: bool
    staff_alone: bool
    limits: Limits
    single_limits: LimitsWanted
    adjustments_a_day: int
    old_cards_until: date | None
    quiet_from: int
    quiet_until: int
    posts_a_week: int
    apologies_a_month: int
    segments: SegmentBounds
    single_bounds: SegmentBoundsWanted
    responsible: str
    review_link: str
    set_up: bool


@dataclass(frozen=True, slots=True)
class ReadProgram:
    """The live version of the rules."""

    database: Database

    async def __call__(self) -> Program:
        """The program as it is now."""
        return await self.database.read(lambda tx: tx.programs.get_current())


@dataclass(frozen=True, slots=True)
class ReadRules:
    """How the card works today, for everybody."""

    database: Database

    async def __call__(self) -> Rules:
        """The rules as they are now; of old paper cards nothing once their last day is over."""

        def body(tx: Transaction) -> Rules:
            rules = tx.programs.get_current().rules
            return rules if old_cards_are_taken(tx.now, rules) else replace(rules, old_cards_until=None)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadChanges:
    """What was changed lately, for the owner."""

    database: Database

    async def __call__(self, person: Person) -> Sequence[ProgramChange]:
        """The last versions, newest first, and one more to compare the oldest with.

        Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> Sequence[ProgramChange]:
            require_owner(tx, person)
            return tx.programs.changes(most=MOST_CHANGES + 1)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """The owner changes rules: a new version."""

    database: Database

    async def __call__(self, person: Person, **wanted: Unpack[RulesWanted]) -> Program:
        """The program after the change; a change that changes nothing writes no version.

        Texts are in one line each. Raises Refused: NotOwner, WordsUnfit, NumberOutOfRange, ZoneUnknown,
        DatePast, LimitsOdd, BoundsOdd, AmountsUnfit, PointsHeld, ReviewLinkUnfit.
        """
        return await self.database.write(lambda tx: change_rules(tx, person, wanted.copy()))


@dataclass(frozen=True, slots=True)
class GoalQuestion:
    """A lower goal makes cards full that are not: the owner hears of it before it holds."""

    goal: int
    cards: int
    """Cards that hold so many stamps or more already."""
    item: OwnWords
    """What each of them gives with its next stamp."""


@dataclass(frozen=True, slots=True)
class ChangeGoal:
    """The owner sets how many stamps fill a card."""

    database: Database

    async def __call__(self, person: Person, goal: int, *, known: int = 0) -> GoalQuestion | None:
        """None when it was set; a question, and nothing changed, when more cards than the `known` ones would
        be full by it. Raises Refused: NotOwner, NumberOutOfRange.
        """

        def body(tx: Transaction) -> GoalQuestion | None:
            require_owner(tx, person)
            rules = tx.programs.get_current().rules
            if goal in GOALS and goal < rules.goal:
                cards = tx.cards.count_holding(goal)
                if cards > known:
                    return GoalQuestion(goal, cards, rules.item)
            change_rules(tx, person, RulesWanted(goal=goal))
            return None

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class TakeOldCardsUntil:
    """Stamps of old paper cards can be carried over until then."""

    database: Database

    async def __call__(self, person: Person, until: OldCardsUntil) -> Program:
        """The program after the change. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> Program:
            today = days.day_of(tx.now, tx.programs.get_current().rules).date
            next_month = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
            dates = {OldCardsUntil.TODAY: today, OldCardsUntil.MONTH: next_month - timedelta(days=1)}
            return change_rules(tx, person, RulesWanted(old_cards_until=dates.get(until)))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class BeginSetUp:
    """The first owner is there: what can be guessed is guessed, so that little has to be typed."""

    database: Database

    async def __call__(self, person: Person, *, cafe: str, language: str) -> bool:
        """Whether the wizard is still to be gone through. `cafe`: what the bot is called; guessed only as
        long as nobody has decided anything. Raises Refused(NotOwner).
        """

        def body(tx: Transaction) -> bool:
            owner = require_owner(tx, person)
            [latest] = tx.programs.changes(most=1)
            if not latest.rules.set_up and not latest.by:
                second = None if language == "en" else "en"
                named = cafe.strip()[:LONGEST_NAME].strip() or latest.rules.cafe
                guess = replace(latest.rules, cafe=named, language=language, second_language=second)
                tx.programs.add(guess, by=owner.id)
            return not latest.rules.set_up

        return await self.database.write(body)


def change_rules(tx: Transaction, person: Person, changes: RulesWanted) -> Program:
    """The program after the change. Raises Refused, as ChangeRules does."""
    owner = require_owner(tx, person)
    current = tx.programs.get_current()
    single = changes.pop("single_limits", LimitsWanted())
    bounds = changes.pop("single_bounds", SegmentBoundsWanted())
    wanted = replace(current.rules, **cast(dict[str, Any], changes))
    wanted = replace(wanted, limits=replace(wanted.limits, **single))
    wanted = replace(wanted, segments=replace(wanted.segments, **bounds))
    if wanted.second_language == wanted.language:
        wanted = replace(wanted, second_language=None)
    if CURRENCIES.get(wanted.currency) != CURRENCIES.get(current.rules.currency):
        wanted = replace(wanted, usual_amounts=(), minimum_bill=0)  # they would be a hundred times as much
    if wanted.currency != current.rules.currency:
        wanted = replace(wanted, limits=replace(wanted.limits, large_bill_from=0))
    if wanted == current.rules:
        return current
    _judge(wanted, current.rules, tx)
    if wanted.currency != current.rules.currency:
        for member in tx.people.find_all_staff():
            end_sale_code(tx, member.id)  # the bill that it shows would be another one
    return tx.programs.add(wanted, by=owner.id)


def _judge(wanted: Rules, before: Rules, tx: Transaction) -> None:
    """Only what is new is judged: an old rule that would not pass today is no reason to refuse another."""
    _judge_texts(wanted, before)
    numbers = [
        (wanted.goal, before.goal, GOALS),
        (wanted.adjustments_a_day, before.adjustments_a_day, ADJUSTMENTS),
        (wanted.day_begins, before.day_begins, DAY_BEGINS),
        (wanted.earn_percent, before.earn_percent, EARN_PERCENTS),
        (wanted.spend_percent, before.spend_percent, SPEND_PERCENTS),
        (wanted.quiet_from, before.quiet_from, HOURS),
        (wanted.quiet_until, before.quiet_until, HOURS),
        (wanted.posts_a_week, before.posts_a_week, POSTS_A_WEEK),
        (wanted.apologies_a_month, before.apologies_a_month, APOLOGIES),
    ]
    for number, old, bounds in numbers:
        if number != old and number not in bounds:
            raise Refused(NumberOutOfRange(least=bounds[0], most=bounds[-1]))
    _judge_money(wanted)
    if wanted.review_link and wanted.review_link != tidy_link(wanted.review_link):
        raise Refused(ReviewLinkUnfit())
    if wanted.currency != before.currency and tx.cards.hold_points():
        raise Refused(PointsHeld(before.currency))
    if wanted.zone != before.zone and days.find_zone(wanted.zone) is None:
        raise Refused(ZoneUnknown())
    until = wanted.old_cards_until
    if until is not None and until != before.old_cards_until and until < days.day_of(tx.now, wanted).date:
        raise Refused(DatePast())
    if wanted.limits != before.limits and not wanted.limits.is_sane():
        raise Refused(LimitsOdd())
    if wanted.segments != before.segments and not wanted.segments.is_sane():
        raise Refused(BoundsOdd())


def _judge_money(wanted: Rules) -> None:
    """Amounts are bills as a cafe writes them, in a currency that we can write."""
    amounts = [*wanted.usual_amounts, *([wanted.minimum_bill] if wanted.minimum_bill else [])]
    fits = all(0 < amount <= LARGEST_BILL for amount in amounts) and len(wanted.usual_amounts) <= MOST_USUAL
    if wanted.currency not in CURRENCIES or not fits:
        raise Refused(AmountsUnfit(MOST_USUAL))


def _judge_texts(wanted: Rules, before: Rules) -> None:
    texts: list[tuple[str, str | None, int, int]] = [
        (wanted.cafe, before.cafe, 1, LONGEST_NAME),
        (wanted.town, before.town, 0, LONGEST_TOWN),
        (wanted.responsible, before.responsible, 0, LONGEST_RESPONSIBLE),
    ]
    for words, earlier in ((wanted.stamp_for, before.stamp_for), (wanted.item, before.item)):
        old = dict(earlier.by_language)
        texts += [(text, old.get(language), 1, LONGEST_WORDS) for language, text in words.by_language]
    for text, known, least, most in texts:
        if text != known and not least <= len(text.strip()) <= most:
            raise Refused(WordsUnfit(most=most, length=len(text)))
