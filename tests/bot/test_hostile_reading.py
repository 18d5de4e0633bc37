"""What a hostile reading found about restores; each test fails until it is mended.

Not here: what people do at the counter (tests/use_cases/test_hostile_reading.py).
"""

from datetime import timedelta

import pytest

from bot.safekeeping_commands import say_prospect
from loyalty.programs import Collects
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, MIA


@pytest.mark.xfail(strict=True, reason="hostile reading")
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


@pytest.mark.xfail(strict=True, reason="hostile reading")
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
    assert f"{spent} points" in said, said
