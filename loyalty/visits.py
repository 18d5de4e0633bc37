"""A visit: one purchase, from the moment staff see its card.

Not here: the ledger entries that confirming it writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import (
    CardId,
    CustomerId,
    LocationId,
    PaperCardId,
    ProgramVersion,
    SaleCodeId,
    ScanId,
    SlipId,
    StaffId,
    VisitId,
)
from loyalty.limits import Reason
from loyalty.pair_codes import PairCode

LIFE = timedelta(minutes=10)
UNDO_WINDOW = timedelta(minutes=10)
ADD_WINDOW = timedelta(minutes=15)
MOST_STAMPS = 99
"""At one go, whatever the limits say: what two digits can say, in a button and typed."""
MOST_ADDS = 9
"""How often a confirmed visit can be added to; it keeps callback data small and a stuck thumb cheap."""


class VisitState(StrEnum):
    """open -> confirmed | declined | expired; confirmed -> undone."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    EXPIRED = "expired"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Visit:
    """One purchase at the counter."""

    id: VisitId
    customer_id: CustomerId
    card_id: CardId
    location_id: LocationId
    scan_id: ScanId | None
    state: VisitState
    pair_code: PairCode | None
    stamps: int
    """Given in all, adds included; while open, what was typed before the card asked, else 0."""
    adds: int
    program_version: ProgramVersion
    practice: bool
    opened_by: StaffId
    opened_at: datetime
    expires_at: datetime
    settled_by: StaffId | None
    settled_at: datetime | None
    stamped_at: datetime | None
    """When the last stamps were given or the bill was entered, adds included."""
    undone_by: StaffId | None
    undone_at: datetime | None
    reason: Reason | None = None
    """Why the card was stamped again that soon, or that often on one day."""
    joined_to: VisitId | None = None
    """Declined, because its stamps were added to that visit."""
    amount: int | None = None
    """The bill in minor units, what points paid for included; None: not entered."""
    spent: int = 0
    """Whole points that paid for a part of the bill."""
    sale_code_id: SaleCodeId | None = None
    """The staff's code with which the customer collected it."""
    voucher_id: SlipId | None = None
    """The printed slip that it was; such a visit counts for no limit."""
    paper_card_id: PaperCardId | None = None
    """The paper card by which it was opened; None: by the customer's own phone."""

    @property
    def booked(self) -> bool:
        """Whether it is in the ledger: with stamps, a bill or both, not only with a reward handed over."""
        return self.stamped_at is not None

    def may_be_confirmed(self, now: datetime) -> bool:
        """Whether it waits for its one confirmation."""
        return self.state is VisitState.OPEN and now < self.expires_at

    def may_be_added_to(self, now: datetime) -> bool:
        """Whether further stamps and rewards can still join it."""
        return (
            self.state is VisitState.CONFIRMED
            and self.settled_at is not None
            and now < self.settled_at + ADD_WINDOW
        )

    def may_take_stamps(self, now: datetime) -> bool:
        """Whether further stamps can join it: in time, and not more often than the buttons can say."""
        return self._is_open_purchase(now) and self.adds < MOST_ADDS

    def may_take_bill(self, now: datetime) -> bool:
        """Whether its bill can still be entered, after its stamps."""
        return self._is_open_purchase(now) and self.amount is None

    def may_take(self, later: "Visit", now: datetime) -> bool:
        """Whether a later visit can be added to this one: a stamp, and the bill if one was typed for it."""
        return self.may_take_stamps(now) and (later.amount is None or self.may_take_bill(now))

    def _is_open_purchase(self, now: datetime) -> bool:
        """Whether it is a purchase that limits have judged, and still open to more of it.

        What time settled with nothing but a reward is none, nor is a printed slip: that is a stamp by itself.
        """
        return self.may_be_added_to(now) and self.booked and self.voucher_id is None

    def may_be_paid_with_points(self, now: datetime) -> bool:
        """Whether points can still pay for a part of its bill; one that was kept and never booked is none."""
        return self.may_be_added_to(now) and self.booked and self.amount is not None and self.spent == 0

    def may_hand_over(self, now: datetime) -> bool:
        """Whether a reward can be handed over in it."""
        return self.may_be_confirmed(now) or self.may_be_added_to(now)

    def may_be_undone(self, now: datetime) -> bool:
        """Whether *undo* still works for it."""
        return (
            self.state is VisitState.CONFIRMED
            and self.stamped_at is not None
            and now < self.stamped_at + UNDO_WINDOW
        )

    def next_change(self, now: datetime, *, handed_over: Iterable[datetime]) -> datetime | None:
        """When time alone takes the next button from its staff card, None when it has none left.

        `handed_over`: when rewards were handed over in it.
        """
        if self.state is not VisitState.CONFIRMED or self.settled_at is None:
            return None
        ends = [self.settled_at + ADD_WINDOW, *(at + UNDO_WINDOW for at in handed_over)]
        if self.stamped_at is not None:
            ends.append(self.stamped_at + UNDO_WINDOW)
        return min((end for end in ends if end > now), default=None)
