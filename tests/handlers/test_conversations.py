"""What people send that nobody expects: a useful answer, no change, no exception.

Not here: conversations of several turns (test_turns.py), pictures that fail (test_sent_pictures.py), and the
journeys that are meant (tests/journeys).
"""

import json

import pytest

from handlers import callbacks
from loyalty.ids import TelegramId
from loyalty.people import Person
from tests.counter import BEN, LEO, MIA, private
from tests.handlers.desk import Desk, message_by, sent_by, tap_by

CHANGES = "SELECT (SELECT count(*) FROM operations) + (SELECT count(*) FROM visits)"
ZOE = Person(TelegramId(7001), "Zoe", "en")
SECRET = "A" * 22
GUESSED = [
    f"c_{SECRET}", f"i_{SECRET}", f"o_{SECRET}", "c_", "o_", "x", "c_" + "A" * 62, "_", "-", "c_..", "0",
    "c_" + "я" * 22, "' OR 1=1 --", f"c_{SECRET} c_{SECRET}", "<b>", "o_%00", f"C_{SECRET}",
]  # fmt: skip
FORGED = [
    "", "vc", "vc:", "vc:1", "vc:0:1", "vc:1:0", "vc:999:1", "va:999:1:1", "vs:999:1", "vd:999", "vu:999",
    "ro:999:999", "ru:999", "oa:999:1", "rp:999", "hp:", "hp:999", "ia:999:1", "pr:maybe", "zz:1", ":::::",
    "sl:", "sm:999", "sg:999:1", "sd:999:1", "si:1:1", "to:999", "te:999", "tn:999", "tr:999:1", "da:999:0",
    "tt:999", "tp:999:3", "tp:1:11", "op:11", "tx:1",
    "vc:9223372036854775808:1", "vc:9223372036854775807:99", "vc:1:1" + " " * 58, "я" * 32, "\u202e",
]  # fmt: skip


async def test_a_guessed_start_link_is_answered_and_gives_nothing(desk: Desk) -> None:
    zoe = await desk.joins(ZOE)
    staff = desk.cafe.number("SELECT count(*) FROM staff")
    for number, payload in enumerate(GUESSED, start=1):
        await desk.handles(message=message_by(sent_by(ZOE), f"/start {payload}", chat=zoe.id))
        assert len(await desk.calls("sendMessage")) >= number, payload
    assert desk.cafe.number("SELECT count(*) FROM staff") == staff
    assert desk.cafe.number(CHANGES) == 0


@pytest.mark.parametrize("who", [MIA, BEN])
async def test_a_forged_tap_is_answered_and_changes_nothing(desk: Desk, who: Person) -> None:
    for data in FORGED:
        before = len(await desk.calls("answerCallbackQuery"))
        await desk.handles(callback_query=tap_by(who, data))
        assert len(await desk.calls("answerCallbackQuery")) == before + 1, data
    assert desk.cafe.number(CHANGES) == 0


