"""The keyboard's buttons that ask for a chat or for people."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import Person, SaidNo
from bot.sandbox.schema import check_value
from tests.sandbox.raw_bot import RawBot

NAMES = (
    "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages",
)  # fmt: skip


def rights(*names: str) -> dict[str, bool]:
    return dict.fromkeys(NAMES, False) | dict.fromkeys(names, True)


STAFF_CHAT: dict[str, Any] = {
    "request_id": 7,
    "chat_is_channel": False,
    "user_administrator_rights": rights("can_promote_members", "can_pin_messages", "can_delete_messages"),
    "bot_administrator_rights": rights("can_pin_messages", "can_delete_messages"),
    "bot_is_member": True,
    "request_title": True,
}


async def shows(bot: RawBot, person: Person, **button: Any) -> None:
    keyboard = {"keyboard": [[{"text": "Choose", **button}]], "one_time_keyboard": True}
    await bot.does("sendMessage", chat_id=person.id, text="Please choose.", reply_markup=keyboard)


async def told(bot: RawBot) -> list[Any]:
    updates = await bot.takes_updates()
    for update in updates:
        check_value(update, ["Update"], "Update")
    return updates


async def test_a_group_is_made_with_the_bot_as_administrator_and_then_shared(
    bot: RawBot, ann: Person
) -> None:
    await shows(bot, ann, request_chat=STAFF_CHAT)
    group = await ann.presses_and_picks_chat("Choose", title="Cafe staff")
    added, welcomed, promoted, shared = await told(bot)
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert welcomed["message"]["new_chat_members"][0]["is_bot"] is True
    now = promoted["my_chat_member"]["new_chat_member"]
    assert (now["status"], now["can_pin_messages"], now["can_invite_users"]) == ("administrator", True, False)
    assert shared["message"]["chat"]["id"] == shared["message"]["from"]["id"] == ann.id
    assert shared["message"]["chat_shared"] == {"request_id": 7, "chat_id": group, "title": "Cafe staff"}
    assert (ann.taps_made, ann.texts_sent) == (1 + 3, 1)
    assert await ann.keyboard() == []  # it was for one time
    await bot.does("sendMessage", chat_id=group, text="Here I am.")


async def test_a_new_supergroup_takes_one_step(bot: RawBot, ann: Person, session: Any) -> None:
    bob = await Person.join(session, "Bob")
    await shows(bot, ann, request_chat=STAFF_CHAT)
    await ann.presses_and_picks_chat("Choose", title="Staff", members=[bob], type="supergroup")
    added, _welcomed, shared = await told(bot)
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert shared["message"]["chat_shared"]["chat_id"] in await bob.groups()


async def test_a_group_that_is_there_is_chosen_and_the_bot_let_in(bot: RawBot, ann: Person) -> None:
    group = await ann.makes_group("Old hands")
    await shows(bot, ann, request_chat=STAFF_CHAT)
    assert await ann.presses_and_picks_chat("Choose", group) == group
    kinds = [next(name for name in one if name != "update_id") for one in await told(bot)]
    assert kinds == ["my_chat_member", "message", "my_chat_member", "message"]
    await shows(bot, ann, request_chat=STAFF_CHAT)
    await ann.presses_and_picks_chat("Choose", group)
    (shared,) = await told(bot)  # nothing to change any more
    assert shared["message"]["chat_shared"]["chat_id"] == group


async def test_a_group_that_does_not_fit_is_not_offered(
    bot: RawBot, ann: Person, session: aiohttp.ClientSession
) -> None:
    bob = await Person.join(session, "Bob")
    of_bob = await bob.makes_group("Bob's", [ann])
    await shows(bot, ann, request_chat=STAFF_CHAT)
    with pytest.raises(SaidNo, match="Ann is no administrator of it"):
        await ann.presses_and_picks_chat("Choose", of_bob)
    private = await bob.makes_group("Without Ann")
    with pytest.raises(SaidNo, match="Ann has no chat"):
        await ann.presses_and_picks_chat("Choose", private)
    with pytest.raises(SaidNo, match="asks for a choice: a group"):
        await ann.presses("Choose")
    assert await told(bot) == []
    await shows(bot, ann, request_chat={**STAFF_CHAT, "chat_is_forum": True})
    with pytest.raises(SaidNo, match="a group with topics is wanted"):
        await ann.presses_and_picks_chat("Choose", await ann.makes_group("Plain"))
    await shows(bot, ann, request_chat={"request_id": 1, "chat_is_channel": False})
    assert await ann.presses_and_picks_chat("Choose", of_bob) == of_bob
    (shared,) = await told(bot)
    assert shared["message"]["chat_shared"] == {"request_id": 1, "chat_id": of_bob}
    assert await bot.hears("getChat", chat_id=of_bob) == "Bad Request: chat not found"


async def test_people_are_picked_by_name(bot: RawBot, ann: Person, session: aiohttp.ClientSession) -> None:
    bob = await Person.join(session, "Bob", last_name="Ray", username="bob_ray")
    eva = await Person.join(session, "Eva")
    asked = {"request_id": 3, "max_quantity": 2, "request_name": True, "request_username": True}
    await shows(bot, ann, request_users=asked)
    with pytest.raises(SaidNo, match="Between 1 and 2 people"):
        await ann.presses_and_picks_people("Choose", [ann, bob, eva])
    with pytest.raises(SaidNo, match="Between 1 and 2 people"):
        await ann.presses_and_picks_people("Choose", [])
    await ann.presses_and_picks_people("Choose", [bob, eva])
    (update,) = await told(bot)
    assert update["message"]["users_shared"] == {
        "request_id": 3,
        "users": [
            {"user_id": bob.id, "first_name": "Bob", "last_name": "Ray", "username": "bob_ray"},
            {"user_id": eva.id, "first_name": "Eva"},
        ],
    }
    await shows(bot, ann, request_users={"request_id": 4})
    shared = await ann.presses_and_picks_people("Choose", [eva.id])
    assert shared == {"request_id": 4, "users": [{"user_id": eva.id}]}
    assert await bot.hears("sendMessage", chat_id=eva.id, text="x") == (
        "Forbidden: bot can't initiate conversation with a user"
    )


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"request_users": {"request_id": 1, "max_quantity": 11}}, '"max_quantity" must be 1-10'),
        (
            {"request_chat": {**STAFF_CHAT, "user_administrator_rights": rights("can_pin_messages")}},
            "bot_administrator_rights must be a part of user_administrator_rights",
        ),
        (
            {"request_chat": {"request_id": 1}},
            "can't parse keyboard button request chat: Can't find field \"chat_is_channel\"",
        ),
        (
            {"request_chat": STAFF_CHAT, "request_users": {"request_id": 1}},
            "can't parse keyboard button: exactly one action is allowed",
        ),
    ],
)
async def test_wrong_requests_are_refused(bot: RawBot, ann: Person, button: Any, words: str) -> None:
    keyboard = {"keyboard": [[{"text": "Choose", **button}]]}
    heard = await bot.hears("sendMessage", chat_id=ann.id, text="x", reply_markup=keyboard)
    assert heard.startswith(f"Bad Request: {words}")


async def test_such_buttons_live_in_private_chats_only_and_ids_differ(bot: RawBot, ann: Person) -> None:
    group = await ann.makes_group("Staff", bot="member")
    button = {"text": "Choose", "request_users": {"request_id": 1}}
    heard = await bot.hears("sendMessage", chat_id=group, text="x", reply_markup={"keyboard": [[button]]})
    assert heard == "Bad Request: BUTTON_TYPE_INVALID"
    twice = {"keyboard": [[button, {**button, "text": "Again"}]]}
    heard = await bot.hears("sendMessage", chat_id=ann.id, text="x", reply_markup=twice)
    assert heard.startswith("Bad Request: can't parse keyboard button: request_id 1")
