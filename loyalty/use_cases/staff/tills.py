"""Tills: who is on shift, the PIN that a shift may ask for, and what owners decide about a till.

Not here: how an account becomes a till (staffing.py), and what is done at one (every use case of staff).
"""

import hmac
from dataclasses import dataclass

from loyalty import days
from loyalty.days import Day
from loyalty.ids import ChatId, StaffId, TillId
from loyalty.notices import PinGuessed, TillRemoved
from loyalty.people import Person, StaffMember, Till
from loyalty.ports import Database, Transaction
from loyalty.refusals import NameUnfit, PinLocked, PinPaused, Refused, StaffGone, TillGone, WrongPin
from loyalty.tills import (
    LONGEST_TILL_NAME,
    WRONG_PINS,
    WRONG_PINS_A_DAY,
    WRONG_PINS_WINDOW,
    TillFacts,
    hash_pin,
    is_pin,
    paused_until,
)
from loyalty.use_cases.staff.authority import require_own_phone, require_owner, require_till
from loyalty.use_cases.staff.leaving import settle_screens
from loyalty.use_cases.visits.queue_places import show_queue
from loyalty.use_cases.visits.sale_codes import end_sale_codes_at


@dataclass(frozen=True, slots=True)
class PinWanted:
    """Whoever was picked has a PIN: they enter it."""

    staff: StaffMember


@dataclass(frozen=True, slots=True)
class ReadTill:
    """What a till shows."""

    database: Database

    async def __call__(self, person: Person) -> TillFacts:
        """Who is on shift, and who could be. Raises Refused(NotTill)."""
        return await self.database.read(lambda tx: _facts(tx, require_till(tx, person)))


@dataclass(frozen=True, slots=True)
class TakeShift:
    """One tap on a name: from now on the till acts for them, until the cafe's day ends."""

    database: Database

    async def __call__(
        self, person: Person, staff_id: StaffId, *, pin: str | None = None
    ) -> TillFacts | PinWanted:
        """The till with them on shift; whoever is on shift already needs no PIN.

        Ten wrong PINs on one day lock it, and are told to them and the owners.
        Raises Refused: NotTill, StaffGone, WrongPin, PinPaused, PinLocked.
        """
        result = await self.database.write(lambda tx: _take(tx, person, staff_id, pin))
        if isinstance(result, WrongPin | PinPaused | PinLocked):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class EndShift:
    """Nobody is on shift at the till any more."""

    database: Database

    async def __call__(self, person: Person) -> TillFacts:
        """At the till itself. Raises Refused(NotTill)."""

        def body(tx: Transaction) -> TillFacts:
            till = require_till(tx, person)
            _end_shift(tx, till)
            return _facts(tx, till)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ChoosePin:
    """Four digits without which nobody takes a shift under this name."""

    database: Database

    async def __call__(self, person: Person, digits: str | None) -> None:
        """Set it, or with None clear it. Raises Refused: NotStaff, OwnPhoneOnly; ValueError for no PIN."""
        if digits is not None and not is_pin(digits):
            raise ValueError("a PIN has four digits")

        def body(tx: Transaction) -> None:
            staff = require_own_phone(tx, person)
            key = tx.installation.get_hash_key()
            tx.staff.set_pin(staff.id, digits and hash_pin(digits, staff_id=staff.id, key=key))

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class HasPin:
    """Whether somebody has a PIN."""

    database: Database

    async def __call__(self, person: Person) -> bool:
        """Raises Refused: NotStaff, OwnPhoneOnly."""
        return await self.database.read(
            lambda tx: tx.staff.find_pin(require_own_phone(tx, person).id) is not None
        )


