"""A look at the cafe's file from outside, for `doctor`: it may be open in the running bot, and is only read.

Not here: what is made of it (bot/doctor.py).
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from loyalty.ports import Transaction
from storage.checks import find_problems
from storage.migrate import find_missing, find_version
from storage.transaction import StoredTransaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StaffChat:
    """The group in which staff see the queue."""

    chat_id: int
    title: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is in the file."""

    version: int
    """The number of its last migration."""
    missing: int
    """Migrations that it lacks; everything below is empty then."""
    problems: Sequence[str] = ()
    staff_chats: Sequence[StaffChat] = ()
    owners: int = 0


def read_once(path: Path, body: Callable[[Transaction], T], now: datetime) -> T:
    """What a body reads in a file that is of today's schema. Raises sqlite3.Error."""
    with closing(_open(path)) as connection:
        connection.row_factory = sqlite3.Row
        return body(StoredTransaction(connection).at(now))


def inspect(path: Path) -> Inspection:
    """Look once. Raises storage.migrate.ForeignFileError or NewerFileError, or sqlite3.Error."""
    with closing(_open(path)) as connection:
        missing, version = find_missing(connection), find_version(connection)
        if missing:
            return Inspection(version, len(missing))
        return Inspection(
            version,
            missing=0,
            problems=find_problems(connection),
            staff_chats=[
                StaffChat(row[0], row[1])
                for row in connection.execute(
                    "SELECT chat_id, title FROM staff_chats WHERE unbound_at IS NULL ORDER BY id"
                )
            ],
            owners=connection.execute(
                "SELECT COUNT(*) FROM staff WHERE role = 'owner' AND removed_at IS NULL"
            ).fetchone()[0],
        )


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
