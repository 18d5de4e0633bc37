"""The SQLite database: one file, one writer connection, one reader for the counter and one for reports.

Not here: the tables; and everything that a second dialect would do otherwise stays in this module.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

from loyalty.secrets import SecretSource
from storage import first_rows
from storage.group_commit import Batches, Body, Clock, ThreadedConnection
from storage.migrate import migrate, refuse_foreign
from storage.open_database import OpenDatabase

T = TypeVar("T")
Connected = tuple[ThreadedConnection, sqlite3.Connection]

FILE_NAME = "cafe.sqlite3"
MOVED_NAME = "cafe.moved"
"""The note that a cafe leaves in its place when it moves to a server."""
MOVING_NAME = "cafe.moving"
"""Stands there from the last moment before everything is on the server until the file is put aside."""

SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # NORMAL may lose the last purchases when the power fails
    "PRAGMA foreign_keys = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE deletes ledger rows without their trigger
    "PRAGMA secure_delete = ON",  # what was erased for a person is gone from the file
    "PRAGMA temp_store = MEMORY",
)


class SqliteDatabase(OpenDatabase):
    """The cafe's database in one file."""

    def __init__(
        self, path: Path, clock: Clock, *, writer: Connected, reader: Connected, reporter: Connected
    ) -> None:
        self.path = path
        self.on_deliveries: Callable[[], None] = lambda: None
        """Called on the event loop after a COMMIT that may have given the sender work; only a hint."""
        self.engine = f"SQLite {sqlite3.sqlite_version}"
        self._connections = (writer[0], reader[0], reporter[0])
        self._writer = Batches(*writer, clock, begin="BEGIN IMMEDIATE", on_deliveries=self._ring)
        self._reader = Batches(*reader, clock, begin="BEGIN")
        self._reporter = Batches(*reporter, clock, begin="BEGIN")

    @classmethod
    async def open(cls, path: Path, *, clock: Clock, secrets: SecretSource) -> "SqliteDatabase":
        """Open the file, bring its schema up to date and give a new one its first rows.

        Raises storage.migrate.ForeignFileError or NewerFileError for a file that is not ours to touch.
        """
        # Nobody else on the machine has to read it; SQLite gives the files beside it the same rights.
        os.close(os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o600))
        async with AsyncExitStack() as opened:
            writer = await _connect(path, opened)
            await writer[0].start(lambda connection: _prepare(connection, clock, secrets))
            reader, reporter = [await _connect_to_read(path, opened) for _ in range(2)]
            opened.pop_all()
        return cls(path, clock, writer=writer, reader=reader, reporter=reporter)

    async def write(self, body: Callable[..., T]) -> T:
        """Run a body that may write; answered after the COMMIT (see loyalty.ports.Database)."""
        value: T = await self._writer.run(body)
        return value

    async def read(self, body: Callable[..., T]) -> T:
        """Run a body that only reads (see loyalty.ports.Database)."""
        value: T = await self._reader.run(body)
        return value

    async def report(self, body: Callable[..., T]) -> T:
        """Run a body that only reads and may take long (see loyalty.ports.Database)."""
        value: T = await self._reporter.run(body)
        return value

    async def scrub(self) -> None:
        """Let the log beside the file begin anew (see loyalty.ports.Database)."""
        await self._connections[0].start(
            lambda connection: connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        )

    async def close(self) -> None:
        """Finish what waits and close the file."""
        for batches in (self._writer, self._reader, self._reporter):
            await batches.drain()
        for connection in self._connections:
            await connection.close()

    def _ring(self) -> None:
        self.on_deliveries()


__all__ = ["FILE_NAME", "Body", "SqliteDatabase"]


async def _connect(path: Path, opened: AsyncExitStack) -> Connected:
    """Closed with `opened`."""
    raw: list[sqlite3.Connection] = []

    def connector() -> sqlite3.Connection:
        connection = sqlite3.connect(
            path, isolation_level=None, cached_statements=512, check_same_thread=False
        )
        try:
            refuse_foreign(connection)  # before WAL is set: that alone would change another program's file
        except BaseException:
            connection.close()
            raise
        connection.row_factory = sqlite3.Row
        for setting in SETTINGS:
            connection.execute(setting)
        raw.append(connection)
        return connection

    threaded = ThreadedConnection(connector)
    await threaded.open()
    opened.push_async_callback(threaded.close)
    return threaded, raw[0]


async def _connect_to_read(path: Path, opened: AsyncExitStack) -> Connected:
    connected = await _connect(path, opened)
    await connected[0].start(lambda connection: connection.execute("PRAGMA query_only = ON"))
    return connected


def _prepare(connection: sqlite3.Connection, clock: Clock, secrets: SecretSource) -> None:
    migrate(connection, clock.now())
    values = first_rows.values(clock, secrets)
    connection.execute("BEGIN IMMEDIATE")
    for statement in first_rows.STATEMENTS:
        connection.execute(statement, values)
    connection.execute("COMMIT")
