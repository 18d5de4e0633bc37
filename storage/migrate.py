"""Brings a file's schema up to date: numbered SQL files, forward only, each in one transaction.

Not here: the schema, and PostgreSQL (postgres_schema.py). Why not a library:
docs/decisions/0003-own-migration-runner.md.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from storage.rows import to_micros

FOLDER = Path(__file__).parent / "migrations" / "sqlite"
APPLICATION_ID = 0x1CC00FEE

_HISTORY = """
CREATE TABLE IF NOT EXISTS schema_migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT
"""


class ForeignFileError(Exception):
    """The tables are of some other program."""


class NewerFileError(Exception):
    """The data was written by a newer version of this program, or its history was edited."""


def migrate(
    connection: sqlite3.Connection, now: datetime, folder: Path = FOLDER, *, up_to: int | None = None
) -> list[str]:
    """Apply what is missing, or of it only the numbers up to one; answers the names applied.

    Raises ForeignFileError or NewerFileError before touching anything.
    """
    missing = [
        file for file in find_missing(connection, folder) if up_to is None or int(file.name[:4]) <= up_to
    ]
    for file in missing:
        _apply(connection, file, now)
    return [file.name for file in missing]


def find_missing(connection: sqlite3.Connection, folder: Path = FOLDER) -> list[Path]:
    """The migrations that this file lacks, in order; looks only. Raises as `migrate` does."""
    refuse_foreign(connection)
    return judge_history(find_files(folder), _applied(connection))


def find_files(folder: Path) -> list[Path]:
    """The migrations of a folder, in order."""
    return sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def judge_history(files: Sequence[Path], applied: Mapping[int, str]) -> list[Path]:
    """Which of these files were not applied yet, given the checksums of those that were.

    Raises NewerFileError.
    """
    known = {int(file.name[:4]): checksum(file) for file in files}
    if any(known.get(number) != seen for number, seen in applied.items()):
        raise NewerFileError
    return [file for file in files if int(file.name[:4]) not in applied]


def find_version(connection: sqlite3.Connection) -> int:
    """The number of the last migration that this file has seen, 0 for an empty one."""
    return max(_applied(connection), default=0)


def statements(script: str) -> Iterator[str]:
    """A script's statements one by one; a trigger's body stays whole.

    `executescript` would commit what is open and is not atomic.
    """
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in pending.splitlines()):
        raise ValueError("a migration ends in the middle of a statement")


def refuse_foreign(connection: sqlite3.Connection) -> None:
    """Look only. Raises ForeignFileError for another program's database."""
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
    if application_id != APPLICATION_ID and (tables or application_id):
        raise ForeignFileError


def _applied(connection: sqlite3.Connection) -> dict[int, str]:
    exists = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'").fetchall()
    if not exists:
        return {}
    rows = connection.execute("SELECT number, checksum FROM schema_migrations").fetchall()
    return {row[0]: row[1] for row in rows}


def _apply(connection: sqlite3.Connection, file: Path, now: datetime) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(_HISTORY)
        for statement in statements(file.read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(
            "INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
            (int(file.name[:4]), file.name, checksum(file), to_micros(now)),
        )
        _check_references(connection, file)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check_references(connection: sqlite3.Connection, file: Path) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"{file.name} leaves dangling references")


def checksum(file: Path) -> str:
    """What a migration is known by once it was applied."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
