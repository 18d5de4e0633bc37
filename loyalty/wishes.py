"""Wishes: what a customer lets us send, purpose by purpose.

Not here: when a message may go out (policy.py), and the record of how a wish came about (privacy.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from loyalty.birthdays import Birthday


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


TEXT_VERSIONS: Final[Mapping[Purpose, str]] = {
    Purpose.OFFERS: "offers-1",
    Purpose.BIRTHDAY: "birthday-1",
    Purpose.SURVEYS: "surveys-1",
}
"""Of the words that ask for each purpose. A new version is one that means something else."""
_STRICTNESS: Final[Sequence[WishState | None]] = (
    None,
    WishState.GRANTED,
    WishState.REFUSED,
    WishState.MUTED,
)


@dataclass(frozen=True, slots=True)
class WishesFacts:
    """What the page *what you may send me* shows."""

    cafe: str
    on: Mapping[Purpose, bool]
    """Whether messages of each purpose come."""
    birthday: Birthday | None
    """The date as it was given; None: not given, or deleted."""
    locked_until: date | None
    """From this date of the cafe on it can be given or changed; None: now."""
    deleted_until: date | None
    """From this date on one could be given again if it were deleted now; None: at once."""
    greets: bool
    """Whether the cafe greets birthdays at present; otherwise it asks for no date."""
    posts_a_week: int


def text_read(purpose: Purpose, language: str) -> ConsentText:
    """Our words of today about a purpose, as they were read in this language."""
    return ConsentText(TEXT_VERSIONS[purpose], language)


def strictest(mine: WishState | None, theirs: WishState | None) -> WishState | None:
    """What holds when two cards become one: a no of either one stays a no, and a yes is kept."""
    return max(mine, theirs, key=_STRICTNESS.index)
