"""The hour of a greeting, whatever hours are quiet.

Not here: greetings that go out at it (tests/use_cases/test_birthdays_kept.py).
"""

import pytest

from loyalty.campaigns import BirthdayTerms
from loyalty.policy import is_quiet_hour
from loyalty.programs import Rules
from loyalty.standing_times import Timing, bounds_of, hour_of


@pytest.mark.parametrize("day_begins", [0, 4, 12])
def test_no_greeting_goes_out_hours_early(day_begins: int) -> None:
    """At its hour or the next open one of the day; the last open one before it when there is none."""
    for quiet_from in range(24):
        for quiet_until in range(24):
            rules = Rules(day_begins=day_begins, quiet_from=quiet_from, quiet_until=quiet_until)
            open_hours = bounds_of(Timing.HOUR, rules)
            for wanted in range(24) if open_hours else ():
                hour = hour_of(BirthdayTerms(hour=wanted), rules)
                assert hour in open_hours
                between = range(wanted, hour) if hour >= wanted else range(hour + 1, 24)
                assert not set(between) & set(open_hours), (rules, wanted)


@pytest.mark.parametrize(
    ("hour", "quiet", "goes_at"), [(22, (22, 3), 21), (21, (20, 0), 19), (8, (22, 9), 9), (15, (22, 9), 15)]
)
def test_an_hour_that_is_quiet_gives_way_to_the_nearest_of_its_day(
    hour: int, quiet: tuple[int, int], goes_at: int
) -> None:
    assert hour_of(BirthdayTerms(hour=hour), Rules(quiet_from=quiet[0], quiet_until=quiet[1])) == goes_at


def test_a_day_without_an_open_hour_leaves_it_as_it_was_set() -> None:
    """It waits for the end of the quiet, after midnight, when the cafe's day is not over yet."""
    rules = Rules(day_begins=4, quiet_from=4, quiet_until=0)
    assert not bounds_of(Timing.HOUR, rules)
    assert not is_quiet_hour(0, rules)
    assert hour_of(BirthdayTerms(hour=15), rules) == 15
