"""Letters as rows.

Not here: who reads them, and erasing those of one person (traces.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, StaffId, TicketId
from loyalty.letters import Content, Letter, Writing
from loyalty.people import Cause
from loyalty.ports import Letters
from storage.rows import Row, Rows, from_micros, to_micros

_COLUMNS = """
    id, customer_id, staff_id, answers_letter, content, text, media_chat, media_message, cause_chat,
    created_at, ticket_id
"""


class StoredLetters(Letters):
    """Table `letters`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, customer_id: CustomerId, writing: Writing, *, staff_id: StaffId | None = None,
        answers: LetterId | None = None, ticket_id: TicketId | None = None,
    ) -> LetterId:  # fmt: skip
        copied = writing.content.is_copied
        row = self._rows.get(
            """
            INSERT INTO letters (customer_id, staff_id, answers_letter, content, text, media_chat,
                                 media_message, cause_chat, cause_message, created_at, ticket_id)
            VALUES (:customer, :staff, :answers, :content, :text, :media_chat, :media_message, :chat,
                    :message, :now, :ticket) RETURNING id
            """,
            {
                "customer": customer_id,
                "staff": staff_id,
                "answers": answers,
                "content": writing.content,
                "text": writing.text,
                "media_chat": writing.chat_id if copied else None,
                "media_message": writing.message_id if copied else None,
                "chat": writing.chat_id,
                "message": writing.message_id,
                "now": self._rows.now_micros,
                "ticket": ticket_id,
            },
        )
        return LetterId(row["id"])

    def join_ticket(self, letter_id: LetterId, ticket_id: TicketId) -> bool:
        values = {"id": letter_id, "ticket": ticket_id}
        joined = self._rows.change(
            """
            UPDATE letters SET ticket_id = :ticket
            WHERE id = :id AND staff_id IS NULL AND ticket_id IS NULL
            """,
            values,
        )
        if joined:
            self._rows.change(
                "UPDATE letters SET ticket_id = :ticket WHERE answers_letter = :id AND ticket_id IS NULL",
                values,
            )
        return joined > 0

    def of_ticket(self, ticket_id: TicketId) -> Sequence[Letter]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM letters WHERE ticket_id = :ticket ORDER BY id", {"ticket": ticket_id}
        )
        return [_letter(row) for row in rows]

    def find_before(self, letter: Letter, *, since: datetime) -> Sequence[Letter]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM letters
            WHERE customer_id = :customer AND id < :id AND created_at > :since AND ticket_id IS NULL
            ORDER BY id
            """,
            {"customer": letter.customer_id, "id": letter.id, "since": to_micros(since)},
        )
        return [_letter(row) for row in rows]

    def get(self, letter_id: LetterId) -> Letter:
        return _letter(self._rows.get(f"SELECT {_COLUMNS} FROM letters WHERE id = :id", {"id": letter_id}))

    def find(self, letter_id: LetterId) -> Letter | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM letters WHERE id = :id", {"id": letter_id})
        return _letter(row) if row else None

    def find_caused_by(self, cause: Cause) -> Letter | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM letters WHERE cause_chat = :chat AND cause_message = :message",
            {"chat": cause.chat_id, "message": cause.message_id},
        )
        return _letter(row) if row else None

    def find_shown_at(self, chat_id: ChatId, message_id: MessageId) -> LetterId | None:
        row = self._rows.find(
            """
            SELECT subject_id FROM screens
            WHERE chat_id = :chat AND kind = :kind AND message_id = :message
            """,
            {"chat": chat_id, "kind": ScreenKind.LETTER, "message": message_id},
        )
        return LetterId(row["subject_id"]) if row else None

    def is_ticket_answer(self, chat_id: ChatId, message_id: MessageId) -> bool:
        row = self._rows.find(
            """
            SELECT l.id FROM screens s JOIN letters l ON l.id = s.subject_id AND l.ticket_id IS NOT NULL
            WHERE s.chat_id = :chat AND s.kind = :kind AND s.message_id = :message
            """,
            {"chat": chat_id, "kind": ScreenKind.ANSWER, "message": message_id},
        )
        return row is not None

    def find_answers(self, letter_id: LetterId) -> Sequence[Letter]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM letters WHERE answers_letter = :id ORDER BY id", {"id": letter_id}
        )
        return [_letter(row) for row in rows]

    def find_last_answer(self, customer_id: CustomerId) -> Letter | None:
        row = self._rows.find(
            f"""
            SELECT {_COLUMNS} FROM letters WHERE customer_id = :customer AND staff_id IS NOT NULL
            ORDER BY id DESC LIMIT 1
            """,
            {"customer": customer_id},
        )
        return _letter(row) if row else None

    def times_written(self, customer_id: CustomerId, *, since: datetime) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT created_at FROM letters
            WHERE customer_id = :customer AND staff_id IS NULL AND created_at > :since AND created_at <= :now
            ORDER BY id
            """,
            {"customer": customer_id, "since": to_micros(since), "now": self._rows.now_micros},
        )
        return [from_micros(row["created_at"]) for row in rows]

    def is_lost(self, letter_id: LetterId) -> bool:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM screens s
            WHERE s.kind = :kind AND s.subject_id = :id AND s.message_id IS NULL
              AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.screen_id = s.id AND d.state = 'pending')
              AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.screen_id = s.id AND d.state = 'sending')
            """,
            {"kind": ScreenKind.ANSWER, "id": letter_id},
        )
        return int(row["n"]) > 0

    def blank(self, *, written_before: datetime, most: int) -> int:
        return self._rows.change(
            """
            UPDATE letters SET text = '', media_chat = NULL WHERE id IN (
                SELECT id FROM letters
                WHERE (text <> '' OR media_chat IS NOT NULL) AND created_at < :before
                ORDER BY created_at LIMIT :most)
            """,
            {"before": to_micros(written_before), "most": most},
        )


def _letter(row: Row) -> Letter:
    copied = row["media_chat"] is not None
    return Letter(
        id=LetterId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        staff_id=StaffId(row["staff_id"]) if row["staff_id"] is not None else None,
        answers=LetterId(row["answers_letter"]) if row["answers_letter"] is not None else None,
        content=Content(row["content"]),
        text=row["text"],
        copy_of=(ChatId(row["media_chat"]), MessageId(row["media_message"])) if copied else None,
        written_in=ChatId(row["cause_chat"]) if row["cause_chat"] is not None else None,
        created_at=from_micros(row["created_at"]),
        ticket_id=TicketId(row["ticket_id"]) if row["ticket_id"] is not None else None,
    )
