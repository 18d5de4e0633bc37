"""What stands behind the buttons of surveys: the answers of customers, and the owner's page of what is asked.

Not here: the button that mutes them (posts.py), and the numbers (voice.py).
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import AfterValidator, Field

from handlers.callbacks.bounds import ROW
from loyalty.campaigns import SURVEYS as ASKED_AFTER_VISITS
from loyalty.campaigns import CampaignKind
from loyalty.ids import AspectId, RecipientId


def _is_asked_after_visits(kind: CampaignKind) -> CampaignKind:
    """No other kind: a standing post is switched on once its words were read (standing.py)."""
    if kind not in ASKED_AFTER_VISITS:
        raise ValueError(f"{kind} is not asked after a visit")
    return kind


SurveyKind = Annotated[CampaignKind, AfterValidator(_is_asked_after_visits)]


class ListeningTerm(StrEnum):
    """What an owner sets by a tap."""

    DELAY = "delay"
    """Hours after the visit."""
    SAMPLE = "sample"
    """Per cent of the visits."""


class ScoreVisit(CallbackData, prefix="ys"):
    """This score."""

    recipient_id: Annotated[RecipientId, ROW]
    score: Annotated[int, Field(ge=0, le=10)]


class ReconsiderScore(CallbackData, prefix="yr"):
    """Another score, please."""

    recipient_id: Annotated[RecipientId, ROW]


class SkipReason(CallbackData, prefix="yk"):
    """No reason."""

    recipient_id: Annotated[RecipientId, ROW]


class PassPraise(CallbackData, prefix="yp"):
    """My words may go to whoever served me."""

    recipient_id: Annotated[RecipientId, ROW]


class ShowListening(CallbackData, prefix="yl"):
    """What is asked."""


class ReadSurveyWords(CallbackData, prefix="yw"):
    """Its words in the cafe's languages, with the button that switches it on."""

    kind: SurveyKind


class SwitchListening(CallbackData, prefix="yx"):
    """On, once its words were read; or off."""

    kind: SurveyKind
    on: bool


class OpenListeningTerm(CallbackData, prefix="yt"):
    """How long after the visit, or after which share of them?"""

    term: ListeningTerm


class SetListeningTerm(CallbackData, prefix="yv"):
    """So long, or so many."""

    term: ListeningTerm
    value: Annotated[int, Field(ge=0, le=100)]


class AskReviewLink(CallbackData, prefix="yy"):
    """Where may customers write about the cafe?"""


class DropReviewLink(CallbackData, prefix="yz"):
    """Nowhere."""


class OpenAspects(CallbackData, prefix="ya"):
    """What is asked about, one at a time."""


class AddAspect(CallbackData, prefix="yd"):
    """One more."""


class RenameAspect(CallbackData, prefix="ye"):
    """The same under another name."""

    aspect_id: Annotated[AspectId, ROW]


class TakeAspectOff(CallbackData, prefix="yo"):
    """It is asked about no more."""

    aspect_id: Annotated[AspectId, ROW]


SURVEYS: tuple[type[CallbackData], ...] = (
    ScoreVisit, ReconsiderScore, SkipReason, PassPraise, ShowListening, ReadSurveyWords, SwitchListening,
    OpenListeningTerm, SetListeningTerm, AskReviewLink, DropReviewLink, OpenAspects, AddAspect, RenameAspect,
    TakeAspectOff,
)  # fmt: skip
