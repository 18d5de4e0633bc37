"""A reward that was handed over comes back within ten minutes, once, and what becomes of its visit.

Not here: handing over (test_handovers.py).
"""

import asyncio

from loyalty.ids import MessageId, OperationId, RewardId, VisitId
from loyalty.people import Cause
from loyalty.refusals import (
    RewardGone,
    UndoTooLate,
    VisitOver,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.handing_over import handed_over, reward_states


async def test_undoing_a_handover_gives_a_new_reward_that_names_the_old(cafe: Cafe) -> None:
    visit, reward = await handed_over(cafe)
    result = await cafe.undo_handover(CARA, reward)
    [again] = (await cafe.card(MIA)).rewards
    assert (again.replaces, again.cost, again.issued_visit_id) == (reward, 6, VisitId(1))
    assert list(result.facts.handed_over) == [], "nothing is left to undo on the staff card"
    assert reward_states(cafe) == ["redeemed", "issued"]
    assert (await cafe.offers(BEN, visit, again.id)).asked, "it can be had again"
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    assert reward_states(cafe) == ["redeemed", "redeemed"]


async def test_fifty_undos_of_a_handover_give_one_reward_back(cafe: Cafe) -> None:
    _, reward = await handed_over(cafe)
    results = await asyncio.gather(*(cafe.undo_handover(BEN, reward) for _ in range(50)))
    assert sum(result.fresh for result in results) == 1
    assert len((await cafe.card(MIA)).rewards) == 1


async def test_a_handover_can_be_undone_for_ten_minutes(cafe: Cafe) -> None:
    _, reward = await handed_over(cafe)
    cafe.later(minutes=10)
    with refused(UndoTooLate(2)):
        await cafe.undo_handover(BEN, reward)


async def test_what_was_not_handed_over_has_no_undo(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    for wrong in (reward, RewardId(99)):
        with refused(RewardGone()):
            await cafe.undo_handover(BEN, wrong)


async def test_an_old_button_for_a_picked_reward_whose_handover_was_undone_finds_it_gone(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.undo_handover(BEN, reward)
    with refused(RewardGone()):
        await cafe.offers(BEN, visit, reward)


async def test_a_visit_in_which_something_was_handed_over_is_not_declined(cafe: Cafe) -> None:
    visit, reward = await handed_over(cafe)
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.decline_visit(BEN, visit)
    await cafe.undo_handover(BEN, reward)
    assert (await cafe.decline_visit(BEN, visit)).fresh, "now nothing took place"


async def test_a_visit_emptied_by_undoing_its_handover_did_not_take_place(cafe: Cafe) -> None:
    reward, other = await cafe.fills(MIA), await cafe.fills(MIA)
    visit = await cafe.serves(MIA)
    await cafe.offers(BEN, visit, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit, other)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    cafe.later(minutes=1)
    await cafe.expire_due()
    await cafe.undo_last(BEN, cause=Cause(private(BEN), MessageId(1)))
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit) == [("confirmed",)], "one is left in it"
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"reward:{reward}"))
    await cafe.take_back(ANNA, number, "not drunk", chat_id=private(ANNA), cause=None)
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit) == [("undone",)]
    assert cafe.number("SELECT visits FROM customers") == 2
    facts = await ReadCounter(cafe.database)(visit)
    assert (facts.visit.stamps, facts.undone_by) == (0, "Anna")
    with refused(VisitOver(VisitState.UNDONE)):
        await cafe.offers(BEN, visit, facts.rewards[0].id)
