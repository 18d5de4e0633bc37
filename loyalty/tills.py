"""Tills: shared accounts at the counter, who is on shift at them, and the PIN that a shift may ask for.

Not here: what a till may do, which is what whoever is on shift may do (use_cases/staff/authority.py).
"""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.ids import StaffId
from loyalty.people import StaffMember, Till
from loyalty.programs import Rules

LONGEST_TILL_NAME = 24
PIN_DIGITS = 4
WRONG_PINS = 5
WRONG_PINS_WINDOW = timedelta(minutes=10)
"""So many wrong PINs in so long pause the PIN of that person at that till."""
WRONG_PINS_A_DAY = 2 * WRONG_PINS
"""So many on one day of the cafe, at all tills together, lock it until the day is over."""

_PIN = re.compile(rf"\d{{{PIN_DIGITS}}}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody stands at a till; it ends by itself with the cafe's day."""

    staff: StaffMember
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TillToday:
    """A till with who is on shift, None when nobody is."""

    till: Till
    shift: Shift | None


@dataclass(frozen=True, slots=True)
class TillFacts:
    """What a till shows: who is on shift, and everybody who could be."""

    till: Till
    shift: Shift | None
    staff: Sequence[StaffMember]
    rules: Rules
    """By which its clock goes."""


def is_pin(digits: str) -> bool:
    """Whether this can be a PIN: four digits."""
    return _PIN.fullmatch(digits) is not None


def hash_pin(digits: str, *, staff_id: StaffId, key: str) -> str:
    """How a PIN is kept: keyed, and with its owner, so that two equal PINs don't look alike."""
    return hmac.new(key.encode(), f"pin:{staff_id}:{digits}".encode(), hashlib.sha256).hexdigest()


def paused_until(wrong: Sequence[datetime]) -> datetime | None:
    """Until when a PIN is paused, given the wrong tries of the window, oldest first; None: it is not."""
    return wrong[-WRONG_PINS] + WRONG_PINS_WINDOW if len(wrong) >= WRONG_PINS else None
