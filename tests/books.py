"""The books must balance: what is true of every cafe's file at any moment, whoever wrote it.

Not here: the rules that backups are held against too (storage/checks.py), and what a certain story should
have led to.
"""

import sqlite3
from pathlib import Path

from storage.checks import NEVER, find_problems

# Each query finds what must not be; a row of its answer is named in the failure.
_NEVER = NEVER | {
    "a code is used for one visit": """
        SELECT s.id, s.state, COUNT(v.id) FROM scans s LEFT JOIN visits v ON v.scan_id = s.id
        GROUP BY s.id, s.state HAVING COUNT(v.id) <> (s.state = 'used')""",
    "a visit that was collected gave at least what its code or slip said, by whoever gave it out": """
        SELECT v.id FROM visits v LEFT JOIN sale_codes c ON c.id = v.sale_code_id
        LEFT JOIN vouchers w ON w.id = v.voucher_id LEFT JOIN voucher_sheets h ON h.id = w.sheet_id
        WHERE (c.id IS NOT NULL OR w.id IS NOT NULL)
          AND (v.scan_id IS NOT NULL OR v.stamps < COALESCE(c.stamps, 1) OR v.amount IS NOT c.amount
               AND c.amount IS NOT NULL OR v.opened_by <> COALESCE(c.staff_id, h.staff_id)
               OR v.till_id IS NOT c.till_id OR v.state NOT IN ('confirmed', 'undone'))""",
    "nobody collects what they gave out": """
        SELECT v.id FROM visits v JOIN identities i ON i.customer_id = v.customer_id AND i.kind = 'telegram'
        JOIN staff s ON s.id = v.opened_by AND i.external_id = CAST(s.telegram_id AS TEXT)
        WHERE v.sale_code_id IS NOT NULL OR v.voucher_id IS NOT NULL""",
    "who left shows no sale code": """
        SELECT c.id FROM sale_codes c JOIN staff s ON s.id = c.staff_id
        WHERE c.state = 'live' AND s.removed_at IS NOT NULL""",
    "a confirmed visit earned what it says, and no other earned anything": """
        SELECT v.id, v.state, v.stamps, SUM(e.amount) FROM visits v
        LEFT JOIN ledger_entries e ON e.visit_id = v.id AND e.currency = 'stamps' AND (e.kind = 'earn'
            OR e.reverses IN (SELECT r.id FROM ledger_entries r WHERE r.kind = 'earn'))
        GROUP BY v.id, v.state, v.stamps
        HAVING COALESCE(SUM(e.amount), 0) <> CASE v.state WHEN 'confirmed' THEN v.stamps ELSE 0 END""",
    "rewards took the stamps that the ledger says": """
        SELECT c.id FROM cards c WHERE
            COALESCE((SELECT SUM(cost) FROM rewards WHERE card_id = c.id AND replaces IS NULL), 0)
          - COALESCE((SELECT SUM(cost) FROM rewards WHERE card_id = c.id AND state = 'cancelled'), 0)
          + COALESCE((SELECT SUM(amount) FROM ledger_entries
                WHERE card_id = c.id AND currency = 'stamps' AND (kind = 'redeem'
                OR reverses IN (SELECT id FROM ledger_entries WHERE kind = 'redeem'))), 0) <> 0""",
    "a reward was handed over by one operation": """
        SELECT r.id, r.state FROM rewards r
        LEFT JOIN operations o ON o.op_key = 'reward:' || r.id
        WHERE (r.state = 'redeemed') <> (o.id IS NOT NULL)""",
    "no card is full without its reward, unless the goal was lowered": """
        SELECT id, stamps, goal FROM cards WHERE stamps >= goal AND NOT EXISTS
            (SELECT 1 FROM programs was JOIN programs now ON now.version > was.version
             WHERE json_extract(now.rules, '$.goal') < json_extract(was.rules, '$.goal'))""",
    "a reward whose stamps were written off is not to be had": """
        SELECT r.id FROM rewards r JOIN operations o ON o.op_key = 'visit:' || r.issued_visit_id || ':undo'
        JOIN ledger_entries e ON e.operation_id = o.id AND e.kind = 'write_off' AND e.currency = 'stamps'
        WHERE r.state = 'issued'""",
    "points paid for what the visit says, and an undone visit paid nothing": """
        SELECT v.id, v.state, v.spent, SUM(e.amount) FROM visits v
        LEFT JOIN ledger_entries e ON e.visit_id = v.id AND e.currency = 'points' AND (e.kind = 'redeem'
            OR e.reverses IN (SELECT r.id FROM ledger_entries r WHERE r.kind = 'redeem'))
        GROUP BY v.id, v.state, v.spent
        HAVING COALESCE(SUM(e.amount), 0) <> CASE v.state WHEN 'confirmed' THEN v.spent * -100 ELSE 0 END""",
    "a confirmed visit gave something": """
        SELECT v.id FROM visits v WHERE v.state = 'confirmed' AND v.stamps = 0 AND v.stamped_at IS NULL
          AND NOT EXISTS
            (SELECT 1 FROM rewards r WHERE r.redeemed_visit_id = v.id
             AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = r.id))""",
    "a reward took the place of one that was handed over": """
        SELECT n.id FROM rewards n JOIN rewards o ON o.id = n.replaces WHERE o.state <> 'redeemed'""",
    # Nobody: practice, what leaves a paper card that moves, and a paper card until it has come to Telegram.
    # Not any more: of a card that a manager moved, when the account that it had was forgotten since.
    "every change is told to its customer once, if they have a chat": """
        SELECT o.id, o.practice, COUNT(d.id) FROM operations o
        JOIN customers c ON c.id = o.customer_id AND c.forgotten_at IS NULL
        LEFT JOIN deliveries d ON d.operation_id = o.id
        GROUP BY o.id, o.practice HAVING COUNT(d.id) <> CASE
            WHEN o.practice = 1 OR (o.op_key LIKE 'move:%:out' AND o.staff_id IS NULL) THEN 0
            WHEN o.kind = 'gift_expired' THEN 0  -- it was told before
            WHEN o.kind = 'gift' AND o.op_key NOT LIKE 'campaign:%' THEN
                CASE WHEN COUNT(d.id) > 0 THEN 1 ELSE 0 END  -- its greeting tells it, or a late receipt
            WHEN EXISTS (SELECT 1 FROM paper_cards p WHERE p.customer_id = o.customer_id)
             AND NOT EXISTS (SELECT 1 FROM operations m WHERE m.customer_id = o.customer_id AND m.id <= o.id
                             AND m.op_key LIKE 'paper:%:moved') THEN 0
            WHEN EXISTS (SELECT 1 FROM moves m WHERE m.from_customer_id = o.customer_id
                         AND m.staff_id IS NOT NULL AND m.account IS NULL) THEN 0
            ELSE 1 END""",
    "visits are counted, where the card is now": """
        WITH RECURSIVE now_at (id, holder) AS (
            SELECT id, id FROM customers WHERE moved_to IS NULL
            UNION ALL SELECT c.id, n.holder FROM customers c JOIN now_at n ON n.id = c.moved_to)
        SELECT c.id, c.visits, COUNT(v.id) FROM customers c
        LEFT JOIN now_at n ON n.holder = c.id
        LEFT JOIN visits v ON v.customer_id = n.id AND v.state = 'confirmed'
        GROUP BY c.id, c.visits HAVING c.visits <> COUNT(v.id)""",
    "a move goes out once and comes in once": """
        SELECT m.id, COUNT(o.id) FROM moves m LEFT JOIN operations o ON o.kind = 'move'
            AND o.op_key IN ('move:' || m.from_customer_id || ':out', 'move:' || m.from_customer_id || ':in')
        GROUP BY m.id HAVING COUNT(o.id) <> 2""",
    "what moved is as much on both cards, loose and in rewards": """
        SELECT m.id FROM moves m
        JOIN operations o ON o.op_key = 'move:' || m.from_customer_id || ':out'
        JOIN operations i ON i.op_key = 'move:' || m.from_customer_id || ':in'
        WHERE json_extract(o.result, '$.moved') <> json_extract(i.result, '$.moved')
           OR json_extract(o.result, '$.points') <> json_extract(i.result, '$.points')
           OR json_extract(o.result, '$.rewards') + json_extract(i.result, '$.filled')
              <> (SELECT COUNT(*) FROM rewards r WHERE r.operation_id = i.id AND r.replaces IS NULL)""",
    "nothing is open for a paper card that is blocked": """
        SELECT v.id FROM visits v JOIN paper_cards p ON p.id = v.paper_card_id
        WHERE v.state = 'open' AND p.state = 'blocked'""",
    "what a late undo could not take back is written off, and nothing but the rest of it anew": """
        SELECT e.id, e.amount FROM ledger_entries e JOIN operations o ON o.id = e.operation_id
        WHERE e.kind = 'write_off' AND (e.amount <= 0 OR o.kind <> 'late_undo' AND NOT EXISTS
            (SELECT 1 FROM ledger_entries b JOIN ledger_entries w ON w.id = b.reverses
             WHERE b.operation_id = e.operation_id AND w.kind = 'write_off' AND w.amount > e.amount))""",
    "no more points are written off than paid for bills that stand": """
        SELECT c.id FROM cards c WHERE COALESCE((
                SELECT SUM(e.amount) FROM ledger_entries e LEFT JOIN ledger_entries r ON r.id = e.reverses
                WHERE e.card_id = c.id AND e.currency = 'points'
                  AND (e.kind = 'write_off' OR r.kind = 'write_off')), 0)
            > 100 * COALESCE((SELECT SUM(v.spent) FROM visits v
                              WHERE v.card_id = c.id AND v.state = 'confirmed'), 0)""",
    "a late undo takes back, or writes off, what its visit gave": """
        SELECT o.id, v.stamps FROM operations o JOIN visits v ON v.id = o.visit_id
        WHERE o.kind = 'late_undo' AND v.stamps <> (
            SELECT -COALESCE(SUM(e.amount), 0) FROM ledger_entries e
            JOIN ledger_entries r ON r.id = e.reverses AND r.kind = 'earn' AND r.currency = 'stamps'
            WHERE e.operation_id = o.id)""",
    "what a manager put right has a reason": """
        SELECT o.id FROM operations o JOIN customers c ON c.id = o.customer_id AND c.forgotten_at IS NULL
        LEFT JOIN operation_reasons r ON r.operation_id = o.id
        WHERE (o.kind IN ('late_undo', 'adjustment') OR o.kind = 'move' AND o.op_key LIKE '%:in'
               AND o.staff_id IS NOT NULL) AND r.operation_id IS NULL""",
    "an old card is carried over once for each customer": """
        SELECT customer_id FROM operations
        WHERE kind = 'old_card' AND op_key <> 'old_card:' || customer_id""",
    "a frozen customer is one whose freeze holds": """
        SELECT c.id FROM customers c LEFT JOIN freezes f ON f.customer_id = c.id AND f.thawed_at IS NULL
        WHERE (c.frozen_at IS NULL) <> (f.id IS NULL) AND c.forgotten_at IS NULL""",
    "an open question is about a reward that can be had": """
        SELECT o.id, r.state FROM handover_offers o JOIN rewards r ON r.id = o.reward_id
        WHERE o.state = 'asked' AND r.state <> 'issued'""",
    "a visit that was added to another one gave nothing itself, and both are of one card": """
        SELECT v.id, v.joined_to FROM visits v JOIN visits t ON t.id = v.joined_to
        WHERE v.state <> 'declined' OR v.stamps <> 0 OR t.card_id <> v.card_id
           OR t.state NOT IN ('confirmed', 'undone')""",
    "what a manager let pass was stamped once, by whoever asked and with as many stamps": """
        SELECT a.id, o.id FROM approvals a LEFT JOIN operations o ON o.op_key = 'visit:' || a.visit_id
            || CASE WHEN a.add_number <> 0 THEN ':add:' || a.add_number
                    WHEN a.stamps = 0 AND EXISTS (SELECT 1 FROM operations b
                                                  WHERE b.op_key = 'visit:' || a.visit_id || ':bill')
                    THEN ':bill' ELSE '' END
        WHERE a.state = 'granted' AND (o.id IS NULL OR o.staff_id <> a.asked_by
            OR a.amount <> json_extract(o.result, '$.bill.amount')
            OR a.stamps <> (SELECT COALESCE(SUM(e.amount), 0) FROM ledger_entries e
                            WHERE e.operation_id = o.id AND e.kind = 'earn' AND e.currency = 'stamps'))""",
    "a large bill passed by a manager's word": """
        SELECT o.id FROM operations o JOIN programs p ON p.version = o.program_version
        WHERE o.practice = 0 AND o.kind IN ('visit', 'visit_bill')
          AND json_extract(p.rules, '$.limits.large_bill') = 'ask'
          AND json_extract(p.rules, '$.limits.large_bill_from') > 0
          AND json_extract(o.result, '$.bill.amount') >= json_extract(p.rules, '$.limits.large_bill_from')
          AND NOT EXISTS (SELECT 1 FROM flags f WHERE f.operation_id = o.id AND f.kind = 'override')""",
    "a question to a manager is about a visit that can still be given what was asked for": """
        SELECT a.id, v.state FROM approvals a JOIN visits v ON v.id = a.visit_id
        WHERE a.state = 'asked' AND NOT (v.state = 'open' AND a.add_number = 0
            OR v.state = 'confirmed' AND a.add_number = 0 AND a.amount IS NOT NULL AND v.amount IS NULL
            OR v.state = 'confirmed' AND a.add_number = v.adds + 1)""",
    "so many stamps at once passed by a manager's word": """
        SELECT e.operation_id FROM ledger_entries e
        WHERE e.kind = 'earn' AND e.currency = 'stamps' AND e.amount >= 10 AND e.practice = 0 AND NOT EXISTS
            (SELECT 1 FROM flags f WHERE f.operation_id = e.operation_id AND f.kind = 'override')
          AND (SELECT json_extract(p.rules, '$.limits.stamps_a_visit.answer') FROM programs p
               WHERE p.version = e.program_version) = 'ask'
          AND (SELECT json_extract(p.rules, '$.limits.stamps_a_visit.bound') FROM programs p
               WHERE p.version = e.program_version) <= e.amount""",
    "a flag names who gave the stamps": """
        SELECT f.id FROM flags f JOIN operations o ON o.id = f.operation_id WHERE f.staff_id <> o.staff_id""",
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
            assert find_problems(connection) == []
    finally:
        connection.close()
