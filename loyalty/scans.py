"""A scan: a customer's one live showing of QR, typed code and pair code.

Not here: the visit that it opens.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import CustomerId, RewardId, ScanId, StaffId
from loyalty.pair_codes import PairCode

LIFE = timedelta(minutes=15)


class ScanState(StrEnum):
    """live -> used | expired | void | absent."""

    LIVE = "live"
    USED = "used"
    EXPIRED = "expired"
    VOID = "void"
    ABSENT = "absent"
    """Staff tapped *not here*."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A code that a customer shows; only hashes of its secrets are kept."""

    id: ScanId
    customer_id: CustomerId
    pair_code: PairCode
    reward_id: RewardId | None
    """The reward that the customer picked before showing the code."""
    state: ScanState
    created_at: datetime
    expires_at: datetime
    queued_at: datetime | None = None
    """Since when it waits in the queue; None: it was never shown there, or left it."""
    settled_by: StaffId | None = None
    """Who tapped *not here*."""
    spending: bool = False
    """Whether the customer wished to pay with points before showing it."""

    def may_be_used(self, now: datetime) -> bool:
        """Whether staff can still open a visit with it."""
        return self.state is ScanState.LIVE and now < self.expires_at
