"""What stands behind the buttons of customers' screens, and what anybody does for themselves.

Not here: "this wasn't me" (corrections.py) and letters (chat.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW, LanguageCode
from loyalty.ids import OfferId, OperationId, RewardId


class AnswerHandOver(CallbackData, prefix="oa"):
    """The customer's yes or no."""

    offer_id: Annotated[OfferId, ROW]
    agreed: bool


class AnswerSpending(CallbackData, prefix="sa"):
    """The customer's yes or no to paying with points."""

    offer_id: Annotated[OfferId, ROW]
    agreed: bool


class SpendPoints(CallbackData, prefix="mp"):
    """Show a code with which points pay for a part of the bill."""


class PickReward(CallbackData, prefix="rp"):
    """Show a code with this reward picked."""

    reward_id: Annotated[RewardId, ROW]


class TurnPage(CallbackData, prefix="hp"):
    """Show the receipts before a number; None: the newest."""

    before: Annotated[OperationId, ROW] | None


class ShowOwnCode(CallbackData, prefix="mc"):
    """Stamp me, for staff on their day off: their keyboard has no room for it."""


class ListOwnRewards(CallbackData, prefix="mr"):
    """My rewards, for the same."""


class OpenOwnHistory(CallbackData, prefix="mh"):
    """My receipts, for the same."""


class Speak(CallbackData, prefix="ln"):
    """Speak this language from now on."""

    language: LanguageCode


class ForgetMe(CallbackData, prefix="fg"):
    """Erase everything, or keep it."""

    sure: bool


CUSTOMER: tuple[type[CallbackData], ...] = (
    AnswerHandOver, AnswerSpending, SpendPoints, PickReward, TurnPage, ShowOwnCode, ListOwnRewards,
    OpenOwnHistory, Speak, ForgetMe,
)  # fmt: skip
