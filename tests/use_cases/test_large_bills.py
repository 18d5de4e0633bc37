"""Large bills: a forgotten comma is looked at before it counts, wherever a bill can be entered.

Not here: what managers do with other questions (test_approvals.py) and ordinary bills (test_bills.py).
"""

import pytest

from handlers.drawings.counter_toasts import word_decided
from handlers.drawings.limit_lines import draw_approval
from handlers.texts import Texts
from loyalty.approvals import ApprovalState
from loyalty.ids import ApprovalId, TelegramId
from loyalty.limits import Answer, Limits, LimitsWanted, Reason
from loyalty.money import LARGEST_BILL
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.refusals import (
    ApprovalAsked,
    ApprovalOver,
    ApprovalRefused,
    BillTooLarge,
    LimitsOdd,
    Refusal,
    SaleBillTooLarge,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.limits.approvals import ReadApproval
from loyalty.visits import Visit, VisitState
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused

FLAGS = "SELECT kind FROM flags ORDER BY id"
GUEST = Person(TelegramId(2071), "Gus", "en")
STATES = "SELECT state FROM approvals ORDER BY id"


@pytest.fixture
async def both(cafe: Cafe) -> Cafe:
    """A cafe that gives a stamp and five per cent in points; forty-eight euros are a large bill there."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=(250, 350, 480))
    return cafe


@pytest.fixture
async def pointed(cafe: Cafe) -> Cafe:
    """A cafe that gives points alone and has no usual amounts: a hundred euros are large."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    return cafe


async def types(cafe: Cafe, bill: str, *, by: Person = BEN, customer: Person = MIA) -> Visit:
    """A fresh code typed with a bill."""
    return (await cafe.types(by, (await cafe.shows(customer)).typed_code, bill=bill)).visit


def newest(cafe: Cafe) -> ApprovalId:
    return ApprovalId(cafe.number("SELECT MAX(id) FROM approvals"))


async def wants(cafe: Cafe, answer: Answer) -> None:
    await cafe.change_rules(ANNA, single_limits=LimitsWanted(large_bill=answer))


async def points(cafe: Cafe, customer: Person = MIA) -> int:
    return (await cafe.card(customer)).points // 100


async def test_a_bill_of_a_million_is_seen_by_somebody_before_it_counts(pointed: Cafe) -> None:
    for number in range(1, 4):
        assert not (await types(pointed, "999999")).booked
        assert await points(pointed) == (number - 1) * 99999900 * 5 // 100
        facts = await pointed.decide_approval(ANNA, newest(pointed), grant=True)
        assert (facts.approval.state, facts.approval.amount) == (ApprovalState.GRANTED, 99999900)
        pointed.later(minutes=20)
    assert await points(pointed) == 3 * 99999900 * 5 // 100
    assert pointed.rows(FLAGS) == [("override",)] * 3


async def test_a_forgotten_comma_is_typed_again_and_nobody_has_to_answer(both: Cafe) -> None:
    shown = await both.shows(MIA)
    await both.types(BEN, shown.typed_code, bill="350")
    card = await ReadCounter(both.database)((await both.types(BEN, shown.typed_code, bill="3.50")).visit.id)
    assert (card.visit.state, card.visit.amount, card.visit.stamps) == (VisitState.CONFIRMED, 350, 1)
    assert both.rows(STATES) == [("lapsed",)]
    assert both.rows(FLAGS) == []
    facts = await both.decide_approval(ANNA, newest(both), grant=True)
    assert facts.approval.state is ApprovalState.LAPSED
    assert await points(both) == 17


async def test_the_bound_is_ten_times_the_largest_usual_bill_unless_the_owner_says(both: Cafe) -> None:
    assert (await types(both, "47.99")).booked
    assert not (await types(both, "48", customer=LEO)).booked
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill_from=1000))
    assert not (await types(both, "10", customer=LEO)).booked
    assert (await types(both, "9.99", customer=LEO)).booked
    for odd in (-1, LARGEST_BILL + 1):
        with refused(LimitsOdd()):
            await both.change_rules(ANNA, limits=Limits(large_bill_from=odd))


async def test_another_currency_forgets_the_amount_that_the_owner_set(pointed: Cafe) -> None:
    await pointed.change_rules(ANNA, single_limits=LimitsWanted(large_bill_from=1000))
    rules = (await pointed.change_rules(ANNA, currency="RUB")).rules
    assert (rules.limits.large_bill_from, rules.large_bill) == (0, 10_000_00)
    assert (await pointed.change_rules(ANNA, currency="JPY")).rules.large_bill == 15_000


