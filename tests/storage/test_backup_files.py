"""Backups as files: whole, checked, private to the bot's account, and never the last good one dropped.

Not here: when one is due (tests/use_cases/test_safekeeping.py).
"""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from loyalty.safekeeping import BackupFault
from storage.backup_files import (
    BackupKind,
    BadCopyError,
    fault_of,
    file_name,
    find_files,
    make_backup,
    prune,
)
from storage.sqlite import FILE_NAME
from tests import books
from tests.architecture.sources import ROOT
from tests.counter import MIA, MORNING, Cafe

pytestmark = pytest.mark.sqlite_only("backups of a file")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def test_a_backup_of_an_open_cafe_is_one_whole_private_file(cafe: Cafe, tmp_path: Path) -> None:
    await cafe.stamps(MIA, 3)
    folder = tmp_path / "backups"
    made = make_backup(cafe.folder / FILE_NAME, folder, kind=BackupKind.NIGHTLY, now=MORNING)
    assert names(folder) == ["cafe-2025-03-14T08-30-00Z.sqlite3"]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    books.check(made.path, deep=True)
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT stamps FROM cards").fetchall() == [(3,)]
        assert copy.execute("SELECT file FROM backups").fetchall() == [(made.path.name,)], "it knows its age"
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",), "one file, none beside it"
    assert names(folder) == [made.path.name]


async def test_what_was_not_committed_is_not_in_it(cafe: Cafe, tmp_path: Path) -> None:
    with cafe.raw() as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE staff SET name = 'Nobody'")
        made = make_backup(cafe.folder / FILE_NAME, tmp_path / "b", kind=BackupKind.NIGHTLY, now=MORNING)
        connection.execute("ROLLBACK")
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT COUNT(*) FROM staff WHERE name = 'Nobody'").fetchone() == (0,)


async def test_a_copy_that_does_not_add_up_is_no_backup(cafe: Cafe, tmp_path: Path) -> None:
    await cafe.stamps(MIA, 2)
    with cafe.raw() as connection:
        connection.execute("UPDATE cards SET stamps = stamps + 1")
    folder = tmp_path / "backups"
    with pytest.raises(BadCopyError, match="a balance is the sum of its ledger") as bad:
        make_backup(cafe.folder / FILE_NAME, folder, kind=BackupKind.NIGHTLY, now=MORNING)
    assert names(folder) == []
    assert fault_of(bad.value) is BackupFault.BOOKS


async def test_a_damaged_file_is_no_backup(cafe: Cafe, tmp_path: Path) -> None:
    await cafe.stamps(MIA, 1)
    await cafe.close()
    damaged = tmp_path / "damaged.sqlite3"
    content = bytearray((cafe.folder / FILE_NAME).read_bytes())
    content[4096 * 3 : 4096 * 60] = os.urandom(4096 * 57)
    damaged.write_bytes(content)
    with pytest.raises((sqlite3.DatabaseError, BadCopyError)) as bad:
        make_backup(damaged, tmp_path / "backups", kind=BackupKind.NIGHTLY, now=MORNING)
    assert fault_of(bad.value) is BackupFault.BOOKS
    assert names(tmp_path / "backups") == []


def test_fourteen_of_each_kind_are_kept(tmp_path: Path) -> None:
    for day in range(20):
        for kind in BackupKind:
            (tmp_path / file_name(kind, MORNING + timedelta(days=day))).touch()
    (tmp_path / "notes.txt").touch()
    now = MORNING + timedelta(days=19)
    prune(tmp_path, now=now, oldest=now - timedelta(days=30))
    assert {len(find_files(tmp_path, kind)) for kind in BackupKind} == {14}
    assert find_files(tmp_path, BackupKind.NIGHTLY)[0].name == file_name(BackupKind.NIGHTLY, now)
    assert (tmp_path / "notes.txt").exists()


def test_after_weeks_without_the_bot_no_backup_is_older_than_was_promised(tmp_path: Path) -> None:
    for day in (0, 1, 2, 40):
        for kind in BackupKind:
            (tmp_path / file_name(kind, MORNING + timedelta(days=day))).touch()
    now = MORNING + timedelta(days=40)
    prune(tmp_path, now=now, oldest=now - timedelta(days=14))
    assert {len(find_files(tmp_path, kind)) for kind in BackupKind} == {1}


def test_the_last_night_is_kept_however_long_ago_it_was(tmp_path: Path) -> None:
    for day in (0, 1):
        (tmp_path / file_name(BackupKind.NIGHTLY, MORNING + timedelta(days=day))).touch()
    now = MORNING + timedelta(days=40)
    prune(tmp_path, now=now, oldest=now - timedelta(days=14))
    assert names(tmp_path) == [file_name(BackupKind.NIGHTLY, MORNING + timedelta(days=1))]


def test_what_was_put_aside_with_a_damaged_file_goes_with_it(tmp_path: Path) -> None:
    old = tmp_path / file_name(BackupKind.REPLACED, MORNING)
    for suffix in ("", "-wal", "-shm", "-journal"):
        old.with_name(old.name + suffix).touch()
    now = MORNING + timedelta(days=15)
    prune(tmp_path, now=now, oldest=now - timedelta(days=16))
    assert len(names(tmp_path)) == 4
    prune(tmp_path, now=now, oldest=now - timedelta(days=14))
    assert names(tmp_path) == []


async def test_a_full_disk_is_told_from_a_folder_that_can_not_be_written(cafe: Cafe, tmp_path: Path) -> None:
    (tmp_path / "backups").touch()
    with pytest.raises(OSError, match="exists") as in_the_way:
        make_backup(cafe.folder / FILE_NAME, tmp_path / "backups", kind=BackupKind.NIGHTLY, now=MORNING)
    assert fault_of(in_the_way.value) is BackupFault.OTHER
    assert fault_of(OSError(28, "No space left on device")) is BackupFault.NO_SPACE
    assert fault_of(PermissionError(13, "Permission denied")) is BackupFault.NOT_WRITABLE
    with closing(sqlite3.connect(tmp_path / "small.sqlite3")) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as full:
            connection.execute("CREATE TABLE t (x)")
    assert fault_of(full.value) is BackupFault.NO_SPACE


_KILLED = """
import sys, time
from pathlib import Path
from storage import backup_files
from tests.counter import MORNING
def slowly(half, name, now):
    print("half", flush=True)
    time.sleep(60)
backup_files._check = slowly
kind = backup_files.BackupKind.NIGHTLY
backup_files.make_backup(Path(sys.argv[1]), Path(sys.argv[2]), kind=kind, now=MORNING)
"""


async def test_a_kill_in_the_middle_leaves_no_file_that_counts_as_good(cafe: Cafe, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    asked = [sys.executable, "-c", _KILLED, str(cafe.folder / FILE_NAME), str(folder)]
    with subprocess.Popen(asked, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)
    assert len(names(folder)) == 1
    assert find_files(folder, BackupKind.NIGHTLY) == []
    make_backup(cafe.folder / FILE_NAME, folder, kind=BackupKind.NIGHTLY, now=MORNING)
    assert len(names(folder)) == 1, "what the dead process left is swept"
    assert len(find_files(folder, BackupKind.NIGHTLY)) == 1
