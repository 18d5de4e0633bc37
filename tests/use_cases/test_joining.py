"""Add to the visit of 8:41: a second code minutes later that belongs to the same purchase.

Not here: adding without a new code (test_counter.py).
"""

import asyncio

from loyalty.ids import VisitId
from loyalty.limits import Answer, Limit, Limits, Reason
from loyalty.refusals import JoinOver, LimitReached, NotStaff, OwnCode, VisitOver
from loyalty.use_cases.house.screens import ReadCode, ReadCounter
from loyalty.verdicts import LimitName
from loyalty.visits import MOST_ADDS, VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe
from tests.refusing import refused


async def two_codes(cafe: Cafe, *, stamps: int = 1) -> tuple[VisitId, VisitId]:
    """A visit of Mia's, and a second one that waits minutes later."""
    earlier = await cafe.stamps(MIA, stamps)
    cafe.later(minutes=11)
    return earlier, await cafe.serves(MIA)


async def test_the_stamp_goes_to_the_earlier_visit_as_its_next_add(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    result = await cafe.join_visit(CARA, second, to=earlier)
    assert (result.visit.id, result.visit.stamps, result.visit.adds, result.fresh) == (earlier, 2, 1, True)
    assert (await cafe.card(MIA)).stamps == 2
    facts = await ReadCounter(cafe.database)(second)
    assert (facts.visit.state, facts.visit.joined_to, facts.visit.stamps) == (VisitState.DECLINED, earlier, 0)
    assert facts.joined is not None
    assert facts.settled_by == "Cara"
    assert cafe.rows("SELECT op_key FROM operations ORDER BY id") == [
        (f"visit:{earlier}",), (f"visit:{earlier}:add:1",),
    ]  # fmt: skip


async def test_the_customers_code_says_where_it_went_by_the_cafes_clock(cafe: Cafe) -> None:
    earlier = await cafe.stamps(MIA, 1)
    shown = await cafe.shows(MIA)
    second = (await cafe.scans(BEN, shown)).visit.id
    await cafe.join_visit(BEN, second, to=earlier)
    code = await ReadCode(cafe.database)(shown.scan_id)
    assert code.joined_at is not None
    assert (code.joined_at.hour, code.joined_at.minute, code.stamps) == (8, 30, 2)


async def test_fifty_taps_add_once(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    results = await asyncio.gather(
        *(cafe.join_visit((BEN, CARA)[n % 2], second, to=earlier) for n in range(50))
    )
    assert sum(result.fresh for result in results) == 1
    [told] = {(result.visit.stamps, result.stamps, result.by) for result in results}
    assert told in ((2, 2, "Ben"), (2, 2, "Cara"))


async def test_joining_against_a_second_round_has_one_winner(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    await asyncio.gather(
        cafe.join_visit(BEN, second, to=earlier),
        cafe.confirm_visit(CARA, second, stamps=1, reason=Reason.SECOND_ROUND),
        return_exceptions=True,
    )
    assert (await cafe.card(MIA)).stamps == 2


async def test_undoing_the_earlier_visit_takes_the_joined_stamp_too(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    await cafe.join_visit(BEN, second, to=earlier)
    await cafe.undo_visit(BEN, earlier)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_joined_visit_is_no_further_visit_of_the_day(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    await cafe.join_visit(BEN, second, to=earlier)
    cafe.later(minutes=20)
    assert (await ReadCounter(cafe.database)(await cafe.serves(MIA))).today == 1


async def test_fifteen_minutes_after_that_visit_nothing_joins_it(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    cafe.later(minutes=4)
    with refused(JoinOver()):
        await cafe.join_visit(BEN, second, to=earlier)
    await cafe.confirm_visit(BEN, second, stamps=1)


async def test_nothing_joins_a_strangers_visit_an_undone_one_or_one_that_never_was(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe)
    others = await cafe.stamps(LEO, 1)
    for number in (others, second, VisitId(404)):
        with refused(JoinOver()):
            await cafe.join_visit(BEN, second, to=number)
    undone = await cafe.stamps(MIA, 1)
    await cafe.undo_visit(BEN, undone)
    with refused(JoinOver()):
        await cafe.join_visit(BEN, second, to=undone)
    assert (await cafe.card(MIA)).stamps == 1
    assert (await ReadCounter(cafe.database)(earlier)).visit.adds == 0


async def test_a_visit_with_nine_adds_takes_no_tenth_by_joining(cafe: Cafe) -> None:
    earlier = await cafe.stamps(MIA, 1, by=ANNA)
    for add in range(1, MOST_ADDS + 1):
        await cafe.add_to_visit(ANNA, earlier, stamps=1, add=add)
    with refused(JoinOver()):
        await cafe.join_visit(ANNA, await cafe.serves(MIA), to=earlier)


async def test_where_a_manager_would_be_asked_a_second_round_is_the_way(cafe: Cafe) -> None:
    earlier, second = await two_codes(cafe, stamps=9)
    with refused(LimitReached(LimitName.STAMPS_A_VISIT, 10)):
        await cafe.join_visit(BEN, second, to=earlier)
    await cafe.confirm_visit(BEN, second, stamps=1, reason=Reason.SECOND_ROUND)


async def test_the_owners_no_above_the_goal_holds_for_joining_too(cafe: Cafe) -> None:
    await cafe.change_rules(
        ANNA, limits=Limits(above_goal=Answer.REFUSE, stamps_a_visit=Limit(9, Answer.ASK))
    )
    earlier, second = await two_codes(cafe, stamps=6)
    with refused(LimitReached(LimitName.ABOVE_GOAL, 7)):
        await cafe.join_visit(BEN, second, to=earlier)
    assert cafe.number("SELECT COUNT(*) FROM refusals WHERE visit_id = ?", second) == 1


async def test_a_visit_in_which_something_was_handed_over_stays_its_own(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    earlier = await cafe.stamps(MIA, 1)
    second = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, second, reward)
    with refused(JoinOver()):
        await cafe.join_visit(BEN, second, to=earlier)


async def test_a_visit_that_ran_out_or_was_put_aside_joins_nothing(cafe: Cafe) -> None:
    earlier = await cafe.stamps(MIA, 1)
    declined = await cafe.serves(MIA)
    await cafe.decline_visit(BEN, declined)
    with refused(VisitOver(VisitState.DECLINED)):
        await cafe.join_visit(BEN, declined, to=earlier)
    late = await cafe.serves(MIA)
    cafe.later(minutes=10)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.join_visit(BEN, late, to=earlier)


async def test_nobody_joins_their_own_and_no_customer_joins_anything(cafe: Cafe) -> None:
    earlier = await cafe.stamps(BEN, 1, by=CARA)
    second = await cafe.serves(BEN, by=CARA)
    with refused(OwnCode()):
        await cafe.join_visit(BEN, second, to=earlier)
    with refused(NotStaff()):
        await cafe.join_visit(MIA, second, to=earlier)
    assert cafe.number("SELECT COUNT(*) FROM refusals WHERE kind = 'OwnCode'") == 1
