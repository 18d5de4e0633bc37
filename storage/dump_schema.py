"""Writes storage/schema.sqlite.sql: what all migrations together make, for reviewers and for a test.

Not here: the migrations. Remake the file with `python -m storage.dump_schema`.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from storage.migrate import migrate

FILE = Path(__file__).parent / "schema.sqlite.sql"
_HEAD = (
    "-- Made by `python -m storage.dump_schema` from the migrations; a test compares it. Not to be edited.\n"
)


def dump(connection: sqlite3.Connection) -> str:
    """Every table, index and trigger of this database by name, and the rows that migrations put in."""
    return _HEAD + "".join(f"\n{part};\n" for part in _parts(connection))


def fresh_schema() -> str:
    """The dump of a database that was made just now."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, datetime.fromtimestamp(0, UTC))
        return dump(connection)
    finally:
        connection.close()


def _parts(connection: sqlite3.Connection) -> Iterator[str]:
    schema = connection.execute(
        """
        SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL
        ORDER BY tbl_name, type <> 'table', name
        """
    ).fetchall()
    for kind, name, sql in schema:
        if name.startswith("sqlite_"):
            continue
        yield sql
        if kind == "table" and name != "schema_migrations":
            yield from _rows(connection, name)


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    columns = [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
    quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
    for (values,) in connection.execute(f"SELECT {quoted} FROM {table} ORDER BY 1").fetchall():
        yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"


if __name__ == "__main__":
    FILE.write_text(fresh_schema(), encoding="utf-8")
