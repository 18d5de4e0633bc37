"""Sheets of vouchers and their slips as rows; a slip is collected by one conditional update, once.

Not here: what may be collected when (loyalty/vouchers.py, use_cases/paper/vouchers.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, LocationId, SheetId, SlipId, StaffId
from loyalty.people import Cause, StaffMember
from loyalty.ports import Vouchers
from loyalty.vouchers import CountedSheet, Sheet, Slip
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_SHEET = """
    h.id AS sheet_id, h.location_id, h.staff_id, s.name AS staff_name, h.slips, h.created_at, h.expires_at,
    h.voided_at AS sheet_voided_at
"""
_SLIP = f"v.id, v.number, v.customer_id, v.collected_at, v.voided_at, {_SHEET}"
_SLIPS = f"""
    SELECT {_SLIP} FROM vouchers v JOIN voucher_sheets h ON h.id = v.sheet_id
    JOIN staff s ON s.id = h.staff_id
"""
_COUNTED = f"""
    SELECT {_SHEET},
           (SELECT COUNT(*) FROM vouchers v WHERE v.sheet_id = h.id AND v.collected_at IS NOT NULL) AS used,
           (SELECT COUNT(*) FROM vouchers v WHERE v.sheet_id = h.id AND v.collected_at IS NULL
            AND (v.voided_at IS NOT NULL OR h.voided_at IS NOT NULL)) AS void
    FROM voucher_sheets h JOIN staff s ON s.id = h.staff_id
"""


class StoredVouchers(Vouchers):
    """Tables `voucher_sheets` and `vouchers`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add_sheet(
        self, staff: StaffMember, *, secret_hashes: Sequence[str], cause: Cause | None, expires_at: datetime
    ) -> Sheet:
        row = self._rows.get(
            """
            INSERT INTO voucher_sheets (location_id, staff_id, slips, cause_chat, cause_message, cause_tap,
                                        created_at, expires_at)
            VALUES (:location, :staff, :slips, :cause_chat, :cause_message, :cause_tap, :now, :expires_at)
            RETURNING id
            """,
            {
                "location": staff.location_id,
                "staff": staff.id,
                "slips": len(secret_hashes),
                "cause_chat": cause.chat_id if cause else None,
                "cause_message": cause.message_id if cause else None,
                "cause_tap": cause.tap if cause else "",
                "now": self._rows.now_micros,
                "expires_at": to_micros(expires_at),
            },
        )
        for number, secret_hash in enumerate(secret_hashes, start=1):
            self._rows.change(
                "INSERT INTO vouchers (sheet_id, number, secret_hash) VALUES (:sheet, :number, :hash)",
                {"sheet": row["id"], "number": number, "hash": secret_hash},
            )
        return _counted(self._rows.get(f"{_COUNTED} WHERE h.id = :id", {"id": row["id"]})).sheet

    def find_sheet(self, sheet_id: SheetId) -> CountedSheet | None:
        row = self._rows.find(f"{_COUNTED} WHERE h.id = :id", {"id": sheet_id})
        return _counted(row) if row else None

    def find_caused_by(self, cause: Cause) -> Sequence[SheetId]:
        rows = self._rows.all(
            """
            SELECT id FROM voucher_sheets
            WHERE cause_chat = :chat AND cause_message = :message AND cause_tap = :tap AND voided_at IS NULL
            ORDER BY id
            """,
            {"chat": cause.chat_id, "message": cause.message_id, "tap": cause.tap},
        )
        return [SheetId(row["id"]) for row in rows]

    def find_sheets(self, *, most: int) -> Sequence[CountedSheet]:
        rows = self._rows.all(f"{_COUNTED} ORDER BY h.id DESC LIMIT :most", {"most": most})
        return [_counted(row) for row in rows]

    def slips_of(self, sheet_id: SheetId) -> Sequence[Slip]:
        rows = self._rows.all(f"{_SLIPS} WHERE v.sheet_id = :sheet ORDER BY v.number", {"sheet": sheet_id})
        return [_slip(row) for row in rows]

    def get(self, slip_id: SlipId) -> Slip:
        return _slip(self._rows.get(f"{_SLIPS} WHERE v.id = :id", {"id": slip_id}))

    def find_slip(self, sheet_id: SheetId, number: int) -> Slip | None:
        return _maybe(
            self._rows.find(
                f"{_SLIPS} WHERE v.sheet_id = :sheet AND v.number = :number",
                {"sheet": sheet_id, "number": number},
            )
        )

    def find_by_secret(self, secret_hash: str) -> Slip | None:
        return _maybe(self._rows.find(f"{_SLIPS} WHERE v.secret_hash = :hash", {"hash": secret_hash}))

    def count_collected(self, customer_id: CustomerId, *, since: datetime) -> int:
        row = self._rows.get(
            """
            SELECT COUNT(*) AS slips FROM vouchers v JOIN visits t ON t.voucher_id = v.id
            WHERE v.customer_id = :customer AND v.collected_at >= :since AND t.state = 'confirmed'
            """,
            {"customer": customer_id, "since": to_micros(since)},
        )
        return int(row["slips"])

    def collect(self, slip_id: SlipId, customer_id: CustomerId) -> bool:
        collected = self._rows.change(
            """
            UPDATE vouchers SET customer_id = :customer, collected_at = :now
            WHERE id = :id AND collected_at IS NULL AND voided_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM voucher_sheets h
                              WHERE h.id = vouchers.sheet_id AND h.voided_at IS NOT NULL)
            """,
            {"id": slip_id, "customer": customer_id, "now": self._rows.now_micros},
        )
        return collected == 1

    def void_slip(self, slip_id: SlipId, *, by: StaffId) -> bool:
        voided = self._rows.change(
            """
            UPDATE vouchers SET voided_at = :now, voided_by = :by
            WHERE id = :id AND collected_at IS NULL AND voided_at IS NULL
            """,
            {"id": slip_id, "by": by, "now": self._rows.now_micros},
        )
        return voided == 1

    def void_sheet(self, sheet_id: SheetId, *, by: StaffId) -> bool:
        voided = self._rows.change(
            """
            UPDATE voucher_sheets SET voided_at = :now, voided_by = :by WHERE id = :id AND voided_at IS NULL
            """,
            {"id": sheet_id, "by": by, "now": self._rows.now_micros},
        )
        return voided == 1


def _counted(row: Row) -> CountedSheet:
    return CountedSheet(_sheet(row), used=row["used"], void=row["void"])


def _sheet(row: Row) -> Sheet:
    return Sheet(
        id=SheetId(row["sheet_id"]),
        location_id=LocationId(row["location_id"]),
        staff_id=StaffId(row["staff_id"]),
        staff_name=row["staff_name"],
        slips=row["slips"],
        created_at=from_micros(row["created_at"]),
        expires_at=from_micros(row["expires_at"]),
        voided_at=maybe_from_micros(row["sheet_voided_at"]),
    )


def _maybe(row: Row | None) -> Slip | None:
    return _slip(row) if row else None


def _slip(row: Row) -> Slip:
    return Slip(
        id=SlipId(row["id"]),
        sheet=_sheet(row),
        number=row["number"],
        customer_id=CustomerId(row["customer_id"]) if row["customer_id"] is not None else None,
        collected_at=maybe_from_micros(row["collected_at"]),
        voided_at=maybe_from_micros(row["voided_at"]),
    )
