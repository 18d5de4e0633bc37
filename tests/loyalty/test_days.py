"""The cafe's day: where it begins and ends, over the changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.days import day_of, day_on, find_zone, local
from loyalty.programs import Rules

TALLINN = Rules(zone="Europe/Tallinn")
ZONES = ("UTC", "Europe/Tallinn", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")


def test_a_coffee_after_midnight_belongs_to_the_evening_before() -> None:
    late = datetime(2026, 5, 31, 22, 30, tzinfo=UTC)  # 01:30 in Tallinn
    assert day_of(late, TALLINN).date == date(2026, 5, 31)
    assert day_of(late + timedelta(hours=2, minutes=30), TALLINN).date == date(2026, 6, 1)


def test_the_hour_at_which_the_day_begins_is_the_owners() -> None:
    early = datetime(2026, 5, 31, 2, 30, tzinfo=UTC)
    assert day_of(early, Rules(day_begins=2)).date == date(2026, 5, 31)
    assert day_of(early, Rules(day_begins=3)).date == date(2026, 5, 30)


@pytest.mark.parametrize(("when", "hours"), [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25)])
def test_a_day_in_which_the_clock_changes_is_an_hour_shorter_or_longer(when: date, hours: int) -> None:
    day = day_on(when, TALLINN)
    assert day.ends - day.begins == timedelta(hours=hours)


@given(
    moment=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    zone=st.sampled_from(ZONES),
    begins=st.integers(0, 12),
)
def test_every_moment_lies_in_its_day_and_days_neither_overlap_nor_gape(
    moment: datetime, zone: str, begins: int
) -> None:
    rules = Rules(zone=zone, day_begins=begins)
    day = day_of(moment, rules)
    assert day.begins <= moment < day.ends
    assert day_on(day.date + timedelta(days=1), rules).begins == day.ends


def test_a_zone_that_does_not_exist_is_none() -> None:
    assert find_zone("Europe/Atlantis") is None
    assert find_zone("../../etc/passwd") is None
    assert find_zone("") is None


def test_the_wall_clock_shows_the_cafes_zone() -> None:
    assert f"{local(datetime(2026, 1, 5, 6, 41, tzinfo=UTC), TALLINN):%H:%M}" == "08:41"
