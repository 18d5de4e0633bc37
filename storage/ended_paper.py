"""Paper cards that ended after a backup was made: in the restored file they are over too.

Not here: cards of who was forgotten since (erasing_again.py), and everything else (restoring.py).
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

_ENDED: Final = "SELECT number, ended_by, ended_at FROM paper_cards WHERE state IN ('blocked', 'replaced')"
"""Not those that were moved: what was on them is on them again, and can be moved once more."""

Ended = Sequence[tuple[str, int | None, int | None]]


def find_ended(present: sqlite3.Connection) -> Ended:
    """Number, by whom and when; none in a file of an older version."""
    try:
        return present.execute(_ENDED).fetchall()
    except sqlite3.Error:
        return []


def end_again(copy: sqlite3.Connection, ended: Ended) -> None:
    """Such a card is blocked: one that was replaced too, since the one in its place is not known any more.

    Staff find it in the list and replace it.
    """
    for number, by, at in ended:
        values = {"number": number, "by": by, "at": at}
        copy.execute(
            """
            UPDATE paper_cards SET state = 'blocked', ended_at = :at,
                                   ended_by = (SELECT id FROM staff WHERE id = :by)
            WHERE number = :number AND state = 'active'
            """,
            values,
        )
        copy.execute("DELETE FROM identities WHERE kind = 'paper' AND external_id = :number", values)
