"""Operations and ledger entries as rows, and the balances that they move, in one place.

Not here: which entries a purchase writes (loyalty).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import CardId, CustomerId, LedgerEntryId, OperationId, StaffId, VisitId
from loyalty.ledger import Change, Currency, EntryKind, LedgerEntry, NewOperation, Operation, OperationKind
from loyalty.pace import Given
from loyalty.ports import Ledger
from storage import facts
from storage.rows import Row, Rows, from_micros, to_micros

COLUMNS = "id, op_key, kind, result, visit_id, staff_id, created_at"
_ENTRY = "e.id, e.operation_id, e.card_id, e.currency, e.kind, e.amount, e.reverses"


class StoredLedger(Ledger):
    """Tables `operations` and `ledger_entries`, and the balances of `cards`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.written: list[OperationKind] = []

    def write(
        self, operation: NewOperation, changes: Sequence[Change], *, goal: int | None = None
    ) -> Operation:
        written = self._insert_operation(operation)
        seqs: Counter[Currency] = Counter()
        for change in changes:
            seqs[change.currency] += 1
            self._insert_entry(operation, written.id, change, seq=seqs[change.currency])
        self._move_balances(changes, goal)
        self.written.append(operation.kind)
        return written

    def get(self, operation_id: OperationId) -> Operation:
        return to_operation(
            self._rows.get(f"SELECT {COLUMNS} FROM operations WHERE id = :id", {"id": operation_id})
        )

    def find_by_key(self, op_key: str) -> Operation | None:
        row = self._rows.find(f"SELECT {COLUMNS} FROM operations WHERE op_key = :key", {"key": op_key})
        return to_operation(row) if row else None

    def of_visit(self, visit_id: VisitId) -> Sequence[Operation]:
        rows = self._rows.all(
            f"SELECT {COLUMNS} FROM operations WHERE visit_id = :visit ORDER BY id", {"visit": visit_id}
        )
        return [to_operation(row) for row in rows]

    def entries_of_visit(self, visit_id: VisitId) -> Sequence[LedgerEntry]:
        rows = self._rows.all(
            f"""
            SELECT {_ENTRY}
            FROM operations o JOIN ledger_entries e ON e.operation_id = o.id
            WHERE o.visit_id = :visit AND o.kind IN ('visit', 'visit_add', 'visit_bill', 'visit_spend')
              AND +e.reverses IS NULL  -- the sign keeps SQLite from gathering every such entry there is first
              AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = e.id)
            ORDER BY e.id
            """,
            {"visit": visit_id},
        )
        return [_entry(row) for row in rows]

    def fillings_of(self, operation_id: OperationId) -> Sequence[LedgerEntry]:
        rows = self._rows.all(
            f"""
            SELECT {_ENTRY} FROM ledger_entries e
            WHERE e.operation_id = :operation AND e.kind = 'redeem'
              AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = e.id)
            ORDER BY e.id
            """,
            {"operation": operation_id},
        )
        return [_entry(row) for row in rows]

    def changed_since(self, card_id: CardId, entry_id: LedgerEntryId) -> int:
        row = self._rows.get(
            """
            SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS changed FROM ledger_entries
            WHERE card_id = :card AND id >= :entry AND currency = 'stamps'
            """,
            {"card": card_id, "entry": entry_id},
        )
        return int(row["changed"])

    def written_off_since(self, card_id: CardId, entry_id: LedgerEntryId) -> Sequence[LedgerEntry]:
        rows = self._rows.all(
            f"""
            SELECT {_ENTRY} FROM ledger_entries e LEFT JOIN ledger_entries r ON r.id = e.reverses
            WHERE e.card_id = :card AND e.id > :entry AND e.currency = 'points'
              AND (e.kind = 'write_off' OR r.kind = 'write_off')
            ORDER BY e.id
            """,
            {"card": card_id, "entry": entry_id},
        )
        return [_entry(row) for row in rows]

    def stamps_given(self, *, since: datetime, staff_id: StaffId | None = None) -> Sequence[Given]:
        return self._given("stamps", "stamps", since, staff_id)

    def points_given(
        self, *, since: datetime, percent: int, staff_id: StaffId | None = None
    ) -> Sequence[Given]:
        return self._given("points", f"COALESCE(amount, 0) * {percent:d}", since, staff_id)

    def _given(
        self, currency: str, by_sale_code: str, since: datetime, staff_id: StaffId | None
    ) -> Sequence[Given]:
        rows = self._rows.all(
            f"""
            SELECT e.staff_id, COALESCE(c.created_at, e.created_at) AS given_at, e.amount AS given
            FROM ledger_entries e LEFT JOIN visits v ON v.id = e.visit_id
            LEFT JOIN sale_codes c ON c.id = v.sale_code_id AND v.settled_at = e.created_at
            WHERE e.created_at > :since AND COALESCE(c.created_at, e.created_at) > :since
              AND e.kind = 'earn' AND e.currency = :currency AND e.practice = 0 AND v.voucher_id IS NULL
              AND e.staff_id IS NOT NULL AND (CAST(:staff AS BIGINT) IS NULL OR e.staff_id = :staff)
              AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = e.id)
            UNION ALL
            SELECT staff_id, created_at, {by_sale_code} FROM sale_codes
            WHERE state = 'live' AND expires_at > :now AND {by_sale_code} > 0
              AND (CAST(:staff AS BIGINT) IS NULL OR staff_id = :staff)
            ORDER BY given_at, given
            """,
            {
                "since": to_micros(since),
                "currency": currency,
                "staff": staff_id,
                "now": self._rows.now_micros,
            },
        )
        return [Given(StaffId(row["staff_id"]), from_micros(row["given_at"]), row["given"]) for row in rows]

    def history(
        self, customer_id: CustomerId, *, before: OperationId | None, most: int
    ) -> Sequence[Operation]:
        rows = self._rows.all(
            f"""
            SELECT {COLUMNS} FROM operations WHERE customer_id = :customer AND id < :before
            ORDER BY id DESC LIMIT :most
            """,
            {"customer": customer_id, "before": before or 2**62, "most": most},
        )
        return [to_operation(row) for row in rows]

    def _insert_operation(self, operation: NewOperation) -> Operation:
        row = self._rows.get(
            """
            INSERT INTO operations (op_key, kind, parameters_hash, result, customer_id, visit_id, staff_id,
                                    till_id, location_id, program_version, practice, cause_chat,
                                    cause_message, created_at)
            VALUES (:op_key, :kind, :parameters_hash, :result, :customer, :visit, :staff,
                    :till, :location, :program, :practice, :cause_chat, :cause_message, :now)
            RETURNING id
            """,
            {
                "op_key": operation.op_key,
                "kind": operation.kind,
                "parameters_hash": operation.parameters_hash(),
                "result": facts.encode(operation.fact),
                "customer": operation.customer_id,
                "visit": operation.visit_id,
                "staff": operation.staff_id,
                "till": operation.till_id,
                "location": operation.location_id,
                "program": operation.program_version,
                "practice": int(operation.practice),
                "cause_chat": operation.cause.chat_id if operation.cause else None,
                "cause_message": operation.cause.message_id if operation.cause else None,
                "now": self._rows.now_micros,
            },
        )
        return Operation(
            id=OperationId(row["id"]),
            op_key=operation.op_key,
            kind=operation.kind,
            fact=operation.fact,
            visit_id=operation.visit_id,
            staff_id=operation.staff_id,
            created_at=self._rows.now,
        )

    def _insert_entry(
        self, operation: NewOperation, operation_id: OperationId, change: Change, *, seq: int
    ) -> None:
        self._rows.change(
            """
            INSERT INTO ledger_entries (operation_id, seq, card_id, currency, kind, amount, reverses,
                                        program_version, location_id, staff_id, till_id, visit_id,
                                        practice, created_at)
            VALUES (:operation, :seq, :card, :currency, :kind, :amount, :reverses,
                    :program, :location, :staff, :till, :visit, :practice, :now)
            """,
            {
                "operation": operation_id,
                "seq": seq,
                "card": change.card_id,
                "currency": change.currency,
                "kind": change.kind,
                "amount": change.amount,
                "reverses": change.reverses,
                "program": operation.program_version,
                "location": operation.location_id,
                "staff": operation.staff_id,
                "till": operation.till_id,
                "visit": operation.visit_id,
                "practice": int(operation.practice),
                "now": self._rows.now_micros,
            },
        )

    def _move_balances(self, changes: Sequence[Change], goal: int | None) -> None:
        """Once per card with the sum of its changes: on the way there a balance may pass below zero."""
        for card_id in {change.card_id for change in changes}:
            of_card = [change for change in changes if change.card_id == card_id]
            self._rows.change(
                """
                UPDATE cards SET stamps = stamps + :stamps, points = points + :points,
                                 goal = COALESCE(:goal, goal)
                WHERE id = :card
                """,
                {
                    "card": card_id,
                    "stamps": sum(c.amount for c in of_card if c.currency is Currency.STAMPS),
                    "points": sum(c.amount for c in of_card if c.currency is Currency.POINTS),
                    "goal": goal,
                },
            )


def to_operation(row: Row) -> Operation:
    """An operation from its row."""
    return Operation(
        id=OperationId(row["id"]),
        op_key=row["op_key"],
        kind=OperationKind(row["kind"]),
        fact=facts.decode_receipt(row["result"]),
        visit_id=VisitId(row["visit_id"]) if row["visit_id"] is not None else None,
        staff_id=StaffId(row["staff_id"]) if row["staff_id"] is not None else None,
        created_at=from_micros(row["created_at"]),
    )


def _entry(row: Row) -> LedgerEntry:
    return LedgerEntry(
        id=LedgerEntryId(row["id"]),
        operation_id=OperationId(row["operation_id"]),
        card_id=CardId(row["card_id"]),
        currency=Currency(row["currency"]),
        kind=EntryKind(row["kind"]),
        amount=row["amount"],
        reverses=LedgerEntryId(row["reverses"]) if row["reverses"] is not None else None,
    )
