"""Telegram has a bad day while people wait in the queue: no stamp is lost, none is given twice.

Not here: the same faults for a single message or update (tests/bot/test_sending_over_http.py,
tests/bot/test_receiving_over_http.py), and a group that grows (test_staff_chat.py).
"""

import asyncio
from typing import Any

from tests.journeys.test_staff_chat import makes_staff_chat, queue_in, sees_queue
from tests.people import Customer, Message, Staff
from tests.running_cafe import TOKEN, RunningCafe

STAMPS = "SELECT SUM(amount) FROM ledger_entries"


async def opens(cafe: RunningCafe) -> tuple[Staff, Staff, int]:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    return owner, ben, await makes_staff_chat(owner, ben)


async def waits_in(cafe: RunningCafe, person: Staff, chat: int, *names: str) -> list[Customer]:
    """These customers stand in the queue."""
    customers = [await cafe.customer(name) for name in names]
    for customer in customers:
        await customer.shows_code()
    for name in names:
        await sees_queue(person, chat, name)
    return customers


async def test_a_tap_in_the_queue_that_comes_again_under_another_id_is_one_stamp(cafe: RunningCafe) -> None:
    _, ben, group = await opens(cafe)
    [anna] = await waits_in(cafe, ben, group, "Anna")
    await cafe.breaks("new_id_for_same_tap")
    assert await ben.taps(" · 0 of 6", await queue_in(ben, group)) == "1 of 6"
    await anna.sees("№ 1 · +1 stamp · 1 of 6")
    await cafe.breaks("new_id_for_same_tap")
    assert await ben.taps("Undo ", await sees_queue(ben, group, "Anna · +1")) == "Undone: 0 of 6"
    await anna.sees("№ 2 · −1 stamp · 0 of 6")
    await cafe.quiet()
    assert cafe.rows("SELECT kind FROM operations") == [("visit",), ("visit_undo",)]
    assert await all_struck(cafe)


async def test_somebody_deletes_the_queue_and_it_comes_again_with_everybody_in_it(cafe: RunningCafe) -> None:
    _, ben, group = await opens(cafe)
    [anna] = await waits_in(cafe, ben, group, "Anna")
    old = await queue_in(ben, group)
    await deletes(cafe, group, old["message_id"])
    [leo] = await waits_in(cafe, ben, group, "Leo")
    queue = await sees_queue(ben, group, "2 are waiting")
    assert queue["message_id"] != old["message_id"]
    labels = [label for label in ben.buttons(queue) if "0 of 6" in label]
    assert [await ben.taps(label, queue) for label in labels] == ["1 of 6", "1 of 6"]
    for customer in (anna, leo):
        await customer.sees("1 of 6 · thanks, Ben")
    await sees_queue(ben, group, "Nobody is waiting")


async def test_a_group_that_telegram_closes_for_a_while_holds_up_no_receipt(cafe: RunningCafe) -> None:
    _, ben, group = await opens(cafe)
    anna, leo = await waits_in(cafe, ben, group, "Anna", "Leo")
    queue = await sees_queue(ben, group, "2 are waiting")
    first, second = [label for label in ben.buttons(queue) if "0 of 6" in label]
    await cafe.breaks("too_many_requests", method="editMessageText", chat=group, retry_after=2)
    assert await ben.taps(first, queue) == "1 of 6"
    assert await ben.taps(second, queue) == "1 of 6"
    for customer in (anna, leo):
        await customer.sees("1 of 6 · thanks, Ben")
    said = await queue_in(ben, group)
    assert "2 are waiting" in said["text"], "the group is closed still"
    await cafe.waits(seconds=4)
    await sees_queue(ben, group, "Served from the queue today: 2")
    assert cafe.rows(STAMPS) == [(2,)]
    assert await all_struck(cafe)


async def test_a_queue_whose_answer_was_lost_stands_twice_and_both_serve_once(cafe: RunningCafe) -> None:
    _, ben, group = await opens(cafe)
    [anna] = await waits_in(cafe, ben, group, "Anna")
    await cafe.breaks("answer_lost", method="sendMessage", chat=group)
    await ben.says("/queue", group)
    await cafe.quiet()
    await cafe.waits(seconds=5)
    lost, kept = await stand_twice(ben, group)
    assert await ben.taps(" · 0 of 6", lost) == "1 of 6"
    assert await ben.taps_before_redraw(" · 0 of 6", kept) in (None, "1 of 6")
    await anna.sees("1 of 6 · thanks, Ben")
    await cafe.quiet()
    assert cafe.rows(STAMPS) == [(1,)]
    assert await all_struck(cafe)


