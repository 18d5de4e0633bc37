"""Forgetting: not a byte of the person is left in any file, and the sums are.

Not here: how it is asked (tests/journeys/test_privacy.py), who comes back (test_coming_back.py), the list of
erasures (test_erasure_list.py), and erasing after a restore (tests/bot).
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.erasures import ErasureKeeper
from loyalty.deliveries import ScreenKind
from loyalty.erasures import find_former_number
from loyalty.ids import (
    CustomerId,
    FlagId,
    FreezeId,
    LetterId,
    MessageId,
    OperationId,
    UpdateId,
    VisitId,
)
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.letters import Content
from loyalty.people import Cause
from loyalty.ports import Transaction
from loyalty.refusals import (
    CustomerGone,
    LastOwner,
    OwnPhoneOnly,
    Refused,
    UnknownReceipt,
    VisitOver,
)
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.customers.erasing import erase
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.freezing import ReadFreeze
from loyalty.use_cases.customers.letters import AnswerLetter, ReadLetter, WriteLetter
from loyalty.use_cases.customers.privacy import ReadLoss, ReadMyData
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.limits.flags import AnswerFlag
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused
from tests.use_cases.goodbyes import ZELDA, a_letter, forgets


async def a_full_life(cafe: Cafe) -> VisitId:
    """Somebody who did everything that leaves a trace."""
    await cafe.stamps(ZELDA, 7)
    [reward] = (await cafe.card(ZELDA)).rewards
    cafe.later(hours=1)
    visit = (await cafe.scans(BEN, await cafe.shows(ZELDA, reward_id=reward.id))).visit.id
    await cafe.offers(BEN, visit, reward.id)
    await cafe.freeze_card(ZELDA, OperationId(cafe.number("SELECT MAX(id) FROM operations")))
    write = WriteLetter(cafe.database)
    await write(ZELDA, a_letter("I am Zeldamira, and my dog is brown", 501))
    await write(ZELDA, a_letter("look", 502, content=Content.PHOTO))
    await cafe.delivers_all()
    shown = MessageId(cafe.number("SELECT MIN(message_id) FROM screens WHERE kind = 'letter'"))
    answer = a_letter("Dear Zeldamira, so is mine", 9, by=ANNA)
    await AnswerLetter(cafe.database)(ANNA, private(ANNA), shown, answer)
    await cafe.adjust_card(
        ANNA,
        OfReceipt(OperationId(1)),
        1,
        "Zeldamira paid twice",
        chat_id=private(ANNA),
        cause=Cause(private(ANNA), MessageId(10)),
    )
    code = await cafe.show_code(ZELDA, cause=Cause(private(ZELDA), MessageId(503)))
    await cafe.keep_code_screens(code.scan_id, private(ZELDA), text=MessageId(504), picture=MessageId(505))

    def receive(tx: Transaction) -> None:
        own = json.dumps({"from": {"id": ZELDA.telegram_id, "first_name": ZELDA.name}})
        of_staff = json.dumps({"message": {"text": "Zeldamira · 4 of 6"}})
        escaped = json.dumps({"message": {"text": "\u00d5unapuu"}})
        tx.inbox.store(
            [
                NewUpdate(UpdateId(1), own, begun=True, person_id=ZELDA.telegram_id),
                NewUpdate(UpdateId(2), of_staff, begun=True, person_id=BEN.telegram_id),
                NewUpdate(UpdateId(3), escaped, begun=True, person_id=BEN.telegram_id),
                NewUpdate(UpdateId(4), "{}", begun=True, person_id=BEN.telegram_id),
            ]
        )
        key = f"123:{ZELDA.telegram_id}:{ZELDA.telegram_id}"
        for number in range(1, 5):
            change = [DialogueChange(key, "", '{"last_hint": "x"}')] if number == 1 else []
            tx.inbox.finish(UpdateId(number), change, blank=False)

    await cafe.database.write(receive)
    await cafe.delivers_all()
    return visit


def bytes_of(folder: Path) -> bytes:
    """The database, and everything that SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("cafe.sqlite3*")))


