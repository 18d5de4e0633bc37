"""Departures from the staff chat as rows.

Not here: the staff chat (staff_chats.py) and what a removal takes with it.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import ChatId, DepartureId, StaffId
from loyalty.ports import Departures
from loyalty.staffing import SAME_DEPARTURE, Departure, DepartureState
from storage.people import StoredPeople
from storage.rows import Row, Rows, to_micros


class StoredDepartures(Departures):
    """Table `departures`."""

    def __init__(self, rows: Rows, people: StoredPeople) -> None:
        self._rows = rows
        self._people = people

    def add(self, staff_id: StaffId, *, chat_id: ChatId, at: datetime) -> Departure | None:
        row = self._rows.find(
            """
            INSERT INTO departures (staff_id, chat_id, left_at, state)
            SELECT :staff, :chat, :at, 'open'
            WHERE NOT EXISTS (SELECT 1 FROM departures d
                              WHERE d.staff_id = :staff AND d.left_at BETWEEN :after AND :before)
            ON CONFLICT DO NOTHING
            RETURNING id, staff_id, state
            """,
            {
                "staff": staff_id,
                "chat": chat_id,
                "at": to_micros(at),
                "after": to_micros(at - SAME_DEPARTURE),
                "before": to_micros(at + SAME_DEPARTURE),
            },
        )
        return self._departure(row) if row else None

    def find(self, departure_id: DepartureId) -> Departure | None:
        row = self._rows.find(
            "SELECT id, staff_id, state FROM departures WHERE id = :id", {"id": departure_id}
        )
        return self._departure(row) if row else None

    def decide(self, departure_id: DepartureId, state: DepartureState, *, by: StaffId) -> bool:
        return (
            self._rows.change(
                """
                UPDATE departures SET state = :state, decided_by = :by, decided_at = :now
                WHERE id = :id AND state = 'open'
                """,
                {"id": departure_id, "state": state, "by": by, "now": self._rows.now_micros},
            )
            == 1
        )

    def end_of(self, staff_id: StaffId, *, by: StaffId) -> Sequence[DepartureId]:
        rows = self._rows.all(
            """
            UPDATE departures SET state = 'removed', decided_by = :by, decided_at = :now
            WHERE staff_id = :staff AND state = 'open' RETURNING id
            """,
            {"staff": staff_id, "by": by, "now": self._rows.now_micros},
        )
        return [DepartureId(row["id"]) for row in rows]

    def _departure(self, row: Row) -> Departure:
        staff = self._people.get_staff(StaffId(row["staff_id"]))
        return Departure(DepartureId(row["id"]), staff, DepartureState(row["state"]))
