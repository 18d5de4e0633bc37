"""Faults on demand: each strikes as often as it was armed for, then no more."""

import asyncio
import time
from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import TOKEN, RawBot, StandingClock

INLINE = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


@pytest.fixture
def arm(session: aiohttp.ClientSession) -> Any:
    async def arm(kind: str, **more: Any) -> None:
        async with session.post("/sim/faults", json={"kind": kind, **more}) as response:
            assert response.status == 200, await response.text()

    return arm


async def test_too_many_requests_says_how_long_to_wait(bot: RawBot, ann: Person, arm: Any) -> None:
    await arm("too_many_requests", method="sendMessage", times=2, retry_after=7)
    for _ in range(2):
        refused = await bot.asks("sendMessage", chat_id=ann.id, text="x")
        assert refused["error_code"] == 429
        assert refused["description"] == "Too Many Requests: retry after 7"
        assert refused["parameters"] == {"retry_after": 7}
    await bot.does("sendMessage", chat_id=ann.id, text="x")


async def test_a_fault_can_be_meant_for_one_chat(
    bot: RawBot, ann: Person, arm: Any, session: aiohttp.ClientSession
) -> None:
    bob = await Person.join(session, "Bob")
    await bob.starts()
    await arm("forbidden", chat=bob.id)
    await bot.does("sendMessage", chat_id=ann.id, text="x")
    heard = await bot.hears("sendMessage", chat_id=bob.id, text="x")
    assert heard == "Forbidden: bot was blocked by the user"


async def test_a_fault_for_any_method_spares_the_poll(bot: RawBot, arm: Any) -> None:
    await arm("server_error")
    assert await bot.does("getUpdates") == []
    assert (await bot.asks("getMe"))["error_code"] == 502
    await arm("server_error", method="getUpdates")
    assert (await bot.asks("getUpdates"))["error_code"] == 502


async def test_a_lost_answer_is_delivered_all_the_same(
    ann: Person, arm: Any, session: aiohttp.ClientSession, bot: RawBot
) -> None:
    await arm("answer_lost", method="sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await session.post(f"/bot{TOKEN}/sendMessage", json={"chat_id": ann.id, "text": "once"})
    assert (await ann.last())["text"] == "once"


async def test_a_hanging_call_is_not_carried_out_when_the_bot_hangs_up(
    base_url: str, ann: Person, arm: Any, bot: RawBot
) -> None:
    await arm("hang", method="sendMessage", seconds=0.3, times=2)
    began = time.monotonic()
    await bot.does("sendMessage", chat_id=ann.id, text="late")
    assert time.monotonic() - began >= 0.3
    async with aiohttp.ClientSession(base_url, timeout=aiohttp.ClientTimeout(total=0.1)) as impatient:
        with pytest.raises(TimeoutError):
            await RawBot(impatient).asks("sendMessage", chat_id=ann.id, text="never")
    await asyncio.sleep(0.4)
    assert (await ann.last())["text"] == "late"


async def test_a_duplicate_update_comes_again_under_its_own_id(bot: RawBot, ann: Person, arm: Any) -> None:
    await arm("duplicate_update")
    await ann.says("hello")
    first = await bot.does("getUpdates")
    again = await bot.does("getUpdates", offset=first[0]["update_id"] + 1)
    assert again == first
    assert await bot.does("getUpdates", offset=first[0]["update_id"] + 1) == []


async def test_the_same_tap_comes_under_a_new_update_id(bot: RawBot, ann: Person, arm: Any) -> None:
    await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=INLINE)
    await arm("new_id_for_same_tap")
    await ann.taps("Yes", wait=0)
    one, other = await bot.takes_updates()
    assert one["update_id"] != other["update_id"]
    assert one["callback_query"] == other["callback_query"]


async def test_shuffled_updates_come_backwards(bot: RawBot, ann: Person, arm: Any) -> None:
    await arm("shuffle_updates")
    poll = asyncio.create_task(bot.does("getUpdates", timeout=5))
    await ann.says("one")
    await ann.says("two")
    first, second = await poll
    assert first["update_id"] > second["update_id"]
    assert second["message"]["text"] == "one"


async def test_an_unreadable_update_comes_before_a_good_one(bot: RawBot, ann: Person, arm: Any) -> None:
    await arm("unreadable_update")
    await ann.says("hello")
    odd, good = await bot.takes_updates()
    assert odd["message"] == {"message_id": "first", "date": "yesterday", "chat": None}
    assert good["message"]["text"] == "hello"


async def test_a_lost_payload_leaves_a_bare_start(ann: Person, arm: Any) -> None:
    await arm("payload_lost")
    assert (await ann.starts("c_abc"))["text"] == "/start"
    assert (await ann.starts("c_abc"))["text"] == "/start c_abc"


async def test_telegrams_clock_can_be_off(ann: Person, arm: Any, clock: StandingClock) -> None:
    await arm("clock_offset", seconds=-120)
    assert (await ann.says("x"))["date"] == int(clock.now().timestamp()) - 120


async def test_faults_are_listed_cleared_and_checked(session: aiohttp.ClientSession, arm: Any) -> None:
    await arm("hang", method="sendPhoto", seconds=9)
    async with session.get("/sim/state") as response:
        shown = (await response.json())["faults"]
    assert shown == {"hang": [{"method": "sendPhoto", "chat": None, "times": 1, "seconds": 9.0}]}
    async with session.post("/sim/faults", json={"kind": "earthquake"}) as response:
        assert (response.status, "earthquake" in await response.text()) == (400, True)
    async with session.delete("/sim/faults") as response:
        assert await response.json() == {"faults": {}}
