"""Whom an owner's own question reached, as rows, and what they answered.

Not here: the question, which is a campaign (campaigns.py), and its messages (recipients.py).
"""

from collections.abc import Sequence

from loyalty.ids import CampaignId, ChatId, MessageId, QuestionId, RecipientId
from loyalty.own_questions import OwnAnswer, OwnTally
from loyalty.ports import OwnAnswers
from storage.rows import Rows, Value, maybe_from_micros


class StoredOwnAnswers(OwnAnswers):
    """Table `own_answers`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, recipient_id: RecipientId) -> OwnAnswer | None:
        row = self._rows.find(
            """
            SELECT recipient_id, question_id, COALESCE(choice, scale) AS number, text, answered_at
            FROM own_answers WHERE recipient_id = :id
            """,
            {"id": recipient_id},
        )
        if row is None:
            return None
        return OwnAnswer(
            recipient_id=RecipientId(row["recipient_id"]),
            question_id=QuestionId(row["question_id"]),
            number=row["number"],
            text=row["text"],
            answered_at=maybe_from_micros(row["answered_at"]),
        )

    def invite(self, recipient_id: RecipientId, question_id: QuestionId) -> None:
        self._rows.change(
            """
            INSERT INTO own_answers (recipient_id, question_id) VALUES (:id, :question)
            ON CONFLICT (recipient_id) DO UPDATE SET question_id = excluded.question_id
            """,
            {"id": recipient_id, "question": question_id},
        )

    def choose(self, recipient_id: RecipientId, number: int) -> None:
        self._keep("choice", recipient_id, number)

    def rate(self, recipient_id: RecipientId, number: int) -> None:
        self._keep("scale", recipient_id, number)

    def say(self, recipient_id: RecipientId, text: str) -> None:
        self._keep("text", recipient_id, text)

    def find_sent_as(self, chat_id: ChatId, message_id: MessageId) -> RecipientId | None:
        row = self._rows.find(
            """
            SELECT a.recipient_id FROM deliveries d JOIN recipients r ON r.delivery_id = d.id
            JOIN own_answers a ON a.recipient_id = r.id
            WHERE d.chat_id = :chat AND d.message_id = :message
            """,
            {"chat": chat_id, "message": message_id},
        )
        return RecipientId(row["recipient_id"]) if row else None

    def tally(self, campaign_id: CampaignId) -> OwnTally:
        rows = self._rows.all(
            """
            SELECT COALESCE(a.choice, a.scale) AS number, COUNT(*) AS asked, COUNT(a.answered_at) AS answered
            FROM recipients r JOIN own_answers a ON a.recipient_id = r.id
            JOIN customers c ON c.id = r.customer_id AND c.practice = 0
            WHERE r.campaign_id = :campaign
              AND (r.state IN ('sent', 'unknown') OR a.answered_at IS NOT NULL)
            GROUP BY COALESCE(a.choice, a.scale)
            """,
            {"campaign": campaign_id},
        )
        numbers = {int(row["number"]): int(row["answered"]) for row in rows if row["number"] is not None}
        asked = sum(int(row["asked"]) for row in rows)
        return OwnTally(asked, sum(int(row["answered"]) for row in rows), numbers)

    def texts(self, campaign_id: CampaignId, *, skip: int, most: int) -> Sequence[str]:
        rows = self._rows.all(
            """
            SELECT a.text FROM recipients r JOIN own_answers a ON a.recipient_id = r.id
            JOIN customers c ON c.id = r.customer_id AND c.practice = 0
            WHERE r.campaign_id = :campaign AND a.text IS NOT NULL
            ORDER BY a.answered_at DESC, a.recipient_id DESC LIMIT :most OFFSET :skip
            """,
            {"campaign": campaign_id, "skip": skip, "most": most},
        )
        return [row["text"] for row in rows]

    def _keep(self, column: str, recipient_id: RecipientId, value: Value) -> None:
        self._rows.change(
            f"""
            UPDATE own_answers SET {column} = :value, answered_at = COALESCE(answered_at, :now)
            WHERE recipient_id = :id
            """,
            {"id": recipient_id, "value": value, "now": self._rows.now_micros},
        )
