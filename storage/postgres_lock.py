"""The lock that lets one process at a time work on a PostgreSQL schema: advisory, on a line of its own.

Not here: the lock on the data directory, which is held too (bot/data_dir_lock.py).
"""

import hashlib
import threading
import time
from contextlib import suppress
from typing import Final

import psycopg

from storage.faults import StorageFault
from storage.postgres_schema import current_schema
from storage.postgres_session import Session

_LOOKED_AT_EVERY_SECONDS: Final = 2.0
_JUST_ENDED_SECONDS: Final = 2.0
"""So long the server may take to notice that the last process was killed."""


class AnotherCopyError(Exception):
    """Another process works on this database."""


class ProcessLock:
    """Held from the beginning to `release`; the server frees it when the process or the line dies."""

    def __init__(self, url: str) -> None:
        """Raises AnotherCopyError, StorageFault, and what `current_schema` and `Session` raise."""
        self._url = url
        self._looking = threading.Lock()
        self._session = Session(url)
        self._seen_at = time.monotonic()
        try:
            held = _take(self._session, patient_for=_JUST_ENDED_SECONDS)
        except psycopg.Error as error:
            self._session.close()
            raise StorageFault(str(error)) from error
        except BaseException:
            self._session.close()
            raise
        if not held:
            self._session.close()
            raise AnotherCopyError
        self.server_version: str = self._session.ask("SHOW server_version").split(" ")[0]

    def ensure(self, *, at_once: bool = False) -> None:
        """Before something is written: the lock is ours still, or ours again. Raises StorageFault.

        Looked at every other second, and `at_once` when another line was lost.
        """
        with self._looking:
            fresh = time.monotonic() - self._seen_at < _LOOKED_AT_EVERY_SECONDS
            if self._session.lost or not ((fresh and not at_once) or self._answers()):
                self._session.close()
                self._session = _take_again(self._url)
            self._seen_at = time.monotonic()

    def release(self) -> None:
        """Let another process in, at once: after a mere hanging up the server would need a moment."""
        with suppress(psycopg.Error):
            self._session.command("SELECT pg_advisory_unlock_all()")
        self._session.close()

    def _answers(self) -> bool:
        try:
            self._session.command("SELECT 1")
        except psycopg.Error:
            self._session.close()
            return False
        return True


def _take_again(url: str) -> Session:
    session = Session(url)
    try:
        held = _take(session)
    except psycopg.Error as error:
        session.close()
        raise StorageFault(str(error)) from error
    if not held:
        session.close()
        raise StorageFault("another copy of this bot has begun to work on it")
    return session


def _take(session: Session, *, patient_for: float = 0) -> bool:
    name = f"one-more-cup:{current_schema(session)}"
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)
    until = time.monotonic() + patient_for
    while not session.ask("SELECT pg_try_advisory_lock($1)", number):
        if time.monotonic() >= until:
            return False
        time.sleep(0.1)
    return True
