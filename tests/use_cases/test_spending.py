"""Paying a part of a bill with points: asked by staff or wished before, never without the customer's tap.

Not here: what bills earn (test_bills.py).
"""

import asyncio

import pytest

from loyalty.ids import VisitId
from loyalty.limits import Answer, Limit, LimitsWanted, Reason
from loyalty.programs import Collects
from loyalty.receipts import PointsSpent
from loyalty.refusals import BillMissing, CardFrozen, LaterVisitFirst, NothingToSpend, OfferOver, VisitOver
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe
from tests.refusing import refused


@pytest.fixture
async def rich(cafe: Cafe) -> Cafe:
    """Mia has 100 points, in a cafe that gives five per cent and takes thirty."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS, usual_amounts=(350,))
    await _buys(cafe, "20")
    cafe.later(minutes=20)
    return cafe


async def test_the_customers_yes_pays_a_part_and_earns_nothing_on_it(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    asked = await rich.offer_spending(BEN, visit)
    assert (asked.points, asked.asked) == (90, True)
    assert (await rich.card(MIA)).points == 11500
    facts = await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (facts.offer.points, facts.amount) == (90, 300)
    assert (await rich.card(MIA)).points == 10000 - 9000 + (300 - 90) * 5
    fact = rich.last_fact()
    assert isinstance(fact, PointsSpent)
    assert (fact.bill.spent, fact.bill.earned) == (90, 1050)


async def test_fifty_yeses_pay_once(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await asyncio.gather(*(rich.offer_spending((BEN, CARA)[n % 2], visit) for n in range(10)))
    offer = rich.newest_spending()
    await asyncio.gather(*(rich.answer_spending(MIA, offer, agreed=True) for _ in range(50)))
    assert rich.number("SELECT COUNT(*) FROM operations WHERE kind = 'visit_spend'") == 1
    assert rich.number("SELECT COUNT(*) FROM spend_offers") == 1


async def test_a_no_leaves_the_points(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await rich.offer_spending(BEN, visit)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=False)
    assert (await rich.card(MIA)).points == 11500
    with refused(OfferOver()):
        await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)


async def test_nobody_else_can_say_yes(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await rich.offer_spending(BEN, visit)
    await rich.join(LEO)
    with refused(OfferOver()):
        await rich.answer_spending(LEO, rich.newest_spending(), agreed=True)
    with refused(OfferOver()):
        await rich.answer_spending(BEN, rich.newest_spending(), agreed=True)


async def test_a_wish_before_the_code_needs_no_question(rich: Cafe) -> None:
    shown = await rich.show_code(MIA, cause=None, spending=True)
    facts = await rich.types(BEN, shown.typed_code, bill="3,00")
    assert (facts.visit.spent, facts.points) == (90, 10000 - 9000 + 1050)
    assert len(facts.operations) == 1


async def test_a_wish_without_a_whole_point_is_refused(rich: Cafe) -> None:
    with refused(NothingToSpend()):
        await rich.show_code(LEO, cause=None, spending=True)


async def test_rules_that_changed_meanwhile_change_nothing_of_a_bill_that_is_booked(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await rich.change_rules(ANNA, earn_percent=2, minimum_bill=1000)
    await rich.offer_spending(BEN, visit)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == 10000 - 9000 + (300 - 90) * 5


async def test_nor_do_they_give_a_small_bill_points_that_it_had_not_earned(rich: Cafe) -> None:
    await rich.change_rules(ANNA, minimum_bill=1000)
    visit = await _buys(rich, "3,00")
    await rich.change_rules(ANNA, minimum_bill=0)
    await rich.offer_spending(BEN, visit)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == 10000 - 9000


async def test_a_bill_keeps_what_it_earned_when_the_owner_changes_the_per_cent_before_it_is_paid_with_points(
    rich: Cafe,
) -> None:
    """The yes to 100 points books a bill of last minute anew, by the rules that it was made under."""
    await rich.change_rules(ANNA, spend_percent=100)
    visit = await _buys(rich, "30")
    assert (await rich.card(MIA)).points == 10_000 + 15_000
    await rich.offer_spending(BEN, visit)
    await rich.change_rules(ANNA, earn_percent=1)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == (3_000 - 100) * 5


async def test_a_bill_that_reached_the_minimum_when_it_was_made_keeps_its_points(rich: Cafe) -> None:
    """The owner sets a minimum bill between the bill and the yes: nothing that it earned is gone."""
    await rich.change_rules(ANNA, spend_percent=100)
    visit = await _buys(rich, "30")
    await rich.offer_spending(BEN, visit)
    await rich.change_rules(ANNA, minimum_bill=20_000)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == (3_000 - 100) * 5


async def test_a_question_that_can_not_be_agreed_to_any_more_is_asked_anew(rich: Cafe) -> None:
    """The owner lowers the cap between the question and the yes: the old question stands in nobody's way."""
    await rich.change_rules(ANNA, spend_percent=100)
    visit = await _buys(rich, "1,00")
    await rich.offer_spending(BEN, visit)
    await rich.change_rules(ANNA, spend_percent=30)
    with refused(OfferOver()):
        await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.offer_spending(BEN, visit)).points == 30
    assert rich.rows("SELECT points, state FROM spend_offers ORDER BY id") == [(100, "lapsed"), (30, "asked")]
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == 10_000 - 3_000 + (100 - 30) * 5


