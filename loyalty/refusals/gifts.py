"""Refusals of an offer that stands in a post, and of a campaign whose words nobody has read.

Not here: rewards that can't be handed over (rewards.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotYourPost:
    """The post went to somebody else and was passed on, or nobody knows it any more."""


@dataclass(frozen=True, slots=True)
class PostOfferOver:
    """The days on which it could be taken are over."""


@dataclass(frozen=True, slots=True)
class PostOfferUsedUp:
    """All that there were of it are taken."""

    limit: int


@dataclass(frozen=True, slots=True)
class WordsChanged:
    """A standing campaign's words are others now than those that were read."""


GiftRefusal = NotYourPost | PostOfferOver | PostOfferUsedUp | WordsChanged
