"""Changes of the staff list as rows.

Not here: finding out who somebody is, and letting them in (people.py).
"""

from loyalty.ids import StaffId
from loyalty.people import Role, StaffMember
from loyalty.ports import Staff
from storage.people_rows import STAFF, to_staff
from storage.rows import Rows, Value


class StoredStaff(Staff):
    """Table `staff`, as far as it changes after somebody came."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, staff_id: StaffId) -> StaffMember | None:
        row = self._rows.find(
            f"SELECT {STAFF} FROM staff WHERE id = :id AND removed_at IS NULL", {"id": staff_id}
        )
        return to_staff(row) if row else None

    def set_role(self, staff_id: StaffId, role: Role) -> None:
        self._set("role", staff_id, role)

    def rename(self, staff_id: StaffId, name: str) -> None:
        self._set("name", staff_id, name)

    def find_pin(self, staff_id: StaffId) -> str | None:
        row = self._rows.find("SELECT pin_hash FROM staff WHERE id = :id", {"id": staff_id})
        return row["pin_hash"] if row else None

    def set_pin(self, staff_id: StaffId, pin_hash: str | None) -> None:
        self._set("pin_hash", staff_id, pin_hash)

    def remove(self, staff_id: StaffId, *, by: StaffId) -> bool:
        return (
            self._rows.change(
                """
                UPDATE staff SET removed_at = :now, removed_by = :by, pin_hash = NULL
                WHERE id = :id AND removed_at IS NULL
                """,
                {"id": staff_id, "by": by, "now": self._rows.now_micros},
            )
            == 1
        )

    def _set(self, column: str, staff_id: StaffId, value: Value) -> None:
        self._rows.change(
            f"UPDATE staff SET {column} = :value WHERE id = :id", {"value": value, "id": staff_id}
        )
