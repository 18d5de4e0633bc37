"""Rewards and handover offers as rows; each change of state is one conditional update.

Not here: when a reward may be had.
"""

from collections.abc import Sequence
from datetime import datetime

from loyalty.cards import Card
from loyalty.ids import (
    CardId,
    CustomerId,
    OfferId,
    OperationId,
    RecipientId,
    RewardId,
    StaffId,
    TillId,
    VisitId,
)
from loyalty.own_words import OwnWords
from loyalty.ports import Rewards
from loyalty.rewards import HandoverOffer, OfferState, Reward, RewardState
from storage import facts
from storage.rows import Row, Rows, from_micros, maybe_from_micros, to_micros

_COLUMNS = """
    id, customer_id, card_id, item, cost, state, operation_id, issued_visit_id, replaces, issued_at,
    redeemed_at, redeemed_by, redeemed_visit_id, expires_at, recipient_id
"""
_OFFER = "id, reward_id, visit_id, state, asked_by, asked_at, till_id"


class StoredRewards(Rewards):
    """Tables `rewards` and `handover_offers`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def issue(
        self, card: Card, *, item: OwnWords, cost: int, operation_id: OperationId, visit_id: VisitId | None,
        replaces: RewardId | None, expires_at: datetime | None = None,
        recipient_id: RecipientId | None = None,
    ) -> RewardId:  # fmt: skip
        row = self._rows.get(
            """
            INSERT INTO rewards (customer_id, card_id, item, cost, state, operation_id, issued_visit_id,
                                 replaces, issued_at, expires_at, recipient_id)
            VALUES (:customer, :card, :item, :cost, 'issued', :operation, :visit, :replaces, :now,
                    :expires_at, :recipient)
            RETURNING id
            """,
            {
                "customer": card.customer_id,
                "card": card.id,
                "item": facts.encode_words(item),
                "cost": cost,
                "operation": operation_id,
                "visit": visit_id,
                "replaces": replaces,
                "now": self._rows.now_micros,
                "expires_at": None if expires_at is None else to_micros(expires_at),
                "recipient": recipient_id,
            },
        )
        return RewardId(row["id"])

    def get(self, reward_id: RewardId) -> Reward:
        return _reward(self._rows.get(f"SELECT {_COLUMNS} FROM rewards WHERE id = :id", {"id": reward_id}))

    def find(self, reward_id: RewardId) -> Reward | None:
        row = self._rows.find(f"SELECT {_COLUMNS} FROM rewards WHERE id = :id", {"id": reward_id})
        return _reward(row) if row else None

    def held_by(self, customer_id: CustomerId) -> Sequence[Reward]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM rewards WHERE customer_id = :customer AND state = 'issued'
            ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, expires_at, id
            """,
            {"customer": customer_id},
        )
        return [_reward(row) for row in rows]

    def issued_in(self, visit_id: VisitId) -> Sequence[Reward]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM rewards
            WHERE operation_id IN (SELECT id FROM operations
                                   WHERE visit_id = :visit AND kind IN ('visit', 'visit_add'))
              AND replaces IS NULL
            ORDER BY id
            """,
            {"visit": visit_id},
        )
        return [self._as_it_stands(_reward(row)) for row in rows]

    def given_by(self, operation_id: OperationId) -> Reward:
        row = self._rows.get(
            f"SELECT {_COLUMNS} FROM rewards WHERE operation_id = :operation AND replaces IS NULL",
            {"operation": operation_id},
        )
        return self._as_it_stands(_reward(row))

    def redeemed_in(self, visit_id: VisitId) -> Sequence[Reward]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM rewards
            WHERE customer_id = (SELECT customer_id FROM visits WHERE id = :visit) AND state = 'redeemed'
              AND redeemed_visit_id = :visit
              AND NOT EXISTS (SELECT 1 FROM rewards n WHERE n.replaces = rewards.id)
            ORDER BY id
            """,
            {"visit": visit_id},
        )
        return [_reward(row) for row in rows]

    def redeem(self, reward_id: RewardId, *, visit_id: VisitId, by: StaffId) -> bool:
        return (
            self._rows.change(
                """
                UPDATE rewards SET state = 'redeemed', redeemed_at = :now, redeemed_by = :by,
                                   redeemed_visit_id = :visit
                WHERE id = :id AND state = 'issued'
                """,
                {"id": reward_id, "visit": visit_id, "by": by, "now": self._rows.now_micros},
            )
            == 1
        )

    def cancel(self, reward_id: RewardId) -> bool:
        return (
            self._rows.change(
                "UPDATE rewards SET state = 'cancelled', ended_at = :now WHERE id = :id AND state = 'issued'",
                {"id": reward_id, "now": self._rows.now_micros},
            )
            == 1
        )

    def find_ended(self, *, most: int) -> Sequence[Reward]:
        rows = self._rows.all(
            f"""
            SELECT {_COLUMNS} FROM rewards
            WHERE state = 'issued' AND expires_at IS NOT NULL AND expires_at <= :now
            ORDER BY expires_at, id LIMIT :most
            """,
            {"now": self._rows.now_micros, "most": most},
        )
        return [_reward(row) for row in rows]

    def expire(self, reward_id: RewardId) -> bool:
        return (
            self._rows.change(
                "UPDATE rewards SET state = 'expired', ended_at = :now WHERE id = :id AND state = 'issued'",
                {"id": reward_id, "now": self._rows.now_micros},
            )
            == 1
        )

    def let_stay(self, reward_id: RewardId) -> None:
        self._rows.change("UPDATE rewards SET expires_at = NULL WHERE id = :id", {"id": reward_id})

    def find_told_by(self, recipient_id: RecipientId) -> Reward | None:
        row = self._rows.find(
            f"SELECT {_COLUMNS} FROM rewards WHERE recipient_id = :recipient ORDER BY id DESC LIMIT 1",
            {"recipient": recipient_id},
        )
        return _reward(row) if row else None

    def came_with(self, reward_id: RewardId, recipient_id: RecipientId) -> None:
        self._rows.change(
            "UPDATE rewards SET recipient_id = :recipient WHERE id = :id AND recipient_id IS NULL",
            {"id": reward_id, "recipient": recipient_id},
        )

    def pass_on(self, reward_id: RewardId) -> None:
        self._rows.change("UPDATE rewards SET recipient_id = NULL WHERE id = :id", {"id": reward_id})

    def expire_held(self, customer_id: CustomerId) -> None:
        self._rows.change(
            """
            UPDATE rewards SET state = 'expired', ended_at = :now
            WHERE customer_id = :customer AND state = 'issued'
            """,
            {"customer": customer_id, "now": self._rows.now_micros},
        )

    def offer(
        self, reward_id: RewardId, visit_id: VisitId, *, by: StaffId, till_id: TillId | None = None
    ) -> HandoverOffer:
        self._rows.change(
            """
            INSERT INTO handover_offers (reward_id, visit_id, state, asked_by, till_id, asked_at)
            VALUES (:reward, :visit, 'asked', :by, :till, :now) ON CONFLICT DO NOTHING
            """,
            {
                "reward": reward_id,
                "visit": visit_id,
                "by": by,
                "till": till_id,
                "now": self._rows.now_micros,
            },
        )
        return _offer(
            self._rows.get(
                f"SELECT {_OFFER} FROM handover_offers WHERE reward_id = :reward AND state = 'asked'",
                {"reward": reward_id},
            )
        )

    def find_offer(self, offer_id: OfferId) -> HandoverOffer | None:
        row = self._rows.find(f"SELECT {_OFFER} FROM handover_offers WHERE id = :id", {"id": offer_id})
        return _offer(row) if row else None

    def offers_in(self, visit_id: VisitId) -> Sequence[HandoverOffer]:
        rows = self._rows.all(
            f"SELECT {_OFFER} FROM handover_offers WHERE visit_id = :visit ORDER BY id", {"visit": visit_id}
        )
        return [_offer(row) for row in rows]

    def answer(self, offer_id: OfferId, state: OfferState) -> bool:
        return (
            self._rows.change(
                """
                UPDATE handover_offers SET state = :state, answered_at = :now
                WHERE id = :id AND state = 'asked'
                """,
                {"id": offer_id, "state": state, "now": self._rows.now_micros},
            )
            == 1
        )

    def lapse_offers(self, visit_id: VisitId) -> Sequence[OfferId]:
        rows = self._rows.all(
            """
            UPDATE handover_offers SET state = 'lapsed', answered_at = :now
            WHERE visit_id = :visit AND state = 'asked' RETURNING id
            """,
            {"visit": visit_id, "now": self._rows.now_micros},
        )
        return [OfferId(row["id"]) for row in rows]

    def lapse_offers_of(self, reward_id: RewardId, *, but_in: VisitId | None = None) -> Sequence[OfferId]:
        rows = self._rows.all(
            """
            UPDATE handover_offers SET state = 'lapsed', answered_at = :now
            WHERE reward_id = :reward AND state = 'asked' AND visit_id <> :but_in RETURNING id
            """,
            {"reward": reward_id, "but_in": but_in or 0, "now": self._rows.now_micros},
        )
        return [OfferId(row["id"]) for row in rows]

    def find_due_offers(self, *, confirmed_before: datetime, most: int) -> Sequence[OfferId]:
        rows = self._rows.all(
            """
            SELECT o.id FROM handover_offers o JOIN visits v ON v.id = o.visit_id
            WHERE o.state = 'asked' AND v.state = 'confirmed' AND v.settled_at <= :before
            ORDER BY o.id LIMIT :most
            """,
            {"before": to_micros(confirmed_before), "most": most},
        )
        return [OfferId(row["id"]) for row in rows]

    def _as_it_stands(self, reward: Reward) -> Reward:
        """The reward, or the last one that took its place when its handing over was undone."""
        row = self._rows.find("SELECT id FROM rewards WHERE replaces = :id", {"id": reward.id})
        return self._as_it_stands(self.get(RewardId(row["id"]))) if row else reward


