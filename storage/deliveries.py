"""Deliveries as rows: what waits to be sent, and what became of it.

Not here: the words, Telegram, and the messages that are redrawn (screens.py).
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from loyalty.campaigns import CampaignPost
from loyalty.deliveries import LEASE, Delivery, DeliveryState, Lane, Screen, ScreenKind
from loyalty.ids import ChatId, CustomerId, DeliveryId, MessageId, OperationId, ScreenId
from loyalty.ledger import Operation
from loyalty.notices import Notice
from loyalty.people import Cause
from loyalty.ports import Deliveries
from storage import facts
from storage.pauses import StoredPauses
from storage.people import StoredPeople
from storage.recipients import StoredRecipients
from storage.rows import Row, Rows, maybe_from_micros, to_micros
from storage.screens import StoredScreens
from storage.sent_files import StoredFiles

_log = logging.getLogger(__name__)

_COLUMNS = "id, lane, chat_id, customer_id, screen_id, operation_id, notice, attempts"


class StoredDeliveries(Deliveries):
    """Table `deliveries`; screens, files and pauses have their own modules."""

    def __init__(self, rows: Rows, people: StoredPeople, recipients: StoredRecipients) -> None:
        self._rows = rows
        self._people = people
        self._recipients = recipients
        self._screens = StoredScreens(rows)
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
        for lane in lanes:  # one query a lane, so that the index gives the order
            while row := self._claim_in(lane):
                delivery = self._read(row)
                if delivery is not None:
                    return delivery
        return None

    def settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn_hash: str) -> None:
        self._end(delivery, DeliveryState.SENT, message_id=message_id)
        screen = delivery.content if isinstance(delivery.content, Screen) else None
        self._screens.arrived(delivery.chat_id, screen, message_id, drawn_hash)

    def settle_failed(self, delivery: Delivery, error: str) -> None:
        self._end(delivery, DeliveryState.FAILED, error=error)

    def settle_unknown(self, delivery: Delivery) -> None:
        self._end(delivery, DeliveryState.UNKNOWN)

    def settle_skipped(self, delivery: Delivery, reason: str) -> None:
        self._end(delivery, DeliveryState.SKIPPED, error=reason)

    def put_back(
        self, delivery: Delivery, *, run_at: datetime | None, error: str, count_attempt: bool
    ) -> None:
        screen_id = delivery.content.id if isinstance(delivery.content, Screen) else None
        overtaken = self._rows.find(
            "SELECT id FROM deliveries WHERE screen_id = :screen AND state = 'pending'", {"screen": screen_id}
        )
        if overtaken:
            self.settle_skipped(delivery, "a newer redraw waits")
            return
        self._rows.change(
            """
            UPDATE deliveries SET state = 'pending', lease_until = NULL, error = :error,
                                  run_at = COALESCE(CAST(:run_at AS BIGINT), run_at),
                                  attempts = attempts - :uncounted
            WHERE id = :id AND state = 'sending'
            """,
            {
                "id": delivery.id,
                "run_at": None if run_at is None else to_micros(run_at),
                "error": error[:500],
                "uncounted": 0 if count_attempt else 1,
            },
        )
        self._rows.deliveries_added = True

    def forget_message(self, screen_id: ScreenId) -> None:
        self._screens.forget_message(screen_id)

    def rescue(self, *, leases: bool) -> int:
        hurried = self._pauses.follow_a_clock_that_went_back()
        self._rows.deliveries_added = self._rows.deliveries_added or hurried
        before = self._rows.now_micros if leases else 2**62
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM deliveries WHERE state = 'sending' AND lease_until < :before
            ORDER BY lease_until, id
            """,
            {"before": before},
        )
        for delivery in map(self._read, rows):
            if delivery is None:
                continue
            if delivery.lane is Lane.BULK:
                self.settle_unknown(delivery)
            else:
                self.put_back(delivery, run_at=self._rows.now, error="interrupted", count_attempt=True)
        return len(rows)

    def move_chat(self, old: ChatId, new: ChatId) -> None:
        self._rows.change(
            "UPDATE deliveries SET chat_id = :new WHERE chat_id = :old AND state IN ('pending', 'sending')",
            {"old": old, "new": new},
        )
        self._pauses.move_chat(old, new)

    def pause_lane(self, lane: Lane, until: datetime) -> None:
        self._pauses.pause_lane(lane, until)

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

    def _claim_in(self, lane: Lane) -> Row | None:
        return self._rows.find(
            f"""
            UPDATE deliveries SET state = 'sending', attempts = attempts + 1, lease_until = :lease
            WHERE id = (
                SELECT d.id FROM deliveries d
                WHERE d.state = 'pending' AND d.lane = :lane AND d.run_at <= :now
                  AND (SELECT l.paused_until FROM lanes l WHERE l.name = d.lane) <= :now
                  AND NOT EXISTS (SELECT 1 FROM deliveries s
                                  WHERE s.chat_id = d.chat_id AND s.state = 'sending')
                  AND NOT EXISTS (SELECT 1 FROM chat_pauses p
                                  WHERE p.chat_id = d.chat_id AND p.paused_until > :now)
                ORDER BY d.run_at, d.id LIMIT 1)
            RETURNING {_COLUMNS}
            """,
            {"lane": lane, "now": self._rows.now_micros, "lease": to_micros(self._rows.now + LEASE)},
        )

    def _end(
        self,
        delivery: Delivery,
        state: DeliveryState,
        *,
        message_id: MessageId | None = None,
        error: str = "",
    ) -> None:
        self._settle(delivery.id, state, message_id=message_id, error=error)
        if isinstance(delivery.content, CampaignPost):
            self._recipients.settle(delivery.id, state, error[:500])

    def _settle(
        self, delivery_id: DeliveryId, state: DeliveryState, *, message_id: MessageId | None = None,
        error: str = "",
    ) -> None:  # fmt: skip
        self._rows.change(
            """
            UPDATE deliveries SET state = :state, lease_until = NULL, message_id = :message, error = :error,
                                  settled_at = :now
            WHERE id = :id AND state = 'sending'
            """,
            {
                "id": delivery_id,
                "state": state,
                "message": message_id,
                "error": error[:500],
                "now": self._rows.now_micros,
            },
        )
        self._rows.deliveries_added = True  # the chat is free again for what waits behind it

    def _read(self, row: Row) -> Delivery | None:
        """The delivery; None for one that failed here, because another version wrote what we can't read.

        It would be the first in its lane for ever, and nobody would be told anything any more.
        """
        try:
            return self._delivery(row)
        except (LookupError, TypeError, ValueError) as error:
            _log.error("delivery %d can't be read: %s", row["id"], type(error).__name__)
            problem = f"can't be read: {type(error).__name__}"
            self._settle(DeliveryId(row["id"]), DeliveryState.FAILED, error=problem)
            self._recipients.settle(DeliveryId(row["id"]), DeliveryState.FAILED, problem)
            return None

    def _delivery(self, row: Row) -> Delivery:
        content: Screen | OperationId | Notice | CampaignPost
        if row["screen_id"] is not None:
            content = self._screens.get(ScreenId(row["screen_id"]))
        elif row["operation_id"] is not None:
            content = OperationId(row["operation_id"])
        else:
            content = facts.decode_told(row["notice"])
        return Delivery(
            id=DeliveryId(row["id"]),
            lane=Lane(row["lane"]),
            chat_id=ChatId(row["chat_id"]),
            customer_id=CustomerId(row["customer_id"]) if row["customer_id"] is not None else None,
            content=content,
            attempts=row["attempts"],
        )


def _screen_key(kind: ScreenKind, subject_id: int, cause: Cause) -> str:
    """One for each message, or each tap on it, that asks for this screen."""
    return f"{kind}:{subject_id}:{cause.chat_id}:{cause.message_id}" + (f":{cause.tap}" if cause.tap else "")
