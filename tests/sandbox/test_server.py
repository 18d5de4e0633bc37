"""The server as a whole: this machine only, what it keeps, what it tells about calls, its page."""

import asyncio
import json
import re
import shutil
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox import store
from bot.sandbox.person import Person
from bot.sandbox.server import PAGE
from tests.checked_server import CheckedServer
from tests.sandbox.raw_bot import TOKEN, RawBot, StandingClock, picture


async def test_it_listens_on_this_machine_only(clock: StandingClock) -> None:
    server = CheckedServer(clock=clock, token=TOKEN)
    with pytest.raises(ValueError, match="this machine only"):
        await server.start(host="0.0.0.0")


async def test_it_refuses_names_of_other_sites(session: aiohttp.ClientSession) -> None:
    async with session.get("/sim/state", headers={"Host": "evil.example"}) as response:
        assert response.status == 403


async def test_everything_is_there_after_a_restart(clock: StandingClock, tmp_path: Path) -> None:
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.join(session, "Ann", note="a regular")
        await ann.starts()
        await bot.takes_updates()
        markup = {"keyboard": [[{"text": "Card"}]]}
        sent = await bot.does("sendPhoto", {"photo": picture()}, chat_id=ann.id, caption="Card")
        await bot.does("sendMessage", chat_id=ann.id, text="Menu", reply_markup=markup)
        await ann.says("undelivered")
    await server.stop()
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.meet(session, ann.id)
        assert [one.get("text", one.get("caption")) for one in await ann.chat()] == [
            "/start", "Card", "Menu", "undelivered",
        ]  # fmt: skip
        assert await ann.keyboard() == ["Card"]
        (update,) = await bot.takes_updates()
        assert update["message"]["text"] == "undelivered"
        again = await bot.does("sendPhoto", chat_id=ann.id, photo=sent["photo"][0]["file_id"])
        assert again["photo"] == sent["photo"]
        async with session.get(f"/sim/files/{sent['photo'][0]['file_id']}") as response:
            assert await response.read() == picture()
    await server.stop()


async def test_numbers_are_not_used_twice_after_a_kill(clock: StandingClock, tmp_path: Path) -> None:
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.join(session, "Ann")
        await ann.starts()
        while not (tmp_path / "sandbox.json").exists():  # noqa: ASYNC110 - waits for a file
            await asyncio.sleep(0.05)
        left_by_the_kill = (tmp_path / "sandbox.json").read_text()
        last = await ann.says("after the snapshot")
        (newest,) = [one for one in await bot.takes_updates() if one["message"]["text"] != "/start"]
    await server.stop()
    (tmp_path / "sandbox.json").write_text(left_by_the_kill)
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.meet(session, ann.id)
        assert (await ann.says("again"))["message_id"] > last["message_id"]
        assert (await bot.takes_updates())[-1]["update_id"] > newest["update_id"]
    await server.stop()


async def test_what_the_bot_was_answered_outlives_a_kill_at_once(
    clock: StandingClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PAUSE", 3600)  # nothing is written by itself
    killed = CheckedServer(clock=clock, token=TOKEN, store=tmp_path / "killed")
    async with aiohttp.ClientSession(await killed.start()) as session:
        bot, ann = RawBot(session), await Person.join(session, "Ann")
        await ann.starts()
        (update,) = await bot.takes_updates()
        receipt = await bot.does("sendMessage", chat_id=ann.id, text="+1 stamp")
        gone = await bot.does("sendMessage", chat_id=ann.id, text="soon gone")
        await bot.does("deleteMessage", chat_id=ann.id, message_id=gone["message_id"])
        edited = {"chat_id": ann.id, "message_id": receipt["message_id"], "text": "+2 stamps"}
        await bot.does("editMessageText", **edited)
        shutil.copytree(tmp_path / "killed", tmp_path / "left")
    await killed.stop()
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path / "left")
    async with aiohttp.ClientSession(await server.start()) as session:
        bot, ann = RawBot(session), await Person.meet(session, ann.id)
        assert [one["text"] for one in await ann.chat()] == ["/start", "+2 stamps"]
        assert await bot.does("getUpdates", offset=update["update_id"] + 1) == []
    await server.stop()


