"""Forgetting: not a byte of the person is left, the sums are, who comes back begins anew under old limits.

Not here: how it is asked (tests/journeys/test_privacy.py), and erasing after a restore (tests/bot).
"""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.erasures import ErasureKeeper
from handlers.drawings.staff_card import draw_staff_card
from handlers.texts import Texts
from loyalty.deliveries import ScreenKind
from loyalty.erasures import Carried, find_former_number, hash_identity
from loyalty.ids import (
    CustomerId,
    FreezeId,
    LetterId,
    MessageId,
    OperationId,
    TelegramId,
    UpdateId,
    VisitId,
)
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.letters import MOST_AN_HOUR, Content, Passed, Writing
from loyalty.limits import Reason
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import (
    CustomerGone,
    LastOwner,
    OldCardOver,
    OwnPhoneOnly,
    ReasonNeeded,
    Refused,
    UnknownReceipt,
    VisitOver,
)
from loyalty.scans import ScanState
from loyalty.use_cases.adjusting import OfReceipt
from loyalty.use_cases.forgetting import ForgetPerson, erase
from loyalty.use_cases.freezing import ReadFreeze
from loyalty.use_cases.letters import AnswerLetter, ReadLetter, WriteLetter
from loyalty.use_cases.privacy import ReadLoss, ReadMyData
from loyalty.use_cases.screens import ReadCounter
from loyalty.verdicts import Need
from loyalty.visits import VisitState
from storage import erasures
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused

ZELDA = Person(TelegramId(77_665_544_332), "Zeldamira Õunapuu", "et")
"""A name and a number that nothing else in a file looks like."""


def a_letter(text: str, number: int, *, by: Person = ZELDA, content: Content = Content.TEXT) -> Writing:
    return Writing(content, text, private(by), MessageId(number))


async def forgets(cafe: Cafe, person: Person) -> None:
    await ForgetPerson(cafe.database)(person)


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


async def test_who_comes_back_begins_with_an_empty_card(cafe: Cafe) -> None:
    await cafe.fills(MIA)
    await forgets(cafe, MIA)
    joined = await cafe.join(MIA)
    card = await cafe.card(MIA)
    assert (joined.new, joined.customer.name, card.stamps, list(card.rewards)) == (True, "Mia", 0, [])
    assert list((await cafe.show_history(MIA)).operations) == []


async def test_limits_of_the_day_go_on_where_they_were(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await forgets(cafe, MIA)
    visit = await cafe.serves(MIA)
    facts = await ReadCounter(cafe.database)(visit)
    assert facts.verdict.need is Need.REASON, "it is the fourth visit of the day"
    assert facts.today == 3, "and the card says so"
    with pytest.raises(Refused) as caught:
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert isinstance(caught.value.refusal, ReasonNeeded)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.FRIEND)

    cafe.later(minutes=20)
    await forgets(cafe, MIA)
    await cafe.join(MIA)
    today = cafe.clock.now().date()
    carried = await cafe.database.read(lambda tx: tx.people.find_carried(_mia(tx)))
    assert carried == Carried(day=today, visits=4, overrides=1, joined_before=True)

    cafe.later(hours=24)
    assert (await ReadCounter(cafe.database)(await cafe.serves(MIA))).verdict.need is Need.NOTHING


