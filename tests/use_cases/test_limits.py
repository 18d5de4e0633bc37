"""Limits at the counter: what passes, what asks, what is refused and remembered.

Not here: the arithmetic of each answer (tests/loyalty/test_verdicts.py) and a manager's word
(test_approvals.py).
"""

import asyncio

import pytest

from loyalty.ids import ApprovalId, OperationId, TelegramId, VisitId
from loyalty.limits import Answer, Limit, Limits, Reason
from loyalty.people import Person
from loyalty.refusals import (
    ApprovalAsked,
    FlagGone,
    LimitReached,
    LimitsOdd,
    NotManager,
    NotOwner,
    OwnCode,
    ReasonNeeded,
    Refused,
    VisitOver,
)
from loyalty.use_cases.earning import Stamped
from loyalty.use_cases.judging import needs_look
from loyalty.use_cases.screens import ReadCounter
from loyalty.verdicts import LimitName, Need
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe
from tests.refusing import refused

FLAGS = (
    "SELECT f.kind, f.reason, s.name, f.state FROM flags f JOIN staff s ON s.id = f.staff_id ORDER BY f.id"
)
REFUSALS = "SELECT kind, staff_id, customer_id, visit_id FROM refusals"


async def limits(cafe: Cafe, **changed: Answer | Limit) -> None:
    await cafe.change_rules(ANNA, limits=Limits(**changed))  # type: ignore[arg-type]


async def earlier_visits(cafe: Cafe, count: int) -> None:
    """So many visits of Mia's today, the last one long ago."""
    for _ in range(count):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)


async def needs(cafe: Cafe, visit: VisitId) -> Need:
    return (await ReadCounter(cafe.database)(visit)).verdict.need


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


# -------------------------------------------------------------------------- minutes after the last visit


async def test_minutes_after_a_visit_plus_one_asks_which_and_gives_nothing(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=14)
    visit = await cafe.serves(MIA)
    assert await needs(cafe, visit) is Need.CHOICE
    with refused(ReasonNeeded(Need.CHOICE)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (await cafe.card(MIA)).stamps == 1
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.SECOND_ROUND)
    assert (await cafe.card(MIA)).stamps == 2
    assert cafe.rows(FLAGS) == []


async def test_a_quarter_of_an_hour_later_it_is_an_ordinary_visit(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=15)
    visit = await cafe.serves(MIA)
    assert await needs(cafe, visit) is Need.NOTHING
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (await cafe.card(MIA)).stamps == 2


async def test_two_open_cards_of_one_customer_do_not_become_two_stamps_by_two_thumbs(cafe: Cafe) -> None:
    """She tapped twice; each barista has a card with +1 before them."""
    first, second = await cafe.serves(MIA, by=BEN), await cafe.serves(MIA, by=CARA)
    answers = await asyncio.gather(
        cafe.confirm_visit(BEN, first, stamps=1),
        cafe.confirm_visit(CARA, second, stamps=1),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, Stamped) for answer in answers) == 1
    assert [answer.refusal for answer in answers if isinstance(answer, Refused)] == [
        ReasonNeeded(Need.CHOICE)
    ]
    waiting = "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE s.subject_id = ?"
    assert cafe.number(waiting, second) >= 1, "the card is redrawn with the question"


async def test_a_number_typed_minutes_after_a_visit_says_what_it_is(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    facts = await cafe.types(CARA, (await cafe.shows(MIA)).typed_code, stamps=2)
    assert (facts.visit.state, facts.visit.reason) == (VisitState.CONFIRMED, Reason.SECOND_ROUND)
    assert cafe.rows(FLAGS) == []


async def test_an_undone_visit_is_not_the_last_one(cafe: Cafe) -> None:
    await cafe.undo_visit(BEN, await cafe.stamps(MIA, 1))
    visit = await cafe.serves(MIA)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (await cafe.card(MIA)).stamps == 1


async def test_one_customers_visit_is_nobody_elses(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await cafe.confirm_visit(BEN, await cafe.serves(LEO), stamps=1)


# -------------------------------------------------------------------------- visits of one day


@pytest.mark.parametrize("reason", list(Reason))
async def test_the_fourth_visit_of_a_day_says_why_in_one_tap_and_the_owner_sees_it(
    cafe: Cafe, reason: Reason
) -> None:
    await earlier_visits(cafe, 3)
    visit = await cafe.serves(MIA)
    assert await needs(cafe, visit) is Need.REASON
    with refused(ReasonNeeded(Need.REASON)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=reason)
    assert cafe.rows(FLAGS) == [("further_visit", reason.value, "Ben", "open")]
    assert cafe.rows("SELECT reason FROM visits WHERE id = ?", visit) == [(reason.value,)]


async def test_a_typed_number_without_its_reason_opens_the_card_and_the_card_asks(cafe: Cafe) -> None:
    await earlier_visits(cafe, 3)
    facts = await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=1)
    assert (facts.visit.state, facts.verdict.need, facts.today) == (VisitState.OPEN, Need.REASON, 3)
    assert (await cafe.card(MIA)).stamps == 3


async def test_a_typed_number_answers_which_visit_but_not_why_so_often(cafe: Cafe) -> None:
    await earlier_visits(cafe, 2)
    await cafe.stamps(MIA, 1)
    facts = await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=1)
    assert (facts.visit.state, facts.verdict.need) == (VisitState.OPEN, Need.CHOICE)
    await cafe.confirm_visit(BEN, facts.visit.id, stamps=1, reason=Reason.SECOND_ROUND)
    assert (await cafe.card(MIA)).stamps == 4


