"""The staff list: roles, names, and links for picked people.

Not here: removals (test_leaving.py) and tills (test_tills.py).
"""

import pytest

from loyalty.ids import MessageId, StaffId, TelegramId
from loyalty.people import Cause, Role
from loyalty.refusals import (
    AlreadyStaff,
    InviteForAnother,
    InviteOver,
    NameUnfit,
    NotManager,
    NotOwner,
    NotStaff,
    StaffGone,
)
from loyalty.use_cases.staff.authority import require_manager
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, TILL, Cafe, private, secret_of
from tests.refusing import refused


async def test_a_barista_becomes_manager_and_barista_again_and_is_told_each_time(cafe: Cafe) -> None:
    ben = cafe.staff_id(BEN)
    for manager in (True, True, False):
        staff = await cafe.change_role(ANNA, ben, manager=manager)
        assert staff.role is (Role.MANAGER if manager else Role.BARISTA)
        cafe.later(seconds=1)
    told = cafe.rows("SELECT notice FROM deliveries WHERE notice LIKE '%RoleChanged%' ORDER BY id")
    assert ["manager" in str(notice) for notice in told] == [True, False]


async def test_a_role_counts_from_the_next_tap(cafe: Cafe) -> None:
    await cafe.change_role(ANNA, cafe.staff_id(BEN), manager=True)
    assert (await cafe.database.read(lambda tx: require_manager(tx, BEN))).name == "Ben"
    await cafe.change_role(ANNA, cafe.staff_id(BEN), manager=False)
    with refused(NotManager()):
        await cafe.database.read(lambda tx: require_manager(tx, BEN))


async def test_a_manager_promotes_and_invites_nobody(cafe: Cafe) -> None:
    await cafe.hires_manager()
    for person in (MAX, BEN, MIA):
        with refused(NotOwner()):
            await cafe.change_role(person, cafe.staff_id(BEN), manager=True)
        with refused(NotOwner()):
            await cafe.invite_staff(person, cause=None)
        with refused(NotOwner()):
            await cafe.invite_picked(person, [LEO.telegram_id], cause=None, role=Role.BARISTA)
    with refused(StaffGone()):
        await cafe.change_role(ANNA, StaffId(404), manager=True)


async def test_receipts_carry_the_name_that_staff_chose(cafe: Cafe) -> None:
    await cafe.choose_name(BEN, "Benny")
    await cafe.meet(BEN)
    await cafe.stamps(MIA, 1, by=BEN)
    [(result,)] = cafe.rows("SELECT result FROM operations")
    assert '"by": "Benny"' in str(result)


@pytest.mark.parametrize("name", ["", "x" * 25])
async def test_a_name_has_one_to_24_characters(cafe: Cafe, name: str) -> None:
    with refused(NameUnfit(24)):
        await cafe.choose_name(BEN, name)


async def test_customers_choose_no_staff_name(cafe: Cafe) -> None:
    with refused(NotStaff()):
        await cafe.choose_name(MIA, "Boss")


async def test_the_list_names_everybody_with_their_till(cafe: Cafe) -> None:
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    facts = await cafe.read_staff_list(ANNA)
    assert [staff.name for staff in facts.staff] == ["Anna", "Ben", "Cara"]
    [today] = facts.tills
    assert (today.till.name, today.shift and today.shift.staff.name) == ("Counter", "Cara")
    assert facts.staff_chat is None


async def test_a_link_for_somebody_picked_works_for_that_account_alone_and_asks_still(cafe: Cafe) -> None:
    picked = [LEO.telegram_id, BEN.telegram_id, MAX.telegram_id]
    leo, ben, max_ = await cafe.invite_picked(ANNA, picked, cause=None, role=Role.BARISTA)
    assert leo is not None
    assert max_ is not None
    assert ben is None
    with refused(InviteForAnother()):
        await cafe.open_invite(MIA, secret_of(leo))
    with refused(InviteForAnother()):
        await cafe.open_invite(LEO, secret_of(max_))
    assert not (await cafe.open_invite(LEO, secret_of(leo))).accepted
    await cafe.decide_invite(ANNA, cafe.newest_invite() - 1, accept=True)  # type: ignore[arg-type]
    assert cafe.staff_id(LEO)
    with refused(AlreadyStaff()):
        await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))


async def test_a_replayed_pick_voids_the_links_that_it_made_before(cafe: Cafe) -> None:
    cause = Cause(private(ANNA), MessageId(9))
    picked = [LEO.telegram_id, TelegramId(5)]
    before, after = [await cafe.invite_picked(ANNA, picked, cause=cause, role=Role.BARISTA) for _ in range(2)]
    assert before[0] is not None
    assert after[0] is not None
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(before[0]))
    assert not (await cafe.open_invite(LEO, secret_of(after[0]))).accepted
