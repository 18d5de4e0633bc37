"""Refusals around sending a campaign, in words: one sentence why, one what to do.

Not here: all other refusals (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    CampaignGone,
    HoldOutTooSmall,
    LastDateOver,
    PostMissing,
    RunMovedOn,
    RunRefusal,
)


def word_run_refusal(refusal: RunRefusal, words: Words) -> str:
    """Plain text, fit for a toast."""
    match refusal:
        case CampaignGone():
            return words.plain("error-campaign-gone")
        case PostMissing():
            return words.plain("error-post-missing")
        case LastDateOver():
            return words.plain("error-last-date-over")
        case HoldOutTooSmall(reached=reached, least=least):
            return words.plain("error-hold-out-small", reached=reached, least=least)
        case RunMovedOn(state=state):
            return words.plain("error-run-moved-on", state=state.value)
        case _:
            assert_never(refusal)
