"""The tables on PostgreSQL: the twins of SQLite's, and nobody else's.

Not here: what a row may be (tests/storage/test_constraints.py runs on both).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from storage import migrate as sqlite_schema
from storage.migrate import ForeignFileError, NewerFileError
from storage.moving import tables_of
from storage.postgres_schema import (
    DUMP,
    FOLDER,
    HISTORY,
    dump,
    find_columns,
    find_missing,
    find_tables,
    migrate,
)
from storage.postgres_session import Session

NOW = datetime(2025, 3, 14, tzinfo=UTC)


@pytest.fixture
def file() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        sqlite_schema.migrate(connection, NOW)
        yield connection


def test_the_dump_is_what_the_migrations_make(session: Session) -> None:
    migrate(session, NOW)
    assert dump(session) == DUMP.read_text(encoding="utf-8"), (
        "remake it: python -m storage.postgres_schema URL"
    )


def test_both_databases_have_the_same_migrations() -> None:
    twins = {file.name for file in sqlite_schema.FOLDER.glob("*.sql")}
    assert {file.name for file in FOLDER.glob("*.sql")} == twins


def test_both_databases_have_the_same_tables_columns_and_first_rows(
    session: Session, file: sqlite3.Connection
) -> None:
    migrate(session, NOW)
    assert sorted(find_tables(session)) == list(tables_of(file))
    columns = find_columns(session)
    for table in tables_of(file):
        own = [row[1:4] for row in file.execute(f"PRAGMA table_info({table})")]
        assert list(columns[table]) == [name for name, *_ in own], table
        assert kinds(session, table) == {name: (kind, bool(required)) for name, kind, required in own} | {
            name: (kind, True)
            for name, kind, _ in own
            if name in primary_key(file, table)  # which SQLite lets be NULL by name only
        }, table
        here = sorted(file.execute(f"SELECT * FROM {table}").fetchall())
        there = [tuple(row.values()) for row in session.execute(f"SELECT * FROM {table}", {}).fetchall()]
        assert sorted(there) == here, table


def kinds(session: Session, table: str) -> dict[str, tuple[str, bool]]:
    """Each column as SQLite would call it: its type, and whether it must be filled."""
    rows = session.execute(
        """
        SELECT attname::text AS name, format_type(atttypid, atttypmod) AS kind, attnotnull AS required
        FROM pg_attribute WHERE attrelid = CAST(:table AS regclass) AND attnum > 0
        """,
        {"table": table},
    ).fetchall()
    names = {"bigint": "INTEGER", "text": "TEXT"}
    return {row["name"]: (names[row["kind"]], row["required"]) for row in rows}


def primary_key(file: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in file.execute(f"PRAGMA table_info({table})") if row[5]}


def test_both_databases_have_the_same_indexes(session: Session, file: sqlite3.Connection) -> None:
    migrate(session, NOW)
    named = file.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    rows = session.execute(
        """
        SELECT c.relname::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE c.relnamespace = current_schema()::regnamespace
          AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
        """,
        {},
    ).fetchall()
    assert sorted(row["name"] for row in rows) == sorted(name for (name,) in named)


def test_every_text_sorts_by_its_bytes(session: Session) -> None:
    migrate(session, NOW)
    rows = session.execute(
        """
        SELECT a.attrelid::regclass::text || '.' || a.attname AS name FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r'
        WHERE c.relnamespace = current_schema()::regnamespace AND a.attnum > 0
          AND a.attcollation NOT IN (0, (SELECT oid FROM pg_collation WHERE collname = 'C'))
        """,
        {},
    ).fetchall()
    assert rows == []


def test_what_is_missing_is_applied_once(session: Session) -> None:
    assert [file.name for file in find_missing(session)] == migrate(session, NOW)
    assert migrate(session, NOW) == []


def test_a_script_that_fails_leaves_nothing_of_itself(session: Session, tmp_path: Path) -> None:
    (tmp_path / "0001_half.sql").write_text("CREATE TABLE a (id BIGINT); CREATE TABLE a (id BIGINT);")
    with pytest.raises(psycopg.errors.DuplicateTable):
        migrate(session, NOW, tmp_path)
    assert find_columns(session) == {}


def test_tables_of_another_program_are_refused(session: Session) -> None:
    session.command("CREATE TABLE theirs (id BIGINT)")
    with pytest.raises(ForeignFileError):
        migrate(session, NOW)
    assert list(find_columns(session)) == ["theirs"]


def test_another_programs_own_history_is_no_mark_of_ours(session: Session) -> None:
    session.command(f"CREATE TABLE {HISTORY} (number BIGINT, name TEXT, checksum TEXT, applied_at BIGINT)")
    with pytest.raises(ForeignFileError):
        migrate(session, NOW)


def test_a_newer_version_is_refused(session: Session) -> None:
    migrate(session, NOW)
    session.command(f"INSERT INTO {HISTORY} VALUES (9999, '9999_later.sql', 'x', 0)")
    with pytest.raises(NewerFileError):
        migrate(session, NOW)
