"""When a post that repeats is due: over summer time, over years, in any zone."""

import itertools
from datetime import UTC, date, datetime, timedelta

import pytest

from loyalty.campaigns import RecurringTerms
from loyalty.days import local
from loyalty.programs import Rules
from loyalty.recurrence import due_between, find_next

TALLINN = Rules(zone="Europe/Tallinn")
NEW_YEAR = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone", ["Europe/Tallinn", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"]
)
@pytest.mark.parametrize("weekday", range(7))
def test_over_three_years_each_week_once_at_its_hour_on_the_wall(zone: str, weekday: int) -> None:
    rules, terms = Rules(zone=zone), RecurringTerms(weekday, 16, 30)
    due = list(due_between(terms, NEW_YEAR, NEW_YEAR + timedelta(days=3 * 365), rules))
    assert all((local(moment, rules).hour, local(moment, rules).minute) == (16, 30) for _, moment in due)
    assert all(local(moment, rules).date() == day and day.weekday() == weekday for day, moment in due)
    assert [b[0] - a[0] for a, b in itertools.pairwise(due)] == [timedelta(days=7)] * (len(due) - 1)
    assert len(due) in (156, 157)


def test_an_hour_that_the_spring_leaves_out_comes_as_much_later() -> None:
    terms = RecurringTerms(6, 3, 30)
    [(day, moment)] = due_between(
        terms, datetime(2025, 3, 29, tzinfo=UTC), datetime(2025, 3, 31, tzinfo=UTC), TALLINN
    )
    assert day == date(2025, 3, 30)
    assert f"{local(moment, TALLINN):%H:%M}" == "04:30"


def test_an_hour_that_comes_twice_counts_the_first_time() -> None:
    terms = RecurringTerms(6, 3, 30)
    [(_, moment)] = due_between(
        terms, datetime(2025, 10, 25, tzinfo=UTC), datetime(2025, 10, 27, tzinfo=UTC), TALLINN
    )
    assert moment == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_what_is_due_at_the_very_moment_belongs_to_what_was_before() -> None:
    terms = RecurringTerms(4, 16, 0)
    hour = datetime(2025, 3, 14, 16, tzinfo=UTC)
    assert list(due_between(terms, hour, hour + timedelta(days=1), Rules())) == []
    assert len(list(due_between(terms, hour - timedelta(seconds=1), hour, Rules()))) == 1


def test_the_next_one_is_within_its_last_date() -> None:
    friday = datetime(2025, 3, 14, 16, tzinfo=UTC)
    terms = RecurringTerms(4, 16, 0, until=date(2025, 3, 21))
    assert find_next(terms, friday, Rules()) == (date(2025, 3, 21), friday + timedelta(days=7))
    assert find_next(terms, friday + timedelta(days=7), Rules()) is None
