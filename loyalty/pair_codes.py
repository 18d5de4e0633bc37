"""Pair codes: an emoji with its name and two digits, by which staff and customer recognise each other.

Not here: the names in words, which differ by language (handlers/locales), and secrets: a pair code is none.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")

ANIMALS = (
    "fox", "owl", "bear", "cat", "dog", "frog", "duck", "lion", "panda", "koala",
    "whale", "bee", "snail", "turtle", "penguin", "rabbit", "tiger", "horse", "crab", "swan",
)  # fmt: skip
NUMBERS = range(10, 100)


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


def draw(source: DrawsNumbers, taken: Set[str], *, in_sight: Set[str] = frozenset()) -> PairCode:
    """A pair code that no other live code has, and if it can be had nothing in common with any `in_sight`.

    Heard across a counter, tiger 47 is easily taken for koala 47: numbers differ too as long as there are any
    (90), and animals (20).

    Raises RuntimeError when live codes have taken all of the 1,800, which no counter sees.
    """
    seen = [PairCode.parse(code) for code in taken | in_sight]
    animals = _without(ANIMALS, {code.animal for code in seen}) or ANIMALS
    if numbers := _without(NUMBERS, {code.number for code in seen}):
        return PairCode(_any_of(animals, source), _any_of(numbers, source))
    every = [PairCode(animal, number) for animal in ANIMALS for number in NUMBERS]
    free = [code for code in every if str(code) not in taken]
    if not free:
        raise RuntimeError("no free pair code")
    return _any_of([code for code in free if str(code) not in in_sight] or free, source)


def _without(every: Sequence[T], seen: Set[T]) -> Sequence[T]:
    return [one for one in every if one not in seen]


def _any_of(those: Sequence[T], source: DrawsNumbers) -> T:
    return those[source.below(len(those))]
