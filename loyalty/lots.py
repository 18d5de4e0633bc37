"""Lots: chance says who is in the pilot of a run and who is held out, so that the groups can be compared.

Not here: who may be written to at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loyalty.secrets import SecretSource

LEAST_FOR_HOLD_OUT: Final = 1000
"""Recipients from which on some may be held out: of fewer, nothing could be told."""


@dataclass(frozen=True, slots=True)
class Lots:
    """Who gets it with the rest, who first, and who not at all."""

    rest: frozenset[int]
    pilot: frozenset[int]
    held_out: frozenset[int]


def draw_lots(count: int, *, before: int, pilot: int, held_out: int, secrets: SecretSource) -> Lots:
    """Places 0 to `count` - 1 of one slice, behind `before` others; percentages come out exact over all.

    Rounded up, so that a pilot of few people is somebody.
    """
    places = _shuffled(range(count), secrets)
    left_out = _share(before + count, held_out) - _share(before, held_out)
    first = min(_share(before + count, pilot) - _share(before, pilot), count - left_out)
    return Lots(
        held_out=frozenset(places[:left_out]),
        pilot=frozenset(places[left_out : left_out + first]),
        rest=frozenset(places[left_out + first :]),
    )


def pilot_of(people: int, *, pilot: int, held_out: int) -> int:
    """How many of so many are in a pilot of so many per cent, when all are drawn at once."""
    return min(_share(people, pilot), people - held_out_of(people, held_out))


def held_out_of(people: int, percent: int) -> int:
    """How many of so many get nothing: as many as `draw_lots` leaves out, in however many slices."""
    return _share(people, percent)


def _share(people: int, percent: int) -> int:
    return -(-people * percent // 100)


def _shuffled(places: Sequence[int], secrets: SecretSource) -> list[int]:
    shuffled = list(places)
    for last in range(len(shuffled) - 1, 0, -1):
        other = secrets.below(last + 1)
        shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
    return shuffled
