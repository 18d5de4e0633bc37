"""Wishes: what a customer lets us send, purpose by purpose.

Not here: when a message may go out (policy.py), and the record of how a wish came about (privacy.py).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """What a message is for; each is agreed to and muted by itself."""

    OFFERS = "offers"
    """Broadcasts, welcome and win-back: only with a yes."""
    BIRTHDAY = "birthday"
    """Giving the date is the yes."""
    SURVEYS = "surveys"
    """Until muted."""


class WishState(StrEnum):
    """granted <-> muted; refused -> granted. No row: nobody has said anything."""

    GRANTED = "granted"
    MUTED = "muted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer said last about one purpose."""

    purpose: Purpose
    state: WishState
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What somebody read when they said yes or no: kept with the answer."""

    version: str
    """Of our words, such as "offers-1"; a change of meaning is a new version."""
    language: str
