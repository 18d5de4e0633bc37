"""What the present file knows better than the backup that takes its place.

Not here: who was forgotten since then (erasing_again.py), and everything else of a restore (restoring.py).
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from loyalty.people import Role
from storage.ended_paper import Ended, end_again, find_ended
from storage.rows import to_micros
from storage.said_again import Noes, find_noes, say_again
from storage.tickets_again import Spoken, find_spoken, note_spoken
from storage.told_again import Told, find_told, note_told


@dataclass(frozen=True, slots=True)
class Numbers:
    """The highest numbers that were given out."""

    receipt: int = 0
    sheet: int = 0


_STANDING: Final = ("staff", "tills")
_REMOVED: Final = "SELECT id, telegram_id, removed_at FROM {table} WHERE removed_at IS NOT NULL"
# Who asked to be forgotten has no account in the present file any more: a number below zero.
_REMOVE_TOO: Final = """
    UPDATE {table} SET removed_at = COALESCE(removed_at, ?3), telegram_id = ?2
    WHERE id = ?1 AND (telegram_id = ?2 OR ?2 < 0)
"""
_END_SHIFTS: Final = """
    UPDATE shifts SET ended_at = :now WHERE ended_at IS NULL
      AND (till_id IN (SELECT id FROM tills WHERE removed_at IS NOT NULL)
           OR staff_id IN (SELECT id FROM staff WHERE removed_at IS NOT NULL))
"""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read from the present file."""

    removed: Mapping[str, Sequence[tuple[int, int, int]]]
    roles: Sequence[tuple[int, str]]
    polled_at: int | None
    over: Sequence[str]
    ended: Ended
    noes: Noes
    told: Sequence[Told]
    spoken: Sequence[Spoken]
    numbers: Numbers


def knows_better(present: Path, copy: Path) -> bool:
    """Whether the present file can tell what was taken away since then."""
    with closing(open_to_read(copy)) as connection:
        return _read(present, connection) is not None


def carry_over(connection: sqlite3.Connection, present: Path, now: datetime) -> Numbers:
    """What the present file knows better; answers its highest numbers."""
    known = _read(present, connection)
    if known is None:
        return Numbers()  # the jump by days has to do
    connection.execute("UPDATE installation SET polled_at = ?", (known.polled_at,))
    for table, rows in known.removed.items():
        connection.executemany(_REMOVE_TOO.format(table=table), rows)
    connection.execute(_END_SHIFTS, {"now": to_micros(now)})
    for telegram_id, role in known.roles:
        _lower(connection, telegram_id, Role(role))
    end_again(connection, known.ended)
    say_again(connection, known.noes)
    note_told(connection, known.told, now)
    note_spoken(connection, known.spoken)
    connection.executemany(
        """
        UPDATE vouchers SET voided_at = ?2
        WHERE secret_hash = ?1 AND collected_at IS NULL AND voided_at IS NULL
        """,
        [(secret_hash, to_micros(now)) for secret_hash in known.over],
    )
    return known.numbers


def _read(present: Path, copy: sqlite3.Connection) -> _Known | None:
    """None when it can't be read, or is of an older version or another installation."""
    try:
        with closing(open_to_read(present)) as other:
            removed = {table: other.execute(_REMOVED.format(table=table)).fetchall() for table in _STANDING}
            roles = other.execute("SELECT telegram_id, role FROM staff WHERE removed_at IS NULL").fetchall()
            polled_at, key = other.execute("SELECT polled_at, hash_key FROM installation").fetchone()
            numbers = Numbers(highest_number(other, "main"), highest_number(other, "main", "voucher_sheets"))
            ended, noes, told = find_ended(other), find_noes(other), find_told(other)
            known = _Known(
                removed, roles, polled_at, _read_over(other), ended, noes, told, find_spoken(other), numbers
            )
    except (sqlite3.Error, TypeError):
        return None
    return known if (key,) == copy.execute("SELECT hash_key FROM installation").fetchone() else None


def _lower(connection: sqlite3.Connection, telegram_id: int, role: Role) -> None:
    """Nobody has more rights than the owners left them since."""
    row = connection.execute(
        "SELECT id, role FROM staff WHERE telegram_id = ? AND removed_at IS NULL", (telegram_id,)
    ).fetchone()
    if row is not None and not role.covers(Role(row[1])):
        connection.execute("UPDATE staff SET role = ? WHERE id = ?", (role, row[0]))


def _read_over(other: sqlite3.Connection) -> Sequence[str]:
    """Vouchers that can't be collected any more: paper doesn't come back, whatever is restored."""
    if not count(other, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'voucher_sheets'"):
        return ()  # a file of an older version
    rows = other.execute(
        """
        SELECT v.secret_hash FROM vouchers v JOIN voucher_sheets s ON s.id = v.sheet_id
        WHERE v.collected_at IS NOT NULL OR v.voided_at IS NOT NULL OR s.voided_at IS NOT NULL
        """
    ).fetchall()
    return [row[0] for row in rows]


def highest_number(connection: sqlite3.Connection, schema: str, table: str = "operations") -> int:
    query = f"SELECT COALESCE(MAX(seq), 0) FROM {schema}.sqlite_sequence WHERE name = '{table}'"
    return count(connection, query)


def open_to_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None)


def count(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
