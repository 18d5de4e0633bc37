"""How fast the bot sends: counted always, refused only where limits were asked for; and the transcript."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import NotVisible, Person, SaidNo
from tests.sandbox.raw_bot import RawBot, StandingClock, picture


async def asks(session: aiohttp.ClientSession, path: str, **body: Any) -> Any:
    async with session.post(f"/sim/{path}", json=body) as response:
        assert response.status == 200, await response.text()
        return await response.json()


async def pace(session: aiohttp.ClientSession, chat: int) -> Any:
    async with session.get("/sim/state") as response:
        return (await response.json())["pace"][str(chat)]


async def transcript(session: aiohttp.ClientSession) -> Any:
    async with session.get("/sim/transcript") as response:
        return await response.json()


async def test_sends_and_edits_are_counted_by_both_clocks(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person, clock: StandingClock
) -> None:
    sent = await bot.does("sendMessage", chat_id=ann.id, text="0")
    await asks(session, "clock", advance_seconds=30)
    await bot.does("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="1")
    await asks(session, "clock", advance_seconds=30)
    await bot.does("sendPhoto", {"photo": picture()}, chat_id=ann.id)
    await bot.does("sendChatAction", chat_id=ann.id, action="typing")
    assert await pace(session, ann.id) == {
        "count": 3,
        "most_in_60s": {"sandbox": 2, "wall": 3},
        "refused": 0,
    }
    async with session.get(f"/sim/pace/{ann.id}") as response:
        moments = await response.json()
    assert [round(one["sandbox"] - moments[0]["sandbox"]) for one in moments] == [0, 30, 60]
    assert moments[0]["wall"] <= moments[1]["wall"] <= moments[2]["wall"] < moments[0]["wall"] + 30
    assert round(moments[2]["sandbox"]) == round(clock.now().timestamp())


async def test_a_group_takes_only_so_many_a_minute(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    group = await ann.makes_group("Staff", bot="administrator")
    await asks(session, "limits", group_per_minute=3, clock="sandbox")
    for number in range(3):
        await bot.does("sendMessage", chat_id=group, text=str(number))
        await asks(session, "clock", advance_seconds=10)
    refused = await bot.asks("sendMessage", chat_id=group, text="too many")
    assert (refused["error_code"], refused["parameters"]) == (429, {"retry_after": 30})
    assert refused["description"] == "Too Many Requests: retry after 30"
    await bot.does("sendMessage", chat_id=ann.id, text="others may be written to")
    await asks(session, "clock", advance_seconds=29)
    assert (await bot.asks("sendMessage", chat_id=group, text="x"))["parameters"] == {"retry_after": 1}
    await asks(session, "clock", advance_seconds=1)
    await bot.does("sendMessage", chat_id=group, text="now")
    assert await pace(session, group) == {
        "count": 4,
        "most_in_60s": {"sandbox": 3, "wall": 4},
        "refused": 2,
    }
    await asks(session, "limits")
    for number in range(5):
        await bot.does("sendMessage", chat_id=group, text=str(number))


async def test_one_chat_takes_a_burst_and_then_one_a_second(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    await asks(session, "limits", per_chat_per_second=1, burst=3, clock="sandbox")
    for number in range(3):
        await bot.does("sendMessage", chat_id=ann.id, text=str(number))
    assert (await bot.asks("sendMessage", chat_id=ann.id, text="x"))["parameters"] == {"retry_after": 1}
    await asks(session, "clock", advance_seconds=1)
    await bot.does("sendMessage", chat_id=ann.id, text="3")
    assert (await bot.asks("sendMessage", chat_id=ann.id, text="x"))["error_code"] == 429


async def test_limits_hold_by_real_time_unless_another_clock_is_named(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    await asks(session, "limits", per_chat_per_second=5, burst=1)
    await bot.does("sendMessage", chat_id=ann.id, text="1")
    await asks(session, "clock", advance_seconds=3600)
    assert (await bot.asks("sendMessage", chat_id=ann.id, text="2"))["error_code"] == 429
    await asyncio.sleep(0.21)
    await bot.does("sendMessage", chat_id=ann.id, text="2")


@pytest.mark.parametrize(
    "limits", [{"group_per_minute": "many"}, {"speed": 1}, {"clock": "moon"}, {"burst": -1}]
)
async def test_limits_that_are_none_are_refused(session: aiohttp.ClientSession, limits: Any) -> None:
    async with session.post("/sim/limits", json=limits) as response:
        assert response.status == 400


async def test_the_transcript_tells_in_order_who_did_what_and_what_the_bot_said(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    rows = [[{"text": "+1", "callback_data": "secret:7"}], [{"text": "Undo", "callback_data": "undo"}]]
    markup = {"inline_keyboard": rows}
    await bot.does(
        "sendMessage", chat_id=ann.id, text="<b>3</b> of 6", parse_mode="HTML", reply_markup=markup
    )
    tap = asyncio.create_task(ann.taps("+1"))
    (update,) = await bot.does("getUpdates", timeout=5)
    query = update["callback_query"]["id"]
    await bot.does("answerCallbackQuery", callback_query_id=query, text="4 of 6")
    await tap
    await bot.hears("sendMessage", chat_id=1, text="nobody")
    await ann.sends_photo(picture())
    told = await transcript(session)
    lines = told["lines"]
    assert [one["n"] for one in lines] == list(range(1, len(lines) + 1))
    assert [one.get("deed") or one["call"] for one in lines] == [
        "people", "start", "sendMessage", "tap", "answerCallbackQuery", "sendMessage", "send",
    ]  # fmt: skip
    sent, tapped, answered, refused, photo = lines[2:]
    assert (sent["chat"], sent["text"], sent["buttons"]) == (ann.id, "3 of 6", [["+1"], ["Undo"]])
    assert (tapped["person"], tapped["label"], tapped["toast"], tapped["ok"]) == (
        ann.id,
        "+1",
        "4 of 6",
        True,
    )
    assert (answered["query"], answered["text"]) == (query, "4 of 6")
    assert (refused["ok"], refused["error"]) == (False, "Bad Request: chat not found")
    assert "photo_base64" not in photo
    assert "secret:7" not in str(told)


async def test_the_transcript_counts_taps_and_texts_as_the_people_do(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    keyboard = {"keyboard": [[{"text": "Staff", "request_users": {"request_id": 1, "max_quantity": 5}}]]}
    await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=keyboard)
    bob = await Person.join(session, "Bob")
    await ann.says("hello")
    await ann.presses_and_picks_people("Staff", [bob, ann])
    with pytest.raises(NotVisible):
        await ann.taps("Nothing")
    with pytest.raises(SaidNo):
        await bob.says("too early")
    told = await transcript(session)
    assert told["people"] == {str(ann.id): {"taps": ann.taps_made, "texts": ann.texts_sent}}
    assert (ann.taps_made, ann.texts_sent) == (5, 1)
    assert told["lines"][-1]["ok"] is False
