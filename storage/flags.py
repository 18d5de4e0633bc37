"""Flags as rows.

Not here: why something is flagged.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.flags import Flag, FlagKind, FlagState
from loyalty.ids import CardId, ChatId, CustomerId, FlagId, MessageId, OperationId, StaffId
from loyalty.limits import Reason
from loyalty.ports import Flags
from storage.rows import Row, Rows, from_micros, to_micros

_FLAG = """
    SELECT f.id, f.kind, f.operation_id, f.staff_id, f.reason, f.state, f.created_at, s.name AS staff_name,
           c.customer_id, f.decided_by, d.name AS decided_by_name
    FROM flags f LEFT JOIN staff s ON s.id = f.staff_id LEFT JOIN cards c ON c.id = f.card_id
                 LEFT JOIN staff d ON d.id = f.decided_by
"""


class StoredFlags(Flags):
    """Table `flags`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, kind: FlagKind, operation_id: OperationId, *, card_id: CardId, staff_id: StaffId,
        reason: Reason | None = None,
    ) -> None:  # fmt: skip
        self._rows.change(
            """
            INSERT INTO flags (kind, operation_id, card_id, staff_id, reason, created_at)
            VALUES (:kind, :operation, :card, :staff, :reason, :now)
            """,
            {
                "kind": kind,
                "operation": operation_id,
                "card": card_id,
                "staff": staff_id,
                "reason": reason,
                "now": self._rows.now_micros,
            },
        )

    def find(self, flag_id: FlagId) -> Flag | None:
        row = self._rows.find(f"{_FLAG} WHERE f.id = :id", {"id": flag_id})
        return _flag(row) if row else None

    def find_open(self) -> Sequence[Flag]:
        rows = self._rows.all(f"{_FLAG} WHERE f.state = 'open' ORDER BY f.created_at, f.id", {})
        return [_flag(row) for row in rows]

    def decide(self, flag_id: FlagId, state: FlagState, *, by: StaffId) -> bool:
        changed = self._rows.change(
            """
            UPDATE flags SET state = :state, decided_by = :by, decided_at = :now
            WHERE id = :id AND state = 'open'
            """,
            {"id": flag_id, "state": state, "by": by, "now": self._rows.now_micros},
        )
        return changed > 0

    def find_asked(self, *, since: datetime) -> Sequence[Flag]:
        rows = self._rows.all(
            f"""
            {_FLAG} WHERE f.state IN ('asked', 'answered') AND f.decided_at > :since
            ORDER BY f.decided_at, f.id
            """,
            {"since": to_micros(since)},
        )
        return [_flag(row) for row in rows]

    def find_asked_at(self, chat_id: ChatId, message_id: MessageId) -> FlagId | None:
        row = self._rows.find(
            """
            SELECT f.id FROM flags f JOIN deliveries d ON d.dedupe_key = 'flag:' || f.id
            WHERE f.state IN ('asked', 'answered') AND d.chat_id = :chat AND d.message_id = :message
            """,
            {"chat": chat_id, "message": message_id},
        )
        return FlagId(row["id"]) if row else None

    def note_answered(self, flag_id: FlagId) -> None:
        self._rows.change(
            "UPDATE flags SET state = 'answered' WHERE id = :id AND state = 'asked'", {"id": flag_id}
        )


def _flag(row: Row) -> Flag:
    return Flag(
        id=FlagId(row["id"]),
        kind=FlagKind(row["kind"]),
        operation_id=OperationId(row["operation_id"]),
        staff_id=StaffId(row["staff_id"]) if row["staff_id"] is not None else None,
        staff_name=row["staff_name"] or "",
        reason=Reason(row["reason"]) if row["reason"] else None,
        state=FlagState(row["state"]),
        created_at=from_micros(row["created_at"]),
        customer_id=CustomerId(row["customer_id"]) if row["customer_id"] is not None else None,
        decided_by=StaffId(row["decided_by"]) if row["decided_by"] is not None else None,
        decided_by_name=row["decided_by_name"] or "",
    )
