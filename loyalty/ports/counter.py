"""The counter: cards, codes, visits, the ledger, rewards.

Not here: people, messages, and what screens show of the counter (views.py).
What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.cards import Card
from loyalty.ids import (
    CardId,
    CustomerId,
    LedgerEntryId,
    OfferId,
    OperationId,
    PaperCardId,
    ProgramVersion,
    RewardId,
    ScanId,
    StaffId,
    TillId,
    VisitId,
)
from loyalty.ledger import Change, LedgerEntry, NewOperation, Operation
from loyalty.limits import Reason
from loyalty.own_words import OwnWords
from loyalty.pace import Given
from loyalty.pair_codes import PairCode
from loyalty.paper import PaperCard
from loyalty.people import Cause, StaffMember
from loyalty.rewards import HandoverOffer, OfferState, Reward
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

    def confirm(
        self, visit_id: VisitId, tally: Tally, *, by: StaffId, reason: Reason | None = None
    ) -> Visit | None:
        """Take an open visit that has not run out to confirmed; None for the loser of a race."""
        ...

    def settle(
        self, visit_id: VisitId, state: VisitState, *, by: StaffId | None, at: datetime | None = None,
        joined_to: VisitId | None = None,
    ) -> Visit | None:  # fmt: skip
        """Take an open visit to declined or expired (with nothing to stamp, confirmed), now or `at`."""
        ...

    def find_confirmed_of(self, card_id: CardId, *, since: datetime) -> Sequence[Visit]:
        """The card's confirmed visits since a moment, practice left out, oldest first."""
        ...

    def note_add(self, visit_id: VisitId, *, stamps: int, add: int) -> Visit | None:
        """Count the add of this number; None when that add was made before or the visit is not confirmed."""
        ...

    def keep_amount(self, visit_id: VisitId, amount: int) -> None:
        """Remember the bill of an open visit that waits for a reason or a manager's word."""
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


class Ledger(Protocol):
    """Operations and their entries; append-only."""

    def write(
        self, operation: NewOperation, changes: Sequence[Change], *, goal: int | None = None
    ) -> Operation:
        """Write an operation with its entries and move the cards' balances (and the card's goal) with them.

        Raises the database's IntegrityError when the key was used or a balance would fall below zero:
        both are bugs, because the state change before it lets one caller pass.
        """
        ...

    def get(self, operation_id: OperationId) -> Operation:
        """An operation by its receipt number."""
        ...

    def find_by_key(self, op_key: str) -> Operation | None:
        """The operation that a business fact wrote."""
        ...

    def of_visit(self, visit_id: VisitId) -> Sequence[Operation]:
        """All operations of a visit, oldest first."""
        ...

    def entries_of_visit(self, visit_id: VisitId) -> Sequence[LedgerEntry]:
        """What the stamps and the bill of a visit wrote and is not reversed, oldest first."""
        ...

    def fillings_of(self, operation_id: OperationId) -> Sequence[LedgerEntry]:
        """The cards that an operation filled and that were not made stamps again since, oldest first."""
        ...

    def changed_since(self, card_id: CardId, entry_id: LedgerEntryId) -> int:
        """By how much a card's stamps changed with this entry and after it."""
        ...

    def stamps_given(self, *, since: datetime, staff_id: StaffId | None = None) -> Sequence[Given]:
        """Stamps given since a moment, of one or of all staff, oldest first; without undone and practice."""
        ...

    def history(
        self, customer_id: CustomerId, *, before: OperationId | None, most: int
    ) -> Sequence[Operation]:
        """The customer's operations, newest first, those before a receipt number."""
        ...


class Rewards(Protocol):
    """Rewards and the offers to hand them over."""

    def issue(
        self, card: Card, *, item: OwnWords, cost: int, operation_id: OperationId, visit_id: VisitId | None,
        replaces: RewardId | None,
    ) -> RewardId:  # fmt: skip
        """A new reward for the card's customer."""
        ...

    def get(self, reward_id: RewardId) -> Reward:
        """A reward by id."""
        ...

    def find(self, reward_id: RewardId) -> Reward | None:
        """A reward by an id that a person sent."""
        ...

    def held_by(self, customer_id: CustomerId) -> Sequence[Reward]:
        """The customer's issued rewards, oldest first."""
        ...

    def issued_in(self, visit_id: VisitId) -> Sequence[Reward]:
        """The rewards that a visit filled, each as it stands: one handed over and undone has a successor."""
        ...

    def redeemed_in(self, visit_id: VisitId) -> Sequence[Reward]:
        """The rewards handed over in a visit, without those whose handing over was undone."""
        ...

    def redeem(self, reward_id: RewardId, *, visit_id: VisitId, by: StaffId) -> bool:
        """Take an issued reward to redeemed; False for the loser of a race."""
        ...

    def cancel(self, reward_id: RewardId) -> bool:
        """Take an issued reward to cancelled; False when it was not issued any more."""
        ...

    def expire_held(self, customer_id: CustomerId) -> None:
        """Take all that a customer holds to expired: nobody can ask for it any more."""
        ...

    def offer(
        self, reward_id: RewardId, visit_id: VisitId, *, by: StaffId, till_id: TillId | None = None
    ) -> HandoverOffer:
        """Ask the customer; an open question about the same reward is answered as it is."""
        ...

    def find_offer(self, offer_id: OfferId) -> HandoverOffer | None:
        """An offer by an id that a person sent."""
        ...

    def offers_in(self, visit_id: VisitId) -> Sequence[HandoverOffer]:
        """The offers made in a visit, oldest first."""
        ...

    def answer(self, offer_id: OfferId, state: OfferState) -> bool:
        """Take an asked offer to its answer; False when it was answered before."""
        ...

    def lapse_offers(self, visit_id: VisitId) -> Sequence[OfferId]:
        """End the open questions of a visit that is over."""
        ...

    def lapse_offers_of(self, reward_id: RewardId, *, but_in: VisitId | None = None) -> Sequence[OfferId]:
        """End the open questions about a reward, save those of one visit."""
        ...

    def find_due_offers(self, *, confirmed_before: datetime, most: int) -> Sequence[OfferId]:
        """Open questions of visits that were confirmed too long ago to hand anything over."""
        ...
