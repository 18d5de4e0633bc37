"""What stands behind the buttons of what a customer lets us send, and of the birthday.

Not here: the buttons of a campaign's message, one of which mutes (posts.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW
from loyalty.ids import QuestionId
from loyalty.wishes import Purpose

_MONTH = Field(ge=1, le=12)
_DAY = Field(ge=1, le=31)


class AnswerQuestion(CallbackData, prefix="wq"):
    """Yes or no under a receipt."""

    question_id: Annotated[QuestionId, ROW]
    agreed: bool


class OpenWishes(CallbackData, prefix="wo"):
    """What you may send me."""


class SetWish(CallbackData, prefix="ws"):
    """A purpose as the customer wants it: the wish, not a flip."""

    purpose: Purpose
    on: bool


class TellBirthday(CallbackData, prefix="bt"):
    """Ask me for the date."""


class PickMonth(CallbackData, prefix="bm"):
    """The month of the birthday; the days come next."""

    month: Annotated[int, _MONTH]


class PickBirthday(CallbackData, prefix="bd"):
    """A day that is shown once more before it is kept."""

    month: Annotated[int, _MONTH]
    day: Annotated[int, _DAY]


class KeepBirthday(CallbackData, prefix="bk"):
    """That is right."""

    month: Annotated[int, _MONTH]
    day: Annotated[int, _DAY]


class DeleteBirthday(CallbackData, prefix="bx"):
    """Delete the date: asked once, then done."""

    sure: bool


WISHES: tuple[type[CallbackData], ...] = (
    AnswerQuestion, OpenWishes, SetWish, TellBirthday, PickMonth, PickBirthday, KeepBirthday,
    DeleteBirthday,
)  # fmt: skip
