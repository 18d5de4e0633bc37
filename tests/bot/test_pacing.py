"""Telegram's speed limits, on a clock that the test moves.

Groups have their own (test_group_pace.py); whether the sender keeps to it is tested with the sender.
"""

import asyncio

import pytest

from bot.pacing import CHAT_BURST, ChatPace, EvenRow, OverallPace
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
    pace = EvenRow()
    loop = asyncio.get_running_loop()
    times = []
    for _ in range(15):
        await pace.acquire()
        times.append(loop.time())
    assert times[-1] - times[0] >= 13 / 28


async def places(pace: EvenRow, now: Moment, count: int, *, late: float) -> list[float]:
    """When each message goes whose timer rings so much too late."""
    times = []
    for _ in range(count):
        now.seconds = max(now.seconds, pace._next_at) + late
        await pace.acquire()
        times.append(now.seconds)
    return times


@pytest.mark.parametrize("late", [0, 0.001, 0.005, 0.015])
async def test_a_timer_that_rings_late_costs_no_speed_and_no_second_holds_too_many(
    now: Moment, late: float
) -> None:
    times = await places(EvenRow(28), now, 280, late=late)
    assert 279 / (times[-1] - times[0]) > 27.8
    assert max(sum(at <= one < at + 1 for one in times) for at in times) <= 29


async def test_after_a_pause_nothing_is_caught_up_with(now: Moment) -> None:
    pace = EvenRow(28)
    await places(pace, now, 5, late=0)
    now.seconds += 60
    times = await places(pace, now, 28, late=0)
    assert times[-1] - times[0] > 26 / 28


async def test_an_answer_goes_at_once_and_the_rows_move_up(now: Moment) -> None:
    pace = OverallPace(10)
    for row in (pace.claims, pace.sends):
        await row.acquire()
    before = [row._next_at for row in (pace.claims, pace.sends)]
    pace.give_way()
    pace.give_way()
    assert pace.claims._next_at == pytest.approx(before[0] + 2 / 10)
    assert pace.sends._next_at == pytest.approx(before[1] + 2 / 10.5)


async def test_a_flood_of_answers_leaves_messages_one_place_in_four(now: Moment) -> None:
    pace = EvenRow(10)
    await pace.acquire()
    for _ in range(50):
        pace.give_way()
    assert 3 / 10 < pace._next_at - now.seconds <= 4 / 10
    now.seconds += 1
    pace.give_way()
    assert pace._next_at > now.seconds, "where nobody waits, answers are counted again"


async def test_what_bunched_up_after_it_was_claimed_goes_evenly_all_the_same() -> None:
    row, times = EvenRow(28), []

    async def goes() -> None:
        await row.acquire()
        times.append(asyncio.get_running_loop().time())

    await asyncio.gather(*(goes() for _ in range(8)))
    assert times[-1] - times[0] >= 6 / 28
