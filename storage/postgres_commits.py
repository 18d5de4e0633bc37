"""What became of a COMMIT that nobody answered: each writer keeps the number of its last one in the database.

Not here: when a body is run again (postgres.py). Why no number of the server's is asked about:
docs/decisions/0031-lost-commits.md.
"""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from storage.postgres_session import Session
from storage.rows import to_micros

KEPT: Final = timedelta(days=1)
"""Rows of processes that have ended: one that lost the lock may be waiting for its answer still."""
# In one go with the COMMIT: it costs no journey. A body that wrote nothing leaves nothing to be flushed.
_NOTE_AND_COMMIT: Final = """
    INSERT INTO commits (writer, number, made_at)
    SELECT '{writer}', {number}, {now} WHERE pg_current_xact_id_if_assigned() IS NOT NULL
    ON CONFLICT (writer) DO UPDATE SET number = excluded.number, made_at = excluded.made_at; COMMIT"""
# It writes. So it waits for a transaction that is still at it, makes one whose COMMIT comes later lose the
# race, and is refused by a copy of the server that only reads and may be behind.
_ASK: Final = """
    INSERT INTO commits AS c (writer, number, made_at) VALUES ($1, 0, $2)
    ON CONFLICT (writer) DO UPDATE SET made_at = excluded.made_at RETURNING c.number
"""


class Commits:
    """Those of one writer, which makes one after the other."""

    def __init__(self) -> None:
        self._writer = uuid4().hex
        self._number = 0

    def make(self, session: Session) -> None:
        """COMMIT what the session has open, under the next number."""
        self._number += 1
        now = to_micros(session.transaction.now)
        session.command(_NOTE_AND_COMMIT.format(writer=self._writer, number=self._number, now=now))

    def has_last(self, session: Session, now: datetime) -> bool:
        """Whether the last one is in the database; if not, it never will be."""
        return bool(session.ask(_ASK, self._writer, to_micros(now)) == self._number)


def forget_old(session: Session, now: datetime) -> None:
    """Let go of the rows of processes that ended long ago."""
    session.execute("DELETE FROM commits WHERE made_at < :before", {"before": to_micros(now - KEPT)})
