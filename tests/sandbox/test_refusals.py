"""What the sandbox refuses, in Telegram's words."""

import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import RawBot, StandingClock, picture

INLINE = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}


def keyboard(**button: Any) -> Any:
    return {"inline_keyboard": [[button]]}


async def test_an_unknown_token_is_unauthorized_and_nonsense_is_not_found(
    session: aiohttp.ClientSession,
) -> None:
    stranger = await RawBot(session, "123456:another").asks("getMe")
    assert (stranger["error_code"], stranger["description"]) == (401, "Unauthorized")
    assert (await RawBot(session, "nonsense").asks("getMe"))["error_code"] == 404


async def test_an_unknown_method_is_not_found_and_case_does_not_matter(bot: RawBot) -> None:
    assert (await bot.asks("makeCoffee"))["description"] == "Not Found: method not found"
    assert (await bot.does("GETME"))["is_bot"] is True
    assert (
        await bot.hears("sendDice", chat_id=1)
        == "Bad Request: method sendDice is not supported by the sandbox"
    )


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "x"}, "chat_id is empty"),
        ({"chat_id": "ANN"}, "message text is empty"),
        ({"chat_id": "ANN", "text": " \n "}, "message text is empty"),
        ({"chat_id": "ANN", "text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"chat_id": "ANN", "text": "x", "colour": "red"}, 'unknown parameter "colour" of sendMessage'),
        (
            {"chat_id": "ANN", "text": "x", "disable_notification": "maybe"},
            'parameter "disable_notification" must',
        ),
        ({"chat_id": "ANN", "text": ["x"]}, 'field "text" must be of type String'),
        ({"chat_id": "ANN", "text": "x" * 4097}, "message is too long"),
        ({"chat_id": "ANN", "text": "😀" * 2049}, "message is too long"),
        ({"chat_id": "ANN", "text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
        (
            {"chat_id": "ANN", "text": "x", "parse_mode": "MarkdownV2"},
            "parse_mode MarkdownV2 is not supported by the",
        ),
        ({"chat_id": 42, "text": "x"}, "chat not found"),
        ({"chat_id": "@nobody", "text": "x"}, "chat not found"),
        (
            {"chat_id": "ANN", "text": "x", "reply_parameters": {"message_id": 99}},
            "message to be replied not found",
        ),
        ({"chat_id": "ANN", "text": "x", "message_thread_id": 5}, "message thread not found"),
    ],
)
async def test_a_wrong_send_is_refused(bot: RawBot, ann: Person, params: Any, words: str) -> None:
    params = {name: ann.id if value == "ANN" else value for name, value in params.items()}
    assert (await bot.hears("sendMessage", **params)).startswith(f"Bad Request: {words}")


async def test_lengths_are_counted_after_the_entities_are_parsed(bot: RawBot, ann: Person) -> None:
    text = f"<b>{'x' * 4096}</b>"
    sent = await bot.does("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("é <abac>", 'Unsupported start tag "abac" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<i>a</em>", 'Unmatched end tag at byte offset 4, expected "</i>", found "</em>"'),
        ("<i>a</i", "Unclosed end tag at byte offset 4"),
        ("<i  =a>x</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_bad_html_is_refused(bot: RawBot, ann: Person, text: str, words: str) -> None:
    heard = await bot.hears("sendMessage", chat_id=ann.id, text=text, parse_mode="HTML")
    assert heard == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keyboard(callback_data="x"), "can't parse inline keyboard button: Can't find field \"text\""),
        (
            keyboard(text=1, callback_data="x"),
            'can\'t parse inline keyboard button: Field "text" must be of type String',
        ),
        (keyboard(text="x", callback="x"), 'can\'t parse inline keyboard button: unknown field "callback"'),
        (
            keyboard(text="x"),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            keyboard(text="x", callback_data=""),
            "can't parse inline keyboard button: Text buttons are unallowed",
        ),
        (
            keyboard(text="x", callback_data="x", url="https://t.me/x"),
            "can't parse inline keyboard button: exactly one",
        ),
        (keyboard(text=" ", callback_data="x"), "inline keyboard button text is empty"),
        (keyboard(text="x", callback_data="é" * 33), "BUTTON_DATA_INVALID"),
        (
            keyboard(text="x", url="ftp://a.b"),
            "inline keyboard button URL 'ftp://a.b' is invalid: Unsupported URL",
        ),
        (
            keyboard(text="x", url="http://cafe"),
            "inline keyboard button URL 'http://cafe' is invalid: Wrong HTTP URL",
        ),
        (keyboard(text="x", callback_data="x", style="pink"), "BUTTON_STYLE_INVALID"),
        (keyboard(text="x", copy_text={"text": "y" * 257}), '"text" must be 1-256 chars long'),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 9]}, "REPLY_MARKUP_TOO_LONG"),
        ({"keyboard": []}, "object expected as reply markup"),
        (
            {"keyboard": [["x"]]},
            'can\'t parse reply keyboard markup: Field "keyboard" must be of type KeyboardButton',
        ),
        ("[", "can't parse reply markup JSON object"),
    ],
)
async def test_a_wrong_keyboard_is_refused(bot: RawBot, ann: Person, markup: Any, words: str) -> None:
    heard = await bot.hears("sendMessage", chat_id=ann.id, text="x", reply_markup=markup)
    assert heard.startswith(f"Bad Request: {words}")


