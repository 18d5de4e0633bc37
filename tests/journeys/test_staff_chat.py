"""The staff chat in the words of people: made with one button, a rush in it, grown, lost; and foreign groups.

Not here: every race and rule (tests/use_cases/test_queue.py, test_staff_chats.py).
"""

import asyncio
import re

import pytest

from bot import pacing
from bot.sandbox.person import Person
from tests.people import Message, Staff
from tests.running_cafe import RunningCafe

PICK = "Pick or make a group"


async def makes_staff_chat(owner: Staff, *members: Person) -> int:
    """One button makes the group with these people, and the bot its administrator."""
    await owner.says("/staffchat")
    await owner.sees("The staff chat is a group")
    group = await owner.presses_and_picks_chat(PICK, title="Counter", members=members)
    await owner.sees("The staff chat is Counter")
    await owner.sees("Nobody is waiting", chat=group)
    return group


async def queue_in(person: Person, chat: int) -> Message:
    """The newest message with the queue."""
    shown = [one for one in await person.chat(chat) if is_queue(one)]
    assert shown, await person.chat(chat)
    return shown[-1]


def is_queue(message: Message) -> bool:
    return re.search(r"(is|are) waiting", message.get("text", "")) is not None


async def sees_queue(person: Person, chat: int, words: str, *, seconds: float = 8) -> Message:
    """The queue once it says this."""
    for _ in range(int(seconds / 0.05)):
        shown = [one for one in await person.chat(chat) if is_queue(one)]
        if shown and words in shown[-1]["text"]:
            return shown[-1]
        await asyncio.sleep(0.05)
    raise AssertionError(f"the queue never said {words!r}: {await person.chat(chat)}")


async def queue_with(person: Person, chat: int, label: str) -> Message:
    """The queue once it has a button that says this."""
    for _ in range(160):
        shown = [one for one in await person.chat(chat) if is_queue(one)]
        if shown and any(label in button for button in person.buttons(shown[-1])):
            return shown[-1]
        await asyncio.sleep(0.05)
    raise AssertionError(f"the queue never offered {label!r}: {await person.chat(chat)}")


