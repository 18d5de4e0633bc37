"""Schemas of their own on the server, for tests that are about PostgreSQL itself.

Not here: the cafe that both databases share (tests/databases.py).
"""

import itertools
import os
from collections.abc import AsyncIterator, Iterator

import psycopg
import pytest

from storage.postgres_session import Session
from tests import databases
from tests.postgres.line import Line

_numbers = itertools.count(1)


@pytest.fixture
def url() -> Iterator[str]:
    """The address of an empty schema."""
    schema = f"cup_{os.getpid()}_own_{next(_numbers)}"
    with psycopg.connect(databases.SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
        yield databases.url_of(schema)
        connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture
def session(url: str) -> Iterator[Session]:
    """A connection to it."""
    session = Session(url)
    yield session
    session.close()


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    """A line to the server that can be cut."""
    line = Line()
    await line.mend()
    yield line
    await line.cut()
