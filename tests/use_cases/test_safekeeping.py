"""When a backup is due, what is remembered of it, and what owners hear.

Not here: the files (tests/storage/test_backup_files.py) and restoring (tests/bot/test_restore.py).
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from loyalty.ports import Transaction
from loyalty.refusals import NotOwner, Refused
from loyalty.safekeeping import BackupFault, LostWindow
from loyalty.use_cases.house.safekeeping import (
    FindUnsentBackup,
    IsBackupDue,
    NoteBackup,
    NoteBackupFailed,
    NoteBackupSent,
    NoteBackupTooBig,
    ReadAbout,
    ReadBackupState,
)
from tests.counter import ANNA, BEN, MIA, MORNING, Cafe, private


async def backed_up(cafe: Cafe, *, size: int = 1000) -> None:
    now = cafe.clock.now()
    await NoteBackup(cafe.database)(f"cafe-{now:%Y%m%d%H%M}.sqlite3", size=size, made_at=now)


def notices(cafe: Cafe, kind: str) -> list[tuple[object, ...]]:
    return cafe.rows(
        "SELECT chat_id FROM deliveries WHERE json_extract(notice, '$.kind') = ? ORDER BY id", kind
    )


async def test_each_day_of_the_cafe_gets_one_backup(cafe: Cafe) -> None:
    is_due = IsBackupDue(cafe.database)
    assert await is_due()
    await backed_up(cafe)
    assert not await is_due()
    cafe.later(hours=19, minutes=29)  # 03:59, the same day of the cafe
    assert not await is_due()
    cafe.later(minutes=1)
    assert await is_due()


async def test_the_day_begins_where_the_cafe_is(cafe: Cafe) -> None:
    def move_to_tallinn(tx: Transaction) -> None:
        tx.programs.add(replace(tx.programs.get_current().rules, zone="Europe/Tallinn"), by=None)

    await cafe.database.write(move_to_tallinn)
    await backed_up(cafe)
    cafe.later(hours=17, minutes=29)  # 01:59 UTC, 03:59 in Tallinn
    assert not await IsBackupDue(cafe.database)()
    cafe.later(minutes=1)
    assert await IsBackupDue(cafe.database)()


async def test_a_failure_is_told_once_a_day_and_tried_again_an_hour_later(cafe: Cafe) -> None:
    fails, is_due = NoteBackupFailed(cafe.database), IsBackupDue(cafe.database)
    await fails(BackupFault.NO_SPACE, "the disk is full")
    assert not await is_due()
    cafe.later(hours=1)
    assert await is_due()
    await fails(BackupFault.NO_SPACE, "the disk is full")
    assert notices(cafe, "BackupFailed") == [(private(ANNA),)]
    cafe.later(days=1)
    await fails(BackupFault.NO_SPACE, "the disk is full")
    assert len(notices(cafe, "BackupFailed")) == 2


async def test_a_failure_after_a_good_backup_shows_and_the_good_one_stays_known(cafe: Cafe) -> None:
    await backed_up(cafe)
    cafe.later(days=1)
    await NoteBackupFailed(cafe.database)(BackupFault.BOOKS, "not true: a balance is the sum of its ledger")
    state = await ReadBackupState(cafe.database, encrypts=False)()
    assert state.newest is not None
    assert (state.newest.made_at, state.age) == (MORNING, timedelta(days=1))
    assert "a balance" in state.problem
    cafe.later(hours=1)
    await backed_up(cafe)
    assert (await ReadBackupState(cafe.database, encrypts=False)()).problem == ""


async def test_a_clock_that_ran_ahead_does_not_put_the_backup_off(cafe: Cafe) -> None:
    cafe.later(days=30)
    await backed_up(cafe)
    await NoteBackupFailed(cafe.database)(BackupFault.OTHER, "?")
    cafe.later(days=-30)
    assert await IsBackupDue(cafe.database)()


async def test_a_copy_leaves_once_and_counts_for_two_days(cafe: Cafe) -> None:
    read, find = ReadBackupState(cafe.database, encrypts=True), FindUnsentBackup(cafe.database)
    assert await find() is None
    await backed_up(cafe)
    assert not (await read()).copies_leave
    consignment = await find()
    assert consignment is not None
    assert (list(consignment.chats), consignment.made_on) == ([private(ANNA)], MORNING.date())
    await NoteBackupSent(cafe.database)(consignment.backup.id)
    assert await find() is None
    assert (await read()).copies_leave
    cafe.later(days=2)
    assert not (await read()).copies_leave


async def test_without_an_owner_nothing_is_sent(cafe: Cafe) -> None:
    await backed_up(cafe)
    cafe.removes(ANNA)
    assert await FindUnsentBackup(cafe.database)() is None


async def test_a_copy_that_is_too_big_is_told_once_a_month(cafe: Cafe) -> None:
    tell = NoteBackupTooBig(cafe.database)
    await tell(49)
    cafe.later(days=1)
    await tell(49)
    assert len(notices(cafe, "BackupTooBig")) == 1
    cafe.later(days=31)
    await tell(49)
    assert len(notices(cafe, "BackupTooBig")) == 2


@pytest.mark.parametrize("person", [BEN, MIA])
async def test_only_an_owner_hears_how_safe_the_data_is(cafe: Cafe, person: object) -> None:
    read = ReadAbout(cafe.database, encrypts=False)
    assert (await read(ANNA)).newest is None
    with pytest.raises(Refused) as refused:
        await read(person)  # type: ignore[arg-type]
    assert refused.value.refusal == NotOwner()


async def test_old_rows_go_and_the_newest_backup_stays_known(cafe: Cafe) -> None:
    await backed_up(cafe)
    cafe.later(days=100)
    await backed_up(cafe)
    assert cafe.number("SELECT COUNT(*) FROM backups") == 1


def test_a_lost_window_holds_what_was_sent_in_it() -> None:
    at = datetime(2025, 3, 14, 4, tzinfo=UTC)
    window = LostWindow(at, at + timedelta(hours=5))
    assert window.holds(at + timedelta(hours=1))
    assert window.holds(at)
    assert not window.holds(at - timedelta(minutes=2))
    assert not window.holds(at + timedelta(hours=5, seconds=1))