async def test_a_barista_who_blocked_the_bot_holds_up_nobody_and_is_back_with_the_next_word(
    cafe: RunningCafe,
) -> None:
    owner = await cafe.owner()
    ben = await cafe.barista(owner)
    await ben.blocks()
    [anna] = await waits_in(cafe, owner, owner.id, "Anna")
    assert await owner.taps(" · 0 of 6", await queue_in(owner, owner.id)) == "1 of 6"
    await anna.sees("1 of 6 · thanks, Olga")
    await ben.unblocks()
    await ben.starts()
    [leo] = await waits_in(cafe, ben, ben.id, "Leo")
    assert await ben.taps(" · 0 of 6", await queue_in(ben, ben.id)) == "1 of 6"
    await leo.sees("1 of 6 · thanks, Ben")


async def test_a_line_that_fails_in_the_rush_gives_each_their_stamp_once(cafe: RunningCafe) -> None:
    owner, ben, group = await opens(cafe)
    names = [f"Guest{chr(65 + number)}" for number in range(5)]
    customers = await waits_in(cafe, ben, group, *names)
    queue = await sees_queue(ben, group, "5 are waiting")
    labels = [label for label in ben.buttons(queue) if "0 of 6" in label]
    await cafe.breaks("server_error", method="answerCallbackQuery", times=3)
    await cafe.breaks("answer_lost", method="editMessageText", times=2)
    await cafe.breaks("duplicate_update", times=3)
    taps: list[Any] = [owner.taps_before_redraw(label, queue) for label in labels]
    taps += [ben.taps_before_redraw(label, queue) for label in labels]
    await asyncio.gather(*taps)
    await cafe.waits(seconds=10)
    for customer in customers:
        await customer.sees("№ ")
        assert "1 of 6" in await customer.card()
    await cafe.waits(seconds=10)
    await sees_queue(ben, group, "Served from the queue today: 5")
    assert cafe.rows(STAMPS) == [(5,)]
    assert await all_struck(cafe)


async def stand_twice(person: Staff, chat: int) -> tuple[Message, Message]:
    """Both queues in which somebody waits: the one of which the bot does not know, and the other."""
    for _ in range(160):
        shown = [one for one in await person.chat(chat) if "1 is waiting" in one.get("text", "")]
        if len(shown) == 2:
            return shown[0], shown[1]
        await asyncio.sleep(0.05)
    raise AssertionError(f"the queue never came twice: {await person.chat(chat)}")


async def all_struck(cafe: RunningCafe) -> bool:
    """Whether each fault that was armed has happened."""
    async with cafe.http.get("/sim/faults") as answer:
        return bool((await answer.json())["faults"] == {})


async def deletes(cafe: RunningCafe, chat: int, message: int) -> None:
    """An administrator of the group deletes a message; the bot is told nothing."""
    asked = {"chat_id": chat, "message_id": message}
    async with cafe.http.post(f"/bot{TOKEN}/deleteMessage", json=asked) as answer:
        assert (await answer.json())["ok"]


async def test_whoever_writes_as_the_group_gets_a_hint_and_taps_as_themselves(cafe: RunningCafe) -> None:
    owner, ben, group = await opens(cafe)
    group = await owner.upgrades_group(group)
    await owner.promotes(ben, group, anonymous=True)
    anna = await cafe.customer("Anna")
    code = await anna.shows_code()
    queue = await sees_queue(ben, group, "1 is waiting")
    await ben.says(code.digits, group, name="group")
    await ben.sees("I can't see who you are", chat=group)
    assert cafe.rows("SELECT COUNT(*) FROM visits") == [(0,)]
    assert await ben.taps(" · 0 of 6", queue) == "1 of 6"
    await anna.sees("1 of 6 · thanks, Ben")


async def test_two_turn_the_same_message_at_once_and_neither_tap_is_an_error(cafe: RunningCafe) -> None:
    owner, ben, group = await opens(cafe)
    await waits_in(cafe, ben, group, "Anna")
    queue = await queue_in(ben, group)
    await asyncio.gather(ben.taps("Not here…", queue), owner.taps("Not here…", queue))
    await cafe.quiet()
    assert "Who is not here?" in (await queue_in(ben, group))["text"]
    async with cafe.http.get("/sim/transcript") as answer:
        errors = [line.get("error", "") for line in (await answer.json())["lines"]]
    assert any("message is not modified" in error for error in errors)
    assert cafe.rows("SELECT MAX(attempts) FROM inbox") == [(1,)]


async def test_a_view_that_was_deleted_under_the_thumb_is_no_error(cafe: RunningCafe) -> None:
    owner = await cafe.owner()
    await cafe.barista(owner)
    await owner.says("/staff")
    view = await owner.sees("Who works here")
    await cafe.stops_bot()
    settled = "SELECT COUNT(*) FROM inbox WHERE state <> 'waiting'"
    before = cafe.rows(settled)
    await owner.taps("Ben", view, wait=0.1)
    await deletes(cafe, owner.id, view["message_id"])
    await cafe.starts_bot()
    for _ in range(200):  # the tap that waited is handled while the bot says nothing to Telegram
        if cafe.rows(settled) > before:
            break
        await asyncio.sleep(0.05)
    assert cafe.rows(settled) > before
    assert cafe.rows("SELECT MAX(attempts), MAX(state) FROM inbox") == [(1, "done")]
