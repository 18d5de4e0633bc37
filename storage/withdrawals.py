"""Withdrawals: messages of campaigns that lie ahead are taken back before they are sent.

Not here: handing them over (recipients.py), and sending (delivery_claims.py).
"""

from loyalty.ids import CampaignId, CustomerId, RunId
from storage.rows import Rows, Value


class StoredWithdrawals:
    """Rows of `recipients` that wait again, or for nothing any more."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def withdraw(self, run_id: RunId) -> int:
        return self._withdraw("run_id = :it", run_id)

    def give_up_stopped(self, campaign_id: CampaignId, reason: str) -> None:
        # No planner asks for a name that ends so: the next run may have this customer's time again.
        self._rows.change(
            """
            UPDATE recipients SET state = 'skipped', reason = :reason, settled_at = :now,
                                  occurrence = occurrence || ':given up ' || id
            WHERE state = 'waiting' AND run_id IN (
                SELECT id FROM runs WHERE campaign_id = :campaign AND state = 'stopped' AND stale_at <= :now)
            """,
            {"campaign": campaign_id, "reason": reason, "now": self._rows.now_micros},
        )

    def pass_on(self, source: CustomerId, target: CustomerId, reason: str) -> None:
        self._withdraw("customer_id = :it", source)
        values: dict[str, Value] = {
            "source": source,
            "target": target,
            "reason": reason,
            "now": self._rows.now_micros,
        }
        self._rows.change(
            """
            UPDATE recipients SET customer_id = :target
            WHERE customer_id = :source AND state = 'waiting' AND NOT EXISTS (
                SELECT 1 FROM recipients o
                WHERE o.campaign_id = recipients.campaign_id AND o.customer_id = :target
                  AND o.occurrence = recipients.occurrence)
            """,
            values,
        )
        self._rows.change(
            """
            UPDATE recipients SET state = 'skipped', reason = :reason, settled_at = :now
            WHERE customer_id = :source AND state = 'waiting'
            """,
            values,
        )

    def _withdraw(self, whose: str, it: int) -> int:
        rows = self._rows.all(
            f"""
            DELETE FROM deliveries
            WHERE state = 'pending' AND id IN (SELECT delivery_id FROM recipients
                                               WHERE {whose} AND state = 'queued')
            RETURNING id
            """,
            {"it": it},
        )
        for row in rows:
            self._rows.change(
                "UPDATE recipients SET state = 'waiting', delivery_id = NULL WHERE delivery_id = :delivery",
                {"delivery": row["id"]},
            )
        return len(rows)
