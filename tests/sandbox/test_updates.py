"""getUpdates: waiting, confirming, filtering, and who may ask."""

import asyncio
import time

import aiohttp

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import RawBot, StandingClock


async def texts(bot: RawBot, **params: int) -> list[str]:
    return [one["message"]["text"] for one in await bot.does("getUpdates", None, **params)]


async def test_updates_come_again_until_they_are_confirmed_by_offset(bot: RawBot, ann: Person) -> None:
    for text in ("one", "two", "three"):
        await ann.says(text)
    assert await texts(bot) == ["one", "two", "three"]
    updates = await bot.does("getUpdates", limit=2)
    assert len(updates) == 2
    assert await texts(bot, offset=updates[-1]["update_id"]) == ["two", "three"]
    assert await texts(bot, offset=updates[-1]["update_id"] + 1) == ["three"]
    assert await texts(bot) == ["three"]


async def test_a_negative_offset_keeps_only_the_newest(bot: RawBot, ann: Person) -> None:
    for text in ("one", "two", "three"):
        await ann.says(text)
    assert await texts(bot, offset=-1) == ["three"]
    assert await texts(bot) == ["three"]


async def test_a_poll_waits_and_wakes_with_the_update(bot: RawBot, ann: Person) -> None:
    poll = asyncio.create_task(bot.does("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    assert not poll.done()
    began = time.monotonic()
    await ann.says("hello")
    assert [one["message"]["text"] for one in await poll] == ["hello"]
    assert time.monotonic() - began < 1


async def test_a_poll_without_news_ends_empty(bot: RawBot) -> None:
    assert await bot.does("getUpdates", timeout=1) == []


async def test_the_earlier_of_two_pollers_hears_a_conflict(bot: RawBot, ann: Person) -> None:
    earlier = asyncio.create_task(bot.asks("getUpdates", timeout=20))
    await asyncio.sleep(0.05)
    later = asyncio.create_task(bot.asks("getUpdates", timeout=20))
    refused = await earlier
    assert refused["error_code"] == 409
    assert refused["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await ann.says("hello")
    assert (await later)["ok"]


async def test_polling_and_a_webhook_exclude_each_other(bot: RawBot, ann: Person) -> None:
    await bot.does("setWebhook", url="https://cafe.example/hook", secret_token="s3cret")
    await ann.says("hello")
    refused = await bot.asks("getUpdates")
    assert refused["error_code"] == 409
    assert "while webhook is active" in refused["description"]
    info = await bot.does("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == ("https://cafe.example/hook", 1)
    assert "s3cret" not in str(info)
    assert await bot.hears("setWebhook", url="http://cafe.example/hook") == (
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    await bot.does("deleteWebhook")
    assert (await bot.does("getWebhookInfo"))["url"] == ""
    assert await texts(bot) == ["hello"]


async def test_only_allowed_kinds_come_and_the_choice_is_remembered(bot: RawBot, ann: Person) -> None:
    await bot.does("getUpdates", allowed_updates=["my_chat_member"])
    await ann.says("hello")
    await ann.blocks()
    await ann.unblocks()
    kinds = [next(name for name in one if name != "update_id") for one in await bot.takes_updates()]
    assert kinds == ["my_chat_member", "my_chat_member"]
    await bot.does("getUpdates", allowed_updates=[])
    await ann.says("hello")
    assert await texts(bot) == ["hello"]


async def test_updates_wait_a_day_and_no_longer(
    bot: RawBot, ann: Person, session: aiohttp.ClientSession
) -> None:
    await ann.says("old")
    await session.post("/sim/clock", json={"advance_seconds": 20 * 3600})
    await ann.says("new")
    await session.post("/sim/clock", json={"advance_seconds": 5 * 3600})
    assert await texts(bot) == ["new"]


async def test_messages_carry_the_time_of_the_shared_clock(
    bot: RawBot, ann: Person, clock: StandingClock, session: aiohttp.ClientSession
) -> None:
    await session.post("/sim/clock", json={"advance_seconds": 600})
    assert (await ann.says("x"))["date"] == int(clock.now().timestamp())
    assert (await bot.does("sendMessage", chat_id=ann.id, text="x"))["date"] == int(clock.now().timestamp())


async def test_an_update_that_nobody_here_can_cause_is_brought_as_it_is(
    session: aiohttp.ClientSession, bot: RawBot
) -> None:
    await bot.does("getUpdates", allowed_updates=["message"])
    poll = {"id": "1", "question": "Tea?", "options": [], "total_voter_count": 0, "is_closed": True}
    poll |= {"is_anonymous": True, "type": "regular", "allows_multiple_answers": False}
    poll |= {"allows_revoting": False, "members_only": False}
    async with session.post("/sim/updates", json={"updates": [{"poll": poll}]}) as response:
        brought = await response.json()
    assert await bot.takes_updates() == [{"update_id": brought["update_ids"][0], "poll": poll}]


async def test_an_update_of_no_form_of_the_bot_api_is_refused(
    session: aiohttp.ClientSession, bot: RawBot
) -> None:
    odd: list[object] = [[{"poll": {"id": "1"}}], [{"poll_tax": {}}], [1], {"poll": {}}, None]
    for updates in odd:
        async with session.post("/sim/updates", json={"updates": updates}) as response:
            assert response.status == 400, updates
    assert await bot.takes_updates() == []
