"""Refusals of invites, staff members, tills and PINs.

Not here: who may do something at the counter (rights.py).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.ids import TillId


@dataclass(frozen=True, slots=True)
class InviteOver:
    """The invite was used, replaced or ran out."""


@dataclass(frozen=True, slots=True)
class InviteForAnother:
    """The invite was made for one account, and this is not it."""


@dataclass(frozen=True, slots=True)
class AlreadyStaff:
    """The person works here already."""


@dataclass(frozen=True, slots=True)
class AlreadyTill:
    """The account is a till: a till is nobody, so it can't become staff."""


@dataclass(frozen=True, slots=True)
class NotTill:
    """The account is no till, or no longer."""


@dataclass(frozen=True, slots=True)
class StaffGone:
    """The person meant does not work here any more."""


@dataclass(frozen=True, slots=True)
class TillGone:
    """The till meant is none any more."""


@dataclass(frozen=True, slots=True)
class LastOwner:
    """A cafe has an owner: the last one stays and stays owner."""


@dataclass(frozen=True, slots=True)
class NameUnfit:
    """Names that customers or staff read are short and have letters."""

    most: int


@dataclass(frozen=True, slots=True)
class WrongPin:
    """Not the PIN of whoever was picked at a till. Remembered."""

    till_id: TillId
    left: int
    """Tries that are left before a pause."""


@dataclass(frozen=True, slots=True)
class PinPaused:
    """Five wrong PINs in ten minutes pause the PIN of that person at that till until this moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class PinLocked:
    """Ten wrong PINs on one day lock the PIN of that person at every till, until the cafe's day is over."""


StaffRefusal = (
    InviteOver
    | InviteForAnother
    | AlreadyStaff
    | AlreadyTill
    | NotTill
    | StaffGone
    | TillGone
    | LastOwner
    | NameUnfit
    | WrongPin
    | PinPaused
    | PinLocked
)
