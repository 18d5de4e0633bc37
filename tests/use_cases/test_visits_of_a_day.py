"""Another visit minutes after the last, and the fourth of a day: what is asked, and when the day begins.

Not here: stamps of one visit (test_limits.py).
"""

import asyncio

import pytest

from loyalty.ids import VisitId
from loyalty.limits import Answer, Limit, Reason
from loyalty.refusals import (
    LimitReached,
    ReasonNeeded,
    Refused,
    VisitOver,
)
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.visits.earning import Stamped
from loyalty.verdicts import LimitName, Need
from loyalty.visits import VisitState
from tests.counter import BEN, CARA, LEO, MIA, Cafe
from tests.refusing import refused
from tests.use_cases.judged import FLAGS, earlier_visits, limits


async def needs(cafe: Cafe, visit: VisitId) -> Need:
    return (await ReadCounter(cafe.database)(visit)).verdict.need


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
