"""Vouchers: printed, listed and voided by managers, collected by customers without anybody's tap.

Not here: the visit that collecting makes (collecting.py) and the pages (handlers).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loyalty import days, secrets, vouchers
from loyalty.erasures import Carried
from loyalty.ids import CustomerId, OperationId, SheetId
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import (
    NoSlips,
    OwnSlip,
    Refusal,
    Refused,
    SlipCollected,
    SlipGone,
    SlipOver,
    SlipsOutOfRange,
    SlipsUsedUp,
    SlipWithoutStamps,
    UnknownSlip,
)
from loyalty.secrets import Purpose, SecretSource
from loyalty.tallies import Tally
from loyalty.use_cases.customers.enrolment import join
from loyalty.use_cases.staff.authority import require_manager, serves_themselves
from loyalty.use_cases.visits.collecting import Collected, collect, collected_before, find_collector
from loyalty.verdicts import Need, Verdict
from loyalty.vouchers import A_DAY, MOST_SLIPS, STAMPS, CountedSheet, Sheet, Slip, SlipState

_SHEETS_LISTED = 8


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A fresh sheet with the start payloads of its slips, to be printed once and kept nowhere."""

    sheet: Sheet
    payloads: Sequence[str]
    rules: Rules
    instead_of: Sequence[SheetId]
    """Sheets that the same message made before it was replayed: void now."""


@dataclass(frozen=True, slots=True)
class VoucherBoard:
    """The newest sheets, and what they are printed by."""

    sheets: Sequence[CountedSheet]
    rules: Rules
    now: datetime


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """One sheet with its slips."""

    counted: CountedSheet
    slips: Sequence[Slip]
    rules: Rules
    now: datetime


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """One slip, by the number that is printed on it."""

    slip: Slip
    receipt: OperationId | None
    """Of whoever collected it."""
    rules: Rules
    now: datetime


