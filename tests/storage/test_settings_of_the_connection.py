"""The settings of our two connections: without them SQLite forgives what it must not.

Not here: settings of the server.
"""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bot.clock import MovableClock
from storage.sqlite import FILE_NAME, SqliteDatabase
from storage.transaction import StoredTransaction
from tests.counter import MORNING, PredictableSecrets

pytestmark = pytest.mark.sqlite_only("SQLite's settings")


def pragma(name: str, tx: StoredTransaction) -> object:
    row: Any
    [row] = tx.rows.all(f"PRAGMA {name}", {})
    return next(iter(row))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("trusted_schema", 0),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
async def test_both_connections_have_the_settings(database: SqliteDatabase, name: str, value: object) -> None:
    def body(tx: StoredTransaction) -> object:
        return pragma(name, tx)

    assert await database.write(body) == value
    assert await database.read(body) == value


async def test_the_reader_can_not_write(database: SqliteDatabase) -> None:
    def body(tx: StoredTransaction) -> None:
        tx.rows.change("UPDATE installation SET created_at = 0", {})

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(body)


async def test_nobody_else_on_the_machine_reads_the_file_whatever_folder_it_lies_in(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    clock = MovableClock(frozen_at=MORNING)
    database = await SqliteDatabase.open(tmp_path / FILE_NAME, clock=clock, secrets=PredictableSecrets())
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob(f"{FILE_NAME}*")}
    await database.close()
    assert modes == {FILE_NAME: 0o600, f"{FILE_NAME}-wal": 0o600, f"{FILE_NAME}-shm": 0o600}


async def test_every_table_of_ours_is_strict(database: SqliteDatabase, raw: sqlite3.Connection) -> None:
    loose = raw.execute(
        """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%STRICT%'
        """
    ).fetchall()
    assert loose == []
