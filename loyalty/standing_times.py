"""The timing of standing campaigns: what of it the owner may set, and within which bounds.

Not here: the days on which something is due (standing.py), and days of a gift (campaigns.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, cast

from loyalty.campaigns import HOUR, BirthdayTerms, CampaignKind, Terms, WelcomeTerms
from loyalty.policy import is_quiet_hour
from loyalty.programs import Rules
from loyalty.standing import LATE


class Timing(StrEnum):
    """What can be set, as the terms call it."""

    HOUR = "hour"
    """At which the birthday is greeted."""
    WELCOME_DAYS = "welcome_days"
    """After a first visit that stayed the only one."""
    LEAST_DAYS = "least_days"
    """Somebody with a rhythm is away for so long at least."""
    AWAY_DAYS = "away_days"
    """So long is away who has no rhythm yet."""
    COOL_DOWN = "cool_down"
    """Days until somebody is called back once more."""


_TERMS: Final[Mapping[Timing, tuple[CampaignKind, str]]] = {
    Timing.HOUR: (CampaignKind.BIRTHDAY, "hour"),
    Timing.WELCOME_DAYS: (CampaignKind.WELCOME, "days"),
    Timing.LEAST_DAYS: (CampaignKind.WIN_BACK, "least_days"),
    Timing.AWAY_DAYS: (CampaignKind.WIN_BACK, "days"),
    Timing.COOL_DOWN: (CampaignKind.WIN_BACK, "cool_down"),
}
_DAYS: Final[Mapping[Timing, range]] = {
    Timing.WELCOME_DAYS: range(3, 31),
    Timing.LEAST_DAYS: range(7, 61),
    Timing.AWAY_DAYS: range(14, 91),
    Timing.COOL_DOWN: range(30, 181),
}


def kind_timed(timing: Timing) -> CampaignKind:
    """Whose timing it is."""
    return _TERMS[timing][0]


def timings_of(kind: CampaignKind) -> tuple[Timing, ...]:
    """What can be set of this campaign."""
    return tuple(timing for timing, (whose, _) in _TERMS.items() if whose is kind)


def bounds_of(timing: Timing, rules: Rules) -> Sequence[int]:
    """What it may be: days, or hours of the cafe's day that are not quiet."""
    if timing is not Timing.HOUR:
        return _DAYS[timing]
    return [hour for hour in range(rules.day_begins, 24) if not is_quiet_hour(hour, rules)]


def value_of(terms: Terms, timing: Timing) -> int:
    """What it is now."""
    value: int = getattr(terms, _TERMS[timing][1])
    return value


def with_timing(terms: Terms, timing: Timing, value: int) -> Terms:
    """The terms with it."""
    return replace(terms, **cast(dict[str, Any], {_TERMS[timing][1]: value}))


def shortened(terms: WelcomeTerms, days: int, today: date) -> WelcomeTerms:
    """The welcome goes out after fewer days, or more; it remembers for how long others still wait."""
    if days == terms.days:
        return terms
    before = max(terms.days, waited_before(terms, today))
    if days >= before:
        return replace(terms, days=days, shortened_from=0, shortened_on=None)
    return replace(terms, days=days, shortened_from=before, shortened_on=today)


def waited_before(terms: WelcomeTerms, day: date) -> int:
    """The longer wait of whom a shorter one would pass over: for some days, as the bot may be away."""
    recent = terms.shortened_on is not None and (day - terms.shortened_on).days <= LATE
    return terms.shortened_from if recent else 0


def hour_of(terms: Terms, rules: Rules) -> int:
    """At which hour it goes out. One that has become quiet since it was set waits for the opening of its day;
    the last open hour takes its place when the next opening is on another one.
    """
    if not isinstance(terms, BirthdayTerms):
        return HOUR
    open_hours = bounds_of(Timing.HOUR, rules)
    if not open_hours:  # it waits for the end of the quiet, which is after midnight
        return max(terms.hour, rules.day_begins)
    return min((hour for hour in open_hours if hour >= terms.hour), default=open_hours[-1])