async def test_one_tap_in_the_staff_chat_gives_a_stamp_and_both_sides_see_it(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    assert "The barista sees you in the queue too" in code.text["text"]
    await sees_queue(ben, group, "1 is waiting")
    ben.taps_made = 0

    toast = await ben.taps(f"{code.pair.split()[-1]} · 0 of 6", await queue_in(ben, group))

    assert (ben.taps_made, toast) == (1, "1 of 6")
    await anna.sees("№ 1 · +1 stamp · 1 of 6 · thanks, Ben")
    queue = await sees_queue(owner, group, "Nobody is waiting")
    assert "Anna · +1 · 1 of 6 · Ben" in queue["text"]
    assert await owner.taps("Undo", queue) == "Undone: 0 of 6"
    await sees_queue(owner, group, "taken back · Olga")
    assert "0 of 6" in await anna.card()


async def test_not_here_takes_one_off_the_list_and_tells_the_customer(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    group = await makes_staff_chat(owner)
    anna, leo = await cafe.customer("Anna"), await cafe.customer("Leo")
    await anna.shows_code()
    await leo.shows_code()
    queue = await sees_queue(owner, group, "2 are waiting")
    await owner.taps("Not here…", queue)
    await owner.taps("Back", await queue_with(owner, group, "Back"))
    await owner.taps("Not here…", await queue_with(owner, group, "Not here…"))
    queue = await queue_with(owner, group, "Not here: ")
    assert "Who is not here?" in queue["text"]
    [first, _, _] = owner.buttons(queue)
    assert "Taken off the list" in str(await owner.taps(first, queue))
    await anna.sees("The barista did not see you")
    queue = await sees_queue(owner, group, "1 is waiting")
    assert "Leo" in queue["text"]
    assert not (await anna.shows_code()).text["text"].count("in the queue too")


async def test_a_rush_of_eleven_keeps_to_telegrams_pace_in_the_group(
    cafe: RunningCafe, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    crowd = [await cafe.customer(f"Guest{chr(65 + n)}") for n in range(11)]
    monkeypatch.setattr(pacing, "GROUP_INTERVAL_SECONDS", 60 / 14)
    await cafe.limits(group_per_minute=20)
    await asyncio.gather(*(one.presses("Stamp me") for one in crowd))
    await sees_queue(ben, group, "11 are waiting", seconds=12)

    queue = await queue_in(ben, group)
    labels = [label for label in ben.buttons(queue) if "0 of 6" in label]
    assert len(labels) == 11
    for number, label in enumerate(labels):
        assert await (owner if number % 2 else ben).taps(label, queue) == "1 of 6"
        await asyncio.sleep(0.1)

    queue = await sees_queue(ben, group, "Served from the queue today: 11", seconds=12)
    assert "Nobody is waiting" in queue["text"]
    assert cafe.rows("SELECT SUM(amount) FROM ledger_entries") == [(11,)]
    assert await cafe.most_a_minute(group) <= 18
    async with cafe.http.get("/sim/state") as answer:
        assert (await answer.json())["pace"][str(group)]["refused"] == 0


async def test_six_digits_and_confirm_work_in_the_staff_chat_and_other_talk_is_ignored(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    anna = await cafe.customer("Anna")
    before = len(await ben.chat(group))
    await ben.says("who has the milk?", group)
    await ben.says((await anna.shows_code()).digits + " +2", group)
    card = await ben.sees("№ 1 · +2 · Ben", chat=group)
    assert "2 of 6" in card["text"]
    await cafe.waits(minutes=20)
    code = await anna.shows_code()
    await owner.says(f"/confirm {code.digits}", group)
    card = await owner.sees(code.pair, chat=group)
    await cafe.quiet()
    said = [one.get("text", "") for one in (await ben.chat(group))[before:]]
    assert not any("private chat" in one for one in said)


async def test_a_bot_that_hears_no_plain_text_says_so_and_confirm_works_all_the_same(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    group = await owner.makes_group("Counter", bot="member")
    await owner.sees("Is this the staff chat?", chat=group, timeout=12)
    await owner.says("/bind", group)
    answer = await owner.sees("I can't hear plain text there", chat=group)
    assert "Administrators > Add" in answer["text"]
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    await owner.says(code.digits, group)
    await owner.says(f"/confirm {code.digits} +1", group)
    await owner.sees("№ 1 · +1 · Olga", chat=group)
    await owner.adds_bot(group, admin=True)
    await owner.sees("I am administrator of Counter again")
    await owner.takes_bots_rights(group)
    await owner.sees("I am no longer administrator of Counter")


@pytest.mark.parametrize("new_id_first", [False, True])
async def test_a_staff_chat_that_becomes_a_supergroup_goes_on_under_its_new_id(
    cafe: RunningCafe, *, new_id_first: bool
) -> None:
    owner = await cafe.owner()
    group = await makes_staff_chat(owner)
    anna = await cafe.customer("Anna")
    grown = await owner.upgrades_group(group, new_id_first=new_id_first, leaves_old=True)
    code = await anna.shows_code()
    queue = await sees_queue(owner, grown, "1 is waiting")
    await cafe.waits(seconds=70)
    await cafe.waits(seconds=5)
    assert await owner.taps(f"{code.pair.split()[-1]} · ", queue) == "1 of 6"
    await sees_queue(owner, grown, "Nobody is waiting")
    assert grown in await owner.groups()
    assert cafe.rows("SELECT chat_id FROM staff_chats WHERE unbound_at IS NULL") == [(grown,)]
    assert cafe.rows("SELECT COUNT(*) FROM foreign_chats") == [(0,)]


async def test_kicked_the_owner_is_told_and_the_queue_comes_to_private_chats(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    group = await makes_staff_chat(owner, ben)
    anna = await cafe.customer("Anna")
    await anna.shows_code()
    await sees_queue(ben, group, "1 is waiting")
    await owner.removes_bot(group)
    await owner.sees("I was removed from the staff chat Counter")
    queue = await sees_queue(ben, ben.id, "1 is waiting")
    assert await ben.taps(" · 0 of 6", queue) == "1 of 6"
    await anna.sees("thanks, Ben")


async def test_a_foreign_group_hears_one_sentence_and_is_left(cafe: RunningCafe) -> None:
    await cafe.owner()
    stranger = await Person.join(cafe.http, "Mallory")
    group = await stranger.makes_group("Party", bot="administrator")
    await stranger.says("/bind", group)
    await stranger.sees("Only the owner can do this", chat=group)
    await cafe.waits(seconds=5)
    await stranger.sees("I belong to a cafe", chat=group)
    await cafe.waits(seconds=60)
    for _ in range(160):
        if any("left_chat_member" in one for one in await stranger.chat(group)):
            break
        await asyncio.sleep(0.05)
    async with cafe.http.get("/sim/calls") as answer:
        left = [call for call in await answer.json() if call["method"] == "leaveChat"]
    assert len(left) == 1
    for _ in range(160):  # what Telegram has carried out is written down a moment later
        if cafe.rows("SELECT COUNT(*) FROM foreign_chats") == [(0,)]:
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the group that was left is still known")
