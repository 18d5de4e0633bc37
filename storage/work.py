"""What a staff member has in hand at the counter, read across its tables.

Not here: writing; each table has its own module for that.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import OfferId, StaffId, VisitId
from loyalty.ledger import Operation
from loyalty.ports import Work
from storage.ledger import COLUMNS, to_operation
from storage.rows import Rows, to_micros


class StoredWork(Work):
    """Reads visits, offers, questions to managers and operations by who they are of."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find_open_visits(self, staff_id: StaffId) -> Sequence[VisitId]:
        rows = self._rows.all(
            "SELECT id FROM visits WHERE opened_by = :staff AND state = 'open' ORDER BY id",
            {"staff": staff_id},
        )
        return [VisitId(row["id"]) for row in rows]

    def find_open_offers(self, staff_id: StaffId) -> Sequence[OfferId]:
        rows = self._rows.all(
            "SELECT id FROM handover_offers WHERE asked_by = :staff AND state = 'asked' ORDER BY id",
            {"staff": staff_id},
        )
        return [OfferId(row["id"]) for row in rows]

    def find_open_spending(self, staff_id: StaffId) -> Sequence[OfferId]:
        rows = self._rows.all(
            "SELECT id FROM spend_offers WHERE asked_by = :staff AND state = 'asked' ORDER BY id",
            {"staff": staff_id},
        )
        return [OfferId(row["id"]) for row in rows]

    def find_asked_visits(self, staff_id: StaffId) -> Sequence[VisitId]:
        rows = self._rows.all(
            "SELECT visit_id FROM approvals WHERE asked_by = :staff AND state = 'asked' ORDER BY id",
            {"staff": staff_id},
        )
        return [VisitId(row["visit_id"]) for row in rows]

    def find_done(self, staff_id: StaffId, *, since: datetime) -> Sequence[Operation]:
        rows = self._rows.all(
            f"""
            SELECT {COLUMNS} FROM operations WHERE staff_id = :staff AND created_at > :since
            ORDER BY id DESC
            """,
            {"staff": staff_id, "since": to_micros(since)},
        )
        return [to_operation(row) for row in rows]
