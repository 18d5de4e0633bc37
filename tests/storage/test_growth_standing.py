"""Standing campaigns find who is due by the indexes on birthdays, last visits and ends of gifts.

Not here: the counter without them (test_growth.py).
"""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.standing import FIRST_TERMS
from loyalty.wishes import Purpose
from tests.counter import BEN, MIA, Cafe, settle_staff
from tests.storage.test_growth import SHORT, growing_tables
from tests.storage.watched_statements import watching
from tests.use_cases.posts import a_post
from tests.use_cases.standing import CAKE, StandingCafe

FEW = {
    "campaigns": "as many as the owner has written",
    "posts": "of those",
    "runs_live": "runs that are going out",
    "customers_no_rhythm": "who has come since the last look",
}


async def test_nothing_that_goes_out_by_itself_reads_a_table_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path)
        here = await StandingCafe.open(cafe, datetime(2027, 4, 1, 9, tzinfo=UTC))
        await lives_a_month(here)
        await cafe.close()
    scans = watched.find_scans(cafe.folder, growing_tables(cafe))
    known = SHORT | FEW
    assert not [scan for scan in scans if scan.index not in known and scan.table not in known]


async def lives_a_month(here: StandingCafe) -> None:
    cafe = here.cafe
    for kind in FIRST_TERMS:
        await here.switches_on(kind, item=None if kind is CampaignKind.REMINDER else CAKE)
    await here.tells(MIA, 4, 20)
    await here.wishes(MIA, Purpose.OFFERS, on=True)
    for _ in range(10):
        await here.comes(MIA)
        cafe.clock.advance(timedelta(hours=25))
    [post] = await a_post(cafe, MIA, days=15)
    await cafe.take_offer(MIA, post)
    visit = await cafe.stamps(MIA, 1)
    await cafe.undo_visit(BEN, visit)
    await here.until(datetime(2027, 5, 20, tzinfo=UTC), step=timedelta(hours=8))
    assert {one.kind for one in here.reached} == {
        CampaignKind.BIRTHDAY, CampaignKind.MILESTONE, CampaignKind.WIN_BACK, CampaignKind.REMINDER,
    }  # fmt: skip
