"""What is done with a PostgreSQL database as a whole: looked at once, copied, filled from a file.

Not here: how rows are copied (moving.py) and what is made of a look (bot/doctor.py).
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import psycopg

from loyalty.ports import Transaction
from storage import moving
from storage.checks import broken_rules
from storage.faults import StorageFault
from storage.inspection import Inspection, StaffChat
from storage.postgres_lock import ProcessLock
from storage.postgres_schema import find_missing, find_version, migrate
from storage.postgres_session import Session, as_fault, refuse_without_rights

T = TypeVar("T")


class NotEmptyError(Exception):
    """Somebody lives there already."""


def copy_server(url: str, target: Path, now: datetime) -> None:
    """Everything of one moment in a new SQLite file. Raises StorageFault, sqlite3.Error or BadCopyError."""
    with _session(url) as session:
        moving.copy_out(session, target, now)


def fill_server(
    url: str, file: Path, now: datetime, about_to_end: Callable[[], None] = lambda: None
) -> Mapping[str, int]:
    """All rows of a SQLite file of today's version in an empty database; answers how many each table has.

    `about_to_end` is called right before the COMMIT, and what it raises is raised. Raises AnotherCopyError,
    NotEmptyError, ForeignFileError, NewerFileError, NoSchemaError, BadCopyError, StorageFault or
    sqlite3.Error.
    """
    lock = ProcessLock(url)
    try:
        with _session(url) as session, closing(_open_to_read(file)) as source:
            if not moving.is_empty(session):
                raise NotEmptyError
            migrate(session, now)
            return moving.copy_in(source, session, about_to_end)
    finally:
        lock.release()


def count_moved(url: str, file: Path) -> Mapping[str, int] | None:
    """The rows of a file whose cafe lives on the server already; None when another does.

    Raises StorageFault or sqlite3.Error.
    """
    with _session(url) as session, closing(_open_to_read(file)) as source:
        return moving.count_rows_of(source) if moving.is_same_cafe(source, session) else None


def version_of_server(url: str) -> tuple[int, int]:
    """The number of its last migration, and how many it lacks. Raises as `inspect_server` does."""
    with _session(url) as session:
        return find_version(session), len(find_missing(session))


def inspect_server(url: str) -> Inspection:
    """Look once. Raises StorageFault, OldServerError, ForeignFileError or NewerFileError."""
    with _session(url) as session:
        missing, version = find_missing(session), find_version(session)
        if missing:
            return Inspection(version, len(missing))
        session.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0")
        chats = session.execute(
            "SELECT chat_id, title FROM staff_chats WHERE unbound_at IS NULL ORDER BY id", {}
        ).fetchall()
        owners = session.ask("SELECT COUNT(*) FROM staff WHERE role = 'owner' AND removed_at IS NULL")
        return Inspection(
            version,
            missing=0,
            problems=broken_rules(lambda query: [tuple(row.values()) for row in _all(session, query)]),
            staff_chats=[StaffChat(row["chat_id"], row["title"]) for row in chats],
            owners=owners,
        )


def read_server(url: str, body: Callable[[Transaction], T], now: datetime) -> T:
    """What a body reads in a database of today's schema. Raises StorageFault."""
    with _session(url) as session:
        session.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return body(session.transaction.at(now))


@contextmanager
def _session(url: str) -> Iterator[Session]:
    session = Session(url)
    try:
        yield session
    except psycopg.Error as error:
        refuse_without_rights(error)
        raise as_fault(error) or StorageFault(str(error)) from error
    finally:
        session.close()


def _all(session: Session, query: str) -> "list[dict[str, object]]":
    rows: list[dict[str, object]] = session.execute(query, {}).fetchall()
    return rows


def _open_to_read(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
