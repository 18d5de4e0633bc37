"""Vouchers: printed by managers, collected by customers, a stamp each, once, three a day on a card.

Not here: what stands on paper (tests/handlers/test_voucher_pages.py).
"""

import asyncio
from datetime import timedelta

import pytest

from loyalty.ids import MessageId, OperationId, SheetId, TelegramId, VisitId
from loyalty.people import Cause, Person
from loyalty.programs import Collects
from loyalty.receipts import VisitBooked
from loyalty.refusals import (
    AlreadyCollected,
    CollectedUndone,
    NoSlips,
    NothingToUndo,
    NotManager,
    OwnPhoneOnly,
    OwnSlip,
    SlipCollected,
    SlipGone,
    SlipOver,
    SlipsOutOfRange,
    SlipsUsedUp,
    SlipWithoutStamps,
    UnknownSlip,
)
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.use_cases.paper.vouchers import PrintedSheet
from loyalty.use_cases.visits.collecting import Collected
from loyalty.use_cases.visits.earning import Stamped
from loyalty.vouchers import LIFE, SlipState, last_day
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, MORNING, TILL, Cafe, private, secret_of
from tests.refusing import refused
from tests.use_cases.days import read_day

REFUSALS = "SELECT kind, staff_id, customer_id FROM refusals"


async def prints(
    cafe: Cafe, slips: int = 10, *, by: Person = ANNA, cause: Cause | None = None
) -> PrintedSheet:
    return await cafe.print_vouchers(by, slips, cause=cause)


async def collects(cafe: Cafe, customer: Person, sheet: PrintedSheet, number: int = 1) -> Collected:
    return await cafe.collect_voucher(customer, secret_of(sheet.payloads[number - 1]))


def given(collected: Collected) -> Stamped:
    assert isinstance(collected.outcome, Stamped), collected.outcome
    return collected.outcome


async def slip_states(cafe: Cafe, sheet: PrintedSheet) -> list[SlipState]:
    facts = await cafe.read_sheet(ANNA, sheet.sheet.id)
    return [slip.state(facts.now) for slip in facts.slips]


# -------------------------------------------------------------------------- printing


async def test_a_sheet_is_issued_to_whoever_asked_and_keeps_no_secret(cafe: Cafe) -> None:
    sheet = await prints(cafe, 40)
    assert len(set(sheet.payloads)) == 40
    assert cafe.rows("SELECT staff_id, location_id, slips FROM voucher_sheets") == [
        (cafe.staff_id(ANNA), 1, 40)
    ]
    hashes = {str(found) for (found,) in cafe.rows("SELECT secret_hash FROM vouchers")}
    assert len(hashes) == 40
    assert not hashes & {secret_of(payload) for payload in sheet.payloads}


async def test_managers_print_and_baristas_do_not(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await prints(cafe, 1, by=MAX)
    with refused(NotManager()):
        await prints(cafe, 1, by=BEN)
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(ANNA))
    with refused(NotManager()):
        await prints(cafe, 1, by=TILL)


@pytest.mark.parametrize("slips", [0, -1, 201, 10**9])
async def test_a_sheet_has_one_to_two_hundred_slips(cafe: Cafe, slips: int) -> None:
    with refused(SlipsOutOfRange(200)):
        await prints(cafe, slips)
    assert cafe.number("SELECT COUNT(*) FROM voucher_sheets") == 0


async def test_two_hundred_are_printed(cafe: Cafe) -> None:
    assert len((await prints(cafe, 200)).payloads) == 200


