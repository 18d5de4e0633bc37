"""Answers as rows: a customer was asked after a visit, and gave a score.

Not here: asking by the use cases, and what is read of the rows.
"""

import json
from datetime import timedelta
from typing import Any

from loyalty.ids import RecipientId
from loyalty.people import Person
from storage.rows import to_micros
from tests.counter import Cafe


async def answers(
    cafe: Cafe, customer: Person, score: int, *, days_ago: float, aspect: int | None = None, reason: str = ""
) -> RecipientId:
    """Somebody was asked so long ago, and answered at once; without visits until then, they come once."""
    recipient = await is_asked(cafe, customer, days_ago=days_ago, aspect=aspect)
    scored_at = to_micros(cafe.clock.now() - timedelta(days=days_ago))
    content = "text" if reason else ""
    with cafe.raw() as connection:
        connection.execute(
            """
            INSERT INTO responses (recipient_id, score, scored_at, content, reason, reason_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (recipient, score, scored_at, content, reason, scored_at),
        )
    return recipient


async def is_asked(
    cafe: Cafe, customer: Person, *, days_ago: float, aspect: int | None = None, state: str = "sent"
) -> RecipientId:
    """Somebody was asked so long ago; whether it reached them is the recipient's state."""
    await cafe.join(customer)
    found = cafe.rows(
        "SELECT customer_id FROM identities WHERE kind = 'telegram' AND external_id = ?",
        str(customer.telegram_id),
    )
    [(customer_id,)] = found
    if not cafe.rows("SELECT 1 FROM visits WHERE customer_id = ?", customer_id):
        await cafe.stamps(customer, 1)
    asked_at = cafe.clock.now() - timedelta(days=days_ago)
    with cafe.raw() as connection:
        campaign, run = _campaign(connection, "survey" if aspect is None else "aspect")
        recipient = _one(
            connection,
            """
            INSERT INTO recipients (run_id, campaign_id, customer_id, occurrence, state,
                                    created_at, settled_at)
            SELECT ?, ?, ?, CAST(COUNT(*) AS TEXT), ?, ?, ? FROM recipients RETURNING id
            """,
            run, campaign, customer_id, state, to_micros(asked_at), to_micros(asked_at),
        )  # fmt: skip
        day = (asked_at.date().isoformat(), customer_id)
        connection.execute(
            """
            INSERT INTO questions (customer_id, kind, day, state, asked_at)
            VALUES (?, 'survey', ?, 'answered', ?) ON CONFLICT (customer_id, day) DO NOTHING
            """,
            (customer_id, day[0], to_micros(asked_at)),
        )
        connection.execute(
            """
            INSERT INTO invitations (recipient_id, customer_id, visit_id, location_id, aspect_id, question_id,
                                     visits, invited_at)
            SELECT ?, ?, MAX(v.id), 1, ?,
                   (SELECT q.id FROM questions q WHERE q.day = ? AND q.customer_id = ?), COUNT(*), ?
            FROM visits v WHERE v.customer_id = ?
            """,
            (recipient, customer_id, aspect, *day, to_micros(asked_at), customer_id),
        )
    return RecipientId(recipient)


def _campaign(connection: Any, kind: str) -> tuple[int, int]:
    """The campaign that asks, and its run."""
    known = connection.execute(
        "SELECT c.id, r.id FROM campaigns c JOIN runs r ON r.campaign_id = c.id WHERE c.kind = ?", (kind,)
    ).fetchall()
    if known:
        return int(known[0][0]), int(known[0][1])
    campaign = _one(
        connection,
        """
        INSERT INTO campaigns (kind, state, terms, created_by, created_at)
        SELECT ?, 'on', ?, MIN(id), 0 FROM staff RETURNING id
        """,
        kind, json.dumps({}),
    )  # fmt: skip
    run = _one(
        connection,
        """
        INSERT INTO runs (campaign_id, occurrence, state, run_at, stale_at, created_at)
        VALUES (?, 'visits', 'finished', 0, 0, 0) RETURNING id
        """,
        campaign,
    )
    return campaign, run


def _one(connection: Any, statement: str, *values: object) -> int:
    [(number,)] = connection.execute(statement, values).fetchall()
    return int(number)
