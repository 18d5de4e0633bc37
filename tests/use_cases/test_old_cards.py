"""Old paper cards: their stamps are carried over on opening days, once for each customer.

Not here: adjustments, which a manager makes.
"""

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from loyalty.ids import VisitId
from loyalty.ports import Transaction
from loyalty.programs import Collects
from loyalty.refusals import NotStaff, OldCardOver, OwnCode, TooManyStamps, VisitOver
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, MIA, MORNING, Cafe
from tests.refusing import refused

TODAY = MORNING.date()


async def takes_old_cards(cafe: Cafe, until: date | None = TODAY) -> None:
    """The owner takes old cards until this day."""

    def body(tx: Transaction) -> None:
        tx.programs.add(replace(tx.programs.get_current().rules, old_cards_until=until), by=None)

    await cafe.database.write(body)


async def offered(cafe: Cafe, visit: VisitId) -> bool:
    return (await ReadCounter(cafe.database)(visit)).old_card


async def test_an_old_card_is_carried_over_once_and_told_apart_from_earned_stamps(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    visit = await cafe.serves(MIA)
    assert await offered(cafe, visit)
    taps = await asyncio.gather(
        *(cafe.carry_old_card((BEN, CARA)[n % 2], visit, stamps=4) for n in range(20))
    )
    assert {(fact.added, fact.stamps) for fact in taps} == {(4, 4)}
    assert not await offered(cafe, visit)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert cafe.rows("SELECT kind, amount FROM ledger_entries ORDER BY id") == [("adjust", 4), ("earn", 1)]
    assert cafe.rows("SELECT kind, op_key FROM operations ORDER BY id LIMIT 1") == [
        ("old_card", "old_card:1")
    ]
    again = await cafe.serves(MIA)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, again, stamps=2)


async def test_undoing_the_visit_leaves_the_old_cards_stamps(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    visit = await cafe.serves(MIA)
    await cafe.carry_old_card(BEN, visit, stamps=5)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert len((await cafe.card(MIA)).rewards) == 1
    await cafe.undo_visit(BEN, visit)
    card = await cafe.card(MIA)
    assert (card.stamps, list(card.rewards)) == (5, [])


@pytest.mark.parametrize("until", [None, date(2025, 3, 13)])
async def test_only_up_to_the_owners_day(cafe: Cafe, until: date | None) -> None:
    await takes_old_cards(cafe, until)
    visit = await cafe.serves(MIA)
    assert not await offered(cafe, visit)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, visit, stamps=3)


async def test_a_cafe_of_points_carries_no_stamps_over(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    visit = await cafe.serves(MIA)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, visit, stamps=2)


async def test_the_owners_day_ends_with_the_cafes_night(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    cafe.later(hours=19)  # 03:30
    await cafe.carry_old_card(BEN, await cafe.serves(MIA), stamps=3)
    assert (await cafe.card(MIA)).stamps == 3


@pytest.mark.parametrize("stamps", [0, 6, 99])
async def test_an_old_card_holds_less_than_a_full_one(cafe: Cafe, stamps: int) -> None:
    await takes_old_cards(cafe)
    with refused(TooManyStamps(5)):
        await cafe.carry_old_card(BEN, await cafe.serves(MIA), stamps=stamps)


async def test_stamps_that_are_there_already_make_it_a_full_card(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    await cafe.stamps(MIA, 3)
    fact = await cafe.carry_old_card(BEN, await cafe.serves(MIA), stamps=5)
    assert (fact.stamps, fact.rewards, len((await cafe.card(MIA)).rewards)) == (2, 1, 1)


async def test_it_needs_an_open_visit_of_somebody_else_and_staff(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    visit = await cafe.stamps(MIA, 1)
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.carry_old_card(BEN, visit, stamps=2)
    cafe.later(hours=1)
    waiting = await cafe.serves(MIA)
    with refused(NotStaff()):
        await cafe.carry_old_card(MIA, waiting, stamps=2)
    cafe.later(minutes=10)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.carry_old_card(BEN, waiting, stamps=2)
    own = await cafe.serves(CARA)
    with refused(OwnCode()):
        await cafe.carry_old_card(CARA, own, stamps=2)
    kept = cafe.rows("SELECT kind, staff_id, visit_id FROM refusals")
    assert kept == [("OwnCode", cafe.staff_id(CARA), own)]


async def test_who_was_forgotten_and_is_back_has_no_second_old_card(cafe: Cafe) -> None:
    await takes_old_cards(cafe)
    visit = await cafe.serves(MIA)
    with cafe.raw() as connection:  # forgetting has its own tests
        connection.execute("UPDATE customers SET carried = '{\"old_card\": true}'")
    assert not await offered(cafe, visit)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, visit, stamps=2)


async def test_a_card_begun_under_a_smaller_goal_is_not_filled_by_an_old_one_alone(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    await takes_old_cards(cafe)
    await cafe.change_rules(ANNA, goal=10)
    visit = await cafe.serves(MIA)
    with refused(TooManyStamps(5)):
        await cafe.carry_old_card(BEN, visit, stamps=9)
    assert (await cafe.carry_old_card(BEN, visit, stamps=4)).stamps == 5
