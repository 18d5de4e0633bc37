"""Refusals of limits: too many stamps, a reason is missing, or a manager is asked.

Not here: limits that an owner wants and that can't be (rules.py), and the manager's own (corrections.py).
"""

from dataclasses import dataclass

from loyalty.verdicts import LimitName, Need


@dataclass(frozen=True, slots=True)
class TooManyStamps:
    """More stamps than one tap may give."""

    most: int


@dataclass(frozen=True, slots=True)
class ReasonNeeded:
    """The card was stamped minutes ago, or often today; its staff card asks now."""

    need: Need


@dataclass(frozen=True, slots=True)
class LimitReached:
    """One of the owner's limits says no, and `bound` is where it begins. Remembered."""

    limit: LimitName
    bound: int


@dataclass(frozen=True, slots=True)
class ApprovalAsked:
    """A manager has to let these stamps pass, and was asked."""


@dataclass(frozen=True, slots=True)
class ApprovalRefused:
    """A manager was asked about this visit and said no."""


@dataclass(frozen=True, slots=True)
class ApprovalOver:
    """The question to the managers was answered already, or its visit is over."""


@dataclass(frozen=True, slots=True)
class FlagGone:
    """Somebody else has looked at this flag."""


@dataclass(frozen=True, slots=True)
class OwnFlag:
    """Who gave it, or got it, doesn't say that it is fine."""


LimitRefusal = (
    TooManyStamps
    | ReasonNeeded
    | LimitReached
    | ApprovalAsked
    | ApprovalRefused
    | ApprovalOver
    | FlagGone
    | OwnFlag
)
