"""Telegram's speed limits, on a clock that the test moves.

Whether the sender keeps to them is tested with the sender.
"""

import asyncio

import pytest

from bot.pacing import CHAT_BURST, ChatPace, overall_pace

ANNA, STAFF_CHAT = 1001, -100500


class Moment:
    """The event loop's time, standing still."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Moment:
    moment = Moment()
    monkeypatch.setattr(ChatPace, "_now", staticmethod(moment))
    return moment


def booked(pace: ChatPace, chat: int, count: int) -> list[float]:
    return [round(pace.book(chat), 3) for _ in range(count)]


def test_a_short_burst_goes_to_a_chat_at_once_and_then_one_message_a_second(now: Moment) -> None:
    pace = ChatPace()
    assert booked(pace, ANNA, CHAT_BURST + 2) == [*[0] * CHAT_BURST, 1, 2]
    now.seconds += 10
    assert booked(pace, ANNA, CHAT_BURST + 1) == [*[0] * CHAT_BURST, 1]


def test_asking_how_long_books_nothing(now: Moment) -> None:
    pace = ChatPace()
    booked(pace, ANNA, CHAT_BURST)
    assert [pace.wait_for(ANNA) for _ in range(5)] == [1] * 5
    assert pace.wait_for(ANNA + 1) == 0


def test_a_group_gets_eighteen_messages_in_any_minute(now: Moment) -> None:
    pace = ChatPace()
    times = booked(pace, STAFF_CHAT, 60)
    for start in times:
        assert sum(start <= time < start + 60 for time in times) <= 18
    assert times[:3] == [0, 0, 0]
    assert times[18] == 60


def test_a_chat_that_telegram_closed_stays_closed_for_so_long_and_others_are_open(now: Moment) -> None:
    pace = ChatPace()
    pace.close(ANNA, 30)
    pace.close(ANNA, 5)
    assert (pace.closed_for(ANNA), pace.closed_for(ANNA + 1)) == (30, 0)
    assert pace.wait_for(ANNA) == 30
    now.seconds += 30
    assert pace.closed_for(ANNA) == 0
    assert pace.book(ANNA) == 0


def test_chats_of_long_ago_are_forgotten(now: Moment) -> None:
    pace = ChatPace()
    for chat in range(1, 6001):
        pace.book(chat)
    assert len(pace._chats) == 5000


async def test_over_all_chats_messages_are_spaced_evenly() -> None:
    pace = overall_pace()
    loop = asyncio.get_running_loop()
    times = []
    for _ in range(15):
        await pace.acquire()
        times.append(loop.time())
    assert times[-1] - times[0] >= 13 / 28
