"""A cafe with a past: many customers with five visits each, written in bulk, its books in order.

Five visits are five scans, visits, operations, ledger entries and receipts, and ten screens. Only a measure
may write past the use cases. Not here: measuring, and the busy day itself, which goes through them (cafe.py).
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bench.cafe import BARISTA, FIRST_CUSTOMER
from loyalty import days
from loyalty.ids import COFFEE_CARD, THE_ONLY_LOCATION
from loyalty.ports import Transaction
from loyalty.programs import Rules
from loyalty.receipts import VisitBooked
from storage import facts
from storage.rows import Values, to_micros

VISITS: Final = 5
"""Of each customer, one stamp each: the next one fills the card."""
_PAST: Final = timedelta(days=300)
_OVER_SINCE: Final = timedelta(days=3)
"""Nothing of it is of today or yesterday: these are as busy in a small cafe as in a big one."""
_FIRST_VISIT: Final = 10_000_000
"""Numbers of as many digits, so that keys of text ("visit:10000017") come in their order: far quicker."""
_FAST: Final = (
    "PRAGMA journal_mode = OFF",  # what is lost when the power fails is made again
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -400000",
    "PRAGMA temp_store = FILE",
    "PRAGMA temp.cache_size = -100000",
)

_CUSTOMER: Final = "WITH RECURSIVE n (c) AS (SELECT 1 UNION ALL SELECT c + 1 FROM n WHERE c < :customers)"
_VISIT: Final = f"""
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :customers * {VISITS} - 1),
    past AS (SELECT i + {_FIRST_VISIT} AS v, i % :customers + 1 AS c, i / :customers + 1 AS nth,
                    :began + :step * (i + 1) AS at FROM n)
"""  # everybody's first visit, then everybody's second: what belongs to one person lies far apart
_STATEMENTS: Final = (
    f"""
    {_CUSTOMER} INSERT INTO customers (id, name, language, location_id, joined_at, last_visit_at, visits)
    SELECT c, 'Customer ' || c, 'en', :location, :began + :step * c,
           :began + :step * (c + ({VISITS} - 1) * :customers), {VISITS} FROM n
    """,
    f"""
    {_CUSTOMER} INSERT INTO identities (id, customer_id, kind, external_id, created_at)
    SELECT c, c, 'telegram', :first + c - 1, :began + :step * c FROM n
    """,
    f"""
    {_CUSTOMER} INSERT INTO cards (id, customer_id, scheme_id, goal, stamps, opened_at)
    SELECT c, c, :scheme, :goal, {VISITS}, :began + :step * c FROM n
    """,
    f"""
    {_VISIT} INSERT INTO scans (id, customer_id, secret_hash, code_hash, pair_code, state, cause_chat,
                                cause_message, created_at, expires_at, used_at)
    SELECT v, c, printf('%064x', v), printf('%064x', v * 7919 % 1000000), 'fox-42', 'used', :first + c - 1, v,
           at, at, at
    FROM past
    """,
    f"""
    {_VISIT} INSERT INTO visits (id, customer_id, card_id, location_id, scan_id, state, pair_code, stamps,
                                 program_version, opened_by, opened_at, expires_at, settled_by, settled_at,
                                 stamped_at)
    SELECT v, c, c, :location, v, 'confirmed', 'fox-42', 1, 1, :staff, at, at, :staff, at, at FROM past
    """,
    f"""
    {_VISIT} INSERT INTO operations (id, op_key, kind, parameters_hash, result, customer_id, visit_id,
                                     staff_id, location_id, program_version, created_at)
    SELECT v, 'visit:' || v, 'visit', printf('%064x', v), json_extract(:receipts, '$[' || (nth - 1) || ']'),
           c, v, :staff, :location, 1, at FROM past
    """,
    f"""
    {_VISIT} INSERT INTO ledger_entries (id, operation_id, seq, card_id, currency, kind, amount,
                                         program_version, location_id, staff_id, visit_id, created_at)
    SELECT v, v, 1, c, 'stamps', 'earn', 1, 1, :location, :staff, v, at FROM past
    """,
    f"""
    {_VISIT} INSERT INTO screens (kind, subject_id, chat_id, message_id, created_at)
    SELECT kind, v, CASE kind WHEN 'code' THEN :first + c - 1 ELSE :barista END, v, at
    FROM past, (SELECT 'code' AS kind UNION ALL SELECT 'staff_card')
    """,
    f"""
    {_VISIT} INSERT INTO deliveries (dedupe_key, lane, chat_id, customer_id, operation_id, state, run_at,
                                     attempts, message_id, created_at, settled_at)
    SELECT 'receipt:' || v, 'transactional', :first + c - 1, c, v, 'sent', at, 1, v, at, at FROM past
    """,
)


def fill(path: Path, customers: int, *, now: datetime) -> None:
    """Give the closed file of a new cafe, staff alone in it, its past."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        for setting in _FAST:
            connection.execute(setting)
        values = _values(connection, customers, began=now - _PAST)
        connection.execute("BEGIN EXCLUSIVE")
        with _indexes_made_afterwards(connection):
            for statement in _STATEMENTS:
                connection.execute(statement, values)
        connection.execute("COMMIT")
    finally:
        connection.close()


def close_past(tx: Transaction) -> None:
    """The day before yesterday is closed by itself, and so were all days before it."""
    day = days.day_of(tx.now - timedelta(days=2), tx.programs.get_current().rules)
    tx.days.keep_close(tx.days.figures(day, until=day.ends), by=None)


def _values(connection: sqlite3.Connection, customers: int, *, began: datetime) -> Values:
    (staff,) = connection.execute("SELECT MIN(id) FROM staff").fetchone()
    rules = Rules()
    receipts = [
        VisitBooked(added=1, stamps=nth, goal=rules.goal, rewards=0, item=rules.item, by=BARISTA.name)
        for nth in range(1, VISITS + 1)
    ]
    return {
        "customers": customers,
        "began": to_micros(began),
        "step": (_PAST - _OVER_SINCE) // timedelta(microseconds=1) // (customers * VISITS),
        "location": THE_ONLY_LOCATION,
        "scheme": COFFEE_CARD,
        "goal": rules.goal,
        "first": FIRST_CUSTOMER,
        "staff": staff,
        "barista": BARISTA.telegram_id,
        "receipts": json.dumps([facts.encode(receipt) for receipt in receipts]),
    }


@contextmanager
def _indexes_made_afterwards(connection: sqlite3.Connection) -> Iterator[None]:
    """Sorted once instead of kept in order at each row; those of UNIQUE columns stay."""
    made = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in made:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, statement in made:
        connection.execute(statement)
