"""Tills: who is on shift, the PIN, the day's end; entries name both.

Not here: how a till looks (tests/handlers).
"""

from datetime import UTC, datetime

import pytest

from loyalty.ids import StaffId, TillId
from loyalty.people import Role
from loyalty.refusals import (
    AlreadyStaff,
    AlreadyTill,
    InviteOver,
    NameUnfit,
    NobodyOnShift,
    NotManager,
    NotOwner,
    NotStaff,
    NotTill,
    OwnCode,
    OwnPhoneOnly,
    PinLocked,
    PinPaused,
    Refused,
    StaffGone,
    TillGone,
    WrongPin,
)
from loyalty.tills import TillFacts
from loyalty.use_cases.staff.authority import require_manager
from loyalty.use_cases.staff.tills import PinWanted
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, TILL, Cafe, private, secret_of
from tests.refusing import refused

THE_TILL = TillId(1)


@pytest.fixture
async def till_cafe(cafe: Cafe) -> Cafe:
    """A cafe with a till at which nobody is on shift."""
    await cafe.opens_till()
    return cafe


async def on_shift(cafe: Cafe) -> str | None:
    shift = (await cafe.read_till(TILL)).shift
    return shift.staff.name if shift else None


async def test_a_till_acts_for_nobody_until_somebody_is_on_shift(till_cafe: Cafe) -> None:
    shown = await till_cafe.shows(MIA)
    with refused(NobodyOnShift()):
        await till_cafe.scans(TILL, shown)
    await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    visit = (await till_cafe.scans(TILL, shown)).visit
    await till_cafe.confirm_visit(TILL, visit.id, stamps=1)
    ben = till_cafe.staff_id(BEN)
    assert till_cafe.rows("SELECT staff_id, till_id FROM operations") == [(ben, THE_TILL)]
    assert till_cafe.rows("SELECT staff_id, till_id FROM ledger_entries") == [(ben, THE_TILL)]


async def test_two_people_over_one_day_each_under_their_own_name(till_cafe: Cafe) -> None:
    for person, customer in ((BEN, MIA), (CARA, LEO), (BEN, ANNA)):
        await till_cafe.take_shift(TILL, till_cafe.staff_id(person))
        visit = await till_cafe.serves(customer, by=TILL)
        await till_cafe.confirm_visit(TILL, visit, stamps=1)
    names = till_cafe.rows("SELECT s.name FROM operations o JOIN staff s ON s.id = o.staff_id ORDER BY o.id")
    assert names == [("Ben",), ("Cara",), ("Ben",)]
    assert till_cafe.number("SELECT COUNT(*) FROM shifts WHERE ended_at IS NULL") == 1


async def test_the_shift_ends_with_the_cafes_day(till_cafe: Cafe) -> None:
    taken = await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    assert isinstance(taken, TillFacts)
    assert taken.shift is not None
    assert taken.shift.ends_at == datetime(2025, 3, 15, 4, tzinfo=UTC)
    till_cafe.later(hours=19)  # half past three at night
    assert await on_shift(till_cafe) == "Ben"
    till_cafe.later(minutes=30)
    assert await on_shift(till_cafe) is None
    with refused(NobodyOnShift()):
        await till_cafe.start_practice(TILL, chat_id=private(TILL), cause=None)


async def test_the_same_name_again_changes_nothing_and_asks_no_pin(till_cafe: Cafe) -> None:
    ben = till_cafe.staff_id(BEN)
    await till_cafe.take_shift(TILL, ben)
    await till_cafe.choose_pin(BEN, "4711")
    assert isinstance(await till_cafe.take_shift(TILL, ben), TillFacts)
    assert till_cafe.number("SELECT COUNT(*) FROM shifts") == 1


async def test_a_pin_is_asked_for_and_kept_as_a_hash_only(till_cafe: Cafe) -> None:
    ben = till_cafe.staff_id(BEN)
    await till_cafe.choose_pin(BEN, "4711")
    await till_cafe.choose_pin(CARA, "4711")
    hashes = till_cafe.rows("SELECT DISTINCT pin_hash FROM staff WHERE pin_hash IS NOT NULL")
    assert len(hashes) == 2
    assert not any("4711" in str(kept) for kept in hashes)
    assert isinstance(await till_cafe.take_shift(TILL, ben), PinWanted)
    assert await on_shift(till_cafe) is None
    await till_cafe.take_shift(TILL, ben, pin="4711")
    assert await on_shift(till_cafe) == "Ben"
    await till_cafe.choose_pin(BEN, None)
    await till_cafe.end_shift(TILL)
    assert isinstance(await till_cafe.take_shift(TILL, ben), TillFacts)


