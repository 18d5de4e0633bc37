"""Nobody stamps themselves: neither at their own phone nor at the till they stand at.

Not here: rewards of one's own (test_handovers.py).
"""

from loyalty.ids import ApprovalId, TelegramId
from loyalty.people import Person
from loyalty.refusals import (
    ApprovalAsked,
    NotManager,
    OwnCode,
)
from tests.counter import ANNA, BEN, CARA, MIA, TILL, Cafe
from tests.refusing import refused
from tests.use_cases.judged import REFUSALS

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
