"""A disk on which each COMMIT takes 5 ms more: a model of an SD card or a laptop's disk.

Not here: measuring. A COMMIT sleeps without holding anything that a real sync would not hold.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep
from typing import Any

SECONDS = 0.005


class _SlowConnection(sqlite3.Connection):
    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        cursor = super().execute(statement, *values)
        if statement == "COMMIT":
            sleep(SECONDS)
        return cursor


@contextmanager
def slow_disk() -> Iterator[None]:
    """Every connection opened meanwhile is on such a disk, ours and the floor's alike."""
    connect = sqlite3.connect

    def connect_slowly(*args: Any, **named: Any) -> sqlite3.Connection:
        return connect(*args, factory=_SlowConnection, **named)

    sqlite3.connect = connect_slowly  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = connect
