"""What one person leaves in all the tables: read for them, drawn anew without their name, erased.

This module writes tables that others own, because what belongs to a person lies everywhere; it keeps no rule.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

from loyalty.deliveries import Lane
from loyalty.ids import CustomerId, SheetId, TelegramId
from loyalty.letters import Content
from loyalty.ports import Traces
from loyalty.privacy import (
    KeptConsent,
    KeptIdentity,
    KeptLetter,
    KeptRefusal,
    KeptReward,
    KeptVisit,
    OwnData,
)
from loyalty.rewards import RewardState
from loyalty.visits import VisitState
from loyalty.vouchers import name_slip
from storage.facts import decode_words
from storage.rows import Row, Rows, Value, Values, from_micros, maybe_from_micros, to_micros

T = TypeVar("T")

_SHOWN: Final = """
    SELECT s.id, s.chat_id FROM (
        SELECT 'staff_card' AS kind, v.id AS subject FROM visits v WHERE v.customer_id = :customer
        UNION ALL
        SELECT 'approval', a.id FROM approvals a JOIN visits v ON v.id = a.visit_id
        WHERE v.customer_id = :customer
        UNION ALL SELECT 'correction', o.id FROM operations o WHERE o.customer_id = :customer
        UNION ALL SELECT 'freeze', f.id FROM freezes f WHERE f.customer_id = :customer
        UNION ALL SELECT 'letter', l.id FROM letters l WHERE l.customer_id = :customer
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

_OWN_SCREENS: Final = "('code', 'code_picture', 'offer', 'spending', 'answer')"
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
        row = self._rows.get(
            """
            SELECT name, language, chosen_language, source, joined_at, frozen_at FROM customers
            WHERE id = :customer
            """,
            {"customer": customer_id},
        )
        return OwnData(
            name=row["name"],
            phone_language=row["language"],
            chosen_language=row["chosen_language"] or "",
            source=row["source"],
            joined_at=from_micros(row["joined_at"]),
            frozen_at=maybe_from_micros(row["frozen_at"]),
            identities=self._all(_IDENTITIES, customer_id, _identity),
            rewards=self._all(_REWARDS, customer_id, _reward),
            visits=self._all(_VISITS, customer_id, _visit),
            letters=self._all(_LETTERS, customer_id, _letter),
            consents=self._all(_CONSENTS, customer_id, _consent),
            refusals=self._all(_REFUSALS, customer_id, _refusal),
        )

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
            self._rows.change(statement, {"customer": customer_id})

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

    def _all(self, statement: str, customer_id: CustomerId, read: Callable[[Row], T]) -> Sequence[T]:
        values: dict[str, Value] = {"customer": customer_id}
        return [read(row) for row in self._rows.all(statement, values)]


_THEIRS: Final = """(
    WITH RECURSIVE theirs (id) AS (
        SELECT CAST(:customer AS BIGINT)
        UNION SELECT m.from_customer_id FROM moves m JOIN theirs ON m.to_customer_id = theirs.id)
    SELECT id FROM theirs)"""
"""The customer, and everybody whose card came onto theirs."""
_IDENTITIES: Final = f"""
    SELECT kind, external_id, created_at FROM identities WHERE customer_id = :customer
    UNION ALL SELECT 'left', CAST(account AS TEXT), created_at FROM moves
              WHERE account IS NOT NULL AND to_customer_id IN {_THEIRS}
    ORDER BY 3
"""
_REWARDS: Final = f"""
    SELECT item, state, issued_at, redeemed_at, expires_at FROM rewards
    WHERE customer_id IN {_THEIRS} ORDER BY id
"""
_VISITS: Final = f"""
    SELECT v.opened_at, v.state, v.stamps, s.name, w.sheet_id, w.number FROM visits v
    JOIN staff s ON s.id = COALESCE(v.settled_by, v.opened_by) LEFT JOIN vouchers w ON w.id = v.voucher_id
    WHERE v.customer_id IN {_THEIRS} ORDER BY v.id
"""
_LETTERS: Final = f"""
    SELECT l.created_at, s.name, l.content, l.text FROM letters l LEFT JOIN staff s ON s.id = l.staff_id
    WHERE l.customer_id IN {_THEIRS} ORDER BY l.id
"""
_CONSENTS: Final = f"""
    SELECT purpose, given, created_at FROM consents WHERE customer_id IN {_THEIRS} ORDER BY id
"""
_REFUSALS: Final = f"""
    SELECT kind, created_at FROM refusals WHERE customer_id IN {_THEIRS} ORDER BY id
"""


def _identity(row: Row) -> KeptIdentity:
    return KeptIdentity(row["kind"], row["external_id"], from_micros(row["created_at"]))


def _reward(row: Row) -> KeptReward:
    return KeptReward(
        decode_words(row["item"]),
        RewardState(row["state"]),
        from_micros(row["issued_at"]),
        maybe_from_micros(row["redeemed_at"]),
        maybe_from_micros(row["expires_at"]),
    )


def _visit(row: Row) -> KeptVisit:
    sheet_id = row["sheet_id"]
    slip = name_slip(SheetId(sheet_id), row["number"]) if sheet_id is not None else ""
    return KeptVisit(
        from_micros(row["opened_at"]), VisitState(row["state"]), row["stamps"], row["name"], slip
    )


def _letter(row: Row) -> KeptLetter:
    return KeptLetter(from_micros(row["created_at"]), row["name"] or "", Content(row["content"]), row["text"])


def _consent(row: Row) -> KeptConsent:
    return KeptConsent(row["purpose"], bool(row["given"]), from_micros(row["created_at"]))


def _refusal(row: Row) -> KeptRefusal:
    return KeptRefusal(row["kind"], from_micros(row["created_at"]))