async def test_a_managers_own_finger_slips_too(both: Cafe) -> None:
    assert not (await types(both, "350", by=ANNA)).booked
    await both.decide_approval(ANNA, newest(both), grant=True)  # a tap, and it counts
    assert await points(both) == 1750


async def test_after_a_no_the_visit_goes_on_without_that_bill(both: Cafe) -> None:
    visit = await types(both, "350")
    await both.decide_approval(ANNA, newest(both), grant=False)
    stamped = await both.confirm_visit(BEN, visit.id, stamps=1)
    assert (stamped.visit.amount, stamped.visit.stamps) == (None, 1)
    with refused(ApprovalRefused()):
        await both.add_bill(BEN, visit.id, "360")
    await both.add_bill(BEN, visit.id, "3.60")
    assert await points(both) == 18


async def test_a_bill_that_comes_after_its_stamps_is_asked_about_too(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    for _ in range(2):
        with refused(ApprovalAsked()):
            await both.add_bill(BEN, visit, "350")
    assert both.rows(STATES) == [("asked",)]
    facts = await ReadApproval(both.database)(newest(both))
    assert (facts.approval.stamps, facts.approval.amount, facts.given) == (0, 35000, 0)
    await both.decide_approval(ANNA, newest(both), grant=True)
    card = await ReadCounter(both.database)(visit)
    assert (card.visit.stamps, card.visit.amount, card.points) == (1, 35000, 175000)
    assert both.rows(FLAGS) == [("override",)]


async def test_another_bill_ends_the_question_and_an_add_that_waits_is_asked_about_still(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    with refused(ApprovalAsked()):
        await both.add_bill(BEN, visit, "350")
    await both.add_bill(BEN, visit, "3.50")
    assert both.rows(STATES) == [("lapsed",)]
    other = await both.stamps(LEO, 1)
    with refused(ApprovalAsked()):
        await both.add_to_visit(BEN, other, stamps=12, add=1)
    await both.add_bill(BEN, other, "3.50")
    assert both.rows(STATES) == [("lapsed",), ("asked",)]
    await both.decide_approval(ANNA, newest(both), grant=True)


async def test_a_question_about_a_late_bill_ends_with_its_time(both: Cafe) -> None:
    visit = await both.stamps(MIA, 1)
    with refused(ApprovalAsked()):
        await both.add_bill(BEN, visit, "350")
    both.later(minutes=15)
    with refused(ApprovalOver()):
        await both.decide_approval(ANNA, newest(both), grant=True)
    assert await points(both) == 0


async def test_the_bill_of_a_visit_that_joins_another_is_asked_about(both: Cafe) -> None:
    first = await both.stamps(MIA, 1)
    second = await types(both, "350")  # minutes later: the card asks which visit it is
    with refused(ApprovalAsked()):
        await both.join_visit(BEN, second.id, to=first)
    card = await ReadCounter(both.database)(first)
    assert (card.visit.stamps, card.visit.amount) == (2, None)
    await both.decide_approval(ANNA, newest(both), grant=True)
    assert await points(both) == 1750


async def test_in_a_second_round_both_are_asked_one_after_the_other(both: Cafe) -> None:
    await both.stamps(MIA, 1)
    second = (await both.scans(BEN, await both.shows(MIA))).visit.id
    await both.change_rules(
        ANNA, usual_amounts=(250, 350, 480), single_limits=LimitsWanted(large_bill_from=300)
    )
    with refused(ApprovalAsked()):
        await both.confirm_visit(BEN, second, stamps=1, bill=1, reason=Reason.SECOND_ROUND)
    await both.decide_approval(ANNA, newest(both), grant=True)
    card = await ReadCounter(both.database)(second)
    assert (card.visit.amount, card.visit.reason) == (350, Reason.SECOND_ROUND)


async def test_a_paper_cards_bill_passes_the_same_rule(both: Cafe) -> None:
    card = await both.prints()
    visit = await both.scans_paper(BEN, card, bill="350")
    assert both.number("SELECT SUM(points) FROM cards") == 0
    await both.decide_approval(ANNA, newest(both), grant=True)
    assert (await ReadCounter(both.database)(visit)).visit.amount == 35000
    assert both.number("SELECT SUM(points) FROM cards") == 175000


@pytest.mark.parametrize("seller", [BEN, ANNA])
async def test_no_sale_code_is_made_of_it(both: Cafe, seller: Person) -> None:
    with refused(SaleBillTooLarge(4800, "EUR")):
        await both.sells(seller, bill="350")
    assert both.number("SELECT COUNT(*) FROM sale_codes") == 0
    await both.collect_sale_code(MIA, (await both.sells(seller, bill="3.50")).secret)
    assert await points(both) == 17


async def test_a_sale_code_whose_bill_became_too_large_meanwhile_is_not_collected(both: Cafe) -> None:
    shown = await both.sells(BEN, bill="40")
    await both.change_rules(ANNA, single_limits=LimitsWanted(large_bill_from=1000))
    collected = await both.collect_sale_code(MIA, shown.secret)
    assert isinstance(collected.outcome, Refusal)
    assert await points(both) == 0


async def test_the_owner_may_want_a_flag_alone(both: Cafe) -> None:
    await wants(both, Answer.FLAG)
    assert (await types(both, "350")).booked
    assert both.rows(FLAGS) == [("large_bill",)]
    await both.add_bill(BEN, await both.stamps(LEO, 1), "350")
    await both.collect_sale_code(ANNA, (await both.sells(BEN, bill="350")).secret)
    assert both.rows(FLAGS) == [("large_bill",)] * 3


async def test_the_owner_may_say_no_and_the_visit_goes_on(both: Cafe) -> None:
    await wants(both, Answer.REFUSE)
    shown = await both.shows(MIA)
    with refused(BillTooLarge(4800, "EUR")):
        await both.types(BEN, shown.typed_code, bill="350")
    assert both.rows("SELECT kind FROM refusals") == [("BillTooLarge",)]
    visit = (await both.types(BEN, shown.typed_code, bill="3.50")).visit
    assert (visit.booked, visit.amount) == (True, 350)


async def test_the_owner_may_not_care_and_practice_meets_no_limit(both: Cafe) -> None:
    await both.start_practice(BEN, chat_id=private(BEN), cause=None)
    practice = both.number("SELECT MAX(id) FROM visits WHERE practice = 1")
    await both.confirm_visit(BEN, practice, stamps=1)  # type: ignore[arg-type]
    await both.add_bill(BEN, practice, "350")  # type: ignore[arg-type]
    await wants(both, Answer.ALLOW)
    assert (await types(both, "350")).booked
    assert both.rows(FLAGS) == []


async def test_where_nobody_else_can_look_the_bill_is_refused(both: Cafe) -> None:
    visit = await types(both, "3.50", customer=ANNA)
    assert visit.booked
    both.later(minutes=20)
    with refused(BillTooLarge(4800, "EUR")):  # the only owner is the customer
        await types(both, "350", customer=ANNA)


@pytest.mark.parametrize("language", ["en", "ru", "et"])
async def test_in_a_cafe_of_points_a_manager_reads_which_bill_is_to_pass(
    pointed: Cafe, language: str
) -> None:
    words = Texts().in_language(language).where(Collects.POINTS)
    await types(pointed, "350")
    question = draw_approval(await ReadApproval(pointed.database)(newest(pointed)), words)
    assert "350" in question.text
    granted = await pointed.decide_approval(ANNA, newest(pointed), grant=True)
    assert "350" in draw_approval(granted, words).text
    assert "350" in word_decided(granted, words)


# -------------------------------------------------------------------------- pace

TOLD = "SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%LargeBillsAnHour%'"


async def test_the_owner_hears_once_of_many_bills_in_an_hour(both: Cafe) -> None:
    for number in range(10):
        customer = (MIA, LEO, ANNA)[number % 3]
        visit = (await both.scans(BEN, await both.shows(customer))).visit.id
        await both.confirm_visit(BEN, visit, stamps=1, reason=Reason.SECOND_ROUND)
        await both.add_bill(BEN, visit, "47.99")
        both.later(minutes=1)
    assert await both.watch_pace() == 0
    live = await both.sells(BEN, bill="2")  # as with stamps, a code counts when it is made
    assert await both.watch_pace() == 1
    both.later(minutes=1)
    await both.collect_sale_code(GUEST, live.secret)
    assert await both.watch_pace() == 1
    assert both.number(TOLD) == 1
    await both.change_rules(ANNA, single_limits=LimitsWanted(bills_an_hour=Answer.ALLOW))
    assert await both.watch_pace() == 0
    with refused(LimitsOdd()):
        await both.change_rules(ANNA, limits=Limits(bills_an_hour=Answer.REFUSE))
