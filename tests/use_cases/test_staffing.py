"""Becoming staff: the owner link, invites and the owner's word on who came; and the owner's rules.

Not here: what staff may do at the counter.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from loyalty.ids import InviteId, MessageId, TillId
from loyalty.invites import InviteState
from loyalty.people import Cause, Role
from loyalty.refusals import AlreadyStaff, InviteOver, NotOwner, Refused
from loyalty.secrets import Purpose, parse_payload
from loyalty.use_cases.house.rules import ReadProgram
from loyalty.use_cases.house.screens import ReadInvite
from loyalty.use_cases.staff.staffing import Welcome
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private, secret_of
from tests.refusing import refused


@pytest.fixture
async def new_cafe(tmp_path: Path) -> AsyncIterator[Cafe]:
    """A cafe where nobody works yet."""
    cafe = await Cafe.open(tmp_path)
    yield cafe
    await cafe.close()


def staff(cafe: Cafe) -> list[tuple[object, ...]]:
    return cafe.rows("SELECT name, role FROM staff ORDER BY id")


async def test_whoever_opens_the_owner_link_is_owner_and_it_works_once(new_cafe: Cafe) -> None:
    link = await new_cafe.make_owner_link()
    assert parse_payload(link) == (Purpose.OWNER_LINK, secret_of(link))
    assert await new_cafe.open_invite(ANNA, secret_of(link)) == Welcome(Role.OWNER, accepted=True)
    with refused(InviteOver()):
        await new_cafe.open_invite(BEN, secret_of(link))
    assert staff(new_cafe) == [("Anna", "owner")]


async def test_the_owner_link_opened_twice_by_one_person_answers_the_same(new_cafe: Cafe) -> None:
    secret = secret_of(await new_cafe.make_owner_link())
    welcomes = await asyncio.gather(*(new_cafe.open_invite(ANNA, secret) for _ in range(10)))
    assert set(welcomes) == {Welcome(Role.OWNER, accepted=True)}
    assert staff(new_cafe) == [("Anna", "owner")]


async def test_of_two_people_at_the_owner_link_one_becomes_owner(new_cafe: Cafe) -> None:
    secret = secret_of(await new_cafe.make_owner_link())
    answers = await asyncio.gather(
        new_cafe.open_invite(ANNA, secret), new_cafe.open_invite(BEN, secret), return_exceptions=True
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    assert len(staff(new_cafe)) == 1


async def test_an_owner_link_lives_fifteen_minutes(new_cafe: Cafe) -> None:
    link = await new_cafe.make_owner_link()
    new_cafe.later(minutes=15)
    with refused(InviteOver()):
        await new_cafe.open_invite(ANNA, secret_of(link))


async def test_a_new_owner_link_voids_the_last_one(new_cafe: Cafe) -> None:
    first, second = await new_cafe.make_owner_link(), await new_cafe.make_owner_link()
    with refused(InviteOver()):
        await new_cafe.open_invite(ANNA, secret_of(first))
    assert (await new_cafe.open_invite(ANNA, secret_of(second))).accepted


async def test_a_barista_becomes_owner_by_the_owner_link(cafe: Cafe) -> None:
    await cafe.open_invite(BEN, secret_of(await cafe.make_owner_link()))
    assert ("Ben", "owner") in staff(cafe)
    assert len(staff(cafe)) == 3


async def test_an_owner_does_not_use_up_a_second_owner_link(cafe: Cafe) -> None:
    link = await cafe.make_owner_link()
    with refused(AlreadyStaff()):
        await cafe.open_invite(ANNA, secret_of(link))
    assert (await cafe.open_invite(LEO, secret_of(link))).accepted


async def test_a_link_that_we_never_made_is_over(cafe: Cafe) -> None:
    with refused(InviteOver()):
        await cafe.open_invite(LEO, "A" * 22)


async def test_the_owner_confirms_who_came_by_an_invite(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None)
    assert await cafe.open_invite(LEO, secret_of(link)) == Welcome(Role.BARISTA, accepted=False)
    assert ("Leo", "barista") not in staff(cafe)
    invite = await ReadInvite(cafe.database)(cafe.newest_invite())
    assert (invite.state, invite.came_name) == (InviteState.CAME, "Leo")
    assert (await cafe.decide_invite(ANNA, invite.id, accept=True)).state is InviteState.ACCEPTED
    assert ("Leo", "barista") in staff(cafe)
    notice = "SELECT notice FROM deliveries WHERE chat_id = ? AND notice IS NOT NULL"
    assert "StaffAccepted" in str(cafe.rows(notice, LEO.telegram_id))


async def test_the_owner_may_refuse_who_came(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None)
    await cafe.open_invite(LEO, secret_of(link))
    assert (await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=False)).state is InviteState.REFUSED
    assert len(staff(cafe)) == 3
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(link))


async def test_the_first_decision_stands_and_the_second_sees_it(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    invite = cafe.newest_invite()
    await cafe.decide_invite(ANNA, invite, accept=True)
    assert (await cafe.decide_invite(ANNA, invite, accept=False)).state is InviteState.ACCEPTED
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE chat_id = ?", LEO.telegram_id) == 1


async def test_an_invite_opened_again_by_the_same_person_asks_the_owner_once(cafe: Cafe) -> None:
    secret = secret_of(await cafe.invite_staff(ANNA, cause=None))
    welcomes = [await cafe.open_invite(LEO, secret) for _ in range(3)]
    assert set(welcomes) == {Welcome(Role.BARISTA, accepted=False)}
    screens = "SELECT COUNT(*) FROM screens WHERE kind = 'invite' AND subject_id = ?"
    assert cafe.number(screens, cafe.newest_invite()) == 1


async def test_an_invite_is_for_one_person(cafe: Cafe) -> None:
    secret = secret_of(await cafe.invite_staff(ANNA, cause=None))
    await cafe.open_invite(LEO, secret)
    with refused(InviteOver()):
        await cafe.open_invite(MIA, secret)


async def test_an_invite_lives_a_day(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None)
    cafe.later(hours=24)
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(link))


async def test_a_replayed_invite_command_voids_the_link_it_made_before(cafe: Cafe) -> None:
    cause = Cause(private(ANNA), MessageId(77))
    first, second = await cafe.invite_staff(ANNA, cause=cause), await cafe.invite_staff(ANNA, cause=cause)
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(first))
    assert not (await cafe.open_invite(LEO, secret_of(second))).accepted


async def test_one_who_works_here_already_is_told_so(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None)
    for person in (BEN, ANNA):
        with refused(AlreadyStaff()):
            await cafe.open_invite(person, secret_of(link))


async def test_only_owners_invite_and_decide_and_change_rules(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    for person in (BEN, LEO, MIA):
        with refused(NotOwner()):
            await cafe.invite_staff(person, cause=None)
        with refused(NotOwner()):
            await cafe.decide_invite(person, cafe.newest_invite(), accept=True)
        with refused(NotOwner()):
            await cafe.change_rules(person, cafe="Mine now")


async def test_there_is_nothing_to_decide_before_somebody_came(cafe: Cafe) -> None:
    await cafe.invite_staff(ANNA, cause=None)
    for invite in (cafe.newest_invite(), InviteId(404)):
        with refused(InviteOver()):
            await cafe.decide_invite(ANNA, invite, accept=True)


async def test_someone_who_was_removed_can_be_invited_again(cafe: Cafe) -> None:
    cafe.removes(CARA)
    with refused(NotOwner()):
        await cafe.invite_staff(CARA, cause=None)
    await cafe.open_invite(CARA, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
    assert cafe.number("SELECT COUNT(*) FROM staff WHERE name = 'Cara' AND removed_at IS NULL") == 1


async def test_a_removed_owner_is_no_owner(cafe: Cafe) -> None:
    cafe.removes(ANNA)
    with refused(NotOwner()):
        await cafe.invite_staff(ANNA, cause=None)


async def test_a_change_of_rules_is_a_new_version_and_no_change_is_none(cafe: Cafe) -> None:
    changed = await cafe.change_rules(ANNA, cafe="Кав'ярня 42")
    assert (changed.version, changed.rules.cafe) == (2, "Кав'ярня 42")
    assert await cafe.change_rules(ANNA, cafe="Кав'ярня 42") == changed
    assert await ReadProgram(cafe.database)() == changed
    assert (await cafe.card(MIA)).cafe == "Кав'ярня 42"


async def test_the_owners_hear_of_a_new_owner(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.make_owner_link()))
    assert cafe.rows("SELECT chat_id, notice FROM deliveries WHERE notice LIKE '%OwnerAdded%'") == [
        (ANNA.telegram_id, '{"kind": "OwnerAdded", "name": "Leo"}')
    ]


async def test_an_invite_of_old_greets_nobody_who_was_removed(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None)
    await cafe.open_invite(LEO, secret_of(link))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
    assert (await cafe.open_invite(LEO, secret_of(link))).accepted
    await cafe.remove_staff(ANNA, cafe.staff_id(LEO))
    with refused(InviteOver()):
        await cafe.open_invite(LEO, secret_of(link))


async def test_an_invite_of_old_greets_no_till_that_was_removed(cafe: Cafe) -> None:
    link = await cafe.invite_staff(ANNA, cause=None, till=True)
    await cafe.open_invite(TILL, secret_of(link))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
    assert (await cafe.open_invite(TILL, secret_of(link))).till
    await cafe.keep_till.remove(ANNA, TillId(1))
    with refused(InviteOver()):
        await cafe.open_invite(TILL, secret_of(link))
