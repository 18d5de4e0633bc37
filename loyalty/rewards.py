"""Rewards: something earned that can be had, and the offers to hand it over.

Not here: the stamps that a reward took (see ledger.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

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
from loyalty.programs import Rules

UNDO_WINDOW = timedelta(minutes=10)


class RewardState(StrEnum):
    """issued -> redeemed | cancelled | expired."""

    ISSUED = "issued"
    REDEEMED = "redeemed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Reward:
    """A filled card's coffee, waiting to be handed over, or what became of it."""

    id: RewardId
    customer_id: CustomerId
    card_id: CardId
    item: OwnWords
    cost: int
    """Stamps that it took; 0 for a gift."""
    state: RewardState
    operation_id: OperationId
    issued_visit_id: VisitId | None
    replaces: RewardId | None
    issued_at: datetime
    redeemed_at: datetime | None
    redeemed_by: StaffId | None
    redeemed_visit_id: VisitId | None
    expires_at: datetime | None = None
    """The end of the last day of the cafe on which it can be had; None: it stays."""
    recipient_id: RecipientId | None = None
    """The campaign's message that it came with."""

    def may_be_handed_over(self, visit_id: VisitId, rules: Rules) -> bool:
        """Whether it can be had in this visit: from the visit after the one that filled it, or at once.

        An earlier visit that is still shown is no next one; visits are numbered in the order they open.
        """
        if self.state is not RewardState.ISSUED:
            return False
        return rules.reward_at_once or self.issued_visit_id is None or self.issued_visit_id < visit_id

    def may_be_undone(self, now: datetime) -> bool:
        """Whether its handing over can still be taken back."""
        return (
            self.state is RewardState.REDEEMED
            and self.redeemed_at is not None
            and now < self.redeemed_at + UNDO_WINDOW
        )


class OfferState(StrEnum):
    """asked -> agreed | refused | lapsed."""

    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class HandoverOffer:
    """Staff's question "hand out a free coffee?", which the customer answers in the own chat."""

    id: OfferId
    reward_id: RewardId
    visit_id: VisitId
    state: OfferState
    asked_by: StaffId
    asked_at: datetime
    till_id: TillId | None = None
    """Where it was asked; None: on the own phone."""