@pytest.mark.sqlite_only("what a server leaves on its disk is its own")
async def test_not_one_byte_of_the_person_is_left_in_the_files(cafe: Cafe) -> None:
    await a_full_life(cafe)
    folder = cafe.folder
    traces = [b"Zeldamira", "Õunapuu".encode(), b"unapuu", str(ZELDA.telegram_id).encode(), b"my dog"]
    number = int(ZELDA.telegram_id).to_bytes(6, "big")  # as SQLite keeps integers of this size
    before = bytes_of(folder)
    assert all(trace in before for trace in [*traces, number])
    sums = cafe.rows("SELECT SUM(amount), COUNT(*) FROM ledger_entries")

    await forgets(cafe, ZELDA)
    await ErasureKeeper(cafe.database, folder).keep_list()

    after = bytes_of(folder)
    assert [trace for trace in [*traces, number] if trace in after] == []
    assert cafe.rows("SELECT SUM(amount), COUNT(*) FROM ledger_entries") == sums
    assert cafe.rows("SELECT body FROM inbox ORDER BY update_id") == [("",), ("",), ("",), ("{}",)]


async def test_what_staff_see_of_it_is_a_number(cafe: Cafe) -> None:
    visit = await a_full_life(cafe)
    await forgets(cafe, ZELDA)
    facts = await ReadCounter(cafe.database)(visit)
    assert find_former_number(facts.customer_name) is not None
    freeze = await ReadFreeze(cafe.database)(FreezeId(1))
    letter = await ReadLetter(cafe.database)(LetterId(1))
    assert freeze.customer_name == letter.customer_name == facts.customer_name
    assert (letter.former, letter.letter.text, letter.letter.copy_of) == (True, "", None)
    kinds = cafe.rows(
        """SELECT DISTINCT s.kind FROM deliveries d JOIN screens s ON s.id = d.screen_id
           WHERE d.state = 'pending' ORDER BY 1"""
    )
    assert kinds == [("correction",), ("freeze",), ("letter",), ("queue",), ("staff_card",)] or kinds == [
        ("correction",), ("freeze",), ("letter",), ("staff_card",)
    ]  # fmt: skip


async def test_many_old_messages_change_one_by_one_and_not_all_at_once(cafe: Cafe) -> None:
    for number in range(30):
        await cafe.serves(MIA)
        cafe.later(hours=12 if number % 2 else 1)
        await cafe.expire_due()
    await cafe.delivers_all()
    await forgets(cafe, MIA)
    due = """SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id
             WHERE d.state = 'pending' AND d.run_at <= ? AND s.kind = 'staff_card'"""
    assert cafe.number(due, _micros(cafe)) == 20
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending'") >= 30
    cafe.later(minutes=5)
    await cafe.delivers_all()
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending'") == 0


def _micros(cafe: Cafe) -> int:
    return int(cafe.clock.now().timestamp() * 1_000_000)


async def test_nothing_is_sent_to_whoever_was_forgotten(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    visit = await cafe.serves(MIA)
    await cafe.shows(MIA)
    await forgets(cafe, MIA)
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ?", MIA.telegram_id) == []
    assert cafe.rows("SELECT state FROM scans ORDER BY id DESC LIMIT 1") == [("void",)]
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit) == [("expired",)]
    for attempt in (
        lambda: cafe.confirm_visit(BEN, visit, stamps=1),
        lambda: cafe.undo_visit(BEN, VisitId(1)),
        lambda: cafe.add_to_visit(BEN, VisitId(1), stamps=1, add=1),
    ):
        with pytest.raises(Refused) as caught:
            await attempt()
        assert caught.value.refusal == VisitOver(VisitState.EXPIRED)
    cause = Cause(private(ANNA), MessageId(11))
    with refused(UnknownReceipt(OperationId(1))):
        await cafe.adjust_card(ANNA, OfReceipt(OperationId(1)), 1, "why", chat_id=private(ANNA), cause=cause)
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ?", MIA.telegram_id) == []


