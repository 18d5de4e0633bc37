"""All rows of a cafe from one kind of database into the other, with the sums that prove it.

Not here: who may move (bot/moving.py), and the files of backups (backup_files.py). Both have the same
tables, columns and version: nothing is translated.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from psycopg import RawServerCursor, sql
from psycopg.rows import tuple_row

from storage import migrate as sqlite_schema
from storage import postgres_schema
from storage.backup_files import BadCopyError
from storage.postgres_session import Session

_AT_ONCE: Final = 2000
_SUMS: Final = (
    "SELECT COUNT(*) FROM ledger_entries",
    "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM ledger_entries WHERE currency = 'stamps'",
    "SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM ledger_entries WHERE currency = 'points'",
    "SELECT CAST(COALESCE(SUM(stamps), 0) AS BIGINT) FROM cards",
    "SELECT CAST(COALESCE(SUM(points), 0) AS BIGINT) FROM cards",
)

_KEY: Final = "SELECT hash_key FROM installation"


def copy_out(session: Session, target: Path, now: datetime) -> None:
    """A SQLite file with everything that the server holds at one moment, of the same version.

    The file must be new or empty. Raises psycopg.Error, sqlite3.Error, OSError, or BadCopyError.
    """
    session.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0")
    try:
        version = postgres_schema.find_version(session)
        with closing(sqlite3.connect(target, isolation_level=None)) as file:
            file.execute("PRAGMA synchronous = OFF")  # whoever asked makes it durable
            file.execute("PRAGMA journal_mode = OFF")  # and throws it away when anything fails
            sqlite_schema.migrate(file, now, up_to=version)
            file.execute("BEGIN")
            counts, columns = count_rows(session), postgres_schema.find_columns(session)
            for table in postgres_schema.find_tables(session):
                file.execute(f"DELETE FROM {table}")  # what migrations put in comes from the server too
                if counts[table]:
                    _copy_table_out(session, file, table, columns[table])
            _continue_numbers(session, file)
            file.execute("COMMIT")
            _compare(counts, count_rows_of(file))
    finally:
        session.roll_back()


def copy_in(
    file: sqlite3.Connection, session: Session, about_to_end: Callable[[], None]
) -> Mapping[str, int]:
    """Everything of a SQLite file into a schema that was just migrated, in one transaction.

    Answers how many rows each table has. Raises psycopg.Error, sqlite3.Error, BadCopyError, and what
    `about_to_end` raises, which is called right before the COMMIT: nothing is kept then, unless it was the
    COMMIT that got no answer.
    """
    session.command("BEGIN")
    try:
        # A big file is counted for longer than a transaction may usually stand idle.
        session.command("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
        session.command("SET CONSTRAINTS ALL DEFERRED")
        tables, columns = postgres_schema.find_tables(session), postgres_schema.find_columns(session)
        for table in reversed(tables):
            session.command(f"DELETE FROM {table}")
        for table in tables:
            _copy_table_in(file, session, table, columns[table])
        postgres_schema.continue_numbers(session, _highest_numbers(file))
        session.command("SET CONSTRAINTS ALL IMMEDIATE")
        arrived = count_rows(session)
        _compare(count_rows_of(file), arrived)
        about_to_end()
        session.command("COMMIT")
    except BaseException:
        session.roll_back()
        raise
    return arrived


def is_same_cafe(file: sqlite3.Connection, session: Session) -> bool:
    """Whether both are of one installation: its key came with the first row and never changes."""
    return bool(file.execute(_KEY).fetchall() == [(session.ask(_KEY),)])


def is_empty(session: Session) -> bool:
    """Whether nobody has lived in this schema yet. Raises ForeignFileError."""
    if not postgres_schema.find_version(session):
        return True
    return not session.ask("SELECT EXISTS (SELECT 1 FROM installation)")


def count_rows(session: Session) -> dict[str, int]:
    """Rows of each table, and the sums of the books."""
    queries = {name: f"SELECT COUNT(*) FROM {name}" for name in postgres_schema.find_tables(session)}
    queries |= {query: query for query in _SUMS}
    asked = ", ".join(f"({query}) AS n{number}" for number, query in enumerate(queries.values()))
    row = session.execute(f"SELECT {asked}", {}).fetchall()[0]
    return {name: int(row[f"n{number}"]) for number, name in enumerate(queries)}


def count_rows_of(file: sqlite3.Connection) -> dict[str, int]:
    """The same of a file."""
    queries = {table: f"SELECT COUNT(*) FROM {table}" for table in tables_of(file)}
    queries |= {query: query for query in _SUMS}
    return {name: int(file.execute(query).fetchone()[0]) for name, query in queries.items()}


def tables_of(file: sqlite3.Connection) -> Sequence[str]:
    """The tables of a file that are ours to copy."""
    rows = file.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    ).fetchall()
    return sorted(row[0] for row in rows if row[0] != postgres_schema.HISTORY)


def _compare(sent: Mapping[str, int], arrived: Mapping[str, int]) -> None:
    for what in {**sent, **arrived}:
        if sent.get(what) != arrived.get(what):
            raise BadCopyError([f"{what}: {sent.get(what)} there, {arrived.get(what)} here"])


def _copy_table_out(session: Session, file: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
    places = ", ".join("?" * len(columns))
    file.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", _rows(session, table, columns)
    )


def _rows(session: Session, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    with RawServerCursor(session.raw, "copying", row_factory=tuple_row) as cursor:
        cursor.itersize = _AT_ONCE
        yield from cursor.execute(f"SELECT {', '.join(columns)} FROM {table}")


def _copy_table_in(file: sqlite3.Connection, session: Session, table: str, columns: Sequence[str]) -> None:
    target = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    rows = file.execute(f"SELECT {', '.join(columns)} FROM {table}")
    with session.raw.cursor() as cursor, cursor.copy(target) as copy:
        while some := rows.fetchmany(_AT_ONCE):
            for row in some:
                copy.write_row(tuple(row))


def _highest_numbers(file: sqlite3.Connection) -> dict[str, int]:
    """What a file would count on from: rows that were deleted had numbers too."""
    return {row[0]: int(row[1]) for row in file.execute("SELECT name, seq FROM sqlite_sequence")}


def _continue_numbers(session: Session, file: sqlite3.Connection) -> None:
    numbered = dict(postgres_schema.find_numbered(session))
    for (table,) in file.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'"
    ).fetchall():
        sequence = session.ask("SELECT pg_get_serial_sequence($1, $2)", table, numbered[table])
        highest = session.ask(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")
        file.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        file.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, highest))
