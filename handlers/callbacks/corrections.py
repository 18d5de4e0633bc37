"""What stands behind the buttons that put a card right, carry an old one over, freeze and thaw.

Not here: the ordinary undo (counter.py).
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW, Count
from loyalty.ids import FreezeId, OperationId, VisitId


class UsualReason(StrEnum):
    """Why something is taken back late, in one tap."""

    REFUND = "refund"
    WRONG_CARD = "wrong_card"
    MISTAKE = "mistake"


class TakeBack(CallbackData, prefix="lu"):
    """A manager takes back what a receipt gave, for a usual reason."""

    operation_id: Annotated[OperationId, ROW]
    reason: UsualReason


class TakeBackOtherwise(CallbackData, prefix="lw"):
    """The same with a reason in the manager's own words, which are asked for."""

    operation_id: Annotated[OperationId, ROW]


class Adjust(CallbackData, prefix="ad"):
    """Ask a manager by how many stamps the card is to be put right, and why."""

    visit_id: Annotated[VisitId, ROW]


class ShowOldCard(CallbackData, prefix="os"):
    """Open or close the rows of how many stamps are on an old paper card."""

    visit_id: Annotated[VisitId, ROW]
    shown: bool


class CarryOldCard(CallbackData, prefix="oc"):
    """Carry this many stamps of an old paper card over."""

    visit_id: Annotated[VisitId, ROW]
    stamps: Count


class NotMe(CallbackData, prefix="nm"):
    """The customer says "this wasn't me" about a receipt, and is asked once more."""

    operation_id: Annotated[OperationId, ROW]


class AnswerNotMe(CallbackData, prefix="na"):
    """Freeze the own card over this receipt, or leave it."""

    operation_id: Annotated[OperationId, ROW]
    freeze: bool


class Thaw(CallbackData, prefix="ft"):
    """A manager has looked: unfreeze."""

    freeze_id: Annotated[FreezeId, ROW]


class ThawOwn(CallbackData, prefix="fo"):
    """The customer unfreezes the own card, a day later."""


CORRECTIONS: tuple[type[CallbackData], ...] = (
    TakeBack, TakeBackOtherwise, Adjust, ShowOldCard, CarryOldCard, NotMe, AnswerNotMe, Thaw, ThawOwn,
)  # fmt: skip
