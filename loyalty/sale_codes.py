"""A sale code: what a staff member shows for one purchase, and a customer scans to collect it.

Not here: the visit that collecting it makes (use_cases/visits/sale_codes.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import CustomerId, LocationId, SaleCodeId, StaffId, TillId
from loyalty.tallies import Tally
from loyalty.verdicts import LimitName

LIFE = timedelta(seconds=90)


class SaleCodeState(StrEnum):
    """live -> used | expired | void."""

    LIVE = "live"
    USED = "used"
    EXPIRED = "expired"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class SaleCode:
    """Good for one customer, once; only a hash of its secret is kept."""

    id: SaleCodeId
    staff_id: StaffId
    till_id: TillId | None
    """The till at which it is shown; None: the staff member's own phone."""
    location_id: LocationId
    tally: Tally
    state: SaleCodeState
    created_at: datetime
    expires_at: datetime
    refused: LimitName | None = None
    """The limit that held somebody back last; the code stays unused by that."""
    refused_customer_id: CustomerId | None = None

    def may_be_collected(self, now: datetime) -> bool:
        """Whether a customer can still collect with it."""
        return self.state is SaleCodeState.LIVE and now < self.expires_at


@dataclass(frozen=True, slots=True)
class SaleCodeFacts:
    """What the staff member's message about a code says."""

    code: SaleCode
    currency: str
    refused_customer: str
    """The name of whoever was held back last; empty: nobody."""
