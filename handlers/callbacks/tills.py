"""What stands behind the buttons about tills, of whoever is on shift there, and of PINs.

Not here: inviting a till (staff.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW
from loyalty.ids import StaffId, TillId

Digit = Annotated[int, Field(ge=0, le=10)]


class OpenTill(CallbackData, prefix="to"):
    """What can be done about a till."""

    till_id: Annotated[TillId, ROW]


class RenameTill(CallbackData, prefix="tn"):
    """Ask for a till's name."""

    till_id: Annotated[TillId, ROW]


class EndTillShift(CallbackData, prefix="te"):
    """Whoever is on shift at that till is off."""

    till_id: Annotated[TillId, ROW]


class RemoveTill(CallbackData, prefix="tr"):
    """It is no till any more; asks once."""

    till_id: Annotated[TillId, ROW]
    sure: bool


class ShowShift(CallbackData, prefix="ts"):
    """At a till: everybody who could be on shift."""


class TakeShift(CallbackData, prefix="tt"):
    """At a till: this is me."""

    staff_id: Annotated[StaffId, ROW]


class EndShift(CallbackData, prefix="tx"):
    """At a till: nobody is on shift."""


class ShiftPin(CallbackData, prefix="tp"):
    """At a till: a digit of a PIN; 10 erases them."""

    staff_id: Annotated[StaffId, ROW]
    digit: Digit


class OwnPin(CallbackData, prefix="op"):
    """A digit of the PIN that somebody chooses; 10 erases them."""

    digit: Digit


class ClearPin(CallbackData, prefix="ox"):
    """No till asks for my PIN any more."""


TILLS: tuple[type[CallbackData], ...] = (
    OpenTill, RenameTill, EndTillShift, RemoveTill, ShowShift, TakeShift, EndShift, ShiftPin, OwnPin,
    ClearPin,
)  # fmt: skip
