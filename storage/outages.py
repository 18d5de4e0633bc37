"""Outages as rows.

Not here: when one is worth a word (loyalty/outages.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loyalty.ids import OutageId, StaffId, VisitId
from loyalty.outages import GRACE, HEARD_BEFORE, LeftUndone, Outage
from loyalty.ports import Outages
from loyalty.refusals import Refusal
from storage import facts
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_COLUMNS = "id, from_at, until_at, caught_up_at"


class StoredOutages(Outages):
    """Tables `outages` and `outage_refusals`; `spare` moves the ends of visits and scans."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, *, since: datetime) -> Outage:
        row = self._rows.get(
            f"INSERT INTO outages (from_at, until_at) VALUES (:since, :now) RETURNING {_COLUMNS}",
            {"since": to_micros(since), "now": self._rows.now_micros},
        )
        return _outage(row)

    def find_open(self) -> Outage | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM outages WHERE caught_up_at IS NULL ORDER BY id DESC LIMIT 1", {}
        )
        return _outage(row) if row else None

    def find_sparing(self) -> Outage | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM outages WHERE until_at > :since AND until_at <= :now"
            " ORDER BY id DESC LIMIT 1",
            {"since": to_micros(self._rows.now - GRACE), "now": self._rows.now_micros},
        )
        return _outage(row) if row else None

    def find_listing(self, visit_id: VisitId) -> OutageId | None:
        row = self._rows.find(
            """
            SELECT g.id FROM (SELECT * FROM outages ORDER BY id DESC LIMIT 1) g
            WHERE EXISTS (SELECT 1 FROM operations o WHERE o.visit_id = :visit AND o.practice = 0
                            AND o.created_at >= g.from_at + :heard AND o.created_at <= g.caught_up_at)
            """,
            {"visit": visit_id, "heard": HEARD_BEFORE // timedelta(microseconds=1)},
        )
        return OutageId(row["id"]) if row else None

    def get(self, outage_id: OutageId) -> Outage:
        return _outage(self._rows.get(f"SELECT {_COLUMNS} FROM outages WHERE id = :id", {"id": outage_id}))

    def prolong(self, outage_id: OutageId) -> Outage:
        row = self._rows.get(
            f"UPDATE outages SET until_at = :now WHERE id = :id RETURNING {_COLUMNS}",
            {"id": outage_id, "now": self._rows.now_micros},
        )
        return _outage(row)

    def end(self, outage_id: OutageId) -> bool:
        return (
            self._rows.change(
                "UPDATE outages SET caught_up_at = :now WHERE id = :id AND caught_up_at IS NULL",
                {"id": outage_id, "now": self._rows.now_micros},
            )
            == 1
        )

    def spare(self, *, alive_at: datetime, until: datetime) -> None:
        values = {"alive_at": to_micros(alive_at), "until": to_micros(until)}
        for table, state in (("visits", "open"), ("scans", "live")):
            self._rows.change(
                f"""
                UPDATE {table} SET expires_at = :until
                WHERE state = '{state}' AND expires_at > :alive_at AND expires_at < :until
                """,
                values,
            )
        self._rows.change(
            "UPDATE visits SET redraw_at = :until WHERE redraw_at > :alive_at AND redraw_at < :until", values
        )

    def add_left_undone(self, outage_id: OutageId, refusal: Refusal, *, staff_id: StaffId) -> None:
        self._rows.change(
            """
            INSERT INTO outage_refusals (outage_id, staff_id, facts, refused_at)
            VALUES (:outage, :staff, :facts, :now)
            """,
            {
                "outage": outage_id,
                "staff": staff_id,
                "facts": facts.encode(refusal),
                "now": self._rows.now_micros,
            },
        )

    def left_undone(self, outage_id: OutageId) -> Sequence[LeftUndone]:
        rows = self._rows.all(
            """
            SELECT s.name, r.facts FROM outage_refusals r JOIN staff s ON s.id = r.staff_id
            WHERE r.outage_id = :outage ORDER BY r.id
            """,
            {"outage": outage_id},
        )
        return [LeftUndone(row["name"], facts.decode_refusal(row["facts"])) for row in rows]

    def visits_changed(self, *, since: datetime, until: datetime) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT visit_id, MIN(id) AS first FROM operations
            WHERE created_at >= :since AND created_at <= :until AND practice = 0 AND visit_id IS NOT NULL
            GROUP BY visit_id ORDER BY first
            """,
            {"since": to_micros(since), "until": to_micros(until)},
        )
        return [VisitId(row["visit_id"]) for row in rows]


def _outage(row: Row) -> Outage:
    return Outage(
        id=OutageId(row["id"]),
        since=from_micros(row["from_at"]),
        until=from_micros(row["until_at"]),
        caught_up_at=maybe_from_micros(row["caught_up_at"]),
    )
