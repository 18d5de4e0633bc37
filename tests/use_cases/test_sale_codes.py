"""Sale codes: shown by staff, collected by whoever scans first, once, for ninety seconds.

Not here: how they look (tests/journeys/test_sale.py).
"""

import asyncio

import pytest

from loyalty.deliveries import ScreenKind
from loyalty.erasures import find_former_number
from loyalty.ids import ChatId, MessageId, TelegramId
from loyalty.limits import Answer, Limit, Limits
from loyalty.people import Cause, Person
from loyalty.programs import Collects
from loyalty.receipts import VisitBooked
from loyalty.refusals import (
    AlreadyCollected,
    AmountUnreadable,
    CodeRanOut,
    CollectedUndone,
    NoBills,
    NobodyOnShift,
    NoStamps,
    NotByYourself,
    NotStaff,
    OwnPhoneOnly,
    OwnSaleCode,
    SaleCodeOver,
    SaleCodeTooLarge,
    TooManyStamps,
)
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.visits.collecting import Collected
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.sale_codes import ReadSaleCode, ShownSaleCode
from loyalty.verdicts import LimitName
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused
from tests.use_cases.at_the_queue import names, serves

STATES = "SELECT state FROM sale_codes ORDER BY id"
VISITS = "SELECT state, stamps, opened_by, settled_by, till_id FROM visits"
REFUSALS = "SELECT kind, staff_id, customer_id FROM refusals"
SECONDS = 90
STAMPED = "SELECT COUNT(*) FROM operations"


