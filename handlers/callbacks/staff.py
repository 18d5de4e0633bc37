"""What stands behind the buttons about who works here: invites, roles, removals, departures.

Not here: tills and shifts (tills.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import DepartureId, InviteId, StaffId


class AnswerInvite(CallbackData, prefix="ia"):
    """The owner's yes or no to who came."""

    invite_id: Annotated[InviteId, ROW]
    accept: bool


class OpenStaffList(CallbackData, prefix="sl"):
    """Back to everybody who works here."""


class OpenStaffMember(CallbackData, prefix="sm"):
    """What can be done about one of them."""

    staff_id: Annotated[StaffId, ROW]


class SetManager(CallbackData, prefix="sg"):
    """Manager or barista: the wish, not a flip, so that a second tap changes nothing."""

    staff_id: Annotated[StaffId, ROW]
    manager: bool


class Dismiss(CallbackData, prefix="sd"):
    """Remove somebody; asks once."""

    staff_id: Annotated[StaffId, ROW]
    sure: bool


class InviteAs(CallbackData, prefix="si"):
    """A link for a barista or a manager."""

    manager: bool


class InviteTill(CallbackData, prefix="st"):
    """A link for a till."""


class PickPeople(CallbackData, prefix="sk"):
    """Pick people from Telegram's list."""


class AnswerDeparture(CallbackData, prefix="da"):
    """Whether somebody who left the staff chat works here still."""

    departure_id: Annotated[DepartureId, ROW]
    keep: bool


class LeaveWork(CallbackData, prefix="lv"):
    """Stop working here, or not."""

    sure: bool


STAFF: tuple[type[CallbackData], ...] = (
    AnswerInvite, OpenStaffList, OpenStaffMember, SetManager, Dismiss, InviteAs, InviteTill, PickPeople,
    AnswerDeparture, LeaveWork,
)  # fmt: skip
