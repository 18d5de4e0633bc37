"""Refusals: what could not be done, as facts that a person can be told.

Not here: the words (handlers/errors.py), and bugs, which are ordinary exceptions.
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.visits import VisitState


@dataclass(frozen=True, slots=True)
class NotStaff:
    """The person does not work here, or no longer."""


@dataclass(frozen=True, slots=True)
class NotManager:
    """Only a manager or an owner may do this."""


@dataclass(frozen=True, slots=True)
class NobodyOnShift:
    """A till acts for whoever is on shift, and nobody is."""


@dataclass(frozen=True, slots=True)
class NotOwner:
    """Only an owner may do this."""


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
class CodeRanOut:
    """The code was shown too long ago; the customer taps once for a new one."""


@dataclass(frozen=True, slots=True)
class VisitOver:
    """The visit is no longer open for this: it was settled, declined, undone or ran out."""

    state: VisitState


@dataclass(frozen=True, slots=True)
class TooManyStamps:
    """More stamps than one tap may give."""

    most: int


@dataclass(frozen=True, slots=True)
class UndoTooLate:
    """The ten minutes for undo are over."""


@dataclass(frozen=True, slots=True)
class AlreadyDrunk:
    """The reward that this visit filled was handed over, so the visit can't be undone."""


@dataclass(frozen=True, slots=True)
class LaterVisitFirst:
    """A later visit used these stamps; that one has to be undone first."""


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
class InviteOver:
    """The invite was used, replaced or ran out."""


@dataclass(frozen=True, slots=True)
class AlreadyStaff:
    """The person works here already."""


Refusal = (
    NotStaff
    | NotManager
    | NobodyOnShift
    | NotOwner
    | OwnCode
    | UnknownCode
    | TooManyWrongCodes
    | CodeRanOut
    | VisitOver
    | TooManyStamps
    | UndoTooLate
    | AlreadyDrunk
    | LaterVisitFirst
    | RewardGone
    | RewardFromNextVisit
    | OfferOver
    | InviteOver
    | AlreadyStaff
)


class Refused(Exception):
    """Something could not be done; `refusal` says what in facts."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal
