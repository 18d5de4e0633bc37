"""Segments are counted without reading more than they must: every customer once, their visits by index.

Not here: whether the counts are right (tests/model/test_segments.py).
"""

import asyncio
from pathlib import Path

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.ids import THE_ONLY_LOCATION, CustomerId
from loyalty.ports import Transaction
from loyalty.programs import Collects
from loyalty.segments import (
    BirthdayIn,
    CameBy,
    ComesAt,
    Condition,
    DayPart,
    HereLately,
    JoinedAt,
    LastVisit,
    Lost,
    NeverCame,
    New,
    OneToGo,
    Regular,
    Slipping,
    Speaks,
    Spent,
    Visited,
    Voiced,
)
from loyalty.surveys import Band, Frequency
from loyalty.use_cases.campaigns.permitting import standing_of
from loyalty.use_cases.house.upkeep import NoteHours
from tests.counter import ANNA, MIA, Cafe, settle_staff
from tests.storage.watched_statements import watching

EVERY: tuple[Condition, ...] = (
    New(), HereLately(), Slipping(), Lost(), NeverCame(), OneToGo(), BirthdayIn(), Regular(),
    ComesAt(DayPart.MORNING), Speaks("en"), JoinedAt(THE_ONLY_LOCATION), CameBy("door"), Visited(2, 9),
    Spent(1_000, 9_000), LastVisit(3, 9), Voiced(Band.DETRACTOR, Frequency.SELDOM),
)  # fmt: skip
GROWING = {
    "customers", "visits", "cards", "identities", "moves", "recipients", "wishes", "questions", "consents",
    "invitations", "responses",
}  # fmt: skip


def counts_everything(tx: Transaction) -> None:
    for condition in EVERY:
        tx.segments.audience((condition,), CampaignKind.BROADCAST)
        tx.segments.customers((condition,), after=CustomerId(0), most=100)
    for kind in CampaignKind:
        tx.segments.audience((), kind)
        tx.segments.audience((), kind, asks_on=tx.now.date())
    tx.segments.facts_of(CustomerId(1))
    standing_of(tx, CustomerId(1))
    tx.questions.find_before(CustomerId(1))


async def test_only_customers_are_read_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path)
        await cafe.change_rules(ANNA, collects=Collects.BOTH)
        await cafe.stamps(MIA, 1)
        await cafe.database.report(counts_everything)
        await NoteHours(cafe.database)()
        await cafe.close()
    scans = {(scan.table, scan.index) for scan in watched.find_scans(cafe.folder, GROWING)}
    assert {table for table, index in scans if index != "visits_hourless"} <= {"customers"}


async def test_purchases_of_before_get_their_hour_by_the_clock_of_the_cafe(tmp_path: Path) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    cafe = await Cafe.open(tmp_path)
    await cafe.change_rules(ANNA, zone="Europe/Tallinn")
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(hours=2)
    known = cafe.rows("SELECT hour FROM visits ORDER BY id")
    assert known == [(10,), (12,), (14,)]  # 8:30 UTC is 10:30 there
    with cafe.raw() as connection:
        connection.execute("UPDATE visits SET hour = NULL")  # as an older version left them
    assert await NoteHours(cafe.database)() == 3
    assert await NoteHours(cafe.database)() == 0
    assert cafe.rows("SELECT hour FROM visits ORDER BY id") == known
    await cafe.close()
