"""What Telegram asked us to leave alone for a while, a lane or one chat, and what it has counted by now.

Not here: what waits meanwhile (deliveries.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.deliveries import LEASE, LONGEST_PAUSE, Lane
from loyalty.ids import ChatId
from storage.rows import Rows, from_micros, to_micros

_MOST_A_MINUTE = 1_800
"""Telegram takes no more of one bot: older rows need not be looked at."""


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

    def paused_until(self, lane: Lane) -> datetime | None:
        row = self._rows.get("SELECT paused_until FROM lanes WHERE name = :lane", {"lane": lane})
        until = from_micros(row["paused_until"])
        return until if until > self._rows.now else None

    def pause_chat(self, chat_id: ChatId, until: datetime) -> None:
        """The latest word counts."""
        self._rows.change(
            """
            INSERT INTO chat_pauses (chat_id, paused_until) VALUES (:chat, :until)
            ON CONFLICT (chat_id) DO UPDATE SET paused_until = excluded.paused_until
            """,
            {"chat": chat_id, "until": to_micros(until)},
        )

    def follow_a_clock_that_went_back(self) -> bool:
        """Else receipts of a minute ago wait until it is that late again. Campaigns keep their hour.

        Whether something is due now that was not.
        """
        longest = {"longest": to_micros(self._rows.now + LONGEST_PAUSE)}
        self._rows.change("UPDATE lanes SET paused_until = 0 WHERE paused_until > :longest", longest)
        self._rows.change("DELETE FROM chat_pauses WHERE paused_until > :longest", longest)
        self._rows.change(
            "UPDATE deliveries SET lease_until = 0 WHERE state = 'sending' AND lease_until > :longest",
            {"longest": to_micros(self._rows.now + LEASE)},
        )
        hurried = self._rows.change(
            """
            UPDATE deliveries SET run_at = :now
            WHERE state = 'pending' AND lane = :lane AND run_at > :now
              AND (created_at > :now OR run_at > :longest)
            """,
            {"lane": Lane.TRANSACTIONAL, "now": self._rows.now_micros, **longest},
        )
        return hurried > 0

    def sent_to_groups(self, *, since: datetime) -> Sequence[tuple[ChatId, datetime]]:
        rows = self._rows.all(
            """
            SELECT chat_id, settled_at FROM (SELECT * FROM deliveries ORDER BY id DESC LIMIT :most) newest
            WHERE chat_id < 0 AND state = 'sent' AND settled_at > :since ORDER BY settled_at, id
            """,
            {"since": to_micros(since), "most": _MOST_A_MINUTE},
        )
        return [(ChatId(row["chat_id"]), from_micros(row["settled_at"])) for row in rows]

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
