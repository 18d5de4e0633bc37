"""The pace in a group: a bucket that never lets more than eighteen through in a minute, and never waits long.

Not here: private chats and the pace over all (test_pacing.py).
"""

import random
from itertools import pairwise
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import GROUP_BURST, GROUP_INTERVAL_SECONDS, GROUP_MESSAGES, ChatPace
from bot.telegram_session import LONGEST_GROUP_WAIT_SECONDS, GentlePace
from tests.bot.moment import Moment

STAFF_CHAT = -100500
MINUTE = 60.0


def most_in_a_minute(times: list[float]) -> int:
    """Of all windows of a minute the fullest, both ends included."""
    return max(sum(start <= time <= start + MINUTE for time in times) for start in times)


def test_a_burst_goes_at_once_and_the_next_waits_a_few_seconds(now: Moment) -> None:
    pace = ChatPace()
    assert [round(pace.book(STAFF_CHAT), 6) for _ in range(GROUP_BURST)] == [0] * GROUP_BURST
    assert 0 < pace.wait_for(STAFF_CHAT) < 5
    now.seconds += GROUP_INTERVAL_SECONDS
    assert pace.book(STAFF_CHAT) == pytest.approx(0, abs=1e-6)


def test_a_rush_fills_the_minute_without_a_long_silence(now: Moment) -> None:
    pace = ChatPace()
    times = [now.seconds + pace.book(STAFF_CHAT) for _ in range(100)]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert max(gaps) < 5
    assert most_in_a_minute([round(time, 6) for time in times]) == GROUP_MESSAGES


def test_a_restart_in_a_rush_gives_no_fresh_burst(now: Moment) -> None:
    pace = ChatPace()
    times = [now.seconds + pace.book(STAFF_CHAT) for _ in range(10)]
    now.seconds = times[-1] + 0.2
    restarted = ChatPace()
    for time in times:
        restarted.recall(STAFF_CHAT, now.seconds - time)
    assert restarted.wait_for(STAFF_CHAT) == pytest.approx(pace.wait_for(STAFF_CHAT))
    times += [now.seconds + restarted.book(STAFF_CHAT) for _ in range(30)]
    assert most_in_a_minute([round(time, 6) for time in times]) == GROUP_MESSAGES


class Answering:
    """Telegram, counting what it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, _bot: object, _method: object) -> object:
        self.asked += 1
        return None


async def test_a_handler_gives_up_its_turn_in_a_group_that_is_too_busy_and_sends_nothing_early(
    now: Moment,
) -> None:
    pace, telegram = ChatPace(), Answering()
    manners: Any = GentlePace(pace)
    for _ in range(GROUP_BURST + 2):
        pace.book(STAFF_CHAT)
    waiting = pace.wait_for(STAFF_CHAT)
    assert waiting > LONGEST_GROUP_WAIT_SECONDS
    with pytest.raises(TelegramRetryAfter) as later:
        await manners(telegram, None, SendMessage(chat_id=STAFF_CHAT, text="Back"))
    assert later.value.retry_after >= waiting
    assert (telegram.asked, pace.wait_for(STAFF_CHAT)) == (0, waiting)
    now.seconds += waiting
    await manners(telegram, None, SendMessage(chat_id=STAFF_CHAT, text="Back"))
    assert telegram.asked == 1


@given(st.lists(st.floats(0, 20), min_size=1, max_size=120), st.randoms())
def test_whatever_the_counter_does_a_minute_never_holds_more_than_eighteen(
    pauses: list[float], chance: random.Random
) -> None:
    clock = Moment()
    pace = ChatPace()
    pace._now = clock  # type: ignore[method-assign]
    times = []
    for pause in pauses:
        clock.seconds += pause
        booked = range(chance.randint(0, 3))
        times += [round(clock.seconds + pace.book(STAFF_CHAT), 6) for _ in booked]
    if times:
        assert most_in_a_minute(times) <= GROUP_MESSAGES
