"""Lift: whether people who got a post came more often than those who were held out by chance.

The difference of two means with its 95 % interval by the normal approximation (Welch: each group with its own
spread), and silence where that would promise too much. Not here: counting the visits.
"""

import math
from dataclasses import dataclass
from typing import Final

Z_95: Final = 1.959964
LEAST_PEOPLE: Final = 50
"""In the smaller group: below, one keen guest decides."""
LEAST_VISITS: Final = 10
"""In both groups together: below, the approximation says nothing."""


@dataclass(frozen=True, slots=True)
class VisitSums:
    """Visits of a group of people within the same days."""

    people: int = 0
    visits: int = 0
    squares: int = 0
    """The sum of each person's visits, squared."""

    def __add__(self, other: "VisitSums") -> "VisitSums":
        """Both groups together."""
        return VisitSums(self.people + other.people, self.visits + other.visits, self.squares + other.squares)

    @property
    def per_head(self) -> float:
        """Visits per head; 0 for nobody."""
        return self.visits / self.people if self.people else 0.0

    @property
    def spread(self) -> float:
        """The variance of the mean."""
        if self.people < 2:
            return math.inf
        around = self.squares - self.visits * self.visits / self.people
        return max(0.0, around) / (self.people - 1) / self.people


@dataclass(frozen=True, slots=True)
class Lift:
    """By how many visits per head those who got it are ahead, and between which bounds it truly lies."""

    got: float
    """Visits per head of those who got it."""
    held_out: float
    low: float
    high: float

    @property
    def more(self) -> float:
        """The difference; negative: those who were left alone came more often."""
        return self.got - self.held_out

    @property
    def is_plain(self) -> bool:
        """Whether the interval leaves out that there is no difference."""
        return self.low > 0 or self.high < 0


def compare(got: VisitSums, held_out: VisitSums) -> Lift | None:
    """What the post did; None: too few to tell."""
    if min(got.people, held_out.people) < LEAST_PEOPLE or got.visits + held_out.visits < LEAST_VISITS:
        return None
    more = got.per_head - held_out.per_head
    margin = Z_95 * math.sqrt(got.spread + held_out.spread)
    return Lift(got.per_head, held_out.per_head, more - margin, more + margin)
