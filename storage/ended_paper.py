"""Paper cards that ended after a backup was made: in the restored file they are over too.

Not here: everything else that a restore carries over (restoring.py).
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

_ENDED: Final = """
    SELECT p.number, p.ended_by, p.ended_at, c.forgotten_at IS NOT NULL FROM paper_cards p
    JOIN customers c ON c.id = p.customer_id
    WHERE p.state IN ('blocked', 'replaced') OR c.forgotten_at IS NOT NULL
"""
"""Not those that were moved: what was on them is on them again, and can be moved once more."""

Ended = Sequence[tuple[str, int | None, int | None, int]]


def find_ended(present: sqlite3.Connection) -> Ended:
    """Number, by whom, when, and whether its customer was forgotten; none in a file of an older version."""
    try:
        return present.execute(_ENDED).fetchall()
    except sqlite3.Error:
        return []


def end_again(copy: sqlite3.Connection, ended: Ended) -> None:
    """Such a card is blocked: one that was replaced too, since the one in its place is not known any more.

    Staff find it in the list and replace it. Of somebody who was forgotten the name goes as well.
    """
    for number, by, at, forgotten in ended:
        values = {"number": number, "by": by, "at": at, "forgotten": forgotten}
        copy.execute(
            """
            UPDATE paper_cards SET state = 'blocked', ended_at = :at,
                                   ended_by = (SELECT id FROM staff WHERE id = :by)
            WHERE number = :number AND state = 'active'
            """,
            values,
        )
        copy.execute(
            """
            UPDATE customers SET name = ''
            WHERE :forgotten AND id = (SELECT customer_id FROM paper_cards WHERE number = :number)
            """,
            values,
        )
        copy.execute("DELETE FROM identities WHERE kind = 'paper' AND external_id = :number", values)
