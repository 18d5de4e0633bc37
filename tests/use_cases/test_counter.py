"""Confirm, make it 2, add, decline: one tap, one operation, whoever taps and how often.

Not here: undo and rewards handed over.
"""

import asyncio

import pytest

from loyalty.ids import VisitId
from loyalty.receipts import VisitBooked
from loyalty.refusals import Refused, TooManyStamps, VisitOver
from loyalty.use_cases.house.screens import ReadCounter, ReadReceipt
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.record import VisitResult
from loyalty.visits import MOST_ADDS, VisitState
from tests.counter import ANNA, BEN, CARA, MIA, Cafe
from tests.refusing import refused


async def test_a_tap_is_a_stamp_in_the_ledger_and_a_receipt(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    result = await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (result.fresh, result.stamps, result.by) == (True, 1, "Ben")
    assert cafe.rows("SELECT kind, amount FROM ledger_entries") == [("earn", 1)]
    [operation] = (await ReadCounter(cafe.database)(visit)).operations
    fact = (await ReadReceipt(cafe.database)(operation.id)).operation.fact
    assert isinstance(fact, VisitBooked)
    assert (fact.added, fact.stamps, fact.goal, fact.rewards, fact.by) == (1, 1, 6, 0, "Ben")
    assert cafe.rows("SELECT chat_id FROM deliveries WHERE operation_id = ?", operation.id) == [
        (MIA.telegram_id,)
    ]


async def test_a_double_tap_is_one_stamp(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    first, second = [await cafe.confirm_visit(BEN, visit, stamps=1) for _ in range(2)]
    assert (first.fresh, second.fresh) == (True, False)
    assert (await cafe.card(MIA)).stamps == 1


async def test_two_baristas_tap_and_the_second_sees_who_was_first(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    seen = await cafe.confirm_visit(CARA, visit, stamps=1)
    assert (seen.fresh, seen.by, seen.visit.stamps) == (False, "Ben", 1)


async def test_plus_one_against_plus_two_has_one_winner_and_both_see_it(cafe: Cafe) -> None:
    for _ in range(5):
        visit = await cafe.serves(MIA)
        one, two = await asyncio.gather(
            cafe.confirm_visit(BEN, visit, stamps=1), cafe.confirm_visit(CARA, visit, stamps=2)
        )
        cafe.later(hours=24)
        assert sorted((one.fresh, two.fresh)) == [False, True]
        assert one.visit == two.visit
        assert one.visit.stamps == (1 if one.fresh else 2)


async def test_fifty_taps_on_one_visit_have_one_winner_and_the_others_see_it(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    results = await asyncio.gather(
        *(cafe.confirm_visit((BEN, CARA)[n % 2], visit, stamps=1 + n % 3) for n in range(50))
    )
    assert sum(result.fresh for result in results) == 1
    assert len({(result.visit.stamps, result.by) for result in results}) == 1
    assert cafe.number("SELECT COUNT(*) FROM operations") == 1
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 1


@pytest.mark.parametrize("stamps", [0, -1, 100, 1_000_000])
async def test_no_tap_gives_less_than_one_stamp_or_more_than_two_digits_say(cafe: Cafe, stamps: int) -> None:
    visit = await cafe.serves(MIA)
    with refused(TooManyStamps(99)):
        await cafe.confirm_visit(BEN, visit, stamps=stamps)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    with refused(TooManyStamps(99)):
        await cafe.add_to_visit(BEN, visit, stamps=stamps, add=1)


async def test_a_visit_that_does_not_exist_is_over(cafe: Cafe) -> None:
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.confirm_visit(BEN, VisitId(404), stamps=1)


async def test_an_open_visit_runs_out_after_ten_minutes_even_before_anybody_swept(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    cafe.later(minutes=10)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert await cafe.expire_due() == 1
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (await cafe.card(MIA)).stamps == 0


async def test_the_clock_set_back_gives_nobody_a_second_stamp(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    cafe.later(hours=-3)
    assert not (await cafe.confirm_visit(BEN, visit, stamps=1)).fresh
    assert (await cafe.card(MIA)).stamps == 1


async def test_stamps_over_the_goal_become_a_reward_and_the_surplus_carries_over(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 5)
    await cafe.stamps(MIA, 3)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards), card.rewards[0].cost) == (2, 1, 6)
    assert cafe.rows("SELECT kind, amount FROM ledger_entries ORDER BY id") == [
        ("earn", 5), ("earn", 3), ("redeem", -6),
    ]  # fmt: skip


async def test_several_rewards_can_be_held(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 6)
    assert len((await cafe.card(MIA)).rewards) == 3


async def test_a_card_finishes_at_whichever_goal_is_better_for_the_customer(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 4)
    cafe.changes_goal(8)
    assert (await cafe.card(MIA)).goal == 6
    await cafe.stamps(MIA, 2)
    card = await cafe.card(MIA)
    assert (len(card.rewards), card.stamps, card.goal) == (1, 0, 8)
    cafe.changes_goal(5)
    assert (await cafe.card(MIA)).goal == 5
    await cafe.stamps(MIA, 5)
    assert len((await cafe.card(MIA)).rewards) == 2


async def test_entries_name_the_program_version_they_were_written_under(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.changes_goal(8)
    await cafe.stamps(MIA, 1)
    assert cafe.rows("SELECT program_version FROM ledger_entries ORDER BY id") == [(1,), (2,)]


async def test_make_it_two_counts_once_however_often_and_by_whomever_it_is_tapped(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    results = await asyncio.gather(
        *(cafe.add_to_visit((BEN, CARA)[n % 2], visit, stamps=1, add=1) for n in range(50))
    )
    assert sum(result.fresh for result in results) == 1
    assert {result.visit.stamps for result in results} == {2}
    assert (await cafe.card(MIA)).stamps == 2


async def test_two_different_adds_count_both_in_their_order(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    with refused(VisitOver(VisitState.CONFIRMED)):  # nobody saw the second button yet
        await cafe.add_to_visit(BEN, visit, stamps=1, add=2)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    await cafe.add_to_visit(CARA, visit, stamps=3, add=2)
    assert (await cafe.card(MIA)).stamps == 5
    assert cafe.rows("SELECT op_key FROM operations ORDER BY id") == [
        (f"visit:{visit}",), (f"visit:{visit}:add:1",), (f"visit:{visit}:add:2",),
    ]  # fmt: skip


async def test_stamps_can_be_added_for_fifteen_minutes(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    cafe.later(minutes=14, seconds=59)
    assert (await cafe.add_to_visit(BEN, visit, stamps=1, add=1)).fresh
    cafe.later(seconds=1)
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=2)
    assert not (await cafe.add_to_visit(BEN, visit, stamps=1, add=1)).fresh, "a late repeat sees what is"


async def test_a_visit_takes_nine_adds_and_no_more(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1, by=ANNA)  # an owner, whom no limit stops
    for add in range(1, MOST_ADDS + 1):
        await cafe.add_to_visit(ANNA, visit, stamps=1, add=add)
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.add_to_visit(ANNA, visit, stamps=1, add=MOST_ADDS + 1)


async def test_nothing_is_added_to_a_visit_that_is_not_confirmed(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    with refused(VisitOver(VisitState.OPEN)):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)


async def test_a_declined_visit_gives_nothing_and_is_declined_once(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    first, second = [await cafe.decline_visit(BEN, visit) for _ in range(2)]
    assert (first.fresh, second.fresh, second.facts.visit.state) == (True, False, VisitState.DECLINED)
    with refused(VisitOver(VisitState.DECLINED)):
        await cafe.confirm_visit(CARA, visit, stamps=1)
    assert cafe.number("SELECT COUNT(*) FROM operations") == 0


async def test_declining_a_confirmed_visit_shows_what_is(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    result = await cafe.decline_visit(CARA, visit)
    assert (result.fresh, result.facts.visit.state) == (False, VisitState.CONFIRMED)


async def test_confirm_against_decline_has_one_winner(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    answers = await asyncio.gather(
        cafe.decline_visit(BEN, visit), cafe.confirm_visit(CARA, visit, stamps=1), return_exceptions=True
    )
    winners = [answer for answer in answers if isinstance(answer, VisitResult | Stamped) and answer.fresh]
    [loser] = [answer for answer in answers if answer not in winners]
    assert len(winners) == 1
    assert isinstance(loser, Refused | VisitResult)  # to decline what is confirmed shows that, fresh no more
    declined = isinstance(winners[0], VisitResult)
    assert (await cafe.card(MIA)).stamps == (0 if declined else 1)


async def test_every_change_asks_once_for_a_redraw_of_each_message_that_shows_the_visit(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    visit = (await cafe.scans(BEN, shown)).visit.id
    await cafe.scans(CARA, shown)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    waiting = """
        SELECT s.chat_id, COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id
        WHERE s.kind = 'staff_card' AND d.state = 'pending' GROUP BY s.chat_id ORDER BY s.chat_id"""
    assert cafe.rows(waiting) == [(BEN.telegram_id, 1), (CARA.telegram_id, 1)]


async def test_the_staff_card_reads_the_same_facts_as_the_tap_was_answered_with(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    answered = await cafe.confirm_visit(BEN, visit, stamps=2)
    shown = await ReadCounter(cafe.database)(visit)
    assert (shown.visit, shown.stamps, shown.goal) == (answered.visit, answered.stamps, answered.goal)
    assert shown.settled_by == answered.by


async def test_the_history_shows_receipts_newest_first_page_by_page(cafe: Cafe) -> None:
    for _ in range(9):
        await cafe.stamps(MIA, 1)
        cafe.later(hours=24)
    first = await cafe.show_history(MIA)
    assert first.older is not None
    second = await cafe.show_history(MIA, before=first.older)
    numbers = [operation.id for operation in (*first.operations, *second.operations)]
    assert (len(first.operations), len(second.operations), second.older) == (8, 1, None)
    assert numbers == sorted(numbers, reverse=True)
    assert len(set(numbers)) == 9


async def test_a_person_without_a_card_has_an_empty_history(cafe: Cafe) -> None:
    assert await cafe.show_history(MIA) == type(await cafe.show_history(MIA))((), None)


async def test_a_repeated_add_is_answered_as_ones_own_though_a_colleague_confirmed(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1, by=BEN)
    first, again = [await cafe.add_to_visit(CARA, visit, stamps=1, add=1) for _ in range(2)]
    assert (again.fresh, again.by, again.by_id) == (False, "Cara", first.by_id)
