"""What stands behind the owner's buttons about what is being sent and what was.

Not here: the buttons of a draft (broadcast.py), and those that customers get (posts.py).
"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import CampaignId, RunId

Which = Annotated[RunId, ROW]


class TakeBackRun(CallbackData, prefix="ut"):
    """It was not meant: a draft again."""

    run_id: Which


class PauseRun(CallbackData, prefix="up"):
    """Nothing more for now."""

    run_id: Which


class ResumeRun(CallbackData, prefix="ur"):
    """Go on; after a pilot, to the rest."""

    run_id: Which


class StopRun(CallbackData, prefix="us"):
    """End it here."""

    run_id: Which


class CountRun(CallbackData, prefix="uc"):
    """Bring the report up to date."""

    run_id: Which


class OpenRun(CallbackData, prefix="uo"):
    """Send its message anew."""

    run_id: Which


class OpenRuns(CallbackData, prefix="ul"):
    """All that was sent."""


class EndRepeating(CallbackData, prefix="ue"):
    """The post goes out no more."""

    campaign_id: Annotated[CampaignId, ROW]


RUNS: tuple[type[CallbackData], ...] = (
    TakeBackRun, PauseRun, ResumeRun, StopRun, CountRun, OpenRun, OpenRuns, EndRepeating,
)  # fmt: skip