async def test_a_cafe_of_points_prints_none_and_takes_none(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    with refused(NoSlips()):
        await prints(cafe)
    with refused(SlipWithoutStamps()):
        await collects(cafe, MIA, sheet)
    assert await slip_states(cafe, sheet) == [SlipState.OPEN] * 10


async def test_a_replayed_message_voids_its_sheet_and_makes_a_new_one(cafe: Cafe) -> None:
    cause = Cause(private(ANNA), MessageId(5))
    first, second = await prints(cafe, 2, cause=cause), await prints(cafe, 2, cause=cause)
    assert second.instead_of == [first.sheet.id]
    with refused(SlipOver(expired=False)):
        await collects(cafe, MIA, first)
    assert given(await collects(cafe, MIA, second)).fresh


async def test_two_taps_on_one_menu_are_two_sheets(cafe: Cafe) -> None:
    menu = private(ANNA), MessageId(5)
    first = await prints(cafe, 2, cause=Cause(*menu, tap="a"))
    second = await prints(cafe, 2, cause=Cause(*menu, tap="b"))
    assert not second.instead_of
    assert given(await collects(cafe, MIA, first)).fresh


# -------------------------------------------------------------------------- collecting


async def test_a_slip_gives_one_stamp_and_a_card_and_its_receipt_names_it(cafe: Cafe) -> None:
    collected = await collects(cafe, MIA, await prints(cafe), 7)
    stamped = given(collected)
    assert (collected.new, stamped.fresh, stamped.stamps) == (True, True, 1)
    fact = cafe.last_fact()
    assert isinstance(fact, VisitBooked)
    assert (fact.added, fact.slip, fact.by) == (1, "1-7", "Anna")
    anna = cafe.staff_id(ANNA)
    visits = cafe.rows("SELECT state, stamps, opened_by, settled_by, voucher_id FROM visits")
    assert visits == [("confirmed", 1, anna, anna, 7)]


async def test_on_the_days_page_it_is_nobodys_visit(cafe: Cafe) -> None:
    """Whoever printed the sheet may be at home."""
    sheet = await prints(cafe)
    await collects(cafe, MIA, sheet)
    await collects(cafe, LEO, sheet, 2)
    cafe.later(minutes=2)
    await cafe.undo_visit(ANNA, VisitId(cafe.number("SELECT MAX(id) FROM visits")))
    await cafe.stamps(CARA, 1)
    figures = (await read_day(cafe)).figures
    assert (figures.visits, figures.vouchers, figures.stamps.net) == (2, 1, 2)
    assert [(one.name, one.visits, one.stamps) for one in figures.people] == [("Ben", 1, 1)]


async def test_scanned_again_it_shows_the_same_and_to_others_that_it_is_gone(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await collects(cafe, MIA, sheet)
    again = given(await collects(cafe, MIA, sheet))
    assert (again.fresh, again.stamps) == (False, 1)
    with refused(AlreadyCollected()):
        await collects(cafe, LEO, sheet)
    assert cafe.number("SELECT COUNT(*) FROM customers") == 1


async def test_scanned_by_fifty_at_once_it_gives_one_stamp(cafe: Cafe) -> None:
    crowd = [Person(TelegramId(7000 + number // 2), f"G{number // 2}", "en") for number in range(50)]
    sheet = await prints(cafe)
    outcomes = await asyncio.gather(*(collects(cafe, one, sheet) for one in crowd), return_exceptions=True)
    fresh = [one for one in outcomes if isinstance(one, Collected) and given(one).fresh]
    assert len(fresh) == 1
    assert cafe.number("SELECT COUNT(*) FROM operations") == 1


async def test_three_a_day_on_a_card_and_the_fourth_tomorrow(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    for number in (1, 2, 3):
        assert given(await collects(cafe, MIA, sheet, number)).fresh
    assert (await collects(cafe, MIA, sheet, 4)).outcome == SlipsUsedUp(3)
    assert not given(await collects(cafe, MIA, sheet, 1)).fresh
    assert cafe.rows(REFUSALS) == [("SlipsUsedUp", cafe.staff_id(ANNA), 1)]
    assert given(await collects(cafe, LEO, sheet, 5)).fresh
    cafe.later(hours=19, minutes=29)  # 03:59: the same day of the cafe
    assert (await collects(cafe, MIA, sheet, 4)).outcome == SlipsUsedUp(3)
    cafe.later(minutes=1)
    assert given(await collects(cafe, MIA, sheet, 4)).fresh


async def test_nobody_is_sent_to_tomorrow_with_a_slip_that_ends_today(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    cafe.later(days=LIFE.days)
    for number in (1, 2, 3):
        assert given(await collects(cafe, MIA, sheet, number)).fresh
    assert (await collects(cafe, MIA, sheet, 4)).outcome == SlipsUsedUp(3, last_day=True)


async def test_who_collected_by_another_account_sees_the_same_after_the_card_was_moved(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await collects(cafe, MIA, sheet)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    await cafe.move_account(ANNA, old, cafe.last_operation(), "stolen", chat_id=private(ANNA), cause=None)
    assert not given(await collects(cafe, LEO, sheet)).fresh


async def test_ten_slips_at_once_are_three(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await asyncio.gather(*(collects(cafe, MIA, sheet, number) for number in range(1, 11)))
    assert (await cafe.card(MIA)).stamps == 3


async def test_leaving_and_coming_back_gives_no_fourth(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    for number in (1, 2):
        await collects(cafe, MIA, sheet, number)
    await ForgetPerson(cafe.database)(MIA)
    assert given(await collects(cafe, MIA, sheet, 3)).stamps == 1
    await ForgetPerson(cafe.database)(MIA)
    collected = await collects(cafe, MIA, sheet, 4)
    assert (collected.new, collected.outcome) == (True, SlipsUsedUp(3))


async def test_a_slip_that_was_taken_back_is_one_of_the_three_no_more(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    visits = [given(await collects(cafe, MIA, sheet, number)).visit.id for number in (1, 2, 3)]
    await cafe.undo_visit(ANNA, visits[0])
    assert given(await collects(cafe, MIA, sheet, 4)).fresh
    with refused(CollectedUndone()):
        await collects(cafe, MIA, sheet, 1)


async def test_slips_count_for_no_limit_of_visits_and_for_nobodys_hour(cafe: Cafe) -> None:
    sheet = await prints(cafe, 130)
    for number in (1, 2, 3):
        await collects(cafe, MIA, sheet, number)
    visit = await cafe.serves(MIA)
    stamped = await cafe.confirm_visit(BEN, visit, stamps=1)
    assert stamped.visit.reason is None
    for number in range(4, 130):
        guest = Person(TelegramId(8000 + number), f"G{number}", "en")
        await collects(cafe, guest, sheet, number)
    assert await cafe.watch_pace() == 0


async def test_whoever_printed_a_sheet_collects_none_of_it(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    assert (await collects(cafe, ANNA, sheet)).outcome == OwnSlip()
    await cafe.join(ANNA)
    assert (await collects(cafe, ANNA, sheet)).outcome == OwnSlip()
    anna = cafe.staff_id(ANNA)
    assert cafe.rows(REFUSALS) == [("OwnSlip", anna, None), ("OwnSlip", anna, 1)]
    assert given(await collects(cafe, MIA, sheet)).fresh


async def test_other_staff_collect_on_their_own_card_and_a_till_does_not(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    assert given(await collects(cafe, BEN, sheet)).fresh
    await cafe.opens_till()
    with refused(OwnPhoneOnly()):
        await collects(cafe, TILL, sheet, 2)


async def test_a_slip_outlives_whoever_printed_it(cafe: Cafe) -> None:
    await cafe.hires_manager()
    sheet = await prints(cafe, by=MAX)
    await cafe.remove_staff(ANNA, cafe.staff_id(MAX))
    assert given(await collects(cafe, MIA, sheet)).by == "Max"
    assert (await collects(cafe, MAX, sheet, 2)).outcome == OwnSlip()


async def test_it_is_good_to_the_end_of_the_day_that_stands_on_it(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    assert last_day(sheet.sheet, sheet.rules) == (MORNING + timedelta(days=30)).date()
    until = sheet.sheet.expires_at
    cafe.clock.advance(until - MORNING - timedelta(microseconds=1))
    assert given(await collects(cafe, MIA, sheet)).fresh
    cafe.clock.advance(timedelta(microseconds=1))
    with refused(SlipOver(expired=True)):
        await collects(cafe, MIA, sheet, 2)
    assert not given(await collects(cafe, MIA, sheet)).fresh
    assert (await slip_states(cafe, sheet))[:2] == [SlipState.USED, SlipState.EXPIRED]


async def test_a_guess_is_no_slip(cafe: Cafe) -> None:
    with refused(UnknownSlip()):
        await cafe.collect_voucher(MIA, "A" * 22)
    assert cafe.number("SELECT COUNT(*) FROM customers") == 0


# -------------------------------------------------------------------------- voiding, listing


async def test_a_void_slip_gives_nothing_and_a_used_one_can_not_be_voided(cafe: Cafe) -> None:
    sheet = await prints(cafe, 3)
    await cafe.void_vouchers.slip(ANNA, sheet.sheet.id, 2)
    facts = await cafe.void_vouchers.slip(ANNA, sheet.sheet.id, 2)
    assert facts.counted.left == 2
    with refused(SlipOver(expired=False)):
        await collects(cafe, MIA, sheet, 2)
    await collects(cafe, MIA, sheet, 1)
    for number, why in ((1, SlipCollected(1)), (4, SlipGone())):
        with refused(why):
            await cafe.void_vouchers.slip(ANNA, sheet.sheet.id, number)
    assert await slip_states(cafe, sheet) == [SlipState.USED, SlipState.VOID, SlipState.OPEN]


async def test_a_void_sheet_gives_nothing_any_more_and_what_was_collected_stays(cafe: Cafe) -> None:
    sheet = await prints(cafe, 3)
    await collects(cafe, MIA, sheet, 1)
    await cafe.void_vouchers.slip(ANNA, sheet.sheet.id, 2)
    facts = await cafe.void_vouchers.sheet(ANNA, sheet.sheet.id)
    assert (facts.counted.used, facts.counted.void, facts.counted.left) == (1, 2, 0)
    with refused(SlipOver(expired=False)):
        await collects(cafe, MIA, sheet, 3)
    assert not given(await collects(cafe, MIA, sheet, 1)).fresh
    await cafe.void_vouchers.sheet(ANNA, sheet.sheet.id)


async def test_the_list_counts_and_is_for_managers(cafe: Cafe) -> None:
    first, second = await prints(cafe, 3), await prints(cafe, 5)
    await collects(cafe, MIA, first, 2)
    await cafe.void_vouchers.slip(ANNA, second.sheet.id, 5)
    board = await cafe.read_vouchers(ANNA)
    counted = [(one.sheet.id, one.used, one.void, one.left) for one in board.sheets]
    assert counted == [(second.sheet.id, 0, 1, 4), (first.sheet.id, 1, 0, 2)]
    for doing in (
        cafe.read_vouchers(BEN),
        cafe.read_sheet(BEN, first.sheet.id),
        cafe.void_vouchers.slip(BEN, first.sheet.id, 1),
        cafe.void_vouchers.sheet(CARA, first.sheet.id),
    ):
        with refused(NotManager()):
            await doing
    with refused(SlipGone()):
        await cafe.read_sheet(ANNA, SheetId(99))


# -------------------------------------------------------------------------- afterwards


async def test_a_late_undo_takes_it_back(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await collects(cafe, MIA, await prints(cafe))
    cafe.later(days=2)
    number = OperationId(cafe.last_operation())
    await cafe.take_back(MAX, number, "copied slip", chat_id=private(MAX), cause=None)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_slip_that_was_taken_back_is_not_said_to_have_been_collected(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await collects(cafe, MIA, sheet)
    await cafe.take_back(ANNA, cafe.last_operation(), "wrong", chat_id=private(ANNA), cause=None)
    for person in (MIA, LEO):
        with refused(CollectedUndone()):
            await collects(cafe, person, sheet)


async def test_undo_last_does_not_reach_into_somebodys_kitchen(cafe: Cafe) -> None:
    await collects(cafe, MIA, await prints(cafe))
    with refused(NothingToUndo()):
        await cafe.undo_last(ANNA, cause=Cause(private(ANNA), MessageId(9)))
    assert (await cafe.card(MIA)).stamps == 1


async def test_my_data_names_the_slip_and_forgetting_leaves_a_number(cafe: Cafe) -> None:
    sheet = await prints(cafe)
    await collects(cafe, MIA, sheet, 3)
    mine = await ReadMyData(cafe.database)(MIA)
    assert mine.data is not None
    assert [visit.slip for visit in mine.data.visits] == ["1-3"]
    await ForgetPerson(cafe.database)(MIA)
    with refused(AlreadyCollected()):
        await collects(cafe, MIA, sheet, 3)
