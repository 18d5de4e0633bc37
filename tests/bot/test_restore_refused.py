"""Restores that are refused or break, files of other versions, and what the commands say.

Not here: what a good restore leads to (test_restore.py).
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.data_dir_lock import DataDirLock
from bot.opening import open_database
from bot.restore import WORK_NAME, Restore
from bot.safekeeping_commands import say_prospect
from bot.stopping import CannotRun
from loyalty.erasures import Erasure, Returned, hash_identity
from loyalty.ports import Transaction
from storage import erasures
from storage.backup_files import BackupKind, find_files
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import BALANCES, House, a_first_version, command, cut_off, foreign, newer, unbalanced
from tests.counter import (
    MIA,
    PredictableSecrets,
    a_staffed_file,
)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("beans, milk"), "not even a database"),
        (lambda path: path.touch(), "not even a database"),
        (lambda path: None, r"^There is no file \S+offered.sqlite3. Backups lie in \S+backups. Nothing was"),
        (lambda path: path.mkdir(), "is a folder. Name a file in it"),
        (foreign, "belongs to another program"),
        (newer, "newer version of this bot. Update the bot first"),
        (unbalanced, "a balance is the sum of its ledger"),
        (cut_off, "can't be used|is not right"),
    ],
)
async def test_what_is_no_good_backup_is_refused_and_nothing_is_changed(
    house: House, tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    await asyncio.to_thread(make, tmp_path / "offered.sqlite3")
    before = (house.folder / FILE_NAME).read_bytes()
    with pytest.raises(CannotRun, match=says) as refused:
        await house.restores(tmp_path / "offered.sqlite3")
    assert refused.value.sentence.endswith("Nothing was changed.")
    assert (house.folder / FILE_NAME).read_bytes() == before
    assert sorted(path.name for path in house.folder.iterdir()) == [FILE_NAME]


async def test_a_damaged_cafe_is_replaced_and_kept_aside(house: House) -> None:
    file = house.backs_up()
    (house.folder / FILE_NAME).write_bytes(b"the disk did this" * 1000)
    prospect = await house.restores(file)
    assert prospect.loss is None
    assert "can't be compared" in " ".join(say_prospect(prospect))
    books.check(house.folder / FILE_NAME, deep=True)
    (aside,) = find_files(house.folder / "backups", BackupKind.REPLACED)
    assert aside.read_bytes().startswith(b"the disk did this")


async def test_what_a_killed_bot_left_beside_its_file_does_not_leak_into_the_restored_one(
    house: House,
) -> None:
    file = house.backs_up()
    cafe = await house.opens()
    await cafe.stamps(MIA, 3)
    killed = House(house.folder.with_name("killed"), house.clock)
    shutil.copytree(house.folder, killed.folder)  # as they lie there while it runs
    await cafe.close()
    assert (killed.folder / f"{FILE_NAME}-wal").stat().st_size > 0
    prospect = await killed.restores(file)
    assert prospect.loss is not None
    assert prospect.loss.stamps == 3, "the log beside it was read"
    assert killed.rows("SELECT COUNT(*) FROM operations") == [(0,)]
    assert not (killed.folder / f"{FILE_NAME}-wal").exists()
    (aside,) = find_files(killed.folder / "backups", BackupKind.REPLACED)
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT SUM(stamps) FROM cards").fetchone() == (3,), (
            "nothing is thrown away"
        )


async def test_a_restore_that_breaks_on_the_way_leaves_the_present_file_alone(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 3)
    key = cafe.rows("SELECT hash_key FROM installation")[0][0]
    file = house.backs_up()
    await cafe.close()
    mias = hash_identity("telegram", str(MIA.telegram_id), key=str(key))
    erasures.append(house.folder / erasures.FILE_NAME, Erasure(mias, house.clock.now() + timedelta(hours=1)))
    before = (house.folder / FILE_NAME).read_bytes()

    def break_down(tx: Transaction, one: Returned) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    def work() -> None:
        restore = Restore(house.folder, clock=house.clock, erase=break_down)
        restore.prepare(file, str)
        try:
            restore.carry_out()
        finally:
            restore.close()

    with pytest.raises(CannotRun, match="disk is full"):
        await asyncio.to_thread(work)
    assert (house.folder / FILE_NAME).read_bytes() == before
    assert not list(house.folder.glob(f"{WORK_NAME}*"))
    assert house.rows(BALANCES) == [(1, 3)]


async def test_an_older_backup_is_brought_up_to_date_on_the_way(house: House, tmp_path: Path) -> None:
    a_first_version(tmp_path / "old.sqlite3")
    before = (tmp_path / "old.sqlite3").read_bytes()
    await house.restores(tmp_path / "old.sqlite3")
    cafe = await house.opens()
    assert (await cafe.card(MIA)).goal == 9
    await cafe.close()
    assert (tmp_path / "old.sqlite3").read_bytes() == before, "the backup itself is left alone"


async def test_a_file_that_is_about_to_be_migrated_is_backed_up_first(tmp_path: Path) -> None:
    a_first_version(tmp_path / FILE_NAME)
    clock = MovableClock(frozen_at=datetime(2026, 5, 31, 12, tzinfo=UTC))
    database = await open_database(tmp_path, clock=clock, secrets=PredictableSecrets())
    await database.close()
    (kept,) = find_files(tmp_path / "backups", BackupKind.BEFORE_MIGRATION)
    assert kept.name == "before-migration-2026-05-31T12-00-00Z.sqlite3"
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT MAX(number) FROM schema_migrations").fetchone() == (1,)
    database = await open_database(tmp_path, clock=clock, secrets=PredictableSecrets())
    await database.close()
    assert len(list((tmp_path / "backups").iterdir())) == 1, "once"


async def test_without_room_for_that_backup_nothing_is_migrated(tmp_path: Path) -> None:
    a_first_version(tmp_path / FILE_NAME)
    (tmp_path / "backups").write_text("somebody's file in the way")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(CannotRun, match="has to be backed up before it is changed") as refused:
        await open_database(tmp_path, clock=MovableClock(), secrets=PredictableSecrets())
    assert refused.value.exit_code == 78
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_restore_asks_and_a_no_changes_nothing(tmp_path: Path) -> None:
    shutil.copy(a_staffed_file(), tmp_path / FILE_NAME)
    code, said = command(tmp_path, "backup")
    assert code == 0, said
    file = said.split()[-1]
    before = (tmp_path / FILE_NAME).read_bytes()
    code, said = command(tmp_path, "restore", file, answer="n\n")
    assert (code, said.splitlines()[-1]) == (1, "Nothing was changed.")
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert not (tmp_path / WORK_NAME).exists()
    code, said = command(tmp_path, "restore", file, answer="y\n")
    assert code == 0, said
    assert "Restored." in said


def test_restore_and_backup_stay_away_from_a_busy_directory(tmp_path: Path) -> None:
    shutil.copy(a_staffed_file(), tmp_path / FILE_NAME)
    with DataDirLock(tmp_path):
        for words in (("restore", str(a_staffed_file()), "--yes"), ("backup",), ("migrate",)):
            code, said = command(tmp_path, *words)
            assert (code, "Another copy of this bot is running" in said) == (75, True), words


def test_migrate_says_the_versions(tmp_path: Path) -> None:
    assert command(tmp_path, "migrate")[0] == 1
    a_first_version(tmp_path / FILE_NAME)
    code, said = command(tmp_path, "migrate")
    assert code == 0
    assert "was of version 1 and is of version" in said
    assert "before-migration-" in said
    code, said = command(tmp_path, "migrate")
    assert (code, "already" in said) == (0, True)