async def test_a_visit_that_gave_only_a_reward_takes_no_stamps_that_no_limit_has_judged(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    await limits(cafe, visits_a_day=Limit(2, Answer.REFUSE))
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    with refused(LimitReached(LimitName.VISITS_A_DAY, 2)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=2)
    await cafe.expire_due()
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.add_to_visit(BEN, visit, stamps=5, add=1)
    assert (await cafe.card(MIA)).stamps == 0


async def test_undone_visits_do_not_count(cafe: Cafe) -> None:
    await earlier_visits(cafe, 2)
    await cafe.undo_visit(BEN, await cafe.stamps(MIA, 1))
    cafe.later(minutes=20)
    assert await needs(cafe, await cafe.serves(MIA)) is Need.NOTHING


async def test_the_day_begins_at_four_and_the_count_with_it(cafe: Cafe) -> None:
    cafe.later(hours=19)  # 03:30, still yesterday evening
    await earlier_visits(cafe, 1)
    for _ in range(2):
        await cafe.stamps(MIA, 1)
    assert cafe.clock.now().hour == 3
    cafe.later(minutes=20)
    assert cafe.clock.now().hour == 4
    assert await needs(cafe, await cafe.serves(MIA)) is Need.NOTHING


async def test_the_cafes_own_zone_decides_when_its_day_begins(cafe: Cafe) -> None:
    with cafe.raw() as connection:  # 08:30 UTC is 03:30 in Chicago: yesterday evening
        connection.execute(
            """
            INSERT INTO programs (version, rules, created_at)
            SELECT version + 1, json_set(rules, '$.zone', 'America/Chicago'), 0 FROM programs
            ORDER BY version DESC LIMIT 1
            """
        )
    await earlier_visits(cafe, 1)
    for _ in range(2):
        await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    assert await needs(cafe, await cafe.serves(MIA)) is Need.NOTHING


async def test_with_refuse_exactly_the_bound_less_one_pass_however_many_come_at_once(cafe: Cafe) -> None:
    await limits(cafe, visits_a_day=Limit(4, Answer.REFUSE))
    visits = [await cafe.serves(MIA, by=(BEN, CARA)[n % 2]) for n in range(8)]
    answers = await asyncio.gather(
        *(
            cafe.confirm_visit((BEN, CARA)[n % 2], visit, stamps=1, reason=Reason.SECOND_ROUND)
            for n, visit in enumerate(visits)
        ),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, Stamped) for answer in answers) == 3
    assert [answer.refusal for answer in answers if isinstance(answer, Refused)] == [
        LimitReached(LimitName.VISITS_A_DAY, 4)
    ] * 5
    assert cafe.number("SELECT COUNT(*) FROM refusals WHERE kind = 'LimitReached'") == 5
    assert (await cafe.card(MIA)).stamps == 3


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


# -------------------------------------------------------------------------- nobody stamps themselves


async def test_a_barista_who_taps_plus_one_on_their_own_visit_is_remembered(cafe: Cafe) -> None:
    visit = await cafe.serves(BEN, by=CARA)
    with refused(OwnCode()):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert cafe.rows(REFUSALS) == [("OwnCode", 2, 1, visit)]
    await cafe.confirm_visit(CARA, visit, stamps=1)
    with refused(OwnCode()):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert (await cafe.card(BEN)).stamps == 1
    assert cafe.number("SELECT COUNT(*) FROM refusals") == 2


def stands_at_a_till(cafe: Cafe, telegram_id: int) -> Person:
    """The till's account, at which somebody is on shift all day."""
    with cafe.raw() as connection:
        connection.execute(
            "INSERT INTO tills (telegram_id, name, location_id, created_at) VALUES (3001, 'Till', 1, 0)"
        )
        connection.execute(
            """
            INSERT INTO shifts (till_id, staff_id, started_at, ends_at)
            SELECT 1, id, 0, 9000000000000000 FROM staff WHERE telegram_id = ?
            """,
            (telegram_id,),
        )
    return Person(TelegramId(3001), "Till", "en")


async def test_at_a_till_neither_whoever_is_on_shift_nor_the_tills_own_account_is_stamped(cafe: Cafe) -> None:
    shown = [(await cafe.shows(customer)) for customer in (BEN, TILL)]
    visits = [(await cafe.scans(CARA, code)).visit.id for code in shown]
    till = stands_at_a_till(cafe, BEN.telegram_id)
    for code, visit in zip(shown, visits, strict=True):
        with refused(OwnCode()):
            await cafe.scans(till, code)
        with refused(OwnCode()):
            await cafe.confirm_visit(till, visit, stamps=1)
    assert cafe.rows("SELECT kind, staff_id FROM refusals") == [("OwnCode", 2)] * 4
    await cafe.confirm_visit(till, await cafe.serves(MIA, by=till), stamps=1)


async def test_an_owner_at_a_till_asks_like_everybody_a_till_is_open_to_too_many_hands(cafe: Cafe) -> None:
    till = stands_at_a_till(cafe, ANNA.telegram_id)
    visit = await cafe.serves(MIA, by=till)
    with refused(ApprovalAsked()):
        await cafe.confirm_visit(till, visit, stamps=12)
    approval = ApprovalId(cafe.number("SELECT id FROM approvals"))
    with refused(NotManager()):
        await cafe.decide_approval(till, approval, grant=True)
    await cafe.decide_approval(ANNA, approval, grant=True)
    assert cafe.rows("SELECT staff_id, till_id FROM operations") == [(1, 1)]


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
