"""Undo: what a visit wrote is taken back to the last stamp, in time and in the right order.

Not here: undoing a handover.
"""

import asyncio

import pytest

from loyalty.limits import Reason
from loyalty.receipts import VisitUndone
from loyalty.refusals import AlreadyDrunk, LaterVisitFirst, NotStaff, OfferOver, UndoTooLate, VisitOver
from loyalty.visits import VisitState
from tests.counter import BEN, CARA, LEO, MIA, Cafe
from tests.refusing import refused


async def test_undo_gives_the_stamps_back_and_tells_the_customer(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 2)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    result = await cafe.undo_visit(CARA, visit)
    assert (result.fresh, result.facts.stamps, result.facts.undone_by) == (True, 0, "Cara")
    fact = result.facts.operations[-1].fact
    assert isinstance(fact, VisitUndone)
    assert (fact.removed, fact.stamps, fact.rewards, fact.by) == (3, 0, 0, "Cara")
    assert cafe.rows("SELECT kind, amount, reverses FROM ledger_entries ORDER BY id") == [
        ("earn", 2, None), ("earn", 1, None), ("reverse", -1, 2), ("reverse", -2, 1),
    ]  # fmt: skip


async def test_fifty_undos_at_once_take_back_once(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 3)
    visit = await cafe.stamps(MIA, 1)
    results = await asyncio.gather(*(cafe.undo_visit((BEN, CARA)[n % 2], visit) for n in range(50)))
    assert sum(result.fresh for result in results) == 1
    [told] = {result.facts.undone_by for result in results}
    assert told in ("Ben", "Cara")
    assert (await cafe.card(MIA)).stamps == 3


async def test_a_visit_can_be_undone_for_ten_minutes(cafe: Cafe) -> None:
    in_time, too_late = await cafe.stamps(MIA, 1), await cafe.stamps(LEO, 1)
    cafe.later(minutes=9, seconds=59)
    assert (await cafe.undo_visit(BEN, in_time)).fresh
    cafe.later(seconds=1)
    with refused(UndoTooLate(2)):
        await cafe.undo_visit(BEN, too_late)
    assert not (await cafe.undo_visit(BEN, in_time)).fresh, "a late repeat sees that it is undone"


async def test_the_reward_that_the_visit_filled_goes_with_it(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    visit = await cafe.stamps(MIA, 3)
    result = await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (5, [])
    assert cafe.rows("SELECT state FROM rewards") == [("cancelled",)]
    fact = result.facts.operations[-1].fact
    assert isinstance(fact, VisitUndone)
    assert (fact.removed, fact.stamps, fact.rewards) == (3, 5, 1)


async def test_a_visit_and_its_adds_that_filled_two_cards_are_taken_back_as_one(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    visit = await cafe.stamps(MIA, 6)
    await cafe.add_to_visit(BEN, visit, stamps=2, add=1)
    assert len((await cafe.card(MIA)).rewards) == 2
    await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (5, [])


async def test_the_card_that_is_filled_again_keeps_its_old_goal(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    cafe.changes_goal(9)
    visit = await cafe.stamps(MIA, 1)
    assert (await cafe.card(MIA)).goal == 9
    await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal) == (5, 6)


async def test_a_visit_whose_reward_is_drunk_is_not_undone(cafe: Cafe) -> None:
    filling = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    shown = await cafe.shows(MIA, reward_id=reward.id)
    visit = (await cafe.scans(BEN, shown)).visit.id
    await cafe.offers(BEN, visit, reward.id)
    with refused(AlreadyDrunk(1)):
        await cafe.undo_visit(BEN, filling)


async def test_after_the_handover_was_undone_the_visit_can_be_undone_too(cafe: Cafe) -> None:
    filling = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward.id))).visit.id
    await cafe.offers(BEN, visit, reward.id)
    await cafe.undo_handover(BEN, reward.id)
    await cafe.undo_visit(BEN, filling)
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (0, [])
    assert cafe.rows("SELECT state, replaces FROM rewards ORDER BY id") == [
        ("redeemed", None), ("cancelled", reward.id),
    ]  # fmt: skip


async def test_stamps_that_went_into_a_later_visits_reward_are_taken_back_after_that_visit(
    cafe: Cafe,
) -> None:
    earlier = await cafe.stamps(MIA, 5)
    later = await cafe.stamps(MIA, 1)
    with refused(LaterVisitFirst(1)):
        await cafe.undo_visit(BEN, earlier)
    await cafe.undo_visit(BEN, later)
    await cafe.undo_visit(BEN, earlier)
    assert (await cafe.card(MIA)).stamps == 0


