"""Who stands in a backup and was forgotten later: hashes are held against everybody who is in it.

Not here: erasing them (use_cases/customers/forgetting.py), and the list beside the database (erasures.py).
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from loyalty.erasures import HASH_KEPT, Erasure, Returned, hash_identity
from loyalty.ids import CustomerId, TelegramId
from storage.rows import from_micros, maybe_from_micros, to_micros

_STANDING: Final = """
    SELECT i.kind, i.external_id, c.id AS customer_id, c.name, i.created_at AS since
    FROM identities i JOIN customers c ON c.id = i.customer_id WHERE c.forgotten_at IS NULL
    UNION ALL SELECT 'card', i.external_id, c.id, c.name, i.created_at
              FROM identities i JOIN customers c ON c.id = i.customer_id
              WHERE i.kind = 'telegram' AND c.forgotten_at IS NULL
    UNION ALL SELECT 'paper', p.number, c.id, c.name, p.issued_at
              FROM paper_cards p JOIN customers c ON c.id = p.customer_id WHERE c.forgotten_at IS NULL
    UNION ALL SELECT 'telegram', CAST(telegram_id AS TEXT), NULL, name, created_at FROM staff
    UNION ALL SELECT 'telegram', CAST(telegram_id AS TEXT), NULL, name, created_at FROM tills
    UNION ALL SELECT 'telegram', CAST(came_telegram_id AS TEXT), NULL, came_name, came_at FROM invites
    UNION ALL SELECT 'telegram', CAST(invited_telegram_id AS TEXT), NULL, '', created_at FROM invites
    UNION ALL SELECT 'telegram', CAST(account AS TEXT), NULL, '', created_at FROM moves
    UNION ALL SELECT 'telegram', CAST(person_id AS TEXT), NULL, '', MIN(received_at) FROM inbox
              WHERE person_id IS NOT NULL GROUP BY person_id
"""
"""Everybody in the file, and since when; who came back after being forgotten stands there since later.

Not since when the customer joined: a card that came from elsewhere brings the earlier date along. `card`: the
customer under an account, without the account itself.
"""


def find_erasures(present: Path) -> Sequence[Erasure]:
    """Who was forgotten, as far as the present file can be read."""
    try:
        with closing(sqlite3.connect(f"{present.as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute("SELECT * FROM forgotten").fetchall()
    except sqlite3.Error:
        return []
    return [_erasure(row) for row in rows]


def find_returned(connection: sqlite3.Connection, erasures: Iterable[Erasure]) -> Sequence[Returned]:
    """Who stands in this database and was forgotten later, each once.

    Somebody who was forgotten and came back before the backup is new there, and stays.
    """
    key = connection.execute("SELECT hash_key FROM installation").fetchone()[0]
    by_hash: dict[str, list[Erasure]] = {}
    for one in erasures:
        by_hash.setdefault(one.identity_hash, []).append(one)
    customers: dict[int, Returned] = {}
    accounts: dict[int, Returned] = {}
    for kind, external_id, customer_id, name, since in connection.execute(_STANDING).fetchall():
        if external_id is None or since is None:
            continue
        at = _asked_at(
            by_hash.get(hash_identity(kind, external_id, key=key), ()),
            from_micros(since),
            customer=customer_id is not None,
        )
        if at is None:
            continue
        here = _standing(kind, external_id, customer_id, name, at)
        if customer_id is not None:
            customers[customer_id] = _together(customers.get(customer_id, here), here)
        else:
            known = accounts.setdefault(int(external_id), here)
            accounts[int(external_id)] = replace(known, name=known.name or name)
    whole = {one.telegram_id for one in customers.values()}
    alone = (one for account, one in accounts.items() if account not in whole)
    return [*customers.values(), *alone]


def _asked_at(erasures: Iterable[Erasure], since: datetime, *, customer: bool) -> datetime | None:
    return max((one.at for one in erasures if one.covers(since, customer=customer)), default=None)


def _standing(kind: str, external_id: str, customer_id: int | None, name: str, at: datetime) -> Returned:
    return Returned(
        CustomerId(customer_id) if customer_id is not None else None,
        TelegramId(int(external_id)) if kind == "telegram" else None,
        name,
        at,
        account_stays=kind == "card",
    )


def _together(one: Returned, other: Returned) -> Returned:
    """A customer who is found by several hashes: the account goes if one of them says so."""
    telegram_id = one.telegram_id if one.telegram_id is not None else other.telegram_id
    stays = one.account_stays and other.account_stays
    return replace(one, telegram_id=telegram_id, at=max(one.at, other.at), account_stays=stays)


def keep_hashes(connection: sqlite3.Connection, erasures: Iterable[Erasure], *, now: datetime) -> None:
    """Remember in this database who was forgotten, as long as hashes are kept; spans that touch are one."""
    rows = connection.execute("SELECT identity_hash, forgotten_at, after_at FROM forgotten").fetchall()
    known = [Erasure(row[0], from_micros(row[1]), maybe_from_micros(row[2])) for row in rows]
    kept: dict[str, Erasure] = {}
    for one in sorted((*known, *erasures), key=_widest_first):
        before = kept.get(one.identity_hash)
        kept[one.identity_hash] = before.joined_by(one) if before else one
    for identity_hash, one in kept.items():
        if not one.is_over(now):
            connection.execute(
                """
                INSERT INTO forgotten (identity_hash, facts, forgotten_at, until, after_at)
                VALUES (:hash, '{}', :at, :until, :after) ON CONFLICT (identity_hash) DO UPDATE
                SET forgotten_at = :at, until = :until, after_at = :after
                """,
                {
                    "hash": identity_hash,
                    "at": to_micros(one.at),
                    "until": to_micros(one.at + HASH_KEPT),
                    "after": None if one.after is None else to_micros(one.after),
                },
            )


def _widest_first(one: Erasure) -> tuple[datetime, bool, datetime]:
    return (one.at, one.after is not None, one.after or one.at)


def _erasure(row: sqlite3.Row) -> Erasure:
    """A file of an older version knows no `after_at`."""
    after = row["after_at"] if "after_at" in row.keys() else None  # noqa: SIM118 - a Row holds values
    return Erasure(row["identity_hash"], from_micros(row["forgotten_at"]), maybe_from_micros(after))
