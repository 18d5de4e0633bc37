"""Growth: what runs every few seconds while a campaign goes out reads no table that grows with customers.

Not here: the counter (test_growth.py), and the report, which reads its own run's recipients.
"""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import pytest

from loyalty.deliveries import Lane
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.segments import Segment
from loyalty.use_cases.campaigns.feeding import RedrawRuns
from loyalty.use_cases.house.sending import FindNextSending
from storage.segments import StoredSegments
from tests.counter import ANNA, Cafe, settle_staff
from tests.storage.test_growth import HARDLY_ANYTHING, MUCH_LONGER, SHORT, growing_tables
from tests.storage.watched_statements import Watched, watching
from tests.use_cases.post_office import PostOffice

AS_MANY_AS_POSTS: Final = {"campaigns", "runs", "posts", "segments"}
"""What grows with what the owner writes."""
FEW, MANY = 60, 600
T = TypeVar("T")


async def sends_a_post(cafe: Cafe) -> None:
    """Twenty messages of a run, with every look that is taken meanwhile."""
    office = PostOffice(cafe)
    run = await office.launches(await office.draft())
    await office.open_runs()
    await office.sends(20)
    await RedrawRuns(cafe.database)()
    await FindNextSending(cafe.database)()
    await office.pause(ANNA, run.id)
    await office.resume(ANNA, run.id)
    await office.feed()
    await office.rescue(leases=True)


async def test_no_look_of_the_feeder_reads_a_table_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    cafe = await Cafe.open(tmp_path)
    cafe.later(hours=3)
    await PostOffice(cafe).guests(70)
    await cafe.close()
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path, clock=cafe.clock)
        await sends_a_post(cafe)
        await cafe.close()
    scans = watched.find_scans(cafe.folder, growing_tables(cafe) - AS_MANY_AS_POSTS)
    assert not [scan for scan in scans if scan.index not in SHORT]


async def claims_among(waiting: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    folder.mkdir()
    await asyncio.to_thread(settle_staff, folder)
    cafe = await Cafe.open(folder)
    with cafe.raw() as connection:
        for number in range(waiting):
            connection.execute(
                """
                INSERT INTO deliveries (dedupe_key, lane, chat_id, notice, state, run_at, created_at)
                VALUES (?, 'bulk', ?, '{"kind": "StaffRefused"}', 'pending', 0, 0)
                """,
                (f"bulk:{number}", 10_000 + number),
            )
    await cafe.close()
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(folder)
        for _ in range(20):
            assert await cafe.database.write(lambda tx: tx.deliveries.claim([Lane.TRANSACTIONAL, Lane.BULK]))
        await cafe.close()
    return watched


@pytest.mark.sqlite_only("steps of SQLite's own machine")
async def test_the_next_message_is_found_as_quickly_among_many_that_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = await claims_among(FEW, tmp_path / "few", monkeypatch)
    many = await claims_among(MANY * 10, tmp_path / "many", monkeypatch)
    longer = {
        statement: (few.steps[statement], steps)
        for statement, steps in many.steps.items()
        if steps > few.steps[statement] * MUCH_LONGER + HARDLY_ANYTHING
    }
    assert few.steps.keys() & many.steps.keys()
    assert not longer


async def test_finding_the_few_among_many_holds_up_nobody_who_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    cafe = await Cafe.open(tmp_path)
    cafe.later(hours=3)
    office = PostOffice(cafe)
    await office.guests(3)
    run = await office.launches(await office.draft())
    writing: list[bool] = []
    asked_while_writing: list[bool] = []
    write, find = cafe.database.write, StoredSegments.customers

    async def note_write(body: Callable[[Transaction], T]) -> T:
        writing.append(True)
        try:
            return await write(body)
        finally:
            writing.clear()

    def note_asked(
        self: StoredSegments, segment: Segment, *, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        asked_while_writing.append(bool(writing))
        return find(self, segment, after=after, most=most)

    monkeypatch.setattr(cafe.database, "write", note_write)
    monkeypatch.setattr(StoredSegments, "customers", note_asked)
    await office.feed()
    assert office.states(run.id) == {"queued": 3}
    assert asked_while_writing == [False]
    await cafe.close()
