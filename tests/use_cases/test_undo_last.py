"""Undo last: the newest of one's own, once for each press.

Not here: what an undo takes back (test_undoing.py, test_handovers.py).
"""

import pytest

from loyalty.ids import MessageId
from loyalty.people import Cause
from loyalty.refusals import AlreadyDrunk, NobodyOnShift, NothingToUndo, NotStaff, Refused
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
