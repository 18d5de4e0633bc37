"""The cafe's day: it begins at an hour of the owner's choice, 04:00 unless changed, in the cafe's own zone.

Not here: what happened in it (use_cases/house/day.py).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from loyalty.programs import Rules


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the cafe: from `begins` (included) to `ends` (not included), both UTC."""

    date: date
    begins: datetime
    ends: datetime


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, None when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(rules: Rules) -> ZoneInfo:
    """The cafe's zone."""
    return find_zone(rules.zone) or ZoneInfo("UTC")


def local(moment: datetime, rules: Rules) -> datetime:
    """A moment as the clock on the cafe's wall shows it."""
    return moment.astimezone(zone_of(rules))


def day_of(moment: datetime, rules: Rules) -> Day:
    """The cafe's day in which a moment lies: a coffee at 01:30 belongs to the evening before."""
    return day_on((local(moment, rules) - timedelta(hours=rules.day_begins)).date(), rules)


def day_on(when: date, rules: Rules) -> Day:
    """The cafe's day of a date."""
    return Day(when, _begin(when, rules), _begin(when + timedelta(days=1), rules))


def last_day(ends: datetime, rules: Rules) -> date:
    """The date of the cafe's day that ends then: what is good until this end is good on that date still."""
    return day_of(ends - timedelta(microseconds=1), rules).date


def end_after(moment: datetime, days: int, rules: Rules) -> datetime:
    """When the cafe's day ends that is so many days after that of a moment."""
    return day_on(day_of(moment, rules).date + timedelta(days=days), rules).ends


def following(date_before: date, ended: datetime, rules: Rules) -> Day:
    """The day after one of this date that ended then, whichever rules held at the time."""
    day = day_on(date_before + timedelta(days=1), rules)
    return Day(day.date, ended, max(day.ends, ended))


def _begin(when: date, rules: Rules) -> datetime:
    # An hour that the spring leaves out is taken with the offset before it, so days never overlap or gape.
    return datetime.combine(when, time(rules.day_begins), zone_of(rules)).astimezone(UTC)
