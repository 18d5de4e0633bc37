"""The database is away for long while an update is handled: what was said about it stays true.

Not here: what waits in Telegram meanwhile (tests/postgres/test_away.py), and other faults (test_handling.py).
"""

import asyncio
import json
from typing import Any, cast

import pytest
from aiogram import Bot

from bot import handling
from bot.raw_updates import read_kept
from bot.waiting import WaitingWord
from handlers.texts import Texts
from loyalty.ids import UpdateId
from storage.faults import StorageFault
from tests.bot import test_handling
from tests.counter import MIA

bot, desk = test_handling.bot, test_handling.desk


class Away:
    """A database that refuses so many times."""

    def __init__(self, times: int) -> None:
        self.left = times

    async def __call__(self, *_: object) -> None:
        if self.left:
            self.left -= 1
            raise StorageFault("the server is away")


async def test_who_was_told_that_a_tap_is_done_by_itself_has_it_done_after_ten_minutes_too(
    desk: test_handling.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handling, "LONGEST_WAITING_SECONDS", 0.2)
    back = asyncio.get_running_loop().time() + 0.5

    async def is_away(*_: object) -> None:
        if asyncio.get_running_loop().time() < back:
            raise StorageFault("the server is away")

    desk.do = is_away
    await desk.takes(test_handling.message("+1"))
    assert desk.told.updates == [1], "it was said"
    assert desk.apologies == []
    assert [state for state, _, _ in await desk.inbox()] == ["done"]


async def test_a_person_is_told_once_in_each_outage_and_again_in_the_next(desk: test_handling.Desk) -> None:
    """Also where no poll notices that the database is back: behind a webhook."""
    said: list[int] = []

    class Telegram:
        async def send_message(self, chat_id: int, *_: Any, **__: Any) -> None:
            said.append(chat_id)

    word = WaitingWord(cast(Bot, Telegram()), Texts())
    desk.handling._waiting = word
    for number in (1, 2):
        desk.do = Away(4)
        await desk.takes(test_handling.message("+1"), number)
        assert said == [MIA.telegram_id] * number
    text = json.dumps({"update_id": 9, **test_handling.message("+1")})
    for _ in range(2):
        await word([read_kept(UpdateId(9), text)])
    assert len(said) == 3, "within one outage once"
