"""When the stamps of an hour became many.

Not here: who hears of it (tests/use_cases/test_pace.py).
"""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalty.ids import StaffId
from loyalty.pace import Given, find_crossing

EIGHT = datetime(2026, 11, 3, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


def stamps_at(*minutes: int, each: int = 10) -> list[Given]:
    return [Given(StaffId(1), EIGHT + timedelta(minutes=minute), each) for minute in minutes]


def test_it_is_the_stamp_that_reaches_the_bound() -> None:
    assert find_crossing(stamps_at(0, 10, 20), 30) == EIGHT + timedelta(minutes=20)
    assert find_crossing(stamps_at(0, 10), 30) is None


def test_stamps_of_an_hour_ago_no_longer_count() -> None:
    assert find_crossing(stamps_at(0, 30, 60), 30) is None
    assert find_crossing(stamps_at(0, 30, 59), 30) == EIGHT + timedelta(minutes=59)


def test_it_counts_again_only_after_it_was_fewer() -> None:
    steady = stamps_at(0, 10, 20, 30, 40, 50, 60, 70)
    assert find_crossing(steady, 30) == EIGHT + timedelta(minutes=20)
    pause = stamps_at(0, 10, 20, 200, 210, 220)
    assert find_crossing(pause, 30) == EIGHT + timedelta(minutes=220)


def test_nothing_crosses_nothing() -> None:
    assert find_crossing([], 1) is None


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)), max_size=40),
    st.integers(1, 60),
)
def test_it_is_found_exactly_when_some_hour_held_that_many(drawn: list[tuple[int, int]], bound: int) -> None:
    given_stamps = [
        Given(StaffId(1), EIGHT + timedelta(minutes=minute), count) for minute, count in sorted(drawn)
    ]
    fullest = max(
        (
            sum(one.count for one in given_stamps if last.at - HOUR < one.at <= last.at)
            for last in given_stamps
        ),
        default=0,
    )
    assert (find_crossing(given_stamps, bound) is not None) == (fullest >= bound)
