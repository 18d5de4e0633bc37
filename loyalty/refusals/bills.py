"""Refusals of a bill: it can't be read, this cafe doesn't collect so, or points can't pay for it.

Not here: limits (limits.py) and what is wrong with the visit itself (visits.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AmountUnreadable:
    """What was typed is no amount of money."""

    sale: bool = False
    """Whether a sale code was to be made of it."""


@dataclass(frozen=True, slots=True)
class NoBills:
    """This cafe collects stamps, and bills earn nothing."""

    sale: bool = False
    """As with AmountUnreadable."""


@dataclass(frozen=True, slots=True)
class NoStamps:
    """This cafe collects points for bills, and gives no stamps."""

    sale: bool = False
    """As with AmountUnreadable."""


@dataclass(frozen=True, slots=True)
class BillEntered:
    """The visit has its bill already: it is undone to be put right."""


@dataclass(frozen=True, slots=True)
class BillAlone:
    """A count was typed with the bill of a visit that has its stamps."""


@dataclass(frozen=True, slots=True)
class NoCardForBill:
    """An amount was typed alone, and no staff card here waits for it."""


@dataclass(frozen=True, slots=True)
class BillMissing:
    """Points pay for a part of a bill, and no bill was entered yet."""


@dataclass(frozen=True, slots=True)
class NothingToSpend:
    """The card has no points that could pay for a part of this bill, or did so already."""


@dataclass(frozen=True, slots=True)
class BillTooLarge:
    """The owner's limit says no to bills of this amount and more (minor units). Remembered."""

    bound: int
    currency: str


BillRefusal = (
    BillTooLarge
    | AmountUnreadable
    | NoBills
    | NoStamps
    | BillAlone
    | BillEntered
    | BillMissing
    | NoCardForBill
    | NothingToSpend
)
