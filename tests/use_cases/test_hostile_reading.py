"""What somebody found who read points, vouchers and sale codes with bad intent: each is wrong still.

Not here: what was found at the terminal, on the server and in pictures (tests/bot, postgres, handlers).
"""

import pytest

from loyalty.ids import MessageId, VisitId
from loyalty.people import Cause
from loyalty.programs import Collects
from loyalty.refusals import Refused
from loyalty.use_cases.adjusting import OfReceipt
from tests.counter import ANNA, BEN, MIA, Cafe, private

HOSTILE = pytest.mark.xfail(strict=True, reason="hostile reading")


@pytest.fixture
async def rich(cafe: Cafe) -> Cafe:
    """Mia has 100 points, in a cafe that gives five per cent and takes all of a bill."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS, usual_amounts=(350,), spend_percent=100)
    await _buys(cafe, "20")
    cafe.later(minutes=20)
    return cafe


@HOSTILE
async def test_no_manager_puts_right_stamps_that_a_cafe_of_points_never_shows(rich: Cafe) -> None:
    """The customer reads "+2 stamps, 2 of 6", and no screen shows them ever after."""
    with pytest.raises(Refused):
        await rich.adjust_card(
            ANNA, OfReceipt(rich.last_operation()), 2, "till was down", chat_id=private(ANNA),
            cause=Cause(private(ANNA), MessageId(1)),
        )  # fmt: skip


async def _buys(cafe: Cafe, bill: str) -> VisitId:
    return (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill=bill)).visit.id
