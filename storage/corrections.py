"""Reasons as rows, and what managers put right, found again.

Not here: the operations themselves (ledger.py).
"""

from datetime import datetime

from loyalty.ids import CustomerId, OperationId, StaffId
from loyalty.ledger import Operation
from loyalty.people import Cause
from loyalty.ports.corrections import Corrections
from storage.ledger import COLUMNS, to_operation
from storage.rows import Rows, to_micros


class StoredCorrections(Corrections):
    """Table `operation_reasons`; the operations are only read."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_operation(self, operation_id: OperationId) -> Operation | None:
        row = self._rows.find(f"SELECT {COLUMNS} FROM operations WHERE id = :id", {"id": operation_id})
        return to_operation(row) if row else None

    def find_caused_by(self, cause: Cause) -> Operation | None:
        row = self._rows.find(
            f"SELECT {COLUMNS} FROM operations WHERE cause_chat = :chat AND cause_message = :message",
            {"chat": cause.chat_id, "message": cause.message_id},
        )
        return to_operation(row) if row else None

    def get_customer(self, operation_id: OperationId) -> CustomerId:
        row = self._rows.get("SELECT customer_id FROM operations WHERE id = :id", {"id": operation_id})
        return CustomerId(row["customer_id"])

    def keep_reason(self, operation_id: OperationId, reason: str) -> None:
        self._rows.change(
            "INSERT INTO operation_reasons (operation_id, reason) VALUES (:operation, :reason)",
            {"operation": operation_id, "reason": reason},
        )

    def find_reason(self, operation_id: OperationId) -> str:
        row = self._rows.find(
            "SELECT reason FROM operation_reasons WHERE operation_id = :operation",
            {"operation": operation_id},
        )
        return row["reason"] if row else ""

    def adjusted_by(self, staff_id: StaffId, *, begins: datetime, ends: datetime) -> int:
        row = self._rows.get(
            """
            SELECT CAST(COALESCE(SUM(ABS(e.amount)), 0) AS BIGINT) AS stamps
            FROM operations o JOIN ledger_entries e ON e.operation_id = o.id AND e.kind = 'adjust'
            WHERE o.staff_id = :staff AND o.created_at >= :begins AND o.created_at < :ends
              AND o.kind = 'adjustment' AND o.practice = 0 AND o.op_key NOT LIKE 'adjust:%:back'
            """,
            {"staff": staff_id, "begins": to_micros(begins), "ends": to_micros(ends)},
        )
        return int(row["stamps"])
