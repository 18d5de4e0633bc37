"""What stands behind the owner's buttons about what customers said.

Not here: the buttons that customers answer with, and what is asked (surveys.py).
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import CampaignId, LocationId, RecipientId
from loyalty.surveys import Band, Frequency
from loyalty.voice import Period


class VoicePicture(StrEnum):
    """What can be drawn."""

    SCORES = "scores"
    """How many gave which score in a period."""
    MONTHS = "months"
    WEEKS = "weeks"
    MATRIX = "matrix"


class OpenVoice(CallbackData, prefix="oj"):
    """The numbers of a period."""

    period: Period


class DrawVoice(CallbackData, prefix="od"):
    """A picture of them; only one of all scores asks for the period, and only a trend for the location."""

    picture: VoicePicture
    period: Period
    location_id: Annotated[LocationId, ROW] | None = None


class OpenMatrix(CallbackData, prefix="oe"):
    """Who says what and comes how often."""


class OpenReasons(CallbackData, prefix="or"):
    """Reasons of a band, beginning behind that answer."""

    band: Band
    before: Annotated[RecipientId, ROW] | None = None


class PlayReason(CallbackData, prefix="oy"):
    """A spoken or photographed reason, as it was sent."""

    recipient_id: Annotated[RecipientId, ROW]


class WriteToCell(CallbackData, prefix="ow"):
    """A post to the customers of a cell."""

    band: Band
    often: Frequency


class DropVoiced(CallbackData, prefix="ov"):
    """Whatever they said and however often they come."""

    campaign_id: Annotated[CampaignId, ROW]


VOICE: tuple[type[CallbackData], ...] = (
    OpenVoice, DrawVoice, OpenMatrix, OpenReasons, PlayReason, WriteToCell, DropVoiced,
)  # fmt: skip
