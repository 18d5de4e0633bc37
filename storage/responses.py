"""What was answered in surveys, as rows; and praise that was passed on.

Not here: who was asked (invitations.py), and what scores come to.
"""

from loyalty.ids import ChatId, MessageId, RecipientId, StaffId
from loyalty.letters import Content, Writing
from loyalty.people import Cause
from loyalty.ports import Praises, Responses
from loyalty.responses import Response
from storage.rows import Row, Rows, from_micros, maybe_from_micros

_COLUMNS = "recipient_id, score, scored_at, content, reason, media_chat, media_message, reason_at"


class StoredResponses(Responses):
    """Table `responses`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, recipient_id: RecipientId) -> Response | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM responses WHERE recipient_id = :id", {"id": recipient_id}
        )
        return _response(row) if row else None

    def score(self, recipient_id: RecipientId, score: int) -> None:
        self._rows.change(
            """
            INSERT INTO responses (recipient_id, score, scored_at) VALUES (:id, :score, :now)
            ON CONFLICT (recipient_id) DO UPDATE SET score = excluded.score
            """,
            {"id": recipient_id, "score": score, "now": self._rows.now_micros},
        )

    def give_reason(self, recipient_id: RecipientId, writing: Writing | None) -> bool:
        if writing is None:
            skipped = self._rows.change(
                """
                UPDATE responses SET reason_at = :now
                WHERE recipient_id = :id AND content = '' AND reason_at IS NULL
                """,
                {"id": recipient_id, "now": self._rows.now_micros},
            )
            return skipped == 1
        copied = writing.content.is_copied
        changed = self._rows.change(
            """
            UPDATE responses SET content = :content, reason = :reason, media_chat = :media_chat,
                                 media_message = :media_message, reason_at = :now, cause_chat = :chat,
                                 cause_message = :message
            WHERE recipient_id = :id AND content = ''
            """,
            {
                "id": recipient_id,
                "content": writing.content,
                "reason": writing.text,
                "media_chat": writing.chat_id if copied else None,
                "media_message": writing.message_id if copied else None,
                "now": self._rows.now_micros,
                "chat": writing.chat_id,
                "message": writing.message_id,
            },
        )
        return changed == 1

    def find_caused_by(self, cause: Cause) -> RecipientId | None:
        row = self._rows.find(
            "SELECT recipient_id FROM responses WHERE cause_chat = :chat AND cause_message = :message",
            {"chat": cause.chat_id, "message": cause.message_id},
        )
        return RecipientId(row["recipient_id"]) if row else None


class StoredPraises(Praises):
    """Table `praises`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, recipient_id: RecipientId, staff_id: StaffId) -> bool:
        row = self._rows.find(
            """
            INSERT INTO praises (recipient_id, staff_id, passed_at) VALUES (:id, :staff, :now)
            ON CONFLICT DO NOTHING RETURNING recipient_id
            """,
            {"id": recipient_id, "staff": staff_id, "now": self._rows.now_micros},
        )
        return row is not None

    def is_passed(self, recipient_id: RecipientId) -> bool:
        row = self._rows.find("SELECT 1 AS known FROM praises WHERE recipient_id = :id", {"id": recipient_id})
        return row is not None


def _response(row: Row) -> Response:
    copied = row["media_chat"] is not None
    return Response(
        recipient_id=RecipientId(row["recipient_id"]),
        score=row["score"],
        scored_at=from_micros(row["scored_at"]),
        content=Content(row["content"]) if row["content"] else None,
        reason=row["reason"],
        copy_of=(ChatId(row["media_chat"]), MessageId(row["media_message"])) if copied else None,
        reason_at=maybe_from_micros(row["reason_at"]),
    )
