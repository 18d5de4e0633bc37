"""Databases for the storage tests: an empty one, and a bare connection with our schema.

Not here: the cafe's people.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from storage.open_database import OpenDatabase
from storage.sqlite import SqliteDatabase
from tests import databases
from tests.counter import MORNING, Cafe, PredictableSecrets


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[OpenDatabase]:
    """A fresh database, its clock standing still."""
    clock = MovableClock(frozen_at=MORNING)
    database = await databases.open_database(tmp_path, clock=clock, secrets=PredictableSecrets())
    yield database
    await database.close()


@pytest.fixture
def raw(database: SqliteDatabase) -> Iterator[sqlite3.Connection]:
    """A second connection to that file, with the settings that our own has."""
    connection = sqlite3.connect(database.path, isolation_level=None, timeout=0)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    yield connection
    connection.close()


@pytest.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[Cafe]:
    """A cafe with staff."""
    cafe = await Cafe.open_staffed(tmp_path)
    yield cafe
    await cafe.close()