async def test_what_is_not_understood_is_answered_and_never_twice_the_same(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await mia.says("a flat white please")
    await mia.sends(sticker="☕")
    await mia.sends(voice=3)
    await desk.handles_all()
    said = [
        message["text"] for message in await mia.chat() if message["from"]["is_bot"] and "text" in message
    ]
    hints = said[-3:]
    assert "I passed this on to the cafe" in hints[0]
    assert hints[0] != hints[1] != hints[2]
    assert desk.cafe.number("SELECT COUNT(*) FROM letters") == 3


async def test_staff_are_told_how_to_confirm_and_customers_whose_the_digits_are(desk: Desk) -> None:
    ben, mia = await desk.joins(BEN), await desk.joins(MIA)
    await ben.says("hm")
    await ben.says("hm")
    await ben.says("/confirm")
    await mia.says("418302")
    await mia.says("/confirm 418302")
    await desk.handles_all()
    await ben.sees("To open a customer's card, send the six digits")
    await ben.sees("A code is six digits")
    await ben.sees("Send the six digits with it")
    await mia.sees("Six digits are for the barista to type")
    await mia.sees("Only staff can do this")


async def test_a_customers_code_in_a_strangers_hands_is_neither_used_nor_told(desk: Desk) -> None:
    shown = await desk.cafe.shows(MIA)
    leo = await desk.joins(LEO)
    await desk.handles_all()
    customers = desk.cafe.number("SELECT count(*) FROM customers")
    await leo.starts(f"c_{shown.secret}")
    await desk.handles_all()
    answer = await leo.sees("This code is for the barista")
    assert "Mia" not in answer["text"]
    assert "For a card of your own tap My card below." in answer["text"]
    assert "My card" in await leo.keyboard()
    assert desk.cafe.number("SELECT count(*) FROM customers") == customers
    assert desk.cafe.rows("SELECT state FROM scans") == [("live",)]


async def test_whoever_writes_as_the_group_gets_one_hint_to_a_command_and_silence_to_talk(desk: Desk) -> None:
    await desk.joins(BEN)
    group = await desk.group(BEN)
    as_group = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    for text in ("/confirm 418302", "good morning"):
        sender = {"id": group, "type": "group", "title": "Counter"}
        await desk.handles(message=message_by(as_group, text, chat=group, sender_chat=sender))
    calls = await desk.calls("sendMessage")
    assert ["Switch to your own account" in call["params"]["text"] for call in calls] == [True]


async def test_what_two_others_say_to_each_other_is_not_answered(desk: Desk) -> None:
    await desk.joins(BEN)
    group = await desk.group(BEN)
    await desk.handles(message=message_by(sent_by(BEN), "/help", chat=group, business_connection_id="b"))
    assert await desk.calls("sendMessage") == []


async def test_a_group_hears_nothing_but_answers_to_commands(desk: Desk) -> None:
    await desk.joins(BEN)
    group = await desk.group(BEN)
    await desk.handles(message=message_by(sent_by(BEN), "good morning", chat=group))
    await desk.handles(message=message_by(sent_by(BEN), "418302", chat=group))
    assert await desk.calls("sendMessage") == []
    await desk.handles(message=message_by(sent_by(BEN), "/start", chat=group))
    [call] = await desk.calls("sendMessage")
    assert "I work in a private chat" in call["params"]["text"]


async def test_an_answer_quotes_nobody_in_private_and_whoever_asked_in_a_group(desk: Desk) -> None:
    await desk.joins(LEO)
    group = await desk.group(LEO)
    for chat in (LEO.telegram_id, group):
        await desk.handles(message=message_by(sent_by(LEO), "/confirm 418302", chat=chat))
    private_answer, group_answer = [
        call["params"] for call in await desk.calls("sendMessage") if "Only staff" in call["params"]["text"]
    ]
    assert "reply_parameters" not in private_answer
    assert json.loads(group_answer["reply_parameters"])["message_id"] == 900


async def test_a_card_in_a_group_goes_to_the_baristas_own_chat(desk: Desk) -> None:
    shown = await desk.cafe.shows(MIA)
    await desk.joins(BEN)
    group = await desk.group(BEN)
    await desk.handles(message=message_by(sent_by(BEN), f"/confirm {shown.typed_code}", chat=group))
    assert desk.cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card'") == [(private(BEN),)]


async def test_a_tap_whose_answer_comes_too_late_counts_all_the_same(desk: Desk) -> None:
    visit = await desk.cafe.serves(MIA)
    data = callbacks.Confirm(visit_id=visit, stamps=1).pack()
    await desk.handles(callback_query=tap_by(BEN, data))
    [answer] = await desk.calls("answerCallbackQuery")
    assert "query is too old" in answer["error"]
    assert desk.cafe.number("SELECT stamps FROM cards") == 1


async def test_only_staff_open_the_row_of_further_stamps(desk: Desk) -> None:
    visit = await desk.cafe.stamps(MIA, 1)
    data = callbacks.ShowAdds(visit_id=visit, shown=True).pack()
    await desk.handles(callback_query=tap_by(LEO, data))
    [answer] = await desk.calls("answerCallbackQuery")
    assert "Only staff" in answer["params"]["text"]
    assert await desk.calls("editMessageText") == []


async def test_a_customer_who_blocks_the_bot_is_known_at_once_and_back_with_the_next_word(desk: Desk) -> None:
    mia = await desk.joins(MIA)
    await desk.handles_all()
    await mia.blocks()
    await desk.handles_all()
    reason = "SELECT unreachable_reason FROM customers WHERE unreachable_since IS NOT NULL"
    assert desk.cafe.rows(reason) == [("blocked",)]
    await mia.unblocks()
    await mia.says("/start")
    await desk.handles_all()
    assert desk.cafe.rows(reason) == []


async def test_a_hostile_name_is_greeted_and_served_like_any_other(desk: Desk) -> None:
    evil = Person(TelegramId(7002), "</b>🦊 42\u202e\x00" + "a" * 10_000, "xx")
    await desk.joins(Person(TelegramId(7002), "Evil", "xx"))
    await desk.handles(message=message_by(sent_by(evil), "/start", chat=7002))
    [(name,)] = desk.cafe.rows("SELECT name FROM customers WHERE name LIKE '</b>%'")
    assert name == "</b>🦊 42" + "a" * 56
    assert [call["error"] for call in await desk.calls("sendMessage", "sendPhoto")] == [None, None]


async def test_digits_and_nothing_to_cancel_are_not_answered_with_the_same_hint_twice(desk: Desk) -> None:
    ben, mia = await desk.joins(BEN), await desk.joins(MIA)
    for person, said in ((mia, "418302"), (mia, "/cancel"), (ben, "/cancel")):
        for _ in range(3):
            await person.says(said)
        await desk.handles_all()
        hints = [one.get("text") for one in await person.chat() if one["from"]["is_bot"]][-3:]
        assert hints[0] != hints[1] != hints[2], said
    await mia.sees("Six digits are for the barista to type")
    await ben.sees("There is nothing to cancel")
