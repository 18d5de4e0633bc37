"""What stands behind the owner's buttons about what is being sent and what was.

Not here: the buttons of a draft (broadcast.py), and those that customers get (posts.py).
"""

from enum import StrEnum
from typing import Annotated

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.bounds import ROW
from loyalty.ids import CampaignId, RunId

Which = Annotated[RunId, ROW]


class RunTap(StrEnum):
    """What a tap does to a run."""

    TAKE_BACK = "back"
    """It was not meant: a draft again."""
    PAUSE = "pause"
    """Nothing more for now."""
    RESUME = "resume"
    """Go on; after a pilot, to the rest. What was stopped is regretted soon."""
    STOP = "stop"
    """End it here."""
    COUNT = "count"
    """Bring the report up to date."""


class SteerRun(CallbackData, prefix="us"):
    """One of them."""

    run_id: Which
    tap: RunTap


class OpenRun(CallbackData, prefix="uo"):
    """Send its message anew."""

    run_id: Which


class OpenRuns(CallbackData, prefix="ul"):
    """All that was sent."""


class EndRepeating(CallbackData, prefix="ue"):
    """The post goes out no more."""

    campaign_id: Annotated[CampaignId, ROW]


RUNS: tuple[type[CallbackData], ...] = (
    SteerRun, OpenRun, OpenRuns, EndRepeating,
)  # fmt: skip
