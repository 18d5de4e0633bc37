"""Who stands in a backup and was forgotten later: hashes are held against everybody who is in it.

Not here: erasing them (loyalty/use_cases/forgetting.py), and the list beside the database (erasures.py).
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from loyalty.erasures import HASH_KEPT, Erasure, Returned, hash_identity
from loyalty.ids import CustomerId, TelegramId
from storage.rows import from_micros, to_micros

_STANDING: Final = """
    SELECT i.kind, i.external_id, c.id AS customer_id, c.name, c.joined_at AS since
    FROM identities i JOIN customers c ON c.id = i.customer_id WHERE c.forgotten_at IS NULL
    UNION ALL SELECT 'telegram', CAST(telegram_id AS TEXT), NULL, name, created_at FROM staff
    UNION ALL SELECT 'telegram', CAST(telegram_id AS TEXT), NULL, name, created_at FROM tills
    UNION ALL SELECT 'telegram', CAST(came_telegram_id AS TEXT), NULL, came_name, came_at FROM invites
    UNION ALL SELECT 'telegram', CAST(invited_telegram_id AS TEXT), NULL, '', created_at FROM invites
    UNION ALL SELECT 'telegram', CAST(person_id AS TEXT), NULL, '', MIN(received_at) FROM inbox
              WHERE person_id IS NOT NULL GROUP BY person_id
"""
"""Everybody in the file, and since when; who came back after being forgotten stands there since later."""


def find_erasures(present: Path) -> Sequence[Erasure]:
    """Who was forgotten, as far as the present file can be read."""
    try:
        with closing(sqlite3.connect(f"{present.as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT identity_hash, forgotten_at FROM forgotten").fetchall()
    except sqlite3.Error:
        return []
    return [Erasure(row[0], from_micros(row[1])) for row in rows]


def find_returned(connection: sqlite3.Connection, erasures: Iterable[Erasure]) -> Sequence[Returned]:
    """Who stands in this database and was forgotten later, each once.

    Somebody who was forgotten and came back before the backup is new there, and stays.
    """
    latest = _latest(erasures)
    key = connection.execute("SELECT hash_key FROM installation").fetchone()[0]
    found: dict[str, Returned] = {}
    for kind, external_id, customer_id, name, since in connection.execute(_STANDING).fetchall():
        if external_id is None or since is None:
            continue
        identity_hash = hash_identity(kind, external_id, key=key)
        at = latest.get(identity_hash)
        if at is not None and from_micros(since) < at:
            here = Returned(
                CustomerId(customer_id) if customer_id is not None else None,
                TelegramId(int(external_id)) if kind == "telegram" else None,
                name,
                at,
            )
            known = found.setdefault(identity_hash, here)
            found[identity_hash] = replace(known, name=known.name or name)  # customers come first
    return list(found.values())


def keep_hashes(connection: sqlite3.Connection, erasures: Iterable[Erasure], *, now: datetime) -> None:
    """Remember in this database who was forgotten, as long as hashes are kept."""
    for identity_hash, at in _latest(erasures).items():
        if not Erasure(identity_hash, at).is_over(now):
            connection.execute(
                """
                INSERT INTO forgotten (identity_hash, facts, forgotten_at, until)
                VALUES (:hash, '{}', :at, :until) ON CONFLICT (identity_hash) DO NOTHING
                """,
                {"hash": identity_hash, "at": to_micros(at), "until": to_micros(at + HASH_KEPT)},
            )


def _latest(erasures: Iterable[Erasure]) -> Mapping[str, datetime]:
    latest: dict[str, datetime] = {}
    for one in erasures:
        latest[one.identity_hash] = max(one.at, latest.get(one.identity_hash, one.at))
    return latest
