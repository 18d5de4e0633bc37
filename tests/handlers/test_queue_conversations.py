"""The queue and groups as Telegram hands them to the handlers: forged taps, odd groups, nobody's messages.

Not here: what staff do on a good day (tests/journeys/test_staff_chat.py).
"""

from typing import Any

import pytest

from handlers import callbacks
from loyalty.ids import ChatId, ScanId, VisitId
from loyalty.use_cases.staff.staff_chats import BindStaffChat, ReadStaffChat
from loyalty.use_cases.visits.queue import NotHere
from tests.counter import ANNA, BEN, LEO, MIA
from tests.handlers.desk import Desk, message_by, sent_by, tap_by

GROUP_BOT = {"id": 1087968824, "is_bot": True, "first_name": "Group"}


async def toasts(desk: Desk) -> list[str]:
    return [str(call["params"].get("text", "")) for call in await desk.calls("answerCallbackQuery")]


async def answers(desk: Desk) -> list[str]:
    return [str(call["params"]["text"]) for call in await desk.calls("sendMessage")]


async def bound_group(desk: Desk) -> int:
    """A staff chat with Anna and Ben in it."""
    await desk.joins(ANNA)
    await desk.joins(BEN)
    group = await desk.group(ANNA, BEN)
    await BindStaffChat(desk.cafe.database)(ANNA, ChatId(group), title="Counter", administrator=True)
    return group


@pytest.mark.parametrize(
    "data",
    [
        callbacks.Serve(scan_id=ScanId(1)),
        callbacks.NotHere(scan_id=ScanId(1)),
        callbacks.ChooseAbsent(shown=True),
        callbacks.BringCard(visit_id=VisitId(1)),
    ],
)
async def test_a_tap_in_the_queue_by_a_customer_is_refused(desk: Desk, data: Any) -> None:
    await desk.cafe.shows(MIA)
    await desk.handles(callback_query=tap_by(LEO, data.pack()))
    assert [toast.startswith("Only staff can do this") for toast in await toasts(desk)] == [True]
    assert (await desk.cafe.card(MIA)).stamps == 0


@pytest.mark.parametrize(
    "data", [callbacks.BindHere(), callbacks.UnbindStaffChat(), callbacks.PickStaffChat()]
)
async def test_only_an_owner_decides_about_the_staff_chat(desk: Desk, data: Any) -> None:
    group = await bound_group(desk)
    tap = tap_by(BEN, data.pack())
    tap["message"]["chat"] = {"id": group, "type": "group", "title": "Counter"}
    await desk.handles(callback_query=tap)
    assert [toast.startswith("Only the owner can do this") for toast in await toasts(desk)] == [True]
    assert await ReadStaffChat(desk.cafe.database)() is not None


@pytest.mark.parametrize("text", ["/staffchat", "/bind"])
async def test_whoever_is_no_owner_is_told_so(desk: Desk, text: str) -> None:
    await desk.joins(BEN)
    await desk.handles(message=message_by(sent_by(BEN), text, chat=BEN.telegram_id))
    assert (await answers(desk))[-1].startswith("Only the owner can do this")


async def test_digits_in_the_staff_chat_count_from_staff_only(desk: Desk) -> None:
    group = await bound_group(desk)
    shown = await desk.cafe.shows(MIA)
    before = await answers(desk)
    await desk.handles(message=message_by(sent_by(LEO), shown.typed_code, chat=group))
    assert await answers(desk) == before
    assert desk.cafe.number("SELECT COUNT(*) FROM visits") == 0
    await desk.handles(message=message_by(sent_by(BEN), shown.typed_code, chat=group))
    assert desk.cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card'") == [(group,)]


async def test_the_queue_asked_for_in_a_strangers_group_comes_to_the_own_chat(desk: Desk) -> None:
    await desk.joins(BEN)
    group = await desk.group(BEN)
    await desk.handles(message=message_by(sent_by(BEN), "/queue", chat=group))
    assert desk.cafe.rows("SELECT chat_id FROM screens WHERE kind = 'queue'") == [(BEN.telegram_id,)]


@pytest.mark.parametrize("text", ["Queue", "Очередь", "Järjekord", "/start"])
async def test_the_keyboards_button_in_any_language_and_a_bare_start_bring_the_queue(
    desk: Desk, text: str
) -> None:
    await desk.joins(BEN)
    await desk.handles(message=message_by(sent_by(BEN), text, chat=BEN.telegram_id))
    assert desk.cafe.rows("SELECT chat_id FROM screens WHERE kind = 'queue'") == [(BEN.telegram_id,)]


@pytest.mark.parametrize("told", ["in the new group", "in the old group", "in both"])
async def test_a_new_id_is_followed_from_either_message_that_nobody_sent(desk: Desk, told: str) -> None:
    group = await bound_group(desk)
    grown = -1_001_234_567_890
    chat = {"id": grown, "type": "supergroup", "title": "Counter"}
    born = {"message_id": 1, "date": 0, "chat": chat, "from": GROUP_BOT, "sender_chat": chat}
    if told != "in the old group":
        await desk.handles(message={**born, "migrate_from_chat_id": group})
    if told != "in the new group":
        await desk.handles(message=message_by(sent_by(ANNA), "", chat=group, migrate_to_chat_id=grown))
    bound = await ReadStaffChat(desk.cafe.database)()
    assert bound is not None
    assert bound.chat_id == grown


async def test_a_hostile_title_of_a_group_is_kept_as_one_short_line(desk: Desk) -> None:
    group = await bound_group(desk)
    me = {"id": 123456, "is_bot": True, "first_name": "Cup"}
    chat = {"id": group, "type": "group", "title": "Counter\u202e\n" + "x" * 200}
    change = {"chat": chat, "from": sent_by(ANNA), "date": 0}
    standing = {"status": "member", "user": me}
    await desk.handles(my_chat_member={**change, "old_chat_member": standing, "new_chat_member": standing})
    bound = await ReadStaffChat(desk.cafe.database)()
    assert bound is not None
    assert bound.title == "Counter " + "x" * 56


async def test_a_group_that_the_bot_can_not_get_into_is_not_bound(desk: Desk) -> None:
    await desk.joins(ANNA)
    shared = {"request_id": 1, "chat_id": -424242, "title": "Elsewhere"}
    message = message_by(sent_by(ANNA), "", chat=ANNA.telegram_id, chat_shared=shared)
    message.pop("text")
    await desk.handles(message=message)
    assert (await answers(desk))[-1].startswith("I can't get into this group")
    assert await ReadStaffChat(desk.cafe.database)() is None


async def test_a_customer_who_asks_again_too_soon_reads_why_and_what_works_at_once(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await desk.handles_all()
    for asked in (1, 2, 3):
        await mia.presses("Stamp me")
        await desk.handles_all()
        await mia.sees("The barista sees you in the queue too")
        newest = desk.cafe.number("SELECT MAX(id) FROM scans")
        await NotHere(desk.cafe.database)(BEN, ScanId(newest))
        desk.cafe.later(seconds=19)
        await mia.presses("Stamp me")
        await desk.handles_all()
        if asked < 3:
            said = await mia.sees("tap Stamp me again in 41 seconds")
            assert "At the counter this code works at once" in said["text"]
        desk.cafe.later(seconds=60)
    said = await mia.sees("the queue takes you again tomorrow")
    assert "This code works at once all the same" in said["text"]
