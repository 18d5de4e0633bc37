"""What one person leaves in all the tables: drawn anew without their name, erased.

This module writes tables that others own, because what belongs to a person lies everywhere; it keeps no rule.
Not here: reading it for them (own_data.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from loyalty.deliveries import Lane
from loyalty.ids import CustomerId, TelegramId
from loyalty.ports import Traces
from loyalty.privacy import OwnData
from storage.own_data import read_own_data
from storage.rows import Rows, Values, to_micros

_SHOWN: Final = """
    SELECT s.id, s.chat_id FROM (
        SELECT 'staff_card' AS kind, v.id AS subject FROM visits v WHERE v.customer_id = :customer
        UNION ALL
        SELECT 'approval', a.id FROM approvals a JOIN visits v ON v.id = a.visit_id
        WHERE v.customer_id = :customer
        UNION ALL SELECT 'correction', o.id FROM operations o WHERE o.customer_id = :customer
        UNION ALL SELECT 'freeze', f.id FROM freezes f WHERE f.customer_id = :customer
        UNION ALL SELECT 'letter', l.id FROM letters l WHERE l.customer_id = :customer
        UNION ALL SELECT 'praise', i.recipient_id FROM invitations i WHERE i.customer_id = :customer
        UNION ALL SELECT 'ticket', t.id FROM tickets t WHERE t.customer_id = :customer
        UNION ALL SELECT 'sale_code', b.id FROM sale_codes b WHERE b.refused_customer_id = :customer
        UNION ALL SELECT 'outage', g.id FROM outages g
    ) shown CROSS JOIN screens s  -- in this order: SQLite would read all screens of a kind first
    WHERE shown.kind = s.kind AND shown.subject = s.subject_id
      AND (s.message_id IS NOT NULL  -- or it is on its way at this moment, as it was drawn before
           OR EXISTS (SELECT 1 FROM deliveries d WHERE d.screen_id = s.id AND d.state = 'sending'))
    ORDER BY s.id DESC
"""

_OF_CUSTOMER: Final = (
    """
    UPDATE operation_reasons SET reason = ''
    WHERE operation_id IN (SELECT id FROM operations WHERE customer_id = :customer)
    """,
    """
    UPDATE letters SET text = '', media_chat = NULL, cause_chat = NULL, cause_message = NULL
    WHERE customer_id = :customer
    """,
    "UPDATE scans SET cause_chat = NULL, cause_message = NULL WHERE customer_id = :customer",
    # What staff said when they were asked about this customer's card.
    """
    DELETE FROM deliveries WHERE id IN (
        SELECT d.id FROM operations o CROSS JOIN flags f CROSS JOIN deliveries d
        WHERE o.customer_id = :customer AND f.operation_id = o.id
          AND d.dedupe_key >= 'flag-answer:' || f.id || ':' AND d.dedupe_key < 'flag-answer:' || f.id || ';')
    """,
    "UPDATE consents SET update_id = NULL WHERE customer_id = :customer",
    "DELETE FROM wishes WHERE customer_id = :customer",
    # What was asked in the owner's own words is counted no more: neither the answer nor that it was asked.
    """
    DELETE FROM own_answers WHERE recipient_id IN (SELECT id FROM recipients WHERE customer_id = :customer)
    """,
    """
    DELETE FROM questions WHERE customer_id = :customer
      AND id NOT IN (SELECT question_id FROM invitations WHERE customer_id = :customer)
    """,
    # A score is counted still, without the words.
    """
    UPDATE responses SET reason = '', media_chat = NULL, media_message = NULL, cause_chat = NULL,
                         cause_message = NULL
    WHERE recipient_id IN (SELECT recipient_id FROM invitations WHERE customer_id = :customer)
    """,
    # What campaigns sent is counted still; what waits for somebody who is gone is over.
    "UPDATE recipients SET facts = '{}', language = '' WHERE customer_id = :customer",
    """
    UPDATE recipients SET state = 'skipped', reason = 'gone', delivery_id = NULL, settled_at = :now
    WHERE customer_id = :customer AND state IN ('waiting', 'queued')
    """,
)

_OF_ACCOUNT: Final = (
    "DELETE FROM deliveries WHERE chat_id = :account",
    "DELETE FROM deliveries WHERE screen_id IN (SELECT id FROM screens WHERE chat_id = :account)",
    "DELETE FROM screens WHERE chat_id = :account",
    "DELETE FROM chat_pauses WHERE chat_id = :account",
    "DELETE FROM dialogues WHERE key LIKE '%:' || :account OR key LIKE '%:' || :account || ':%'",
    # An update that is being handled keeps its text until it is done, and then nobody knows whose it was.
    """
    UPDATE inbox SET body = '', person_id = NULL
    WHERE person_id = :account AND body <> '' AND state <> 'waiting'
    """,
    "UPDATE invites SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE scans SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE visits SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE operations SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE sale_codes SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE voucher_sheets SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE letters SET cause_chat = NULL, cause_message = NULL WHERE cause_chat = :account",
    "UPDATE letters SET media_chat = NULL WHERE media_chat = :account",
    # A voice or a picture lies where its message was sent.
    """
    UPDATE responses SET media_chat = NULL, media_message = NULL, cause_chat = NULL, cause_message = NULL
    WHERE cause_chat = :account
    """,
    # The card that left it is somebody's still, who may ask to be forgotten: the hash stays for that.
    "UPDATE moves SET account = NULL WHERE account = :account",
    # The name under which somebody worked stays: it stands on the receipts of others.
    """
    UPDATE staff SET telegram_id = -id, language = '', chosen_language = NULL, pin_hash = NULL
    WHERE telegram_id = :account AND removed_at IS NOT NULL
    """,
    # A till is not forgotten; in a restored backup one may stand under the account of somebody who was.
    """
    UPDATE shifts SET ended_at = :now
    WHERE ended_at IS NULL AND till_id IN (SELECT id FROM tills WHERE telegram_id = :account)
    """,
    """
    UPDATE tills SET telegram_id = -id, removed_at = COALESCE(removed_at, :now) WHERE telegram_id = :account
    """,
)

_OWN_SCREENS: Final = "('code', 'code_picture', 'offer', 'spending', 'answer', 'put_right', 'reason')"
"""What customers see in their own chat."""

# The account is somebody's today: staff, or whoever came later. Only what was the customer's goes.
_LEFT_BEHIND: Final = (
    "DELETE FROM deliveries WHERE chat_id = :account AND customer_id = :customer",
    f"""
    DELETE FROM deliveries WHERE screen_id IN (
        SELECT id FROM screens WHERE chat_id = :account AND kind IN {_OWN_SCREENS} AND created_at <= :before)
    """,
    f"""
    DELETE FROM screens
    WHERE chat_id = :account AND kind IN {_OWN_SCREENS} AND created_at <= :before
    """,
    """
    UPDATE operations SET cause_chat = NULL, cause_message = NULL
    WHERE customer_id = :customer AND cause_chat = :account
    """,
    """
    UPDATE visits SET cause_chat = NULL, cause_message = NULL
    WHERE customer_id = :customer AND cause_chat = :account
    """,
    """
    UPDATE inbox SET body = '', person_id = NULL
    WHERE person_id = :account AND body <> '' AND received_at <= :before AND state <> 'waiting'
    """,
)

_KNOWN: Final = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM staff WHERE telegram_id = :account)
                OR EXISTS (SELECT 1 FROM moves WHERE account = :account)
                OR EXISTS (SELECT 1 FROM tills WHERE telegram_id = :account)
                OR EXISTS (SELECT 1 FROM invites
                           WHERE came_telegram_id = :account OR invited_telegram_id = :account)
"""

