"""Deliveries as rows: what waits to be sent.

Not here: how it is claimed and settled (delivery_claims.py), the words, Telegram, and the messages that are
redrawn (screens.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.deliveries import Delivery, DeliveryState, Lane, ScreenKind
from loyalty.ids import ChatId, CustomerId, MessageId, OperationId, ScreenId
from loyalty.ledger import Operation
from loyalty.notices import Notice
from loyalty.people import Cause
from loyalty.ports import Deliveries
from storage import facts
from storage.delivery_claims import StoredClaims
from storage.pauses import StoredPauses
from storage.people import StoredPeople
from storage.recipients import StoredRecipients
from storage.rows import Rows, maybe_from_micros, to_micros
from storage.screens import StoredScreens
from storage.sent_files import StoredFiles


class StoredDeliveries(Deliveries):
    """Table `deliveries`; claims, screens, files and pauses have their own modules."""

    def __init__(self, rows: Rows, people: StoredPeople, recipients: StoredRecipients) -> None:
        self._rows = rows
        self._people = people
        self._screens = StoredScreens(rows)
        self._claims = StoredClaims(rows, self._screens, recipients)
        self._files = StoredFiles(rows)
        self._pauses = StoredPauses(rows)

    def add_receipt(self, operation: Operation, customer_id: CustomerId) -> None:
        telegram_id = self._people.find_telegram_id(customer_id)
        if telegram_id is None:
            return
        self._add(
            f"receipt:{operation.id}", ChatId(telegram_id), customer_id=customer_id, operation_id=operation.id
        )

    def was_receipt_sent(self, operation_id: OperationId) -> bool:
        row = self._rows.find(
            "SELECT 1 AS known FROM deliveries WHERE dedupe_key = :key AND state = 'sent'",
            {"key": f"receipt:{operation_id}"},
        )
        return row is not None

    def add_notice(
        self, notice: Notice, chat_id: ChatId, *, key: str, lane: Lane = Lane.TRANSACTIONAL
    ) -> None:
        self._add(key, chat_id, lane=lane, notice=facts.encode(notice))

    def add_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, *, cause: Cause | None = None
    ) -> ScreenId:
        key = _screen_key(kind, subject_id, cause) if cause else None
        if key and (known := self._find_asked(key)) is not None:
            return known
        screen_id = self._screens.add(kind, subject_id, chat_id, None)
        self._add(key or f"screen:{screen_id}", chat_id, screen_id=screen_id)
        return screen_id

    def was_asked_for(self, kind: ScreenKind, subject_id: int, cause: Cause) -> bool:
        return self._find_asked(_screen_key(kind, subject_id, cause)) is not None

    def _find_asked(self, key: str) -> ScreenId | None:
        row = self._rows.find("SELECT screen_id FROM deliveries WHERE dedupe_key = :key", {"key": key})
        return ScreenId(row["screen_id"]) if row else None

    def remember_screen(
        self, kind: ScreenKind, subject_id: int, chat_id: ChatId, message_id: MessageId
    ) -> None:
        self._screens.add(kind, subject_id, chat_id, message_id)

    def redraw(self, subject_id: int, *kinds: ScreenKind) -> None:
        named = {f"kind{number}": kind for number, kind in enumerate(kinds)}
        # A row's key names an id below its own, and the newest id is never below: no key comes twice.
        asked = self._rows.change(
            f"""
            INSERT INTO deliveries (dedupe_key, lane, chat_id, screen_id, state, run_at, created_at)
            SELECT 'redraw:' || s.id || ':' || (SELECT COALESCE(MAX(d.id), 0) FROM deliveries d),
                   :lane, s.chat_id, s.id, 'pending', :now, :now
            FROM screens s
            WHERE s.subject_id = :subject AND s.kind IN ({", ".join(f":{name}" for name in named)})
            ON CONFLICT DO NOTHING
            """,
            {"lane": Lane.TRANSACTIONAL, "subject": subject_id, "now": self._rows.now_micros, **named},
        )
        self._rows.deliveries_added = self._rows.deliveries_added or asked > 0

    def claim(self, lanes: Sequence[Lane]) -> Delivery | None:
        return self._claims.claim(lanes)

    def settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn_hash: str) -> None:
        self._claims.settle_sent(delivery, message_id, drawn_hash)

    def settle_failed(self, delivery: Delivery, error: str) -> None:
        self._claims.end(delivery, DeliveryState.FAILED, error=error)

    def settle_unknown(self, delivery: Delivery) -> None:
        self._claims.end(delivery, DeliveryState.UNKNOWN)

    def settle_skipped(self, delivery: Delivery, reason: str) -> None:
        self._claims.end(delivery, DeliveryState.SKIPPED, error=reason)

    def put_back(
        self, delivery: Delivery, *, run_at: datetime | None, error: str, count_attempt: bool
    ) -> None:
        self._claims.put_back(delivery, run_at=run_at, error=error, count_attempt=count_attempt)

    def rescue(self, *, leases: bool) -> int:
        hurried = self._pauses.follow_a_clock_that_went_back()
        self._rows.deliveries_added = self._rows.deliveries_added or hurried
        return self._claims.rescue(leases=leases)

    def forget_message(self, screen_id: ScreenId) -> None:
        self._screens.forget_message(screen_id)

    def move_chat(self, old: ChatId, new: ChatId) -> None:
        self._rows.change(
            "UPDATE deliveries SET chat_id = :new WHERE chat_id = :old AND state IN ('pending', 'sending')",
            {"old": old, "new": new},
        )
        self._pauses.move_chat(old, new)

    def pause_lane(self, lane: Lane, until: datetime) -> None:
        self._pauses.pause_lane(lane, until)

    def paused_until(self, lane: Lane) -> datetime | None:
        return self._pauses.paused_until(lane)

    def pause_chat(self, chat_id: ChatId, until: datetime) -> None:
        self._pauses.pause_chat(chat_id, until)

    def next_run_at(self) -> datetime | None:
        row = self._rows.get("SELECT MIN(run_at) AS run_at FROM deliveries WHERE state = 'pending'", {})
        return maybe_from_micros(row["run_at"])

    def count_waiting(self) -> int:
        # One state at a time: each has its own short index, and IN would read every message ever sent.
        counted = "SELECT COUNT(*) AS n FROM deliveries WHERE state"
        return sum(int(self._rows.get(f"{counted} = '{state}'", {})["n"]) for state in ("pending", "sending"))

    def prune(self, *, settled_before: datetime, most: int) -> int:
        return self._rows.change(
            """
            DELETE FROM deliveries WHERE id IN (
                SELECT id FROM (
                    SELECT id, state, settled_at FROM deliveries WHERE screen_id IS NOT NULL
                    UNION ALL
                    SELECT id, state, settled_at FROM deliveries
                    WHERE dedupe_key >= 'flag-answer:' AND dedupe_key < 'flag-answer;') AS passing
                WHERE settled_at < :before AND state IN ('sent', 'skipped', 'failed')
                ORDER BY id LIMIT :most)
            """,
            {"before": to_micros(settled_before), "most": most},
        )

    def sent_to_groups(self, *, since: datetime) -> Sequence[tuple[ChatId, datetime]]:
        return self._pauses.sent_to_groups(since=since)

    def find_file_id(self, bot_id: int, picture_key: str) -> str | None:
        return self._files.find(bot_id, picture_key)

    def keep_file_id(self, bot_id: int, picture_key: str, file_id: str) -> None:
        self._files.keep(bot_id, picture_key, file_id)

    def _add(
        self, key: str, chat_id: ChatId, *, lane: Lane = Lane.TRANSACTIONAL,
        customer_id: CustomerId | None = None, screen_id: ScreenId | None = None,
        operation_id: OperationId | None = None, notice: str | None = None,
    ) -> None:  # fmt: skip
        self._rows.change(
            """
            INSERT INTO deliveries (dedupe_key, lane, chat_id, customer_id, screen_id, operation_id, notice,
                                    state, run_at, created_at)
            VALUES (:key, :lane, :chat, :customer, :screen, :operation, :notice, 'pending', :now, :now)
            ON CONFLICT DO NOTHING
            """,
            {
                "key": key,
                "lane": lane,
                "chat": chat_id,
                "customer": customer_id,
                "screen": screen_id,
                "operation": operation_id,
                "notice": notice,
                "now": self._rows.now_micros,
            },
        )
        self._rows.deliveries_added = True


def _screen_key(kind: ScreenKind, subject_id: int, cause: Cause) -> str:
    """One for each message, or each tap on it, that asks for this screen."""
    return f"{kind}:{subject_id}:{cause.chat_id}:{cause.message_id}" + (f":{cause.tap}" if cause.tap else "")
