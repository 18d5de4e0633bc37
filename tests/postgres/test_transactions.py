"""Bodies on PostgreSQL: run again when they lost a race, done once whatever becomes of the line.

Not here: what bodies do at the counter (tests/use_cases runs on both).
"""

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import timedelta

import psycopg
import pytest

from bot.clock import MovableClock
from loyalty.ids import TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction
from storage.faults import StorageFault
from storage.postgres import WRITERS, PostgresDatabase
from storage.postgres_commits import KEPT, Commits
from storage.postgres_lock import AnotherCopyError
from storage.postgres_session import Session, translate
from storage.transaction import StoredTransaction
from tests.counter import MORNING, PredictableSecrets
from tests.postgres.line import Line


async def opened(url: str) -> PostgresDatabase:
    return await PostgresDatabase.open(
        url, clock=MovableClock(frozen_at=MORNING), secrets=PredictableSecrets()
    )


@pytest.fixture
async def database(url: str, line: Line) -> AsyncIterator[PostgresDatabase]:
    """A new cafe's database at the end of a line."""
    database = await opened(line.url_through(url))
    yield database
    await database.close()


def joins(number: int) -> "Joins":
    return Joins(number)


class Joins:
    """A body that adds a customer and counts how often it was run."""

    def __init__(self, number: int) -> None:
        self.person = Person(TelegramId(number), f"Guest {number}", "en")
        self.runs = 0

    def __call__(self, tx: Transaction) -> str:
        self.runs += 1
        return tx.people.add_customer(self.person).name

    __qualname__ = "joins"


def count(session: Session) -> int:
    return int(session.ask("SELECT COUNT(*) FROM customers"))


async def test_a_body_that_lost_a_race_is_run_again_until_it_wins(
    database: PostgresDatabase, session: Session
) -> None:
    """Each adds one to what it read: without a second look some would be lost."""

    def add(tx: StoredTransaction) -> None:
        [row] = tx.rows.all("SELECT paused_until AS n FROM lanes WHERE name = 'bulk'", {})
        tx.rows.change("UPDATE lanes SET paused_until = :n WHERE name = 'bulk'", {"n": row["n"] + 1})

    await asyncio.gather(*(database.write(add) for _ in range(100)))
    assert session.ask("SELECT paused_until FROM lanes WHERE name = 'bulk'") == 100


async def test_a_body_that_would_always_lose_gets_the_road_alone(
    database: PostgresDatabase, session: Session
) -> None:
    attempts = 0

    def unlucky(tx: StoredTransaction) -> str:
        nonlocal attempts
        attempts += 1
        if attempts < 8:
            raise psycopg.errors.SerializationFailure("lost again")
        return tx.people.add_customer(Person(TelegramId(1), "Mia", "en")).name

    assert await database.write(unlucky) == "Mia"
    assert (attempts, count(session)) == (8, 1)


async def test_a_body_that_never_wins_fails_as_what_passes_by_itself(database: PostgresDatabase) -> None:
    def hopeless(_: StoredTransaction) -> None:
        raise psycopg.errors.DeadlockDetected("lost again")

    with pytest.raises(StorageFault, match="too many"):
        await database.write(hopeless)
    assert await database.write(joins(1)) == "Guest 1", "and the road is free for the next"


async def test_a_body_that_fails_leaves_nothing_and_its_error_is_its_own(
    database: PostgresDatabase, session: Session
) -> None:
    def refuse(tx: Transaction) -> None:
        tx.people.add_customer(Person(TelegramId(1), "Mia", "en"))
        raise LookupError("as it should")

    with pytest.raises(LookupError, match="as it should"):
        await database.write(refuse)
    assert count(session) == 0


async def test_a_read_can_not_write(database: PostgresDatabase) -> None:
    with pytest.raises(StorageFault, match="read-only"):
        await database.read(joins(1))


