"""Screens as rows: messages that are redrawn as things change.

Not here: how they look.
"""

from loyalty.deliveries import Screen, ScreenKind
from loyalty.ids import ChatId, MessageId, ScreenId
from storage.rows import Rows


class StoredScreens:
    """Table `screens`; part of the port `Deliveries`, because a screen is only ever drawn by one."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, message_id: MessageId | None
    ) -> ScreenId:
        """A new screen; without a message id it is still to be sent."""
        row = self._rows.get(
            """
            INSERT INTO screens (kind, subject_id, chat_id, message_id, created_at)
            VALUES (:kind, :subject, :chat, :message, :now) RETURNING id
            """,
            {
                "kind": kind,
                "subject": subject_id,
                "chat": chat_id,
                "message": message_id,
                "now": self._rows.now_micros,
            },
        )
        return ScreenId(row["id"])

    def get(self, screen_id: ScreenId) -> Screen:
        """A screen by id."""
        row = self._rows.get(
            "SELECT id, kind, subject_id, chat_id, message_id, drawn_hash FROM screens WHERE id = :id",
            {"id": screen_id},
        )
        return Screen(
            id=ScreenId(row["id"]),
            kind=ScreenKind(row["kind"]),
            subject_id=row["subject_id"],
            chat_id=ChatId(row["chat_id"]),
            message_id=MessageId(row["message_id"]) if row["message_id"] is not None else None,
            drawn_hash=row["drawn_hash"],
        )

    def drawn(self, screen_id: ScreenId, message_id: MessageId | None, drawn_hash: str) -> None:
        """Keep where a screen is and what it shows."""
        self._rows.change(
            "UPDATE screens SET message_id = :message, drawn_hash = :hash WHERE id = :id",
            {"id": screen_id, "message": message_id, "hash": drawn_hash},
        )

    def forget_message(self, screen_id: ScreenId) -> None:
        """The message is gone."""
        self._rows.change(
            "UPDATE screens SET message_id = NULL, drawn_hash = '' WHERE id = :id", {"id": screen_id}
        )