async def test_no_undo_leaves_a_full_card_without_its_reward(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    filling = await cafe.stamps(MIA, 1)
    later = await cafe.stamps(MIA, 3)
    with refused(LaterVisitFirst(2)):
        await cafe.undo_visit(BEN, filling)
    await cafe.undo_visit(BEN, later)
    await cafe.undo_visit(BEN, filling)
    assert (await cafe.card(MIA)).stamps == 5


async def test_a_late_add_does_not_hide_the_visits_between(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    filling = await cafe.stamps(MIA, 1)
    await cafe.stamps(MIA, 5)
    await cafe.add_to_visit(BEN, filling, stamps=1, add=1)
    with refused(LaterVisitFirst(2)):
        await cafe.undo_visit(BEN, filling)
    assert len((await cafe.card(MIA)).rewards) == 2


async def test_a_handover_undone_in_the_visit_does_not_hide_the_visits_since(cafe: Cafe) -> None:
    earned = await cafe.fills(MIA)
    await cafe.stamps(MIA, 5)
    filling = await cafe.stamps(MIA, 1)
    await cafe.stamps(MIA, 5)
    await cafe.offers(BEN, filling, earned)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await cafe.undo_handover(BEN, earned)
    with refused(LaterVisitFirst(3)):
        await cafe.undo_visit(BEN, filling)


async def test_a_later_visit_that_gave_only_a_reward_is_not_in_the_way(cafe: Cafe) -> None:
    earned = await cafe.fills(MIA)
    await cafe.stamps(MIA, 5)
    cafe.changes_goal(3)
    visit = await cafe.stamps(MIA, 1)  # fills two cards of three
    await cafe.offers(BEN, await cafe.serves(MIA), earned)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 5


async def test_an_earlier_visit_is_undone_alone_when_its_stamps_are_still_on_the_card(cafe: Cafe) -> None:
    earlier = await cafe.stamps(MIA, 2)
    await cafe.stamps(MIA, 3)
    await cafe.undo_visit(BEN, earlier)
    assert (await cafe.card(MIA)).stamps == 3


@pytest.mark.parametrize("end", ["open", "declined", "expired"])
async def test_a_visit_that_gave_nothing_has_nothing_to_undo(cafe: Cafe, end: str) -> None:
    visit = await cafe.serves(MIA)
    if end == "declined":
        await cafe.decline_visit(BEN, visit)
    if end == "expired":
        cafe.later(minutes=10)
        await cafe.expire_due()
    with refused(VisitOver(VisitState(end))):
        await cafe.undo_visit(BEN, visit)


async def test_an_undone_visit_stays_undone(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await cafe.undo_visit(BEN, visit)
    seen = await cafe.confirm_visit(CARA, visit, stamps=1)
    assert (seen.fresh, seen.visit.state) == (False, VisitState.UNDONE)
    with refused(VisitOver(VisitState.UNDONE)):
        await cafe.add_to_visit(CARA, visit, stamps=1, add=1)
    assert (await cafe.card(MIA)).stamps == 0


async def test_undo_against_add_leaves_nothing_behind(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await asyncio.gather(
        cafe.add_to_visit(BEN, visit, stamps=1, add=1), cafe.undo_visit(CARA, visit), return_exceptions=True
    )
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_customer_undoes_nothing(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    with refused(NotStaff()):
        await cafe.undo_visit(MIA, visit)


async def test_a_question_about_a_reward_ends_when_the_visit_that_filled_it_is_undone(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    await cafe.offers(BEN, await cafe.serves(MIA), reward.id)
    await cafe.undo_visit(BEN, visit)
    assert cafe.rows("SELECT state FROM handover_offers") == [("lapsed",)]
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)


async def test_undoing_a_visit_leaves_a_reward_that_only_came_back_in_it(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.confirm_visit(BEN, visit, stamps=2, reason=Reason.SECOND_ROUND)
    await cafe.undo_handover(BEN, reward)
    await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, [held.replaces for held in card.rewards]) == (0, [reward])


async def test_a_late_add_can_be_undone_for_ten_minutes_of_its_own(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    cafe.later(minutes=12)
    await cafe.add_to_visit(BEN, visit, stamps=5, add=1)
    cafe.later(minutes=9)
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_goal_that_was_lowered_meanwhile_is_no_later_visit(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    cafe.changes_goal(3)
    visit = await cafe.stamps(MIA, 1)  # fills two cards of three
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 5
