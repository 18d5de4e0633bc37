"""Group commit: all waiting transaction bodies in one call on the connection's own thread, with one COMMIT.

Not here: SQL of any noun. Why it is built so: docs/decisions/0002-synchronous-bodies.md.
"""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import aiosqlite

from loyalty.ports import Transaction
from storage.faults import StorageFault
from storage.transaction import StoredTransaction

_log = logging.getLogger(__name__)

MOST_IN_A_BATCH = 64
SLOW_BODY_SECONDS = 0.05

Body = Callable[[Transaction], Any]


class Clock(Protocol):
    """What tells a transaction its moment."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...


class ThreadedConnection(aiosqlite.Connection):
    """aiosqlite's connection, able to run one function of ours on its own thread."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._thread.daemon = True  # a process that dies of an error must not hang on an open connection

    async def open(self) -> None:
        """Connect; a file that can't be opened leaves no thread behind."""
        try:
            await self
        except BaseException:
            self._thread.join()  # aiosqlite doesn't wait for it, and its last answer would meet a closed loop
            raise

    def start(self, function: Callable[[sqlite3.Connection], Any]) -> "asyncio.Future[Any]":
        """Run this on the connection's thread; raises ValueError when the connection is closed.

        aiosqlite offers one statement per thread hop only; `_tx` is private, hence the pinned version and
        the test that fails when it is gone.
        """
        if not self._running or self._connection is None:
            raise ValueError("the database is closed")
        connection = self._connection
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._tx.put_nowait((future, lambda: function(connection)))
        return future


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: Any = None
    error: BaseException | None = None


class TransactionEndedError(StorageFault):
    """A body ended the transaction of its batch (a full disk does): nothing of the batch is kept."""


class Batches:
    """The queue before one connection: bodies go in one by one and are run as many as wait."""

    def __init__(
        self,
        connection: ThreadedConnection,
        raw: sqlite3.Connection,
        clock: Clock,
        *,
        begin: str,
        on_deliveries: Callable[[], None] | None = None,
    ) -> None:
        self._connection = connection
        self._transaction = StoredTransaction(raw)
        self._clock = clock
        self._begin = begin
        self._on_deliveries = on_deliveries
        self._waiting: list[tuple[Body, asyncio.Future[Any]]] = []
        self._running: asyncio.Future[Any] | None = None
        """The batch on the connection's thread."""

    async def run(self, body: Body) -> Any:
        """The body's result, once its batch is committed."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((body, future))
        if self._running is None:
            self._start()
        return await future

    async def drain(self) -> None:
        """Wait until nothing waits or runs."""
        while self._running is not None:
            await asyncio.wait([self._running])

    def _start(self) -> None:
        batch, self._waiting = self._waiting[:MOST_IN_A_BATCH], self._waiting[MOST_IN_A_BATCH:]
        bodies = [body for body, _ in batch]
        callers = [future for _, future in batch]
        try:
            self._running = self._connection.start(lambda connection: self._run_batch(connection, bodies))
        except ValueError as error:
            for caller in callers:
                _answer(caller, _Outcome(error=error))
            return
        self._running.add_done_callback(lambda done: self._finish(done, callers))

    def _finish(self, done: "asyncio.Future[Any]", callers: Sequence["asyncio.Future[Any]"]) -> None:
        self._running = None
        error = done.exception()
        outcomes = [_Outcome(error=error)] * len(callers) if error else done.result()
        for caller, outcome in zip(callers, outcomes, strict=True):
            _answer(caller, outcome)
        if self._on_deliveries and self._transaction.rows.deliveries_added:
            self._transaction.rows.deliveries_added = False
            self._on_deliveries()
        if self._waiting:
            self._start()

    def _run_batch(self, connection: sqlite3.Connection, bodies: Sequence[Body]) -> list[_Outcome]:
        """On the connection's thread. Raises when nothing of the batch was kept."""
        connection.execute(self._begin)
        try:
            if len(bodies) == 1:
                outcomes = [self._run_alone(connection, bodies[0])]
            else:
                outcomes = [self._run_one(connection, body) for body in bodies]
            if connection.in_transaction:
                connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return outcomes

    def _run_alone(self, connection: sqlite3.Connection, body: Body) -> _Outcome:
        outcome = self._call(body)
        if outcome.error is not None:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        elif not connection.in_transaction:
            raise TransactionEndedError
        return outcome

    def _run_one(self, connection: sqlite3.Connection, body: Body) -> _Outcome:
        connection.execute("SAVEPOINT body")
        outcome = self._call(body)
        if not connection.in_transaction:
            raise TransactionEndedError from outcome.error
        if outcome.error is not None:
            connection.execute("ROLLBACK TO body")
        connection.execute("RELEASE body")
        return outcome

    def _call(self, body: Body) -> _Outcome:
        began = time.perf_counter()
        try:
            return _Outcome(value=body(self._transaction.at(self._clock.now())))
        except StopIteration as error:  # a future refuses to hold one, and its caller would wait for ever
            return _Outcome(error=RuntimeError(f"{error!r} in a transaction body"))
        except BaseException as error:
            return _Outcome(error=error)
        finally:
            took = time.perf_counter() - began
            if took > SLOW_BODY_SECONDS:
                _log.warning("slow transaction body %s: %d ms", name_of(body), took * 1000)


def name_of(body: Body) -> str:
    """What the log calls it; a partial has no name of its own, nor has an object."""
    return str(getattr(getattr(body, "func", body), "__qualname__", type(body).__qualname__))


def _answer(caller: "asyncio.Future[Any]", outcome: _Outcome) -> None:
    if caller.done():  # cancelled: the outcome stands all the same
        return
    if outcome.error is not None:
        caller.set_exception(outcome.error)
    else:
        caller.set_result(outcome.value)
