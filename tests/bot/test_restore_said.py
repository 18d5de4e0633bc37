"""What a restore says, before it is done, of what is lost by it and of what comes back.

Not here: that it does so (test_restore.py), and who worked then (test_restore_elsewhere.py).
"""

from datetime import timedelta

from bot.safekeeping_commands import say_prospect
from loyalty.programs import Collects
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, LEO, MIA


async def test_a_bill_that_was_undone_since_the_backup_is_no_loss_of_less_than_nothing(house: House) -> None:
    cafe = await house.opens()
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="3,50")).visit
    file = house.backs_up()
    house.clock.advance(timedelta(minutes=1))
    await cafe.undo_visit(BEN, visit.id)
    await cafe.close()
    said = " ".join(say_prospect(await house.restores(file)))
    assert "-17.5" not in said, said
    assert "Nothing was entered since then. Of before, 1 receipt undone since then will count again." in said


async def test_what_was_undone_takes_nothing_from_the_loss_of_what_was_not(house: House) -> None:
    """The stamps of a visit of before were subtracted from those that are lost."""
    cafe = await house.opens()
    visit = await cafe.stamps(MIA, 3)
    file = house.backs_up()
    house.clock.advance(timedelta(minutes=1))
    await cafe.undo_visit(BEN, visit)
    await cafe.stamps(LEO, 2)
    await cafe.close()
    said = " ".join(say_prospect(await house.restores(file)))
    assert "since then (1 visit, 2 stamps) is lost" in said


async def test_points_that_were_paid_since_the_backup_are_named_before_they_come_back(house: House) -> None:
    cafe = await house.opens()
    await cafe.change_rules(ANNA, collects=Collects.POINTS, staff_alone=True)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="90")
    house.clock.advance(timedelta(minutes=20))
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    file = house.backs_up()
    house.clock.advance(timedelta(minutes=1))
    spent = (await cafe.offer_spending(BEN, visit.id)).points
    assert spent > 100
    await cafe.close()
    said = " ".join(say_prospect(await house.restores(file)))
    assert f"0 rewards handed over and {spent} points paid with since then will be on the cards again" in said
    assert "points) is lost" not in said


async def test_points_that_paid_for_a_bill_that_was_undone_are_on_the_card_already(house: House) -> None:
    cafe = await house.opens()
    await cafe.change_rules(ANNA, collects=Collects.POINTS, staff_alone=True)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="90")
    file = house.backs_up()
    house.clock.advance(timedelta(minutes=20))
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    await cafe.offer_spending(BEN, visit.id)
    await cafe.undo_visit(BEN, visit.id)
    await cafe.close()
    assert "Nothing was entered since then." in say_prospect(await house.restores(file))
