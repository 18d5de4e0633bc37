"""What a row of `visits` says.

Not here: reading and writing such rows (visits.py).
"""

from loyalty.ids import (
    CardId,
    CustomerId,
    LocationId,
    PaperCardId,
    ProgramVersion,
    SaleCodeId,
    ScanId,
    SlipId,
    StaffId,
    VisitId,
)
from loyalty.limits import Reason
from loyalty.pair_codes import PairCode
from loyalty.visits import Visit, VisitState
from storage.rows import Row, from_micros, maybe_from_micros

COLUMNS = """
    id, customer_id, card_id, location_id, scan_id, state, pair_code, stamps, adds, program_version, practice,
    opened_by, opened_at, expires_at, settled_by, settled_at, stamped_at, undone_by, undone_at, reason,
    joined_to, amount, spent, sale_code_id, voucher_id, paper_card_id
"""


def maybe_visit(row: Row | None) -> Visit | None:
    """A visit from its row, if there is one."""
    return to_visit(row) if row else None


def to_visit(row: Row) -> Visit:
    """A visit from its row."""
    return Visit(
        id=VisitId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        card_id=CardId(row["card_id"]),
        location_id=LocationId(row["location_id"]),
        scan_id=ScanId(row["scan_id"]) if row["scan_id"] is not None else None,
        state=VisitState(row["state"]),
        pair_code=PairCode.parse(row["pair_code"]) if row["pair_code"] else None,
        stamps=row["stamps"],
        adds=row["adds"],
        program_version=ProgramVersion(row["program_version"]),
        practice=bool(row["practice"]),
        opened_by=StaffId(row["opened_by"]),
        opened_at=from_micros(row["opened_at"]),
        expires_at=from_micros(row["expires_at"]),
        settled_by=_maybe_staff(row["settled_by"]),
        settled_at=maybe_from_micros(row["settled_at"]),
        stamped_at=maybe_from_micros(row["stamped_at"]),
        undone_by=_maybe_staff(row["undone_by"]),
        undone_at=maybe_from_micros(row["undone_at"]),
        reason=Reason(row["reason"]) if row["reason"] else None,
        joined_to=VisitId(row["joined_to"]) if row["joined_to"] is not None else None,
        amount=row["amount"],
        spent=row["spent"],
        sale_code_id=SaleCodeId(row["sale_code_id"]) if row["sale_code_id"] is not None else None,
        voucher_id=SlipId(row["voucher_id"]) if row["voucher_id"] is not None else None,
        paper_card_id=PaperCardId(row["paper_card_id"]) if row["paper_card_id"] is not None else None,
    )


def _maybe_staff(staff_id: int | None) -> StaffId | None:
    return None if staff_id is None else StaffId(staff_id)
