"""The database under the tests: a file in SQLite, or with `--postgres` a schema on a server.

Not here: what is in it (tests/counter.py). On PostgreSQL one schema serves all tests of a process, one after
another: emptied and filled again it costs a tenth of a new one.
"""

import atexit
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar, cast
from urllib.parse import quote

import psycopg
from psycopg.types.numeric import IntLoader

from bot.clock import MovableClock
from loyalty.ports import Transaction
from loyalty.secrets import SecretSource
from storage.checks import broken_rules
from storage.migrate import migrate as migrate_file
from storage.moving import copy_out
from storage.open_database import OpenDatabase
from storage.postgres import PostgresDatabase
from storage.postgres_schema import find_numbered, find_tables, migrate
from storage.postgres_session import Session, translate
from storage.sqlite import FILE_NAME, SqliteDatabase

T = TypeVar("T")

SERVER: Final = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
INTEGRITY_ERRORS: Final = (sqlite3.IntegrityError, psycopg.IntegrityError)
_EPOCH: Final = datetime.fromtimestamp(0, UTC)
_chosen = {"postgres": False}

# So that a test may look into JSON with the same words on both.
_JSON: Final = """
    CREATE FUNCTION json_extract(document text, path text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT document::jsonb #>> string_to_array(substr(path, 3), '.') $$;
    CREATE FUNCTION json(document text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$ SELECT document::jsonb $$;
    CREATE FUNCTION json_set(document text, path text, value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT jsonb_set(document::jsonb, string_to_array(substr(path, 3), '.'), value)::text $$;
    CREATE FUNCTION json_set(document text, path text, value text) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT json_set(document, path, to_jsonb(value)) $$;
    CREATE FUNCTION json_set(document text, path text, value bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT json_set(document, path, to_jsonb(value)) $$;
"""


def choose_postgres() -> None:
    """What `--postgres` does."""
    _chosen["postgres"] = True


def on_postgres() -> bool:
    """Whether this run is on PostgreSQL."""
    return _chosen["postgres"]


@cache
def server_answers() -> bool:
    """Whether a PostgreSQL is there for the tests."""
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


def url_of(schema: str) -> str:
    """The address of a schema; what a killed test machine would lose is of no value."""
    options = quote(f"-csearch_path={schema} -csynchronous_commit=off")
    return f"{SERVER}{'&' if '?' in SERVER else '?'}application_name={schema}&options={options}"


class PatientDatabase(PostgresDatabase):
    """Runs each body that writes twice, as after a lost race: the first time nothing of it is kept."""

    async def write(self, body: Callable[..., T]) -> T:
        runs = iter((True, False))

        def rehearsed(tx: Transaction) -> T:
            value = body(tx)
            if next(runs, False):
                raise psycopg.errors.SerializationFailure("a race that a test lost on purpose") from None
            return value

        return await super().write(rehearsed)


class Workshop:
    """The schema of this process, and those from which it is filled."""

    def __init__(self) -> None:
        self.name = f"cup_{os.getpid()}"
        self.empty = f"{self.name}_empty"
        self.staffed = f"{self.name}_staffed"
        self.connection = psycopg.connect(SERVER, autocommit=True)
        self.connection.execute("SET synchronous_commit = off")
        for schema in (self.name, self.empty, self.staffed):
            self._make(schema)
        self.reader = Session(url_of(self.name))
        atexit.register(self._drop)
        self.lives_in: Path | None = None
        """The folder whose cafe is in the schema now."""

    def _make(self, schema: str) -> None:
        self.connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}".encode())
        session = Session(url_of(schema))
        session.command(_JSON)
        migrate(session, _EPOCH)
        self.tables = find_tables(session)
        self.numbered = find_numbered(session)
        session.close()

    def _drop(self) -> None:
        self.reader.close()
        for schema in (self.name, self.empty, self.staffed):
            self.connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE".encode())
        self.connection.close()

    def fill(self, source: str) -> None:
        """The schema is as that one."""
        self._copy(source, self.name)

    def keep_as(self, target: str) -> None:
        """That one is as the schema."""
        self._copy(self.name, target)

    def _copy(self, source: str, target: str) -> None:
        script = ["BEGIN; SET LOCAL session_replication_role = replica"]  # no trigger, no foreign key
        script += [f"DELETE FROM {target}.{table}" for table in self._used(target)]
        script += [
            f"INSERT INTO {target}.{table} SELECT * FROM {source}.{table}" for table in self._used(source)
        ]
        numbers = ", ".join(
            f"(SELECT setval('{target}.{table}_{column}_seq', last_value, is_called) "
            f"FROM {source}.{table}_{column}_seq)"
            for table, column in self.numbered
        )
        self.connection.execute("; ".join([*script, f"SELECT {numbers}", "COMMIT"]).encode())

    def _used(self, schema: str) -> list[str]:
        asked = ", ".join(f"EXISTS (SELECT 1 FROM {schema}.{table})" for table in self.tables)
        row = self.connection.execute(f"SELECT {asked}".encode()).fetchone()
        assert row is not None
        return [table for table, used in zip(self.tables, row, strict=True) if used]


