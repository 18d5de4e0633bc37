"""Bills at the counter: typed or tapped, they earn points, once, beside stamps or alone.

Not here: paying with points (test_spending.py) and the arithmetic (tests/loyalty/test_points.py).
"""

import asyncio

import pytest

from loyalty.ids import ApprovalId, OperationId, VisitId
from loyalty.limits import Reason
from loyalty.programs import Collects
from loyalty.receipts import VisitBooked, VisitTakenBack, VisitUndone
from loyalty.refusals import (
    AmountUnreadable,
    ApprovalOver,
    BillEntered,
    NoBills,
    NoStamps,
    OwnCode,
    ReasonNeeded,
    SaleCodeOver,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.verdicts import Need
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private
from tests.refusing import refused

USUAL = (250, 350, 480)


@pytest.fixture
async def both(cafe: Cafe) -> Cafe:
    """A cafe that gives a stamp and five per cent in points."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=USUAL)
    return cafe


@pytest.fixture
async def pointed(cafe: Cafe) -> Cafe:
    """A cafe that gives points alone."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS, usual_amounts=USUAL)
    return cafe


async def test_an_amount_typed_once_gives_the_stamp_and_the_points(both: Cafe) -> None:
    facts = await both.types(BEN, (await both.shows(MIA)).typed_code, bill="3,50")
    assert (facts.stamps, facts.points, facts.visit.amount) == (1, 1750, 350)
    [operation] = facts.operations
    assert isinstance(operation.fact, VisitBooked)
    assert operation.fact.bill is not None
    assert (operation.fact.added, operation.fact.bill.earned, operation.fact.bill.points) == (1, 1750, 1750)


async def test_stamps_and_bill_can_be_typed_together(both: Cafe) -> None:
    facts = await both.types(BEN, (await both.shows(MIA)).typed_code, stamps=2, bill="7")
    assert (facts.stamps, facts.points) == (2, 3500)


async def test_a_usual_amount_in_one_tap_gives_both(both: Cafe) -> None:
    visit = await both.serves(MIA)
    stamped = await both.confirm_visit(BEN, visit, stamps=1, bill=1)
    assert stamped.bill is not None
    assert (stamped.stamps, stamped.bill.amount, stamped.bill.earned) == (1, 350, 1750)


async def test_a_button_means_what_it_said_when_its_card_was_opened(both: Cafe) -> None:
    visit = await both.serves(MIA)
    await both.change_rules(ANNA, usual_amounts=(100, 200))
    stamped = await both.confirm_visit(BEN, visit, stamps=1, bill=2)
    assert stamped.bill is not None
    assert stamped.bill.amount == 480


async def test_a_button_of_another_currency_enters_no_bill_a_hundred_times_as_large(pointed: Cafe) -> None:
    """Opened with a button of 3.50 euros; the owner chooses yen while nobody holds points: no 350 yen."""
    visit = await pointed.serves(MIA)
    await pointed.change_rules(ANNA, currency="JPY")
    with refused(AmountUnreadable()):
        await pointed.confirm_visit(BEN, visit, stamps=0, bill=1)
    assert pointed.rows("SELECT amount FROM visits WHERE id = ?", visit) == [(None,)]
    assert (await ReadCounter(pointed.database)(visit)).usual_amounts == ()


async def test_a_bill_typed_for_a_card_of_the_old_currency_is_one_of_the_new(pointed: Cafe) -> None:
    shown = await pointed.shows(MIA)
    visit = (await pointed.scans(BEN, shown)).visit.id
    await pointed.change_rules(ANNA, currency="JPY")
    await pointed.types(BEN, shown.typed_code, bill="350")
    fact = (await pointed.undo_visit(BEN, visit)).facts.operations[-1].fact
    assert isinstance(fact, VisitUndone)
    assert fact.bill is not None
    assert (fact.bill.amount, fact.bill.currency) == (350, "JPY")


async def test_a_bill_that_waits_is_none_in_another_currency(both: Cafe) -> None:
    """For its reason, for a manager, or in a sale code."""
    await both.change_rules(ANNA, minimum_bill=10_000)
    for _ in range(3):
        await _buys(both)
        both.later(minutes=20)
    waits = (await both.types(BEN, (await both.shows(MIA)).typed_code, bill="3,50")).visit
    asked = (await both.types(BEN, (await both.shows(LEO)).typed_code, bill="90")).visit
    sold = await both.sells(BEN, bill="3,50")
    assert (waits.amount, asked.amount) == (350, 9000)
    await both.change_rules(ANNA, currency="JPY", minimum_bill=0)
    stamped = await both.confirm_visit(BEN, waits.id, stamps=1, reason=Reason.FRIEND)
    assert (stamped.bill, stamped.stamps) == (None, 4)
    approval = ApprovalId(both.number("SELECT MAX(id) FROM approvals"))
    with refused(ApprovalOver()):
        await both.decide_approval(ANNA, approval, grant=True)
    with refused(SaleCodeOver()):
        await both.collect_sale_code(LEO, sold.secret)
    assert both.number("SELECT COUNT(*) FROM ledger_entries WHERE currency = 'points'") == 0


async def test_fifty_taps_on_an_amount_enter_it_once(both: Cafe) -> None:
    visit = await both.serves(MIA)
    taps = [both.confirm_visit((BEN, CARA)[n % 2], visit, stamps=1, bill=n % 3) for n in range(50)]
    results = await asyncio.gather(*taps)
    assert sum(result.fresh for result in results) == 1
    assert both.number("SELECT COUNT(*) FROM operations") == 1
    assert (await both.card(MIA)).points in {amount * 5 for amount in USUAL}


async def test_the_bill_can_follow_its_stamp_once(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    results = await asyncio.gather(*(both.add_bill(BEN, visit, 0) for _ in range(20)))
    assert sum(result.fresh for result in results) == 1
    assert (await both.card(MIA)).points == 1250
    with refused(BillEntered()):
        await both.add_bill(BEN, visit, 1)


async def test_a_code_typed_again_with_its_bill_brings_the_bill(both: Cafe) -> None:
    shown = await both.shows(MIA)
    await both.types(BEN, shown.typed_code, stamps=1)
    facts = await both.types(BEN, shown.typed_code, bill="3,50")
    assert (facts.stamps, facts.points, len(facts.operations)) == (1, 1750, 2)


async def test_points_alone_need_a_bill_and_give_no_stamp(pointed: Cafe) -> None:
    visit = await pointed.serves(MIA)
    with refused(NoStamps()):
        await pointed.confirm_visit(BEN, visit, stamps=1)
    stamped = await pointed.confirm_visit(BEN, visit, stamps=0, bill=0)
    assert (stamped.stamps, stamped.gives_stamps) == (0, False)
    assert (await pointed.card(MIA)).points == 1250
    assert pointed.rows("SELECT currency, amount FROM ledger_entries") == [("points", 1250)]


async def test_a_cafe_of_stamps_knows_no_bills(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    with refused(NoBills()):
        await cafe.types(BEN, shown.typed_code, bill="3,50")
    assert cafe.rows("SELECT state FROM scans") == [("live",)]


@pytest.mark.parametrize("bill", ["1,2,3", "-5", "1e9", "٣٫٥٠", "0", "999999999"])
async def test_an_amount_that_is_none_uses_up_no_code(both: Cafe, bill: str) -> None:
    shown = await both.shows(MIA)
    with refused(AmountUnreadable()):
        await both.types(BEN, shown.typed_code, bill=bill)
    assert both.rows("SELECT state FROM scans") == [("live",)]
    assert both.number("SELECT COUNT(*) FROM refusals") == 0


async def test_nobody_enters_their_own_bill(both: Cafe) -> None:
    shown = await both.shows(BEN)
    with refused(OwnCode()):
        await both.types(BEN, shown.typed_code, bill="3,50")


async def test_a_bill_under_the_minimum_is_a_visit_without_points(pointed: Cafe) -> None:
    await pointed.change_rules(ANNA, minimum_bill=500)
    visit = await pointed.serves(MIA)
    await pointed.confirm_visit(BEN, visit, stamps=0, bill=0)
    assert (await pointed.card(MIA)).points == 0
    assert pointed.rows("SELECT visits FROM customers WHERE name = 'Mia'") == [(1,)]
    await pointed.undo_visit(BEN, visit)
    assert pointed.rows("SELECT visits FROM customers WHERE name = 'Mia'") == [(0,)]


async def test_a_bill_waits_for_its_reason_and_is_not_typed_twice(pointed: Cafe) -> None:
    for _ in range(3):
        await _buys(pointed)
        pointed.later(minutes=20)
    visit = await pointed.serves(MIA)
    with refused(ReasonNeeded(Need.REASON)):
        await pointed.confirm_visit(BEN, visit, stamps=0, bill=2)
    stamped = await pointed.confirm_visit(BEN, visit, stamps=0, reason=Reason.FRIEND)
    assert stamped.bill is not None
    assert stamped.bill.amount == 480


async def test_undo_takes_stamps_and_points_to_the_last_hundredth(both: Cafe) -> None:
    facts = await both.types(BEN, (await both.shows(MIA)).typed_code, bill="3,51")
    result = await both.undo_visit(BEN, facts.visit.id)
    assert (result.facts.stamps, result.facts.points) == (0, 0)
    fact = result.facts.operations[-1].fact
    assert isinstance(fact, VisitUndone)
    assert fact.bill is not None
    assert (fact.bill.amount, fact.bill.earned, fact.bill.points) == (351, 1755, 0)


async def test_a_refund_whose_points_were_spent_is_written_off(pointed: Cafe) -> None:
    await pointed.change_rules(ANNA, spend_percent=100)
    first = await _buys(pointed, "20,00")  # 100 points
    pointed.later(minutes=20)
    second = await _buys(pointed, "0,80")  # 4 points, and 80 of them pay
    await pointed.offer_spending(BEN, second)
    await pointed.answer_spending(MIA, pointed.newest_spending(), agreed=True)
    assert (await pointed.card(MIA)).points == 2000
    pointed.later(minutes=20)
    number = OperationId(pointed.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{first}"))
    done = await pointed.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    fact = done.operation.fact
    assert isinstance(fact, VisitTakenBack)
    assert fact.points_written_off == 8000
    assert (await pointed.card(MIA)).points == 0


async def test_a_practice_bill_counts_nowhere(pointed: Cafe) -> None:
    visit = await pointed.start_practice(ANNA, chat_id=private(ANNA), cause=None)
    stamped = await pointed.confirm_visit(ANNA, visit, stamps=0, bill=0)
    assert stamped.bill is not None
    assert pointed.number("SELECT COUNT(*) FROM ledger_entries WHERE practice = 0") == 0


async def test_another_customer_has_points_of_their_own(both: Cafe) -> None:
    await _buys(both)
    await both.types(BEN, (await both.shows(LEO)).typed_code, bill="10")
    assert ((await both.card(MIA)).points, (await both.card(LEO)).points) == (1750, 5000)


async def _buys(cafe: Cafe, bill: str = "3,50") -> VisitId:
    return (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill=bill)).visit.id
