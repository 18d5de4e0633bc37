"""Freezes as rows, and the mark on their customers that the counter looks at.

Not here: who may freeze and thaw.
"""

from loyalty.corrections import Freeze
from loyalty.ids import CustomerId, FreezeId, OperationId, StaffId
from loyalty.ports.corrections import Freezes
from storage.people import StoredPeople
from storage.rows import Row, Rows, from_micros, maybe_from_micros

_COLUMNS = "id, operation_id, frozen_at, thawed_at"


class StoredFreezes(Freezes):
    """Table `freezes`."""

    def __init__(self, rows: Rows, people: StoredPeople) -> None:
        self._rows = rows
        self._people = people

    def freeze(self, customer_id: CustomerId, operation_id: OperationId) -> FreezeId | None:
        row = self._rows.find(
            """
            INSERT INTO freezes (customer_id, operation_id, frozen_at)
            VALUES (:customer, :operation, :now) ON CONFLICT DO NOTHING RETURNING id
            """,
            {"customer": customer_id, "operation": operation_id, "now": self._rows.now_micros},
        )
        if row is None:
            return None
        self._people.mark_frozen(customer_id, self._rows.now)
        return FreezeId(row["id"])

    def get(self, freeze_id: FreezeId) -> Freeze:
        return _freeze(self._rows.get(f"SELECT {_COLUMNS} FROM freezes WHERE id = :id", {"id": freeze_id}))

    def find(self, freeze_id: FreezeId) -> Freeze | None:
        return _maybe(self._rows.find(f"SELECT {_COLUMNS} FROM freezes WHERE id = :id", {"id": freeze_id}))

    def find_of(self, customer_id: CustomerId) -> Freeze | None:
        return _maybe(
            self._rows.find(
                f"SELECT {_COLUMNS} FROM freezes WHERE customer_id = :customer AND thawed_at IS NULL",
                {"customer": customer_id},
            )
        )

    def find_about(self, operation_id: OperationId) -> Freeze | None:
        return _maybe(
            self._rows.find(
                f"SELECT {_COLUMNS} FROM freezes WHERE operation_id = :operation ORDER BY id DESC LIMIT 1",
                {"operation": operation_id},
            )
        )

    def get_customer(self, freeze_id: FreezeId) -> CustomerId:
        row = self._rows.get("SELECT customer_id FROM freezes WHERE id = :id", {"id": freeze_id})
        return CustomerId(row["customer_id"])

    def find_thawed_by(self, freeze_id: FreezeId) -> StaffId | None:
        row = self._rows.get("SELECT thawed_by FROM freezes WHERE id = :id", {"id": freeze_id})
        return StaffId(row["thawed_by"]) if row["thawed_by"] is not None else None

    def thaw(self, freeze_id: FreezeId, *, by: StaffId | None) -> bool:
        thawed = self._rows.change(
            "UPDATE freezes SET thawed_at = :now, thawed_by = :by WHERE id = :id AND thawed_at IS NULL",
            {"id": freeze_id, "by": by, "now": self._rows.now_micros},
        )
        if thawed:
            self._people.mark_frozen(self.get_customer(freeze_id), None)
        return thawed == 1

    def hand_on(self, freeze_id: FreezeId, customer_id: CustomerId) -> bool:
        moved = self._rows.change(
            "UPDATE freezes SET customer_id = :customer WHERE id = :id AND thawed_at IS NULL",
            {"id": freeze_id, "customer": customer_id},
        )
        if moved:
            self._people.mark_frozen(customer_id, self.get(freeze_id).frozen_at)
        return moved == 1


def _maybe(row: Row | None) -> Freeze | None:
    return _freeze(row) if row else None


def _freeze(row: Row) -> Freeze:
    return Freeze(
        id=FreezeId(row["id"]),
        operation_id=OperationId(row["operation_id"]),
        frozen_at=from_micros(row["frozen_at"]),
        thawed_at=maybe_from_micros(row["thawed_at"]),
    )
