"""Refusals of a code or a request: it opens no visit, or comes too late for one.

Not here: the visit that it opened (visits.py).
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OwnCode:
    """Nobody stamps themselves."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """No live code has these digits or this link: mistyped, used or run out. Remembered."""


@dataclass(frozen=True, slots=True)
class TooManyWrongCodes:
    """Five wrong codes in ten minutes pause a person until this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class AskedTooLongAgo:
    """The customer tapped *Stamp me* while the bot was away; `asked_at` by the clock on the cafe's wall."""

    asked_at: datetime


@dataclass(frozen=True, slots=True)
class CodeRanOut:
    """The code was shown too long ago; the customer taps once for a new one."""


@dataclass(frozen=True, slots=True)
class MarkedAbsent:
    """Somebody tapped *not here* about this request."""

    by: str


CodeRefusal = OwnCode | UnknownCode | TooManyWrongCodes | AskedTooLongAgo | CodeRanOut | MarkedAbsent
