"""What stands behind the buttons of an owner's own question: its answers, and what came of it.

Not here: the buttons of its draft that any draft has (broadcast.py), and the one that mutes (posts.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from handlers.callbacks.bounds import ROW
from loyalty.ids import CampaignId, RecipientId
from loyalty.own_questions import MOST_CHOICES, AnswerForm

Question = Annotated[CampaignId, ROW]


class BeginQuestion(CallbackData, prefix="jn"):
    """Ask something else."""


class SetAnswerForm(CallbackData, prefix="jf"):
    """A number, or the own words."""

    campaign_id: Question
    form: AnswerForm


class ChooseAnswer(CallbackData, prefix="ja"):
    """This answer, or this number."""

    recipient_id: Annotated[RecipientId, ROW]
    number: Annotated[int, Field(ge=1, le=MOST_CHOICES)]


class ChangeAnswer(CallbackData, prefix="jr"):
    """Another answer, please."""

    recipient_id: Annotated[RecipientId, ROW]


class ShowOwnResults(CallbackData, prefix="js"):
    """What was answered."""

    campaign_id: Question


class ReadOwnTexts(CallbackData, prefix="jt"):
    """What was answered in the own words."""

    campaign_id: Question
    page: Annotated[int, Field(ge=0, le=99_999)]


class DrawOwnResults(CallbackData, prefix="jp"):
    """The same as a picture."""

    campaign_id: Question


class CloseQuestion(CallbackData, prefix="jc"):
    """Nobody can answer any more; `sure`: asked once."""

    campaign_id: Question
    sure: bool


class TryQuestion(CallbackData, prefix="jx"):
    """An answer under a preview, or under the question that the owner sent to himself."""


OWN_QUESTIONS: tuple[type[CallbackData], ...] = (
    BeginQuestion, SetAnswerForm, ChooseAnswer, ChangeAnswer, ShowOwnResults, ReadOwnTexts, DrawOwnResults,
    CloseQuestion, TryQuestion,
)  # fmt: skip
