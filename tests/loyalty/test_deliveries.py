"""How long a message waits before it is tried again.

Not here: which fault asks for it.
"""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from loyalty.deliveries import MOST_ATTEMPTS, retry_delay


def test_a_second_try_comes_after_two_seconds_and_each_further_one_takes_twice_as_long() -> None:
    assert [retry_delay(attempts).total_seconds() for attempts in (1, 2, 3, 4)] == [2, 4, 8, 16]


@given(st.integers(1, 10**6))
def test_no_message_waits_longer_than_a_quarter_of_an_hour(attempts: int) -> None:
    assert timedelta(0) < retry_delay(attempts) <= timedelta(minutes=15)
    assert retry_delay(attempts) <= retry_delay(attempts + 1)


def test_all_tries_together_outlast_a_morning_without_internet() -> None:
    in_all = sum((retry_delay(attempts) for attempts in range(1, MOST_ATTEMPTS)), timedelta())
    assert timedelta(minutes=30) < in_all < timedelta(hours=4)
