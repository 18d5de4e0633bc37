"""A post that comes again and again: its hours over a year, what was missed, and its end.

Not here: reckoning alone (tests/loyalty/test_recurrence.py).
"""

from datetime import UTC, date, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignState, RecurringTerms
from loyalty.refusals import LastDateOver
from loyalty.runs import RunState
from tests.counter import ANNA, Cafe
from tests.refusing import refused
from tests.use_cases.post_office import PostOffice

FRIDAY = 4
# The cafe's first morning is a Friday, 08:30.


@pytest.fixture
def office(cafe: Cafe) -> PostOffice:
    return PostOffice(cafe)


def fridays(until: date | None = None) -> RecurringTerms:
    return RecurringTerms(FRIDAY, 16, 0, until=until, everybody=True)


async def a_look(office: PostOffice) -> int:
    """Ticks; answers how many posts arrived."""
    await office.open_runs()
    return len(await office.sends())


async def test_each_friday_once(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(2)
    campaign_id = await office.draft(terms=fridays())
    first = await office.launch(ANNA, campaign_id)
    assert first.run_at == datetime(2025, 3, 14, 16, tzinfo=UTC)
    sent = []
    for _ in range(15 * 6):
        cafe.later(hours=4)
        sent.append(await a_look(office))
    assert [count for count in sent if count] == [2, 2, 2]
    assert sum(sent) == 6
    runs = cafe.rows("SELECT occurrence, state FROM runs ORDER BY id")
    assert runs == [("2025-03-14", "finished"), ("2025-03-21", "finished"), ("2025-03-28", "finished")]
    assert cafe.rows("SELECT COUNT(*) FROM screens WHERE kind = 'run'") == [(3,)]


async def test_after_weeks_away_the_last_is_made_up_if_it_is_not_late_and_the_others_are_missed(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(1)
    await office.launch(ANNA, await office.draft(terms=fridays()))
    cafe.later(days=21, hours=8, minutes=30)  # a Friday, 17:00
    assert await a_look(office) == 1
    assert [state for (state,) in cafe.rows("SELECT state FROM runs ORDER BY run_at")] == [
        "missed", "missed", "missed", "finished",
    ]  # fmt: skip
    cafe.later(days=14, hours=5, minutes=30)  # a Friday, 22:30: too late, and too late tomorrow
    assert await a_look(office) == 0
    cafe.later(hours=12)
    assert await a_look(office) == 0
    assert cafe.rows("SELECT state FROM runs ORDER BY run_at DESC LIMIT 2") == [("missed",), ("missed",)]


async def test_its_last_date_ends_it(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(1)
    campaign_id = await office.draft(terms=fridays(until=date(2025, 3, 21)))
    await office.launch(ANNA, campaign_id)
    for _ in range(30):
        cafe.later(hours=12)
        await a_look(office)
    await office.open_runs()
    assert cafe.rows("SELECT occurrence FROM runs ORDER BY id") == [("2025-03-14",), ("2025-03-21",)]
    assert cafe.rows("SELECT state FROM campaigns") == [(CampaignState.OVER,)]
    too_late = await office.draft(terms=fridays(until=date(2025, 3, 20)))
    with refused(LastDateOver()):
        await office.launch(ANNA, too_late)


async def test_an_owner_ends_it_and_what_waits_for_its_hour_goes_too(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(1)
    campaign_id = await office.draft(terms=fridays())
    run = await office.launch(ANNA, campaign_id)
    assert [one.id for one in (await office.read_runs(ANNA)).repeating] == [campaign_id]
    await office.end_repeating(ANNA, campaign_id)
    cafe.later(days=14)
    assert await a_look(office) == 0
    assert (await office.report(run.id)).run.state is RunState.TAKEN_BACK
    assert (await office.read_runs(ANNA)).repeating == []


async def test_ended_while_it_goes_out_it_still_reaches_all_of_that_week(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(5)
    campaign_id = await office.draft(terms=fridays())
    run = await office.launch(ANNA, campaign_id)
    cafe.later(hours=8)
    assert len(await office.sends(2)) == 2
    await office.end_repeating(ANNA, campaign_id)
    assert len(await office.sends()) == 3
    assert (await office.report(run.id)).run.state is RunState.FINISHED


async def test_a_clock_that_goes_back_and_forth_sends_no_friday_twice(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(1)
    await office.launch(ANNA, await office.draft(terms=fridays()))
    sent = 0
    for hours in (8, -1, 2, -2, 3, 24 * 6, -3, 26):
        cafe.later(hours=hours)
        sent += await a_look(office)
    assert sent == 2
    assert cafe.clock.now() > datetime(2025, 3, 21, 16, tzinfo=UTC)


async def test_a_weekly_post_that_takes_a_while_reaches_everybody_each_week(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(6)
    await office.launch(ANNA, await office.draft(terms=RecurringTerms(4, 16, 0, everybody=True)))
    cafe.later(hours=7, minutes=30)
    weeks = []
    for _ in range(3):
        await office.open_runs()
        weeks.append(len(await office.sends(takes=timedelta(seconds=2))))
        cafe.clock.advance(timedelta(days=7) - timedelta(seconds=12))
    assert weeks == [6, 6, 6]
