"""Surveys: how a score is read, what the scores of many come to, and how much chance is in that.

Source: nps.bain.com, "Measuring your Net Promoter Score"; the standard error is that of answers read as
+1, 0 and -1. Not here: who is asked when (use_cases/campaigns/planners) and the one answer (responses.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

HIGHEST: Final = 10
"""Of the question how likely somebody is to recommend the cafe; the lowest is 0."""
HIGHEST_OF_ASPECT: Final = 5
"""Of one aspect of a visit; the lowest is 1."""
FEWEST: Final = 30
"""With fewer answers there is no score: it would be chance."""


class Band(StrEnum):
    """What somebody who gave a score is: 9-10, 7-8, 0-6."""

    PROMOTER = "promoter"
    PASSIVE = "passive"
    DETRACTOR = "detractor"


def band_of(score: int) -> Band:
    """Who gave this score, 0-10."""
    if not 0 <= score <= HIGHEST:
        raise ValueError(f"no score: {score}")
    if score >= 9:
        return Band.PROMOTER
    return Band.PASSIVE if score >= 7 else Band.DETRACTOR


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
