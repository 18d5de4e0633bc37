"""A card, and what the screens at the counter show of it.

Not here: how stamps are added (stamps.py) and how the screens look (handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from loyalty import stamps
from loyalty.approvals import ApprovalFacts
from loyalty.ids import CardId, CustomerId, OfferId, OperationId
from loyalty.ledger import Operation
from loyalty.own_words import OwnWords
from loyalty.paper import PaperCard
from loyalty.points import Bill, SpendOffer
from loyalty.programs import Program, Rules
from loyalty.rewards import HandoverOffer, OfferState, Reward
from loyalty.scans import Scan
from loyalty.verdicts import Need, Verdict
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Card:
    """One customer's standing in one scheme."""

    id: CardId
    customer_id: CustomerId
    stamps: int
    goal: int
    """The goal that this card was begun under; of an empty one, what the one before was."""
    points: int = 0
    """In hundredths."""

    def aim(self, goal_now: int) -> int:
        """Stamps that fill this card (stamps.py)."""
        return stamps.aim(balance=self.stamps, goal=self.goal, goal_now=goal_now)


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a customer sees of the own card."""

    cafe: str
    stamps: int
    goal: int
    item: OwnWords
    rewards: Sequence[Reward]
    frozen: bool = False
    """Nothing leaves the card until a manager has looked."""
    may_thaw: bool = False
    """Whether the customer may unfreeze it: a day has passed."""
    points: int = 0
    """In hundredths."""
    rules: Rules = field(default_factory=Rules)
    """What this cafe collects, and in which currency points are worth something."""


@dataclass(frozen=True, slots=True)
class CounterFacts:
    """What staff see of a visit: the customer's standing, what was done in it, what can be done."""

    now: datetime
    """By which it is judged what can still be done; after an outage that is when it began, for a while."""
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
    frozen: bool = False
    """Nothing leaves the card until a manager has looked."""
    old_card: bool = False
    """Whether the stamps of an old paper card can still be carried over."""
    verdict: Verdict = Verdict(Need.NOTHING)  # noqa: RUF009
    """What the limits say to +1, while the visit is open."""
    earlier: Visit | None = None
    """The card's last visit, if it was minutes ago and this one is open."""
    today: int = 0
    """Confirmed visits of the card today, while this one is open."""
    joined: Visit | None = None
    """The visit to which this one's stamp was added."""
    asked: ApprovalFacts | None = None
    """The newest question to a manager about this visit."""
    points: int = 0
    """On the card, in hundredths."""
    usual_amounts: Sequence[int] = ()
    """What the buttons of this visit mean, in minor units; empty where no bill is to be entered."""
    wishes_to_spend: bool = False
    """Whether the customer wished to pay with points before showing the code."""
    spendable: int = 0
    """Whole points that could pay for a part of the bill now."""
    spend_offer: SpendOffer | None = None
    """The newest question to the customer whether to pay with points."""
    paper: PaperCard | None = None
    """The paper card by which the visit was opened."""
    moved: bool = False
    """Whether all that was on the card is on another one now."""

    @property
    def stamps_to_give(self) -> int:
        """By a button that says no number: what was typed before the card asked, else one."""
        return max(self.visit.stamps, 1) if self.program.rules.gives_stamps else 0


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
    joined_at: datetime | None = None
    """When the visit was to which this one's stamp was added, by the cafe's clock."""
    bill: Bill | None = None
    """What the visit's bill did, as its receipts say."""
    gives_stamps: bool = True
    """Whether stamps are what this cafe speaks of."""
    moved: bool = False
    """Whether the card went to another account."""


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
    rules: Rules = field(default_factory=Rules)
    """Whose calendar its dates go by."""
