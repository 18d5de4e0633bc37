"""The books must balance: what is true of every cafe's file at any moment, whoever wrote it.

Not here: what a certain story should have led to.
"""

import sqlite3
from pathlib import Path

# Each query finds what must not be; a row of its answer is named in the failure.
_NEVER = {
    "a balance is the sum of its ledger": """
        SELECT c.id, c.stamps, SUM(e.amount) FROM cards c
        LEFT JOIN ledger_entries e ON e.card_id = c.id AND e.currency = 'stamps'
        GROUP BY c.id, c.stamps HAVING c.stamps <> COALESCE(SUM(e.amount), 0)""",
    "no balance is negative": "SELECT id, stamps, points FROM cards WHERE stamps < 0 OR points < 0",
    "a code is used for one visit": """
        SELECT s.id, s.state, COUNT(v.id) FROM scans s LEFT JOIN visits v ON v.scan_id = s.id
        GROUP BY s.id, s.state HAVING COUNT(v.id) <> (s.state = 'used')""",
    "a customer has one live code": """
        SELECT customer_id, COUNT(*) FROM scans WHERE state = 'live'
        GROUP BY customer_id HAVING COUNT(*) > 1""",
    "a business fact is one operation": "SELECT op_key FROM operations GROUP BY op_key HAVING COUNT(*) > 1",
    "an entry is reversed once": """
        SELECT reverses FROM ledger_entries WHERE reverses IS NOT NULL
        GROUP BY reverses HAVING COUNT(*) > 1""",
    "a confirmed visit earned what it says, and no other earned anything": """
        SELECT v.id, v.state, v.stamps, SUM(e.amount) FROM visits v
        LEFT JOIN ledger_entries e ON e.visit_id = v.id AND (e.kind = 'earn' OR e.reverses IN
            (SELECT r.id FROM ledger_entries r WHERE r.kind = 'earn'))
        GROUP BY v.id, v.state, v.stamps
        HAVING COALESCE(SUM(e.amount), 0) <> CASE v.state WHEN 'confirmed' THEN v.stamps ELSE 0 END""",
    "rewards took the stamps that the ledger says": """
        SELECT c.id FROM cards c WHERE
            COALESCE((SELECT SUM(cost) FROM rewards WHERE card_id = c.id AND replaces IS NULL), 0)
          - COALESCE((SELECT SUM(cost) FROM rewards WHERE card_id = c.id AND state = 'cancelled'), 0)
          + COALESCE((SELECT SUM(amount) FROM ledger_entries WHERE card_id = c.id AND (kind = 'redeem'
                OR reverses IN (SELECT id FROM ledger_entries WHERE kind = 'redeem'))), 0) <> 0""",
    "a reward was handed over by one operation": """
        SELECT r.id, r.state FROM rewards r
        LEFT JOIN operations o ON o.op_key = 'reward:' || r.id
        WHERE (r.state = 'redeemed') <> (o.id IS NOT NULL)""",
    "a reward took the place of one that was handed over": """
        SELECT n.id FROM rewards n JOIN rewards o ON o.id = n.replaces WHERE o.state <> 'redeemed'""",
    "every change is told to its customer once": """
        SELECT o.id, COUNT(d.id) FROM operations o
        LEFT JOIN deliveries d ON d.operation_id = o.id GROUP BY o.id HAVING COUNT(d.id) <> 1""",
    "visits are counted": """
        SELECT c.id, c.visits, COUNT(v.id) FROM customers c
        LEFT JOIN visits v ON v.customer_id = c.id AND v.state = 'confirmed'
        GROUP BY c.id, c.visits HAVING c.visits <> COUNT(v.id)""",
    "an open question is about a reward that can be had": """
        SELECT o.id, r.state FROM handover_offers o JOIN rewards r ON r.id = o.reward_id
        WHERE o.state = 'asked' AND r.state <> 'issued'""",
    "a message waits once to be redrawn": """
        SELECT screen_id FROM deliveries WHERE screen_id IS NOT NULL AND state = 'pending'
        GROUP BY screen_id HAVING COUNT(*) > 1""",
}


def check(path: Path, *, deep: bool = False) -> None:
    """Fail with the rule and the rows that break it; `deep` looks at the file's own integrity too."""
    connection = sqlite3.connect(path)
    try:
        for rule, query in _NEVER.items():
            broken = connection.execute(query).fetchall()
            assert not broken, f"{rule}: {broken}"
        if deep:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()
