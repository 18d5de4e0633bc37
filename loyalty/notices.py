"""What someone must be told, as facts: a closed union.

Not here: the words (handlers/notices.py renders a notice in a language).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.own_words import OwnWords
from loyalty.people import Role


@dataclass(frozen=True, slots=True)
class StampsAdded:
    """Stamps joined the card; `rewards` of `item` were filled by them."""

    added: int
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str


@dataclass(frozen=True, slots=True)
class VisitUndone:
    """A visit was taken back: its stamps left the card, and the rewards that it had filled with them."""

    removed: int
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    by: str


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


ReceiptFact = StampsAdded | VisitUndone | RewardHandedOver | HandoverUndone
"""What an operation did for its customer; every one is told, with the operation's number."""


@dataclass(frozen=True, slots=True)
class StaffAccepted:
    """The owner let someone in."""

    role: Role


@dataclass(frozen=True, slots=True)
class StaffRefused:
    """The owner did not let someone in."""


@dataclass(frozen=True, slots=True)
class OwnerAdded:
    """Somebody opened the owner link and is an owner too, for the other owners to know."""

    name: str


@dataclass(frozen=True, slots=True)
class UpdateGivenUp:
    """A message or tap could not be handled after several tries; the log has the reference."""

    reference: str


@dataclass(frozen=True, slots=True)
class SendingPaused:
    """Telegram asked us to wait; we go on by ourselves."""

    until: datetime


Notice = StaffAccepted | StaffRefused | OwnerAdded | UpdateGivenUp | SendingPaused
"""What is told without being a receipt."""
