"""Refusals of what a customer may be sent: questions, mutes and the birthday.

Not here: what keeps a message from somebody (loyalty/policy.py); nobody is refused anything by that.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class NotForYou:
    """The button was somebody else's, or of a card that is there no more."""


@dataclass(frozen=True, slots=True)
class NoCardYet:
    """Whoever has no card is sent nothing, and has nothing to say about it."""


@dataclass(frozen=True, slots=True)
class DateUnreadable:
    """What was typed is no day and month."""


@dataclass(frozen=True, slots=True)
class BirthdayLocked:
    """The date was given less than a year ago, or the day is near. `until`: from that date on it can be."""

    until: date


@dataclass(frozen=True, slots=True)
class NoBirthday:
    """There is no date on which somebody could be greeted."""


WishRefusal = NotForYou | NoCardYet | DateUnreadable | BirthdayLocked | NoBirthday
