"""Refusals of answers to a survey, and of what an owner wants to be asked.

Not here: why somebody is not asked at all (loyalty/policy.py, use_cases/campaigns/planners/surveys.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SurveyOver:
    """Nobody answered it for two weeks."""


@dataclass(frozen=True, slots=True)
class CorrectionOver:
    """The score was given more than an hour ago."""


@dataclass(frozen=True, slots=True)
class ScoreFirst:
    """Words came before a score."""


@dataclass(frozen=True, slots=True)
class ReasonKept:
    """A reason was given before, and there is one."""


@dataclass(frozen=True, slots=True)
class ReasonUnfit:
    """Neither text, voice nor photo."""


@dataclass(frozen=True, slots=True)
class RecordingGone:
    """A spoken or photographed reason is there no more."""


@dataclass(frozen=True, slots=True)
class AspectGone:
    """It is not on the list any more."""


@dataclass(frozen=True, slots=True)
class TooManyAspects:
    """The list is as long as it can be. `most`: aspects."""

    most: int


@dataclass(frozen=True, slots=True)
class LastAspect:
    """While aspects are asked about, one has to be left."""


@dataclass(frozen=True, slots=True)
class ReviewLinkUnfit:
    """No link that a button can carry."""


SurveyRefusal = (
    SurveyOver | CorrectionOver | ScoreFirst | ReasonKept | ReasonUnfit | RecordingGone | AspectGone
    | TooManyAspects | LastAspect | ReviewLinkUnfit
)  # fmt: skip
