"""Birthdays: on which date each is kept, from when on it counts, and for how long it can't be changed."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.birthdays import (
    LOCKED_BEFORE,
    LOCKED_FOR,
    Birthday,
    KeptBirthday,
    find_locked_until,
    first_kept,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
BIRTHDAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: Birthday(day.month, day.day))


def test_a_day_that_no_year_has_is_none() -> None:
    for month, day in ((2, 30), (4, 31), (13, 1), (0, 1), (1, 0)):
        with pytest.raises(ValueError, match=r"must be in|out of range"):
            Birthday(month, day)


def test_29_february_is_kept_on_the_day_before_or_after_in_other_years() -> None:
    leap = Birthday(2, 29)
    assert leap.in_year(2028) == date(2028, 2, 29)
    assert leap.in_year(2026) == date(2026, 2, 28)
    assert leap.in_year(2026, leap_on_march=True) == date(2026, 3, 1)


@given(birthday=BIRTHDAYS, today=DAYS, march=st.booleans())
def test_the_next_birthday_is_today_or_within_a_year_and_once(
    birthday: Birthday, today: date, march: bool
) -> None:
    following = birthday.next_from(today, leap_on_march=march)
    assert today <= following <= today + timedelta(days=366)
    after = birthday.next_from(following + timedelta(days=1), leap_on_march=march)
    assert after.year == following.year + 1


@given(birthday=BIRTHDAYS, given_on=DAYS)
def test_a_date_told_too_short_before_its_day_counts_from_the_year_after(
    birthday: Birthday, given_on: date
) -> None:
    """Nobody orders a present for tomorrow."""
    kept = KeptBirthday(birthday, datetime.combine(given_on, time(12), UTC))
    following, first = birthday.next_from(given_on), first_kept(birthday, given_on)
    assert kept.counts_on(first, given_on)
    assert first == following or not kept.counts_on(following, given_on)
    assert first - given_on >= LOCKED_BEFORE


@given(today=DAYS)
def test_who_never_told_a_date_can_tell_it_today(today: date) -> None:
    assert find_locked_until(None, None, today) is None


@given(birthday=BIRTHDAYS, given_on=DAYS, days=st.integers(0, 800))
def test_a_date_stays_for_a_year_and_in_the_two_weeks_before_the_day(
    birthday: Birthday, given_on: date, days: int
) -> None:
    today = given_on + timedelta(days=days)
    until = find_locked_until(birthday, given_on, today)
    near = birthday.next_from(today) - today <= LOCKED_BEFORE
    assert (until is not None) == (days < LOCKED_FOR.days or near)
    if until is not None:
        assert until > today
        assert find_locked_until(birthday, given_on, until) is None


@given(given_on=DAYS, days=st.integers(0, 800))
def test_deleting_the_date_unlocks_nothing(given_on: date, days: int) -> None:
    until = find_locked_until(None, given_on, given_on + timedelta(days=days))
    assert until == (given_on + LOCKED_FOR if days < LOCKED_FOR.days else None)
