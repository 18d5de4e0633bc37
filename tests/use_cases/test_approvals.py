"""A manager lets pass what a limit holds back: one question, one answer, whoever taps.

Not here: which limits ask (tests/loyalty/test_verdicts.py).
"""

import asyncio

from loyalty.approvals import ApprovalFacts, ApprovalState
from loyalty.ids import ApprovalId, VisitId
from loyalty.limits import Answer, Limits, Reason
from loyalty.refusals import (
    ApprovalAsked,
    ApprovalOver,
    ApprovalRefused,
    LimitReached,
    NotManager,
    OwnCode,
    Refused,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.limits.approvals import ReadApproval
from loyalty.verdicts import LimitName
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, MIA, Cafe
from tests.refusing import refused

STATES = "SELECT state FROM approvals ORDER BY id"
ASKED_IN = """
    SELECT s.chat_id FROM screens s JOIN deliveries d ON d.screen_id = s.id
    WHERE s.kind = 'approval' ORDER BY d.id"""


async def asked(cafe: Cafe, *, stamps: int = 12) -> tuple[VisitId, ApprovalId]:
    """Ben asks for twelve at once."""
    visit = await cafe.serves(MIA)
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(BEN, visit, stamps=stamps)
    return visit, newest(cafe)


def newest(cafe: Cafe) -> ApprovalId:
    return ApprovalId(cafe.number("SELECT MAX(id) FROM approvals"))


def promotes(cafe: Cafe, role: str = "manager") -> None:
    """Cara becomes a manager."""
    with cafe.raw() as connection:
        connection.execute("UPDATE staff SET role = ? WHERE telegram_id = ?", (role, CARA.telegram_id))


async def test_one_tap_lets_it_pass_in_the_name_of_whoever_asked(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    assert cafe.rows(ASKED_IN) == [(ANNA.telegram_id,)]
    assert (await cafe.card(MIA)).stamps == 0
    facts = await cafe.decide_approval(ANNA, approval, grant=True)
    assert (facts.approval.state, facts.asker, facts.decider) == (ApprovalState.GRANTED, "Ben", "Anna")
    counter = await ReadCounter(cafe.database)(visit)
    assert (counter.visit.state, counter.visit.stamps, counter.settled_by) == (
        VisitState.CONFIRMED,
        12,
        "Ben",
    )
    assert cafe.rows("SELECT DISTINCT staff_id FROM ledger_entries") == [(2,)]
    assert cafe.rows("SELECT kind, staff_id FROM flags") == [("override", 2)]
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 1


async def test_a_no_gives_nothing_and_the_same_is_not_asked_again(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    await cafe.decide_approval(ANNA, approval, grant=False)
    with refused(ApprovalRefused()):
        await cafe.confirm_visit(BEN, visit, stamps=12)
    assert (await cafe.card(MIA)).stamps == 0
    assert cafe.rows(STATES) == [("refused",)]
    await cafe.confirm_visit(BEN, visit, stamps=1)
    facts = await ReadCounter(cafe.database)(visit)
    assert facts.asked is not None
    assert facts.asked.approval.state is ApprovalState.REFUSED


async def test_after_a_no_the_visit_asks_no_more_however_it_goes_on(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    await cafe.decide_approval(ANNA, approval, grant=False)
    await cafe.confirm_visit(BEN, visit, stamps=5)
    with refused(ApprovalRefused()):
        await cafe.add_to_visit(BEN, visit, stamps=9, add=1)
    assert cafe.rows(STATES) == [("refused",)]
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)


async def test_two_managers_tap_at_once_and_one_wins(cafe: Cafe) -> None:
    promotes(cafe)
    for _ in range(3):
        visit, approval = await asked(cafe)
        answers = await asyncio.gather(
            cafe.decide_approval(ANNA, approval, grant=True),
            cafe.decide_approval(CARA, approval, grant=False),
            cafe.decide_approval(ANNA, approval, grant=True),
        )
        assert len({(answer.approval.state, answer.decider) for answer in answers}) == 1
        given = (await ReadCounter(cafe.database)(visit)).visit.stamps
        assert given == (12 if answers[0].approval.state is ApprovalState.GRANTED else 0)
        cafe.later(hours=24)
        await cafe.expire_due()


async def test_every_manager_but_the_customer_is_asked(cafe: Cafe) -> None:
    promotes(cafe)
    visit = await cafe.serves(CARA)
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(BEN, visit, stamps=12)
    assert cafe.rows(ASKED_IN) == [(ANNA.telegram_id,)]
    with refused(OwnCode()):
        await cafe.decide_approval(CARA, newest(cafe), grant=True)
    assert cafe.number("SELECT COUNT(*) FROM refusals WHERE kind = 'OwnCode'") == 1
    assert cafe.rows(STATES) == [("asked",)]


async def test_where_the_only_manager_is_the_customer_nobody_can_be_asked(cafe: Cafe) -> None:
    visit = await cafe.serves(ANNA)
    with refused(LimitReached(LimitName.STAMPS_A_VISIT, 10)):
        await cafe.confirm_visit(BEN, visit, stamps=12)
    assert cafe.rows(STATES) == []


async def test_a_manager_who_stamps_needs_nobody_and_leaves_a_flag(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    await cafe.confirm_visit(ANNA, visit, stamps=12)
    assert cafe.rows("SELECT kind FROM flags") == [("override",)]
    assert cafe.rows(STATES) == []


async def test_a_barista_lets_nothing_pass(cafe: Cafe) -> None:
    _, approval = await asked(cafe)
    for person in (BEN, CARA, MIA):
        with refused(NotManager()):
            await cafe.decide_approval(person, approval, grant=True)
    with refused(ApprovalOver()):
        await cafe.decide_approval(ANNA, ApprovalId(404), grant=True)


async def test_an_add_is_asked_for_and_passes_alike(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 6)
    with refused(ApprovalAsked()):
        await cafe.add_to_visit(BEN, visit, stamps=6, add=1)
    facts = await ReadApproval(cafe.database)(newest(cafe))
    assert (facts.given, facts.approval.stamps, facts.approval.add) == (6, 6, 1)
    await cafe.decide_approval(ANNA, newest(cafe), grant=True)
    assert len((await cafe.card(MIA)).rewards) == 2
    assert (await ReadCounter(cafe.database)(visit)).visit.stamps == 12


async def test_after_three_reasons_on_one_day_the_fourth_is_a_managers(cafe: Cafe) -> None:
    for _ in range(6):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    visit = await cafe.serves(MIA)
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.FRIEND)
    facts = await cafe.decide_approval(ANNA, newest(cafe), grant=True)
    assert (facts.nth, facts.approval.reason) == (7, Reason.FRIEND)
    assert cafe.rows("SELECT reason FROM visits WHERE id = ?", visit) == [("friend",)]
    assert cafe.rows("SELECT kind, reason FROM flags ORDER BY id DESC LIMIT 1") == [("override", "friend")]


async def test_asking_twice_is_one_question_and_another_number_replaces_it(cafe: Cafe) -> None:
    visit, _ = await asked(cafe)
    for stamps in (12, 12, 11):
        with refused(ApprovalAsked()):
            await cafe.confirm_visit(CARA, visit, stamps=stamps)
    assert cafe.rows("SELECT stamps, state FROM approvals ORDER BY id") == [(12, "lapsed"), (11, "asked")]


async def test_fewer_stamps_go_without_a_word_and_the_question_lapses(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=2)
    assert cafe.rows(STATES) == [("lapsed",)]
    seen = await cafe.decide_approval(ANNA, approval, grant=True)
    assert seen.approval.state is ApprovalState.LAPSED
    assert (await cafe.card(MIA)).stamps == 2


async def test_a_visit_that_ran_out_takes_its_question_with_it(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    cafe.later(minutes=10)
    with refused(ApprovalOver()):
        await cafe.decide_approval(ANNA, approval, grant=True)
    assert cafe.rows(STATES) == [("lapsed",)]
    await cafe.expire_due()
    facts = await ReadCounter(cafe.database)(visit)
    assert (facts.visit.state, facts.stamps) == (VisitState.EXPIRED, 0)


async def test_what_was_answered_too_late_stays_over_when_the_clock_is_set_back(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    cafe.later(minutes=10)
    with refused(ApprovalOver()):
        await cafe.decide_approval(ANNA, approval, grant=True)
    cafe.later(minutes=-10)
    again = await cafe.decide_approval(ANNA, approval, grant=True)
    assert again.approval.state is ApprovalState.LAPSED
    assert not (await cafe.card(MIA)).rewards
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(BEN, visit, stamps=12)
    assert cafe.rows(STATES) == [("lapsed",), ("asked",)]


async def test_the_sweep_ends_questions_of_visits_that_are_over(cafe: Cafe) -> None:
    await asked(cafe)
    cafe.later(minutes=10)
    await cafe.expire_due()
    visit = await cafe.stamps(MIA, 6)
    with refused(ApprovalAsked()):
        await cafe.add_to_visit(BEN, visit, stamps=6, add=1)
    cafe.later(minutes=15)
    await cafe.expire_due()
    assert cafe.rows(STATES) == [("lapsed",), ("lapsed",)]
    assert await cafe.expire_due() == 0


async def test_declining_and_undoing_end_the_question(cafe: Cafe) -> None:
    visit, _ = await asked(cafe)
    await cafe.decline_visit(BEN, visit)
    confirmed = await cafe.stamps(MIA, 6)
    with refused(ApprovalAsked()):
        await cafe.add_to_visit(BEN, confirmed, stamps=6, add=1)
    await cafe.undo_visit(BEN, confirmed)
    assert cafe.rows(STATES) == [("lapsed",), ("lapsed",)]


async def test_what_somebody_asked_who_no_longer_works_here_does_not_pass(cafe: Cafe) -> None:
    _, approval = await asked(cafe)
    cafe.removes(BEN)
    with refused(ApprovalOver()):
        await cafe.decide_approval(ANNA, approval, grant=True)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_limit_that_the_owner_tightened_meanwhile_is_judged_as_it_was_asked(cafe: Cafe) -> None:
    """The manager's word is about these stamps; the owner's later no is for the next ones."""
    _, approval = await asked(cafe)
    await cafe.change_rules(ANNA, limits=Limits(above_goal=Answer.REFUSE))
    await cafe.decide_approval(ANNA, approval, grant=True)
    assert len((await cafe.card(MIA)).rewards) == 2


async def test_a_manager_confirms_while_being_asked_and_the_visit_is_stamped_once(cafe: Cafe) -> None:
    visit, approval = await asked(cafe)
    answers = await asyncio.gather(
        cafe.confirm_visit(ANNA, visit, stamps=12),
        cafe.decide_approval(ANNA, approval, grant=True),
        return_exceptions=True,
    )
    assert not [one for one in answers if isinstance(one, Refused)]
    assert isinstance(answers[1], ApprovalFacts)
    assert cafe.number("SELECT COUNT(*) FROM operations") == 1
