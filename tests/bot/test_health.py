"""Health: asking writes nothing and tells no paths and people, and on a disk that is partly full it is calm.

Not here: health over HTTP (test_webhook.py).
"""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any, cast

import pytest

from bot import database_look
from bot.database_look import BROKEN, SILENT, DatabaseLook
from bot.health import Health
from bot.health_report import HealthReport
from bot.patience import Patience
from storage.faults import StorageFault
from storage.open_database import OpenDatabase
from storage.sqlite import SqliteDatabase

SECRETS = (
    sqlite3.DatabaseError("file is not a database: /home/olga/cafe/cafe.sqlite3"),
    StorageFault('connection to server at "10.0.0.7", port 5432 failed: password of "olga" is wrong'),
    RuntimeError("postgresql://olga:hunter2@10.0.0.7/cafe"),
)


class Asked:
    """Stands before a database, and counts or fails."""

    engine = "SQLite 3"

    def __init__(self, database: SqliteDatabase, error: Exception | None = None) -> None:
        self._database = database
        self.error = error
        self.writes = 0

    async def write(self, body: Callable[..., Any]) -> Any:
        self.writes += 1
        if self.error is not None:
            raise self.error
        return await self._database.write(body)

    async def read(self, body: Callable[..., Any]) -> Any:
        return await self._database.read(body)


def report_of(asked: Asked, health: Health | None = None) -> HealthReport:
    look = DatabaseLook(cast(OpenDatabase, asked))
    return HealthReport(asked.engine, look, health or Health(), by_webhook=False, versions={})


def refusal() -> sqlite3.OperationalError:
    """What SQLite raises on a full disk."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError) as raised:
            connection.execute("CREATE TABLE t (x)")
    return raised.value


async def test_whoever_asks_for_health_makes_nothing_be_written(
    database: SqliteDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_look, "LASTS_SECONDS", 0)
    report = report_of(Asked(database))
    with closing(sqlite3.connect(database.path)) as beside:
        before = beside.execute("PRAGMA data_version").fetchone()
        for _ in range(20):
            assert (await report())["well"]
        assert beside.execute("PRAGMA data_version").fetchone() == before


async def test_a_flood_of_questions_asks_the_database_once_a_second(database: SqliteDatabase) -> None:
    asked = Asked(database)
    report = report_of(asked)
    reports = await asyncio.gather(*(report() for _ in range(50)))
    assert all(one["well"] and one["deliveries_waiting"] == 0 for one in reports)
    assert asked.writes == 1


@pytest.mark.parametrize("error", SECRETS, ids=lambda error: type(error).__name__)
async def test_no_error_tells_a_path_a_server_or_a_person(database: SqliteDatabase, error: Exception) -> None:
    report = await report_of(Asked(database, error))()
    assert not report["well"]
    assert report["troubles"]
    for secret in ("olga", "10.0.0.7", "hunter2", "cafe.sqlite3", "5432"):
        assert secret not in json.dumps(report)


async def test_it_is_said_which_of_the_known_things_is_wrong(database: SqliteDatabase) -> None:
    full = await report_of(Asked(database, refusal()))()
    assert full["troubles"] == ["The database can't be used: the disk is full."]
    assert (await report_of(Asked(database, RuntimeError()))())["troubles"] == [BROKEN]
    assert (await report_of(Asked(database, TimeoutError()))())["troubles"] == [SILENT]


async def test_what_the_disk_refused_is_trouble_until_it_was_taken_whatever_else_still_fits(
    patience: Patience, health: Health
) -> None:
    full, small, large = refusal(), 0, 0

    async def writes_little() -> None:
        nonlocal small
        small += 1

    async def writes_much() -> None:
        nonlocal large
        large += 1
        if large < 5:
            raise full

    seen = []
    much = asyncio.ensure_future(patience.insist(writes_much))
    while not much.done():
        await patience.attempt("little", writes_little)
        seen.append(health.sentences())
        await asyncio.sleep(0.002)
    assert small > 5
    said = "The database can't be written: the disk is full. Nothing is lost, what waits is done later."
    assert seen[1:-1] == [[said]] * (len(seen) - 2)
    assert health.sentences() == []


async def test_what_its_asker_tries_again_is_trouble_until_then(patience: Patience, health: Health) -> None:
    async def fails() -> None:
        raise StorageFault("olga@10.0.0.7")

    async def works() -> None:
        pass

    with pytest.raises(StorageFault):
        await patience.attempt("updates", fails)
    await patience.attempt("presence", works)
    await patience.insist(works)
    [said] = health.sentences()
    assert "Nothing is lost" in said
    assert "olga" not in said
    await patience.attempt("updates", works)
    assert health.sentences() == []
