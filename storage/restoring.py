"""A backup on its way to be the cafe's file again: held against the rules, compared, and made fit for today.

Not here: finding and replacing files (bot/restore.py), and what takes rules to end (visits, erasing people).
Everything happens in a working copy, never in the backup itself.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from loyalty.erasures import Erasure, Returned
from loyalty.queue import BURIED
from storage.carrying_over import Numbers, carry_over, count, highest_number, open_to_read
from storage.checks import find_problems
from storage.erasing_again import find_returned, keep_hashes
from storage.migrate import find_version, migrate
from storage.rows import from_micros, to_micros

_HEADER: Final = b"SQLite format 3\x00"
_NUMBERS_A_DAY: Final = 1000
"""More receipts than a cafe writes in a day: the jump for each day that the backup is old."""

_SHEETS_A_DAY: Final = 10
"""The same for sheets of vouchers, whose numbers stand on paper."""

_STAMPED_AFTER: Final = """
    SELECT o.id, o.kind, o.op_key, o.visit_id FROM main.operations o
    WHERE o.practice = 0 AND NOT EXISTS (
        SELECT 1 FROM kept.operations k
        WHERE k.id = o.id AND k.op_key = o.op_key AND k.created_at = o.created_at)
"""

_LATER_THINGS: Final = (
    "UPDATE scans SET state = 'void' WHERE state = 'live'",
    "UPDATE sale_codes SET state = 'void', settled_at = :now WHERE state = 'live'",
    # A tick ends these by the rules: one in which a reward was handed over took place.
    "UPDATE visits SET expires_at = :now WHERE state = 'open' AND expires_at > :now",
    "UPDATE invites SET state = 'void' WHERE state IN ('live', 'came')",
    # Telegram was told long ago that these are ours, and they speak of another time.
    """
    UPDATE inbox SET state = 'dead', body = '', settled_at = :now, error = 'a backup was restored'
    WHERE state = 'waiting'
    """,
    """
    UPDATE deliveries SET state = 'skipped', lease_until = NULL, settled_at = :now,
                          error = 'a backup was restored'
    WHERE state IN ('pending', 'sending')
    """,
    # Whoever got a post since then must not get it again: what was going out ends, what repeats begins anew.
    """
    UPDATE recipients SET state = 'skipped', reason = 'stopped', settled_at = :now
    WHERE state IN ('waiting', 'queued') AND run_id IN (
        SELECT id FROM runs WHERE state IN ('waiting', 'running', 'paused'))
    """,
    """
    UPDATE campaigns SET state = 'over'
    WHERE kind = 'broadcast' AND id IN (
        SELECT campaign_id FROM runs WHERE state IN ('waiting', 'running', 'paused'))
    """,
    """
    UPDATE runs SET state = 'stopped', ended_at = :now, started_at = COALESCE(started_at, run_at),
                    frozen_at = COALESCE(frozen_at, :now)
    WHERE state IN ('waiting', 'running', 'paused')
    """,
    "UPDATE campaigns SET approved_at = :now WHERE state = 'on'",
    # The chat went on: the queue is posted anew for the next customer, and nothing counts as drawn already.
    f"UPDATE screens SET buried = buried + {BURIED} WHERE kind = 'queue'",
    "UPDATE screens SET drawn_hash = ''",
    "DELETE FROM dialogues",
    "DELETE FROM chat_pauses",
    "UPDATE lanes SET paused_until = 0",
    "UPDATE outages SET caught_up_at = :now WHERE caught_up_at IS NULL",
    "UPDATE installation SET polled_at = NULL",
    "INSERT INTO restores (from_at, restored_at) VALUES (:since, :now)",
)


class NoDatabaseError(Exception):
    """The file is no SQLite database at all."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a backup."""

    made_at: datetime
    version: int
    """The number of its last migration, before it was brought up to date."""
    problems: Sequence[str]


@dataclass(frozen=True, slots=True)
class Loss:
    """What the present file has and the backup has not. What was entered and undone since then is no loss."""

    visits: int
    stamps: int
    rewards: int
    """Handed over since then, and on their cards again."""
    customers: int
    bills: int
    points: int
    """Hundredths that were given."""
    paid: int
    """Hundredths that paid for bills since then, and are on their cards again."""
    undone: int
    """Receipts of before that were undone since then, and count again."""

    @property
    def is_something(self) -> bool:
        """Whether anything that was entered would be lost."""
        gone = (self.visits, self.stamps, self.rewards, self.customers, self.bills, self.points, self.paid)
        return any(gone)


def look_into(copy: Path, now: datetime) -> Contents:
    """Check a working copy and bring its schema up to date.

    Raises NoDatabaseError, storage.migrate.ForeignFileError or NewerFileError, or sqlite3.Error.
    """
    with copy.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise NoDatabaseError
    with closing(_open(copy)) as connection:
        version = find_version(connection) if _is_ours(connection) else 0
        migrate(connection, now)
        return Contents(_made_at(connection), version, find_problems(connection))


