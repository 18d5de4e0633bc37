"""Groups: who comes and goes, what the bot is told of it, privacy, and the upgrade to a supergroup."""

from typing import Any

import aiohttp
import pytest

from bot.sandbox.person import Person, SaidNo
from bot.sandbox.schema import check_value
from tests.sandbox.raw_bot import RawBot

ALL_KINDS = ["message", "callback_query", "my_chat_member", "chat_member"]


@pytest.fixture
async def bob(session: aiohttp.ClientSession) -> Person:
    return await Person.join(session, "Bob")


async def told(bot: RawBot) -> list[tuple[str, Any]]:
    """All pending updates as kind and content, each of the form of the facts."""
    found = []
    for update in await bot.takes_updates():
        check_value(update, ["Update"], "Update")
        kind = next(name for name in update if name != "update_id")
        found.append((kind, update[kind]))
    return found


def moved(change: Any) -> tuple[str, str, str, str]:
    """Who by whom, from what to what."""
    old, new = change["old_chat_member"], change["new_chat_member"]
    return (
        new["user"]["first_name"], change["from"]["first_name"], old["status"], new["status"],
    )  # fmt: skip


async def test_comings_and_goings_are_told_in_words_to_all_and_as_updates_to_administrators(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    await bot.does("getUpdates", allowed_updates=ALL_KINDS)
    group = await ann.makes_group("Staff", bot="administrator")
    await told(bot)
    await bob.joins_group(group)
    (kind, change), (_, came) = await told(bot)
    assert (kind, moved(change)) == ("chat_member", ("Bob", "Bob", "left", "member"))
    assert came["new_chat_members"][0]["id"] == bob.id
    await ann.promotes(bob, group)
    await ann.leaves_group(group)
    (_, rise), (_, leaving), (_, gone) = await told(bot)
    assert moved(rise) == ("Bob", "Ann", "member", "administrator")
    assert moved(leaving) == ("Ann", "Ann", "creator", "left")
    assert gone["left_chat_member"]["id"] == gone["from"]["id"] == ann.id
    assert (await bot.does("getChatMember", chat_id=group, user_id=ann.id))["status"] == "left"
    administrators = await bot.does("getChatAdministrators", chat_id=group)
    assert [one["user"]["first_name"] for one in administrators] == ["Bob", "One More Cup"]


async def test_who_is_removed_from_a_supergroup_comes_back_only_through_an_administrator(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    group = await ann.makes_group("Staff", [bob], bot="administrator", type="supergroup")
    await told(bot)
    with pytest.raises(SaidNo, match="Bob can't remove Ann"):
        await ann.leaves_group(group, by=bob)
    await bob.leaves_group(group, by=ann)
    ((kind, gone),) = await told(bot)  # nobody asked for chat_member
    assert (kind, gone["from"]["id"], gone["left_chat_member"]["id"]) == ("message", ann.id, bob.id)
    assert (await bot.does("getChatMember", chat_id=group, user_id=bob.id))["status"] == "kicked"
    with pytest.raises(SaidNo, match="only an administrator"):
        await bob.joins_group(group)
    await bob.joins_group(group, by=ann)
    assert (await bot.does("getChatMember", chat_id=group, user_id=bob.id))["status"] == "member"


async def test_a_plain_member_bot_is_not_told_of_others_standing(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    await bot.does("getUpdates", allowed_updates=ALL_KINDS)
    group = await ann.makes_group("Staff", bot="member")
    await told(bot)
    await bob.joins_group(group)
    assert [kind for kind, _ in await told(bot)] == ["message"]


async def test_the_bot_is_told_of_each_change_of_its_own_standing(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    group = await ann.makes_group("Staff", [bob])
    assert await told(bot) == []
    assert await bot.hears("getChat", chat_id=group) == "Bad Request: chat not found"
    await bob.adds_bot(group)
    with pytest.raises(SaidNo, match="Bob has no rights over the bot"):
        await bob.removes_bot(group)
    await ann.adds_bot(group, rights={"can_pin_messages": False})
    await ann.takes_bots_rights(group)
    await ann.removes_bot(group)
    updates = await told(bot)
    assert [moved(one) for kind, one in updates if kind == "my_chat_member"] == [
        ("One More Cup", "Bob", "left", "member"),
        ("One More Cup", "Ann", "member", "administrator"),
        ("One More Cup", "Ann", "administrator", "member"),
        ("One More Cup", "Ann", "member", "kicked"),
    ]
    given = updates[2][1]["new_chat_member"]
    assert (given["can_pin_messages"], given["can_delete_messages"]) == (False, True)
    assert updates[-2][1]["left_chat_member"]["is_bot"] is True
    refused = await bot.asks("sendMessage", chat_id=group, text="x")
    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )


async def test_the_bot_leaves_by_itself(bot: RawBot, ann: Person) -> None:
    group = await ann.makes_group("Foreign", bot="member", type="supergroup")
    await told(bot)
    assert await bot.does("leaveChat", chat_id=group) is True
    ((kind, change),) = await told(bot)
    assert (kind, moved(change)) == ("my_chat_member", ("One More Cup", "One More Cup", "member", "left"))
    words = "Forbidden: bot is not a member of the supergroup chat"
    assert await bot.hears("sendMessage", chat_id=group, text="x") == words
    assert await bot.hears("leaveChat", chat_id=group) == words
    await ann.says("gone?", group)
    assert await told(bot) == []
    assert (await bot.hears("leaveChat", chat_id=ann.id)).startswith("Bad Request: ")


async def test_rights_decide_what_an_administrator_bot_may(bot: RawBot, ann: Person) -> None:
    group = await ann.makes_group("Staff", bot="member", type="supergroup")
    sent = await bot.does("sendMessage", chat_id=group, text="Queue")
    place = {"chat_id": group, "message_id": sent["message_id"]}
    refused = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await bot.hears("pinChatMessage", **place) == refused
    await ann.adds_bot(group, rights={"can_pin_messages": False})
    assert await bot.hears("pinChatMessage", **place) == refused
    await ann.adds_bot(group, admin=True)
    assert await bot.does("pinChatMessage", **place) is True
    assert await bot.does("unpinChatMessage", chat_id=group) is True
    assert await bot.hears("unpinChatMessage", chat_id=group) == "Bad Request: message to unpin not found"


async def test_privacy_mode_turned_off_works_after_the_bot_is_added_anew(
    session: aiohttp.ClientSession, bot: RawBot, ann: Person
) -> None:
    group = await ann.makes_group("Staff", bot="member")
    await told(bot)
    assert (await bot.does("getMe"))["can_read_all_group_messages"] is False
    async with session.post("/sim/privacy", json={"on": False}) as answer:
        assert answer.status == 200
    assert (await bot.does("getMe"))["can_read_all_group_messages"] is True
    await ann.says("418302", group)
    assert await told(bot) == []
    await ann.says("/confirm 418302", group)
    assert len(await told(bot)) == 1
    await ann.removes_bot(group)
    await ann.adds_bot(group)
    await told(bot)
    await ann.says("418302", group)
    assert [one["text"] for _, one in await told(bot)] == ["418302"]


async def test_an_administrator_hears_at_once_and_no_longer_without_the_right(
    bot: RawBot, ann: Person
) -> None:
    group = await ann.makes_group("Staff", bot="member")
    question = await bot.does("sendMessage", chat_id=group, text="Name?", reply_markup={"force_reply": True})
    await ann.adds_bot(group, admin=True)
    await ann.says("heard", group)
    await ann.takes_bots_rights(group)
    await ann.says("not heard", group)
    await ann.replies(question, "answered")
    heard = [one["text"] for kind, one in await told(bot) if kind == "message" and "text" in one]
    assert heard == ["heard", "answered"]


async def test_who_writes_in_the_groups_or_a_channels_name_is_not_seen(
    bot: RawBot, ann: Person, bob: Person
) -> None:
    group = await ann.makes_group("Staff", [bob], bot="administrator", type="supergroup")
    markup = {"inline_keyboard": [[{"text": "+1", "callback_data": "1"}]]}
    await bot.does("sendMessage", chat_id=group, text="Queue", reply_markup=markup)
    with pytest.raises(SaidNo, match="Bob is no anonymous administrator"):
        await bob.says("/queue", group, name="group")
    await ann.promotes(bob, group, anonymous=True)
    await told(bot)
    await bob.says("/queue", group, name="group")
    await bob.says("/queue", group, name="Bob's channel")
    await bob.taps("+1", chat=group, wait=0)
    (_, anonymous), (_, channel), (_, tap) = await told(bot)
    assert (anonymous["from"]["id"], anonymous["sender_chat"]["id"]) == (1087968824, group)
    assert (channel["from"]["id"], channel["sender_chat"]["title"]) == (136817688, "Bob's channel")
    assert tap["from"]["id"] == bob.id  # taps carry the real id
    basic = await ann.makes_group("Basic", bot="administrator")
    with pytest.raises(SaidNo, match="Only in a supergroup"):
        await ann.promotes(ann, basic, anonymous=True)


@pytest.mark.parametrize(
    ("order", "kinds"),
    [
        ({}, ["migrate_to_chat_id", "migrate_from_chat_id", "left administrator"]),
        ({"new_id_first": True}, ["left administrator", "migrate_to_chat_id", "migrate_from_chat_id"]),
        (
            {"new_id_first": True, "leaves_old": True},
            ["left administrator", "migrate_to_chat_id", "migrate_from_chat_id", "administrator left"],
        ),
    ],
)
async def test_a_group_becomes_a_supergroup(
    bot: RawBot, ann: Person, bob: Person, order: Any, kinds: list[str]
) -> None:
    old = await ann.makes_group("Staff", [bob], bot="administrator")
    await told(bot)
    new = await ann.upgrades_group(old, **order)
    assert new < -1_000_000_000_000
    updates = await told(bot)
    said = [
        " ".join(moved(one)[2:]) if kind == "my_chat_member" else next(n for n in one if n.startswith("migr"))
        for kind, one in updates
    ]
    assert said == kinds
    messages = [one for kind, one in updates if kind == "message"]
    assert [(one["chat"]["id"], one["chat"]["type"]) for one in messages] == [
        (old, "group"),
        (new, "supergroup"),
    ]
    assert (messages[0]["migrate_to_chat_id"], messages[1]["migrate_from_chat_id"]) == (new, old)
    assert (await bot.does("getChatMember", chat_id=new, user_id=bob.id))["status"] == "member"
    assert await bob.groups() == {new: "Staff"}


async def test_calls_for_the_old_id_name_the_new_one(bot: RawBot, ann: Person, bob: Person) -> None:
    old = await ann.makes_group("Staff", [bob], bot="administrator")
    markup = {"inline_keyboard": [[{"text": "+1", "callback_data": "1"}]]}
    sent = await bot.does("sendMessage", chat_id=old, text="Queue", reply_markup=markup)
    new = await ann.upgrades_group(old)
    await told(bot)
    for method, more in (
        ("sendMessage", {"text": "x"}),
        ("editMessageText", {"text": "x", "message_id": sent["message_id"]}),
        ("getChat", {}),
        ("leaveChat", {}),
    ):
        refused = await bot.asks(method, chat_id=old, **more)
        assert (refused["error_code"], refused["parameters"]) == (400, {"migrate_to_chat_id": new})
        assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    await bob.taps("+1", chat=old, wait=0)  # the old history is still there to tap
    ((_, tap),) = await told(bot)
    assert tap["message"]["chat"]["id"] == old
    with pytest.raises(SaidNo, match=f"has become the supergroup {new}"):
        await bob.says("hello", old)
    await bob.says("hello", new)
    assert [one["text"] for _, one in await told(bot)] == ["hello"]
    with pytest.raises(SaidNo, match="can't make this chat a supergroup"):
        await ann.upgrades_group(new)


async def test_an_upgrade_without_the_bot_is_nothing_to_it(bot: RawBot, ann: Person) -> None:
    group = await ann.makes_group("Friends")
    new = await ann.upgrades_group(group, new_id_first=True, leaves_old=True)
    assert await told(bot) == []
    assert await bot.hears("getChat", chat_id=new) == "Bad Request: chat not found"
