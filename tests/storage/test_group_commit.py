"""The writer: bodies of many callers in one transaction, each answered after the COMMIT, none half done.

Not here: what bodies write at the counter.
"""

import asyncio
import functools
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.clock import MovableClock
from loyalty.ids import ChatId
from loyalty.notices import StaffRefused
from storage.group_commit import MOST_IN_A_BATCH, ThreadedConnection, TransactionEndedError
from storage.sqlite import FILE_NAME, SqliteDatabase
from storage.transaction import StoredTransaction
from tests.counter import MORNING, PredictableSecrets

pytestmark = pytest.mark.sqlite_only("the one writer of a file")

Writes = Callable[[StoredTransaction], str]


def note(key: str) -> Writes:
    """A body that leaves one row behind; the dialogues' table takes any text."""

    def body(tx: StoredTransaction) -> str:
        tx.rows.change(
            "INSERT INTO dialogues (key, state, data, updated_at) VALUES (:key, 's', '', 0)", {"key": key}
        )
        return key

    return body


def failing(key: str) -> Writes:
    """A body that writes and then finds out that it must not."""

    def body(tx: StoredTransaction) -> str:
        note(key)(tx)
        raise ZeroDivisionError(key)

    return body


def ending(key: str) -> Writes:
    """A body that ends the transaction, as a full disk does."""

    def body(tx: StoredTransaction) -> str:
        note(key)(tx)
        tx.rows.change("ROLLBACK", {})
        return key

    return body


def run(statement: str) -> Callable[[StoredTransaction], list[Any]]:
    return lambda tx: tx.rows.all(statement, {})


def sleeping(seconds: float) -> Callable[[StoredTransaction], None]:
    """A body that keeps the writer busy, so that what is asked meanwhile waits and goes together."""
    return lambda tx: time.sleep(seconds)


async def noted(database: SqliteDatabase) -> set[str]:
    return {row[0] for row in await database.read(run("SELECT key FROM dialogues"))}


async def together(database: SqliteDatabase, *bodies: Callable[[StoredTransaction], object]) -> list[object]:
    """The outcomes of bodies that share one batch."""
    busy = asyncio.create_task(database.write(sleeping(0.01)))
    await asyncio.sleep(0)
    outcomes = await asyncio.gather(*(database.write(body) for body in bodies), return_exceptions=True)
    await busy
    return list(outcomes)


async def test_a_caller_that_is_cancelled_changes_nothing_about_the_outcome(database: SqliteDatabase) -> None:
    busy = asyncio.create_task(database.write(sleeping(0.05)))
    await asyncio.sleep(0)
    waiting = asyncio.create_task(database.write(note("waiting")))
    neighbour = asyncio.create_task(database.write(note("neighbour")))
    await asyncio.sleep(0.01)
    busy.cancel()
    waiting.cancel()
    assert await neighbour == "neighbour"
    assert await noted(database) == {"waiting", "neighbour"}
    assert await database.write(note("next")) == "next"


async def test_a_body_that_fails_rolls_back_alone(database: SqliteDatabase) -> None:
    outcomes = await together(database, note("a"), failing("b"), note("c"))
    assert isinstance(outcomes[1], ZeroDivisionError)
    assert (outcomes[0], outcomes[2]) == ("a", "c")
    assert await noted(database) == {"a", "c"}


async def test_a_lone_body_that_fails_leaves_nothing(database: SqliteDatabase) -> None:
    with pytest.raises(ZeroDivisionError):
        await database.write(failing("alone"))
    assert await noted(database) == set()
    assert await database.write(note("next")) == "next"


async def test_a_body_that_breaks_a_constraint_rolls_back_alone(database: SqliteDatabase) -> None:
    outcomes = await together(database, note("a"), note("a"), note("c"))
    assert isinstance(outcomes[1], sqlite3.IntegrityError)
    assert await noted(database) == {"a", "c"}


async def test_a_body_that_runs_out_of_an_iterator_is_an_error_and_hangs_nobody(
    database: SqliteDatabase,
) -> None:
    def body(tx: StoredTransaction) -> str:
        return next(iter(()))

    outcomes = await asyncio.wait_for(together(database, note("a"), body, note("c")), timeout=5)
    assert isinstance(outcomes[1], RuntimeError)
    assert await noted(database) == {"a", "c"}


async def test_a_body_that_ends_the_transaction_fails_every_caller_of_its_batch(
    database: SqliteDatabase,
) -> None:
    outcomes = await together(database, note("a"), ending("b"), note("c"))
    assert [type(outcome) for outcome in outcomes] == [TransactionEndedError] * 3
    assert await noted(database) == set()
    assert await database.write(note("next")) == "next"


async def test_a_lone_body_that_ends_the_transaction_fails(database: SqliteDatabase) -> None:
    with pytest.raises(TransactionEndedError):
        await database.write(ending("alone"))
    assert await noted(database) == set()


async def test_a_full_disk_fails_every_caller_of_the_batch_and_the_next_batch_works(
    database: SqliteDatabase,
) -> None:
    [[pages]] = await database.write(run("PRAGMA page_count"))
    await database.write(run(f"PRAGMA max_page_count = {pages + 2}"))

    def hog(tx: StoredTransaction) -> None:
        for number in range(1000):
            note(f"hog {number} " + "x" * 4000)(tx)

    outcomes = await together(database, note("a"), hog, note("c"))
    assert all(isinstance(outcome, Exception) for outcome in outcomes), outcomes
    await database.write(run("PRAGMA max_page_count = 1000000"))
    assert await noted(database) == set()
    assert await database.write(note("next")) == "next"


