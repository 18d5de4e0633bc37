"""The settings of our two connections: without them SQLite forgives what it must not.

Not here: settings of the server.
"""

import sqlite3

import pytest

from storage.sqlite import SqliteDatabase
from storage.transaction import StoredTransaction


def pragma(name: str, tx: StoredTransaction) -> object:
    [row] = tx.rows.all(f"PRAGMA {name}", {})
    return row[0]


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


async def test_every_table_of_ours_is_strict(database: SqliteDatabase, raw: sqlite3.Connection) -> None:
    loose = raw.execute(
        """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%STRICT%'
        """
    ).fetchall()
    assert loose == []
