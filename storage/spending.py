"""Questions to customers whether points pay for a part of a bill, as rows.

Not here: the points themselves, which the ledger moves.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.ids import OfferId, StaffId, TillId, VisitId
from loyalty.points import SpendFacts, SpendOffer
from loyalty.ports import Programs, Spending
from loyalty.rewards import OfferState
from storage.rows import Row, Rows, to_micros

_COLUMNS = "id, visit_id, points, state, asked_by, till_id"


class StoredSpending(Spending):
    """Table `spend_offers`."""

    def __init__(self, rows: Rows, programs: Programs) -> None:
        self._rows = rows
        self._programs = programs

    def offer(
        self, visit_id: VisitId, *, points: int, by: StaffId, till_id: TillId | None
    ) -> tuple[SpendOffer, bool]:
        asked = self._rows.change(
            """
            INSERT INTO spend_offers (visit_id, points, state, asked_by, till_id, asked_at)
            VALUES (:visit, :points, 'asked', :by, :till, :now) ON CONFLICT DO NOTHING
            """,
            {"visit": visit_id, "points": points, "by": by, "till": till_id, "now": self._rows.now_micros},
        )
        row = self._rows.get(
            f"SELECT {_COLUMNS} FROM spend_offers WHERE visit_id = :visit AND state = 'asked'",
            {"visit": visit_id},
        )
        return _offer(row), asked == 1

    def find(self, offer_id: OfferId) -> SpendOffer | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM spend_offers WHERE id = :id", {"id": offer_id})
        return _offer(row) if row else None

    def find_latest(self, visit_id: VisitId) -> SpendOffer | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM spend_offers WHERE visit_id = :visit ORDER BY id DESC LIMIT 1",
            {"visit": visit_id},
        )
        return _offer(row) if row else None

    def get_facts(self, offer_id: OfferId) -> SpendFacts:
        row = self._rows.get(
            """
            SELECT o.id, o.visit_id, o.points, o.state, o.asked_by, o.till_id, v.amount,
                   s.name AS staff_name
            FROM spend_offers o JOIN visits v ON v.id = o.visit_id JOIN staff s ON s.id = o.asked_by
            WHERE o.id = :id
            """,
            {"id": offer_id},
        )
        return SpendFacts(
            _offer(row),
            amount=row["amount"],
            currency=self._programs.get_current().rules.currency,
            staff_name=row["staff_name"],
        )

    def answer(self, offer_id: OfferId, state: OfferState) -> bool:
        answered = self._rows.change(
            "UPDATE spend_offers SET state = :state, answered_at = :now WHERE id = :id AND state = 'asked'",
            {"id": offer_id, "state": state, "now": self._rows.now_micros},
        )
        return answered == 1

    def lapse(self, visit_id: VisitId) -> Sequence[OfferId]:
        rows = self._rows.all(
            """
            UPDATE spend_offers SET state = 'lapsed', answered_at = :now
            WHERE visit_id = :visit AND state = 'asked' RETURNING id
            """,
            {"visit": visit_id, "now": self._rows.now_micros},
        )
        return [OfferId(row["id"]) for row in rows]

    def find_due(self, *, confirmed_before: datetime, most: int) -> Sequence[VisitId]:
        rows = self._rows.all(
            """
            SELECT o.visit_id FROM spend_offers o JOIN visits v ON v.id = o.visit_id
            WHERE o.state = 'asked' AND v.settled_at <= :before ORDER BY o.id LIMIT :most
            """,
            {"before": to_micros(confirmed_before), "most": most},
        )
        return [VisitId(row["visit_id"]) for row in rows]


def _offer(row: Row) -> SpendOffer:
    return SpendOffer(
        id=OfferId(row["id"]),
        visit_id=VisitId(row["visit_id"]),
        points=row["points"],
        state=OfferState(row["state"]),
        asked_by=StaffId(row["asked_by"]),
        till_id=TillId(row["till_id"]) if row["till_id"] is not None else None,
    )
