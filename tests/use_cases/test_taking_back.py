"""The late undo of a manager: what can go goes, what was drunk stays drunk and is written off.

Not here: the arithmetic alone (tests/loyalty/test_taking_back.py) and the ten-minute undo.
"""

import asyncio

import pytest

from loyalty.ids import MessageId, OperationId, RewardId, VisitId
from loyalty.ledger import OperationKind
from loyalty.limits import Reason
from loyalty.people import Cause
from loyalty.receipts import HandoverUndone, VisitTakenBack
from loyalty.refusals import (
    AlreadyDrunk,
    CardFrozen,
    LaterVisitFirst,
    NothingToTakeBack,
    NotManager,
    OfferOver,
    OwnCard,
    ReasonMissing,
    RewardGone,
    RewardWrittenOff,
    UndoTooLate,
    UnknownReceipt,
)
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.corrections.record import Correction, ReadCorrection
from loyalty.use_cases.house.screens import ReadCode
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private, secret_of
from tests.refusing import refused

REFUND = "the cup was refunded"


def receipt_of(cafe: Cafe, op_key: str) -> OperationId:
    return OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", op_key))


async def taken_back(cafe: Cafe, op_key: str, *, message: int = 900) -> Correction:
    cause = Cause(private(ANNA), MessageId(message))
    number = receipt_of(cafe, op_key)
    return await cafe.take_back(ANNA, number, REFUND, chat_id=private(ANNA), cause=cause)


def fact_of(done: Correction) -> VisitTakenBack:
    assert isinstance(done.operation.fact, VisitTakenBack)
    return done.operation.fact


async def drinks(cafe: Cafe, reward: RewardId) -> VisitId:
    """Mia comes again and has her coffee."""
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    return visit


def kinds(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows(
        """SELECT e.kind, e.amount FROM ledger_entries e JOIN operations o ON o.id = e.operation_id
           WHERE o.kind = 'late_undo' ORDER BY e.id"""
    )


async def test_days_later_a_manager_takes_a_visit_back_with_all_its_adds(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 2)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    cafe.later(days=3)
    done = await taken_back(cafe, f"visit:{visit}:add:1")
    fact = fact_of(done)
    assert done.fresh
    assert (fact.removed, fact.written_off, fact.stamps, fact.rewards, fact.by) == (3, 0, 0, 0, "Anna")
    assert cafe.rows("SELECT state, undone_by FROM visits") == [("undone", 1)]
    assert cafe.number("SELECT visits FROM customers") == 0
    assert cafe.rows("SELECT reason FROM operation_reasons") == [(REFUND,)]


async def test_a_reward_that_it_filled_and_that_is_unspent_goes_with_it(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    visit = await cafe.stamps(MIA, 2)
    cafe.later(days=1)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards), fact.rewards, fact.written_off) == (5, [], 1, 0)
    assert kinds(cafe) == [("reverse", 6), ("reverse", -2)]


