"""The staff chat and foreign groups as rows.

Not here: who may bind a group, and what is told to whom.
"""

from collections.abc import Sequence
from datetime import timedelta

from loyalty.ids import THE_ONLY_LOCATION, ChatId, LocationId, StaffChatId, StaffId
from loyalty.ports import StaffChats
from loyalty.staff_chats import ForeignChat, StaffChat, Unbound
from storage.rows import Row, Rows, from_micros, to_micros

_COLUMNS = "id, chat_id, title, location_id, administrator"


class StoredStaffChats(StaffChats):
    """Tables `staff_chats` and `foreign_chats`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_bound(self) -> StaffChat | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM staff_chats WHERE location_id = :location AND unbound_at IS NULL",
            {"location": THE_ONLY_LOCATION},
        )
        return _staff_chat(row) if row else None

    def bind(self, chat_id: ChatId, *, title: str, administrator: bool, by: StaffId) -> StaffChat:
        row = self._rows.get(
            f"""
            INSERT INTO staff_chats (chat_id, title, location_id, bound_by, bound_at, administrator)
            VALUES (:chat, :title, :location, :by, :now, :administrator) RETURNING {_COLUMNS}
            """,
            {
                "chat": chat_id,
                "title": title,
                "location": THE_ONLY_LOCATION,
                "by": by,
                "now": self._rows.now_micros,
                "administrator": int(administrator),
            },
        )
        return _staff_chat(row)

    def unbind(self, chat_id: ChatId, reason: Unbound) -> bool:
        changed = self._rows.change(
            """
            UPDATE staff_chats SET unbound_at = :now, unbound_reason = :reason
            WHERE chat_id = :chat AND unbound_at IS NULL
            """,
            {"chat": chat_id, "now": self._rows.now_micros, "reason": reason},
        )
        return changed == 1

    def note_administrator(self, chat_id: ChatId, administrator: bool) -> bool:
        changed = self._rows.change(
            """
            UPDATE staff_chats SET administrator = :administrator
            WHERE chat_id = :chat AND unbound_at IS NULL AND administrator <> :administrator
            """,
            {"chat": chat_id, "administrator": int(administrator)},
        )
        return changed == 1

    def rename(self, chat_id: ChatId, title: str) -> None:
        self._rows.change(
            """
            UPDATE staff_chats SET title = :title
            WHERE chat_id = :chat AND unbound_at IS NULL AND title <> :title
            """,
            {"chat": chat_id, "title": title},
        )

    def move(self, old: ChatId, new: ChatId) -> None:
        self._rows.change(
            "UPDATE staff_chats SET chat_id = :new WHERE chat_id = :old AND unbound_at IS NULL",
            {"old": old, "new": new},
        )

    def note_foreign(self, chat_id: ChatId, *, stay: timedelta) -> None:
        self._rows.change(
            """
            INSERT INTO foreign_chats (chat_id, seen_at, leave_at) VALUES (:chat, :now, :leave)
            ON CONFLICT (chat_id) DO UPDATE SET leave_at = excluded.leave_at
            WHERE foreign_chats.leave_at < excluded.leave_at
            """,
            {"chat": chat_id, "now": self._rows.now_micros, "leave": to_micros(self._rows.now + stay)},
        )

    def forget_foreign(self, chat_id: ChatId) -> None:
        self._rows.change("DELETE FROM foreign_chats WHERE chat_id = :chat", {"chat": chat_id})

    def find_foreign(self) -> Sequence[ForeignChat]:
        rows = self._rows.all(
            "SELECT chat_id, seen_at, leave_at FROM foreign_chats ORDER BY seen_at, chat_id", {}
        )
        return [
            ForeignChat(ChatId(row["chat_id"]), from_micros(row["seen_at"]), from_micros(row["leave_at"]))
            for row in rows
        ]


def _staff_chat(row: Row) -> StaffChat:
    return StaffChat(
        id=StaffChatId(row["id"]),
        chat_id=ChatId(row["chat_id"]),
        title=row["title"],
        location_id=LocationId(row["location_id"]),
        administrator=bool(row["administrator"]),
    )
