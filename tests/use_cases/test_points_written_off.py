"""Points of a bill that was refunded paid for another one: taken back in whichever order, it adds up.

Not here: what is written off at first (test_bills.py), and any order of anything (tests/model).
"""

from itertools import permutations

import pytest

from loyalty.ids import OperationId, VisitId
from loyalty.limits import Answer, Limit, LimitsWanted
from loyalty.programs import Collects
from loyalty.receipts import VisitTakenBack, VisitUndone
from loyalty.refusals import CardMovedAway
from loyalty.use_cases.house.day import ReadDay
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused

A_POINT = 100


@pytest.fixture
async def generous(cafe: Cafe) -> Cafe:
    """A cafe that gives five per cent, takes all of a bill and asks nobody why they come again."""
    await cafe.change_rules(
        ANNA, collects=Collects.POINTS, usual_amounts=(350,), spend_percent=100,
        single_limits=LimitsWanted(visits_a_day=Limit(4, Answer.ALLOW)),
    )  # fmt: skip
    return cafe


async def test_points_that_were_written_off_do_not_come_back_with_the_bill_that_they_paid(
    generous: Cafe,
) -> None:
    """Both bills are refunded, the older one first: the cafe has no sale left, and nobody keeps a point."""
    first = await _buys(generous, "20")
    second = await _pays(generous, "1,00")
    assert (await generous.card(MIA)).points == 0
    generous.later(minutes=20)
    await _takes_back(generous, first)
    await _takes_back(generous, second)
    assert (await generous.card(MIA)).points == 0
    fact = generous.last_fact()
    assert isinstance(fact, VisitTakenBack)
    assert (fact.points_written_off, fact.points_made_good) == (0, 100 * A_POINT)
    assert fact.bill is not None
    assert fact.bill.points == 0
    assert await _written_off(generous) == 0


async def test_nor_by_the_ordinary_undo(generous: Cafe) -> None:
    first = await _buys(generous, "20")
    second = await _pays(generous, "1,00")
    await _takes_back(generous, first)
    await generous.undo_visit(BEN, second)
    assert (await generous.card(MIA)).points == 0
    fact = generous.last_fact()
    assert isinstance(fact, VisitUndone)
    assert fact.points_made_good == 100 * A_POINT


async def test_what_was_spent_in_part_is_made_good_in_part(generous: Cafe) -> None:
    """Two bills drank 60 and 40 of the points of a third: each gives back its own share of what was lost."""
    first = await _buys(generous, "20")
    await generous.change_rules(ANNA, minimum_bill=500)
    sixty, forty = await _pays(generous, "0,60"), await _pays(generous, "0,40")
    generous.later(minutes=20)
    await _takes_back(generous, first)
    assert await _written_off(generous) == 100 * A_POINT
    await _takes_back(generous, sixty)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (0, 40 * A_POINT)
    await _takes_back(generous, forty)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (0, 0)


async def test_points_of_other_bills_come_back(generous: Cafe) -> None:
    first, _other = await _buys(generous, "20"), await _buys(generous, "20")
    paid = await _pays(generous, "1,50")
    generous.later(minutes=20)
    await _takes_back(generous, first)  # 50 were there still, 50 are written off
    await _takes_back(generous, paid)
    assert (await generous.card(MIA)).points == 100 * A_POINT


async def test_a_payment_that_came_after_the_loss_is_undone_to_the_last_hundredth(generous: Cafe) -> None:
    """A cafe that bore a loss last year does not take it from whoever's payment was a slip today."""
    first = await _buys(generous, "20")
    before = await _pays(generous, "1,00")
    await _takes_back(generous, first)
    generous.later(days=300)
    await _buys(generous, "20")
    slip = await _pays(generous, "0,60")
    await generous.undo_visit(BEN, slip)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (100 * A_POINT,) * 2
    await _takes_back(generous, before)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (100 * A_POINT, 0)


