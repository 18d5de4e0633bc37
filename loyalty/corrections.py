"""Corrections: what a manager may put right, and "this wasn't me", which freezes a card.

Not here: the arithmetic of taking back (stamps.py) and who may do it (use_cases).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.days import day_of
from loyalty.ids import CustomerId, FreezeId, OperationId
from loyalty.ledger import Operation
from loyalty.pair_codes import PairCode
from loyalty.points import Bill
from loyalty.programs import Rules
from loyalty.receipts import (
    CardAdjusted,
    PointsSpent,
    ReceiptFact,
    RewardHandedOver,
    VisitBooked,
    VisitTakenBack,
)

LONGEST_REASON = 200
"""Characters of a reason; the rest of a longer one is cut off."""
MOST_AT_ONCE = 99
"""Stamps of one adjustment."""
OWN_THAW = timedelta(days=1)
"""So long after freezing the customer may unfreeze the card, when no manager did."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """A card that nothing leaves, because the customer said "this wasn't me" about a receipt."""

    id: FreezeId
    operation_id: OperationId
    frozen_at: datetime
    thawed_at: datetime | None
    """None: frozen."""

    @property
    def own_thaw_at(self) -> datetime:
        """From when on the customer may unfreeze it."""
        return self.frozen_at + OWN_THAW


@dataclass(frozen=True, slots=True)
class FreezeFacts:
    """What managers see of a frozen card: who says it, about which receipt, and how it ended."""

    freeze: Freeze
    operation: Operation
    customer_name: str
    """Empty for somebody who was forgotten."""
    said_at: datetime
    """As the clock on the cafe's wall shows it; so is `happened_at`."""
    happened_at: datetime
    thawed_by: str
    """The manager; empty while it is frozen, and when the customer did it."""


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """What a manager put right, for the owners: the operation, whose card, and why."""

    operation: Operation
    customer_name: str
    """Empty for somebody who was forgotten."""
    reason: str
    """Empty when it was blanked."""
    pair_code: PairCode | None = None
    """Under which staff saw the visit; None when it was at no visit."""


def old_card_key(customer_id: CustomerId) -> str:
    """The business fact that an old card was carried over: once for each customer."""
    return f"old_card:{customer_id}"


def old_cards_are_taken(now: datetime, rules: Rules) -> bool:
    """Whether stamps of old paper cards are still carried over: up to and with the owner's date."""
    return rules.old_cards_until is not None and day_of(now, rules).date <= rules.old_cards_until


def takes_away(fact: ReceiptFact) -> bool:
    """Whether "this wasn't me" stands under its receipt: a reward went, or a manager took stamps.

    Not under gifts, and not under the ordinary undo, which follows its stamps within minutes.
    """
    match fact:
        case RewardHandedOver() | VisitTakenBack() | PointsSpent():
            return True
        case VisitBooked(bill=Bill(spent=spent)):
            return spent > 0
        case CardAdjusted(changed=changed):
            return changed < 0
        case _:
            return False
