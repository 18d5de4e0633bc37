"""Backups as files: one consistent copy of the database in one file, opened again and checked.

Not here: when one is due, who is told, and the rows that remember them (backups.py). Everything here is
synchronous and belongs on a thread; the copying has a connection of its own, which only reads.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from loyalty.safekeeping import BackupFault
from storage.checks import find_problems
from storage.migrate import find_missing
from storage.rows import to_micros

FOLDER_NAME: Final = "backups"
KEPT: Final = 14
_SUFFIX: Final = ".sqlite3"
BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file, and what belongs to that file alone."""
_HALF: Final = ".half"
_NO_SPACE: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NOT_WRITABLE: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


class BackupKind(StrEnum):
    """Why a file was made; of each kind the newest are kept."""

    NIGHTLY = "cafe"
    ASKED = "asked"
    BEFORE_MIGRATION = "before-migration"
    REPLACED = "replaced"
    """What stood there before a backup was restored; never checked."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup that was made and found good."""

    path: Path
    bytes: int


class BadCopyError(Exception):
    """The copy was opened again and is wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))


def make_backup(source: Path, folder: Path, *, kind: BackupKind, now: datetime) -> BackupFile:
    """A backup of a file (see `keep_copy`)."""
    return keep_copy(lambda half: _copy_file(source, half), folder, kind=kind, now=now)


def keep_copy(copy: Callable[[Path], None], folder: Path, *, kind: BackupKind, now: datetime) -> BackupFile:
    """Copy, check, and only then give the copy its name: a file with that name is whole and good.

    `copy` fills an empty file. Raises OSError, sqlite3.Error, BadCopyError and what `copy` raises; nothing of
    the attempt remains then.
    """
    make_folder(folder)
    _drop_halves(folder)
    target = folder / file_name(kind, now)
    half = target.with_name(target.name + _HALF)
    os.close(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    try:
        copy(half)
        _check(half, target.name, now)
        sync(half)
        half.replace(target)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    sync(folder)
    return BackupFile(target, target.stat().st_size)


def _copy_file(source: Path, half: Path) -> None:
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(half),))


def file_name(kind: BackupKind, now: datetime) -> str:
    """Sorts by time inside its kind."""
    return f"{kind}-{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}{_SUFFIX}"


def find_files(folder: Path, kind: BackupKind) -> list[Path]:
    """The files of this kind, newest first."""
    return sorted(folder.glob(f"{kind}-[0-9]*{_SUFFIX}"), reverse=True)


def prune(folder: Path, *, now: datetime, oldest: datetime) -> None:
    """Keep the newest 14 of each kind, and none that is older than that moment but the last night's."""
    for kind in BackupKind:
        last_night = find_files(folder, BackupKind.NIGHTLY)[:1]
        for number, path in enumerate(find_files(folder, kind)):
            # A clock that ran ahead leaves names from the future: they are no reason to drop today's.
            too_old = path.name < file_name(kind, oldest) and path.name <= file_name(kind, now)
            if number >= KEPT or (too_old and path not in last_night):
                for beside in BESIDE:  # a damaged file was put aside with them
                    path.with_name(path.name + beside).unlink(missing_ok=True)
                path.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """The folder, which nobody else on the machine may open. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def sync(path: Path) -> None:
    """The file's content, or a folder's names, are on the disk when this returns."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fault_of(error: BaseException) -> BackupFault:
    """Which kind of fault an error of `make_backup` is."""
    if isinstance(error, BadCopyError):
        return BackupFault.BOOKS
    if isinstance(error, OSError):
        return _first(error.errno in _NO_SPACE, error.errno in _NOT_WRITABLE)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return BackupFault.BOOKS
    return _first(code == sqlite3.SQLITE_FULL, code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN))


def _first(no_space: bool, not_writable: bool) -> BackupFault:
    if no_space:
        return BackupFault.NO_SPACE
    return BackupFault.NOT_WRITABLE if not_writable else BackupFault.OTHER


def _check(half: Path, name: str, now: datetime) -> None:
    """Open it as a restore would, write into it when it was made, and hold it against the rules."""
    with closing(sqlite3.connect(half, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")  # a file that is thrown away when anything fails
        if find_missing(connection):
            return  # an older schema: its rules are of its time, and the migration checks it
        connection.execute(
            "INSERT INTO backups (file, bytes, made_at) VALUES (:file, :bytes, :now)",
            {"file": name, "bytes": half.stat().st_size, "now": to_micros(now)},
        )
        problems = find_problems(connection)
    if problems:
        raise BadCopyError(problems)


def _drop_halves(folder: Path) -> None:
    """What a process that died in the middle has left."""
    for half in folder.glob(f"*{_HALF}*"):
        half.unlink(missing_ok=True)
