"""Flags: who may say that something is fine, and who can be asked.

Not here: what is flagged (test_limits.py).
"""

from loyalty.ids import FlagId
from loyalty.refusals import OwnFlag, StaffGone
from tests.counter import ANNA, BEN, MAX, MIA, Cafe
from tests.refusing import refused

FIRST = FlagId(1)
STATES = "SELECT state FROM flags ORDER BY id"


async def test_a_manager_does_not_wave_through_what_they_gave_themselves(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await cafe.stamps(MIA, 8, by=MAX)
    for asked in (False, True):
        with refused(OwnFlag()):
            await cafe.decide_flag(MAX, FIRST, asked=asked)
    await cafe.decide_flag(ANNA, FIRST, asked=False)
    assert cafe.rows(STATES) == [("ok",)]


async def test_a_manager_does_not_wave_through_what_was_given_to_them(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await cafe.stamps(MAX, 8)
    with refused(OwnFlag()):
        await cafe.decide_flag(MAX, FIRST, asked=False)
    assert cafe.rows(STATES) == [("open",)]


async def test_the_only_owner_answers_for_the_own_flags_and_one_of_two_does_not(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 8, by=ANNA)
    await cafe.decide_flag(ANNA, FIRST, asked=False)
    assert cafe.rows(STATES) == [("ok",)]
    await cafe.open_invite(MAX, (await cafe.make_owner_link()).split("_", 1)[1])
    cafe.later(minutes=20)
    await cafe.stamps(MIA, 8, by=ANNA)
    newest = FlagId(cafe.number("SELECT MAX(id) FROM flags"))
    with refused(OwnFlag()):
        await cafe.decide_flag(ANNA, newest, asked=False)
    await cafe.decide_flag(MAX, newest, asked=False)


async def test_nobody_is_asked_who_does_not_work_here_any_more(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 8)
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    with refused(StaffGone()):
        await cafe.decide_flag(ANNA, FIRST, asked=True)
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE dedupe_key LIKE 'flag:%'") == 0
    await cafe.decide_flag(ANNA, FIRST, asked=False)
    assert cafe.rows(STATES) == [("ok",)]
