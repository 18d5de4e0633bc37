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
    OwnCard,
    ReasonMissing,
    RewardWrittenOff,
    UndoTooLate,
    UnknownReceipt,
)
from loyalty.use_cases.corrections import Correction, ReadCorrection
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
