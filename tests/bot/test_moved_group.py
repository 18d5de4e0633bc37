"""A group's new id, when only the answer to a message tells of it; and a group in which nothing arrives.

Not here: the updates that tell of it too (tests/journeys/test_staff_chat.py).
"""

import asyncio
import sqlite3
from contextlib import closing

from storage.sqlite import FILE_NAME
from tests.bot.asking import calls, comes_to
from tests.people import Message, Staff
from tests.running_cafe import RunningCafe

BOUND = "SELECT chat_id FROM staff_chats WHERE unbound_at IS NULL"


async def staff_chat(cafe: RunningCafe) -> tuple[Staff, int]:
    owner = await cafe.owner()
    await owner.says("/staffchat")
    await owner.sees("The staff chat is a group")
    group = await owner.presses_and_picks_chat("Pick or make a group", title="Counter")
    await owner.sees("Nobody is waiting", chat=group)
    await cafe.quiet()
    return owner, group


async def waiting_in(person: Staff, chat: int) -> Message:
    for _ in range(200):
        for message in await person.chat(chat):
            if "1 is waiting" in message.get("text", ""):
                return message
        await asyncio.sleep(0.05)
    raise AssertionError(await person.chat(chat))


async def test_what_failed_for_the_old_id_is_sent_once_more_to_the_new_one(cafe: RunningCafe) -> None:
    owner, group = await staff_chat(cafe)
    anna = await cafe.customer("Anna")
    grown = await owner.upgrades_group(group)
    await comes_to(cafe, BOUND, (grown,))
    await cafe.quiet()
    with closing(sqlite3.connect(cafe.folder / FILE_NAME, isolation_level=None)) as rows:
        # As if the bot had never heard of the new id.
        rows.execute("UPDATE staff_chats SET chat_id = ?", (group,))
        rows.execute("UPDATE screens SET chat_id = ?, message_id = 3 WHERE chat_id = ?", (group, grown))
    await anna.shows_code()
    await waiting_in(owner, grown)
    await comes_to(cafe, BOUND, (grown,))
    assert cafe.rows(f"SELECT COUNT(*) FROM screens WHERE chat_id = {group}") == [(0,)]


async def test_a_staff_chat_in_which_nothing_arrives_is_given_up(cafe: RunningCafe) -> None:
    owner, group = await staff_chat(cafe)
    anna = await cafe.customer("Anna")
    await cafe.breaks("forbidden", method="editMessageText", chat=group)
    await anna.shows_code()
    await owner.sees("or can't write there any more")
    await waiting_in(owner, owner.id)
    assert cafe.rows(BOUND) == []


async def test_an_unknown_supergroup_that_turns_out_to_be_the_staff_chat_is_not_left(
    cafe: RunningCafe,
) -> None:
    owner, group = await staff_chat(cafe)
    grown = await owner.upgrades_group(group)
    await comes_to(cafe, BOUND, (grown,))
    await cafe.quiet()
    with closing(sqlite3.connect(cafe.folder / FILE_NAME, isolation_level=None)) as rows:
        rows.execute("UPDATE staff_chats SET chat_id = ?", (group,))
        rows.execute("INSERT INTO foreign_chats (chat_id, seen_at, leave_at) VALUES (?, 1, 2)", (grown,))
    await comes_to(cafe, BOUND, (grown,))
    await cafe.quiet()
    assert cafe.rows("SELECT COUNT(*) FROM foreign_chats") == [(0,)]
    assert await calls(cafe, "leaveChat") == []


async def test_a_strangers_supergroup_is_left_though_the_staff_chat_is_a_plain_group(
    cafe: RunningCafe,
) -> None:
    _, group = await staff_chat(cafe)
    stranger = await Staff.join(cafe.http, "Mallory")
    party = await stranger.makes_group("Party", bot="member", type="supergroup")
    await comes_to(cafe, "SELECT chat_id FROM foreign_chats", (party,))
    await cafe.waits(seconds=61)
    await comes_to(cafe, "SELECT COUNT(*) FROM foreign_chats", (0,))
    assert len(await calls(cafe, "leaveChat")) == 1
    assert cafe.rows(BOUND) == [(group,)]
