"""An amount sent without a code: it belongs to the card that waits for its bill, and counts once.

Not here: how an amount is written (tests/handlers/test_filters.py) and bills with a code (test_bills.py).
"""

import pytest

from loyalty.ids import MessageId, VisitId
from loyalty.people import Cause, Person
from loyalty.programs import Collects
from loyalty.refusals import BillAlone, BillEntered, NobodyOnShift, NoCardForBill, VisitOver
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.visits.typed_bills import EnterTypedBill, FindBillCard
from loyalty.visits import Visit, VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused


@pytest.fixture
async def pointed(cafe: Cafe) -> Cafe:
    """A cafe that gives points alone and has no usual amounts: its cards have no button for a bill."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    return cafe


@pytest.fixture
async def both(cafe: Cafe) -> Cafe:
    """A cafe that gives a stamp and points."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    return cafe


async def finds(
    cafe: Cafe, bill: str, *, by: Person = BEN, message: int = 900, replied_to: int | None = None,
    below: int | None = None,
) -> VisitId | None:  # fmt: skip
    return await FindBillCard(cafe.database)(
        by,
        bill,
        chat_id=private(by),
        cause=Cause(private(by), MessageId(message)),
        replied_to=MessageId(replied_to) if replied_to else None,
        below=MessageId(below) if below else None,
    )


async def sends(
    cafe: Cafe, bill: str, *, stamps: int | None = None, by: Person = BEN, message: int = 900,
    replied_to: int | None = None,
) -> Visit:  # fmt: skip
    """An amount alone in the own chat."""
    found = await finds(cafe, bill, by=by, message=message, replied_to=replied_to)
    assert found is not None
    cause = Cause(private(by), MessageId(message))
    enter = EnterTypedBill(cafe.database)
    return await enter(by, found, bill, stamps=stamps, chat_id=private(by), cause=cause)


async def test_an_amount_alone_after_a_scan_is_the_bill_of_that_card(pointed: Cafe) -> None:
    visit = await pointed.serves(MIA)
    entered = await sends(pointed, "5,70")
    assert (entered.id, entered.state, entered.amount) == (visit, VisitState.CONFIRMED, 570)
    assert (await pointed.card(MIA)).points == 2850


async def test_the_same_message_handled_again_enters_no_second_bill_on_another_card(pointed: Cafe) -> None:
    first, second = await pointed.serves(LEO), await pointed.serves(MIA)
    for _ in range(2):
        assert (await sends(pointed, "5,70")).id == second
    assert (await ReadCounter(pointed.database)(first)).visit.state is VisitState.OPEN
    assert pointed.number("SELECT COUNT(*) FROM operations") == 1
    assert (await sends(pointed, "5,70", message=901)).id == first


async def test_a_stamp_from_before_takes_its_bill_from_whoever_gave_it(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    with refused(NoCardForBill()):
        await finds(both, "5,70", by=CARA)
    with refused(BillAlone()):
        await sends(both, "5,70", stamps=2)
    assert (await sends(both, "5,70")).id == visit
    with refused(NoCardForBill()):
        await finds(both, "5,70", message=901)


async def test_after_fifteen_minutes_no_card_waits(both: Cafe) -> None:
    await both.stamps(MIA, 1)
    both.later(minutes=15)
    with refused(NoCardForBill()):
        await finds(both, "5,70")


async def test_a_reply_says_which_card_it_is_about(both: Cafe) -> None:
    first = await both.serves(LEO)
    await both.delivers_all()
    shown = "SELECT message_id FROM screens WHERE kind = 'staff_card' AND subject_id = ?"
    [(place,)] = both.rows(shown, first)
    await both.serves(MIA)
    assert isinstance(place, int)
    entered = await sends(both, "5.70", stamps=2, replied_to=place)
    assert (entered.id, entered.stamps, entered.amount) == (first, 2, 570)
    with refused(BillEntered()):
        await sends(both, "5.70", message=901, replied_to=place)
    with refused(NoCardForBill()):
        await finds(both, "5.70", message=902, replied_to=place + 500)


async def test_a_card_that_ran_out_or_was_put_aside_says_so(both: Cafe) -> None:
    visit = await both.serves(MIA)
    await both.decline_visit(BEN, visit)
    enter, cause = EnterTypedBill(both.database), Cause(private(BEN), MessageId(900))
    with refused(VisitOver(VisitState.DECLINED)):
        await enter(BEN, visit, "5,70", stamps=None, chat_id=private(BEN), cause=cause)


async def test_a_large_bill_is_looked_at_and_the_right_one_sent_alone_is_the_answer(pointed: Cafe) -> None:
    visit = await pointed.serves(MIA)
    assert not (await sends(pointed, "350")).booked
    assert pointed.rows("SELECT state FROM approvals") == [("asked",)]
    assert (await sends(pointed, "3.50", message=901)).id == visit
    assert pointed.rows("SELECT state FROM approvals") == [("lapsed",)]
    assert (await pointed.card(MIA)).points == 1750


async def test_what_may_be_a_mistyped_code_or_stamps_alone_is_no_bill(cafe: Cafe) -> None:
    await cafe.serves(MIA)
    assert await finds(cafe, "5,70") is None  # this cafe collects stamps
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    assert await finds(cafe, "41830") is None
    assert await finds(cafe, "12 pm") is None
    assert await finds(cafe, "5,70", below=1000) is not None, "the card has not come yet"
    await cafe.delivers_all()
    assert await finds(cafe, "5,70", below=1000) is None


async def test_a_practice_card_takes_an_amount_too(pointed: Cafe) -> None:
    visit = await pointed.start_practice(BEN, chat_id=private(BEN), cause=None)
    assert (await sends(pointed, "350")).id == visit
    assert pointed.number("SELECT COUNT(*) FROM ledger_entries WHERE practice = 0") == 0


async def test_at_a_till_somebody_has_to_be_on_shift(pointed: Cafe) -> None:
    await pointed.opens_till()
    with refused(NobodyOnShift()):
        await finds(pointed, "5,70", by=TILL)


async def test_a_count_typed_with_a_paper_card_is_kept_while_the_card_asks(both: Cafe) -> None:
    paper = await both.prints()
    first = await both.scans_paper(BEN, paper, stamps=1)
    again = await both.scans_paper(BEN, paper, stamps=2, bill="5,70")
    facts = await ReadCounter(both.database)(again)
    assert (facts.visit.state, facts.stamps_to_give, facts.visit.amount) == (VisitState.OPEN, 2, 570)
    joined = await both.join_visit(BEN, again, to=first)
    assert (joined.visit.stamps, joined.visit.amount) == (3, 570)
    assert (await ReadCounter(both.database)(again)).visit.stamps == 0