@pytest.fixture
async def both(cafe: Cafe) -> Cafe:
    """A cafe that gives a stamp and five per cent in points."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=(350,))
    return cafe


async def collects(cafe: Cafe, customer: Person, shown: ShownSaleCode) -> Collected:
    return await cafe.collect_sale_code(customer, shown.secret)


def given(collected: Collected) -> Stamped:
    assert isinstance(collected.outcome, Stamped), collected.outcome
    return collected.outcome


def states(cafe: Cafe) -> list[object]:
    return [state for (state,) in cafe.rows(STATES)]


# -------------------------------------------------------------------------- collecting


async def test_who_collects_is_served_and_leaves_the_queue(cafe: Cafe) -> None:
    code = await cafe.shows(MIA)
    await cafe.shows(LEO)
    assert await names(cafe, private(BEN)) == ["Mia", "Leo"]
    await collects(cafe, MIA, await cafe.sells(CARA, 1))
    assert await names(cafe, private(BEN)) == ["Leo"]
    with refused(CodeRanOut()):
        await serves(cafe, BEN, code)
    await cafe.scans(BEN, code)  # the code itself is as good as before
    told = "SELECT chat_id FROM deliveries WHERE notice LIKE '%QueueLeft%'"
    assert cafe.rows(told) == [(MIA.telegram_id,)], "the message of the code says still that staff see her"


async def test_who_wants_to_have_something_waits_on(cafe: Cafe) -> None:
    await cafe.shows(MIA, reward_id=await cafe.fills(MIA))
    await collects(cafe, MIA, await cafe.sells(CARA, 1))
    assert await names(cafe, private(BEN)) == ["Mia"]


async def test_the_customer_collects_and_the_visit_is_of_whoever_showed_it(cafe: Cafe) -> None:
    collected = await collects(cafe, MIA, await cafe.sells(BEN, 2))
    stamped = given(collected)
    assert (collected.new, stamped.fresh, stamped.stamps, stamped.by) == (True, True, 2, "Ben")
    ben = cafe.staff_id(BEN)
    assert cafe.rows(VISITS) == [("confirmed", 2, ben, ben, None)]
    assert states(cafe) == ["used"]
    assert cafe.rows("SELECT op_key, kind FROM operations") == [("visit:1", "visit")]


async def test_who_has_a_card_collects_on_it(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 3)
    cafe.later(minutes=20)
    collected = await collects(cafe, MIA, await cafe.sells(BEN, 3))
    assert not collected.new
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (0, 1)


async def test_a_bill_gives_the_stamp_too_as_a_typed_one_does(both: Cafe) -> None:
    await collects(both, MIA, await both.sells(BEN, bill="3,50"))
    fact = both.last_fact()
    assert isinstance(fact, VisitBooked)
    assert fact.bill is not None
    assert (fact.added, fact.bill.earned) == (1, 1750)
    both.later(minutes=20)
    shown = await both.show_sale_code(
        BEN, chat_id=private(BEN), cause=None, stamps=2, bill=350, currency="EUR"
    )
    assert shown is not None
    await collects(both, MIA, shown)
    card = await both.card(MIA)
    assert (card.stamps, card.points) == (3, 3500)


async def test_where_only_bills_count_a_bill_alone_is_collected(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    await collects(cafe, MIA, await cafe.sells(BEN, bill="10"))
    card = await cafe.card(MIA)
    assert (card.stamps, card.points) == (0, 5000)
    with refused(NoStamps(sale=True)):
        await cafe.sells(BEN, 1)


async def test_what_is_no_sale_makes_no_code(both: Cafe) -> None:
    for bill in ("1,2,3", "-5", "1e9", "٣", "0"):
        with refused(AmountUnreadable(sale=True)):
            await both.sells(BEN, bill=bill)
    with refused(AmountUnreadable(sale=True)):
        await both.show_sale_code(BEN, chat_id=private(BEN), cause=None, stamps=1, bill=10**12)
    with refused(TooManyStamps(99)):
        await both.sells(BEN, 100)
    with refused(NotStaff()):
        await both.sells(MIA, 1)
    await both.change_rules(ANNA, collects=Collects.STAMPS)
    with refused(NoBills(sale=True)):
        await both.sells(BEN, bill="3,50")
    with refused(NoBills(sale=True)):
        await both.show_sale_code(BEN, chat_id=private(BEN), cause=None, stamps=1, bill=350)
    assert states(both) == []


async def test_scanned_again_it_shows_the_same_and_gives_nothing(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 2)
    await collects(cafe, MIA, shown)
    again = given(await collects(cafe, MIA, shown))
    assert (again.fresh, again.stamps) == (False, 2)
    cafe.later(minutes=5)
    assert not given(await collects(cafe, MIA, shown)).fresh
    await cafe.undo_visit(BEN, again.visit.id)
    for person in (MIA, LEO):
        with refused(CollectedUndone()):
            await collects(cafe, person, shown)
    assert (await cafe.card(MIA)).stamps == 0


async def test_somebody_else_is_told_that_it_is_gone_and_joins_by_nothing(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 1)
    await collects(cafe, MIA, shown)
    with refused(AlreadyCollected()):
        await collects(cafe, LEO, shown)
    assert cafe.number("SELECT COUNT(*) FROM customers") == 1


async def test_fifty_people_at_once_and_one_of_them_collects(cafe: Cafe) -> None:
    crowd = [Person(TelegramId(7000 + number), f"G{number}", "en") for number in range(50)]
    shown = await cafe.sells(BEN, 1)
    outcomes = await asyncio.gather(*(collects(cafe, one, shown) for one in crowd), return_exceptions=True)
    assert sum(isinstance(one, Collected) for one in outcomes) == 1
    assert cafe.number("SELECT COUNT(*) FROM visits") == cafe.number(STAMPED) == 1
    assert cafe.number("SELECT COUNT(*) FROM customers") == 1


async def test_fifty_scans_of_one_customer_give_once(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 2)
    collected = await asyncio.gather(*(collects(cafe, MIA, shown) for _ in range(50)))
    assert sum(given(one).fresh for one in collected) == 1
    assert (await cafe.card(MIA)).stamps == 2


async def test_a_frozen_card_collects(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.freeze_card(MIA, cafe.last_operation())
    cafe.later(minutes=20)
    assert given(await collects(cafe, MIA, await cafe.sells(BEN, 1))).stamps == 1


# -------------------------------------------------------------------------- ninety seconds, one at a time


async def test_it_works_until_the_last_second(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 1)
    cafe.later(seconds=SECONDS - 0.000001)
    assert given(await collects(cafe, MIA, shown)).fresh


async def test_and_not_one_later_whether_time_was_looked_at_or_not(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 1)
    cafe.later(seconds=SECONDS)
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, shown)
    assert states(cafe) == ["live"]
    assert await cafe.expire_due() == 1
    assert states(cafe) == ["expired"]
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, shown)
    assert cafe.number("SELECT COUNT(*) FROM customers") == 0


async def test_a_newer_one_voids_the_one_before_and_a_colleagues_stays(cafe: Cafe) -> None:
    first, of_cara = await cafe.sells(BEN, 1), await cafe.sells(CARA, 1)
    second = await cafe.sells(BEN, 2)
    assert states(cafe) == ["void", "live", "live"]
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, first)
    assert given(await collects(cafe, MIA, second)).stamps == 2
    assert given(await collects(cafe, LEO, of_cara)).stamps == 1


async def test_ten_wishes_at_once_leave_one_live_code(cafe: Cafe) -> None:
    await asyncio.gather(*(cafe.sells(BEN, 1) for _ in range(10)))
    assert sorted(map(str, states(cafe))) == ["live", *["void"] * 9]


async def test_a_guess_is_no_code(cafe: Cafe) -> None:
    with refused(SaleCodeOver()):
        await cafe.collect_sale_code(MIA, "A" * 22)


# -------------------------------------------------------------------------- a replayed message


def asked(number: int = 77) -> Cause:
    return Cause(private(BEN), MessageId(number))


async def test_a_replayed_message_makes_its_secret_anew(cafe: Cafe) -> None:
    first = await cafe.sells(BEN, 1, cause=asked())
    second = await cafe.sells(BEN, 1, cause=asked())
    assert states(cafe) == ["void", "live"]
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, first)
    cafe.later(seconds=SECONDS)
    await cafe.expire_due()
    third = await cafe.sells(BEN, 1, cause=asked())
    assert second.secret != third.secret
    assert states(cafe) == ["void", "expired", "live"]


async def test_a_replayed_message_whose_code_was_collected_brings_the_card_instead(cafe: Cafe) -> None:
    await collects(cafe, MIA, await cafe.sells(BEN, 1, cause=asked()))
    again = await cafe.show_sale_code(BEN, chat_id=private(BEN), cause=asked(), stamps=1)
    assert again is None
    assert states(cafe) == ["used"]
    shown = cafe.rows("SELECT kind, subject_id, chat_id FROM screens WHERE kind = 'staff_card'")
    assert shown == [(ScreenKind.STAFF_CARD, 1, private(BEN))]


# -------------------------------------------------------------------------- roles and shifts


async def test_nobody_stamps_themselves_and_the_code_stays_live(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 2)
    assert (await collects(cafe, BEN, shown)).outcome == OwnSaleCode()
    await cafe.join(BEN)
    assert (await collects(cafe, BEN, shown)).outcome == OwnSaleCode()
    ben = cafe.staff_id(BEN)
    assert cafe.rows(REFUSALS) == [("OwnSaleCode", ben, None), ("OwnSaleCode", ben, 1)]
    assert given(await collects(cafe, MIA, shown)).stamps == 2


async def test_a_colleague_on_the_day_off_collects_on_their_own_card(cafe: Cafe) -> None:
    assert given(await collects(cafe, CARA, await cafe.sells(BEN, 1))).fresh


async def test_a_code_ends_with_the_role(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 1)
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    assert states(cafe) == ["void"]
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, shown)


async def test_a_till_shows_for_whoever_is_on_shift_and_its_code_ends_with_the_shift(cafe: Cafe) -> None:
    await cafe.opens_till()
    with refused(NobodyOnShift()):
        await cafe.sells(TILL, 1)
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    await collects(cafe, MIA, await cafe.sells(TILL, 1))
    ben = cafe.staff_id(BEN)
    assert cafe.rows(VISITS) == [("confirmed", 1, ben, ben, 1)]
    shown = await cafe.sells(TILL, 1)
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    assert states(cafe) == ["used", "void"]
    with refused(SaleCodeOver()):
        await collects(cafe, LEO, shown)
    await cafe.sells(TILL, 1)
    await cafe.end_shift(TILL)
    assert states(cafe)[-1] == "void"


async def test_a_shift_that_ran_out_by_itself_ends_its_code_too(cafe: Cafe) -> None:
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    cafe.later(hours=19, minutes=29, seconds=30)  # 03:59:30
    shown = await cafe.sells(TILL, 1)
    cafe.later(seconds=40)
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, shown)


async def test_a_till_collects_nothing(cafe: Cafe) -> None:
    await cafe.opens_till()
    with refused(OwnPhoneOnly()):
        await collects(cafe, TILL, await cafe.sells(BEN, 1))


# -------------------------------------------------------------------------- limits


async def test_minutes_after_a_visit_it_is_a_second_round_by_the_staffs_own_doing(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=2)
    assert given(await collects(cafe, MIA, await cafe.sells(BEN, 1))).fresh
    assert cafe.rows("SELECT reason FROM visits ORDER BY id") == [(None,), ("second_round",)]


async def test_where_a_reason_is_missing_nothing_is_collected_and_staff_see_why(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    shown = await cafe.sells(BEN, 1)
    refusal = NotByYourself(LimitName.VISITS_A_DAY)
    assert (await collects(cafe, MIA, shown)).outcome == refusal
    assert (await cafe.card(MIA)).stamps == 3
    assert cafe.rows(REFUSALS) == [("NotByYourself", cafe.staff_id(BEN), 1)]
    facts = await ReadSaleCode(cafe.database)(shown.code_id)
    assert (facts.code.refused, facts.refused_customer) == (LimitName.VISITS_A_DAY, "Mia")
    assert given(await collects(cafe, LEO, shown)).fresh  # a refusal leaves it unused


async def test_a_limit_of_the_day_holds_back_minutes_after_a_visit_too(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=5)
    refusal = NotByYourself(LimitName.VISITS_A_DAY)
    assert (await collects(cafe, MIA, await cafe.sells(BEN, 1))).outcome == refusal


async def test_a_limit_that_refuses_holds_back(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, limits=Limits(visits_a_day=Limit(2, Answer.REFUSE)))
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    refusal = NotByYourself(LimitName.VISITS_A_DAY)
    assert (await collects(cafe, MIA, await cafe.sells(BEN, 1))).outcome == refusal


async def test_who_comes_for_the_first_time_and_is_held_back_has_a_card_all_the_same(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 9)
    await cafe.change_rules(ANNA, limits=Limits(stamps_a_visit=Limit(5, Answer.ASK)))
    collected = await collects(cafe, MIA, shown)
    assert (collected.new, collected.outcome) == (True, NotByYourself(LimitName.STAMPS_A_VISIT))


async def test_no_code_is_made_of_what_nobody_could_collect(cafe: Cafe) -> None:
    with refused(SaleCodeTooLarge(9)):
        await cafe.sells(BEN, 10)
    await collects(cafe, MIA, await cafe.sells(ANNA, 10))  # an owner's own word
    assert cafe.rows("SELECT kind FROM flags") == [("override",)]


# -------------------------------------------------------------------------- the hour


async def test_its_stamps_count_to_the_hour_in_which_it_was_made(cafe: Cafe) -> None:
    for number in range(12):
        guest = Person(TelegramId(8000 + number), f"G{number}", "en")
        shown = await cafe.sells(BEN, 9)
        cafe.later(seconds=60)
        await collects(cafe, guest, shown)
    last = await cafe.sells(BEN, 9)
    assert await cafe.watch_pace() == 0  # 117, the live one among them
    await cafe.sells(CARA, 9)
    await cafe.stamps(MIA, 3)
    assert await cafe.watch_pace() == 1
    await collects(cafe, LEO, last)
    assert await cafe.watch_pace() == 1
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE dedupe_key LIKE 'pace:%'") == 1
    cafe.later(minutes=48, seconds=1)  # an hour after the first was made, not after it was collected
    assert await cafe.watch_pace() == 0


async def test_a_code_that_nobody_collected_counts_no_more(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, limits=Limits(stamps_an_hour=Limit(10, Answer.FLAG)))
    await cafe.stamps(MIA, 2)
    await cafe.sells(BEN, 9)
    assert await cafe.watch_pace() == 1
    cafe.later(seconds=SECONDS)
    await cafe.expire_due()
    assert await cafe.watch_pace() == 0


# -------------------------------------------------------------------------- the staff member's message


async def keep(cafe: Cafe, shown: ShownSaleCode, *, picture: bool = True) -> None:
    at = MessageId(501) if picture else None
    await cafe.keep_sale_screens(shown.code_id, private(BEN), text=MessageId(500), picture=at)


def screens(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows(
        "SELECT kind, subject_id, message_id FROM screens WHERE kind <> 'invite' ORDER BY message_id"
    )


@pytest.mark.parametrize("quick", [False, True])
async def test_the_message_becomes_the_visits_card_however_quick_the_customer_was(
    cafe: Cafe, quick: bool
) -> None:
    shown = await cafe.sells(BEN, 2)
    if not quick:
        await keep(cafe, shown)
    visit = given(await collects(cafe, MIA, shown)).visit.id
    if quick:
        await keep(cafe, shown)
    assert screens(cafe) == [
        (ScreenKind.STAFF_CARD, visit, 500),
        (ScreenKind.SALE_CODE_PICTURE, shown.code_id, 501),
    ]
    waiting = cafe.rows(
        """SELECT s.message_id FROM deliveries d JOIN screens s ON s.id = d.screen_id
           WHERE d.state = 'pending' AND s.kind <> 'invite' ORDER BY s.message_id"""
    )
    assert waiting == [(500,), (501,)]
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_code_whose_picture_was_never_seen_is_void(cafe: Cafe) -> None:
    shown = await cafe.sells(BEN, 1)
    await keep(cafe, shown, picture=False)
    with refused(SaleCodeOver()):
        await collects(cafe, MIA, shown)


async def test_who_was_held_back_and_is_forgotten_leaves_no_name_on_the_message(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    shown = await cafe.sells(BEN, 1)
    await keep(cafe, shown)
    await collects(cafe, MIA, shown)
    await cafe.delivers_all()
    await ForgetPerson(cafe.database)(MIA)
    facts = await ReadSaleCode(cafe.database)(shown.code_id)
    assert find_former_number(facts.refused_customer) is not None
    redrawn = """SELECT s.subject_id FROM deliveries d JOIN screens s ON s.id = d.screen_id
                 WHERE d.dedupe_key LIKE 'forgotten:%' AND s.kind = 'sale_code'"""
    assert cafe.rows(redrawn) == [(shown.code_id,)]


async def test_undo_last_finds_it(cafe: Cafe) -> None:
    await collects(cafe, MIA, await cafe.sells(BEN, 2))
    done = await cafe.undo_last(BEN, cause=Cause(ChatId(1), MessageId(9)))
    assert done.stamps == 2
    assert (await cafe.card(MIA)).stamps == 0
