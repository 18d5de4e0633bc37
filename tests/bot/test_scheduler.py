"""Ticks that are late, fail or take long.

Not here: what a tick does (tests/use_cases/test_upkeep.py, test_day.py).
"""

import asyncio
import time

import pytest

from bot.scheduler import Metronome, Tick


async def test_a_tick_that_comes_more_than_a_second_late_is_not_left_out() -> None:
    ran = []

    async def sweep() -> None:
        ran.append(time.monotonic())

    metronome = Metronome([Tick("sweep", 1.3, sweep)])
    metronome.start()
    time.sleep(2.5)  # the machine sleeps, or the loop is busy
    await asyncio.sleep(0.05)
    metronome.stop()
    assert len(ran) == 1


async def test_a_tick_that_fails_comes_again_and_one_that_takes_long_runs_once_at_a_time(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tried, begun = [], []

    async def fail() -> None:
        tried.append(1)
        raise ValueError("a bug")

    async def dawdle() -> None:
        begun.append(1)
        await asyncio.sleep(60)

    metronome = Metronome([Tick("fails", 0.05, fail), Tick("dawdles", 0.05, dawdle)])
    metronome.start()
    await asyncio.sleep(0.4)
    metronome.stop()
    assert len(tried) > 1
    assert len(begun) == 1


async def test_a_bot_that_stops_in_the_middle_of_a_tick_logs_no_error(
    caplog: pytest.LogCaptureFixture,
) -> None:
    begun = asyncio.Event()

    async def wait_for_the_database() -> None:
        begun.set()
        await asyncio.Event().wait()

    metronome = Metronome([Tick("waits", 0.05, wait_for_the_database)])
    metronome.start()
    await begun.wait()
    metronome.stop()
    await asyncio.sleep(0.05)
    assert [one for one in caplog.records if one.levelname == "ERROR"] == []