async def test_the_clock_does_not_go_back_behind_what_was_kept(tmp_path: Path) -> None:
    ahead, behind = StandingClock(), StandingClock()
    server = CheckedServer(clock=ahead, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        await session.post("/sim/clock", json={"advance_seconds": 86_400})
    await server.stop()
    server = CheckedServer(clock=behind, token=TOKEN, store=tmp_path)
    await server.start()
    await server.stop()
    assert behind.now() == ahead.now()


async def test_calls_are_told_without_the_token(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    await bot.does("sendPhoto", {"photo": picture()}, chat_id=ann.id)
    await bot.hears("sendMessage", chat_id=1, text="x")
    async with session.get("/sim/calls") as response:
        text = await response.text()
    sent, refused = json.loads(text)[-2:]
    assert sent["method"] == "sendPhoto"
    assert sent["params"]["photo"] == {"file": len(picture())}
    assert (refused["ok"], refused["error"]) == (False, "Bad Request: chat not found")
    assert TOKEN not in text


async def test_quiet_means_that_everything_is_confirmed(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    await ann.says("hello")
    async with session.post("/sim/quiet", json={"seconds": 0.05, "timeout": 0.2}) as response:
        assert response.status == 400
    await bot.takes_updates()
    async with session.post("/sim/quiet", json={"seconds": 0.05}) as response:
        assert response.status == 200


async def test_the_page_hears_of_every_change(session: aiohttp.ClientSession, ann: Person) -> None:
    async with session.get("/sim/events") as events:
        first = json.loads((await events.content.readline()).removeprefix(b"data: "))
        await events.content.readline()
        await ann.says("hello")
        second = json.loads((await events.content.readline()).removeprefix(b"data: "))
    assert second["version"] > first["version"]


async def test_what_a_person_cannot_do_is_said_in_a_sentence(session: aiohttp.ClientSession) -> None:
    async with session.post("/sim/send", json={"person": 1, "text": "x"}) as response:
        assert (response.status, await response.json()) == (400, {"error": "There is no person 1."})
    async with session.post("/sim/send", data="{") as response:
        assert (response.status, await response.json()) == (400, {"error": "The request is not JSON."})


async def test_the_page_is_served_also_where_a_deep_link_leads(session: aiohttp.ClientSession) -> None:
    for path in ("/", "/one_more_cup_bot?start=c_abc"):
        async with session.get(path) as response:
            assert response.status == 200
            assert "/page/page.js" in await response.text()
    async with session.get("/page/page.js") as response:
        assert response.status == 200


def test_the_parts_of_the_page_fit_together() -> None:
    parts = {path.name: path.read_text() for path in PAGE.glob("*.js")}
    for name, text in parts.items():
        for words, source in re.findall(r'import \{([^}]+)\} from "\./([\w.]+)"', text):
            offered = set(re.findall(r"export (?:async )?(?:function|class|const) (\w+)", parts[source]))
            assert {word.strip() for word in words.split(",")} <= offered, f"{name} asks {source} for {words}"


async def test_groups_and_the_bots_rights_are_there_after_a_restart(
    clock: StandingClock, tmp_path: Path
) -> None:
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        ann, bob = await Person.join(session, "Ann"), await Person.join(session, "Bob")
        old = await ann.makes_group("Staff", [bob])
        await ann.adds_bot(old, rights={"can_pin_messages": False})
        group = await ann.upgrades_group(old)
        await ann.promotes(bob, group, anonymous=True)
        before = await RawBot(session).does("getChatAdministrators", chat_id=group)
    await server.stop()
    server = CheckedServer(clock=clock, token=TOKEN, store=tmp_path)
    async with aiohttp.ClientSession(await server.start()) as session:
        bot = RawBot(session)
        assert await bot.does("getChatAdministrators", chat_id=group) == before
        assert [one["can_pin_messages"] for one in before if one["user"]["is_bot"]] == [False]
        refused = await bot.asks("sendMessage", chat_id=old, text="x")
        assert refused["parameters"] == {"migrate_to_chat_id": group}
    await server.stop()