@dataclass(frozen=True, slots=True)
class KeepTill:
    """What owners decide about a till: its name, the end of a shift, the end of the till."""

    database: Database

    async def rename(self, person: Person, till_id: TillId, name: str) -> None:
        """`name` in one line. Raises Refused: NotOwner, TillGone, NameUnfit."""

        def body(tx: Transaction) -> None:
            till = _require_owners_till(tx, person, till_id)
            if not 1 <= len(name) <= LONGEST_TILL_NAME:
                raise Refused(NameUnfit(LONGEST_TILL_NAME))
            tx.tills.rename(till.id, name)

        await self.database.write(body)

    async def end_shift(self, person: Person, till_id: TillId) -> None:
        """Whoever is on shift there is off. Raises Refused: NotOwner, TillGone."""
        await self.database.write(lambda tx: _end_shift(tx, _require_owners_till(tx, person, till_id)))

    async def remove(self, person: Person, till_id: TillId) -> None:
        """It is no till any more, from its next tap on. Raises Refused: NotOwner, TillGone."""

        def body(tx: Transaction) -> None:
            till, owner = _require_owners_till(tx, person, till_id), require_owner(tx, person)
            _end_shift(tx, till)
            tx.tills.remove(till.id, by=owner.id)
            chat_id = ChatId(till.telegram_id)
            settle_screens(tx, chat_id)
            tx.deliveries.add_notice(TillRemoved(), chat_id, key=f"till-removed:{till.id}")

        await self.database.write(body)


def _end_shift(tx: Transaction, till: Till) -> None:
    tx.tills.end_shift(till.id)
    end_sale_codes_at(tx, till.id)


def _facts(tx: Transaction, till: Till) -> TillFacts:
    rules = tx.programs.get_current().rules
    return TillFacts(till, tx.tills.find_shift(till.id), tx.people.find_all_staff(), rules)


def _take(
    tx: Transaction, person: Person, staff_id: StaffId, pin: str | None
) -> TillFacts | PinWanted | WrongPin | PinPaused | PinLocked:
    till = require_till(tx, person)
    staff = tx.staff.find(staff_id)
    if staff is None:
        raise Refused(StaffGone())
    shift = tx.tills.find_shift(till.id)
    if shift is not None and shift.staff.id == staff.id:
        return _facts(tx, till)
    asked = _ask_pin(tx, till, staff, pin)
    if asked is not None:
        return asked
    rules = tx.programs.get_current().rules
    end_sale_codes_at(tx, till.id)
    tx.tills.begin_shift(till.id, staff.id, ends_at=days.day_of(tx.now, rules).ends)
    if tx.queue.find_waiting():
        show_queue(tx)
    return _facts(tx, till)


def _ask_pin(
    tx: Transaction, till: Till, staff: StaffMember, pin: str | None
) -> PinWanted | WrongPin | PinPaused | PinLocked | None:
    """None when nothing is in the way; a wrong PIN is remembered, so it is answered and not raised."""
    kept = tx.staff.find_pin(staff.id)
    if kept is None:
        return None
    day = days.day_of(tx.now, tx.programs.get_current().rules)
    today = len(tx.refusals.times_of(WrongPin, staff.id, since=day.begins))
    if today >= WRONG_PINS_A_DAY:
        return PinLocked()
    wrong = tx.tills.wrong_pins(till.id, staff.id, since=tx.now - WRONG_PINS_WINDOW)
    until = paused_until(wrong)
    if until is not None:
        return PinPaused(until)
    if pin is None:
        return PinWanted(staff)
    if hmac.compare_digest(hash_pin(pin, staff_id=staff.id, key=tx.installation.get_hash_key()), kept):
        return None
    left = min(WRONG_PINS - len(wrong), WRONG_PINS_A_DAY - today) - 1
    refusal = WrongPin(till.id, left=left)
    tx.refusals.add(refusal, staff_id=staff.id)
    if today + 1 < WRONG_PINS_A_DAY:
        return refusal
    _tell_of_guesses(tx, till, staff, day)
    return PinLocked()


def _tell_of_guesses(tx: Transaction, till: Till, staff: StaffMember, day: Day) -> None:
    notice = PinGuessed(staff.name, WRONG_PINS_A_DAY, till.name)
    for reader in {member.id: member for member in (staff, *tx.people.find_owners())}.values():
        key = f"pin-locked:{staff.id}:{day.date}:{reader.id}"
        tx.deliveries.add_notice(notice, ChatId(reader.telegram_id), key=key)


def _require_owners_till(tx: Transaction, person: Person, till_id: TillId) -> Till:
    require_owner(tx, person)
    till = tx.tills.find(till_id)
    if till is None:
        raise Refused(TillGone())
    return till
