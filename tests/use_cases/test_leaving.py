"""Removal and leaving: what goes with a role, at once and together.

Not here: coming (test_staffing.py).
"""

import asyncio
from datetime import timedelta

from handlers.keyboards import card_keys
from handlers.notices import render_notice
from handlers.texts import Texts
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, DepartureId, OperationId, StaffId
from loyalty.invites import InviteState
from loyalty.notices import StaffRemoved
from loyalty.people import Role
from loyalty.programs import Rules
from loyalty.refusals import (
    ApprovalAsked,
    InviteOver,
    LastOwner,
    NobodyOnShift,
    NotOwner,
    NotStaff,
    OwnPhoneOnly,
    Refused,
    StaffGone,
)
from loyalty.staffing import DepartureState
from loyalty.use_cases.house.screens import ReadInvite, ReadReader
from loyalty.use_cases.staff.leaving import STAFF_SCREENS
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, TILL, Cafe, private, secret_of
from tests.refusing import refused

GROUP = ChatId(-1001)


async def test_a_removed_barista_is_nobody_at_the_next_tap(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA, by=CARA)
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    with refused(NotStaff()):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.confirm_visit(CARA, visit, stamps=1)
    assert cafe.rows("SELECT removed_by FROM staff WHERE name = 'Ben'") == [(cafe.staff_id(ANNA),)]


async def test_a_removal_in_the_middle_of_a_tap_is_before_it_or_after_it(cafe: Cafe) -> None:
    for _ in range(5):
        visit = await cafe.serves(MIA, by=BEN)
        removal = cafe.remove_staff(ANNA, cafe.staff_id(BEN))
        tapped, _ = await asyncio.gather(
            cafe.confirm_visit(BEN, visit, stamps=1), removal, return_exceptions=True
        )
        state = cafe.rows("SELECT state FROM visits WHERE id = ?", visit)
        assert state == [("declined",)] if isinstance(tapped, Refused) else [("confirmed",)]
        await cafe.open_invite(BEN, secret_of(await cafe.invite_staff(ANNA, cause=None)))
        await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
        cafe.later(minutes=20)