async def test_a_reply_to_whoever_was_forgotten_is_refused(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await WriteLetter(cafe.database)(MIA, a_letter("hello", 1, by=MIA))
    await cafe.delivers_all()
    shown = MessageId(cafe.number("SELECT message_id FROM screens WHERE kind = ?", ScreenKind.LETTER))
    await forgets(cafe, MIA)
    with refused(CustomerGone()):
        await AnswerLetter(cafe.database)(ANNA, private(ANNA), shown, a_letter("hi", 2, by=ANNA))


async def test_forgetting_twice_or_a_stranger_changes_nothing(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await forgets(cafe, MIA)
    before = cafe.rows("SELECT * FROM customers"), cafe.rows("SELECT * FROM forgotten")
    cafe.later(hours=1)
    await forgets(cafe, MIA)
    await cafe.database.write(lambda tx: erase(tx, CustomerId(1)))
    await forgets(cafe, LEO)
    assert (cafe.rows("SELECT * FROM customers"), cafe.rows("SELECT * FROM forgotten")) == before


async def test_the_last_owner_can_not_be_forgotten_and_a_till_is_no_person(cafe: Cafe) -> None:
    await cafe.join(ANNA)
    for use_case in (ForgetPerson(cafe.database), ReadLoss(cafe.database)):
        with refused(LastOwner()):
            await use_case(ANNA)
    await cafe.opens_till()
    with refused(OwnPhoneOnly()):
        await forgets(cafe, TILL)
    assert (await cafe.meet(ANNA)).staff is not None


async def test_staff_who_forget_themselves_leave_their_role(cafe: Cafe) -> None:
    await cafe.stamps(CARA, 2)
    await cafe.stamps(MIA, 1, by=CARA)
    assert (await ReadLoss(cafe.database)(CARA)).works_here
    await forgets(cafe, CARA)
    known = await cafe.meet(CARA)
    assert (known.staff, known.customer) == (None, None)
    assert cafe.rows("SELECT 1 FROM staff WHERE telegram_id = ?", CARA.telegram_id) == []
    assert cafe.rows("SELECT 1 FROM deliveries WHERE chat_id = ?", CARA.telegram_id) == []
    told = "SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%StaffLeft%' AND chat_id = ?"
    assert cafe.number(told, ANNA.telegram_id) == 1
    await forgets(cafe, BEN)
    assert (await cafe.meet(BEN)).staff is None, "somebody without a card can be forgotten too"


async def test_what_a_stranger_sends_is_not_kept_once_it_is_done(cafe: Cafe) -> None:
    def body(tx: Transaction) -> None:
        for number, person in ((1, LEO), (2, BEN)):
            tx.inbox.store(
                [NewUpdate(UpdateId(number), '{"a": 1}', begun=True, person_id=person.telegram_id)]
            )
            tx.inbox.finish(UpdateId(number), [], blank=False)

    await cafe.database.write(body)
    assert cafe.rows("SELECT body, person_id FROM inbox ORDER BY seq") == [
        ("", None),
        ('{"a": 1}', BEN.telegram_id),
    ]


async def test_my_data_holds_everything_that_is_kept(cafe: Cafe) -> None:
    await a_full_life(cafe)
    mine = await ReadMyData(cafe.database)(ZELDA)
    assert mine.data is not None
    assert (mine.data.name, mine.data.phone_language) == ("Zeldamira Õunapuu", "et")
    assert [one.external_id for one in mine.data.identities] == [str(ZELDA.telegram_id)]
    assert len(mine.operations) == cafe.number("SELECT COUNT(*) FROM operations")
    assert [one.text for one in mine.data.letters] == [
        "I am Zeldamira, and my dog is brown",
        "look",
        "Dear Zeldamira, so is mine",
    ]
    assert [one.by for one in mine.data.letters] == ["", "", "Anna"]
    assert (await ReadMyData(cafe.database)(replace(LEO, name="Nobody"))).data is None


async def test_what_is_lost_is_said_before(cafe: Cafe) -> None:
    await cafe.fills(MIA)
    await cafe.stamps(MIA, 2)
    loss = await ReadLoss(cafe.database)(MIA)
    assert loss.card is not None
    assert (loss.card.stamps, len(loss.card.rewards), loss.works_here) == (2, 1, False)
    assert (await ReadLoss(cafe.database)(LEO)).card is None


async def test_what_staff_said_about_somebodys_card_goes_with_them(cafe: Cafe) -> None:
    for person in (MIA, LEO):
        await cafe.stamps(person, 8)
        flag = FlagId(cafe.number("SELECT MAX(id) FROM flags"))
        await cafe.decide_flag(ANNA, flag, asked=True)
        await AnswerFlag(cafe.database)(BEN, flag, a_letter(f"{person.name} paid for a class", flag, by=BEN))
    await cafe.delivers_all()
    await forgets(cafe, MIA)
    said = cafe.rows("SELECT notice FROM deliveries WHERE notice LIKE '%FlagAnswered%'")
    assert len(said) == 1
    assert "Leo paid" in str(said[0][0])