async def test_what_is_left_of_a_loss_stays_as_old_as_it_was(generous: Cafe) -> None:
    first = await _buys(generous, "20")
    await generous.change_rules(ANNA, minimum_bill=500)
    sixty, _forty = await _pays(generous, "0,60"), await _pays(generous, "0,40")
    await _takes_back(generous, first)
    generous.later(minutes=20)
    await _buys(generous, "20")
    later = await _pays(generous, "1,00")
    await _takes_back(generous, sixty)  # books 40 anew, after the payment that had none of them
    await generous.undo_visit(BEN, later)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (100 * A_POINT, 40 * A_POINT)


@pytest.mark.parametrize("order", list(permutations(range(4))))
async def test_in_whichever_order_all_is_refunded_nothing_is_left(
    generous: Cafe, order: tuple[int, ...]
) -> None:
    """Four bills, of which the later ones drink what the earlier ones gave, and give something themselves."""
    bills = [await _buys(generous, "20"), await _pays(generous, "1,50")]
    bills += [await _buys(generous, "10"), await _pays(generous, "0,40")]
    generous.later(minutes=20)
    for place in order:
        await _takes_back(generous, bills[place])
        assert await _is_explained(generous)
    assert ((await generous.card(MIA)).points, await _written_off(generous)) == (0, 0)


async def test_the_days_figures_say_what_was_made_good(generous: Cafe) -> None:
    first = await _buys(generous, "20")
    second = await _pays(generous, "1,00")
    await _takes_back(generous, first)
    figures = (await ReadDay(generous.database)(ANNA)).figures.points
    assert (figures.written_off, figures.net) == (100 * A_POINT, 0)
    generous.later(days=1)
    await _takes_back(generous, second)
    figures = (await ReadDay(generous.database)(ANNA)).figures.points
    assert (figures.spent, figures.written_off, figures.adjusted) == (100 * A_POINT, -100 * A_POINT, 0)
    assert figures.net == 0


async def test_a_loss_stays_with_the_card_that_was_moved_and_takes_nothing_of_the_new_one(
    generous: Cafe,
) -> None:
    first = await _buys(generous, "20")
    old = generous.last_operation()
    paid = await _pays(generous, "1,00")
    await _takes_back(generous, first)
    await generous.join(LEO)
    await generous.types(BEN, (await generous.shows(LEO)).typed_code, bill="20")
    new = generous.last_operation()
    await generous.move_account(ANNA, old, new, "stolen", chat_id=private(ANNA), cause=None)
    with refused(CardMovedAway()):
        await _takes_back(generous, paid)
    spent = (await generous.types(BEN, (await generous.show_code(LEO, cause=None, spending=True)).typed_code,
                                  bill="0,50")).visit.id  # fmt: skip
    await generous.undo_visit(BEN, spent)
    assert (await generous.card(LEO)).points == 100 * A_POINT


async def _buys(cafe: Cafe, bill: str) -> VisitId:
    return (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill=bill)).visit.id


async def _pays(cafe: Cafe, bill: str) -> VisitId:
    shown = await cafe.show_code(MIA, cause=None, spending=True)
    return (await cafe.types(BEN, shown.typed_code, bill=bill)).visit.id


async def _takes_back(cafe: Cafe, visit: VisitId) -> None:
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit}"))
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)


async def _written_off(cafe: Cafe) -> int:
    return cafe.number(
        """
        SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
        LEFT JOIN ledger_entries r ON r.id = e.reverses
        WHERE e.currency = 'points' AND (e.kind = 'write_off' OR r.kind = 'write_off')
        """
    )


async def _is_explained(cafe: Cafe) -> bool:
    """Whether Mia's points are those of bills that stand, and no more is lost than these were paid with."""
    [(stands, spent)] = cafe.rows(
        """
        SELECT COALESCE(SUM(e.amount), 0),
               COALESCE(SUM(CASE WHEN e.kind = 'redeem' THEN -e.amount ELSE 0 END), 0)
        FROM ledger_entries e JOIN visits v ON v.id = e.visit_id AND v.state = 'confirmed'
        WHERE e.currency = 'points' AND e.kind IN ('earn', 'redeem')
        """
    )
    lost = await _written_off(cafe)
    assert isinstance(stands, int)
    assert isinstance(spent, int)
    return (await cafe.card(MIA)).points == stands + lost and 0 <= lost <= spent
