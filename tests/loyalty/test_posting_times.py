"""When a post goes out: what is meant, and what can't be.

Not here: reading it from a text (tests/handlers/test_typed_times.py).
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.days import local
from loyalty.policy import is_quiet
from loyalty.posting_times import WantedRhythm, WantedTime, resolve, resolve_rhythm
from loyalty.programs import Rules
from loyalty.refusals import TimePast, TimeQuiet, TimeSkipped, TimeUnreadable

FRIDAY = datetime(2025, 3, 14, 14, 30, tzinfo=UTC)
BEGIN, END = datetime(2024, 1, 1), datetime(2029, 1, 1)  # noqa: DTZ001 - Hypothesis adds the zone
TALLINN = Rules(zone="Europe/Tallinn")
ALWAYS = Rules(zone="Europe/Tallinn", quiet_from=4, quiet_until=4)
"""A cafe that writes at night too."""


def wall(found: object, rules: Rules = TALLINN) -> str:
    assert isinstance(found, datetime), found
    return f"{local(found, rules):%a %d.%m.%Y %H:%M}"


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        (WantedTime(time(18)), "Fri 14.03.2025 18:00"),
        (WantedTime(time(11)), "Sat 15.03.2025 11:00"),  # eleven is over today
        (WantedTime(time(18), weekday=4), "Fri 14.03.2025 18:00"),
        (WantedTime(time(16), weekday=4), "Fri 21.03.2025 16:00"),  # half past four in Tallinn
        (WantedTime(time(16), weekday=0), "Mon 17.03.2025 16:00"),
        (WantedTime(time(11), in_days=1), "Sat 15.03.2025 11:00"),
        (WantedTime(time(16), on=date(2028, 11, 28), year_said=False), "Fri 28.11.2025 16:00"),
        (WantedTime(time(16), on=date(2028, 1, 5), year_said=False), "Sun 05.01.2025 16:00"),
        (WantedTime(time(16), on=date(2027, 11, 28)), "Sun 28.11.2027 16:00"),
    ],
)
def test_the_moment_that_is_meant(wanted: WantedTime, meant: str) -> None:
    now = FRIDAY if "05.01" not in meant else datetime(2024, 12, 1, 12, tzinfo=UTC)
    assert wall(resolve(wanted, now, TALLINN)) == meant


@pytest.mark.parametrize(
    ("wanted", "trouble"),
    [
        (WantedTime(time(16), on=date(2028, 3, 14), year_said=False), TimePast()),
        (WantedTime(time(16), on=date(2024, 11, 28)), TimePast()),
        (WantedTime(time(16), in_days=0), TimePast()),
        (WantedTime(time(22), in_days=0), TimeQuiet(20, 10)),
        (WantedTime(time(9, 59), in_days=1), TimeQuiet(20, 10)),
        (WantedTime(time(3, 30), on=date(2025, 3, 30)), TimeSkipped("03:30")),
        (WantedTime(time(1), on=date(1, 1, 1)), TimePast()),
        (WantedTime(time(16), on=date(9999, 12, 31)), TimeUnreadable()),
    ],
)
def test_a_moment_that_can_not_be(wanted: WantedTime, trouble: object) -> None:
    assert resolve(wanted, FRIDAY, TALLINN) == trouble


def test_only_the_hour_that_is_left_out_is_skipped_and_one_that_comes_twice_is_its_first() -> None:
    leap, fall = date(2025, 3, 30), date(2025, 10, 26)
    assert resolve(WantedTime(time(3, 30), on=leap), FRIDAY, ALWAYS) == TimeSkipped("03:30")
    assert wall(resolve(WantedTime(time(2, 59), on=leap), FRIDAY, ALWAYS)) == "Sun 30.03.2025 02:59"
    assert resolve(WantedTime(time(3, 30), on=fall), FRIDAY, ALWAYS) == datetime(
        2025, 10, 26, 0, 30, tzinfo=UTC
    )


def test_29_february_is_the_next_one_that_there_is() -> None:
    wanted = WantedTime(time(16), on=date(2028, 2, 29), year_said=False)
    assert resolve(wanted, datetime(2028, 3, 10, tzinfo=UTC), TALLINN) == TimePast()
    assert wall(resolve(wanted, datetime(2027, 12, 1, tzinfo=UTC), TALLINN)) == "Tue 29.02.2028 16:00"
    assert resolve(wanted, datetime(2026, 3, 1, tzinfo=UTC), TALLINN) == TimeUnreadable()


def test_a_rhythm_needs_one_time_before_its_last_date() -> None:
    fridays = WantedRhythm(4, time(18))
    assert resolve_rhythm(fridays, FRIDAY, TALLINN) == fridays
    until = WantedRhythm(4, time(18), until=date(2028, 3, 14), year_said=False)
    assert resolve_rhythm(until, FRIDAY, TALLINN) == WantedRhythm(4, time(18), until=date(2025, 3, 14))
    over = WantedRhythm(4, time(16), until=date(2025, 3, 20))
    assert resolve_rhythm(over, FRIDAY, TALLINN) == TimePast()
    assert resolve_rhythm(WantedRhythm(4, time(23)), FRIDAY, TALLINN) == TimeQuiet(20, 10)


@given(
    now=st.datetimes(timezones=st.just(UTC), min_value=BEGIN, max_value=END),
    at=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    weekday=st.one_of(st.none(), st.integers(0, 6)),
    zone=st.sampled_from(["UTC", "Europe/Tallinn", "America/New_York", "Pacific/Apia"]),
)
def test_what_is_found_lies_ahead_within_a_week_at_an_open_hour(
    now: datetime, at: time, weekday: int | None, zone: str
) -> None:
    rules = Rules(zone=zone)
    found = resolve(WantedTime(at, weekday=weekday), now, rules)
    if isinstance(found, datetime):
        assert now < found <= now + timedelta(days=7, hours=2)
        assert not is_quiet(found, rules)
        assert local(found, rules).time() == at
        assert weekday in (None, local(found, rules).weekday())
