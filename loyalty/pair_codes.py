"""Pair codes: an emoji with its name and two digits, by which staff and customer recognise each other.

Not here: the names in words, which differ by language (handlers/locales), and secrets: a pair code is none.
"""

from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol

ANIMALS = (
    "fox", "owl", "bear", "cat", "dog", "frog", "duck", "lion", "panda", "koala",
    "whale", "bee", "snail", "turtle", "penguin", "rabbit", "tiger", "horse", "crab", "swan",
)  # fmt: skip


class DrawsNumbers(Protocol):
    """Anything that draws a number below n, evenly."""

    def below(self, n: int) -> int:
        """A number from 0 to n - 1."""
        ...


@dataclass(frozen=True, slots=True)
class PairCode:
    """An animal and a number of two digits, such as fox 42."""

    animal: str
    number: int

    def __str__(self) -> str:
        return f"{self.animal}-{self.number:02d}"

    @classmethod
    def parse(cls, text: str) -> "PairCode":
        """The pair code from its stored form, 'fox-42'."""
        animal, _, number = text.rpartition("-")
        return cls(animal, int(number))


def draw(source: DrawsNumbers, taken: Container[str], *, in_sight: Container[str] = ()) -> PairCode:
    """A pair code that no other live code has, and if it can be had none `in_sight` of staff either.

    Raises RuntimeError when live codes have taken nearly all of the 1,800, which no counter sees.
    """
    free = None
    for _ in range(200):
        code = PairCode(ANIMALS[source.below(len(ANIMALS))], 10 + source.below(90))
        if str(code) not in taken:
            free = code
            if str(code) not in in_sight:
                return code
    if free is None:
        raise RuntimeError("no free pair code")
    return free
