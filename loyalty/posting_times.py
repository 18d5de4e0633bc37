"""When a post goes out, as the owner says it: a date, a day of the week, an hour; judged before it is kept.

Not here: reading it from a text (handlers/typed_times.py), and what happens at that moment.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from loyalty import days
from loyalty.policy import is_quiet
from loyalty.programs import Rules
from loyalty.refusals import TimePast, TimeQuiet, TimeSkipped, TimeUnreadable

USUAL_HOUR = time(11)
"""At which a post goes out tomorrow."""


@dataclass(frozen=True, slots=True)
class WantedTime:
    """A moment on the cafe's wall. One of `on`, `weekday` and `in_days`, or none: the next such hour."""

    at: time
    on: date | None = None
    year_said: bool = True
    """Whether the year of `on` was said; else the next such date is meant."""
    weekday: int | None = None
    """0 is Monday."""
    in_days: int | None = None


@dataclass(frozen=True, slots=True)
class WantedRhythm:
    """Again and again: a day of the week, an hour, perhaps a last date."""

    weekday: int
    at: time
    until: date | None = None
    year_said: bool = True
    """Whether the year of `until` was said; else the next such date is meant."""


_JUST_OVER = timedelta(days=30)
_FARTHEST = timedelta(days=3 * 366)
"""A year that is farther off is a slip of the finger."""

TimeTrouble = TimePast | TimeQuiet | TimeSkipped | TimeUnreadable


def resolve(wanted: WantedTime, now: datetime, rules: Rules) -> datetime | TimeTrouble:
    """The moment that is meant, or why it can't be."""
    today = days.local(now, rules).date()
    if wanted.on is not None:
        found = _meant(wanted.on, today, year_said=wanted.year_said)
        if found is None or found - today > _FARTHEST:
            return TimeUnreadable()
        # Of a day that is long over no hour has to be worked out: the year 1 has some that are no moments.
        return TimePast() if today - found > _JUST_OVER else _judged(found, wanted.at, now, rules)
    if wanted.in_days is not None:
        return _judged(today + timedelta(days=wanted.in_days), wanted.at, now, rules)
    ahead = 0 if wanted.weekday is None else (wanted.weekday - today.weekday()) % 7
    if on_the_wall(today + timedelta(days=ahead), wanted.at, rules) <= now:
        ahead += 1 if wanted.weekday is None else 7
    return _judged(today + timedelta(days=ahead), wanted.at, now, rules)


def resolve_rhythm(wanted: WantedRhythm, now: datetime, rules: Rules) -> WantedRhythm | TimeTrouble:
    """The rhythm with its last date as it is meant, or why it can't be: its first time must come before."""
    first = resolve(WantedTime(wanted.at, weekday=wanted.weekday), now, rules)
    if not isinstance(first, datetime):
        return first
    if wanted.until is None:
        return wanted
    until = _meant(wanted.until, days.local(now, rules).date(), year_said=wanted.year_said)
    if until is None:
        return TimeUnreadable()
    if days.local(first, rules).date() > until:
        return TimePast()
    return replace(wanted, until=until, year_said=True)


def on_the_wall(day: date, at: time, rules: Rules) -> datetime:
    """That hour on the cafe's wall; of one that comes twice, the first."""
    return datetime.combine(day, at, days.zone_of(rules)).astimezone(UTC)


def _judged(day: date, at: time, now: datetime, rules: Rules) -> datetime | TimeTrouble:
    moment = on_the_wall(day, at, rules)
    if moment <= now:
        return TimePast()
    if days.local(moment, rules).time() != at:
        return TimeSkipped(f"{at:%H:%M}")
    if is_quiet(moment, rules):
        return TimeQuiet(quiet_from=rules.quiet_from, quiet_until=rules.quiet_until)
    return moment


def _meant(wanted: date, today: date, *, year_said: bool) -> date | None:
    """A date without a year is the next one of its name, unless it is just over: that is a slip."""
    if year_said:
        return wanted
    known = [found for years in (-1, 0, 1) if (found := _in_year(wanted, today.year + years)) is not None]
    return next((one for one in known if one >= today - _JUST_OVER), None)


def _in_year(wanted: date, year: int) -> date | None:
    try:
        return wanted.replace(year=year)
    except ValueError:  # 29 February
        return None
