"""What stands behind the buttons of the staff card: stamps, rewards, and what limits ask.

Not here: who waits (queue.py), and what is put right later (corrections.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW, Count
from loyalty.ids import ApprovalId, FlagId, RewardId, VisitId
from loyalty.limits import Reason
from loyalty.programs import MOST_USUAL

Place = Annotated[int, Field(ge=0, le=MOST_USUAL - 1)]


class Confirm(CallbackData, prefix="vc"):
    """Give this many stamps in an open visit."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Count


class ConfirmFor(CallbackData, prefix="vr"):
    """Give this many stamps in an open visit, and say why once more; none, when a bill is kept for it."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Annotated[int, Field(ge=0, le=99)]
    reason: Reason


class ConfirmBill(CallbackData, prefix="vb"):
    """Enter a usual amount in an open visit, by its place among them, with this many stamps."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Annotated[int, Field(ge=0, le=99)]
    place: Place


class ConfirmBillFor(CallbackData, prefix="vk"):
    """The same, and say why once more."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Annotated[int, Field(ge=0, le=99)]
    place: Place
    reason: Reason


class EnterBill(CallbackData, prefix="ve"):
    """Enter the bill of a visit whose stamps were given before."""

    visit_id: Annotated[VisitId, ROW]
    place: Place


class PayWithPoints(CallbackData, prefix="vp"):
    """Ask the customer whether points pay for a part of the bill."""

    visit_id: Annotated[VisitId, ROW]


class Join(CallbackData, prefix="vj"):
    """Add the stamp of an open visit to an earlier one."""

    visit_id: Annotated[VisitId, ROW]
    to: Annotated[VisitId, ROW]


class DecideApproval(CallbackData, prefix="ap"):
    """A manager's word on stamps that a limit holds back."""

    approval_id: Annotated[ApprovalId, ROW]
    grant: bool


class Add(CallbackData, prefix="va"):
    """Add stamps to a confirmed visit; `add` is its number, so that a second tap changes nothing."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Count
    add: Count


class ShowAdds(CallbackData, prefix="vs"):
    """Open or close the row of further stamps under a settled visit."""

    visit_id: Annotated[VisitId, ROW]
    shown: bool


class Decline(CallbackData, prefix="vd"):
    """Put an open visit aside."""

    visit_id: Annotated[VisitId, ROW]


class Undo(CallbackData, prefix="vu"):
    """Take a visit back."""

    visit_id: Annotated[VisitId, ROW]


class HandOver(CallbackData, prefix="ro"):
    """Ask the customer about a reward, or hand it over when they picked it."""

    visit_id: Annotated[VisitId, ROW]
    reward_id: Annotated[RewardId, ROW]


class UndoHandOver(CallbackData, prefix="ru"):
    """Take a handing over back."""

    reward_id: Annotated[RewardId, ROW]


class DecideFlag(CallbackData, prefix="fl"):
    """A manager's word on what passed with a flag: fine, or ask whoever did it."""

    flag_id: Annotated[FlagId, ROW]
    asked: bool


COUNTER: tuple[type[CallbackData], ...] = (
    Confirm, ConfirmFor, ConfirmBill, ConfirmBillFor, EnterBill, PayWithPoints, Join, DecideApproval,
    Add, ShowAdds, Decline, Undo, HandOver, UndoHandOver,
    DecideFlag,
)  # fmt: skip
