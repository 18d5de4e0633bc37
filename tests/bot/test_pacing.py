"""Telegram's speed limits, on a clock that the test moves.

Groups have their own (test_group_pace.py); whether the sender keeps to it is tested with the sender.
"""

import asyncio

from bot.pacing import CHAT_BURST, ChatPace, OverallPace
from tests.bot.moment import Moment

ANNA = 1001


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
    pace = OverallPace()
    loop = asyncio.get_running_loop()
    times = []
    for _ in range(15):
        await pace.acquire()
        times.append(loop.time())
    assert times[-1] - times[0] >= 13 / 28
