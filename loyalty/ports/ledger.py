"""The ledger, and the rewards that come out of it.

Not here: cards, whose balance it moves, and visits (counter.py).
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
    RecipientId,
    RewardId,
    StaffId,
    TillId,
    VisitId,
)
from loyalty.ledger import Change, LedgerEntry, NewOperation, Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.pace import Given
from loyalty.rewards import HandoverOffer, OfferState, Reward


class Ledger(Protocol):
    """Operations and their entries; append-only."""

    written: list[OperationKind]
    """What this body has written so far."""

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

    def written_off_since(self, card_id: CardId, entry_id: LedgerEntryId) -> Sequence[LedgerEntry]:
        """What was written off of a card's points after this entry, and what made it good, oldest first."""
        ...

    def stamps_given(self, *, since: datetime, staff_id: StaffId | None = None) -> Sequence[Given]:
        """Stamps given since a moment, of one or of all staff, oldest first.

        Those of a sale code count when it was made, also while nobody has collected them yet. Undone ones,
        practice and vouchers are left out.
        """
        ...

    def points_given(
        self, *, since: datetime, percent: int, staff_id: StaffId | None = None
    ) -> Sequence[Given]:
        """The same of points, in hundredths; `percent`: what a bill gives that nobody has collected yet."""
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
        replaces: RewardId | None, expires_at: datetime | None = None,
        recipient_id: RecipientId | None = None,
    ) -> RewardId:  # fmt: skip
        """A new reward for the card's customer; one that `expires_at` and came with a message is a gift."""
        ...

    def get(self, reward_id: RewardId) -> Reward:
        """A reward by id."""
        ...

    def find(self, reward_id: RewardId) -> Reward | None:
        """A reward by an id that a person sent."""
        ...

    def held_by(self, customer_id: CustomerId) -> Sequence[Reward]:
        """The customer's issued rewards: what ends first comes first, then the oldest."""
        ...

    def issued_in(self, visit_id: VisitId) -> Sequence[Reward]:
        """The rewards that a visit filled, each as it stands: one handed over and undone has a successor."""
        ...

    def given_by(self, operation_id: OperationId) -> Reward:
        """The reward that a gift's operation gave, as it stands."""
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

    def find_ended(self, *, most: int) -> Sequence[Reward]:
        """Issued rewards whose last day is over, whatever becomes of them now; the longest over first."""
        ...

    def expire(self, reward_id: RewardId) -> bool:
        """Take an issued reward to expired; False when it was not issued any more."""
        ...

    def let_stay(self, reward_id: RewardId) -> None:
        """It does not expire any more."""
        ...

    def find_told_by(self, recipient_id: RecipientId) -> Reward | None:
        """What came with a campaign's message, as it stands."""
        ...

    def came_with(self, reward_id: RewardId, recipient_id: RecipientId) -> None:
        """It is told by this message of a campaign."""
        ...

    def pass_on(self, reward_id: RewardId) -> None:
        """It goes on as another reward: the message that it came with is that one's now."""
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