async def test_open_visits_questions_and_the_own_code_go_with_the_role(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    asked, waiting = await cafe.serves(MIA, by=CARA), await cafe.serves(LEO, by=BEN)
    await cafe.offers(BEN, asked, reward)
    own = await cafe.shows(BEN)
    await cafe.choose_pin(BEN, "4711")
    ben = cafe.staff_id(BEN)

    await cafe.remove_staff(ANNA, ben)

    states = "SELECT id, state FROM visits WHERE id IN (?, ?) ORDER BY id"
    assert cafe.rows(states, asked, waiting) == [(asked, "open"), (waiting, "declined")]
    assert cafe.rows("SELECT state FROM handover_offers") == [("lapsed",)]
    assert cafe.rows("SELECT state FROM scans WHERE id = ?", own.scan_id) == [("void",)]
    assert cafe.rows("SELECT pin_hash FROM staff WHERE id = ?", ben) == [(None,)]
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%StaffRemoved%'") == 1


async def test_a_visit_in_which_something_was_handed_over_is_not_put_aside(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    cafe.later(minutes=10)
    await cafe.expire_due()
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit) == [("confirmed",)]


async def test_what_a_removed_barista_asked_the_managers_lapses(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 6, by=CARA)
    with refused(ApprovalAsked()):
        await cafe.add_to_visit(BEN, visit, stamps=6, add=1)
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    assert cafe.rows("SELECT state FROM approvals") == [("lapsed",)]
    assert cafe.rows("SELECT state, stamps FROM visits WHERE id = ?", visit) == [("confirmed", 6)]


async def test_nobody_gets_in_on_the_word_of_a_removed_owner(cafe: Cafe) -> None:
    await cafe.open_invite(CARA, secret_of(await cafe.make_owner_link()))
    live, came = [await cafe.invite_staff(CARA, cause=None) for _ in range(2)]
    await cafe.open_invite(LEO, secret_of(came))
    invite = cafe.newest_invite()

    await cafe.remove_staff(ANNA, cafe.staff_id(CARA))

    assert (await ReadInvite(cafe.database)(invite)).state is InviteState.VOID
    with refused(InviteOver()):
        await cafe.open_invite(MIA, secret_of(live))
    assert (await cafe.decide_invite(ANNA, invite, accept=True)).state is InviteState.VOID
    assert cafe.number("SELECT COUNT(*) FROM staff WHERE name = 'Leo'") == 0
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%StaffRefused%'") == 1


async def test_the_last_owner_stays_and_stays_owner(cafe: Cafe) -> None:
    anna = cafe.staff_id(ANNA)
    with refused(LastOwner()):
        await cafe.remove_staff(ANNA, anna)
    with refused(LastOwner()):
        await cafe.leave(ANNA)
    with refused(LastOwner()):
        await cafe.change_role(ANNA, anna, manager=True)
    await cafe.open_invite(BEN, secret_of(await cafe.make_owner_link()))
    await cafe.leave(ANNA)
    with refused(LastOwner()):
        await cafe.leave(BEN)


async def test_of_two_owners_who_leave_at_once_one_stays(cafe: Cafe) -> None:
    await cafe.open_invite(BEN, secret_of(await cafe.make_owner_link()))
    answers = await asyncio.gather(cafe.leave(ANNA), cafe.leave(BEN), return_exceptions=True)
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    assert cafe.number("SELECT COUNT(*) FROM staff WHERE role = 'owner' AND removed_at IS NULL") == 1


async def test_only_owners_remove_and_nobody_twice(cafe: Cafe) -> None:
    await cafe.hires_manager()
    ben = cafe.staff_id(BEN)
    for person in (BEN, CARA, MIA):
        with refused(NotOwner()):
            await cafe.remove_staff(person, cafe.staff_id(CARA))
    await cafe.remove_staff(ANNA, ben)
    for gone in (ben, StaffId(404)):
        with refused(StaffGone()):
            await cafe.remove_staff(ANNA, gone)


async def test_the_shift_of_a_removed_person_ends(cafe: Cafe) -> None:
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    with refused(NobodyOnShift()):
        await cafe.start_practice(TILL, chat_id=private(TILL), cause=None)
    assert cafe.number("SELECT COUNT(*) FROM shifts WHERE ended_at IS NULL") == 0


async def test_whoever_leaves_is_gone_and_the_owners_hear_of_it(cafe: Cafe) -> None:
    await cafe.leave(BEN)
    with refused(NotStaff()):
        await cafe.leave(BEN)
    told = cafe.rows("SELECT chat_id FROM deliveries WHERE notice LIKE '%StaffLeft%'")
    assert told == [(ANNA.telegram_id,)]


async def test_at_a_till_nobody_leaves(cafe: Cafe) -> None:
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    with refused(OwnPhoneOnly()):
        await cafe.leave(TILL)


def test_the_notice_brings_the_customers_keyboard_back() -> None:
    words = Texts().in_language("en")
    assert render_notice(StaffRemoved(), words, Rules()).keyboard == card_keys(words)


async def test_one_who_leaves_the_staff_chat_is_asked_about_once(cafe: Cafe) -> None:
    await _bind(cafe)
    for seconds in (0, 1, 90):
        at = cafe.clock.now() + timedelta(seconds=seconds)
        await cafe.note_departure(BEN.telegram_id, GROUP, at=at)
    screens = cafe.rows("SELECT chat_id, subject_id FROM screens WHERE kind = ?", ScreenKind.DEPARTURE)
    assert screens == [(ANNA.telegram_id, 1)]

    departure = await cafe.decide_departure(ANNA, DepartureId(1), keep=True)
    assert departure.state is DepartureState.KEPT
    again = await cafe.decide_departure(ANNA, DepartureId(1), keep=False)
    assert again.state is DepartureState.KEPT
    assert cafe.staff_id(BEN)

    cafe.later(hours=1)
    await cafe.note_departure(BEN.telegram_id, GROUP, at=cafe.clock.now())
    departure = await cafe.decide_departure(ANNA, DepartureId(2), keep=False)
    assert departure.state is DepartureState.REMOVED
    with refused(NotStaff()):
        await cafe.leave(BEN)


async def test_a_removal_answers_the_question_about_a_departure(cafe: Cafe) -> None:
    await _bind(cafe)
    await cafe.note_departure(BEN.telegram_id, GROUP, at=cafe.clock.now())
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    assert (await cafe.decide_departure(ANNA, DepartureId(1), keep=True)).state is DepartureState.REMOVED


async def test_nobody_is_asked_about_strangers_other_groups_and_the_only_owner(cafe: Cafe) -> None:
    await cafe.note_departure(BEN.telegram_id, GROUP, at=cafe.clock.now())
    await _bind(cafe)
    await cafe.note_departure(BEN.telegram_id, ChatId(-7), at=cafe.clock.now())
    await cafe.note_departure(MIA.telegram_id, GROUP, at=cafe.clock.now())
    await cafe.note_departure(ANNA.telegram_id, GROUP, at=cafe.clock.now())
    assert cafe.number("SELECT COUNT(*) FROM departures") == 0
    with refused(StaffGone()):
        await cafe.decide_departure(ANNA, DepartureId(9), keep=False)
    with refused(NotOwner()):
        await cafe.decide_departure(BEN, DepartureId(9), keep=False)


async def test_a_demoted_owner_is_told_and_invites_nobody_any_more(cafe: Cafe) -> None:
    await cafe.open_invite(BEN, secret_of(await cafe.make_owner_link()))
    link = await cafe.invite_staff(BEN, cause=None)
    changed = await cafe.change_role(ANNA, cafe.staff_id(BEN), manager=True)
    assert changed.role is Role.MANAGER
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(link))
    with refused(NotOwner()):
        await cafe.invite_staff(BEN, cause=None)


async def _bind(cafe: Cafe) -> None:
    """The staff chat, as it is once an owner has bound it."""
    owner = cafe.staff_id(ANNA)
    await cafe.database.write(
        lambda tx: tx.staff_chats.bind(GROUP, title="Counter", administrator=True, by=owner)
    )


async def test_a_removed_managers_chat_shows_no_freeze_and_no_correction_any_more(cafe: Cafe) -> None:
    await cafe.hires_manager()
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    receipt = OperationId(cafe.number("SELECT MAX(id) FROM operations"))
    await cafe.freeze_card(MIA, receipt)
    await cafe.take_back(MAX, receipt, "refund", chat_id=private(MAX), cause=None)
    await cafe.delivers_all()
    await cafe.remove_staff(ANNA, cafe.staff_id(MAX))
    settled = """
        SELECT DISTINCT s.kind FROM deliveries d JOIN screens s ON s.id = d.screen_id
        WHERE d.chat_id = ? AND d.state = 'pending' ORDER BY s.kind
    """
    assert {("correction",), ("freeze",)} <= set(cafe.rows(settled, private(MAX)))
    assert {ScreenKind.CORRECTION, ScreenKind.FREEZE, ScreenKind.OUTAGE} <= set(STAFF_SCREENS)
    assert not (await ReadReader(cafe.database)(private(MAX))).sees_staff_screens
