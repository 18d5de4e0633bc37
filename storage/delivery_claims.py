"""Deliveries on their way: which is next, and what became of it.

Not here: what waits (deliveries.py), and which fault means what (bot/sender.py).
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from loyalty.deliveries import LEASE, Delivery, DeliveryState, Lane, Screen
from loyalty.ids import ChatId, CustomerId, DeliveryId, MessageId, OperationId, ScreenId
from loyalty.notices import Notice
from loyalty.runs import CampaignPost
from storage import facts
from storage.recipients import StoredRecipients
from storage.rows import Row, Rows, to_micros
from storage.screens import StoredScreens

_log = logging.getLogger(__name__)

_COLUMNS = "id, lane, chat_id, customer_id, screen_id, operation_id, notice, attempts"


class StoredClaims:
    """Table `deliveries` from the claim on; part of the port `Deliveries`."""

    def __init__(self, rows: Rows, screens: StoredScreens, recipients: StoredRecipients) -> None:
        self._rows = rows
        self._screens = screens
        self._recipients = recipients

    def claim(self, lanes: Sequence[Lane]) -> Delivery | None:
        """The next one that is due, marked as being sent."""
        for lane in lanes:  # one query a lane, so that the index gives the order
            while row := self._claim_in(lane):
                delivery = self._read(row)
                if delivery is not None:
                    return delivery
        return None

    def settle_sent(self, delivery: Delivery, message_id: MessageId | None, drawn_hash: str) -> None:
        """It arrived."""
        self.end(delivery, DeliveryState.SENT, message_id=message_id)
        screen = delivery.content if isinstance(delivery.content, Screen) else None
        self._screens.arrived(delivery.chat_id, screen, message_id, drawn_hash)

    def end(
        self,
        delivery: Delivery,
        state: DeliveryState,
        *,
        message_id: MessageId | None = None,
        error: str = "",
    ) -> None:
        """What became of it; a recipient of a campaign hears the same."""
        self._settle(delivery.id, state, message_id=message_id, error=error)
        if isinstance(delivery.content, CampaignPost):
            self._recipients.settle(delivery.id, state, error[:500])
        elif isinstance(delivery.content, int):  # a receipt, with what it tells beside itself
            self._recipients.settle_told(OperationId(delivery.content), state, error[:500])

    def put_back(
        self, delivery: Delivery, *, run_at: datetime | None, error: str, count_attempt: bool
    ) -> None:
        """It waits again; what a newer redraw overtook does not."""
        screen_id = delivery.content.id if isinstance(delivery.content, Screen) else None
        overtaken = self._rows.find(
            "SELECT id FROM deliveries WHERE screen_id = :screen AND state = 'pending'", {"screen": screen_id}
        )
        if overtaken:
            self.end(delivery, DeliveryState.SKIPPED, error="a newer redraw waits")
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

    def rescue(self, *, leases: bool) -> int:
        """What nobody sends any more waits again, or is unknown in the bulk lane; answers how many."""
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
                self.end(delivery, DeliveryState.UNKNOWN)
            else:
                self.put_back(delivery, run_at=self._rows.now, error="interrupted", count_attempt=True)
        return len(rows)

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