async def test_a_bot_cannot_write_first_nor_to_who_blocked_it(
    session: aiohttp.ClientSession, bot: RawBot
) -> None:
    bob = await Person.join(session, "Bob")
    refused = await bot.asks("sendMessage", chat_id=bob.id, text="x")
    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    await bob.starts()
    await bob.blocks()
    assert (
        await bot.hears("sendMessage", chat_id=bob.id, text="x") == "Forbidden: bot was blocked by the user"
    )
    await bob.unblocks()
    await bot.does("sendMessage", chat_id=bob.id, text="x")


async def test_an_edit_must_change_something(bot: RawBot, ann: Person) -> None:
    sent = await bot.does("sendMessage", chat_id=ann.id, text="one", reply_markup=INLINE)
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    heard = await bot.hears("editMessageText", **place, text="one", reply_markup=INLINE)
    assert heard.startswith("Bad Request: message is not modified: specified new message content")
    assert "not modified" in await bot.hears("editMessageReplyMarkup", **place, reply_markup=INLINE)
    edited = await bot.does("editMessageText", **place, text="one")
    assert "reply_markup" not in edited


async def test_edits_of_what_is_not_there_or_not_editable_are_refused(bot: RawBot, ann: Person) -> None:
    reply = {"keyboard": [[{"text": "Menu"}]]}
    with_keys = await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=reply)
    of_ann = await ann.says("hello")

    async def edit(message_id: int) -> str:
        return await bot.hears("editMessageText", chat_id=ann.id, message_id=message_id, text="y")

    assert await edit(99_999) == "Bad Request: message to edit not found"
    assert await edit(with_keys["message_id"]) == "Bad Request: message can't be edited"
    assert await edit(of_ann["message_id"]) == "Bad Request: message can't be edited"
    await bot.does("deleteMessage", chat_id=ann.id, message_id=with_keys["message_id"])
    assert await edit(with_keys["message_id"]) == "Bad Request: message to edit not found"
    heard = await bot.hears("editMessageText", chat_id=ann.id, text="y")
    assert heard == "Bad Request: message identifier is not specified"


async def test_a_picture_never_becomes_a_text_again(bot: RawBot, ann: Person) -> None:
    text = await bot.does("sendMessage", chat_id=ann.id, text="x")
    place = {"chat_id": ann.id, "message_id": text["message_id"]}
    assert await bot.hears("editMessageCaption", **place, caption="y") == (
        "Bad Request: there is no caption in the message to edit"
    )
    media = json.dumps({"type": "photo", "media": "attach://new", "caption": "now a picture"})
    edited = await bot.does("editMessageMedia", {"new": picture()}, **place, media=media)
    assert edited["caption"] == "now a picture"
    assert "text" not in edited
    heard = await bot.hears("editMessageText", **place, text="back")
    assert heard == "Bad Request: there is no text in the message to edit"