@cache
def workshop() -> Workshop:
    """Made when the first test needs it."""
    return Workshop()


def settle_nobody(folder: Path) -> str:
    """The address of the database that belongs to this folder, without anybody when it is new."""
    shop = workshop()
    if shop.lives_in != folder:
        shop.fill(shop.empty)
        shop.lives_in = folder
    return url_of(shop.name)


async def open_database(
    folder: Path, *, clock: MovableClock, secrets: SecretSource, rehearses: bool = False
) -> OpenDatabase:
    """The database that belongs to a folder; a folder that was not there before has an empty one.

    `rehearses`: on PostgreSQL each body that writes is run twice, and numbers have gaps.
    """
    if not on_postgres():
        return await SqliteDatabase.open(folder / FILE_NAME, clock=clock, secrets=secrets)
    shop = workshop()
    settle_nobody(folder)
    kind = PatientDatabase if rehearses else PostgresDatabase
    return await kind.open(url_of(shop.name), clock=clock, secrets=secrets)


class RawPostgres:
    """A connection of the test's own that takes `?` and `:named` parameters as sqlite3 does."""

    def __init__(self) -> None:
        self._connection = psycopg.connect(
            url_of(workshop().name), autocommit=True, cursor_factory=psycopg.RawCursor
        )
        self._connection.adapters.register_loader("numeric", IntLoader)  # of sums

    def execute(self, statement: str, values: Any = ()) -> Any:
        if statement.startswith("PRAGMA table_info("):
            statement = f"""
                SELECT attnum, attname::text FROM pg_attribute
                WHERE attrelid = '{statement[18:-1]}'::regclass AND attnum > 0 ORDER BY attnum
            """
        if isinstance(values, dict):
            statement, names = translate(statement)
            values = [values[name] for name in names]
        for number in range(1, len(values) + 1):
            statement = statement.replace("?", f"${number}", 1)
        try:
            return self._connection.execute(statement.encode(), list(values))
        except psycopg.IntegrityError as error:
            raise sqlite3.IntegrityError(_in_the_words_of_sqlite(error)) from error

    def close(self) -> None:
        self._connection.close()


def _in_the_words_of_sqlite(error: psycopg.IntegrityError) -> str:
    """So that a test says once which rule it means."""
    match error:
        case psycopg.errors.UniqueViolation():
            columns = str(error.diag.message_detail).removeprefix("Key (").partition(")=")[0]
            named = ", ".join(f"{error.diag.table_name}.{one}" for one in columns.split(", "))
            return f"UNIQUE constraint failed: {named}"
        case psycopg.errors.CheckViolation():
            return f"CHECK constraint failed: {error.diag.constraint_name}"
        case psycopg.errors.ForeignKeyViolation():
            return "FOREIGN KEY constraint failed"
    return str(error)


@contextmanager
def raw(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection of the test's own to the database of a folder."""
    if on_postgres():
        own = RawPostgres()
        try:
            yield cast(sqlite3.Connection, own)
        finally:
            own.close()
        return
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    try:
        yield connection
    finally:
        connection.close()


def rows(folder: Path, statement: str, *values: object) -> Sequence[tuple[Any, ...]]:
    """What stands in the database of a folder."""
    with raw(folder) as connection:
        return connection.execute(statement, values).fetchall()


def broken_rules_on_server() -> list[str]:
    """What backups are held against, asked of the server itself: quicker than a copy after each step."""
    reader = workshop().reader
    return broken_rules(lambda query: [tuple(row.values()) for row in reader.execute(query, {}).fetchall()])


def as_file(folder: Path) -> Path:
    """The database of a folder as a SQLite file; of one on PostgreSQL, a copy."""
    path = folder / FILE_NAME
    if on_postgres():
        path.write_bytes(_empty_file())
        copy_out(workshop().reader, path, _EPOCH)
    return path


@cache
def _empty_file() -> bytes:
    """A file with our tables: to make them anew takes longer than to copy a cafe into them."""
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / FILE_NAME)) as file:
        migrate_file(file, _EPOCH)
        return Path(folder, FILE_NAME).read_bytes()
