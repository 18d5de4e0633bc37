"""What stands behind the inline buttons: an action, a number to look up, at most a small count.

Not here: rights and states. A callback is untrusted text; every use case judges the person anew.
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from loyalty.ids import InviteId, OfferId, OperationId, RewardId, VisitId

_ROW = Field(ge=1, le=2**63 - 1)  # what a row's number can be: a larger one would be an error in the database
_COUNT = Field(ge=1, le=99)

Count = Annotated[int, _COUNT]


class Confirm(CallbackData, prefix="vc"):
    """Give this many stamps in an open visit."""

    visit_id: Annotated[VisitId, _ROW]
    stamps: Count


class Add(CallbackData, prefix="va"):
    """Add stamps to a confirmed visit; `add` is its number, so that a second tap changes nothing."""

    visit_id: Annotated[VisitId, _ROW]
    stamps: Count
    add: Count


class ShowAdds(CallbackData, prefix="vs"):
    """Open or close the row of further stamps under a settled visit."""

    visit_id: Annotated[VisitId, _ROW]
    shown: bool


class Decline(CallbackData, prefix="vd"):
    """Put an open visit aside."""

    visit_id: Annotated[VisitId, _ROW]


class Undo(CallbackData, prefix="vu"):
    """Take a visit back."""

    visit_id: Annotated[VisitId, _ROW]


class HandOver(CallbackData, prefix="ro"):
    """Ask the customer about a reward, or hand it over when they picked it."""

    visit_id: Annotated[VisitId, _ROW]
    reward_id: Annotated[RewardId, _ROW]


class UndoHandOver(CallbackData, prefix="ru"):
    """Take a handing over back."""

    reward_id: Annotated[RewardId, _ROW]


class AnswerHandOver(CallbackData, prefix="oa"):
    """The customer's yes or no."""

    offer_id: Annotated[OfferId, _ROW]
    agreed: bool


class PickReward(CallbackData, prefix="rp"):
    """Show a code with this reward picked."""

    reward_id: Annotated[RewardId, _ROW]


class TurnPage(CallbackData, prefix="hp"):
    """Show the receipts before a number; None: the newest."""

    before: Annotated[OperationId, _ROW] | None


class AnswerInvite(CallbackData, prefix="ia"):
    """The owner's yes or no to who came."""

    invite_id: Annotated[InviteId, _ROW]
    accept: bool


class SetRewardAtOnce(CallbackData, prefix="pr"):
    """When a filled reward can be had: the wish, not a flip, so that a second tap changes nothing."""

    at_once: bool


class Rename(CallbackData, prefix="pn"):
    """Ask for the cafe's name."""


ALL: tuple[type[CallbackData], ...] = (
    Confirm, Add, ShowAdds, Decline, Undo, HandOver, UndoHandOver, AnswerHandOver, PickReward, TurnPage,
    AnswerInvite, SetRewardAtOnce, Rename,
)  # fmt: skip
