"""Refusals of an owner's own question while it is written, and of answers to it.

Not here: those of posts in general (drafts.py).
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class QuestionRuns:
    """Another one can be answered still; there is one at a time."""

    begins: str
    """How that one begins."""
    until: date
    """On the cafe's calendar."""


@dataclass(frozen=True, slots=True)
class QuestionIsWords:
    """A question has no picture, link, offer, pilot or rhythm."""


@dataclass(frozen=True, slots=True)
class AnswersMissing:
    """It was not said yet how it may be answered."""


@dataclass(frozen=True, slots=True)
class AnswersUnfit:
    """Too few answers to choose from, too many, one that is too long, or the same twice."""

    longest: int


@dataclass(frozen=True, slots=True)
class AnswersDiffer:
    """In the first language there are more or fewer. `count`: as many as there."""

    count: int


@dataclass(frozen=True, slots=True)
class QuestionOver:
    """It can't be answered any more."""


@dataclass(frozen=True, slots=True)
class AnswerFixed:
    """It was answered more than an hour ago."""


@dataclass(frozen=True, slots=True)
class AnsweredByTap:
    """It has buttons, and no words answer it."""


@dataclass(frozen=True, slots=True)
class OwnWordsUnfit:
    """An answer in the own words is text, so long at most."""

    longest: int


OwnQuestionRefusal = (
    QuestionRuns | QuestionIsWords | AnswersMissing | AnswersUnfit | AnswersDiffer | QuestionOver
    | AnswerFixed | AnsweredByTap | OwnWordsUnfit
)  # fmt: skip
