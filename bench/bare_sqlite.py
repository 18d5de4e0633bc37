"""The floor: the statements of real confirmations, in bare sqlite3, one BEGIN and COMMIT each.

Not here: anything of asyncio, threads or rules; only what the disk and SQLite themselves must do.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar, cast

from bench.cafe import BARISTA
from bot.clock import SystemClock
from loyalty.ids import VisitId
from loyalty.ports import Database
from loyalty.use_cases.visits.confirming import ConfirmVisit
from storage.group_commit import MOST_IN_A_BATCH
from storage.rows import Values
from storage.sqlite import FILE_NAME, SETTINGS
from storage.transaction import StoredTransaction

T = TypeVar("T")

Statements = list[tuple[str, Values]]


class _Recorder:
    """A connection that notes what it is asked to run."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.statements: Statements = []

    def execute(self, statement: str, values: Values) -> sqlite3.Cursor:
        self.statements.append((statement, values))
        return self._connection.execute(statement, values)


class _Noting(Database):
    """Runs bodies inside a transaction that somebody else began, through a recorder."""

    def __init__(self, recorder: _Recorder) -> None:
        self._transaction = StoredTransaction(cast(sqlite3.Connection, recorder))

    async def write(self, body: Callable[..., T]) -> T:
        return body(self._transaction.at(SystemClock().now()))

    async def read(self, body: Callable[..., T]) -> T:
        return await self.write(body)

    async def report(self, body: Callable[..., T]) -> T:
        return await self.write(body)

    async def scrub(self) -> None:
        """Nothing is erased here."""


class BareSqlite:
    """One connection with the product's settings and none of its code."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None, cached_statements=512)
        for setting in SETTINGS:
            self._connection.execute(setting)

    async def note_confirmations(self, visits: Sequence[VisitId]) -> list[Statements]:
        """What confirming each of these visits asks of the database; nothing of it is kept."""
        noted = []
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("BEGIN IMMEDIATE")
        for visit in visits:
            recorder = _Recorder(self._connection)
            await ConfirmVisit(_Noting(recorder))(BARISTA, visit, stamps=1)
            noted.append(recorder.statements)
        self._connection.execute("ROLLBACK")
        self._connection.row_factory = None
        return noted

    def run(self, transactions: Sequence[Statements]) -> float:
        """Run each in a transaction of its own; answers the seconds that it took."""
        began = perf_counter()
        for statements in transactions:
            self._run([statements])
        return perf_counter() - began

    def run_grouped(self, transactions: Sequence[Statements]) -> float:
        """Run as many together as the product does; answers the processor time that it took."""
        began = process_time()
        for start in range(0, len(transactions), MOST_IN_A_BATCH):
            self._run(transactions[start : start + MOST_IN_A_BATCH])
        return process_time() - began

    def _run(self, together: Sequence[Statements]) -> None:
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        for statements in together:
            for statement, values in statements:
                execute(statement, values).fetchall()
        execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