@dataclass(frozen=True, slots=True)
class PrintVouchers:
    """A sheet of slips for a dead phone, no internet, a delivery bag."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, slips: int, *, cause: Cause | None) -> PrintedSheet:
        """The sheet, good for 30 days; a replayed message or tap voids the one that it made before.

        Raises Refused: NotManager, SlipsOutOfRange, NoSlips.
        """
        fresh = [secrets.new_secret(self.secrets) for _ in range(slips)] if 0 < slips <= MOST_SLIPS else []

        def body(tx: Transaction) -> PrintedSheet:
            staff, rules = require_manager(tx, person), tx.programs.get_current().rules
            if not fresh:
                raise Refused(SlipsOutOfRange(MOST_SLIPS))
            if not rules.gives_stamps:
                raise Refused(NoSlips())
            before = tx.vouchers.find_caused_by(cause) if cause is not None else ()
            for sheet_id in before:
                tx.vouchers.void_sheet(sheet_id, by=staff.id)
            sheet = tx.vouchers.add_sheet(
                staff,
                secret_hashes=[secrets.hash_secret(secret) for secret in fresh],
                cause=cause,
                expires_at=days.day_of(tx.now + vouchers.LIFE, rules).ends,
            )
            payloads = [secrets.payload(Purpose.VOUCHER, secret) for secret in fresh]
            return PrintedSheet(sheet, payloads, rules, before)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadVouchers:
    """Which sheets there are, and what became of their slips."""

    database: Database

    async def __call__(self, person: Person) -> VoucherBoard:
        """The newest sheets. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> VoucherBoard:
            require_manager(tx, person)
            rules = tx.programs.get_current().rules
            return VoucherBoard(tx.vouchers.find_sheets(most=_SHEETS_LISTED), rules, tx.now)

        return await self.database.report(body)


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """Which slips of a sheet are out there still."""

    database: Database

    async def __call__(self, person: Person, sheet_id: SheetId) -> SheetFacts:
        """The sheet with its slips. Raises Refused: NotManager, SlipGone."""

        def body(tx: Transaction) -> SheetFacts:
            require_manager(tx, person)
            return _facts(tx, sheet_id)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadSlip:
    """What became of one slip that somebody brings or asks about."""

    database: Database

    async def __call__(self, person: Person, sheet_id: SheetId, number: int) -> SlipFacts:
        """The slip, with the receipt by which it can be taken back. Raises Refused: NotManager, SlipGone."""

        def body(tx: Transaction) -> SlipFacts:
            require_manager(tx, person)
            slip = tx.vouchers.find_slip(sheet_id, number)
            if slip is None:
                raise Refused(SlipGone())
            return SlipFacts(slip, _receipt_of(tx, slip), tx.programs.get_current().rules, tx.now)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class VoidVouchers:
    """Slips that were lost, or printed by mistake, give nothing any more."""

    database: Database

    async def slip(self, person: Person, sheet_id: SheetId, number: int) -> SheetFacts:
        """One of them, perhaps void already. Raises Refused: NotManager, SlipGone, SlipCollected."""

        def body(tx: Transaction) -> SheetFacts:
            staff = require_manager(tx, person)
            slip = tx.vouchers.find_slip(sheet_id, number)
            if slip is None:
                raise Refused(SlipGone())
            if slip.state(tx.now) is SlipState.USED:
                raise Refused(SlipCollected(_receipt_of(tx, slip)))
            tx.vouchers.void_slip(slip.id, by=staff.id)
            return _facts(tx, sheet_id)

        return await self.database.write(body)

    async def sheet(self, person: Person, sheet_id: SheetId) -> SheetFacts:
        """All that nobody has collected. Raises Refused: NotManager, SlipGone."""

        def body(tx: Transaction) -> SheetFacts:
            staff = require_manager(tx, person)
            tx.vouchers.void_sheet(sheet_id, by=staff.id)
            return _facts(tx, sheet_id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class CollectVoucher:
    """A customer scans a slip."""

    database: Database

    async def __call__(self, person: Person, secret: str) -> Collected:
        """Its stamp, once, and a card when they had none; scanned again, the same result.

        A refusal in the answer was remembered (OwnSlip, SlipsUsedUp) and leaves the slip unused.
        Raises Refused: OwnPhoneOnly for a till, UnknownSlip, SlipOver, AlreadyCollected, CollectedUndone,
        SlipWithoutStamps.
        """
        return await self.database.write(lambda tx: _collect(tx, person, secrets.hash_secret(secret)))


def count_slips_today(tx: Transaction, customer_id: CustomerId) -> int:
    """Slips that a customer collected on this day of the cafe, before being forgotten too."""
    day = days.day_of(tx.now, tx.programs.get_current().rules)
    before = (tx.people.find_carried(customer_id) or Carried()).of(day.date).slips
    return before + tx.vouchers.count_collected(customer_id, since=day.begins)


def _receipt_of(tx: Transaction, slip: Slip) -> OperationId | None:
    visit = tx.visits.find_by_voucher(slip.id)
    operation = tx.ledger.find_by_key(f"visit:{visit.id}") if visit is not None else None
    return None if operation is None else operation.id


def _facts(tx: Transaction, sheet_id: SheetId) -> SheetFacts:
    counted = tx.vouchers.find_sheet(sheet_id)
    if counted is None:
        raise Refused(SlipGone())
    return SheetFacts(counted, tx.vouchers.slips_of(sheet_id), tx.programs.get_current().rules, tx.now)


def _collect(tx: Transaction, person: Person, secret_hash: str) -> Collected:
    known = find_collector(tx, person)
    slip = tx.vouchers.find_by_secret(secret_hash)
    if slip is None:
        raise Refused(UnknownSlip())
    visit = tx.visits.find_by_voucher(slip.id)
    if visit is not None:
        return collected_before(tx, visit, known)
    if slip.state(tx.now) is not SlipState.OPEN:
        raise Refused(SlipOver(expired=slip.state(tx.now) is SlipState.EXPIRED))
    giver = replace(tx.people.get_staff(slip.sheet.staff_id), location_id=slip.sheet.location_id)
    if person.telegram_id == giver.telegram_id or (known and serves_themselves(tx, giver, known.id)):
        return _held_back(tx, slip, OwnSlip(), known.id if known else None)
    if not tx.programs.get_current().rules.gives_stamps:
        raise Refused(SlipWithoutStamps())
    joined = join(tx, person)
    if count_slips_today(tx, joined.customer.id) >= A_DAY:
        today = days.day_of(tx.now, tx.programs.get_current().rules)
        refusal = SlipsUsedUp(A_DAY, last_day=slip.sheet.expires_at <= today.ends)
        return replace(_held_back(tx, slip, refusal, joined.customer.id), new=joined.new)
    if not tx.vouchers.collect(slip.id, joined.customer.id):
        raise Refused(SlipOver(expired=False))
    nothing_asked = Verdict(Need.NOTHING)
    stamped = collect(
        tx, giver, joined.customer, Tally(STAMPS), nothing_asked, voucher_id=slip.id, slip=slip.name
    )
    return Collected(joined.new, stamped)


def _held_back(tx: Transaction, slip: Slip, refusal: Refusal, customer_id: CustomerId | None) -> Collected:
    tx.refusals.add(refusal, staff_id=slip.sheet.staff_id, customer_id=customer_id)
    return Collected(new=False, outcome=refusal)
