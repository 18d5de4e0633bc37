"""What Telegram asked us to leave alone for a while: a lane, or one chat.

Not here: what waits meanwhile (deliveries.py).
"""

from datetime import datetime

from loyalty.deliveries import Lane
from loyalty.ids import ChatId
from storage.rows import Rows, to_micros


class StoredPauses:
    """Tables `lanes` and `chat_pauses`; part of the port `Deliveries`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def pause_lane(self, lane: Lane, until: datetime) -> None:
        """A longer pause stays."""
        self._rows.change(
            "UPDATE lanes SET paused_until = :until WHERE name = :lane AND paused_until < :until",
            {"lane": lane, "until": to_micros(until)},
        )

    def pause_chat(self, chat_id: ChatId, until: datetime) -> None:
        """The latest word counts."""
        self._rows.change(
            """
            INSERT INTO chat_pauses (chat_id, paused_until) VALUES (:chat, :until)
            ON CONFLICT (chat_id) DO UPDATE SET paused_until = excluded.paused_until
            """,
            {"chat": chat_id, "until": to_micros(until)},
        )

    def move_chat(self, old: ChatId, new: ChatId) -> None:
        """The new id rests as long as the old one was to."""
        self._rows.change(
            """
            INSERT INTO chat_pauses (chat_id, paused_until)
            SELECT :new, paused_until FROM chat_pauses WHERE chat_id = :old
            ON CONFLICT (chat_id) DO NOTHING
            """,
            {"old": old, "new": new},
        )
        self._rows.change("DELETE FROM chat_pauses WHERE chat_id = :old", {"old": old})
