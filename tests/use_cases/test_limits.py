"""Limits at the counter: stamps of one visit, a frozen card, flags, and the pace of a barista.

Not here: the arithmetic of each answer (tests/loyalty/test_verdicts.py), further visits of one day
(test_visits_of_a_day.py), one's own (test_own_visits.py) and a manager's word (test_approvals.py).
"""

from loyalty.ids import OperationId
from loyalty.limits import Answer, Limit, Limits
from loyalty.refusals import (
    FlagGone,
    LimitReached,
    LimitsOdd,
    NotManager,
    NotOwner,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.limits.judging import needs_look
from loyalty.verdicts import LimitName
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe
from tests.refusing import refused
from tests.use_cases.judged import FLAGS, REFUSALS, earlier_visits, limits


async def looks(cafe: Cafe) -> bool:
    customer = (await cafe.join(MIA)).customer.id
    return await cafe.database.read(lambda tx: needs_look(tx, customer))


# -------------------------------------------------------------------------- stamps of one visit


async def test_more_than_a_card_can_be_typed_and_the_owner_sees_it(cafe: Cafe) -> None:
    facts = await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=8)
    assert (facts.visit.state, facts.visit.stamps) == (VisitState.CONFIRMED, 8)
    assert cafe.rows(FLAGS) == [("above_goal", None, "Ben", "open")]
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (2, 1)


async def test_a_full_card_in_one_visit_is_nothing_unusual(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 6)
    assert cafe.rows(FLAGS) == []


async def test_adding_above_the_goal_is_flagged_too_and_adding_up_to_it_is_not(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 5)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert cafe.rows(FLAGS) == []
    await cafe.add_to_visit(CARA, visit, stamps=1, add=2)
    assert cafe.rows(FLAGS) == [("above_goal", None, "Cara", "open")]


async def test_where_the_owner_says_no_nothing_is_given_and_it_is_remembered(cafe: Cafe) -> None:
    await limits(cafe, above_goal=Answer.REFUSE)
    visit = await cafe.serves(MIA)
    with refused(LimitReached(LimitName.ABOVE_GOAL, 7)):
        await cafe.confirm_visit(BEN, visit, stamps=7)
    assert cafe.rows(REFUSALS) == [("LimitReached", 2, 1, visit)]
    await cafe.confirm_visit(BEN, visit, stamps=6)
    with refused(LimitReached(LimitName.ABOVE_GOAL, 7)):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert (await ReadCounter(cafe.database)(visit)).visit.stamps == 6


async def test_a_typed_number_that_is_refused_leaves_the_card_open_for_fewer(cafe: Cafe) -> None:
    await limits(cafe, above_goal=Answer.REFUSE)
    shown = await cafe.shows(MIA)
    with refused(LimitReached(LimitName.ABOVE_GOAL, 7)):
        await cafe.types(BEN, shown.typed_code, stamps=8)
    assert (await cafe.scans(BEN, shown)).visit.state is VisitState.OPEN


async def test_a_limit_that_only_flags_asks_nothing_and_one_that_allows_says_nothing(cafe: Cafe) -> None:
    await limits(cafe, visits_a_day=Limit(2, Answer.FLAG))
    await earlier_visits(cafe, 1)
    await cafe.confirm_visit(BEN, await cafe.serves(MIA), stamps=1)
    assert cafe.rows(FLAGS) == [("further_visit", None, "Ben", "open")]
    await limits(cafe, visits_a_day=Limit(2, Answer.ALLOW))
    cafe.later(minutes=20)
    await cafe.confirm_visit(BEN, await cafe.serves(MIA), stamps=1)
    assert cafe.number("SELECT COUNT(*) FROM flags") == 1


async def test_a_code_that_meets_a_question_is_not_for_one_tap_in_the_queue(cafe: Cafe) -> None:
    assert not await looks(cafe)
    await cafe.stamps(MIA, 1)
    assert await looks(cafe)
    cafe.later(minutes=20)
    assert not await looks(cafe)
    await earlier_visits(cafe, 2)
    assert await looks(cafe), "the fourth visit of the day"
    cafe.later(hours=24)
    assert not await looks(cafe)


