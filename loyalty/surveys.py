"""Surveys: how a score is read, what many come to, how much chance is in that; and how often somebody comes.

Source: Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003; the standard
error is that of answers read as +1, 0 and -1. Not here: who is asked when (use_cases/campaigns/planners), and
the one answer (responses.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import sqrt
from typing import Final

HIGHEST: Final = 10
"""Of the question how likely somebody is to recommend the cafe; the lowest is 0."""
HIGHEST_OF_ASPECT: Final = 5
"""Of one aspect of a visit; the lowest is 1."""
FEWEST: Final = 30
"""With fewer answers there is no score, no average and no per cent: it would be chance."""
FRESH: Final = timedelta(days=365)
"""What somebody said longer ago says nothing of them today."""


class Band(StrEnum):
    """What somebody who gave a score is: 9-10, 7-8, 0-6."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


class Frequency(StrEnum):
    """How often somebody comes."""

    FORTNIGHTLY = "fortnightly"
    """Once a fortnight, or more often."""
    MONTHLY = "monthly"
    """Once a month at least."""
    SELDOM = "seldom"


COUNTED_FOR: Final = timedelta(days=90)
"""Visits within this time say how often somebody comes."""
FEWEST_VISITS: Final[Mapping[Frequency, int]] = {
    Frequency.FORTNIGHTLY: 6,
    Frequency.MONTHLY: 3,
    Frequency.SELDOM: 0,
}
"""From so many visits on; the most frequent first."""
BANDS: Final[Mapping[Band, range]] = {
    Band.PROMOTER: range(9, HIGHEST + 1),
    Band.PASSIVE: range(7, 9),
    Band.DETRACTOR: range(7),
}
"""The scores of each; the best first."""
BANDS_OF_ASPECT: Final[Mapping[Band, range]] = {
    Band.PROMOTER: range(HIGHEST_OF_ASPECT, HIGHEST_OF_ASPECT + 1),
    Band.PASSIVE: range(3, HIGHEST_OF_ASPECT),
    Band.DETRACTOR: range(1, 3),
}
"""The same of one aspect: 5 is like a promoter's, 1 and 2 are like a detractor's."""


def band_of(score: int, *, aspect: bool = False) -> Band:
    """Who gave this score: 0-10, of an aspect 1-5."""
    for band, scores in (BANDS_OF_ASPECT if aspect else BANDS).items():
        if score in scores:
            return band
    raise ValueError(f"no score: {score}")


def frequency_of(visits: int) -> Frequency:
    """How often somebody comes who came so many times within `COUNTED_FOR`."""
    return next(one for one, fewest in FEWEST_VISITS.items() if visits >= fewest)


def visits_of(frequency: Frequency) -> tuple[int, int | None]:
    """How many visits that is, at least and at most; None: however many."""
    above = [fewest for fewest in FEWEST_VISITS.values() if fewest > FEWEST_VISITS[frequency]]
    return FEWEST_VISITS[frequency], min(above) - 1 if above else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave which kind of score."""

    promoters: int = 0
    passives: int = 0
    detractors: int = 0

    @property
    def answers(self) -> int:
        """All of them."""
        return self.promoters + self.passives + self.detractors


NOBODY: Final = Tally()


@dataclass(frozen=True, slots=True)
class Nps:
    """Promoters less detractors in per cent of all answers, -100 to +100; the error in points too."""

    score: float
    standard_error: float


def tally(scores: Iterable[int]) -> Tally:
    """Scores of 0-10, counted by band."""
    bands = [band_of(score) for score in scores]
    return Tally(*(bands.count(band) for band in (Band.PROMOTER, Band.PASSIVE, Band.DETRACTOR)))


def score(counts: Tally) -> Nps | None:
    """What these answers come to; None: they are too few to say."""
    if counts.answers < FEWEST:
        return None
    promoters, detractors = counts.promoters / counts.answers, counts.detractors / counts.answers
    difference = promoters - detractors
    # The variance of +1, 0, -1; rounding may leave it a hair below nothing when all say the same.
    variance = max(promoters + detractors - difference**2, 0.0)
    return Nps(100 * difference, 100 * sqrt(variance / counts.answers))


def response_rate(answers: int, asked: int) -> int:
    """Answers in whole per cent of those who were asked; 0 where nobody was."""
    return round(100 * answers / asked) if asked else 0


def average(total: int, answers: int) -> float | None:
    """The mean of an aspect's scores; None: they are too few to say."""
    return total / answers if answers >= FEWEST else None
