"""Pilot and hold-out: chance picks them exactly, the rest waits for a word, and those held out get nothing.

Not here: what their visits say (tests/loyalty/test_lift.py).
"""

import pytest

from loyalty.campaigns import BroadcastTerms
from loyalty.refusals import HoldOutTooSmall
from loyalty.runs import RecipientState, Run, RunState
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.draft_sending import CountChanged, SendDraft
from tests.counter import ANNA, Cafe
from tests.refusing import refused
from tests.use_cases.post_office import PostOffice


@pytest.fixture
def office(cafe: Cafe) -> PostOffice:
    cafe.later(hours=3)
    return PostOffice(cafe)


async def test_a_pilot_goes_first_and_the_rest_waits_for_a_word_over_a_restart(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(30)
    run = await office.launches(await office.draft(terms=BroadcastTerms(pilot=10, everybody=True)))
    first = await office.sends()
    assert len(first) == 3
    await office.feed()
    report = await office.report(run.id)
    assert (report.run.state, report.pilot_out, report.open) == (RunState.PAUSED, True, 27)
    await office.rescue(leases=False)
    assert await office.sends() == []
    await office.resume(ANNA, run.id)
    rest = await office.sends()
    assert len({*first, *rest}) == len(first) + len(rest) == 30
    assert (await office.report(run.id)).run.state is RunState.FINISHED


async def test_a_pilot_that_is_paused_in_the_middle_goes_on_as_a_pilot(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(20)
    run = await office.launches(await office.draft(terms=BroadcastTerms(pilot=50, everybody=True)))
    first = await office.sends(4)
    await office.pause(ANNA, run.id)
    assert not (await office.report(run.id)).pilot_out
    await office.resume(ANNA, run.id)
    assert len(first) + len(await office.sends()) == 10


async def test_a_rest_that_nobody_asks_for_ends_by_itself(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(10)
    run = await office.launches(await office.draft(terms=BroadcastTerms(pilot=20, everybody=True)))
    assert len(await office.sends()) == 2
    cafe.later(days=8)
    assert await office.sends() == []
    assert (await office.report(run.id)).run.state is RunState.STOPPED


async def test_few_recipients_have_no_hold_out(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(3)
    campaign_id = await office.draft(terms=BroadcastTerms(held_out=10, everybody=True))
    with refused(HoldOutTooSmall(3, 1000)):
        await office.launch(ANNA, campaign_id)


async def test_as_many_get_it_as_the_owner_was_told(
    cafe: Cafe, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("launching", "draft_reading"):
        monkeypatch.setattr(f"loyalty.use_cases.campaigns.{module}.LEAST_FOR_HOLD_OUT", 100)
    await office.guests(105)
    draft = await office.draft(terms=BroadcastTerms(held_out=10, everybody=True))
    facts = await ReadDraft(cafe.database)(ANNA, draft)
    assert (facts.reached, facts.held_out, facts.gets_it, facts.gets_it_first) == (105, 11, 94, 94)
    send = SendDraft(cafe.database, office.launch)
    assert isinstance(await send(ANNA, draft, count=105, look=facts.look), CountChanged)
    assert isinstance(await send(ANNA, draft, count=94, look=facts.look), Run)
    cafe.later(seconds=11)
    assert len(await office.sends()) == 94


async def test_who_is_held_out_gets_nothing_and_the_groups_are_compared(
    cafe: Cafe, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loyalty.use_cases.campaigns.launching.LEAST_FOR_HOLD_OUT", 100)
    guests = await office.guests(120)
    run = await office.launches(await office.draft(terms=BroadcastTerms(held_out=50, everybody=True)))
    reached = set(await office.sends())
    assert len(reached) == 60
    assert office.states(run.id) == {"held_out": 60, "sent": 60}
    got = [one for one in guests if one.telegram_id in reached][:9]
    left_out = [one for one in guests if one.telegram_id not in reached][:3]
    for one in (*got, *left_out):
        await cafe.stamps(one, 1)
    report = await office.report(run.id)
    assert report.results.visits[RecipientState.SENT].visits == 9
    assert report.results.visits[RecipientState.HELD_OUT].visits == 3
    assert report.lift is not None
    assert round(report.lift.more, 3) == 0.1
    cafe.later(days=8)
    await cafe.stamps(got[0], 1)
    later = await office.report(run.id)
    assert later.is_final
    assert later.results.visits_after == 9
