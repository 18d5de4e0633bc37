"""What people can do and see: START before a payload, buttons that are visible, QR codes, groups."""

import asyncio
import base64
import io
from typing import Any

import aiohttp
import pytest
import qrcode

from bot.sandbox.person import NotVisible, Person, SaidNo
from tests.sandbox.raw_bot import RawBot, picture


async def test_start_comes_before_a_payload(session: aiohttp.ClientSession, bot: RawBot) -> None:
    bob = await Person.join(session, "Bob")
    assert await bob.opens("https://t.me/One_More_Cup_bot?start=c_abc") == "c_abc"
    assert await bot.takes_updates() == []
    with pytest.raises(SaidNo, match="Bob has not pressed START yet"):
        await bob.says("hello")
    await bob.starts()
    (update,) = await bot.takes_updates()
    assert update["message"]["text"] == "/start c_abc"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert update["message"]["from"]["is_bot"] is False
    assert (await bob.starts())["text"] == "/start"
    assert bob.taps_made == 2


async def test_a_payload_of_a_wrong_form_is_dropped_and_other_links_are_refused(ann: Person) -> None:
    assert await ann.opens("tg://resolve?domain=one_more_cup_bot&start=a!b") == ""
    with pytest.raises(SaidNo, match="does not lead to the bot"):
        await ann.opens("https://t.me/another_bot?start=abc")


async def test_a_tap_waits_for_its_toast(bot: RawBot, ann: Person) -> None:
    rows = [[{"text": "+1", "callback_data": "1"}, {"text": "+10", "callback_data": "10"}]]
    await bot.does("sendMessage", chat_id=ann.id, text="How many?", reply_markup={"inline_keyboard": rows})
    tap = asyncio.create_task(ann.taps("+1"))
    (update,) = await bot.does("getUpdates", timeout=5)
    query = update["callback_query"]
    assert query["data"] == "1"
    assert query["message"]["text"] == "How many?"
    assert isinstance(query["chat_instance"], str)
    await bot.does("answerCallbackQuery", callback_query_id=query["id"], text="1 of 6", show_alert=True)
    assert await tap == "1 of 6"
    assert ann.taps_made == 2  # START was one


async def test_a_person_taps_only_what_is_visible(bot: RawBot, ann: Person) -> None:
    markup = {"inline_keyboard": [[{"text": "Undo", "callback_data": "u"}]]}
    sent = await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    with pytest.raises(NotVisible, match=r"Ann sees no button 'Redeem'. Visible by message: .*'Undo'"):
        await ann.taps("Redeem")
    await bot.does("editMessageText", chat_id=ann.id, message_id=sent["message_id"], text="done")
    with pytest.raises(NotVisible):
        await ann.taps("Undo")


async def test_the_reply_keyboard_shows_is_pressed_and_goes(bot: RawBot, ann: Person) -> None:
    markup: Any = {"keyboard": [[{"text": "Stamp me"}, {"text": "My number", "request_contact": True}]]}
    await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    assert await ann.keyboard() == ["Stamp me", "My number"]
    assert (await ann.presses("Stamp me"))["text"] == "Stamp me"
    assert (await ann.presses("My number"))["contact"]["user_id"] == ann.id
    with pytest.raises(SaidNo, match="There is no button 'Menu'"):
        await ann.presses("Menu")
    await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup={"remove_keyboard": True})
    assert await ann.keyboard() == []


