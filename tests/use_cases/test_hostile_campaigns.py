"""What campaigns do not keep yet.

Not here: what they keep.
"""

from datetime import UTC, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.wishes import Purpose
from tests.counter import MIA, Cafe
from tests.use_cases.standing import StandingCafe

WIN_BACK = CampaignKind.WIN_BACK


@pytest.mark.xfail(strict=True, reason="the median is kept in whole days: 8.5 become 8, twice of it 16")
async def test_twice_a_rhythm_of_eight_days_and_a_half_is_seventeen_days(cafe: Cafe) -> None:
    here = await StandingCafe.open(cafe, datetime(2027, 4, 1, 9, tzinfo=UTC))
    await here.wishes(MIA, Purpose.OFFERS, on=True)
    await here.comes(MIA)
    for gap in (8, 9, 8, 9):
        cafe.clock.advance(timedelta(days=gap))
        await here.comes(MIA)
    last = cafe.clock.now()
    await here.switches_on(WIN_BACK)
    await here.until(last + timedelta(days=20), step=timedelta(hours=3))
    [reached] = here.of(MIA, WIN_BACK)
    assert reached[:10] == f"{last + timedelta(days=18):%Y-%m-%d}"
