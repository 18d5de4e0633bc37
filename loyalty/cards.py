"""A card, and what the screens at the counter show of it.

Not here: how stamps are added (stamps.py) and how the screens look (handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loyalty.ids import CardId, CustomerId, OfferId, OperationId
from loyalty.ledger import Operation
from loyalty.own_words import OwnWords
from loyalty.programs import Program
from loyalty.rewards import HandoverOffer, OfferState, Reward
from loyalty.scans import Scan
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Card:
    """One customer's standing in one scheme."""

    id: CardId
    customer_id: CustomerId
    stamps: int
    goal: int
    """The goal that this card was begun under."""

    def aim(self, goal_now: int) -> int:
        """Stamps that fill this card: whichever goal is better for the customer."""
        return min(self.goal, goal_now)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a customer sees of the own card."""

    cafe: str
    stamps: int
    goal: int
    item: OwnWords
    rewards: Sequence[Reward]


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """What staff see of a visit: the customer's standing, what was done in it, what can be done."""

    now: datetime
    visit: Visit
    program: Program
    customer_name: str
    stamps: int
    goal: int
    rewards: Sequence[Reward]
    """Held now, oldest first."""
    handed_over: Sequence[Reward]
    """In this visit."""
    offers: Sequence[HandoverOffer]
    """In this visit."""
    picked: Reward | None
    """What the customer picked before showing the code."""
    operations: Sequence[Operation]
    """Of this visit, oldest first."""
    settled_by: str
    undone_by: str
    undo_blocked: bool
    """Whether a reward that this visit filled was handed over."""


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What became of a code that a customer showed."""

    scan: Scan
    visit: Visit | None
    stamps: int
    goal: int
    staff_name: str
    filled: int
    """Rewards that the visit filled."""
    item: OwnWords
    """What a filled card gives."""


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """The question to the customer whether to hand a reward over."""

    offer_id: OfferId
    state: OfferState
    item: OwnWords
    staff_name: str


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """A page of receipts, newest first; `older` is where the next page begins, None at the end."""

    operations: Sequence[Operation]
    older: OperationId | None
