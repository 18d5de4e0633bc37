"""Screens as rows: messages that are redrawn as things change.

Not here: how they look.
"""

from collections.abc import Sequence
from typing import Final

from loyalty.deliveries import PlacedScreen, Screen, ScreenKind
from loyalty.ids import ChatId, MessageId, ScreenId
from loyalty.ports import Screens
from storage.rows import Row, Rows, Value

_COLUMNS: Final = "id, kind, subject_id, chat_id, message_id, drawn_hash"


class StoredScreens(Screens):
    """Table `screens`; partly behind the port `Deliveries`, because a screen is only ever drawn by one."""

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
        return _screen(self._rows.get(f"SELECT {_COLUMNS} FROM screens WHERE id = :id", {"id": screen_id}))

    def arrived(
        self, chat_id: ChatId, screen: Screen | None, message_id: MessageId | None, drawn_hash: str
    ) -> None:
        """Keep where a screen is and what it shows; whatever is new in the chat stands below its queue."""
        if screen is not None:
            self._drawn(screen.id, message_id or screen.message_id, drawn_hash)
        if message_id is not None and (screen is None or message_id != screen.message_id):
            self.bury(chat_id, but=screen.id if screen else None)

    def forget_message(self, screen_id: ScreenId) -> None:
        """The message is gone."""
        self._rows.change(
            "UPDATE screens SET message_id = NULL, drawn_hash = '' WHERE id = :id", {"id": screen_id}
        )

    def find_placed(self, kind: ScreenKind, subject_id: int) -> Sequence[PlacedScreen]:
        rows = self._rows.all(
            """
            SELECT id, chat_id, message_id, buried FROM screens
            WHERE kind = :kind AND subject_id = :subject ORDER BY id
            """,
            {"kind": kind, "subject": subject_id},
        )
        return [
            PlacedScreen(
                ScreenId(row["id"]), ChatId(row["chat_id"]), row["message_id"] is not None, row["buried"]
            )
            for row in rows
        ]

    def find_shown(self, chat_id: ChatId, *kinds: ScreenKind, most: int) -> Sequence[Screen]:
        named: dict[str, Value] = {f"kind{number}": kind for number, kind in enumerate(kinds)}
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM screens
            WHERE chat_id = :chat AND kind IN ({", ".join(f":{name}" for name in named)})
            ORDER BY id DESC LIMIT :most
            """,
            {"chat": chat_id, "most": most, **named},
        )
        return [_screen(row) for row in rows]

    def become(self, shown: tuple[ScreenKind, int], now: tuple[ScreenKind, int]) -> None:
        self._rows.change(
            "UPDATE screens SET kind = :new, subject_id = :now WHERE kind = :old AND subject_id = :shown",
            {"old": shown[0], "shown": shown[1], "new": now[0], "now": now[1]},
        )

    def retire_queue(self, screen_id: ScreenId) -> None:
        self._rows.change(
            "UPDATE screens SET kind = :kind, subject_id = id WHERE id = :id",
            {"kind": ScreenKind.OLD_QUEUE, "id": screen_id},
        )

    def bury(self, chat_id: ChatId, *, but: ScreenId | None = None) -> None:
        self._rows.change(
            """
            UPDATE screens SET buried = buried + 1
            WHERE chat_id = :chat AND kind = :kind AND id <> :but AND message_id IS NOT NULL
            """,
            {"chat": chat_id, "kind": ScreenKind.QUEUE, "but": but or 0},
        )

    def move(self, old: ChatId, new: ChatId) -> None:
        self._rows.change(
            "UPDATE screens SET chat_id = :new, message_id = NULL, drawn_hash = '' WHERE chat_id = :old",
            {"old": old, "new": new},
        )

    def _drawn(self, screen_id: ScreenId, message_id: MessageId | None, drawn_hash: str) -> None:
        self._rows.change(
            """
            UPDATE screens SET message_id = :message, drawn_hash = :hash,
                               buried = CASE WHEN message_id = :message THEN buried ELSE 0 END
            WHERE id = :id
            """,
            {"id": screen_id, "message": message_id, "hash": drawn_hash},
        )


def _screen(row: Row) -> Screen:
    return Screen(
        id=ScreenId(row["id"]),
        kind=ScreenKind(row["kind"]),
        subject_id=row["subject_id"],
        chat_id=ChatId(row["chat_id"]),
        message_id=MessageId(row["message_id"]) if row["message_id"] is not None else None,
        drawn_hash=row["drawn_hash"],
    )
