"""Recurrence: when a post that comes again and again is due, by the clock on the cafe's wall.

Not here: what an owner writes to say so, and what was sent.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from loyalty.campaigns import RecurringTerms
from loyalty.days import local, zone_of
from loyalty.programs import Rules


def due_between(
    terms: RecurringTerms, since: datetime, until: datetime, rules: Rules
) -> Iterator[tuple[date, datetime]]:
    """Each date with its moment, behind `since` and up to `until`, oldest first."""
    day = local(since, rules).date()
    day += timedelta(days=(terms.weekday - day.weekday()) % 7)
    while (moment := moment_on(day, terms, rules)) <= until and not _is_past_the_last(day, terms):
        if moment > since:
            yield day, moment
        day += timedelta(days=7)


def find_next(terms: RecurringTerms, now: datetime, rules: Rules) -> tuple[date, datetime] | None:
    """The next one from now on; None: its last date is over."""
    return next(due_between(terms, now, now + timedelta(days=15), rules), None)


def moment_on(day: date, terms: RecurringTerms, rules: Rules) -> datetime:
    """The hour on that day. One that the spring leaves out comes as much later; of two, the first counts."""
    return datetime.combine(day, time(terms.hour, terms.minute), zone_of(rules)).astimezone(UTC)


def _is_past_the_last(day: date, terms: RecurringTerms) -> bool:
    return terms.until is not None and day > terms.until
