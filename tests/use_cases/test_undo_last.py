"""Undo last: the newest of one's own, once for each press.

Not here: what an undo takes back (test_undoing.py, test_handovers.py).
"""

import pytest

from loyalty.ids import MessageId, OperationId
from loyalty.people import Cause
from loyalty.refusals import (
    AlreadyDrunk,
    CustomerForgotten,
    NobodyOnShift,
    NotByUndo,
    NothingToUndo,
    NotStaff,
    Refused,
)
from loyalty.use_cases.corrections.adjusting import OfReceipt
from loyalty.use_cases.customers.forgetting import ForgetPerson
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused


def press(number: int, person=BEN) -> Cause:  # type: ignore[no-untyped-def]
    return Cause(private(person), MessageId(number))


async def test_the_newest_of_ones_own_is_taken_back_and_named(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1, by=BEN)
    await cafe.stamps(LEO, 2, by=BEN)
    await cafe.stamps(ANNA, 3, by=CARA)
    done = await cafe.undo_last(BEN, cause=press(1))
    assert (done.facts.customer_name, done.stamps, done.facts.stamps) == ("Leo", 2, 0)
    done = await cafe.undo_last(BEN, cause=press(2))
    assert (done.facts.customer_name, done.stamps) == ("Mia", 1)
    with refused(NothingToUndo()):
        await cafe.undo_last(BEN, cause=press(3))
    assert (await cafe.card(ANNA)).stamps == 3


async def test_one_press_undoes_once_however_often_it_is_handled(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1, by=BEN)
    await cafe.stamps(LEO, 1, by=BEN)
    first, again = [await cafe.undo_last(BEN, cause=press(1)) for _ in range(2)]
    assert first == again
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_handing_over_is_given_back_and_only_then_the_visit_before_it(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=16)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.offers(BEN, visit, reward)
    done, again = [await cafe.undo_last(BEN, cause=press(1)) for _ in range(2)]
    assert done.item is not None
    assert done == again
    assert len((await cafe.card(MIA)).rewards) == 1
    done = await cafe.undo_last(BEN, cause=press(2))
    assert (done.item, done.stamps) == (None, 1)


async def test_an_older_purchase_is_not_undone_instead_of_one_that_cannot_be(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, reward_at_once=True)
    await cafe.stamps(LEO, 1, by=BEN)
    visit = await cafe.stamps(MIA, 6, by=BEN)
    [reward] = (await cafe.card(MIA)).rewards
    offered = await cafe.offers(CARA, visit, reward.id)
    assert offered.asked
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    with pytest.raises(Refused) as caught:
        await cafe.undo_last(BEN, cause=press(1))
    assert isinstance(caught.value.refusal, AlreadyDrunk)
    assert (await cafe.card(LEO)).stamps == 1


async def test_after_ten_minutes_there_is_nothing_to_undo(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1, by=BEN)
    cafe.later(minutes=10)
    with refused(NothingToUndo()):
        await cafe.undo_last(BEN, cause=press(1))


async def test_at_a_till_it_is_the_newest_of_whoever_is_on_shift(cafe: Cafe) -> None:
    await cafe.opens_till()
    with refused(NobodyOnShift()):
        await cafe.undo_last(TILL, cause=press(1, TILL))
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    await cafe.stamps(MIA, 1, by=TILL)
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    await cafe.stamps(LEO, 1, by=TILL)
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    done = await cafe.undo_last(TILL, cause=press(2, TILL))
    assert done.facts.customer_name == "Mia"
    with refused(NotStaff()):
        await cafe.undo_last(MIA, cause=press(3, MIA))


async def test_after_an_old_card_no_other_customer_loses_a_stamp(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, old_cards_until=cafe.clock.now().date())
    await cafe.stamps(LEO, 1, by=BEN)
    visit = await cafe.serves(MIA, by=BEN)
    await cafe.carry_old_card(BEN, visit, stamps=5)
    with refused(NotByUndo(2)):
        await cafe.undo_last(BEN, cause=press(1))
    assert (await cafe.card(LEO)).stamps == 1


async def test_after_an_adjustment_no_other_customer_loses_a_stamp(cafe: Cafe) -> None:
    await cafe.stamps(LEO, 1, by=ANNA)
    await cafe.stamps(MIA, 1, by=BEN)
    receipt, chat = OfReceipt(OperationId(2)), private(ANNA)
    await cafe.adjust_card(ANNA, receipt, 3, "why", chat_id=chat, cause=press(1, ANNA))
    with refused(NotByUndo(3)):
        await cafe.undo_last(ANNA, cause=press(2, ANNA))
    assert (await cafe.card(LEO)).stamps == 1


async def test_after_somebody_was_forgotten_no_other_customer_loses_a_stamp(cafe: Cafe) -> None:
    await cafe.stamps(LEO, 1, by=BEN)
    await cafe.stamps(MIA, 1, by=BEN)
    await ForgetPerson(cafe.database)(MIA)
    with refused(CustomerForgotten()):
        await cafe.undo_last(BEN, cause=press(1))
    assert (await cafe.card(LEO)).stamps == 1


async def test_a_colleagues_late_add_does_not_make_an_older_visit_the_last_one(cafe: Cafe) -> None:
    visit = await cafe.stamps(LEO, 1, by=BEN)
    cafe.later(minutes=2)
    await cafe.stamps(MIA, 1, by=BEN)
    cafe.later(minutes=10)
    await cafe.add_to_visit(CARA, visit, stamps=1, add=1)
    with refused(NothingToUndo()):
        await cafe.undo_last(BEN, cause=press(1))
    assert (await cafe.card(LEO)).stamps == 2


async def test_ones_own_undo_of_a_colleagues_stamp_is_passed_over(cafe: Cafe) -> None:
    await cafe.stamps(LEO, 1, by=BEN)
    await cafe.undo_visit(BEN, await cafe.stamps(MIA, 1, by=CARA))
    assert (await cafe.undo_last(BEN, cause=press(1))).facts.customer_name == "Leo"