async def test_the_question_minutes_after_a_visit_is_asked_even_so(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=2)
    for _ in range(2):
        await forgets(cafe, MIA)
        await cafe.join(MIA)
    cafe.later(minutes=2)
    visit = await cafe.serves(MIA)
    facts = await ReadCounter(cafe.database)(visit)
    assert (facts.verdict.need, facts.earlier) == (Need.CHOICE, None)
    assert "on the card before this one" in draw_staff_card(facts, Texts().in_language("en")).text
    with refused(ReasonNeeded(Need.CHOICE)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    cafe.later(minutes=15)
    visit = await cafe.serves(MIA)
    assert (await cafe.confirm_visit(BEN, visit, stamps=1)).fresh


async def test_letters_of_the_hour_are_counted_over_any_number_of_goodbyes(cafe: Cafe) -> None:
    write, passed, number = WriteLetter(cafe.database), 0, 0
    for _ in range(3):
        await cafe.join(MIA)
        for _ in range(9):
            number += 1
            passed += await write(MIA, a_letter("x", number, by=MIA)) is Passed.PASSED_ON
        await forgets(cafe, MIA)
        cafe.later(minutes=10)
    assert passed == MOST_AN_HOUR
    cafe.later(minutes=31)
    await cafe.join(MIA)
    assert await write(MIA, a_letter("x", number + 1, by=MIA)) is Passed.PASSED_ON


async def test_the_queue_is_asked_once_a_minute_even_so(cafe: Cafe) -> None:
    assert (await cafe.shows(MIA)).queued
    for _ in range(2):
        cafe.later(seconds=20)
        await forgets(cafe, MIA)
        assert not (await cafe.shows(MIA)).queued
    cafe.later(seconds=21)
    await forgets(cafe, MIA)
    assert (await cafe.shows(MIA)).queued


async def test_absences_of_the_day_are_remembered(cafe: Cafe) -> None:
    for _ in range(3):
        shown = await cafe.shows(MIA)
        assert shown.queued
        await cafe.database.write(lambda tx, one=shown: tx.scans.settle(one.scan_id, ScanState.ABSENT))
        cafe.later(minutes=2)
    await forgets(cafe, MIA)
    assert not (await cafe.shows(MIA)).queued
    cafe.later(hours=24)
    assert (await cafe.shows(MIA)).queued


def _mia(tx: Transaction) -> CustomerId:
    customer = tx.people.find_customer(MIA.telegram_id)
    assert customer is not None
    return customer.id


async def test_frozen_stays_frozen_and_a_manager_can_end_it(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    cafe.later(hours=1)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.freeze_card(MIA, OperationId(cafe.number("SELECT MAX(id) FROM operations")))
    await forgets(cafe, MIA)
    await cafe.join(MIA)
    assert (await cafe.card(MIA)).frozen
    await cafe.thaw_card(ANNA, FreezeId(1))
    assert not (await cafe.card(MIA)).frozen


async def test_an_old_card_is_carried_over_once_even_so(cafe: Cafe) -> None:
    today = cafe.clock.now().date()
    await cafe.change_rules(ANNA, old_cards_until=today + timedelta(days=3))
    visit = await cafe.serves(MIA)
    await cafe.carry_old_card(BEN, visit, stamps=3)
    await forgets(cafe, MIA)
    again = await cafe.serves(MIA)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, again, stamps=3)


async def test_after_a_year_nothing_is_remembered(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await forgets(cafe, MIA)
    cafe.later(days=366)
    await cafe.prune()
    assert cafe.rows("SELECT * FROM forgotten") == []
    await cafe.join(MIA)
    assert await cafe.database.read(lambda tx: tx.people.find_carried(_mia(tx))) is None


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


async def test_the_list_for_restores_gets_everybody_once_whatever_crashed(cafe: Cafe) -> None:
    folder = cafe.folder
    keeper = ErasureKeeper(cafe.database, folder)
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    assert [await keeper.keep_list(), await keeper.keep_list()] == [1, 0]
    await cafe.join(LEO)
    await forgets(cafe, LEO)
    assert await ErasureKeeper(cafe.database, folder).keep_list() == 1, "a new process"
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    listed = [one.identity_hash for one in erasures.read(folder / erasures.FILE_NAME)]
    assert listed == [hash_identity("telegram", str(who.telegram_id), key=key) for who in (MIA, LEO)]


async def test_an_erasure_after_a_line_that_a_dying_machine_cut_off_stands_on_the_list(cafe: Cafe) -> None:
    file = cafe.folder / erasures.FILE_NAME
    file.write_bytes(b'\xff\xfe\n{"hash": "abc", "at"')
    await cafe.join(MIA)
    await forgets(cafe, MIA)
    assert await ErasureKeeper(cafe.database, file.parent).keep_list() == 1
    assert len(erasures.read(file)) == 1
    assert await ErasureKeeper(cafe.database, file.parent).keep_list() == 0, "a new process reads it too"


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
