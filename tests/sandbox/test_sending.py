"""What people send and the bot sends on: copies, forwards, files, and how a bot presents itself."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import Person
from bot.sandbox.schema import check_value
from tests.sandbox.raw_bot import TOKEN, RawBot, picture

BUTTON = {"inline_keyboard": [[{"text": "Answer", "callback_data": "a"}]]}


@pytest.fixture
async def bob(session: aiohttp.ClientSession, bot: RawBot) -> Person:
    person = await Person.join(session, "Bob", language_code="et")
    await person.starts()
    await bot.takes_updates()
    return person


async def fetched(session: aiohttp.ClientSession, bot: RawBot, file_id: str) -> bytes:
    file = await bot.does("getFile", file_id=file_id)
    async with session.get(f"/file/bot{TOKEN}/{file['file_path']}") as response:
        assert response.status == 200
        return await response.read()


async def test_whatever_a_person_sends_has_the_form_of_the_facts(bot: RawBot, ann: Person) -> None:
    await ann.sends_photo(picture(), "look")
    await ann.sends_document(b"%PDF-1.4", "menu.pdf", "our menu")
    await ann.sends_voice(4)
    await ann.sends_sticker("🐱")
    await ann.sends_contact("+3725551234", "Mum")
    await ann.sends_location(59.4, 24.7)
    said = await ann.says("the first")
    await ann.forwards(said)
    await ann.forwards(said, hidden=True)
    updates = await bot.takes_updates()
    for update in updates:
        check_value(update, ["Update"], "Update")
    photo, pdf, voice, sticker, contact, place, _, forwarded, hidden = [one["message"] for one in updates]
    assert (photo["photo"][-1]["width"], photo["caption"]) == (40, "look")
    assert (pdf["document"]["file_name"], pdf["document"]["mime_type"]) == ("menu.pdf", "application/pdf")
    assert (voice["voice"]["duration"], sticker["sticker"]["emoji"]) == (4, "🐱")
    assert (contact["contact"]["first_name"], place["location"]["latitude"]) == ("Mum", 59.4)
    assert (forwarded["text"], forwarded["forward_origin"]["sender_user"]["id"]) == ("the first", ann.id)
    assert hidden["forward_origin"] == {
        "type": "hidden_user",
        "date": said["date"],
        "sender_user_name": "Ann",
    }


async def test_the_bot_fetches_what_a_person_sent(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    sent = await ann.sends_document(b"name;stamps", "cards.csv")
    assert await fetched(session, bot, sent["document"]["file_id"]) == b"name;stamps"
    photo = await ann.sends_photo(picture(400, 300))
    assert await fetched(session, bot, photo["photo"][-1]["file_id"]) == picture(400, 300)
    async with session.get(f"/file/bot{TOKEN}/documents/none") as response:
        assert response.status == 404


async def test_a_copy_is_the_bots_own_and_takes_other_words_and_buttons(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    kinds: dict[str, Any] = {
        "photo": await ann.sends_photo(picture(), "look"),
        "document": await ann.sends_document(b"x", "x.txt"),
        "voice": await ann.sends_voice(),
        "sticker": await ann.sends_sticker(),
        "text": await ann.says("hello"),
    }
    for kind, source in kinds.items():
        copy = await bot.does(
            "copyMessage", chat_id=bob.id, from_chat_id=ann.id, message_id=source["message_id"],
            caption="<b>from Ann</b>", parse_mode="HTML", reply_markup=BUTTON,
        )  # fmt: skip
        shown = await bob.last()
        assert (copy, shown["from"]["is_bot"]) == ({"message_id": shown["message_id"]}, True)
        assert shown[kind] == source[kind]
        captioned = kind in {"photo", "document", "voice"}
        assert shown.get("caption") == ("from Ann" if captioned else None)
        assert Person.buttons(shown) == ["Answer"]
        assert "forward_origin" not in shown
    place = {"chat_id": bob.id, "from_chat_id": ann.id, "message_id": kinds["photo"]["message_id"]}
    await bot.does("copyMessage", **place)
    assert (await bob.last())["caption"] == "look"  # kept where none is given
    copied = await bob.last()
    edited = await bot.does(
        "editMessageCaption", chat_id=bob.id, message_id=copied["message_id"], caption="x"
    )
    assert edited["caption"] == "x"


async def test_what_can_not_be_sent_on_is_refused(bot: RawBot, ann: Person, bob: Person) -> None:
    group = await ann.makes_group("Staff", bot="member")
    service = await ann.last(group)
    held = await bot.does("sendMessage", chat_id=ann.id, text="secret", protect_content=True)
    for chat, message in ((group, service), (ann.id, held)):
        place = {"chat_id": bob.id, "from_chat_id": chat, "message_id": message["message_id"]}
        assert await bot.hears("copyMessage", **place) == "Bad Request: the message can't be copied"
        assert await bot.hears("forwardMessage", **place) == "Bad Request: the message can't be forwarded"
    place = {"chat_id": bob.id, "from_chat_id": ann.id, "message_id": 99_999}
    assert await bot.hears("copyMessage", **place) == "Bad Request: message to copy not found"


async def test_a_voice_message_of_a_person_is_no_photo(bot: RawBot, ann: Person) -> None:
    sent = await ann.sends_voice()
    heard = await bot.hears("sendPhoto", chat_id=ann.id, photo=sent["voice"]["file_id"])
    assert heard == "Bad Request: can't use file of type VoiceNote as Photo"


async def test_the_bots_name_and_words_are_kept_by_language(bot: RawBot) -> None:
    assert await bot.does("getMyName") == {"name": "One More Cup"}
    await bot.does("setMyName", name="Kohvik", language_code="et")
    assert await bot.does("getMyName", language_code="et") == {"name": "Kohvik"}
    assert await bot.does("getMyName", language_code="ru") == {"name": "One More Cup"}
    await bot.does("setMyDescription", description="Your stamp card")
    await bot.does("setMyShortDescription", short_description="Kaart", language_code="et")
    assert await bot.does("getMyDescription") == {"description": "Your stamp card"}
    assert await bot.does("getMyShortDescription", language_code="et") == {"short_description": "Kaart"}
    assert await bot.does("getMyShortDescription") == {"short_description": ""}
    assert (await bot.hears("setMyName", name="x" * 65)).startswith("Bad Request: ")
    assert (await bot.hears("setMyDescription", description="x" * 513)).startswith("Bad Request: ")


async def test_a_phone_offers_the_narrowest_menu_in_its_language(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    async def sets(word: str, language: str = "", **scope: Any) -> None:
        menu = [{"command": word, "description": "words"}]
        asked: dict[str, Any] = {"scope": scope} if scope else {}
        await bot.does("setMyCommands", commands=menu, language_code=language, **asked)

    async def offered(person: Person, chat: int | None = None) -> list[str]:
        return [one["command"] for one in await person.menu(chat)]

    group = await ann.makes_group("Staff", [bob], bot="member")
    assert await offered(ann) == []
    await sets("all")
    await sets("all_et", "et")
    assert [await offered(ann), await offered(bob)] == [["all"], ["all_et"]]
    await sets("private", type="all_private_chats")
    assert [await offered(bob), await offered(bob, group)] == [["private"], ["all_et"]]
    await sets("owner", type="chat", chat_id=ann.id)
    await sets("staff", type="chat", chat_id=group)
    await sets("lead", type="chat_administrators", chat_id=group)
    await sets("bob", type="chat_member", chat_id=group, user_id=bob.id)
    assert [await offered(ann), await offered(ann, group), await offered(bob, group)] == [
        ["owner"],
        ["lead"],
        ["bob"],
    ]
    await bot.does("deleteMyCommands", scope={"type": "chat", "chat_id": ann.id})
    assert await offered(ann) == ["private"]
    heard = await bot.hears("setMyCommands", commands=[], scope={"type": "chat", "chat_id": 42})
    assert heard == "Bad Request: chat not found"


async def test_the_menu_button_is_set_for_one_chat_or_all(bot: RawBot, ann: Person) -> None:
    assert await bot.does("getChatMenuButton") == {"type": "default"}
    await bot.does("setChatMenuButton", menu_button={"type": "commands"})
    await bot.does("setChatMenuButton", chat_id=ann.id, menu_button={"type": "default"})
    assert await bot.does("getChatMenuButton") == {"type": "commands"}
    assert await bot.does("getChatMenuButton", chat_id=ann.id) == {"type": "default"}


@pytest.mark.parametrize("language", ["ru", "et", "en", "xx", "pt-br", ""])
async def test_a_phone_may_speak_any_language(
    session: aiohttp.ClientSession, bot: RawBot, language: str
) -> None:
    person = await Person.join(session, "Kai", language_code=language)
    await person.starts()
    (update,) = await bot.takes_updates()
    assert update["message"]["from"].get("language_code", "") == language
