"""Recipients as rows: one customer of one run, once; a message of theirs is a delivery in the bulk lane.

Not here: claiming and sending that delivery (deliveries.py), taking it back (withdrawals.py), and whether
somebody may be written to.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.campaigns import CampaignKind
from loyalty.deliveries import DeliveryState, Lane
from loyalty.ids import CampaignId, CustomerId, DeliveryId, OperationId, RecipientId, RunId
from loyalty.ports import Recipients
from loyalty.runs import CampaignPost, Recipient, RecipientState, Run
from storage import facts
from storage.people import StoredPeople
from storage.rows import Row, Rows, maybe_from_micros, to_micros
from storage.whose_rows import THEIRS
from storage.withdrawals import StoredWithdrawals

_COLUMNS = "id, run_id, campaign_id, customer_id, occurrence, state, reason, operation_id, settled_at, facts"


class StoredRecipients(Recipients):
    """Table `recipients`."""

    def __init__(self, rows: Rows, people: StoredPeople) -> None:
        self._rows = rows
        self._people = people
        self._withdrawals = StoredWithdrawals(rows)

    def add(
        self, run: Run, customer_id: CustomerId, *, occurrence: str,
        state: RecipientState = RecipientState.WAITING, pilot: bool = False, reason: str = "",
        operation_id: OperationId | None = None, facts: str = "{}",
    ) -> RecipientId | None:  # fmt: skip
        settled = state not in (RecipientState.WAITING, RecipientState.QUEUED)
        row = self._rows.find(
            """
            INSERT INTO recipients (run_id, campaign_id, customer_id, occurrence, state, pilot, reason, facts,
                                    operation_id, created_at, settled_at)
            VALUES (:run, :campaign, :customer, :occurrence, :state, :pilot, :reason, :facts, :operation,
                    :now, :settled)
            ON CONFLICT (campaign_id, customer_id, occurrence) DO NOTHING RETURNING id
            """,
            {
                "run": run.id,
                "campaign": run.campaign_id,
                "customer": customer_id,
                "occurrence": occurrence,
                "state": state,
                "pilot": int(pilot),
                "reason": reason,
                "facts": facts,
                "operation": operation_id,
                "now": self._rows.now_micros,
                "settled": self._rows.now_micros if settled else None,
            },
        )
        return RecipientId(row["id"]) if row else None

    def get(self, recipient_id: RecipientId) -> Recipient:
        return _recipient(
            self._rows.get(f"SELECT {_COLUMNS} FROM recipients WHERE id = :id", {"id": recipient_id})
        )

    def find(self, recipient_id: RecipientId) -> Recipient | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM recipients WHERE id = :id", {"id": recipient_id})
        return _recipient(row) if row else None

    def find_waiting(self, run_id: RunId, *, pilot_only: bool, most: int) -> Sequence[Recipient]:
        found: list[Recipient] = []
        for pilot in (1,) if pilot_only else (1, 0):  # one at a time: the index gives the order
            rows = self._rows.all(
                f"""
                SELECT {_COLUMNS} FROM recipients WHERE run_id = :run AND state = 'waiting' AND pilot = :pilot
                ORDER BY id LIMIT :most
                """,
                {"run": run_id, "pilot": pilot, "most": most - len(found)},
            )
            found += [_recipient(row) for row in rows]
        return found

    def count_queued(self, run_id: RunId) -> int:
        row = self._rows.get(
            "SELECT COUNT(*) AS n FROM recipients WHERE run_id = :run AND state = 'queued'", {"run": run_id}
        )
        return int(row["n"])

    def is_pilot_out(self, run_id: RunId) -> bool:
        rows = self._rows.all(
            """
            SELECT 1 AS left_over FROM recipients
            WHERE run_id = :run AND state IN ('waiting', 'queued') AND pilot = 1 LIMIT 1
            """,
            {"run": run_id},
        )
        return not rows

    def queue(self, recipient: Recipient, *, language: str, silent: bool = False) -> None:
        telegram_id = self._people.find_telegram_id(recipient.customer_id)
        if telegram_id is None:
            self.skip(recipient.id, "unreachable")
            return
        row = self._rows.find(
            """
            INSERT INTO deliveries (dedupe_key, lane, chat_id, customer_id, notice, state, run_at, created_at)
            VALUES (:key, :lane, :chat, :customer, :content, 'pending', :now, :now)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            {
                "key": f"campaign:{recipient.campaign_id}:{recipient.customer_id}:{recipient.occurrence}",
                "lane": Lane.BULK,
                "chat": telegram_id,
                "customer": recipient.customer_id,
                "content": facts.encode(CampaignPost(recipient.id, silent)),
                "now": self._rows.now_micros,
            },
        )
        if row is None:  # sent before: a restored backup, or a bug; never twice
            self.skip(recipient.id, "sent before")
            return
        self._rows.change(
            """
            UPDATE recipients SET state = 'queued', delivery_id = :delivery, language = :language
            WHERE id = :id AND state = 'waiting'
            """,
            {"id": recipient.id, "delivery": row["id"], "language": language},
        )
        self._rows.deliveries_added = True

    def skip(self, recipient_id: RecipientId, reason: str) -> None:
        self._rows.change(
            """
            UPDATE recipients SET state = 'skipped', reason = :reason, settled_at = :now
            WHERE id = :id AND state IN ('waiting', 'queued')
            """,
            {"id": recipient_id, "reason": reason, "now": self._rows.now_micros},
        )

    def settle(self, delivery_id: DeliveryId, state: DeliveryState, reason: str) -> None:
        """What became of the message; called by `deliveries`, in the same transaction."""
        self._rows.change(
            """
            UPDATE recipients SET state = :state, reason = :reason, settled_at = :now
            WHERE delivery_id = :delivery AND state = 'queued'
            """,
            {"delivery": delivery_id, "state": state, "reason": reason, "now": self._rows.now_micros},
        )

    def withdraw(self, run_id: RunId) -> int:
        return self._withdrawals.withdraw(run_id)

    def give_up_stopped(self, campaign_id: CampaignId, reason: str) -> None:
        self._withdrawals.give_up_stopped(campaign_id, reason)

    def pass_on(self, source: CustomerId, target: CustomerId, reason: str) -> None:
        self._withdrawals.pass_on(source, target, reason)

    def find_time(
        self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str
    ) -> Recipient | None:
        row = self._rows.find(
            f"""
            SELECT {_COLUMNS} FROM recipients
            WHERE campaign_id = :campaign AND customer_id = :customer AND occurrence = :occurrence
            """,
            {"campaign": campaign_id, "customer": customer_id, "occurrence": occurrence},
        )
        return _recipient(row) if row else None

    def was_told(self, campaign_id: CampaignId, customer_id: CustomerId, what: str) -> bool:
        row = self._rows.find(
            """
            SELECT 1 AS known FROM recipients
            WHERE campaign_id = :campaign AND customer_id = :customer
              AND occurrence >= :first AND occurrence < :behind AND reason <> 'undone' LIMIT 1
            """,
            {"campaign": campaign_id, "customer": customer_id, "first": f"{what}:", "behind": f"{what};"},
        )
        return row is not None

    def tell_on(self, recipient_id: RecipientId, operation_id: OperationId) -> bool:
        changed = self._rows.change(
            """
            UPDATE recipients SET state = 'queued', operation_id = :operation
            WHERE id = :id AND state = 'waiting'
            """,
            {"id": recipient_id, "operation": operation_id},
        )
        return changed == 1

    def settle_told(self, operation_id: OperationId, state: DeliveryState, reason: str) -> None:
        """What became of the receipt that told it; called by `deliveries`, in the same transaction."""
        self._rows.change(
            """
            UPDATE recipients SET state = :state, reason = :reason, settled_at = :now
            WHERE operation_id = :operation AND state = 'queued'
            """,
            {"operation": operation_id, "state": state, "reason": reason, "now": self._rows.now_micros},
        )

    def undo(self, recipient_id: RecipientId) -> None:
        self._rows.change(
            """
            UPDATE recipients SET state = 'skipped', reason = 'undone',
                                  settled_at = COALESCE(settled_at, :now)
            WHERE id = :id
            """,
            {"id": recipient_id, "now": self._rows.now_micros},
        )

    def find_told_on(self, operation_id: OperationId) -> Sequence[Recipient]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM recipients WHERE operation_id = :operation ORDER BY id",
            {"operation": operation_id},
        )
        return [_recipient(row) for row in rows]

    def was_sent(self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str) -> bool:
        row = self._rows.find(
            """
            SELECT 1 AS known FROM recipients
            WHERE campaign_id = :campaign AND customer_id = :customer AND occurrence = :occurrence
              AND state = 'sent'
            """,
            {"campaign": campaign_id, "customer": customer_id, "occurrence": occurrence},
        )
        return row is not None

    def note_muted(self, recipient_id: RecipientId) -> None:
        self._rows.change(
            "UPDATE recipients SET muted_at = COALESCE(muted_at, :now) WHERE id = :id",
            {"id": recipient_id, "now": self._rows.now_micros},
        )

    def last_sent(self, customer_id: CustomerId, kind: CampaignKind) -> datetime | None:
        row = self._rows.get(
            """
            SELECT MAX(r.settled_at) AS at FROM recipients r JOIN campaigns c ON c.id = r.campaign_id
            WHERE r.customer_id = :customer AND c.kind = :kind AND r.state IN ('sent', 'unknown')
            """,
            {"customer": customer_id, "kind": kind},
        )
        return maybe_from_micros(row["at"])

    def had(
        self, campaign_id: CampaignId, customer_id: CustomerId, occurrence: str, *, since: datetime
    ) -> bool:
        row = self._rows.find(
            f"""
            SELECT 1 AS known FROM customers c
            WHERE c.id = :customer AND EXISTS (
                SELECT 1 FROM recipients r
                WHERE r.campaign_id = :campaign AND r.occurrence = :occurrence AND r.customer_id IN {THEIRS}
                  AND (r.customer_id = c.id
                       OR (r.created_at >= :since AND r.state IN ('queued', 'sent', 'unknown'))))
            """,
            {
                "campaign": campaign_id,
                "customer": customer_id,
                "occurrence": occurrence,
                "since": to_micros(since),
            },
        )
        return row is not None


def _recipient(row: Row) -> Recipient:
    return Recipient(
        id=RecipientId(row["id"]),
        run_id=RunId(row["run_id"]),
        campaign_id=CampaignId(row["campaign_id"]),
        customer_id=CustomerId(row["customer_id"]),
        occurrence=row["occurrence"],
        state=RecipientState(row["state"]),
        reason=row["reason"],
        operation_id=OperationId(row["operation_id"]) if row["operation_id"] is not None else None,
        settled_at=maybe_from_micros(row["settled_at"]),
        facts=row["facts"],
    )
