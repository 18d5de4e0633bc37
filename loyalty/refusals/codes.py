"""Refusals of a code or a request: it opens no visit, or comes too late for one.

Not here: the visit that it opened (visits.py).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.ids import TillId


@dataclass(frozen=True, slots=True)
class OwnCode:
    """Nobody stamps themselves."""


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """No live code has these digits or this link: mistyped, used or run out. Remembered."""

    typed: bool = True
    """Six digits, which can be guessed; False: a link, which can't."""
    till_id: TillId | None = None
    """Where it was tried; None: on the own phone."""


@dataclass(frozen=True, slots=True)
class TooManyWrongCodes:
    """Five wrong typed codes in ten minutes pause a person, and a till, until this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class AskedTooLongAgo:
    """The customer tapped *Stamp me* while the bot was away; `asked_at` by the clock on the cafe's wall."""

    asked_at: datetime | None
    """None: nobody knows; a tap on a message's button carries no time."""


@dataclass(frozen=True, slots=True)
class CodeRanOut:
    """The code was shown too long ago; the customer taps once for a new one."""


@dataclass(frozen=True, slots=True)
class MarkedAbsent:
    """Somebody tapped *not here* about this request."""

    by: str


CodeRefusal = OwnCode | UnknownCode | TooManyWrongCodes | AskedTooLongAgo | CodeRanOut | MarkedAbsent
