"""Refusals of a paper card, and of a card that was moved to another account.

Not here: codes on a customer's own phone (codes.py).
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class NumberMistyped:
    """The last digit doesn't fit the others: one of the eight is wrong."""


@dataclass(frozen=True, slots=True)
class UnknownPaperCard:
    """There is no such paper card, or the one of an older backup is not known any more."""


@dataclass(frozen=True, slots=True)
class PaperCardBlocked:
    """It was reported lost; `at` by the clock on the cafe's wall. Replacing it opens it again."""

    at: datetime
    by: str
    card: str
    """Its number as it is printed."""


@dataclass(frozen=True, slots=True)
class PaperCardReplaced:
    """Another card took its place."""

    number: str
    """The newest one of the same customer, as it is printed; empty: that one is over too."""


@dataclass(frozen=True, slots=True)
class PaperCardMoved:
    """What was on it is on a Telegram account; `at` by the clock on the cafe's wall."""

    at: datetime


@dataclass(frozen=True, slots=True)
class PaperRedeemedToday:
    """By paper something is had once a day, with nobody's own phone to ask. Remembered."""


@dataclass(frozen=True, slots=True)
class OwnPaperCard:
    """Whoever made a paper card can't move it to their own account. Remembered."""


@dataclass(frozen=True, slots=True)
class CardMovedAway:
    """What was on that card is on another account's now: only there can anything be put right."""


@dataclass(frozen=True, slots=True)
class SameCard:
    """Both receipts are of the same card: there is nothing to move."""


@dataclass(frozen=True, slots=True)
class PaperCardInUse:
    """Somebody has collected by it, so its printed code stays what it is."""


@dataclass(frozen=True, slots=True)
class TooManyPaperCards:
    """So many fit on a sheet."""

    most: int


PaperRefusal = (
    NumberMistyped
    | UnknownPaperCard
    | PaperCardBlocked
    | PaperCardReplaced
    | PaperCardMoved
    | PaperRedeemedToday
    | OwnPaperCard
    | CardMovedAway
    | SameCard
    | PaperCardInUse
    | TooManyPaperCards
)