async def test_files_that_are_not_there_are_refused(bot: RawBot, ann: Person) -> None:
    gone = "Bad Request: wrong file_id or the file is temporarily unavailable"
    assert await bot.hears("getFile", file_id="AgAC") == gone
    assert await bot.hears("sendPhoto", chat_id=ann.id, photo="AgAC") == gone
    assert await bot.hears("sendPhoto", chat_id=ann.id) == "Bad Request: there is no photo in the request"
    missing = await bot.hears("sendPhoto", chat_id=ann.id, photo="attach://nothing")
    assert missing == 'Bad Request: can\'t find the uploaded file "nothing" in the request'
    broken = await bot.hears("sendPhoto", {"photo": b"no picture"}, chat_id=ann.id)
    assert broken == "Bad Request: IMAGE_PROCESS_FAILED"
    sent = await bot.does("sendPhoto", {"photo": picture()}, chat_id=ann.id)
    wrong_kind = await bot.hears("sendDocument", chat_id=ann.id, document=sent["photo"][0]["file_id"])
    assert wrong_kind == "Bad Request: can't use file of type Photo as Document"
    long = await bot.hears("sendPhoto", {"photo": picture()}, chat_id=ann.id, caption="x" * 1025)
    assert long == "Bad Request: message caption is too long"


async def test_a_tap_is_answered_once_and_only_while_it_is_young(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person, clock: StandingClock
) -> None:
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await bot.hears("answerCallbackQuery", callback_query_id="7") == too_old
    await bot.does("sendMessage", chat_id=ann.id, text="x", reply_markup=INLINE)
    for _ in range(2):
        await ann.taps("Yes", wait=0)
    first, second = [one["callback_query"]["id"] for one in await bot.takes_updates()]
    long = await bot.hears("answerCallbackQuery", callback_query_id=first, text="x" * 201)
    assert long == "Bad Request: MESSAGE_TOO_LONG"
    assert await bot.does("answerCallbackQuery", callback_query_id=first) is True
    assert await bot.hears("answerCallbackQuery", callback_query_id=first) == too_old
    async with session.post("/sim/clock", json={"advance_seconds": 3600}) as moved:
        assert (await moved.json())["now"] == clock.now().isoformat()
    assert await bot.hears("answerCallbackQuery", callback_query_id=second) == too_old


async def test_old_messages_cannot_be_deleted(bot: RawBot, ann: Person, clock: StandingClock) -> None:
    sent = await bot.does("sendMessage", chat_id=ann.id, text="x")
    place = {"chat_id": ann.id, "message_id": sent["message_id"]}
    clock.advance(clock.now() - clock.now().replace(day=19))
    heard = await bot.hears("deleteMessage", **place)
    assert heard == "Bad Request: message can't be deleted for everyone"
    assert await bot.hears("deleteMessage", chat_id=ann.id, message_id=9999) == (
        "Bad Request: message to delete not found"
    )


async def test_commands_have_a_form(bot: RawBot) -> None:
    def menu(command: str, description: str = "words") -> Any:
        return [{"command": command, "description": description}]

    assert await bot.hears("setMyCommands", commands=menu("Card!")) == "Bad Request: BOT_COMMAND_INVALID"
    assert await bot.hears("setMyCommands", commands=menu("card", "")) == (
        "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"
    )
    assert await bot.hears("setMyCommands") == 'Bad Request: parameter "commands" is required'
    await bot.does("setMyCommands", commands=menu("card"), language_code="en")
    assert await bot.does("getMyCommands", language_code="en") == menu("card")
    assert await bot.does("getMyCommands") == []
