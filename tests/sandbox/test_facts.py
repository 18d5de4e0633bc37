"""The sandbox's own answers against the Bot API's facts, and the methods it promises."""

import asyncio
from typing import Any

import aiohttp
import pytest

from bot.sandbox import api_routes
from bot.sandbox.methods import METHODS
from bot.sandbox.person import Person, SaidNo
from bot.sandbox.schema import check_value, facts
from tests.sandbox.raw_bot import RawBot, picture

PROMISED = """
    getMe getUpdates setWebhook deleteWebhook getWebhookInfo logOut close
    sendMessage sendPhoto sendDocument sendMediaGroup sendChatAction copyMessage forwardMessage
    editMessageText editMessageCaption editMessageMedia editMessageReplyMarkup deleteMessage deleteMessages
    answerCallbackQuery getFile setMyCommands getMyCommands deleteMyCommands setMyDescription
    setMyShortDescription setMyName setChatMenuButton getChat getChatMember getChatAdministrators
    getChatMemberCount pinChatMessage unpinChatMessage setMessageReaction createForumTopic
    exportChatInviteLink leaveChat getMyName getMyDescription getMyShortDescription getChatMenuButton
"""


def test_every_promised_method_is_done_and_is_one_of_the_facts() -> None:
    promised = set(PROMISED.split())
    assert promised == METHODS.keys() | {"getUpdates"}
    assert promised <= facts()["methods"].keys()
    assert api_routes.FILLED_BY


def is_a(kind: str, value: Any) -> Any:
    """The same value, if it has only fields that the Bot API knows, all that it demands, each of its type."""
    return check_value(value, [kind], kind)


async def test_a_birthday_stands_in_a_chat_as_the_profile_shows_it(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    eve = await Person.join(session, "Eve", birthdate={"day": 29, "month": 2})
    await eve.starts()
    shown = is_a("ChatFullInfo", await bot.does("getChat", chat_id=eve.id))
    assert is_a("Birthdate", shown["birthdate"]) == {"day": 29, "month": 2}
    assert "birthdate" not in await bot.does("getChat", chat_id=ann.id)
    with pytest.raises(SaidNo, match="A birthdate has a day and a month"):
        await Person.join(session, "Joe", birthdate={"day": 40, "month": 2})


async def test_messages_and_updates_have_the_form_of_the_facts(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    asked = {
        "title": "Staff",
        "members": [ann.id],
        "bot": "administrator",
        "type": "supergroup",
        "is_forum": True,
    }
    async with session.post("/sim/groups", json=asked) as response:
        staff = (await response.json())["id"]
    markup = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    sent = is_a("Message", await bot.does("sendMessage", chat_id=staff, text="<b>x</b>", parse_mode="HTML"))
    topic = is_a("ForumTopic", await bot.does("createForumTopic", chat_id=staff, name="Queue"))
    thread = {"chat_id": staff, "message_thread_id": topic["message_thread_id"]}
    is_a("Message", await bot.does("sendPhoto", {"photo": picture()}, **thread, caption="c"))
    is_a("Message", await bot.does("sendDocument", {"document": b"x"}, chat_id=ann.id))
    is_a("Message", await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=markup))
    forwarded = await bot.does(
        "forwardMessage", chat_id=ann.id, from_chat_id=staff, message_id=sent["message_id"]
    )
    is_a("Message", forwarded)
    await bot.does("pinChatMessage", chat_id=staff, message_id=sent["message_id"])
    is_a("ChatFullInfo", await bot.does("getChat", chat_id=staff))
    for member in await bot.does("getChatAdministrators", chat_id=staff):
        is_a("ChatMember", member)
    assert (await bot.does("exportChatInviteLink", chat_id=staff)).startswith("https://t.me/+")
    is_a("User", await bot.does("getMe"))
    is_a("WebhookInfo", await bot.does("getWebhookInfo"))
    await ann.taps("Yes", wait=0)
    await ann.sends(sticker="☕")
    await ann.sends(voice=1)
    await ann.sends(contact={"phone_number": "+1", "first_name": "Ann"})
    await ann.says("hello @one_more_cup_bot", reply_to=forwarded)
    await ann.blocks()
    updates = await bot.takes_updates()
    assert len(updates) == 8
    for update in updates:
        is_a("Update", update)


async def test_many_people_at_once_get_their_own_numbers(session: aiohttp.ClientSession, bot: RawBot) -> None:
    people = await asyncio.gather(*(Person.join(session, f"Guest {n}") for n in range(30)))
    await asyncio.gather(*(one.starts() for one in people))
    updates = await bot.takes_updates()
    assert (
        len({one["update_id"] for one in updates})
        == len({one["message"]["message_id"] for one in updates})
        == 30
    )
    assert len(await people[7].chat()) == 1
