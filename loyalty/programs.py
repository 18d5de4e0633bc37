"""The cafe's rules as the owner set them; each change is a new version.

Not here: settings from the environment (those are the server's, not the cafe's).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from loyalty.ids import ProgramVersion
from loyalty.limits import Limits
from loyalty.money import LARGEST_BILL, usual_large_bill
from loyalty.own_words import OwnWords
from loyalty.segment_bounds import SegmentBounds

LONGEST_NAME = 40
"""Characters of the cafe's name."""
LONGEST_WORDS = 60
"""Characters of what a card gives and of what a stamp is for."""
GOALS = range(2, 31)
"""Stamps that a card may need."""


MOST_USUAL = 5
"""Amounts that are a button each."""
_TIMES_USUAL = 10
"""So many times the largest usual amount is a large bill."""
_LARGE_AN_HOUR = 10
"""So many large bills make an hour unusual: a hundred and more ordinary ones do."""


class Collects(StrEnum):
    """What customers collect."""

    STAMPS = "stamps"
    POINTS = "points"
    BOTH = "both"


class OldCardsUntil(StrEnum):
    """Until when old paper cards are taken, in one tap."""

    TODAY = "today"
    MONTH = "month"
    """Up to and with the last day of this month."""
    NEVER = "never"


def _free_drink() -> OwnWords:
    return OwnWords((("en", "Free coffee"), ("ru", "Бесплатный кофе"), ("et", "Tasuta kohv")))


def _each_drink() -> OwnWords:
    return OwnWords((("en", "each hot drink"), ("ru", "каждый горячий напиток"), ("et", "iga kuum jook")))


@dataclass(frozen=True, slots=True)
class Rules:
    """What the owner decides about cards, the day and the counter."""

    cafe: str = "One More Cup"
    language: str = "en"
    """The cafe's main language."""
    second_language: str | None = None
    town: str = ""
    """As the owner said it; only for the settings screen, the zone is what counts."""
    zone: str = "UTC"
    """IANA name of the time zone."""
    day_begins: int = 4
    """The hour at which the cafe's day begins, 0-12 in its zone."""
    collects: Collects = Collects.STAMPS
    currency: str = "EUR"
    """ISO 4217 code, one of loyalty.money.CURRENCIES."""
    earn_percent: int = 5
    """Of a bill, in points."""
    spend_percent: int = 30
    """Of a bill at most, can be paid with points."""
    minimum_bill: int = 0
    """In minor units; a smaller bill earns no points."""
    usual_amounts: tuple[int, ...] = ()
    """In minor units, up to five: a button each."""
    goal: int = 6
    stamp_for: OwnWords = field(default_factory=_each_drink)
    item: OwnWords = field(default_factory=_free_drink)
    """What a filled card gives."""
    reward_at_once: bool = False
    """Whether a reward filled in a visit can be had in that same visit."""
    staff_alone: bool = False
    """Whether staff may hand a reward over without the customer's own tap."""
    limits: Limits = field(default_factory=Limits)
    adjustments_a_day: int = 20
    """Stamps that one manager may adjust on one day, up and down together."""
    old_cards_until: date | None = None
    """Up to and with this date of the cafe, stamps of an old paper card can be carried over, once each."""
    quiet_from: int = 20
    """The hour on the cafe's wall from which on posts wait for the day."""
    quiet_until: int = 10
    """The hour until which they wait; the same as `quiet_from`: they never do."""
    posts_a_week: int = 1
    """So many posts at most go to one customer within seven days."""
    apologies_a_month: int = 10
    """So many times a month managers may give something with an apology."""
    segments: SegmentBounds = field(default_factory=SegmentBounds)
    """What "new", "lost" and the like mean here."""
    responsible: str = ""
    """Who answers for the customers' data, with a way to reach them; for the privacy page."""
    review_link: str = ""
    """Where customers who would recommend the cafe may write about it; empty: nowhere."""
    set_up: bool = False
    """Whether the owner has been through the wizard."""

    @property
    def gives_stamps(self) -> bool:
        """Whether a purchase is stamped."""
        return self.collects is not Collects.POINTS

    @property
    def gives_points(self) -> bool:
        """Whether a bill earns points."""
        return self.collects is not Collects.STAMPS

    @property
    def may_apologise(self) -> bool:
        """Whether something can be given with an apology: what a filled card gives, where there are such."""
        return self.gives_stamps and self.apologies_a_month > 0

    @property
    def large_bill(self) -> int:
        """From which bill on, in minor units, it looks like a slip of the finger."""
        if self.limits.large_bill_from:
            return self.limits.large_bill_from
        if not self.usual_amounts:
            return usual_large_bill(self.currency)
        return min(_TIMES_USUAL * max(self.usual_amounts), LARGEST_BILL)

    @property
    def bills_an_hour(self) -> int:
        """From which sum of bills on, in minor units, one person's hour is unusual."""
        return _LARGE_AN_HOUR * self.large_bill


@dataclass(frozen=True, slots=True)
class Program:
    """One version of the rules; ledger entries name the version they were written under."""

    version: ProgramVersion
    rules: Rules


@dataclass(frozen=True, slots=True)
class ProgramChange:
    """A version with who made it and when; `by` is empty for the defaults."""

    version: ProgramVersion
    rules: Rules
    by: str
    at: datetime