async def test_a_pin_wrong_five_times_pauses_that_person_at_that_till(till_cafe: Cafe) -> None:
    ben = till_cafe.staff_id(BEN)
    await till_cafe.choose_pin(BEN, "4711")
    for left in (4, 3, 2, 1, 0):
        with refused(WrongPin(THE_TILL, left)):
            await till_cafe.take_shift(TILL, ben, pin="0000")
        till_cafe.later(seconds=10)
    until = till_cafe.clock.now().replace(minute=40, second=0)
    for pin in ("4711", "0000", None):
        with refused(PinPaused(until)):
            await till_cafe.take_shift(TILL, ben, pin=pin)
    assert till_cafe.number("SELECT COUNT(*) FROM refusals WHERE kind = 'WrongPin'") == 5
    await till_cafe.take_shift(TILL, till_cafe.staff_id(CARA))
    assert await on_shift(till_cafe) == "Cara"
    till_cafe.later(minutes=10)
    await till_cafe.take_shift(TILL, ben, pin="4711")
    assert await on_shift(till_cafe) == "Ben"


@pytest.mark.parametrize("digits", ["", "471", "47111", "47a1", "٤٧١١", " 4711"])
async def test_what_is_no_pin_is_not_taken(cafe: Cafe, digits: str) -> None:
    with pytest.raises(ValueError, match="four digits"):
        await cafe.choose_pin(BEN, digits)


async def test_what_is_somebodys_own_is_not_done_at_a_till(till_cafe: Cafe) -> None:
    await till_cafe.take_shift(TILL, till_cafe.staff_id(ANNA))
    with refused(OwnPhoneOnly()):
        await till_cafe.choose_pin(TILL, "4711")
    with refused(OwnPhoneOnly()):
        await till_cafe.choose_name(TILL, "Boss")
    with refused(NotOwner()):
        await till_cafe.invite_staff(TILL, cause=None)
    with refused(NotOwner()):
        await till_cafe.change_rules(TILL, cafe="Mine")
    with refused(NotManager()):
        await till_cafe.database.read(lambda tx: require_manager(tx, TILL))


async def test_nobody_on_shift_serves_themselves_at_the_till(till_cafe: Cafe) -> None:
    await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    with refused(OwnCode()):
        await till_cafe.scans(TILL, await till_cafe.shows(BEN))


async def test_only_a_till_takes_shifts_and_only_for_staff(till_cafe: Cafe) -> None:
    for person in (BEN, MIA):
        with refused(NotTill()):
            await till_cafe.take_shift(person, till_cafe.staff_id(BEN))
        with refused(NotTill()):
            await till_cafe.read_till(person)
    with refused(StaffGone()):
        await till_cafe.take_shift(TILL, StaffId(404))
    with refused(NotStaff()):
        await till_cafe.choose_pin(MIA, "4711")


async def test_a_till_is_nobody_and_somebody_is_no_till(till_cafe: Cafe) -> None:
    for link in (await till_cafe.invite_staff(ANNA, cause=None), await till_cafe.make_owner_link()):
        with refused(AlreadyTill()):
            await till_cafe.open_invite(TILL, secret_of(link))
    link = await till_cafe.invite_staff(ANNA, cause=None, till=True)
    with refused(AlreadyStaff()):
        await till_cafe.open_invite(BEN, secret_of(link))
    assert not (await till_cafe.open_invite(LEO, secret_of(link))).accepted


async def test_whoever_came_by_two_links_becomes_what_the_owner_said_yes_to_first(cafe: Cafe) -> None:
    invites = []
    for till in (True, False):
        await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None, till=till)))
        invites.append(cafe.newest_invite())
    await cafe.decide_invite(ANNA, invites[1], accept=True)
    with refused(InviteOver()):
        await cafe.decide_invite(ANNA, invites[0], accept=True)
    assert cafe.number("SELECT COUNT(*) FROM tills") == 0
    await cafe.decide_invite(ANNA, invites[0], accept=False)


