"""Segments: which customers are meant, as conditions that must all hold; `matches` is what they mean.

Not here: finding those customers among many (storage/segments.py, held equal to `matches` by a test), and
whether they may be written to (policy.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from loyalty import stamps
from loyalty.days import local
from loyalty.ids import LocationId, SegmentId
from loyalty.programs import Rules
from loyalty.segment_bounds import SegmentBounds
from loyalty.surveys import COUNTED_FOR, FRESH, Band, Frequency, band_of, frequency_of


class DayPart(StrEnum):
    """An hour of the day at which somebody uses to come."""

    MORNING = "morning"
    LUNCH = "lunch"

    def hours(self, bounds: SegmentBounds) -> range:
        """Which hours of the cafe's wall it is."""
        match self:
            case DayPart.MORNING:
                return range(bounds.morning_from, bounds.lunch_from)
            case DayPart.LUNCH:
                return range(bounds.lunch_from, bounds.lunch_until)
            case _:
                assert_never(self)


@dataclass(frozen=True, slots=True)
class New:
    """Joined lately."""


@dataclass(frozen=True, slots=True)
class HereLately:
    """The last visit was not long ago."""


@dataclass(frozen=True, slots=True)
class Slipping:
    """Not here lately, and not lost yet."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The last visit was long ago."""


@dataclass(frozen=True, slots=True)
class NeverCame:
    """Has a card, and no visit that was not undone."""


@dataclass(frozen=True, slots=True)
class OneToGo:
    """One stamp more fills the card."""


@dataclass(frozen=True, slots=True)
class BirthdayIn:
    """Born in a month."""

    month: int = 0
    """1-12; 0: the month on the cafe's wall."""


@dataclass(frozen=True, slots=True)
class Regular:
    """Comes often."""


@dataclass(frozen=True, slots=True)
class ComesAt:
    """Half of the visits or more were at this part of the day."""

    part: DayPart


@dataclass(frozen=True, slots=True)
class Speaks:
    """The chosen language, else the phone's."""

    language: str


@dataclass(frozen=True, slots=True)
class JoinedAt:
    """Joined at this counter."""

    location_id: LocationId


@dataclass(frozen=True, slots=True)
class CameBy:
    """Joined by the sign with this tag; empty: by none."""

    source: str


@dataclass(frozen=True, slots=True)
class Visited:
    """So many visits in all."""

    least: int = 0
    most: int | None = None
    """None: however many."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Bills of so much in all, in minor units."""

    least: int = 0
    most: int | None = None
    """None: however much."""


@dataclass(frozen=True, slots=True)
class LastVisit:
    """The last visit was so many days ago."""

    least: int = 0
    most: int | None = None
    """None: however long."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """What their last answer within a year was, and how often they come: a cell of the matrix of `/voice`."""

    band: Band
    often: Frequency


Condition = (
    New | HereLately | Slipping | Lost | NeverCame | OneToGo | BirthdayIn | Regular | ComesAt | Speaks
    | JoinedAt | CameBy | Visited | Spent | LastVisit | Voiced
)  # fmt: skip
Segment = tuple[Condition, ...]
"""All of them must hold; none: everybody."""

EVERYBODY: Segment = ()


@dataclass(frozen=True, slots=True)
class SavedSegment:
    """A segment that the owner gave a name."""

    id: SegmentId
    name: str
    segment: Segment


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What segments ask of one customer; visits of a card that was moved here are theirs too."""

    counted: bool
    """False for practice customers, for who was forgotten, and for a card that is on another one now."""
    joined_at: datetime
    last_visit_at: datetime | None
    """None: no visit that was not undone."""
    visits: int
    language: str
    location_id: LocationId
    source: str
    birth_month: int | None
    stamps: int
    goal: int
    """Under which the card was begun."""
    settled: tuple[datetime, ...]
    """When each confirmed purchase was."""
    hours: tuple[int, ...]
    """At which hour of the cafe's wall each of them was, where that is known."""
    spent: int
    """The sum of their bills, in minor units."""
    score: int | None
    """0-10, the last answer to how likely they are to recommend the cafe; None: there is none."""
    scored_at: datetime | None


def matches(segment: Segment, facts: CustomerFacts, now: datetime, rules: Rules) -> bool:
    """Whether this customer is meant at this moment."""
    return facts.counted and all(_holds(condition, facts, now, rules) for condition in segment)


def last_visit_between(condition: "HereLately | Slipping | Lost | LastVisit", rules: Rules) -> LastVisit:
    """The bounds in days that a word about the last visit stands for; the lower one is not included."""
    bounds = rules.segments
    match condition:
        case HereLately():
            return LastVisit(0, bounds.here_days)
        case Slipping():
            return LastVisit(bounds.here_days, bounds.lost_days)
        case Lost():
            return LastVisit(bounds.lost_days)
        case LastVisit():
            return condition
        case _:
            assert_never(condition)


def month_meant(condition: BirthdayIn, now: datetime, rules: Rules) -> int:
    """1-12."""
    return condition.month or local(now, rules).month


def _holds(condition: Condition, facts: CustomerFacts, now: datetime, rules: Rules) -> bool:
    bounds = rules.segments
    match condition:
        case New():
            return facts.joined_at > now - timedelta(days=bounds.new_days)
        case HereLately() | Slipping() | Lost() | LastVisit():
            return _was_here(last_visit_between(condition, rules), facts, now)
        case NeverCame():
            return facts.visits == 0
        case OneToGo():
            return rules.gives_stamps and _aim(facts, rules) - facts.stamps == 1
        case BirthdayIn():
            return facts.birth_month == month_meant(condition, now, rules)
        case Regular():
            since = now - timedelta(days=bounds.regular_days)
            return sum(at > since for at in facts.settled) >= bounds.regular_visits
        case ComesAt(part):
            inside = sum(hour in part.hours(bounds) for hour in facts.hours)
            return len(facts.hours) >= bounds.habit_visits and 2 * inside >= len(facts.hours)
        case Speaks(language):
            return facts.language == language
        case JoinedAt(location_id):
            return facts.location_id == location_id
        case CameBy(source):
            return facts.source == source
        case Visited(least, most):
            return _between(facts.visits, least, most)
        case Spent(least, most):
            return _between(facts.spent, least, most)
        case Voiced(band, often):
            return _said(facts, now) is band and _comes(facts, now) is often
        case _:
            assert_never(condition)


def _was_here(bounds: LastVisit, facts: CustomerFacts, now: datetime) -> bool:
    """At most `most` days ago, and longer ago than `least`; a moment between two words is in one of them."""
    last = facts.last_visit_at
    if last is None:
        return False
    long_enough = bounds.least == 0 or last <= now - timedelta(days=bounds.least)
    return long_enough and (bounds.most is None or last > now - timedelta(days=bounds.most))


def _said(facts: CustomerFacts, now: datetime) -> Band | None:
    if facts.score is None or facts.scored_at is None or facts.scored_at <= now - FRESH:
        return None
    return band_of(facts.score)


def _comes(facts: CustomerFacts, now: datetime) -> Frequency:
    return frequency_of(sum(at > now - COUNTED_FOR for at in facts.settled))


def _between(number: int, least: int, most: int | None) -> bool:
    return number >= least and (most is None or number <= most)


def _aim(facts: CustomerFacts, rules: Rules) -> int:
    return stamps.aim(balance=facts.stamps, goal=facts.goal, goal_now=rules.goal)
