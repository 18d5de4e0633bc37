"""Refusals of answers to a survey, and of what an owner wants to be asked, in words.

Not here: all others (errors.py).
"""

from typing import assert_never

from handlers.texts import Words
from loyalty.refusals import (
    AspectGone,
    CorrectionOver,
    LastAspect,
    ReasonKept,
    ReasonUnfit,
    RecordingGone,
    ReviewLinkUnfit,
    ScoreFirst,
    SurveyOver,
    SurveyRefusal,
    TooManyAspects,
)


def word_survey_refusal(refusal: SurveyRefusal, words: Words) -> str:
    """One sentence why, one what to do."""
    match refusal:
        case SurveyOver():
            return words.plain("error-survey-over")
        case CorrectionOver():
            return words.plain("error-correction-over")
        case ScoreFirst():
            return words.plain("error-score-first")
        case ReasonKept():
            return words.plain("error-reason-kept")
        case ReasonUnfit():
            return words.plain("error-reason-unfit")
        case RecordingGone():
            return words.plain("error-recording-gone")
        case AspectGone():
            return words.plain("error-aspect-gone")
        case TooManyAspects(most=most):
            return words.plain("error-too-many-aspects", most=most)
        case LastAspect():
            return words.plain("error-last-aspect")
        case ReviewLinkUnfit():
            return words.plain("error-review-link")
        case _:
            assert_never(refusal)
