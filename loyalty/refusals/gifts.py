"""Refusals of an offer that stands in a post.

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


GiftRefusal = NotYourPost | PostOfferOver | PostOfferUsedUp
