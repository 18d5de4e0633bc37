"""Refusals of who somebody is: roles and shifts decide who may.

Not here: being hired, tills and PINs (staff.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotStaff:
    """The person does not work here, or no longer."""


@dataclass(frozen=True, slots=True)
class NotManager:
    """Only a manager or an owner may do this."""


@dataclass(frozen=True, slots=True)
class NotOwner:
    """Only an owner may do this."""


@dataclass(frozen=True, slots=True)
class NobodyOnShift:
    """A till acts for whoever is on shift, and nobody is."""


@dataclass(frozen=True, slots=True)
class OwnPhoneOnly:
    """What is somebody's own is not done at a till."""


RightsRefusal = NotStaff | NotManager | NotOwner | NobodyOnShift | OwnPhoneOnly