async def test_a_caller_that_is_cancelled_changes_nothing(
    database: PostgresDatabase, session: Session
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        begun.set()
        assert go_on.wait(10)
        tx.people.add_customer(Person(TelegramId(1), "Mia", "en"))

    caller = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(begun.wait, 10)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go_on.set()
    for _ in range(200):
        if count(session) == 1:
            break
        await asyncio.sleep(0.02)
    assert count(session) == 1


async def test_a_line_that_broke_while_nothing_ran_is_nobodys_business(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    assert await database.read(lambda tx: tx.people.find_customer(TelegramId(1))) is not None
    await line.cut()
    await line.mend()
    await database.write(joins(2))
    assert await database.read(lambda tx: tx.people.find_customer(TelegramId(2))) is not None
    assert count(session) == 2


async def test_sessions_that_the_server_ends_are_opened_anew(
    database: PostgresDatabase, session: Session
) -> None:
    await database.write(joins(1))
    session.command(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()"
    )
    await database.write(joins(2))
    assert count(session) == 2


async def test_without_a_server_every_caller_hears_of_it_and_with_it_again_all_goes_on(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    await line.cut()
    for ask in (database.write, database.read):
        with pytest.raises(StorageFault, match="refused"):
            await ask(joins(2))
    await line.mend()
    await database.write(joins(3))
    assert count(session) == 2


async def test_a_commit_whose_answer_was_lost_is_done_once(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    body = joins(2)
    line.breaks_after_commit = True
    assert await database.write(body) == "Guest 2"
    assert (body.runs, count(session)) == (1, 2), "the server was asked, and said that it was done"


async def test_a_commit_that_never_arrived_is_done_again(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    body = joins(2)
    line.breaks_before_commit = True
    assert await database.write(body) == "Guest 2"
    assert (body.runs, count(session)) == (2, 2), "the server was asked, and had nothing of it"


async def test_a_commit_that_is_still_at_work_is_waited_for(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    session.command("""
        CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON customers DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION take_long()
    """)
    body = joins(2)
    line.breaks_after_commit = True
    assert await database.write(body) == "Guest 2"
    assert (body.runs, count(session)) == (1, 2)


async def test_a_commit_that_comes_after_it_was_asked_about_does_nothing(
    database: PostgresDatabase, session: Session, url: str
) -> None:
    """It was on its way for long, and what it would do has been done again meanwhile."""
    commits, gone, other = Commits(), Session(url), Session(url)
    session.command("BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT 1")
    joins(1)(session.transaction.at(MORNING))
    gone.transaction.at(MORNING)
    gone.close()
    with pytest.raises(psycopg.OperationalError):
        commits.make(gone)
    assert not commits.has_last(other, MORNING)
    other.close()
    with pytest.raises(psycopg.errors.SerializationFailure):
        commits.make(session)
    session.roll_back()
    assert count(session) == 0


async def test_what_only_looked_leaves_no_number_and_who_wrote_leaves_one_row(
    database: PostgresDatabase, session: Session
) -> None:
    def looks(tx: Transaction) -> None:
        tx.people.find_customer(TelegramId(1))

    await database.write(looks)
    assert session.ask("SELECT COUNT(*) FROM commits") == 0
    for number in range(1, 30):
        await database.write(joins(number))
    assert session.ask("SELECT COUNT(*) FROM commits") <= WRITERS


async def test_the_rows_of_processes_that_ended_long_ago_are_let_go(
    database: PostgresDatabase, session: Session, url: str
) -> None:
    await database.write(joins(1))
    await database.close()
    later = MovableClock(frozen_at=MORNING + KEPT + timedelta(seconds=1))
    await (await PostgresDatabase.open(url, clock=later, secrets=PredictableSecrets())).close()
    assert session.ask("SELECT COUNT(*) FROM commits") == 0


async def test_a_server_that_never_can_say_it_keeps_no_writer(
    database: PostgresDatabase, session: Session, line: Line
) -> None:
    await database.write(joins(1))
    session.command(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION SQLSTATE '22000'; END $$; "
        "CREATE TRIGGER odd BEFORE INSERT ON commits FOR EACH ROW EXECUTE FUNCTION refuse()"
    )
    line.breaks_before_commit = True
    with pytest.raises(psycopg.Error):
        await asyncio.wait_for(database.write(joins(2)), 10)


async def test_a_second_process_is_refused_until_the_first_has_ended(
    database: PostgresDatabase, url: str
) -> None:
    with pytest.raises(AnotherCopyError):
        await opened(url)
    await database.close()
    second = await opened(url)
    await second.close()


async def test_who_lost_the_lock_to_another_process_writes_nothing(
    database: PostgresDatabase, session: Session, line: Line, url: str
) -> None:
    await database.write(joins(1))
    await line.cut()
    second = await opened(url)
    await line.mend()
    with pytest.raises(StorageFault, match="another copy"):
        await database.write(joins(2))
    await second.close()
    await database.write(joins(3))
    assert count(session) == 2


def test_parameters_are_numbered_and_what_only_looks_like_one_is_not() -> None:
    assert translate("SELECT ':a', :b::text, '%:' || :a -- :c\nWHERE :b = 'it''s :d'") == (
        "SELECT ':a', $1::text, '%:' || $2 -- :c\nWHERE $1 = 'it''s :d'",
        ("b", "a"),
    )
