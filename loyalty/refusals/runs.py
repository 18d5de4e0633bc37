"""Refusals around sending a campaign and steering what is being sent.

Not here: what is wrong with a draft (drafts.py), and with taking an offer (gifts.py).
"""

from dataclasses import dataclass

from loyalty.runs import RunState


@dataclass(frozen=True, slots=True)
class CampaignGone:
    """There is no such draft any more."""


@dataclass(frozen=True, slots=True)
class PostMissing:
    """Nothing is written yet."""


@dataclass(frozen=True, slots=True)
class LastDateOver:
    """Of a post that repeats: no date is left on which it would go out."""


@dataclass(frozen=True, slots=True)
class HoldOutTooSmall:
    """Of so few, nothing could be told from those who are held out."""

    reached: int
    least: int


@dataclass(frozen=True, slots=True)
class RunMovedOn:
    """The run is not where the button left it."""

    state: RunState


RunRefusal = CampaignGone | PostMissing | LastDateOver | HoldOutTooSmall | RunMovedOn
