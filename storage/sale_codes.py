"""Sale codes as rows; the change of state is one conditional update, so that a race has one winner.

Not here: what may be collected when (loyalty/sale_codes.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CustomerId, LocationId, SaleCodeId, StaffId, TillId
from loyalty.people import Cause, StaffMember
from loyalty.ports import Programs, SaleCodes
from loyalty.sale_codes import SaleCode, SaleCodeFacts, SaleCodeState
from loyalty.tallies import Tally
from loyalty.verdicts import LimitName
from storage.rows import Row, Rows, from_micros, to_micros

_COLUMNS = """
    id, staff_id, till_id, location_id, stamps, amount, state, created_at, expires_at, refused,
    refused_customer_id
"""


class StoredSaleCodes(SaleCodes):
    """Table `sale_codes`."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._programs = programs

    def add(
        self, staff: StaffMember, tally: Tally, *, secret_hash: str, cause: Cause | None, expires_at: datetime
    ) -> SaleCode:
        row = self._rows.get(
            f"""
            INSERT INTO sale_codes (staff_id, till_id, location_id, secret_hash, stamps, amount, state,
                                    cause_chat, cause_message, created_at, expires_at)
            VALUES (:staff, :till, :location, :secret_hash, :stamps, :amount, 'live',
                    :cause_chat, :cause_message, :now, :expires_at)
            RETURNING {_COLUMNS}
            """,
            {
                "staff": staff.id,
                "till": staff.till_id,
                "location": staff.location_id,
                "secret_hash": secret_hash,
                "stamps": tally.stamps,
                "amount": tally.amount,
                "cause_chat": cause.chat_id if cause else None,
                "cause_message": cause.message_id if cause else None,
                "now": self._rows.now_micros,
                "expires_at": to_micros(expires_at),
            },
        )
        return _code(row)

    def get(self, code_id: SaleCodeId) -> SaleCode:
        return _code(self._rows.get(f"SELECT {_COLUMNS} FROM sale_codes WHERE id = :id", {"id": code_id}))

    def get_facts(self, code_id: SaleCodeId) -> SaleCodeFacts:
        code = self.get(code_id)
        refused = self._rows.find(
            "SELECT name FROM customers WHERE id = :customer", {"customer": code.refused_customer_id}
        )
        return SaleCodeFacts(
            code,
            currency=self._programs.get_current().rules.currency,
            refused_customer=refused["name"] if refused else "",
        )

    def find_by_secret(self, secret_hash: str) -> SaleCode | None:
        return _maybe(
            self._rows.find(
                f"SELECT {_COLUMNS} FROM sale_codes WHERE secret_hash = :hash", {"hash": secret_hash}
            )
        )

    def find_caused_by(self, cause: Cause) -> SaleCode | None:
        return _maybe(
            self._rows.find(
                f"""
                SELECT {_COLUMNS} FROM sale_codes
                WHERE cause_chat = :chat AND cause_message = :message AND state IN ('live', 'used')
                """,
                {"chat": cause.chat_id, "message": cause.message_id},
            )
        )

    def find_live_of(self, staff_id: StaffId) -> SaleCode | None:
        return _maybe(
            self._rows.find(
                f"SELECT {_COLUMNS} FROM sale_codes WHERE staff_id = :staff AND state = 'live'",
                {"staff": staff_id},
            )
        )

    def find_live_at(self, till_id: TillId) -> Sequence[SaleCode]:
        rows = self._rows.all(
            f"SELECT {_COLUMNS} FROM sale_codes WHERE till_id = :till AND state = 'live' ORDER BY id",
            {"till": till_id},
        )
        return [_code(row) for row in rows]

    def settle(self, code_id: SaleCodeId, state: SaleCodeState) -> bool:
        settled = self._rows.change(
            "UPDATE sale_codes SET state = :state, settled_at = :now WHERE id = :id AND state = 'live'",
            {"id": code_id, "state": state, "now": self._rows.now_micros},
        )
        return settled == 1

    def note_refused(self, code_id: SaleCodeId, limit: LimitName, customer_id: CustomerId) -> None:
        self._rows.change(
            "UPDATE sale_codes SET refused = :limit, refused_customer_id = :customer WHERE id = :id",
            {"id": code_id, "limit": limit, "customer": customer_id},
        )

    def find_due(self, *, most: int) -> Sequence[SaleCodeId]:
        rows = self._rows.all(
            """
            SELECT id FROM sale_codes WHERE state = 'live' AND expires_at <= :now
            ORDER BY expires_at LIMIT :most
            """,
            {"now": self._rows.now_micros, "most": most},
        )
        return [SaleCodeId(row["id"]) for row in rows]


def _maybe(row: Row | None) -> SaleCode | None:
    return _code(row) if row else None


def _code(row: Row) -> SaleCode:
    refused_customer = row["refused_customer_id"]
    return SaleCode(
        id=SaleCodeId(row["id"]),
        staff_id=StaffId(row["staff_id"]),
        till_id=TillId(row["till_id"]) if row["till_id"] is not None else None,
        location_id=LocationId(row["location_id"]),
        tally=Tally(row["stamps"], row["amount"]),
        state=SaleCodeState(row["state"]),
        created_at=from_micros(row["created_at"]),
        expires_at=from_micros(row["expires_at"]),
        refused=LimitName(row["refused"]) if row["refused"] else None,
        refused_customer_id=CustomerId(refused_customer) if refused_customer is not None else None,
    )
