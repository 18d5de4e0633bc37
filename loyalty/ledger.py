"""Ledger entries and operations: what changed a balance, written together, once.

Not here: the balance itself, which is a projection kept on the card.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from loyalty.ids import (
    CardId,
    CustomerId,
    LedgerEntryId,
    LocationId,
    OperationId,
    ProgramVersion,
    StaffId,
    TillId,
    VisitId,
)
from loyalty.people import Cause
from loyalty.points import POINT
from loyalty.receipts import ReceiptFact


class Currency(StrEnum):
    """Stamps are counted one by one, points in hundredths."""

    STAMPS = "stamps"
    POINTS = "points"


class EntryKind(StrEnum):
    """Why a balance changed."""

    EARN = "earn"
    REDEEM = "redeem"
    ADJUST = "adjust"
    EXPIRE = "expire"
    REVERSE = "reverse"
    WRITE_OFF = "write_off"
    """Was drunk and can't be taken back: the cafe bears it."""


class OperationKind(StrEnum):
    """What wrote entries together."""

    VISIT = "visit"
    VISIT_ADD = "visit_add"
    VISIT_BILL = "visit_bill"
    """The bill came after the stamps."""
    VISIT_SPEND = "visit_spend"
    """Points paid for a part of the bill."""
    VISIT_UNDO = "visit_undo"
    LATE_UNDO = "late_undo"
    ADJUSTMENT = "adjustment"
    OLD_CARD = "old_card"
    REDEMPTION = "redemption"
    REDEMPTION_UNDO = "redemption_undo"
    MOVE = "move"
    """All that was on one card went to another."""
    GIFT = "gift"
    """A reward that no card was filled for."""
    GIFT_EXPIRED = "gift_expired"


BOOKING: Final = (
    OperationKind.VISIT, OperationKind.VISIT_ADD, OperationKind.VISIT_BILL, OperationKind.VISIT_SPEND,
)  # fmt: skip
"""What a visit's stamps and bill write; its undo takes all of it back."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a balance, to be written: `amount` is never zero."""

    card_id: CardId
    currency: Currency
    kind: EntryKind
    amount: int
    reverses: LedgerEntryId | None = None


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One change of a balance, as written."""

    id: LedgerEntryId
    operation_id: OperationId
    card_id: CardId
    currency: Currency
    kind: EntryKind
    amount: int
    reverses: LedgerEntryId | None = None


@dataclass(frozen=True, slots=True)
class FilledCard:
    """A card that became a reward: which operation filled it, and with how many stamps."""

    by: OperationId
    cost: int

    def is_entry(self, entry: LedgerEntry) -> bool:
        """Whether this entry took the stamps of such a card."""
        return (entry.operation_id, entry.amount) == (self.by, -self.cost)


@dataclass(frozen=True, slots=True)
class NewOperation:
    """An operation to be written: its key is the business fact, never a Telegram id."""

    op_key: str
    kind: OperationKind
    fact: ReceiptFact
    customer_id: CustomerId
    location_id: LocationId
    program_version: ProgramVersion
    practice: bool
    staff_id: StaffId | None
    visit_id: VisitId | None
    cause: Cause | None = None
    till_id: TillId | None = None

    def parameters_hash(self) -> str:
        """What tells one key used twice with other parameters from a replay."""
        facts = [
            self.kind,
            self.customer_id,
            self.visit_id,
            self.staff_id,
            self.program_version,
            repr(self.fact),
        ]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as written; its id is the receipt's number."""

    id: OperationId
    op_key: str
    kind: OperationKind
    fact: ReceiptFact
    visit_id: VisitId | None
    staff_id: StaffId | None
    created_at: datetime


def paying(card_id: CardId, *, earned: int, spent: int) -> tuple[Change, ...]:
    """The entries of a bill: hundredths of points that it earned, and the whole points that paid for it."""
    changes = (
        Change(card_id, Currency.POINTS, EntryKind.REDEEM, -spent * POINT),
        Change(card_id, Currency.POINTS, EntryKind.EARN, earned),
    )
    return tuple(change for change in changes if change.amount)


def filling(card_id: CardId, *, added: int, filled: Sequence[int]) -> tuple[Change, ...]:
    """The entries of stamps earned and of each card that they filled."""
    earn = Change(card_id, Currency.STAMPS, EntryKind.EARN, added)
    return (earn, *(Change(card_id, Currency.STAMPS, EntryKind.REDEEM, -goal) for goal in filled))


def adjusting(card_id: CardId, *, changed: int, filled: Sequence[int] = ()) -> tuple[Change, ...]:
    """The entries of stamps put right by hand, or carried over, and of each card that they filled."""
    adjust = Change(card_id, Currency.STAMPS, EntryKind.ADJUST, changed)
    return (adjust, *(Change(card_id, Currency.STAMPS, EntryKind.REDEEM, -goal) for goal in filled))


def taking_back(
    entries: Sequence[LedgerEntry],
    card_id: CardId,
    *,
    cancelled: Sequence[FilledCard],
    written_off: int,
) -> tuple[Change, ...]:
    """The entries that take a visit back as far as can be: what it earned, the rewards that went, the loss.

    `entries`: the visit's, and those of every card that went. An operation's entries of one cost are as good
    as each other, so the newest stands for a reward.
    """
    stamped = [entry for entry in entries if entry.currency is Currency.STAMPS]
    filled = sorted((entry for entry in stamped if entry.kind is EntryKind.REDEEM), key=lambda one: one.id)
    taken = [entry for entry in stamped if entry.kind is EntryKind.EARN]
    for card in cancelled:
        taken.append(next(entry for entry in reversed(filled) if card.is_entry(entry)))
        filled.remove(taken[-1])
    loss = Change(card_id, Currency.STAMPS, EntryKind.WRITE_OFF, written_off)
    return (*reversal(taken), *([loss] if written_off else []))


def taking_points_back(entries: Sequence[LedgerEntry], card_id: CardId, balance: int) -> tuple[Change, ...]:
    """The entries that take a bill back as far as can be: what it earned and is spent already is written off.

    `balance`: hundredths on the card now. What the bill itself was paid with comes back.
    """
    reversed_ = reversal([entry for entry in entries if entry.currency is Currency.POINTS])
    missing = -min(0, balance + sum(change.amount for change in reversed_))
    loss = Change(card_id, Currency.POINTS, EntryKind.WRITE_OFF, missing)
    return (*reversed_, *([loss] if missing else []))


def total(changes: Sequence[Change], currency: Currency) -> int:
    """By how much these change a balance."""
    return sum(change.amount for change in changes if change.currency is currency)


def reversal(entries: Sequence[LedgerEntry]) -> tuple[Change, ...]:
    """The entries that take these back to the last stamp, newest first."""
    return tuple(
        Change(entry.card_id, entry.currency, EntryKind.REVERSE, -entry.amount, reverses=entry.id)
        for entry in sorted(entries, key=lambda entry: entry.id, reverse=True)
    )
