"""Practice: everything can be tried, and nothing of it is counted or told.

Not here: the numbers of the day (test_day.py), which leave practice out.
"""

from loyalty.ids import CustomerId, VisitId
from loyalty.refusals import NotStaff
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from tests.counter import BEN, CARA, MIA, TILL, Cafe, private
from tests.refusing import refused


async def practises(cafe: Cafe) -> VisitId:
    return await cafe.start_practice(BEN, chat_id=private(BEN), cause=None)


async def test_a_practice_customer_walks_up_and_gets_a_stamp(cafe: Cafe) -> None:
    visit = await practises(cafe)
    stamped = await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (stamped.stamps, stamped.visit.practice) == (1, True)
    assert cafe.rows("SELECT practice FROM operations") == [(1,)]
    assert cafe.rows("SELECT practice FROM ledger_entries") == [(1,)]
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card'") == [(BEN.telegram_id,)]
    await cafe.undo_visit(BEN, visit)


async def test_a_full_card_is_handed_over_with_nobody_to_ask(cafe: Cafe) -> None:
    visit = await practises(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=6)
    visit = await practises(cafe)
    [reward] = (await ReadCounter(cafe.database)(visit)).rewards
    assert not (await cafe.offers(BEN, visit, reward.id)).asked
    await cafe.undo_handover(BEN, reward.id)
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 0


async def test_each_staff_member_has_one_practice_customer_and_one_open_visit(cafe: Cafe) -> None:
    first, second = await practises(cafe), await practises(cafe)
    await cafe.start_practice(CARA, chat_id=private(CARA), cause=None)
    states = [(await ReadCounter(cafe.database)(visit)).visit.state for visit in (first, second)]
    assert states == [VisitState.DECLINED, VisitState.OPEN]
    assert cafe.number("SELECT COUNT(*) FROM customers WHERE practice = 1") == 2


async def test_the_first_practice_stamp_ever_is_praised_once(cafe: Cafe) -> None:
    praised = "SELECT chat_id FROM deliveries WHERE notice LIKE '%PracticeStamped%'"
    for _ in range(3):
        await cafe.confirm_visit(BEN, await practises(cafe), stamps=1)
    assert cafe.rows(praised) == [(BEN.telegram_id,)]
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    visit = await cafe.start_practice(TILL, chat_id=private(TILL), cause=None)
    await cafe.confirm_visit(TILL, visit, stamps=1)
    assert cafe.rows(praised) == [(BEN.telegram_id,), (TILL.telegram_id,)]


async def test_practice_meets_no_limits(cafe: Cafe) -> None:
    for _ in range(12):
        await cafe.confirm_visit(BEN, await practises(cafe), stamps=6)
    assert cafe.number("SELECT COUNT(*) FROM flags") == 0
    assert cafe.number("SELECT COUNT(*) FROM approvals") == 0


async def test_a_real_customer_is_no_practice(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await practises(cafe)
    practice = await cafe.database.read(lambda tx: tx.people.get_customer(CustomerId(1)).practice)
    assert not practice


async def test_customers_do_not_practise(cafe: Cafe) -> None:
    with refused(NotStaff()):
        await cafe.start_practice(MIA, chat_id=private(MIA), cause=None)
