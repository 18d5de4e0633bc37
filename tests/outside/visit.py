"""What somebody does with a stranger's bot: every client of the Bot API is given the same visit.

Not here: the bots, one module for each client, written as that client's own pages show it.
"""

import hashlib

import aiohttp

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import picture

TOKEN = "123456:ABCdefGHIjklMNOpqrSTUvwxYZ012345678"
FIRST, SECOND = picture(700, 350), picture(60, 60)
"""What the bot uploads."""
NOBODY = 77
"""A chat that the bot has never heard of."""
FROM_THE_PHONE = picture(60, 40)
CALLED = {
    "getMe", "getUpdates", "setMyCommands", "sendMessage", "sendPhoto", "answerCallbackQuery",
    "editMessageCaption", "getFile", "editMessageText", "sendMediaGroup",
}  # fmt: skip


def told_of(content: bytes) -> str:
    """What the bot says of a picture that it has read."""
    return f"Your picture: {len(content)} bytes, {hashlib.sha256(content).hexdigest()[:12]}"


async def visit(address: str) -> None:
    """Start, press, tap, send a picture, ask for what can't be."""
    async with aiohttp.ClientSession(address) as http:
        ann = await Person.join(http, "Ann", last_name="<Lee>")
        await _comes(ann)
        await _buys(ann)
        await _shows_a_picture(ann)
        await _does_all_sorts(http, ann)
        await ann.presses("Album")
        await ann.sees("second")
        first, second = [one for one in await ann.chat() if "media_group_id" in one]
        assert first["media_group_id"] == second["media_group_id"]
        await ann.says("/lost")
        await ann.sees("Nobody there")
        assert "chat not found" in (await ann.last())["text"].lower()
        async with http.get("/sim/calls") as response:
            calls = await response.json()
        assert {one["method"] for one in calls} >= CALLED
        assert [one["params"]["chat_id"] for one in calls if not one["ok"]] in ([NOBODY], [str(NOBODY)])


async def _comes(ann: Person) -> None:
    await ann.starts()
    welcome = await ann.sees("Welcome, Ann <Lee>!", timeout=15)  # a bot of Node's has to start first
    assert [one["type"] for one in welcome["entities"]] == ["bold"]
    assert await ann.keyboard() == ["Menu", "Album"]
    assert [one["command"] for one in await ann.menu()] == ["start"]


async def _buys(ann: Person) -> None:
    await ann.presses("Menu")
    menu = await ann.sees("Coffee, 3.50")
    assert [one["width"] for one in menu["photo"]] == [90, 320, 700]
    assert menu["reply_to_message"]["text"] == "Menu"
    assert ann.buttons(menu) == ["Buy", "Later"]
    assert await ann.taps("Buy") == "Thank you, Ann!"
    bought = await ann.sees("Coffee, bought")
    assert bought["message_id"] == menu["message_id"]
    assert ann.buttons(bought) == []


async def _shows_a_picture(ann: Person) -> None:
    await ann.sends_photo(FROM_THE_PHONE, "Mine")
    assert (await ann.sees(told_of(FROM_THE_PHONE)))["edited"]


async def _does_all_sorts(http: aiohttp.ClientSession, ann: Person) -> None:
    """What the bot has no answer to, but must be able to read: nothing after it would arrive."""
    said = await ann.says("hello")
    await ann.forwards(said)
    await ann.replies(said, "hello again")
    await ann.sends_sticker()
    await ann.sends_voice()
    await ann.sends_document(b"%PDF", "bill.pdf", "The bill")
    await ann.sends_contact("+15550001", "Bob", user_id=5)
    await ann.sends_location()
    await ann.blocks()
    await ann.unblocks()
    asked = {"title": "Team", "members": [ann.id], "bot": "administrator", "type": "supergroup"}
    async with http.post("/sim/groups", json=asked) as response:
        group = (await response.json())["id"]
    await ann.says("hello, all", group)
    await ann.says("in disguise", group, name="A channel")
