"""Refusals of a reward: it is gone, not to be had yet, or the question about it is over.

Not here: visits that can't be undone because their reward was had (visits.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RewardGone:
    """The reward was handed over, taken back or has ended meanwhile."""


@dataclass(frozen=True, slots=True)
class RewardFromNextVisit:
    """A reward filled in this visit can be had from the next one."""


@dataclass(frozen=True, slots=True)
class OfferOver:
    """The question was answered already, or its visit is over."""


@dataclass(frozen=True, slots=True)
class RewardWrittenOff:
    """The visit that filled it was taken back and its stamps written off, so it can't come back any more.

    A manager can put the card right, by the receipt's number.
    """

    number: int


RewardRefusal = RewardGone | RewardFromNextVisit | OfferOver | RewardWrittenOff
