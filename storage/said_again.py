"""What customers said no to after a backup was made: in the restored file it is no too.

A yes of that time is lost with its record, and has to be said again.
Not here: everything else of a restore (restoring.py).
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

ACCOUNTS: Final = """(
    SELECT external_id AS account, customer_id FROM identities WHERE kind = 'telegram'
    UNION ALL SELECT CAST(account AS TEXT), from_customer_id FROM moves WHERE account IS NOT NULL)"""
"""Who can be found in both files, also by an account that a card was moved away from since."""
_NOES: Final = f"""
    SELECT a.account, w.purpose, w.state, w.changed_at,
           (SELECT s.text_version FROM consents s
            WHERE s.customer_id = w.customer_id AND s.purpose = w.purpose ORDER BY s.id DESC LIMIT 1),
           (SELECT s.language FROM consents s
            WHERE s.customer_id = w.customer_id AND s.purpose = w.purpose ORDER BY s.id DESC LIMIT 1)
    FROM wishes w JOIN {ACCOUNTS} a ON a.customer_id = w.customer_id
    WHERE w.state IN ('muted', 'refused')
"""
_DELETED: Final = f"""
    SELECT a.account, c.birthday_set_at FROM customers c JOIN {ACCOUNTS} a ON a.customer_id = c.id
    WHERE c.birth_month IS NULL AND c.birthday_set_at IS NOT NULL AND c.moved_to IS NULL
"""
FIND_ACCOUNT: Final = "SELECT customer_id FROM identities WHERE kind = 'telegram' AND external_id = ?"


@dataclass(frozen=True, slots=True)
class Noes:
    """What the present file knows."""

    wishes: Sequence[tuple[str, str, str, int, str | None, str | None]] = ()
    """Account, purpose, state, when, and which text was read in which language."""
    birthdays: Sequence[tuple[str, int]] = ()
    """Accounts whose date was deleted, and when one had been given."""


def find_noes(present: sqlite3.Connection) -> Noes:
    """Nothing in a file of an older version."""
    try:
        return Noes(present.execute(_NOES).fetchall(), present.execute(_DELETED).fetchall())
    except sqlite3.Error:
        return Noes()


def say_again(copy: sqlite3.Connection, noes: Noes) -> None:
    """A no that is newer than what the copy knows holds in it, with its record; a deleted date is gone."""
    for account, purpose, state, at, version, language in noes.wishes:
        for (customer_id,) in copy.execute(FIND_ACCOUNT, (account,)).fetchall():
            values = {"customer": customer_id, "purpose": purpose, "state": state, "at": at}
            said = copy.execute(
                """
                INSERT INTO wishes (customer_id, purpose, state, changed_at)
                VALUES (:customer, :purpose, :state, :at)
                ON CONFLICT (customer_id, purpose) DO UPDATE
                SET state = excluded.state, changed_at = excluded.changed_at
                WHERE excluded.changed_at > wishes.changed_at
                """,
                values,
            )
            if said.rowcount and version is not None:
                copy.execute(
                    """
                    INSERT INTO consents (customer_id, purpose, given, text_version, language, created_at)
                    VALUES (:customer, :purpose, 0, :version, :language, :at)
                    """,
                    {**values, "version": version, "language": language},
                )
    for account, given_at in noes.birthdays:
        for (customer_id,) in copy.execute(FIND_ACCOUNT, (account,)).fetchall():
            copy.execute(
                """
                UPDATE customers SET birth_month = NULL, birth_day = NULL, birthday_set_at = :given
                WHERE id = :customer AND (birthday_set_at IS NULL OR birthday_set_at <= :given)
                """,
                {"customer": customer_id, "given": given_at},
            )