async def test_a_frozen_card_is_looked_at_before_it_is_stamped(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=20)
    assert not await looks(cafe)
    handed_over = OperationId(cafe.number("SELECT MAX(id) FROM operations WHERE kind = 'redemption'"))
    await cafe.freeze_card(MIA, handed_over)
    assert await looks(cafe)
    again = await cafe.serves(MIA)
    assert (await ReadCounter(cafe.database)(again)).frozen
    await cafe.confirm_visit(BEN, again, stamps=1)


# -------------------------------------------------------------------------- flags and the program


async def test_a_flag_is_looked_at_once_and_whoever_did_it_can_be_asked(cafe: Cafe) -> None:
    for customer in (MIA, LEO):
        await cafe.types(BEN, (await cafe.shows(customer)).typed_code, stamps=8)
    fine, odd = await cafe.database.read(lambda tx: tx.flags.find_open())
    with refused(NotManager()):
        await cafe.decide_flag(BEN, fine.id, asked=False)
    await cafe.decide_flag(ANNA, fine.id, asked=False)
    for _ in range(2):
        await cafe.decide_flag(ANNA, odd.id, asked=True)
    with refused(FlagGone()):
        await cafe.decide_flag(ANNA, fine.id, asked=True)
    assert [state for *_, state in cafe.rows(FLAGS)] == ["ok", "asked"]
    told = cafe.rows("SELECT chat_id FROM deliveries WHERE notice LIKE '%FlagAsked%'")
    assert told == [(BEN.telegram_id,)]


async def test_limits_are_the_owners_and_must_leave_a_counter_that_works(cafe: Cafe) -> None:
    with refused(NotOwner()):
        await cafe.change_rules(BEN, limits=Limits(visits_a_day=Limit(9, Answer.ALLOW)))
    with refused(LimitsOdd()):
        await cafe.change_rules(ANNA, limits=Limits(visits_a_day=Limit(0, Answer.REFUSE)))
    changed = Limits(above_goal=Answer.ALLOW, visits_a_day=Limit(9, Answer.FLAG))
    assert (await cafe.change_rules(ANNA, limits=changed)).rules.limits == changed
    assert (await cafe.change_rules(ANNA, cafe="Bean")).rules.limits == changed


# -------------------------------------------------------------------------- pace


async def test_the_owner_hears_once_of_many_stamps_in_an_hour_and_nobody_is_refused(cafe: Cafe) -> None:
    await limits(cafe, stamps_an_hour=Limit(10, Answer.FLAG))
    told = "SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%ManyStampsAnHour%'"
    await cafe.stamps(MIA, 4)
    undone = await cafe.stamps(LEO, 5)
    await cafe.undo_visit(BEN, undone)
    await cafe.stamps(LEO, 5)
    assert await cafe.watch_pace() == 0, "undone stamps don't count"
    await cafe.stamps(LEO, 1)
    for _ in range(3):
        assert await cafe.watch_pace() == 1
        cafe.later(minutes=5)
    assert cafe.number(told) == 1
    cafe.later(minutes=60)
    assert await cafe.watch_pace() == 0
    await cafe.stamps(ANNA, 6)
    await cafe.stamps(LEO, 6)
    await cafe.watch_pace()
    assert cafe.number(told) == 2


async def test_each_barista_has_a_pace_of_their_own_and_the_owner_may_not_care(cafe: Cafe) -> None:
    await limits(cafe, stamps_an_hour=Limit(10, Answer.FLAG))
    await cafe.stamps(MIA, 6, by=BEN)
    await cafe.stamps(LEO, 6, by=CARA)
    assert await cafe.watch_pace() == 0
    await limits(cafe, stamps_an_hour=Limit(10, Answer.ALLOW))
    await cafe.stamps(ANNA, 6, by=CARA)
    assert await cafe.watch_pace() == 0
