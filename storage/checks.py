"""What must be true of a cafe's data at any moment; backups and files to restore are held against it.

Not here: what a certain story should have led to, and finer rules that only tests hold (tests/books.py).
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

NEVER: Final = {
    "a balance is the sum of its ledger": """
        SELECT c.id, c.stamps, SUM(e.amount) FROM cards c
        LEFT JOIN ledger_entries e ON e.card_id = c.id AND e.currency = 'stamps'
        GROUP BY c.id, c.stamps HAVING c.stamps <> COALESCE(SUM(e.amount), 0)""",
    "points are the sum of their ledger": """
        SELECT c.id, c.points, SUM(e.amount) FROM cards c
        LEFT JOIN ledger_entries e ON e.card_id = c.id AND e.currency = 'points'
        GROUP BY c.id, c.points HAVING c.points <> COALESCE(SUM(e.amount), 0)""",
    "no balance is negative": "SELECT id, stamps, points FROM cards WHERE stamps < 0 OR points < 0",
    "a customer has one live code": """
        SELECT customer_id, COUNT(*) FROM scans WHERE state = 'live'
        GROUP BY customer_id HAVING COUNT(*) > 1""",
    "a business fact is one operation": "SELECT op_key FROM operations GROUP BY op_key HAVING COUNT(*) > 1",
    "an entry is reversed once": """
        SELECT reverses FROM ledger_entries WHERE reverses IS NOT NULL
        GROUP BY reverses HAVING COUNT(*) > 1""",
    "an entry stands on a card of its operation's customer": """
        SELECT e.id FROM ledger_entries e JOIN operations o ON o.id = e.operation_id
        JOIN cards c ON c.id = e.card_id WHERE c.customer_id <> o.customer_id""",
    "a reward that was handed over says when": """
        SELECT id, state FROM rewards WHERE (state = 'redeemed') <> (redeemed_at IS NOT NULL)""",
    "a sale code is used for one visit": """
        SELECT c.id, c.state, COUNT(v.id) FROM sale_codes c LEFT JOIN visits v ON v.sale_code_id = c.id
        GROUP BY c.id, c.state HAVING COUNT(v.id) <> CASE WHEN c.state = 'used' THEN 1 ELSE 0 END""",
    "a voucher is collected in one visit": """
        SELECT w.id, COUNT(v.id) FROM vouchers w LEFT JOIN visits v ON v.voucher_id = w.id
        GROUP BY w.id, w.collected_at
        HAVING COUNT(v.id) <> CASE WHEN w.collected_at IS NULL THEN 0 ELSE 1 END""",
    "what left one card came onto another": """
        SELECT m.id FROM moves m
        JOIN operations i ON i.id = m.operation_id AND i.customer_id = m.to_customer_id
        JOIN operations o ON o.op_key = 'move:' || m.from_customer_id || ':out'
        JOIN ledger_entries e ON e.operation_id IN (i.id, o.id) AND e.kind = 'adjust'
        GROUP BY m.id, e.currency HAVING SUM(e.amount) <> 0""",
    "a card that was moved holds nothing, and nobody finds it": """
        SELECT c.id FROM customers c LEFT JOIN cards k ON k.customer_id = c.id
        LEFT JOIN identities i ON i.customer_id = c.id
        LEFT JOIN rewards r ON r.customer_id = c.id AND r.state = 'issued'
        LEFT JOIN moves m ON m.from_customer_id = c.id AND m.to_customer_id = c.moved_to
        WHERE c.moved_to IS NOT NULL
          AND (k.stamps <> 0 OR k.points <> 0 OR i.id IS NOT NULL OR r.id IS NOT NULL OR m.id IS NULL)""",
    "a paper card's number names its customer while it is active": """
        SELECT p.id, p.state FROM paper_cards p
        LEFT JOIN identities i ON i.kind = 'paper' AND i.external_id = p.number
             AND i.customer_id = p.customer_id
        WHERE (p.state = 'active') <> (i.id IS NOT NULL)""",
    "nobody is greeted on a date that was never given": """
        SELECT id FROM customers
        WHERE (birth_month IS NULL) <> (birth_day IS NULL)
           OR (birth_month IS NOT NULL AND (birthday_set_at IS NULL OR forgotten_at IS NOT NULL
                                            OR moved_to IS NOT NULL))""",
    "nothing is sent to somebody whose yes has no record": """
        SELECT w.customer_id, w.purpose FROM wishes w
        WHERE w.state = 'granted' AND NOT EXISTS (
            WITH RECURSIVE theirs (id) AS (
                SELECT w.customer_id
                UNION SELECT m.from_customer_id FROM moves m JOIN theirs ON m.to_customer_id = theirs.id)
            SELECT 1 FROM consents c WHERE c.customer_id IN (SELECT id FROM theirs)
               AND c.purpose = w.purpose AND c.given = 1)""",
    "who was forgotten lets us send nothing": """
        SELECT c.id FROM customers c JOIN wishes w ON w.customer_id = c.id
        WHERE c.forgotten_at IS NOT NULL""",
    "who was forgotten can't be found": """
        SELECT c.id FROM customers c JOIN identities i ON i.customer_id = c.id
        WHERE c.forgotten_at IS NOT NULL""",
}
"""Each query finds what must not be; a row of its answer is named in the problem."""

_MOST_ROWS: Final = 3


def find_problems(connection: sqlite3.Connection) -> list[str]:
    """Everything that is wrong with this file, a line each; empty when the cafe can live on it.

    Its schema has to be of today. Raises sqlite3.DatabaseError when it can't even be read.
    """
    problems = [f"the file is damaged: {line}" for line in _damage(connection)]
    if problems:
        return problems
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    if dangling:
        problems.append(f"rows refer to rows that are missing, first in {dangling[0][0]}")
    return problems + find_broken_rules(connection)


def find_broken_rules(connection: sqlite3.Connection) -> list[str]:
    """The rules of NEVER that do not hold, with the ids of a few rows that break each."""
    return broken_rules(lambda query: connection.execute(query).fetchmany(_MOST_ROWS))


def broken_rules(ask: Callable[[str], Sequence[Iterable[object]]]) -> list[str]:
    """The same, of whichever database answers these queries."""
    problems = []
    for rule, query in NEVER.items():
        broken = ask(query)[:_MOST_ROWS]
        if broken:
            problems.append(f"not true: {rule}: {', '.join(str(tuple(row)) for row in broken)}")
    return problems


def _damage(connection: sqlite3.Connection) -> list[str]:
    lines = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(5)").fetchall()]
    return [] if lines == ["ok"] else lines