def count_loss(present: Path, copy: Path) -> Loss | None:
    """What was done since then; None when the present file can't tell, or is of another installation."""
    try:
        with closing(open_to_read(present)) as connection:
            connection.execute("ATTACH DATABASE ? AS kept", (f"{copy.as_uri()}?mode=ro",))
            if not _same_installation(connection):
                return None
            return Loss(*(count(connection, query) for query in _LOSS))
    except sqlite3.Error:
        return None


def _count_moved(currency: str, kind: str, sign: int) -> str:
    """By visit, for what one gave is not less because another one, of before, was undone since then."""
    return f"""
        SELECT COALESCE(SUM(MAX(0, moved)), 0) FROM (
            SELECT {sign} * SUM(e.amount) AS moved FROM main.ledger_entries e
            JOIN ({_STAMPED_AFTER}) o ON o.id = e.operation_id
            WHERE e.currency = '{currency}' AND (e.kind = '{kind}'
                OR e.reverses IN (SELECT id FROM main.ledger_entries WHERE kind = '{kind}'))
            GROUP BY o.visit_id)
    """


_NOT_UNDONE: Final = "NOT EXISTS (SELECT 1 FROM main.operations u WHERE u.op_key = o.op_key || ':undo')"

_LOSS: Final = (
    f"SELECT COUNT(*) FROM ({_STAMPED_AFTER}) o WHERE kind = 'visit' AND {_NOT_UNDONE}",
    _count_moved("stamps", "earn", 1),
    f"SELECT COUNT(*) FROM ({_STAMPED_AFTER}) o WHERE kind = 'redemption' AND {_NOT_UNDONE}",
    """
    SELECT COUNT(*) FROM main.customers c WHERE c.practice = 0 AND NOT EXISTS (
        -- Not the same moment: who took over another card is a customer for as long as that one was.
        SELECT 1 FROM kept.customers k WHERE k.id = c.id AND k.joined_at >= c.joined_at)
    """,
    f"""
    SELECT COUNT(*) FROM main.visits v WHERE v.amount IS NOT NULL AND v.state = 'confirmed'
      AND v.practice = 0 AND v.id IN (
        SELECT visit_id FROM ({_STAMPED_AFTER}) WHERE kind IN ('visit', 'visit_bill'))
    """,
    _count_moved("points", "earn", 1),
    _count_moved("points", "redeem", -1),
    f"""
    SELECT COUNT(*) FROM ({_STAMPED_AFTER}) o WHERE EXISTS (
        SELECT 1 FROM kept.operations k WHERE o.op_key = k.op_key || ':undo')
    """,
)


def make_fit(copy: Path, present: Path | None, *, made_at: datetime, now: datetime) -> None:
    """Nothing of the past is live, nothing is sent or handled twice, no number is used twice.

    From the present file, when it can be read: who or what was removed since then stays removed, nobody has
    more rights than now, a voucher that was collected or voided since then stays over, what customers said no
    to stays no, and when Telegram was last heard.
    """
    with closing(_open(copy)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for statement in _LATER_THINGS:
            connection.execute(statement, {"now": to_micros(now), "since": to_micros(made_at)})
        later = Numbers() if present is None else carry_over(connection, present, now)
        days_old = 1 + max(0, (now - made_at).days)
        highest = max(highest_number(connection, "main"), later.receipt)
        _jump(connection, "operations", highest + _NUMBERS_A_DAY * days_old)
        highest = max(highest_number(connection, "main", "voucher_sheets"), later.sheet)
        _jump(connection, "voucher_sheets", highest + _SHEETS_A_DAY * days_old)
        connection.execute("COMMIT")


def find_to_erase(copy: Path, erasures: Sequence[Erasure], *, now: datetime) -> Sequence[Returned]:
    """Who stands in the copy and was forgotten later; their hashes are kept in it as `forgotten`."""
    with closing(_open(copy)) as connection:
        keep_hashes(connection, erasures, now=now)
        return find_returned(connection, erasures)


def check_again(copy: Path) -> Sequence[str]:
    """What is wrong with a copy that was made fit."""
    with closing(_open(copy)) as connection:
        return find_problems(connection)


def gather(present: Path) -> None:
    """Bring everything that stands beside the present file into it. Raises sqlite3.Error."""
    with closing(sqlite3.connect(present, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in (
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA secure_delete = ON",
    ):
        connection.execute(setting).fetchall()
    return connection


def _is_ours(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'").fetchall())


def _made_at(connection: sqlite3.Connection) -> datetime:
    """A backup holds the row of itself; of any other copy of the file, the latest thing in it."""
    times = connection.execute(
        """
        SELECT MAX(made_at) AS at FROM backups UNION ALL SELECT MAX(created_at) FROM operations
        UNION ALL SELECT MAX(received_at) FROM inbox UNION ALL SELECT MAX(joined_at) FROM customers
        UNION ALL SELECT created_at FROM installation
        """
    ).fetchall()
    return from_micros(max(row[0] for row in times if row[0] is not None))


def _same_installation(connection: sqlite3.Connection) -> bool:
    query = "SELECT COUNT(*) FROM main.installation m JOIN kept.installation k ON k.hash_key = m.hash_key"
    return count(connection, query) == 1


def _jump(connection: sqlite3.Connection, table: str, number: int) -> None:
    """The next receipt, or the next sheet of vouchers, has a higher number than this."""
    connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, number))
