"""A question of the owner's own: how it may be answered, one answer, and what all answers come to.

Not here: whom it goes to (segments.py), when (campaigns.py), and its words, which are posts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty import surveys
from loyalty.ids import QuestionId, RecipientId
from loyalty.responses import CORRECTION

RUNS: Final = timedelta(days=14)
"""So long after its hour a question can be answered."""
FEWEST_CHOICES: Final = 2
MOST_CHOICES: Final = 6
"""Answers to choose from."""
LONGEST_CHOICE: Final = 32
"""Characters that fit a button on a small phone."""
SCALE: Final = range(1, 6)
LONGEST_ANSWER: Final = 1000
"""Of an answer in the own words, as Telegram counts."""
ROOM: Final = 400
"""So much of a message is left for what stands below the question."""


class AnswerForm(StrEnum):
    """How it may be answered."""

    CHOICE = "choice"
    """One of the owner's answers."""
    SCALE = "scale"
    """1 to 5."""
    TEXT = "text"
    """In the own words, as a reply."""


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """Somebody was asked, and perhaps answered."""

    recipient_id: RecipientId
    question_id: QuestionId
    """The only one of its day."""
    number: int | None
    """Which answer, from 1, or where on the scale; None: in the own words, or not answered."""
    text: str | None
    answered_at: datetime | None
    """The first time; None: not yet."""

    def may_change(self, now: datetime) -> bool:
        """Whether another answer can still be given."""
        return self.answered_at is None or now < self.answered_at + CORRECTION


@dataclass(frozen=True, slots=True)
class OwnTally:
    """What all answers come to."""

    asked: int
    """Whom the question reached."""
    answered: int
    numbers: Mapping[int, int]
    """How many chose each; those that nobody chose are left out."""

    def percent(self, number: int) -> float | None:
        """Of those asked, how many per cent chose it; None: too few answered to say."""
        if self.answered < surveys.FEWEST:
            return None
        return 100 * self.numbers.get(number, 0) / self.asked

    @property
    def mean(self) -> float | None:
        """Of a scale; None: too few answered to say."""
        total = sum(number * count for number, count in self.numbers.items())
        return surveys.average(total, sum(self.numbers.values()))