async def test_a_commit_that_fails_fails_all_its_callers(database: SqliteDatabase) -> None:
    def dangling(tx: StoredTransaction) -> None:
        tx.rows.change("PRAGMA defer_foreign_keys = ON", {})
        tx.rows.change(
            """
            INSERT INTO cards (customer_id, scheme_id, goal, opened_at) VALUES (404, 1, 6, 0)
            """,
            {},
        )

    outcomes = await together(database, note("a"), dangling, note("c"))
    assert [type(outcome) for outcome in outcomes] == [sqlite3.IntegrityError] * 3
    assert await noted(database) == set()
    assert await database.write(note("next")) == "next"


async def test_the_write_lock_is_held_before_the_first_read(database: SqliteDatabase) -> None:
    seen: list[str] = []

    def only_read_so_far(tx: StoredTransaction) -> None:
        tx.rows.all("SELECT * FROM dialogues", {})
        other = sqlite3.connect(database.path, isolation_level=None, timeout=0)
        try:
            other.execute("INSERT INTO chat_pauses VALUES (1, 1)")
            seen.append("written")
        except sqlite3.OperationalError as error:
            seen.append(str(error))
        finally:
            other.close()

    await database.write(only_read_so_far)
    assert seen == ["database is locked"]


async def test_two_hundred_at_once_share_a_few_commits(database: SqliteDatabase) -> None:
    statements: list[str] = []
    raw = database._writer._transaction.rows._connection
    assert isinstance(raw, sqlite3.Connection)
    await database.write(lambda tx: raw.set_trace_callback(statements.append))
    keys = [f"note {number}" for number in range(200)]
    assert await asyncio.gather(*(database.write(note(key)) for key in keys)) == keys
    await database.write(lambda tx: raw.set_trace_callback(None))
    commits = sum(statement == "COMMIT" for statement in statements)
    assert 200 / MOST_IN_A_BATCH <= commits <= 10
    assert await noted(database) == set(keys)


async def test_bodies_run_in_the_order_they_were_asked_for(database: SqliteDatabase) -> None:
    order: list[int] = []
    await asyncio.gather(*(database.write(lambda tx, n=n: order.append(n)) for n in range(150)))
    assert order == list(range(150))


async def test_a_slow_body_is_named_in_the_log(
    database: SqliteDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await database.write(sleeping(0.06))
    assert "slow transaction body sleeping" in caplog.text


async def test_a_slow_body_without_a_name_of_its_own_is_done_all_the_same(
    database: SqliteDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert await database.write(functools.partial(_sleeping_for, seconds=0.06)) == 0.06
    assert "slow transaction body _sleeping_for" in caplog.text


def _sleeping_for(_: StoredTransaction, *, seconds: float) -> float:
    time.sleep(seconds)
    return seconds


async def test_a_read_sees_every_write_that_was_answered_before(database: SqliteDatabase) -> None:
    for number in range(30):
        await database.write(note(f"note {number}"))
        assert len(await noted(database)) == number + 1


async def test_each_body_has_its_own_moment(database: SqliteDatabase) -> None:
    assert await database.write(lambda tx: tx.now) == MORNING
    assert await database.read(lambda tx: tx.now) == MORNING


async def test_the_parts_of_aiosqlite_that_we_lean_on_exist() -> None:
    connection = ThreadedConnection(lambda: sqlite3.connect(":memory:"))
    for private in ("_tx", "_running", "_connection", "_thread"):
        assert hasattr(connection, private), (
            f"aiosqlite {aiosqlite.__version__} lost {private}: see ThreadedConnection"
        )
    await connection.open()
    assert await connection.start(lambda raw: raw.execute("SELECT 7").fetchone()) == (7,)
    thread = await connection.start(lambda raw: threading.current_thread())
    assert thread is not threading.current_thread(), "aiosqlite no longer has a thread of its own"
    await connection.close()
    with pytest.raises(ValueError, match="closed"):
        connection.start(lambda raw: None)


async def test_closing_finishes_what_waits(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME

    async def opened() -> SqliteDatabase:
        clock = MovableClock(frozen_at=MORNING)
        return await SqliteDatabase.open(path, clock=clock, secrets=PredictableSecrets())

    database = await opened()
    keys = [f"note {number}" for number in range(150)]
    waiting = [asyncio.create_task(database.write(note(key))) for key in keys]
    await asyncio.sleep(0)
    await database.close()
    assert await asyncio.gather(*waiting) == keys
    with pytest.raises(ValueError, match="closed"):
        await database.write(note("too late"))
    with pytest.raises(ValueError, match="closed"):
        await database.read(note("too late"))
    again = await opened()
    assert await noted(again) == set(keys)
    await again.close()


async def test_the_sender_is_rung_after_a_commit_that_gave_it_work_and_not_otherwise(
    database: SqliteDatabase,
) -> None:
    rung: list[int] = []
    database.on_deliveries = lambda: rung.append(1)
    await database.write(note("nothing to send"))
    assert rung == []

    def body(tx: StoredTransaction) -> None:
        tx.deliveries.add_notice(StaffRefused(), ChatId(1), key="once")

    await database.write(body)
    assert rung == [1]