# What waits is still to be handled. Nobody has the number 0, so it is blanked as soon as that is done.
_MENTIONED: Final = """
    UPDATE inbox SET body = CASE state WHEN 'waiting' THEN body ELSE '' END,
                     person_id = CASE state WHEN 'waiting' THEN 0 ELSE person_id END
    WHERE body <> '' AND replace(lower(body), lower(:mention), '') <> lower(body)
      AND (person_id IS NULL
           OR person_id IN (SELECT telegram_id FROM staff UNION SELECT telegram_id FROM tills))
"""

# A conversation that goes on keeps what it needs; what is only remembered from one before goes.
_REMEMBERED: Final = """
    DELETE FROM dialogues WHERE state = '' AND replace(lower(data), lower(:mention), '') <> lower(data)
"""


class StoredTraces(Traces):
    """Across the tables."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def read(self, customer_id: CustomerId) -> OwnData:
        return read_own_data(self._rows, customer_id)

    def redraw_all(self, customer_id: CustomerId, *, at_once: int, apart_seconds: float) -> None:
        apart = timedelta(seconds=apart_seconds)
        for number, row in enumerate(self._rows.all(_SHOWN, {"customer": customer_id})):
            self._rows.change(
                """
                INSERT INTO deliveries (dedupe_key, lane, chat_id, screen_id, state, run_at, created_at)
                VALUES (:key, :lane, :chat, :screen, 'pending', :run_at, :now) ON CONFLICT DO NOTHING
                """,
                {
                    "key": f"forgotten:{customer_id}:{row['id']}",
                    "lane": Lane.TRANSACTIONAL,
                    "chat": row["chat_id"],
                    "screen": row["id"],
                    "run_at": to_micros(self._rows.now + max(0, number + 1 - at_once) * apart),
                    "now": self._rows.now_micros,
                },
            )
            self._rows.deliveries_added = True

    def knows(self, telegram_id: TelegramId) -> bool:
        return self._rows.find(_KNOWN, {"account": telegram_id}) is not None

    def erase_customer(self, customer_id: CustomerId) -> None:
        for statement in _OF_CUSTOMER:
            self._rows.change(statement, {"customer": customer_id, "now": self._rows.now_micros})

    def erase_account(self, telegram_id: TelegramId) -> None:
        for statement in _OF_ACCOUNT:
            self._rows.change(statement, {"account": telegram_id, "now": self._rows.now_micros})

    def erase_left(self, customer_id: CustomerId, telegram_id: TelegramId, *, before: datetime) -> None:
        values: Values = {"customer": customer_id, "account": telegram_id, "before": to_micros(before)}
        for statement in _LEFT_BEHIND:
            self._rows.change(statement, values)

    def erase_mentions(self, mentions: Sequence[str]) -> None:
        for mention in mentions:
            self._rows.change(_MENTIONED, {"mention": mention})
            self._rows.change(_REMEMBERED, {"mention": mention})
