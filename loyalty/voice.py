"""What customers said, counted: figures of a time, a trend, aspects, praises, reasons.

Not here: what a score means (surveys.py), asking, and reading rows (storage/voice.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median_low
from typing import Final, assert_never

from loyalty import surveys
from loyalty.days import day_of, day_on
from loyalty.ids import RecipientId
from loyalty.letters import Content
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.surveys import HIGHEST, Nps, Tally

WEEKS_BACK: Final = 13
MONTHS_BACK: Final = 12
"""So far a trend goes back, the running one included."""
_THIS_MOMENT: Final = timedelta(microseconds=1)
_NOBODY: Final = (0,) * (HIGHEST + 1)


class Period(StrEnum):
    """The time that the owner looks at; each ends now."""

    MONTH = "month"
    """The running month of the calendar."""
    QUARTER = "quarter"
    """90 days, today included."""
    YEAR = "year"
    """365 days."""


class Step(StrEnum):
    """From point to point of a trend."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Span:
    """From `begins` (included) to `until` (not included), both UTC."""

    first: date
    """Of the cafe, the day that `begins`."""
    begins: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """How many were asked, and how many gave each score."""

    asked: int = 0
    scores: tuple[int, ...] = _NOBODY
    """By score, 0 to 10."""

    @property
    def tally(self) -> Tally:
        """The answers by band."""
        return Tally(
            promoters=sum(self.scores[9:]), passives=sum(self.scores[7:9]), detractors=sum(self.scores[:7])
        )

    @property
    def answers(self) -> int:
        """How many gave a score."""
        return sum(self.scores)

    @property
    def nps(self) -> Nps | None:
        """None: they are too few to say."""
        return surveys.score(self.tally)

    @property
    def missing(self) -> int:
        """How many answers more there must be for a score."""
        return max(surveys.FEWEST - self.answers, 0)

    @property
    def rate(self) -> int:
        """Answers in per cent of those asked."""
        return surveys.response_rate(self.answers, self.asked)

    def __add__(self, other: "Figures") -> "Figures":
        pairs = zip(self.scores, other.scores, strict=True)
        return Figures(self.asked + other.asked, tuple(one + another for one, another in pairs))


@dataclass(frozen=True, slots=True)
class AspectFigures:
    """One aspect of a visit: how many gave it a score of 1-5, and their sum."""

    name: OwnWords
    answers: int
    total: int

    @property
    def average(self) -> float | None:
        """None: they are too few to say."""
        return surveys.average(self.total, self.answers)


@dataclass(frozen=True, slots=True)
class Praised:
    """Somebody of staff, and how many customers had praise passed on to them."""

    name: str
    praises: int


@dataclass(frozen=True, slots=True)
class TicketFigures:
    """Tickets that opened in a time, and what became of them until now."""

    opened: int = 0
    live: int = 0
    """Nobody has closed them yet."""
    put_right: int = 0
    not_put_right: int = 0
    """Both as whoever closed them said."""
    forgotten: int = 0
    """They ended because their customers were forgotten."""
    denied: int = 0
    """Customers who said themselves that it was not put right, and were not asked anew since."""
    waits: tuple[timedelta, ...] = ()
    """From the opening of each to its first answer, for those that have one."""

    @property
    def unanswered(self) -> int:
        """How many have no first answer, closed ones among them."""
        return self.opened - len(self.waits)

    @property
    def usual_wait(self) -> timedelta | None:
        """Half of the answered ones waited no longer; None: none was answered."""
        return median_low(self.waits) if self.waits else None


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One week or month of a trend."""

    first: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class SaidReason:
    """Why somebody gave a score, without who it was."""

    recipient_id: RecipientId
    scored_at: datetime
    aspect: OwnWords | None
    """What it was about; None: how likely they are to recommend the cafe."""
    score: int
    content: Content
    text: str
    """Empty with a voice message or a picture alone."""
    playable: bool = False
    """A voice message or a picture that can be sent on as it is."""

    def holds(self, words: Sequence[str]) -> bool:
        """Whether all these words, in small letters, stand in it, or in what it was about in any language."""
        named = () if self.aspect is None else (name for _, name in self.aspect.by_language)
        searched = "\n".join((self.text, *named)).casefold()
        return all(word in searched for word in words)


def span_of(period: Period, now: datetime, rules: Rules) -> Span:
    """The period that ends now, by days of the cafe."""
    today = day_of(now, rules).date
    match period:
        case Period.MONTH:
            first = today.replace(day=1)
        case Period.QUARTER:
            first = today - timedelta(days=89)
        case Period.YEAR:
            first = today - timedelta(days=364)
        case _:
            assert_never(period)
    return Span(first, day_on(first, rules).begins, now + _THIS_MOMENT)


def spans_back(step: Step, now: datetime, rules: Rules) -> tuple[Span, ...]:
    """Each week or month of a trend, the oldest first; the last one runs still."""
    today = day_of(now, rules).date
    match step:
        case Step.WEEK:
            monday = today - timedelta(days=today.weekday())
            firsts = [monday - timedelta(weeks=back) for back in range(WEEKS_BACK)]
        case Step.MONTH:
            months = today.year * 12 + today.month - 1
            counted = [divmod(months - back, 12) for back in range(MONTHS_BACK)]
            firsts = [date(year, month + 1, 1) for year, month in counted]
        case _:
            assert_never(step)
    firsts.reverse()
    begins = [day_on(first, rules).begins for first in firsts]
    ends = [*begins[1:], now + _THIS_MOMENT]
    return tuple(Span(*each) for each in zip(firsts, begins, ends, strict=True))


def reasons_since(now: datetime) -> datetime:
    """From when on reasons are listed and searched."""
    return now - surveys.FRESH
