"""Standing campaigns: what goes out by itself, on whose day, and what its words need to know of a customer.

Not here: finding the customers (ports/standing.py), and the owner's words (campaigns.py).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from loyalty.birthdays import Birthday
from loyalty.campaigns import (
    BirthdayTerms,
    CampaignKind,
    MilestoneTerms,
    ReminderTerms,
    Terms,
    WelcomeTerms,
    WinBackTerms,
)
from loyalty.days import zone_of
from loyalty.ids import CustomerId, RecipientId, RewardId
from loyalty.own_words import OwnWords
from loyalty.programs import Rules

VISITS_OF_A_RHYTHM: Final = 12
"""The last so many visits make somebody's rhythm."""
RECEIPTS: Final = "receipts"
"""The run of those who were told on a receipt, whatever the day."""
LATE: Final = 3
"""Days for which somebody is still found who was due while the bot was away."""
FORGETTABLE: Final = 180
"""Who stays away for longer than so many days has no rhythm any more: nobody is asked back after that."""
LONGEST_WORDS: Final = 900
"""Letters of a standing post: it must fit below a receipt, with questions and buttons."""

LONGEST_ITEM: Final = 60
"""Letters of what it brings: it stands on a button."""

FIRST_TERMS: Final[Mapping[CampaignKind, Terms]] = {
    CampaignKind.BIRTHDAY: BirthdayTerms(),
    CampaignKind.MILESTONE: MilestoneTerms(),
    CampaignKind.WELCOME: WelcomeTerms(),
    CampaignKind.WIN_BACK: WinBackTerms(),
    CampaignKind.REMINDER: ReminderTerms(),
}
"""The campaigns that go out by themselves, in the order in which the owner reads them."""
FIRST_DAYS: Final[Mapping[CampaignKind, int]] = {
    CampaignKind.BIRTHDAY: 14,
    CampaignKind.MILESTONE: 30,
    CampaignKind.WELCOME: 14,
    CampaignKind.WIN_BACK: 14,
    CampaignKind.REMINDER: 0,
}
"""So many days their reward can be had, until the owner says otherwise."""
GIVEN: Final = frozenset({CampaignKind.BIRTHDAY, CampaignKind.MILESTONE})
"""Their reward comes onto the card by itself; that of the others is taken from the post by a tap."""


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """What a standing post says of its reader, beside the owner's words."""

    visits: int = 0
    """The visit that this is: 10 for the tenth; 0: it is not about that."""
    years: int = 0
    """Full years with us; 0: it is not about that."""
    items: tuple[OwnWords, ...] = ()
    """What came onto the card with it, or waits there."""
    until: date | None = None
    """The last day on which that can be had."""


@dataclass(frozen=True, slots=True)
class Told:
    """A standing post as it stands below a receipt."""

    recipient_id: RecipientId
    kind: CampaignKind
    text: Mapping[str, str]
    """The owner's words by language."""
    facts: StandingFacts


@dataclass(frozen=True, slots=True)
class StandingResults:
    """What a standing campaign came to since it was first on."""

    sent: int
    """Told by a message of its own or on a receipt."""
    unknown: int
    """Of which nobody can tell whether they arrived."""
    failed: int
    given: int
    """Rewards that came onto cards with it."""
    redeemed: int
    """Of those, had at the counter."""
    visits: int
    """Within a week of each message."""


def encode_facts(facts: StandingFacts) -> str:
    """As a recipient keeps it."""
    values: dict[str, object] = {}
    if facts.visits:
        values["visits"] = facts.visits
    if facts.years:
        values["years"] = facts.years
    if facts.items:
        values["items"] = [dict(item.by_language) for item in facts.items]
    if facts.until is not None:
        values["until"] = facts.until.isoformat()
    return json.dumps(values, ensure_ascii=False)


def decode_facts(text: str) -> StandingFacts:
    """The same back."""
    values = json.loads(text)
    return StandingFacts(
        visits=values.get("visits", 0),
        years=values.get("years", 0),
        items=tuple(OwnWords.of(item) for item in values.get("items", ())),
        until=date.fromisoformat(values["until"]) if "until" in values else None,
    )


def at_hour(day: date, hour: int, rules: Rules) -> datetime:
    """When the wall shows this hour on a date; where the spring leaves it out, the moment the clock leaps."""
    return datetime.combine(day, time(hour), zone_of(rules)).astimezone(UTC)


def kept_on(day: date, *, leap_on_march: bool) -> tuple[Birthday, ...]:
    """The birthdays that are kept on a date; with that of 29 February in years that have none."""
    leap = Birthday(2, 29)
    own = Birthday(day.month, day.day)
    if own != leap and leap.in_year(day.year, leap_on_march=leap_on_march) == day:
        return own, leap
    return (own,)


def rhythm_of(days: Sequence[date]) -> int:
    """The median of days between visits, of the dates of the last ones, in half days: 17 for 8 and 9.

    0 for visits on one day.
    """
    apart = [(later - before).days for before, later in pairwise(sorted(set(days)))]
    return int(2 * median(apart)) if apart else 0


def full_years(joined: date, day: date) -> int:
    """Years that somebody has been with us by this date."""
    anniversary = Birthday(joined.month, joined.day).in_year(day.year, leap_on_march=True)
    return day.year - joined.year - (day < anniversary)


def key_of_birthday(customer_id: CustomerId, year: int) -> str:
    """The operation of a birthday's gift: once for the birthday of each year."""
    return f"birthday:{customer_id}:{year}"


def occurrence_of(day: date) -> str:
    """Which time of the birthday greetings: once a year."""
    return str(day.year)


def key_of_reminder(reward_id: RewardId, days_before: int) -> str:
    """Which time of the reminders warns that this reward ends in so many days."""
    return f"ends:{reward_id}:{days_before}"


def key_of_waiting(newest: RewardId) -> str:
    """Which time of the reminders says that rewards wait: once, until a newer one waits too."""
    return f"waits:{newest}"


def find_reminded(occurrence: str) -> RewardId:
    """The reward that a reminder is about."""
    return RewardId(int(occurrence.split(":")[1]))


def days_due(since: date, today: date, now: datetime, hour: int, rules: Rules) -> list[date]:
    """The dates behind `since`, up to today, whose hour has come; no more than a week of them."""
    first = max(since + timedelta(days=1), today - timedelta(days=7))
    dates = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    return [day for day in dates if at_hour(day, hour, rules) <= now]
