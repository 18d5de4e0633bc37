"""What stands behind the buttons of the queue, and of the staff chat that shows it.

Not here: the staff card that opens from it (counter.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import ScanId, VisitId


class Serve(CallbackData, prefix="qs"):
    """+1 for somebody who waits in the queue, or their card."""

    scan_id: Annotated[ScanId, ROW]


class ChooseAbsent(CallbackData, prefix="qa"):
    """Ask in the queue who is not here, or back."""

    shown: bool


class NotHere(CallbackData, prefix="qn"):
    """Take somebody off the queue who is not at the counter."""

    scan_id: Annotated[ScanId, ROW]


class BringCard(CallbackData, prefix="qc"):
    """The staff card of a visit from the queue."""

    visit_id: Annotated[VisitId, ROW]


class BindHere(CallbackData, prefix="sb"):
    """Make this group the staff chat."""


class UnbindStaffChat(CallbackData, prefix="su"):
    """Show the queue in no group any more."""


class PickStaffChat(CallbackData, prefix="sp"):
    """Pick another group as staff chat."""


QUEUE: tuple[type[CallbackData], ...] = (
    Serve, ChooseAbsent, NotHere, BringCard, BindHere, UnbindStaffChat, PickStaffChat,
)  # fmt: skip
