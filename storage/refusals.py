"""Refusals as rows.

Not here: refusals that leave no trace.
"""

import json
from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, StaffId, VisitId
from loyalty.people import StaffMember
from loyalty.ports import Refusals
from loyalty.refusals import Refusal, UnknownCode
from storage import facts
from storage.rows import Rows, from_micros, to_micros
from storage.whose_rows import OF_CUSTOMER


class StoredRefusals(Refusals):
    """Table `refusals`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(
        self, refusal: Refusal, *, staff_id: StaffId | None, customer_id: CustomerId | None = None,
        visit_id: VisitId | None = None,
    ) -> None:  # fmt: skip
        self._rows.change(
            """
            INSERT INTO refusals (kind, staff_id, customer_id, visit_id, facts, created_at)
            VALUES (:kind, :staff, :customer, :visit, :facts, :now)
            """,
            {
                "kind": type(refusal).__name__,
                "staff": staff_id,
                "customer": customer_id,
                "visit": visit_id,
                "facts": facts.encode(refusal),
                "now": self._rows.now_micros,
            },
        )

    def times_of(self, kind: type[Refusal], staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT created_at FROM refusals
            WHERE staff_id = :staff AND kind = :kind AND created_at > :since AND created_at <= :now
            ORDER BY created_at
            """,
            {
                "staff": staff_id,
                "kind": kind.__name__,
                "since": to_micros(since),
                "now": self._rows.now_micros,  # a clock that went back leaves rows of a time to come
            },
        )
        return [from_micros(row["created_at"]) for row in rows]

    def wrong_codes(self, staff: StaffMember, *, since: datetime) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT staff_id, facts, created_at FROM refusals
            WHERE created_at > :since AND created_at <= :now AND kind = :kind
            ORDER BY created_at, id
            """,
            {
                "kind": UnknownCode.__name__,
                "since": to_micros(since),
                "now": self._rows.now_micros,  # a clock that went back leaves rows of a time to come
            },
        )
        return [
            from_micros(row["created_at"])
            for row in rows
            if _was_typed_by(staff, row["staff_id"], row["facts"])
        ]

    def was_refused(self, customer_id: CustomerId, *, since: datetime) -> bool:
        row = self._rows.get(
            f"""
            SELECT COUNT(*) AS n FROM refusals
            WHERE customer_id IN {OF_CUSTOMER} AND created_at >= :since AND created_at <= :now
            """,
            {"customer": customer_id, "since": to_micros(since), "now": self._rows.now_micros},
        )
        return int(row["n"]) > 0

    def was_told(self, kind: type[Refusal], customer_id: CustomerId, *, since: datetime) -> bool:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS n FROM refusals
            WHERE customer_id = :customer AND created_at > :since AND created_at <= :now AND kind = :kind
            """,
            {
                "customer": customer_id,
                "kind": kind.__name__,
                "since": to_micros(since),
                "now": self._rows.now_micros,
            },
        )
        return int(row["n"]) > 0


def _was_typed_by(staff: StaffMember, staff_id: StaffId, facts_kept: str) -> bool:
    tried = json.loads(facts_kept)
    at_their_till = staff.till_id is not None and tried.get("till_id") == staff.till_id
    return bool(tried.get("typed", True)) and (staff_id == staff.id or at_their_till)
