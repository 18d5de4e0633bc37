"""The counter: cards, codes, visits.

Not here: what a visit writes (ledger.py), people, messages, and what screens show of the counter (views.py).
What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.cards import Card
from loyalty.ids import (
    CardId,
    CustomerId,
    PaperCardId,
    ProgramVersion,
    RewardId,
    SaleCodeId,
    ScanId,
    SlipId,
    StaffId,
    VisitId,
)
from loyalty.limits import Reason
from loyalty.pair_codes import PairCode
from loyalty.paper import PaperCard
from loyalty.people import Cause, StaffMember
from loyalty.scans import Scan, ScanState
from loyalty.tallies import Tally
from loyalty.visits import Visit, VisitState


class Cards(Protocol):
    """Stamp cards: the balance is a projection of the ledger."""

    def get(self, card_id: CardId) -> Card:
        """A card by id."""
        ...

    def get_of(self, customer_id: CustomerId) -> Card:
        """The customer's coffee card."""
        ...

    def hold_points(self) -> bool:
        """Whether any card has points on it."""
        ...

    def open(self, customer_id: CustomerId, *, goal: int) -> Card:
        """A new coffee card, begun under this goal."""
        ...

    def count_holding(self, stamps: int) -> int:
        """How many customers' coffee cards hold so many stamps or more, practice left out."""
        ...


class Scans(Protocol):
    """Codes that customers show."""

    def add(
        self,
        customer_id: CustomerId,
        *,
        secret_hash: str,
        code_hash: str,
        pair_code: PairCode,
        reward_id: RewardId | None,
        cause: Cause | None,
        expires_at: datetime,
        queued_at: datetime | None = None,
        spending: bool = False,
    ) -> ScanId:
        """A new live scan; with `queued_at` it waits in the queue since then."""
        ...

    def get(self, scan_id: ScanId) -> Scan:
        """A scan by id."""
        ...

    def find(self, scan_id: ScanId) -> Scan | None:
        """A scan by an id that a person sent."""
        ...

    def find_last_queued(self, customer_id: CustomerId) -> Scan | None:
        """The customer's newest scan that was shown in the queue, live or not."""
        ...

    def count_absent(self, customer_id: CustomerId, *, since: datetime) -> int:
        """How many of the customer's scans shown since then ended with *not here*."""
        ...

    def find_by_secret(self, secret_hash: str) -> Scan | None:
        """The scan behind a QR."""
        ...

    def find_by_code(self, code_hash: str) -> Scan | None:
        """The newest scan with these six digits, live or not."""
        ...

    def find_live_of(self, customer_id: CustomerId) -> Scan | None:
        """The customer's one live scan."""
        ...

    def live_codes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Code hashes and pair codes that are taken now."""
        ...

    def settle(self, scan_id: ScanId, state: ScanState, *, by: StaffId | None = None) -> bool:
        """Take the scan from live to this state; False when it was not live any more."""
        ...

    def leave_queue(self, scan_id: ScanId) -> None:
        """It waits in the queue no more, and is as good as before."""
        ...

    def find_due(self, *, most: int) -> Sequence[ScanId]:
        """Live scans whose time has run out."""
        ...


class Visits(Protocol):
    """Purchases at the counter."""

    def open(
        self, scan: Scan, card: Card, staff: StaffMember, *, program: ProgramVersion, practice: bool,
        expires_at: datetime, cause: Cause | None,
    ) -> Visit:  # fmt: skip
        """A new open visit for this scan."""
        ...

    def open_collected(
        self, card: Card, staff: StaffMember, *, program: ProgramVersion, practice: bool,
        expires_at: datetime, sale_code_id: SaleCodeId | None = None, voucher_id: SlipId | None = None,
    ) -> Visit:  # fmt: skip
        """A new open visit without a scan: the customer collects what these staff gave out."""
        ...

    def open_by_paper(
        self, paper: PaperCard, card: Card, staff: StaffMember, *, program: ProgramVersion,
        expires_at: datetime, cause: Cause | None,
    ) -> Visit:  # fmt: skip
        """A new open visit for this paper card, which has no other one."""
        ...

    def find_open_by_paper(self, paper_card_id: PaperCardId) -> Visit | None:
        """The paper card's open visit, whether its time has run out or not."""
        ...

    def find_by_paper_cause(self, paper_card_id: PaperCardId, cause: Cause) -> Visit | None:
        """The visit that this message opened by this paper card before, for a replay."""
        ...

    def get(self, visit_id: VisitId) -> Visit:
        """A visit by id."""
        ...

    def find(self, visit_id: VisitId) -> Visit | None:
        """A visit by an id that a person sent."""
        ...

    def find_by_scan(self, scan_id: ScanId) -> Visit | None:
        """The visit that a scan opened."""
        ...

    def find_by_sale_code(self, code_id: SaleCodeId) -> Visit | None:
        """The visit that collecting a sale code made."""
        ...

    def find_by_voucher(self, slip_id: SlipId) -> Visit | None:
        """The visit that collecting a voucher made."""
        ...

    def confirm(
        self, visit_id: VisitId, tally: Tally, *, by: StaffId, reason: Reason | None = None,
        hour: int | None = None,
    ) -> Visit | None:  # fmt: skip
        """Take an open visit that has not run out to confirmed; None for the loser of a race.

        `hour`: on the cafe's wall; None: it is worked out later.
        """
        ...

    def find_without_hour(self, *, most: int) -> Sequence[tuple[VisitId, datetime]]:
        """Purchases of which the hour on the cafe's wall is not known, with when they were."""
        ...

    def note_hour(self, visit_id: VisitId, hour: int) -> None:
        """At which hour of the cafe's wall it was."""
        ...

    def settle(
        self, visit_id: VisitId, state: VisitState, *, by: StaffId | None, at: datetime | None = None,
        joined_to: VisitId | None = None,
    ) -> Visit | None:  # fmt: skip
        """Take an open visit to declined or expired (with nothing to stamp, confirmed), now or `at`."""
        ...

    def find_confirmed_of(self, card_id: CardId, *, since: datetime) -> Sequence[Visit]:
        """The card's confirmed visits since a moment, practice and vouchers left out, oldest first."""
        ...

    def note_add(self, visit_id: VisitId, *, stamps: int, add: int) -> Visit | None:
        """Count the add of this number; None when that add was made before or the visit is not confirmed."""
        ...

    def keep_tally(self, visit_id: VisitId, tally: Tally) -> None:
        """Remember what was entered for an open visit that waits for a reason or a manager's word."""
        ...

    def note_bill(self, visit_id: VisitId, amount: int) -> Visit | None:
        """Enter the bill of a confirmed visit; None when it has one, or is not confirmed."""
        ...

    def note_spent(self, visit_id: VisitId, points: int) -> Visit | None:
        """Note the whole points that pay for its bill; None when some did already, or it is not confirmed."""
        ...

    def undo(self, visit_id: VisitId, *, by: StaffId) -> Visit | None:
        """Take a confirmed visit to undone; None for the loser of a race."""
        ...

    def find_due(self, *, most: int) -> Sequence[VisitId]:
        """Open visits whose time has run out."""
        ...

    def schedule_redraw(self, visit_id: VisitId, at: datetime | None) -> None:
        """When time alone takes a button from the staff card; stamps schedule that by themselves."""
        ...

    def find_redraws_due(self, *, most: int) -> Sequence[VisitId]:
        """Visits whose staff card has a button too many by now."""
        ...

    def find_live_of(self, customer_id: CustomerId, *, confirmed_after: datetime) -> Sequence[VisitId]:
        """The customer's visits on which staff can still do something."""
        ...
