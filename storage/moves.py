"""Moves as rows: whose card went to whom, and by what a customer is known afterwards.

Not here: stamps, points and rewards, which move by the ledger (ledger.py, rewards.py).
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.erasures import Carried, LeftAccount
from loyalty.ids import CustomerId, OperationId, StaffId, TelegramId
from loyalty.people import Person
from loyalty.ports.paper import Moves
from storage.facts import decode_record, encode_record
from storage.rows import Rows, Values, from_micros, to_micros


class StoredMoves(Moves):
    """Table `moves`, and what it changes about its two customers."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def identify(self, customer_id: CustomerId, person: Person) -> None:
        values: Values = {
            "customer": customer_id,
            "account": str(person.telegram_id),
            "name": person.name,
            "language": person.language,
            "now": self._rows.now_micros,
        }
        self._rows.change(
            """
            INSERT INTO identities (customer_id, kind, external_id, created_at)
            VALUES (:customer, 'telegram', :account, :now)
            """,
            values,
        )
        self._rows.change(
            """
            UPDATE customers SET name = :name, language = :language,
                joined_at = CASE WHEN last_visit_at IS NULL THEN :now ELSE joined_at END
            WHERE id = :customer
            """,
            values,
        )

    def move(
        self, source: CustomerId, target: CustomerId, operation_id: OperationId, *, by: StaffId | None,
        left: LeftAccount | None,
    ) -> None:  # fmt: skip
        values: Values = {
            "source": source,
            "target": target,
            "operation": operation_id,
            "by": by,
            "account": left.telegram_id if left else None,
            "hash": left.identity_hash if left else None,
            "limits": encode_record(left.limits) if left else "{}",
            "now": self._rows.now_micros,
        }
        self._rows.change(
            """
            INSERT INTO moves (from_customer_id, to_customer_id, operation_id, staff_id, created_at,
                               account, account_hash, limits)
            VALUES (:source, :target, :operation, :by, :now, :account, :hash, :limits)
            """,
            values,
        )
        self._rows.change(
            """
            UPDATE customers SET visits = customers.visits + s.visits,
                joined_at = CASE WHEN s.joined_at < customers.joined_at THEN s.joined_at
                                 ELSE customers.joined_at END,
                last_visit_at = CASE WHEN s.last_visit_at IS NULL OR s.last_visit_at < customers.last_visit_at
                                     THEN customers.last_visit_at ELSE s.last_visit_at END
            FROM customers s WHERE s.id = :source AND customers.id = :target
            """,
            values,
        )
        self._rows.change("UPDATE customers SET visits = 0, moved_to = :target WHERE id = :source", values)
        self._rows.change("DELETE FROM identities WHERE customer_id = :source", values)

    def find_operation(self, source: CustomerId) -> OperationId | None:
        row = self._rows.find(
            "SELECT operation_id FROM moves WHERE from_customer_id = :source", {"source": source}
        )
        return OperationId(row["operation_id"]) if row else None

    def find_sources(self, target: CustomerId) -> Sequence[CustomerId]:
        rows = self._rows.all(
            """
            WITH RECURSIVE came (id) AS (
                SELECT from_customer_id FROM moves WHERE to_customer_id = :target
                UNION SELECT m.from_customer_id FROM moves m JOIN came ON m.to_customer_id = came.id)
            SELECT id FROM came ORDER BY id
            """,
            {"target": target},
        )
        return [CustomerId(row["id"]) for row in rows]

    def find_left(self, identity_hash: str, *, before: datetime | None = None) -> LeftAccount | None:
        return self._find_left("account_hash = :it", identity_hash, before=before)

    def find_left_by(self, source: CustomerId) -> LeftAccount | None:
        return self._find_left("from_customer_id = :it AND account_hash IS NOT NULL", source)

    def forget_left(self, source: CustomerId) -> None:
        self._rows.change(
            """
            UPDATE moves SET account = NULL, account_hash = NULL, limits = '{}'
            WHERE from_customer_id = :source
            """,
            {"source": source},
        )

    def drop_old_left(self) -> int:
        return self._rows.change(
            """
            UPDATE moves SET account_hash = NULL, limits = '{}'
            WHERE account IS NULL AND account_hash IN (
                SELECT identity_hash FROM forgotten WHERE until <= :now)
            """,
            {"now": self._rows.now_micros},
        )

    def _find_left(self, where: str, it: int | str, *, before: datetime | None = None) -> LeftAccount | None:
        row = self._rows.find(
            f"""
            SELECT account, account_hash, limits, created_at FROM moves
            WHERE {where} AND (:any_time = 1 OR created_at < :before) ORDER BY id DESC LIMIT 1
            """,
            {
                "it": it,
                "any_time": int(before is None),
                "before": 0 if before is None else to_micros(before),
            },
        )
        if row is None:
            return None
        return LeftAccount(
            identity_hash=row["account_hash"],
            at=from_micros(row["created_at"]),
            telegram_id=TelegramId(row["account"]) if row["account"] is not None else None,
            limits=decode_record(Carried, row["limits"]),
        )