async def test_a_yes_to_the_old_question_does_not_end_the_new_one(rich: Cafe) -> None:
    await rich.change_rules(ANNA, spend_percent=100)
    visit = await _buys(rich, "1,00")
    await rich.offer_spending(BEN, visit)
    old = rich.newest_spending()
    await rich.change_rules(ANNA, spend_percent=30)
    assert (await rich.offer_spending(CARA, visit)).points == 30  # nobody had answered yet
    with refused(OfferOver()):
        await rich.answer_spending(MIA, old, agreed=True)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    assert (await rich.card(MIA)).points == 10_000 - 3_000 + (100 - 30) * 5


async def test_a_question_that_can_be_agreed_to_stays_when_more_could_be_paid(rich: Cafe) -> None:
    visit = await _buys(rich, "1,00")
    await rich.offer_spending(BEN, visit)
    await rich.change_rules(ANNA, spend_percent=100)
    assert (await rich.offer_spending(BEN, visit)).points == 30
    assert rich.number("SELECT COUNT(*) FROM spend_offers") == 1


async def test_a_cafe_that_went_back_to_stamps_is_paid_with_no_points(rich: Cafe) -> None:
    visit = await _buys(rich, "1,00")
    await rich.offer_spending(BEN, visit)
    await rich.change_rules(ANNA, collects=Collects.STAMPS)
    assert (await ReadCounter(rich.database)(visit)).spendable == 0
    with refused(NothingToSpend()):
        await rich.offer_spending(BEN, visit)
    with refused(OfferOver()):
        await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    with refused(NothingToSpend()):
        await rich.show_code(MIA, cause=None, spending=True)
    assert rich.number("SELECT COUNT(*) FROM operations WHERE kind = 'visit_spend'") == 0
    assert (await rich.card(MIA)).points == 10_000 + 500


async def test_nor_by_a_wish_of_before_or_a_bill_that_waited_for_its_reason(rich: Cafe) -> None:
    await rich.change_rules(ANNA, single_limits=LimitsWanted(visits_a_day=Limit(2, Answer.ASK)))
    shown = await rich.show_code(MIA, cause=None, spending=True)
    visit = (await rich.types(BEN, shown.typed_code, bill="3,00")).visit
    assert (visit.booked, visit.amount) == (False, 300)
    await rich.change_rules(ANNA, collects=Collects.STAMPS)
    await rich.confirm_visit(BEN, visit.id, stamps=1, reason=Reason.FRIEND)
    assert ((await rich.card(MIA)).stamps, (await rich.card(MIA)).points) == (1, 10_000)
    assert rich.rows("SELECT amount, spent FROM visits WHERE id = ?", visit.id) == [(None, 0)]


async def test_what_a_bill_earns_does_not_pay_for_it(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    visit = await _buys(cafe, "20")
    with refused(NothingToSpend()):
        await cafe.offer_spending(BEN, visit)


async def test_points_pay_for_a_bill_and_for_nothing_else(rich: Cafe) -> None:
    with refused(BillMissing()):
        await rich.offer_spending(BEN, await rich.serves(MIA))


async def test_undo_gives_the_points_back_and_takes_what_was_earned(rich: Cafe) -> None:
    shown = await rich.show_code(MIA, cause=None, spending=True)
    visit = (await rich.types(BEN, shown.typed_code, bill="3,00")).visit.id
    await rich.undo_visit(BEN, visit)
    assert (await rich.card(MIA)).points == 10000


async def test_undo_after_an_answer_is_exact_too(rich: Cafe) -> None:
    visit = await _buys(rich, "3,33")
    await rich.offer_spending(BEN, visit)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    await rich.undo_visit(CARA, visit)
    assert (await rich.card(MIA)).points == 10000


async def test_a_bill_whose_points_were_spent_is_not_undone_before_the_later_one(rich: Cafe) -> None:
    await rich.change_rules(ANNA, spend_percent=100)
    first = await _buys(rich, "20")
    second = await _buys(rich, "2,00")
    await rich.offer_spending(BEN, second)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    with refused(LaterVisitFirst(2)):
        await rich.undo_visit(BEN, first)
    await rich.undo_visit(BEN, second)
    await rich.undo_visit(BEN, first)
    assert (await rich.card(MIA)).points == 10000


async def test_a_frozen_card_pays_nothing(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await rich.offer_spending(BEN, visit)
    await rich.answer_spending(MIA, rich.newest_spending(), agreed=True)
    await rich.freeze_card(MIA, rich.last_operation())
    rich.later(minutes=20)
    later = await _buys(rich, "3,00")
    with refused(CardFrozen()):
        await rich.offer_spending(BEN, later)


async def test_the_question_ends_with_its_time(rich: Cafe) -> None:
    visit = await _buys(rich, "3,00")
    await rich.offer_spending(BEN, visit)
    rich.later(minutes=16)
    await rich.expire_due()
    assert rich.rows("SELECT state FROM spend_offers") == [("lapsed",)]
    with refused(VisitOver(VisitState.CONFIRMED)):
        await rich.offer_spending(BEN, visit)


async def test_staff_alone_may_take_them_where_the_owner_says_so(rich: Cafe) -> None:
    await rich.change_rules(ANNA, staff_alone=True)
    visit = await _buys(rich, "3,00")
    assert not (await rich.offer_spending(BEN, visit)).asked
    assert (await rich.card(MIA)).points == 10000 - 9000 + 1050


async def _buys(cafe: Cafe, bill: str) -> VisitId:
    shown = await cafe.shows(MIA)
    visit = await cafe.types(BEN, shown.typed_code, bill=bill)
    return visit.visit.id
