"""What the former bot's messages and updates left in all the tables, once another bot has taken over.

This module writes tables that others own, because numbers of messages lie everywhere; it keeps no rule.
"""

from datetime import datetime
from typing import Final

from loyalty.deliveries import Lane
from loyalty.ids import ChatId
from loyalty.ports import FormerBot
from storage.rows import Rows, to_micros

_NUMBERS: Final = (
    # Only what asked for an operation changes; the ledger stands.
    "UPDATE operations SET cause_chat = NULL, cause_message = NULL WHERE cause_chat IS NOT NULL",
    "UPDATE scans SET cause_chat = NULL, cause_message = NULL WHERE cause_chat IS NOT NULL",
    "UPDATE visits SET cause_chat = NULL, cause_message = NULL WHERE cause_chat IS NOT NULL",
    "UPDATE invites SET cause_chat = NULL, cause_message = NULL WHERE cause_chat IS NOT NULL",
    "UPDATE campaigns SET cause_chat = NULL, cause_message = NULL WHERE cause_chat IS NOT NULL",
    # Where an answer was written stays: that it was lost is told there.
    "UPDATE letters SET cause_message = NULL WHERE cause_message IS NOT NULL",
    # Under that number lies another message now, which is for nobody else's eyes.
    "UPDATE letters SET media_chat = NULL, media_message = NULL WHERE media_chat IS NOT NULL",
    """
    UPDATE responses SET media_chat = NULL, media_message = NULL, cause_chat = NULL, cause_message = NULL
    WHERE cause_chat IS NOT NULL
    """,
    # A reply to another message of that number is no answer to a question.
    """
    UPDATE deliveries SET message_id = NULL WHERE id IN (
        SELECT r.delivery_id FROM own_answers a JOIN recipients r ON r.id = a.recipient_id
        UNION ALL SELECT r.delivery_id FROM invitations i JOIN recipients r ON r.id = i.recipient_id)
    """,
    # A key of an update or of a message that asked must not stand in the way of the new one.
    """
    UPDATE deliveries SET dedupe_key = 'former-bot:' || id
    WHERE dedupe_key >= 'given-up:' AND dedupe_key < 'given-up;'
    """,
    "UPDATE inbox SET update_id = -seq WHERE update_id > 0",
    "DELETE FROM dialogues",
    "DELETE FROM chat_pauses",
    "DELETE FROM foreign_chats",
    "UPDATE lanes SET paused_until = 0",
)
_PUT_ASIDE: Final = """
    UPDATE inbox SET state = 'dead', body = '', person_id = NULL, settled_at = :now,
                     error = 'another bot has taken over'
    WHERE state = 'waiting'
"""
_WAITING: Final = """
    SELECT s.id, s.chat_id FROM screens s
    WHERE s.message_id IS NOT NULL AND (
        s.kind = 'staff_card' AND s.subject_id IN (SELECT id FROM visits WHERE state = 'open')
        OR s.kind = 'offer' AND s.subject_id IN (SELECT id FROM handover_offers WHERE state = 'asked')
        OR s.kind = 'approval' AND s.subject_id IN (SELECT id FROM approvals WHERE state = 'asked')
        OR s.kind = 'invite' AND s.subject_id IN (SELECT id FROM invites WHERE state = 'came')
        OR s.kind = 'departure' AND s.subject_id IN (SELECT id FROM departures WHERE state = 'open')
        OR s.kind = 'freeze' AND s.subject_id IN (SELECT id FROM freezes WHERE thawed_at IS NULL)
        OR s.kind = 'letter' AND s.subject_id IN (
            SELECT l.id FROM letters l
            WHERE l.staff_id IS NULL AND l.ticket_id IS NULL AND l.created_at >= :since AND NOT EXISTS (
                SELECT 1 FROM letters a WHERE a.customer_id = l.customer_id AND a.answers_letter = l.id))
        OR s.kind = 'ticket' AND s.subject_id IN (SELECT id FROM tickets WHERE closed_at IS NULL)
           AND s.id IN (SELECT MAX(id) FROM screens WHERE kind = 'ticket' GROUP BY subject_id, chat_id)
        OR s.kind = 'put_right' AND s.subject_id IN (
            SELECT id FROM tickets WHERE agreed IS NULL AND closed_at >= :since))
    ORDER BY s.id
"""


class StoredFormerBot(FormerBot):
    """Across the tables."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def forget_numbers(self) -> int:
        aside = self._rows.change(_PUT_ASIDE, {"now": self._rows.now_micros})
        for statement in _NUMBERS:
            self._rows.change(statement, {})
        return aside

    def send_questions_anew(self, *, letters_since: datetime) -> None:
        waiting = self._rows.all(_WAITING, {"since": to_micros(letters_since)})
        self._drop_sendings()
        for row in waiting:
            self._rows.change(
                "UPDATE screens SET message_id = NULL, drawn_hash = '', buried = 0 WHERE id = :id",
                {"id": row["id"]},
            )
        self._rows.change("DELETE FROM screens WHERE message_id IS NOT NULL", {})
        for row in waiting:
            self._rows.change(
                """
                INSERT INTO deliveries (dedupe_key, lane, chat_id, screen_id, state, run_at, created_at)
                VALUES (:key, :lane, :chat, :screen, 'pending', :now, :now)
                """,
                {
                    "key": f"another-bot:{self._rows.now_micros}:screen:{row['id']}",
                    "lane": Lane.TRANSACTIONAL,
                    "chat": row["chat_id"],
                    "screen": row["id"],
                    "now": self._rows.now_micros,
                },
            )
            self._rows.deliveries_added = True

    def send_missed(self, chat_id: ChatId) -> int:
        sent = self._rows.change(
            """
            UPDATE deliveries SET state = 'pending', attempts = 0, run_at = :now, error = '',
                                  settled_at = NULL
            WHERE dedupe_key >= 'another-bot:' AND dedupe_key < 'another-bot;' AND chat_id = :chat
              AND state = 'failed'
              AND NOT EXISTS (SELECT 1 FROM deliveries p
                              WHERE p.screen_id = deliveries.screen_id AND p.state = 'pending')
            """,
            {"chat": chat_id, "now": self._rows.now_micros},
        )
        self._rows.deliveries_added = self._rows.deliveries_added or sent > 0
        return sent

    def _drop_sendings(self) -> None:
        """Of messages that are there; one that was never sent still goes out, by the new bot."""
        self._rows.change(
            "DELETE FROM deliveries WHERE screen_id IN (SELECT id FROM screens WHERE message_id IS NOT NULL)",
            {},
        )
        self._rows.change(
            """
            UPDATE deliveries
            SET dedupe_key = CASE state WHEN 'pending' THEN 'another-bot:kept:' ELSE 'former-bot:' END || id
            WHERE screen_id IS NOT NULL AND NOT (dedupe_key >= 'another-bot:' AND dedupe_key < 'another-bot;')
            """,
            {},
        )
