"""Questions to the managers as rows.

Not here: what letting something pass writes.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.approvals import Approval, ApprovalState
from loyalty.ids import ApprovalId, StaffId, TillId, VisitId
from loyalty.limits import Reason
from loyalty.people import StaffMember
from loyalty.ports import Approvals
from loyalty.tallies import Tally
from storage.rows import Row, Rows, from_micros, to_micros

_COLUMNS = "id, visit_id, stamps, add_number, reason, state, asked_by, till_id, asked_at, decided_by, amount"


class StoredApprovals(Approvals):
    """Table `approvals`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, visit_id: VisitId, tally: Tally, *, add: int, reason: Reason | None, staff: StaffMember
    ) -> ApprovalId:
        row = self._rows.get(
            """
            INSERT INTO approvals (visit_id, stamps, amount, add_number, reason, state, asked_by, till_id,
                                   asked_at)
            VALUES (:visit, :stamps, :amount, :add, :reason, 'asked', :staff, :till, :now) RETURNING id
            """,
            {
                "visit": visit_id,
                "stamps": tally.stamps,
                "amount": tally.amount,
                "add": add,
                "reason": reason,
                "staff": staff.id,
                "till": staff.till_id,
                "now": self._rows.now_micros,
            },
        )
        return ApprovalId(row["id"])

    def find(self, approval_id: ApprovalId) -> Approval | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM approvals WHERE id = :id", {"id": approval_id})
        return _approval(row) if row else None

    def find_latest(self, visit_id: VisitId) -> Approval | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM approvals WHERE visit_id = :visit ORDER BY id DESC LIMIT 1",
            {"visit": visit_id},
        )
        return _approval(row) if row else None

    def decide(self, approval_id: ApprovalId, state: ApprovalState, *, by: StaffId) -> bool:
        changed = self._rows.change(
            """
            UPDATE approvals SET state = :state, decided_by = :by, decided_at = :now
            WHERE id = :id AND state = 'asked'
            """,
            {"id": approval_id, "state": state, "by": by, "now": self._rows.now_micros},
        )
        return changed > 0

    def lapse(self, visit_id: VisitId) -> Sequence[ApprovalId]:
        rows = self._rows.all(
            """
            UPDATE approvals SET state = 'lapsed', decided_at = :now
            WHERE visit_id = :visit AND state = 'asked' RETURNING id
            """,
            {"visit": visit_id, "now": self._rows.now_micros},
        )
        return [ApprovalId(row["id"]) for row in rows]

    def find_due(self, *, confirmed_before: datetime, most: int) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT DISTINCT a.visit_id FROM approvals a JOIN visits v ON v.id = a.visit_id
            WHERE a.state = 'asked'
              AND (v.state IN ('declined', 'expired', 'undone')
                   OR (v.state = 'confirmed' AND v.settled_at <= :before))
            LIMIT :most
            """,
            {"before": to_micros(confirmed_before), "most": most},
        )
        return [VisitId(row["visit_id"]) for row in rows]


def _approval(row: Row) -> Approval:
    return Approval(
        id=ApprovalId(row["id"]),
        visit_id=VisitId(row["visit_id"]),
        stamps=row["stamps"],
        add=row["add_number"],
        reason=Reason(row["reason"]) if row["reason"] else None,
        state=ApprovalState(row["state"]),
        asked_by=StaffId(row["asked_by"]),
        till_id=TillId(row["till_id"]) if row["till_id"] is not None else None,
        asked_at=from_micros(row["asked_at"]),
        decided_by=StaffId(row["decided_by"]) if row["decided_by"] is not None else None,
        amount=row["amount"],
    )
