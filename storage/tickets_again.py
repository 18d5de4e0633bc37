"""What was said about a ticket after a backup was made: whoever was asked or reminded then is not again.

Not here: who had it and what was answered, which is lost with the rest; and questions after visits
(told_again.py).
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

_SPOKEN: Final = """
    SELECT id, opened_at, asked_at, reminded_at FROM tickets
    WHERE asked_at IS NOT NULL OR reminded_at IS NOT NULL
"""
_KEEP: Final = """
    UPDATE tickets SET asked_at = COALESCE(asked_at, ?3), reminded_at = COALESCE(reminded_at, ?4)
    WHERE id = ?1 AND opened_at = ?2
"""

Spoken = tuple[int, int, int | None, int | None]
"""Which ticket, since when; when its customer was asked whether it was put right, when it was reminded of."""


def find_spoken(present: sqlite3.Connection) -> Sequence[Spoken]:
    """Nothing in a file of an older version."""
    try:
        return present.execute(_SPOKEN).fetchall()
    except sqlite3.Error:
        return ()


def note_spoken(copy: sqlite3.Connection, spoken: Sequence[Spoken]) -> None:
    """A number that means another ticket there has another beginning."""
    copy.executemany(_KEEP, spoken)