async def test_a_refund_after_the_coffee_was_drunk_is_written_off(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    await drinks(cafe, reward)
    with refused(AlreadyDrunk(1)):
        await cafe.undo_visit(BEN, VisitId(1))
    fact = fact_of(await taken_back(cafe, "visit:1"))
    assert (fact.removed, fact.written_off, fact.stamps, fact.rewards) == (6, 6, 0, 0)
    assert kinds(cafe) == [("reverse", -6), ("write_off", 6)]
    assert cafe.rows("SELECT state FROM rewards") == [("redeemed",)], "what was drunk stays drunk"


async def test_what_lies_on_the_card_goes_first_and_only_the_rest_is_written_off(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = await drinks(cafe, reward)
    await cafe.confirm_visit(BEN, visit, stamps=2, reason=Reason.SECOND_ROUND)
    fact = fact_of(await taken_back(cafe, "visit:1"))
    assert (fact.removed, fact.written_off, fact.stamps) == (6, 4, 0)


async def test_no_more_rewards_go_than_are_needed(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    visit = await cafe.stamps(MIA, 1)
    await cafe.stamps(MIA, 3)
    with refused(LaterVisitFirst(2)):
        await cafe.undo_visit(BEN, visit)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards), fact.rewards) == (2, 1, 0), "never full without its reward"


async def test_one_of_two_rewards_was_drunk(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 4)
    visit = await cafe.stamps(MIA, 8)
    first, _ = (await cafe.card(MIA)).rewards
    await drinks(cafe, first.id)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    assert (fact.removed, fact.written_off, fact.rewards) == (8, 2, 1)
    assert cafe.rows("SELECT state FROM rewards ORDER BY id") == [("redeemed",), ("cancelled",)]


async def test_an_untouched_coffee_that_a_later_visit_filled_becomes_stamps_again(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    later = await cafe.stamps(MIA, 2)
    cafe.later(days=1)
    done = await taken_back(cafe, f"visit:{visit}")
    fact, card = fact_of(done), await cafe.card(MIA)
    assert (fact.removed, fact.written_off, fact.stamps, fact.rewards) == (5, 0, 2, 1)
    assert (card.stamps, list(card.rewards)) == (2, [])
    assert kinds(cafe) == [("reverse", 6), ("reverse", -5)]
    reversed_of = "SELECT r.visit_id, r.kind FROM ledger_entries e JOIN ledger_entries r ON r.id = e.reverses"
    assert cafe.rows(f"{reversed_of} WHERE e.operation_id = ? ORDER BY e.id", done.operation.id) == [
        (later, "redeem"),
        (visit, "earn"),
    ]
    assert fact_of(await taken_back(cafe, f"visit:{later}", message=901)).written_off == 0
    assert (await cafe.card(MIA)).stamps == 0


async def test_the_code_of_the_visit_that_filled_it_says_no_more_that_a_coffee_is_there(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    shown = await cafe.shows(MIA)
    await cafe.keep_code_screens(shown.scan_id, private(MIA), text=MessageId(7), picture=None)
    later = (await cafe.scans(BEN, shown)).visit.id
    await cafe.confirm_visit(BEN, later, stamps=1, reason=Reason.SECOND_ROUND)
    await cafe.delivers_all()
    read = ReadCode(cafe.database)
    assert (await read(shown.scan_id)).filled == 1
    await taken_back(cafe, f"visit:{visit}")
    facts = await read(shown.scan_id)
    assert (facts.filled, facts.stamps) == (0, 1)
    redrawn = """SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id
                 WHERE d.state = 'pending' AND s.kind = 'code' AND s.subject_id = ?"""
    assert cafe.number(redrawn, shown.scan_id) == 1


async def test_what_a_visit_filled_itself_goes_first_so_that_later_visits_can_be_undone(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 6)
    later = await cafe.stamps(MIA, 6)
    first, second = (await cafe.card(MIA)).rewards
    await taken_back(cafe, f"visit:{visit}")
    assert [held.id for held in (await cafe.card(MIA)).rewards] == [second.id]
    await cafe.undo_visit(BEN, later)
    assert cafe.rows("SELECT state FROM rewards") == [("cancelled",), ("cancelled",)]
    assert (await cafe.card(MIA)).stamps == 0
    assert first.id != second.id


async def test_a_visit_whose_coffee_became_stamps_again_is_still_undone_in_time(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    later = await cafe.stamps(MIA, 2)
    await taken_back(cafe, f"visit:{visit}")
    await cafe.undo_visit(BEN, later)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_coffee_that_was_there_before_the_visit_is_left_alone(cafe: Cafe) -> None:
    before = await cafe.fills(MIA)
    visit = await cafe.stamps(MIA, 6)
    [_, filled] = (await cafe.card(MIA)).rewards
    await drinks(cafe, filled.id)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    assert (fact.written_off, fact.rewards) == (6, 0)
    assert [held.id for held in (await cafe.card(MIA)).rewards] == [before]


async def test_of_two_later_coffees_the_drunk_one_stays_and_the_untouched_one_goes(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    await cafe.stamps(MIA, 1)
    [drunk] = (await cafe.card(MIA)).rewards
    await drinks(cafe, drunk.id)
    await cafe.stamps(MIA, 6)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    assert (fact.removed, fact.written_off, fact.stamps, fact.rewards) == (5, 0, 1, 1)
    assert cafe.rows("SELECT state FROM rewards ORDER BY id") == [("redeemed",), ("cancelled",)]


async def test_a_coffee_filled_later_and_drunk_is_written_off(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    await cafe.stamps(MIA, 1)
    [reward] = (await cafe.card(MIA)).rewards
    await drinks(cafe, reward.id)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    assert (fact.removed, fact.written_off, fact.stamps, fact.rewards) == (5, 5, 0, 0)


async def test_a_coffee_that_was_given_back_and_one_that_an_adjustment_filled_are_untouched_too(
    cafe: Cafe,
) -> None:
    visit = await cafe.stamps(MIA, 5)
    receipt = OfReceipt(receipt_of(cafe, f"visit:{visit}"))
    await cafe.adjust_card(
        ANNA, receipt, 1, "the till was down", chat_id=private(ANNA), cause=Cause(private(ANNA), MessageId(1))
    )
    [reward] = (await cafe.card(MIA)).rewards
    await drinks(cafe, reward.id)
    await cafe.undo_handover(BEN, reward.id)
    fact = fact_of(await taken_back(cafe, f"visit:{visit}"))
    assert (fact.written_off, fact.stamps, fact.rewards) == (0, 1, 1)
    assert cafe.rows("SELECT state FROM rewards ORDER BY id") == [("redeemed",), ("cancelled",)]


async def test_who_picked_the_coffee_or_is_asked_about_it_meets_its_end(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    await cafe.stamps(MIA, 1)
    [reward] = (await cafe.card(MIA)).rewards
    third = await cafe.serves(MIA)
    await cafe.offers(BEN, third, reward.id)
    offer = cafe.newest_offer()
    await cafe.delivers_all()
    shown = await cafe.shows(MIA, reward_id=reward.id)
    await taken_back(cafe, f"visit:{visit}")
    assert cafe.rows("SELECT state FROM handover_offers") == [("lapsed",)]
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, offer, agreed=True)
    redrawn = {
        kind
        for (kind,) in cafe.rows(
            "SELECT s.kind FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE d.state = 'pending'"
        )
    }
    assert {"offer", "queue", "staff_card"} <= redrawn
    fourth = (await cafe.scans(BEN, shown)).visit.id
    with refused(RewardGone()):
        await cafe.offers(BEN, fourth, reward.id)
    assert (await cafe.card(MIA)).stamps == 1


async def test_two_managers_at_once_take_back_both_visits_of_one_coffee(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 4)
    later = await cafe.stamps(MIA, 3)
    results = await asyncio.gather(
        *(taken_back(cafe, f"visit:{one}", message=n) for n, one in enumerate([visit, later] * 10))
    )
    assert sum(done.fresh for done in results) == 2
    assert sum(fact_of(done).written_off for done in results) == 0
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (0, [])


@pytest.mark.parametrize("late", [True, False])
async def test_what_was_written_off_does_not_come_back_as_a_coffee(cafe: Cafe, late: bool) -> None:
    reward = await cafe.fills(MIA)
    await drinks(cafe, reward)
    await taken_back(cafe, "visit:1")
    with refused(RewardWrittenOff(receipt_of(cafe, f"reward:{reward}"))):
        await (taken_back(cafe, f"reward:{reward}") if late else cafe.undo_handover(BEN, reward))
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (0, [])


async def test_the_coffee_first_and_the_visit_after_it_writes_nothing_off(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    await drinks(cafe, reward)
    await taken_back(cafe, f"reward:{reward}")
    fact = fact_of(await taken_back(cafe, "visit:1", message=901))
    assert (fact.written_off, fact.rewards) == (0, 1)


async def test_a_coffee_whose_stamps_other_visits_paid_for_still_comes_back(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    visit = await cafe.stamps(MIA, 1)
    [reward] = (await cafe.card(MIA)).rewards
    await cafe.stamps(MIA, 3)
    await drinks(cafe, reward.id)
    assert fact_of(await taken_back(cafe, f"visit:{visit}")).written_off == 0
    await cafe.undo_handover(BEN, reward.id)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (2, 1)


async def test_the_customer_is_told_and_every_owner_sees_who_and_why(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.make_owner_link()))
    visit = await cafe.stamps(MIA, 1)
    done = await taken_back(cafe, f"visit:{visit}")
    shown = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'correction' ORDER BY chat_id")
    assert shown == [(ANNA.telegram_id,), (LEO.telegram_id,)]
    facts = await ReadCorrection(cafe.database)(done.operation.id)
    assert (facts.customer_name, facts.reason) == ("Mia", REFUND)
    receipts = "SELECT COUNT(*) FROM deliveries WHERE operation_id = ? AND chat_id = ?"
    assert cafe.number(receipts, done.operation.id, MIA.telegram_id) == 1


async def test_fifty_late_undos_take_back_once_and_a_replay_shows_the_same(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 3)
    results = await asyncio.gather(*(taken_back(cafe, f"visit:{visit}", message=n % 5) for n in range(50)))
    assert sum(done.fresh for done in results) == 1
    assert len({done.operation.id for done in results}) == 1
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'correction'") == 5, "one a message"
    assert (await cafe.card(MIA)).stamps == 0


async def test_late_undo_against_the_ordinary_one_has_one_winner(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await asyncio.gather(cafe.undo_visit(BEN, visit), taken_back(cafe, f"visit:{visit}"))
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE op_key = ?", f"visit:{visit}:undo") == 1
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_handover_is_given_back_whenever_it_was(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    await drinks(cafe, reward)
    cafe.later(minutes=11)
    with refused(UndoTooLate(2)):
        await cafe.undo_handover(BEN, reward)
    done = await taken_back(cafe, f"reward:{reward}")
    assert isinstance(done.operation.fact, HandoverUndone)
    assert done.operation.kind is OperationKind.REDEMPTION_UNDO
    assert [held.replaces for held in (await cafe.card(MIA)).rewards] == [reward]
    assert not (await taken_back(cafe, f"reward:{reward}", message=901)).fresh
    assert len((await cafe.card(MIA)).rewards) == 1


async def test_only_managers_take_back(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    for person in (BEN, CARA, MIA):
        with refused(NotManager()):
            await cafe.take_back(person, OperationId(1), REFUND, chat_id=private(person), cause=None)
    assert (await cafe.card(MIA)).stamps == 1


async def test_nobody_takes_back_for_themselves_and_who_tried_is_remembered(cafe: Cafe) -> None:
    await cafe.stamps(ANNA, 1)
    with refused(OwnCard()):
        await taken_back(cafe, "visit:1")
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCard",)]


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
async def test_there_is_no_correction_without_a_reason(cafe: Cafe, reason: str) -> None:
    await cafe.stamps(MIA, 1)
    with refused(ReasonMissing()):
        await cafe.take_back(ANNA, OperationId(1), reason, chat_id=private(ANNA), cause=None)
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_receipt_that_nobody_has_or_that_gave_nothing_is_not_taken_back(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await cafe.undo_visit(BEN, visit)
    with refused(UnknownReceipt(99)):
        await cafe.take_back(ANNA, OperationId(99), REFUND, chat_id=private(ANNA), cause=None)
    with refused(NothingToTakeBack(2)):
        await cafe.take_back(ANNA, OperationId(2), REFUND, chat_id=private(ANNA), cause=None)
    assert not (await taken_back(cafe, f"visit:{visit}")).fresh, "it shows the undo of then"


async def test_nothing_is_taken_from_a_frozen_card(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    await drinks(cafe, reward)
    await cafe.freeze_card(MIA, receipt_of(cafe, f"reward:{reward}"))
    with refused(CardFrozen()):
        await taken_back(cafe, "visit:1")
    assert (await taken_back(cafe, f"reward:{reward}")).fresh, "what is given back may come"
