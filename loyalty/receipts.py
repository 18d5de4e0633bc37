"""What an operation did for its customer, as facts: a closed union; every one is told with a number.

Not here: the words (handlers/notices.py), the operation itself (ledger.py), and what is told without
a receipt (notices.py).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loyalty.own_words import OwnWords
from loyalty.points import Bill


@dataclass(frozen=True, slots=True)
class VisitBooked:
    """A purchase joined the card: stamps, a bill, or both; `rewards` of `item` were filled by the stamps."""

    added: int
    """Stamps; 0 for a bill alone."""
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str
    bill: Bill | None = None
    slip: str = ""
    """The voucher that it was, such as "7-12"; empty: none."""


@dataclass(frozen=True, slots=True)
class VisitUndone:
    """A visit was taken back: its stamps left the card, and the rewards that it had filled with them."""

    removed: int
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str
    bill: Bill | None = None
    """The visit's bill: what it had earned went, what it had spent came back; `points` are those left now."""
    points_made_good: int = 0
    """Hundredths of what came back that made good what was written off of an earlier bill."""
    gifts: tuple[OwnWords, ...] = ()
    """What the visit had been given for, such as the tenth: not had yet, and gone with it."""


@dataclass(frozen=True, slots=True)
class RewardHandedOver:
    """A reward was handed over at the counter."""

    item: OwnWords
    by: str


@dataclass(frozen=True, slots=True)
class HandoverUndone:
    """A reward that had been booked as handed over is the customer's again."""

    item: OwnWords
    by: str
    until: date | None = None
    """The last day on which a gift can be had now."""


@dataclass(frozen=True, slots=True)
class VisitTakenBack:
    """A manager took a visit back, late: its stamps and unspent rewards went, what was had is written off."""

    removed: int
    """Stamps that the visit had given."""
    written_off: int
    """Stamps of these that could not be had back: the cafe bears them."""
    stamps: int
    goal: int
    rewards: int
    """Rewards that nobody had yet and that became stamps again, filled by the visit or since."""
    item: OwnWords
    by: str
    bill: Bill | None = None
    """As with VisitUndone."""
    points_written_off: int = 0
    """Hundredths of points that the bill had earned and that were spent already: the cafe bears them."""
    points_made_good: int = 0
    """As with VisitUndone."""
    gifts: tuple[OwnWords, ...] = ()
    """As with VisitUndone."""


@dataclass(frozen=True, slots=True)
class CardAdjusted:
    """A manager put a card right by hand, up or down; `rewards` of `item` were filled by it."""

    changed: int
    """Stamps, never zero."""
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str


@dataclass(frozen=True, slots=True)
class OldCardAdded:
    """The stamps of an old paper card joined the card, once; `rewards` of `item` were filled by them."""

    added: int
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str


@dataclass(frozen=True, slots=True)
class PointsSpent:
    """Points paid for a part of a bill that had been entered before."""

    bill: Bill
    by: str


@dataclass(frozen=True, slots=True)
class CardMoved:
    """All that was on another card came onto this one; or, `out`, left this one."""

    moved: int
    """Stamps that lay on the card."""
    points: int
    """In hundredths."""
    rewards: int
    """Held, and still to be had."""
    stamps: int
    """On this card afterwards, of `goal`."""
    goal: int
    filled: int
    """Further rewards of `item` that the stamps of both cards together filled."""
    item: OwnWords
    by: str
    """The manager; empty: the customer, with the paper card in hand."""
    out: bool = False


class GiftCause(StrEnum):
    """Why a reward was given that no card was filled for."""

    OFFER = "offer"
    """Taken from a post."""
    BIRTHDAY = "birthday"
    MILESTONE = "milestone"
    APOLOGY = "apology"
    """A manager gave it to a customer who was unhappy."""


@dataclass(frozen=True, slots=True)
class GiftGiven:
    """A reward came onto the card for which no stamps were taken; it can be had through `until`."""

    item: OwnWords
    until: date
    """The cafe's own date."""
    cause: GiftCause


@dataclass(frozen=True, slots=True)
class GiftExpired:
    """A gift whose last day is over left the card; its end had been told in time."""

    item: OwnWords


StandingFact = VisitBooked | VisitUndone | VisitTakenBack | CardAdjusted | OldCardAdded | CardMoved
"""What moved stamps, and says where the card stood then."""
ReceiptFact = StandingFact | PointsSpent | RewardHandedOver | HandoverUndone | GiftGiven | GiftExpired
"""What an operation did for its customer; every one is told, with the operation's number."""
