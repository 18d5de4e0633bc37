"""Refusals of what a manager puts right, of old paper cards and of frozen cards.

Not here: the ordinary undo (visits.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnknownReceipt:
    """There is no receipt of this number, or it is somebody else's."""

    number: int


@dataclass(frozen=True, slots=True)
class NothingToTakeBack:
    """The receipt of this number gave nothing that could be taken back: it put something right itself."""

    number: int


@dataclass(frozen=True, slots=True)
class ReasonMissing:
    """A manager's correction needs a reason."""


@dataclass(frozen=True, slots=True)
class OwnCard:
    """Nobody puts their own card right."""


@dataclass(frozen=True, slots=True)
class FewerStamps:
    """The card holds fewer stamps than were to be taken."""

    held: int


@dataclass(frozen=True, slots=True)
class AdjustLimitReached:
    """A manager may adjust so many stamps a day, up and down together. Remembered."""

    most: int
    left: int
    """What may still be adjusted today."""


@dataclass(frozen=True, slots=True)
class NoStampsToAdjust:
    """This cafe collects points for bills: stamps put right by hand would be seen by nobody."""


@dataclass(frozen=True, slots=True)
class OldCardOver:
    """The old paper card was carried over before, its time is over, or no stamps are collected any more."""


@dataclass(frozen=True, slots=True)
class CardFrozen:
    """Nothing leaves a frozen card until a manager has looked."""


@dataclass(frozen=True, slots=True)
class FrozenForADay:
    """The customer may unfreeze the card after a day; a manager may at once."""

    hours: int
    """How many are left, at least one."""


@dataclass(frozen=True, slots=True)
class LookedAtBefore:
    """Somebody said "this wasn't me" about this receipt before, and it was looked at."""


CorrectionRefusal = (
    UnknownReceipt
    | NothingToTakeBack
    | ReasonMissing
    | OwnCard
    | FewerStamps
    | AdjustLimitReached
    | NoStampsToAdjust
    | OldCardOver
    | CardFrozen
    | FrozenForADay
    | LookedAtBefore
)
