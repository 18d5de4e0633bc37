"""Refusals of rules as an owner wants them.

Not here: what the rules then refuse at the counter (limits.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoundsOdd:
    """Bounds of segments that leave nobody, or two of them at once."""


@dataclass(frozen=True, slots=True)
class LimitsOdd:
    """With such limits the counter would not work."""


@dataclass(frozen=True, slots=True)
class WordsUnfit:
    """A name or phrase of the owner's that is empty or too long. Units: characters."""

    most: int
    length: int


@dataclass(frozen=True, slots=True)
class NumberOutOfRange:
    """A rule's number that can't be."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ZoneUnknown:
    """No town and no time zone of this name is known."""


@dataclass(frozen=True, slots=True)
class DatePast:
    """This date is over, or is none."""


@dataclass(frozen=True, slots=True)
class PointsHeld:
    """Customers hold points, which are worth something in the currency that they were given for."""

    currency: str


@dataclass(frozen=True, slots=True)
class AmountsUnfit:
    """Amounts of the owner's that can't be read, are nothing or too much, or are too many."""

    most: int
    """Usual bills that a cafe can have."""


RuleRefusal = (
    LimitsOdd | BoundsOdd | WordsUnfit | NumberOutOfRange | ZoneUnknown | DatePast | PointsHeld | AmountsUnfit
)
