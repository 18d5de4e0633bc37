"""What is kept on an open visit while it waits: which half of a purchase stays, and what a no takes from it.

Not here: what a large bill is (test_large_bills.py), and amounts sent alone (test_typed_bills.py).
"""

from contextlib import suppress

import pytest

from loyalty.approvals import ApprovalState
from loyalty.ids import ApprovalId, MessageId
from loyalty.limits import Answer, LimitsWanted
from loyalty.people import Cause
from loyalty.programs import Collects
from loyalty.refusals import ApprovalAsked, ApprovalRefused, BillTooLarge, Refused
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.visits.typed_bills import EnterTypedBill, FindBillCard
from loyalty.visits import Visit, VisitState
from tests.counter import ANNA, BEN, MIA, Cafe, private
from tests.refusing import refused


@pytest.fixture
async def both(cafe: Cafe) -> Cafe:
    """A cafe that gives a stamp and points; forty-eight euros are a large bill there."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=(250, 350, 480))
    return cafe


async def sends(cafe: Cafe, bill: str, *, stamps: int | None = None, message: int = 900) -> Visit:
    """Ben sends an amount alone."""
    cause = Cause(private(BEN), MessageId(message))
    find, enter = FindBillCard(cafe.database), EnterTypedBill(cafe.database)
    found = await find(BEN, bill, chat_id=private(BEN), cause=cause, replied_to=None)
    assert found is not None
    return await enter(BEN, found, bill, stamps=stamps, chat_id=private(BEN), cause=cause)


def newest(cafe: Cafe) -> ApprovalId:
    return ApprovalId(cafe.number("SELECT MAX(id) FROM approvals"))


async def test_a_bill_that_a_manager_refused_is_not_booked_once_the_bound_is_higher(both: Cafe) -> None:
    visit = await both.serves(MIA)
    await sends(both, "350")
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill_from=1000_00))
    await both.decide_approval(ANNA, newest(both), grant=False)
    stamped = await both.confirm_visit(BEN, visit, stamps=1)
    assert stamped.visit.amount is None


async def test_a_refused_bill_that_is_sent_once_more_does_not_end_the_stamp_too(both: Cafe) -> None:
    visit = await both.serves(MIA)
    await sends(both, "350")
    await both.decide_approval(ANNA, newest(both), grant=False)
    with refused(ApprovalRefused()):
        await sends(both, "350", message=901)
    stamped = await both.confirm_visit(BEN, visit, stamps=1)
    assert (stamped.visit.stamps, stamped.visit.amount) == (1, None)


async def test_a_kept_bill_that_limits_refuse_since_then_leaves_the_stamp(both: Cafe) -> None:
    visit = await both.serves(MIA)
    await sends(both, "350")
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill=Answer.REFUSE))
    with suppress(Refused):
        await both.confirm_visit(BEN, visit, stamps=1)  # may say so once
    stamped = await both.confirm_visit(BEN, visit, stamps=1)
    assert (stamped.visit.stamps, stamped.visit.amount) == (1, None)


async def test_an_amount_sent_after_a_typed_count_keeps_the_count(both: Cafe) -> None:
    paper = await both.prints()
    await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, stamps=3)
    assert (await ReadCounter(both.database)(again)).stamps_to_give == 3
    entered = await sends(both, "5,70")
    assert (entered.id, entered.state, entered.stamps) == (again, VisitState.CONFIRMED, 3)


async def test_a_count_typed_after_a_bill_keeps_the_bill(both: Cafe) -> None:
    paper = await both.prints()
    await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, bill="5,70")
    await both.scans_paper(BEN, paper, stamps=2)
    visit = (await ReadCounter(both.database)(again)).visit
    assert (visit.stamps, visit.amount) == (2, 570)


async def test_a_bill_that_a_manager_looks_at_outlives_a_further_stamp(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    with refused(ApprovalAsked()):
        await both.add_bill(BEN, visit, "350")
    await both.add_to_visit(BEN, visit, stamps=1, add=1)
    facts = await both.decide_approval(ANNA, newest(both), grant=True)
    assert facts.approval.state is ApprovalState.GRANTED
    assert (await both.card(MIA)).points == 175000


async def test_the_right_amount_after_a_slip_keeps_the_count_that_was_typed_with_it(both: Cafe) -> None:
    paper = await both.prints()
    visit = await both.scans_paper(BEN, paper, stamps=2, bill="570")
    entered = await sends(both, "5,70")
    assert (entered.id, entered.stamps, entered.amount) == (visit, 2, 570)


async def test_the_right_amount_where_a_reason_is_asked_keeps_the_count(both: Cafe) -> None:
    paper = await both.prints()
    await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, stamps=2, bill="5,70")
    entered = await sends(both, "5,90")
    assert (entered.id, entered.stamps, entered.amount) == (again, 2, 590)


async def test_a_no_to_the_bill_leaves_the_count_that_was_typed_with_it(both: Cafe) -> None:
    paper = await both.prints()
    visit = await both.scans_paper(BEN, paper, stamps=2, bill="570")
    await both.decide_approval(ANNA, newest(both), grant=False)
    kept = (await ReadCounter(both.database)(visit)).visit
    assert (kept.stamps, kept.amount) == (2, None)


async def test_a_bill_that_limits_refuse_leaves_the_one_that_was_kept_before(both: Cafe) -> None:
    paper = await both.prints()
    await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, bill="5,70")
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill=Answer.REFUSE))
    with refused(BillTooLarge(4800, "EUR")):
        await sends(both, "350")
    assert (await ReadCounter(both.database)(again)).visit.amount == 570


async def test_a_join_whose_bill_limits_refuse_enters_nothing_and_gives_the_stamp_when_asked_again(
    both: Cafe,
) -> None:
    paper = await both.prints()
    first = await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, bill="350")
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill=Answer.REFUSE))
    with refused(BillTooLarge(4800, "EUR")):
        await both.join_visit(BEN, again, to=first)
    earlier, later = [(await ReadCounter(both.database)(one)).visit for one in (first, again)]
    assert (earlier.stamps, later.state) == (1, VisitState.OPEN)
    joined = await both.join_visit(BEN, again, to=first)
    assert (joined.visit.stamps, joined.visit.amount) == (2, None)


async def test_a_join_enters_nothing_where_a_manager_said_no_to_the_earlier_bill(both: Cafe) -> None:
    paper = await both.prints()
    first = await both.scans_paper(BEN, paper, stamps=1)
    with refused(ApprovalAsked()):
        await both.add_bill(BEN, first, "350")
    await both.decide_approval(ANNA, newest(both), grant=False)
    again = await both.scans_paper(BEN, paper, bill="350")
    with refused(ApprovalRefused()):
        await both.join_visit(BEN, again, to=first)
    earlier, later = [(await ReadCounter(both.database)(one)).visit for one in (first, again)]
    assert (earlier.stamps, later.state, later.amount) == (1, VisitState.OPEN, 35000)
