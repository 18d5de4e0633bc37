"""What standing campaigns told or asked customers after a backup was made: they know it there too.

Not here: posts that an owner let go, which end with a restore (restoring.py), reminders and milestones, which
speak of rewards and visits that are lost with the rest, and what was answered.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from storage.rows import to_micros
from storage.said_again import ACCOUNTS, FIND_ACCOUNT

_TOLD: Final = f"""
    SELECT a.account, c.kind, u.occurrence, u.run_at, r.occurrence, r.created_at,
           COALESCE(r.settled_at, r.created_at)
    FROM recipients r JOIN campaigns c ON c.id = r.campaign_id JOIN runs u ON u.id = r.run_id
    JOIN {ACCOUNTS} a ON a.customer_id = r.customer_id
    WHERE c.kind IN ('birthday', 'welcome', 'win_back', 'survey', 'aspect')
      AND r.state IN ('queued', 'sent', 'unknown')
    ORDER BY r.id
"""
_RUN: Final = """
    INSERT INTO runs (campaign_id, occurrence, state, run_at, stale_at, frozen_at, created_at, started_at,
                      ended_at)
    VALUES (:campaign, :run, 'stopped', :run_at, :run_at, :now, :run_at, :run_at, :now)
    ON CONFLICT DO NOTHING
"""
_RECIPIENT: Final = """
    INSERT INTO recipients (run_id, campaign_id, customer_id, occurrence, state, created_at, settled_at)
    SELECT u.id, u.campaign_id, :customer, :occurrence, 'sent', :at, :settled FROM runs u
    WHERE u.campaign_id = :campaign AND u.occurrence = :run
    ON CONFLICT (campaign_id, customer_id, occurrence) DO UPDATE
    SET state = 'sent', reason = '', settled_at = excluded.settled_at
    WHERE recipients.state IN ('waiting', 'queued', 'skipped')
"""

Told = tuple[str, str, str, int, str, int, int]
"""Account, kind, which run and when, which time for this customer, since when, when it was sent."""


def find_told(present: sqlite3.Connection) -> Sequence[Told]:
    """Nothing in a file of an older version."""
    try:
        return present.execute(_TOLD).fetchall()
    except sqlite3.Error:
        return ()


def note_told(copy: sqlite3.Connection, told: Sequence[Told], now: datetime) -> None:
    """Nobody is greeted, welcomed, asked back or surveyed twice; a campaign that is not there is off."""
    campaigns = dict(copy.execute("SELECT kind, MIN(id) FROM campaigns GROUP BY kind").fetchall())
    for account, kind, run, run_at, occurrence, at, settled in told:
        if kind not in campaigns:
            continue
        values = {"campaign": campaigns[kind], "run": run, "run_at": run_at, "now": to_micros(now)}
        for (customer_id,) in copy.execute(FIND_ACCOUNT, (account,)).fetchall():
            copy.execute(_RUN, values)
            theirs = {**values, "customer": customer_id, "occurrence": occurrence, "at": at}
            copy.execute(_RECIPIENT, {**theirs, "settled": settled})