async def test_a_qr_code_is_scanned_from_somebody_elses_phone(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    code = io.BytesIO()
    qrcode.make("https://t.me/one_more_cup_bot?start=c_secret").save(code)
    await bot.does("sendPhoto", {"photo": code.getvalue()}, chat_id=ann.id, caption="Your code")
    bob = await Person.join(session, "Bob")
    assert await bob.scans(await ann.sees("Your code")) == "https://t.me/one_more_cup_bot?start=c_secret"
    assert (await bob.starts())["text"] == "/start c_secret"
    await bot.does("sendPhoto", {"photo": picture()}, chat_id=ann.id)
    with pytest.raises(SaidNo, match="finds no code"):
        await bob.scans(await ann.last())


async def test_people_send_other_things_than_text(bot: RawBot, ann: Person) -> None:
    await ann.sends(sticker="☕")
    await ann.sends(voice=4)
    await ann.sends(photo_base64=base64.b64encode(picture()).decode(), caption="look")
    sticker, voice, photo = [one["message"] for one in await bot.takes_updates()]
    assert sticker["sticker"]["emoji"] == "☕"
    assert voice["voice"]["duration"] == 4
    assert (photo["photo"][-1]["width"], photo["caption"]) == (40, "look")
    reply = await ann.says("this one", reply_to=photo)
    assert reply["reply_to_message"]["message_id"] == photo["message_id"]


async def test_messages_are_shown_as_safe_html(bot: RawBot, ann: Person) -> None:
    await bot.does(
        "sendMessage", chat_id=ann.id, text="<b>4 &lt; <i>6</i></b> & 😀 <u>x</u>", parse_mode="HTML"
    )
    shown = await ann.sees("4 < 6")
    assert shown["html"] == "<b>4 &lt; <i>6</i></b> &amp; 😀 <u>x</u>"
    assert shown["entities"][-1] == {"type": "underline", "offset": 11, "length": 1}


async def test_a_person_waits_for_what_comes_and_says_what_there_is_instead(bot: RawBot, ann: Person) -> None:
    waiting = asyncio.create_task(ann.sees("receipt"))
    await asyncio.sleep(0.05)
    await bot.does("sendMessage", chat_id=ann.id, text="Your receipt", disable_notification=True)
    assert (await waiting)["silent"] is True
    with pytest.raises(
        NotVisible, match=r"Ann sees no 'voucher'. The newest messages: \['/start', 'Your receipt'\]"
    ):
        await ann.sees("voucher", timeout=0.1)


async def group(session: aiohttp.ClientSession, *members: Person, **more: Any) -> Any:
    asked = {"title": "Staff", "members": [one.id for one in members], "bot": "member", **more}
    async with session.post("/sim/groups", json=asked) as response:
        assert response.status == 200, await response.text()
        return await response.json()


async def test_in_a_group_privacy_decides_what_the_bot_hears(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    staff = (await group(session, ann))["id"]
    joined, welcomed = await bot.takes_updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcomed["message"]["new_chat_members"][0]["is_bot"] is True
    sent = await bot.does("sendMessage", chat_id=staff, text="Who is on shift?")
    await ann.says("hello", staff)
    await ann.says("/confirm 418302", staff)
    await ann.says("/confirm@another_bot 1", staff)
    await ann.says("@one_more_cup_bot hello", staff)
    await ann.says("me", staff, reply_to=sent)
    heard = [one["message"]["text"] for one in await bot.takes_updates()]
    assert heard == ["/confirm 418302", "@one_more_cup_bot hello", "me"]


async def test_an_administrator_hears_everything(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    staff = (await group(session, ann, bot="administrator", type="supergroup"))["id"]
    assert staff < -1_000_000_000_000
    await bot.takes_updates()
    await ann.says("418302", staff)
    assert [one["message"]["text"] for one in await bot.takes_updates()] == ["418302"]
    await session.post("/sim/bot_status", json={"person": ann.id, "chat": staff, "status": "left"})
    (gone,) = await bot.takes_updates()
    assert gone["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await bot.hears("sendMessage", chat_id=staff, text="x") == (
        "Forbidden: bot was kicked from the supergroup chat"
    )


async def test_a_bot_can_ask_who_is_in_a_chat(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    bob = await Person.join(session, "Bob")
    staff = (await group(session, ann, bot="administrator"))["id"]
    me = await bot.does("getMe")

    async def status(user_id: int) -> str:
        return str((await bot.does("getChatMember", chat_id=staff, user_id=user_id))["status"])

    assert [await status(one) for one in (ann.id, bob.id, me["id"])] == ["creator", "left", "administrator"]
    assert await bot.does("getChatMemberCount", chat_id=staff) == 2
    assert (await bot.does("getChat", chat_id=staff))["title"] == "Staff"
    assert [one["user"]["id"] for one in await bot.does("getChatAdministrators", chat_id=staff)] == [
        ann.id,
        me["id"],
    ]
    with pytest.raises(NotVisible):
        await bob.chat(staff)