def _reward(row: Row) -> Reward:
    return Reward(
        id=RewardId(row["id"]),
        customer_id=CustomerId(row["customer_id"]),
        card_id=CardId(row["card_id"]),
        item=facts.decode_words(row["item"]),
        cost=row["cost"],
        state=RewardState(row["state"]),
        operation_id=OperationId(row["operation_id"]),
        issued_visit_id=VisitId(row["issued_visit_id"]) if row["issued_visit_id"] is not None else None,
        replaces=RewardId(row["replaces"]) if row["replaces"] is not None else None,
        issued_at=from_micros(row["issued_at"]),
        redeemed_at=maybe_from_micros(row["redeemed_at"]),
        redeemed_by=StaffId(row["redeemed_by"]) if row["redeemed_by"] is not None else None,
        redeemed_visit_id=VisitId(row["redeemed_visit_id"]) if row["redeemed_visit_id"] is not None else None,
        expires_at=maybe_from_micros(row["expires_at"]),
        recipient_id=RecipientId(row["recipient_id"]) if row["recipient_id"] is not None else None,
    )


def _offer(row: Row) -> HandoverOffer:
    return HandoverOffer(
        id=OfferId(row["id"]),
        reward_id=RewardId(row["reward_id"]),
        visit_id=VisitId(row["visit_id"]),
        state=OfferState(row["state"]),
        asked_by=StaffId(row["asked_by"]),
        asked_at=from_micros(row["asked_at"]),
        till_id=TillId(row["till_id"]) if row["till_id"] is not None else None,
    )
