"""Points: what a bill earns, and how much of it can be paid with them.

A point is worth the smallest coin of the cafe's currency (a cent). They are kept in hundredths, so that a
whole per cent of any bill is exact, what is left over is balance, and an undo takes exactly what was given.

Not here: stamps (stamps.py), and who says yes to spending (use_cases/rewards/spending.py).
"""

from dataclasses import dataclass
from typing import Final

from loyalty.ids import OfferId, StaffId, TillId, VisitId
from loyalty.rewards import OfferState

POINT: Final = 100
"""Hundredths in a point."""


@dataclass(frozen=True, slots=True)
class Bill:
    """What a bill did to the points on a card."""

    amount: int
    """The whole bill in minor units, what points paid for included."""
    currency: str
    """As it was then."""
    earned: int
    """Hundredths of points; nothing on what points paid for."""
    spent: int
    """Whole points, each worth one minor unit of the bill."""
    points: int
    """Hundredths on the card afterwards."""


def earn(amount: int, *, spent: int, percent: int, minimum: int) -> int:
    """Hundredths of points that a bill earns: nothing under the cafe's minimum, nothing on what points paid.

    `amount`, `spent` and `minimum` in minor units, which are whole points.
    """
    return 0 if amount < minimum else (amount - spent) * percent * POINT // 100


def most_to_spend(balance: int, amount: int, *, cap: int) -> int:
    """Whole points that can pay for a part of this bill. `balance` in hundredths, `cap` in per cent."""
    return min(balance // POINT, amount * cap // 100)


def worth(hundredths: int) -> int:
    """What points can buy, in minor units: whole ones only."""
    return hundredths // POINT


@dataclass(frozen=True, slots=True)
class SpendOffer:
    """Staff offer to take points for a part of a bill; the customer answers."""

    id: OfferId
    visit_id: VisitId
    points: int
    """Whole points."""
    state: OfferState
    asked_by: StaffId
    till_id: TillId | None


@dataclass(frozen=True, slots=True)
class SpendFacts:
    """What the question to the customer shows."""

    offer: SpendOffer
    amount: int
    """The bill in minor units."""
    currency: str
    staff_name: str