async def test_the_owner_renames_ends_and_removes(till_cafe: Cafe) -> None:
    await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    await till_cafe.keep_till.rename(ANNA, THE_TILL, "Bar")
    [today] = (await till_cafe.read_staff_list(ANNA)).tills
    assert (today.till.name, today.shift and today.shift.staff.name) == ("Bar", "Ben")
    await till_cafe.keep_till.end_shift(ANNA, THE_TILL)
    assert await on_shift(till_cafe) is None
    await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    visit = await till_cafe.serves(MIA, by=TILL)
    await till_cafe.keep_till.remove(ANNA, THE_TILL)
    with refused(NotStaff()):
        await till_cafe.confirm_visit(TILL, visit, stamps=1)
    with refused(TillGone()):
        await till_cafe.keep_till.remove(ANNA, THE_TILL)
    await till_cafe.confirm_visit(BEN, visit, stamps=1)
    await till_cafe.opens_till()  # the same phone again


async def test_tills_are_the_owners_to_keep(till_cafe: Cafe) -> None:
    await till_cafe.hires_manager()
    for person in (BEN, MAX, TILL, MIA):
        with refused(NotOwner()):
            await till_cafe.keep_till.rename(person, THE_TILL, "Mine")
        with refused(NotOwner()):
            await till_cafe.keep_till.remove(person, THE_TILL)
        with refused(NotOwner()):
            await till_cafe.read_staff_list(person)
    for name in ("", "x" * 25):
        with refused(NameUnfit(24)):
            await till_cafe.keep_till.rename(ANNA, THE_TILL, name)


async def test_a_manager_is_hired_as_one(cafe: Cafe) -> None:
    await cafe.hires_manager()
    roles = {staff.name: staff.role for staff in (await cafe.read_staff_list(ANNA)).staff}
    assert roles["Max"] is Role.MANAGER


async def test_a_till_opens_no_card_and_shows_no_code(till_cafe: Cafe) -> None:
    await till_cafe.take_shift(TILL, till_cafe.staff_id(BEN))
    with refused(OwnPhoneOnly()):
        await till_cafe.join(TILL)
    with refused(OwnPhoneOnly()):
        await till_cafe.shows(TILL)
    assert till_cafe.number("SELECT COUNT(*) FROM customers") == 0


async def test_a_card_of_an_account_that_became_a_till_is_filled_by_nobody(cafe: Cafe) -> None:
    shown = await cafe.shows(TILL)
    visit = await cafe.stamps(TILL, 1, by=CARA)
    shown = await cafe.shows(TILL)
    await cafe.opens_till()
    for person in (BEN, ANNA):
        with refused(OwnCode()):
            await cafe.scans(person, shown)
        with refused(OwnCode()):
            await cafe.add_to_visit(person, visit, stamps=1, add=1)
    with refused(OwnPhoneOnly()):
        await cafe.shows(TILL)
    await cafe.keep_till.remove(ANNA, THE_TILL)
    await cafe.shows(TILL)


async def test_ten_wrong_pins_in_a_day_lock_it_at_every_till_and_are_told_once(till_cafe: Cafe) -> None:
    ben = till_cafe.staff_id(BEN)
    await till_cafe.choose_pin(BEN, "4711")
    for left in (4, 3, 2, 1, 0):
        with refused(WrongPin(THE_TILL, left)):
            await till_cafe.take_shift(TILL, ben, pin="0000")
    till_cafe.later(minutes=10)
    for left in (4, 3, 2, 1):
        with refused(WrongPin(THE_TILL, left)):
            await till_cafe.take_shift(TILL, ben, pin="0000")
    for pin in ("0000", "4711", None):
        with refused(PinLocked()):
            await till_cafe.take_shift(TILL, ben, pin=pin)
    till_cafe.later(hours=2)
    with refused(PinLocked()):
        await till_cafe.take_shift(TILL, ben, pin="4711")
    told = "SELECT chat_id FROM deliveries WHERE dedupe_key LIKE 'pin-locked:%' ORDER BY chat_id"
    assert till_cafe.rows(told) == [(ANNA.telegram_id,), (BEN.telegram_id,)]
    till_cafe.later(days=1)
    await till_cafe.take_shift(TILL, ben, pin="4711")
    assert await on_shift(till_cafe) == "Ben"


async def test_a_locked_pin_is_removed_on_the_own_phone(till_cafe: Cafe) -> None:
    ben = till_cafe.staff_id(BEN)
    await till_cafe.choose_pin(BEN, "4711")
    for _ in range(2):
        for _ in range(5):
            with pytest.raises(Refused):
                await till_cafe.take_shift(TILL, ben, pin="0000")
        till_cafe.later(minutes=10)
    with refused(PinLocked()):
        await till_cafe.take_shift(TILL, ben, pin="4711")
    await till_cafe.choose_pin(BEN, None)
    await till_cafe.take_shift(TILL, ben)
    assert await on_shift(till_cafe) == "Ben"
