"""Tills and shifts as rows.

Not here: who is on shift behind a Telegram account, which every tap asks (people.py).
"""

import json
from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import THE_ONLY_LOCATION, StaffId, TelegramId, TillId
from loyalty.people import Till
from loyalty.ports import Tills
from loyalty.refusals import WrongPin
from loyalty.tills import Shift, TillToday
from storage.people_rows import STAFF, to_staff, to_till
from storage.rows import Row, Rows, from_micros, to_micros

_TILL = "t.id, t.telegram_id, t.name, t.language, t.location_id"
_SHIFT = f"""
    SELECT {", ".join(f"s.{column}" for column in STAFF.split(", "))}, h.ends_at
    FROM shifts h JOIN staff s ON s.id = h.staff_id AND s.removed_at IS NULL
    WHERE h.till_id = :till AND h.ended_at IS NULL AND h.ends_at > :now
"""


class StoredTills(Tills):
    """Tables `tills` and `shifts`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, telegram_id: TelegramId, name: str, language: str) -> Till:
        row = self._rows.get(
            """
            INSERT INTO tills (telegram_id, name, language, location_id, created_at)
            VALUES (:telegram_id, :name, :language, :location, :now)
            RETURNING id, telegram_id, name, language, location_id
            """,
            {
                "telegram_id": telegram_id,
                "name": name,
                "language": language,
                "location": THE_ONLY_LOCATION,
                "now": self._rows.now_micros,
            },
        )
        return to_till(row)

    def find(self, till_id: TillId) -> Till | None:
        row = self._rows.find(
            f"SELECT {_TILL} FROM tills t WHERE t.id = :id AND t.removed_at IS NULL", {"id": till_id}
        )
        return to_till(row) if row else None

    def all(self) -> Sequence[TillToday]:
        rows = self._rows.all(f"SELECT {_TILL} FROM tills t WHERE t.removed_at IS NULL ORDER BY t.id", {})
        return [TillToday(till, self.find_shift(till.id)) for till in map(to_till, rows)]

    def rename(self, till_id: TillId, name: str) -> None:
        self._rows.change("UPDATE tills SET name = :name WHERE id = :id", {"name": name, "id": till_id})

    def choose_language(self, till_id: TillId, language: str) -> None:
        self._rows.change(
            "UPDATE tills SET language = :language WHERE id = :id", {"language": language, "id": till_id}
        )

    def remove(self, till_id: TillId, *, by: StaffId) -> bool:
        return (
            self._rows.change(
                "UPDATE tills SET removed_at = :now, removed_by = :by WHERE id = :id AND removed_at IS NULL",
                {"id": till_id, "by": by, "now": self._rows.now_micros},
            )
            == 1
        )

    def find_shift(self, till_id: TillId) -> Shift | None:
        row = self._rows.find(_SHIFT, {"till": till_id, "now": self._rows.now_micros})
        return _shift(row) if row else None

    def begin_shift(self, till_id: TillId, staff_id: StaffId, *, ends_at: datetime) -> None:
        self.end_shift(till_id)
        self._rows.change(
            """
            INSERT INTO shifts (till_id, staff_id, started_at, ends_at)
            VALUES (:till, :staff, :now, :ends_at)
            """,
            {
                "till": till_id,
                "staff": staff_id,
                "now": self._rows.now_micros,
                "ends_at": to_micros(ends_at),
            },
        )

    def end_shift(self, till_id: TillId) -> None:
        self._rows.change(
            "UPDATE shifts SET ended_at = :now WHERE till_id = :till AND ended_at IS NULL",
            {"till": till_id, "now": self._rows.now_micros},
        )

    def end_shifts_of(self, staff_id: StaffId) -> None:
        self._rows.change(
            "UPDATE shifts SET ended_at = :now WHERE staff_id = :staff AND ended_at IS NULL",
            {"staff": staff_id, "now": self._rows.now_micros},
        )

    def wrong_pins(self, till_id: TillId, staff_id: StaffId, *, since: datetime) -> Sequence[datetime]:
        rows = self._rows.all(
            """
            SELECT facts, created_at FROM refusals
            WHERE staff_id = :staff AND kind = :kind AND created_at > :since AND created_at <= :now
            ORDER BY created_at, id
            """,
            {
                "staff": staff_id,
                "kind": WrongPin.__name__,
                "since": to_micros(since),
                "now": self._rows.now_micros,  # a clock that went back leaves rows of a time to come
            },
        )
        return [
            from_micros(row["created_at"]) for row in rows if json.loads(row["facts"])["till_id"] == till_id
        ]


def _shift(row: Row) -> Shift:
    return Shift(to_staff(row), from_micros(row["ends_at"]))
