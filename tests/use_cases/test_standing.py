"""Milestones, welcome and win-back: who hears what, once, and who does not.

Not here: birthdays (test_birthdays_kept.py), reminders (test_reminders.py), what the owner sets
(test_standing_terms.py), and how a post looks.
"""

from datetime import UTC, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.ids import OperationId
from loyalty.receipts import GiftCause, GiftGiven, VisitUndone
from loyalty.standing_times import Timing
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.use_cases.posts import a_post
from tests.use_cases.standing import APRIL, CAKE, StandingCafe, visits

MILESTONE, WELCOME = CampaignKind.MILESTONE, CampaignKind.WELCOME
WIN_BACK = CampaignKind.WIN_BACK
HALF_A_DAY = timedelta(hours=6)


@pytest.fixture
async def here(cafe: Cafe) -> StandingCafe:
    return await StandingCafe.open(cafe, APRIL)


async def agrees(here: StandingCafe) -> None:
    await here.wishes(MIA, Purpose.OFFERS, on=True)


# ------------------------------------------------------------------- milestones


async def test_the_tenth_visit_says_so_and_brings_its_gift(here: StandingCafe) -> None:
    await here.switches_on(MILESTONE, item=CAKE, days=30)
    await visits(here, 9)
    await here.delivers()
    assert not here.reached
    await visits(here, 1)
    await here.delivers()
    [told] = here.reached
    assert told.on_receipt
    [gift] = [one for one in (await here.cafe.card(MIA)).rewards if not one.cost]
    assert gift.item == CAKE
    fact = here.cafe.last_fact()
    assert isinstance(fact, GiftGiven)
    assert fact.cause is GiftCause.MILESTONE
    await visits(here, 5)
    await here.delivers()
    assert len(here.reached) == 1


async def test_a_tenth_visit_that_is_undone_takes_its_gift_along_and_the_next_one_is_the_tenth(
    here: StandingCafe,
) -> None:
    await here.switches_on(MILESTONE, item=CAKE)
    await visits(here, 9)
    visit = await here.cafe.stamps(MIA, 1)
    await here.delivers()
    await here.cafe.undo_visit(BEN, visit)
    fact = here.cafe.last_fact()
    assert isinstance(fact, VisitUndone)
    assert fact.gifts == (CAKE,)
    assert all(one.cost for one in (await here.cafe.card(MIA)).rewards)
    await visits(here, 1)
    await here.delivers()
    assert [one.kind for one in here.reached] == [MILESTONE] * 2
    assert len([one for one in (await here.cafe.card(MIA)).rewards if not one.cost]) == 1


async def test_a_gift_of_a_milestone_that_was_had_is_not_given_twice(here: StandingCafe) -> None:
    cafe = here.cafe
    await here.switches_on(MILESTONE, item=CAKE)
    await visits(here, 9)
    tenth = await cafe.stamps(MIA, 1)
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{tenth}"))
    cafe.later(hours=2)
    [gift] = [one for one in (await cafe.card(MIA)).rewards if not one.cost]
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=gift.id))).visit
    await cafe.offers(BEN, visit.id, gift.id)
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    await visits(here, 2)
    await here.delivers()
    assert [one.occurrence[:10] for one in here.reached] == ["visits:10:"]
    assert cafe.number("SELECT COUNT(*) FROM rewards WHERE cost = 0") == 1


async def test_a_year_with_us_is_told_on_the_first_visit_after_it(here: StandingCafe) -> None:
    await here.switches_on(MILESTONE)
    await here.comes(MIA)
    here.cafe.clock.advance(timedelta(days=364))
    await here.comes(MIA)
    await here.delivers()
    assert not here.reached
    here.cafe.clock.advance(timedelta(days=2))
    await here.comes(MIA)
    here.cafe.clock.advance(timedelta(days=1))
    await here.comes(MIA)
    await here.delivers()
    assert [one.occurrence[:8] for one in here.reached] == ["years:1:"]


# ---------------------------------------------------------------------- welcome


async def test_who_came_once_hears_of_us_after_a_week(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await agrees(here)
    await here.comes(MIA)
    await here.until(APRIL + timedelta(days=20), step=HALF_A_DAY)
    assert here.of(MIA, WELCOME) == ["2027-04-08T15:00"]


async def test_the_owner_sets_after_how_many_days(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await here.times(Timing.WELCOME_DAYS, 3)
    await agrees(here)
    await here.comes(MIA)
    await here.until(APRIL + timedelta(days=20), step=HALF_A_DAY)
    assert here.of(MIA, WELCOME) == ["2027-04-04T15:00"]


async def test_a_second_visit_or_no_yes_stops_it(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await agrees(here)
    await here.comes(MIA)
    await here.comes(LEO)
    here.cafe.clock.advance(timedelta(days=6, hours=23))
    await here.comes(MIA)
    await here.until(APRIL + timedelta(days=20), step=HALF_A_DAY)
    assert not here.reached


async def test_who_came_again_while_it_waited_hears_nothing(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await agrees(here)
    await here.comes(MIA)
    cafe = here.cafe
    cafe.clock.advance(datetime(2027, 4, 8, 11, 1, tzinfo=UTC) - cafe.clock.now())
    await here.opening()
    await cafe.confirm_visit(BEN, await cafe.serves(MIA), stamps=1)
    await here.feeding()
    await here.delivers()
    assert not here.of(MIA, WELCOME)


async def test_a_post_this_week_puts_it_off_by_the_cap(here: StandingCafe) -> None:
    """The cap lasts a week; the welcome is looked for on three more days, and then is too late."""
    await here.switches_on(WELCOME)
    await agrees(here)
    await here.comes(MIA)
    here.cafe.clock.advance(timedelta(days=2))
    await a_post(here.cafe, MIA)
    await here.until(APRIL + timedelta(days=20), step=HALF_A_DAY)
    assert here.of(MIA, WELCOME) == ["2027-04-10T15:00"]


@pytest.mark.parametrize(("hour", "heard"), [(16, "2027-04-08"), (18, "2027-04-09"), (34, "2027-04-09")])
async def test_who_waited_when_it_was_switched_off_hears_of_us_once_it_is_on_again(
    here: StandingCafe, hour: int, heard: str
) -> None:
    """At once while its hour is not long past, else on the next day that is looked at."""
    cafe = here.cafe
    await here.switches_on(WELCOME)
    await agrees(here)
    await here.comes(MIA)
    await here.until(datetime(2027, 4, 8, 11, tzinfo=UTC) - timedelta(minutes=1))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    assert cafe.rows("SELECT state FROM recipients") == [("queued",)]
    await here.switches_off(WELCOME)
    await here.until(datetime(2027, 4, 8, tzinfo=UTC) + timedelta(hours=hour))
    await here.switches_on(WELCOME)
    cafe.later(minutes=30)
    await here.looks()
    await here.until(APRIL + timedelta(days=12), step=timedelta(hours=3))
    assert [at[:10] for at in here.of(MIA, WELCOME)] == [heard]


async def test_who_waited_longer_than_it_was_shortened_to_is_not_passed_over(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await here.times(Timing.WELCOME_DAYS, 30)
    await agrees(here)
    await here.comes(MIA)
    await here.until(APRIL + timedelta(days=12), step=HALF_A_DAY)
    for days in (20, 7):
        await here.times(Timing.WELCOME_DAYS, days)
    await here.until(APRIL + timedelta(days=50), step=HALF_A_DAY)
    assert here.of(MIA, WELCOME) == ["2027-04-13T15:00"]


@pytest.mark.parametrize("on", [True, False])
async def test_a_shorter_welcome_reaches_back_for_who_was_still_to_hear_alone(
    here: StandingCafe, on: bool
) -> None:
    """Neither for who was passed over before, nor for who came before it was ever on."""
    if on:
        await here.switches_on(WELCOME)
        await here.times(Timing.WELCOME_DAYS, 10)
    await here.comes(MIA)
    await here.until(APRIL + timedelta(days=14), step=HALF_A_DAY)
    await agrees(here)
    if not on:
        await here.times(Timing.WELCOME_DAYS, 30)
    await here.times(Timing.WELCOME_DAYS, 3)
    await here.switches_on(WELCOME)
    await here.until(APRIL + timedelta(days=50), step=HALF_A_DAY)
    assert not here.reached


# --------------------------------------------------------------------- win-back


async def test_somebody_with_a_rhythm_is_called_back_after_twice_of_it(here: StandingCafe) -> None:
    await here.switches_on(WIN_BACK, item=CAKE)
    await agrees(here)
    await visits(here, 6, every=timedelta(days=10))  # the last on 31 May
    await here.until(datetime(2027, 6, 20, 23, tzinfo=UTC), step=HALF_A_DAY)
    assert not here.reached
    await here.until(datetime(2027, 6, 22, 23, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, WIN_BACK) == ["2027-06-21T11:00"]


async def test_twice_a_rhythm_of_eight_days_and_a_half_is_seventeen_days(here: StandingCafe) -> None:
    await agrees(here)
    await here.comes(MIA)
    for gap in (8, 9, 8, 9):
        here.cafe.clock.advance(timedelta(days=gap))
        await here.comes(MIA)
    last = here.cafe.clock.now()
    await here.switches_on(WIN_BACK)
    await here.until(last + timedelta(days=20), step=HALF_A_DAY)
    [reached] = here.of(MIA, WIN_BACK)
    assert reached[:10] == f"{last + timedelta(days=18):%Y-%m-%d}"


async def test_two_weeks_at_least_and_a_month_without_a_rhythm(here: StandingCafe) -> None:
    await here.switches_on(WIN_BACK)
    for customer in (MIA, LEO):
        await here.wishes(customer, Purpose.OFFERS, on=True)
    await visits(here, 8, every=timedelta(days=1))  # the last on 9 April
    await here.comes(LEO)
    await here.until(datetime(2027, 5, 20, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, WIN_BACK) == ["2027-04-24T15:00"]
    assert here.of(LEO, WIN_BACK) == ["2027-05-10T15:00"]


async def test_the_owner_sets_for_how_long_somebody_is_away(here: StandingCafe) -> None:
    await here.switches_on(WIN_BACK)
    for timing, days in ((Timing.LEAST_DAYS, 7), (Timing.AWAY_DAYS, 21), (Timing.COOL_DOWN, 30)):
        await here.times(timing, days)
    for customer in (MIA, LEO):
        await here.wishes(customer, Purpose.OFFERS, on=True)
    await visits(here, 8, every=timedelta(days=1))  # the last on 9 April
    await here.comes(LEO)
    await here.until(datetime(2027, 5, 10, tzinfo=UTC), step=HALF_A_DAY)
    await here.comes(MIA)
    await here.until(datetime(2027, 6, 1, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, WIN_BACK) == ["2027-04-17T15:00", "2027-05-18T12:00"]
    assert here.of(LEO, WIN_BACK) == ["2027-05-01T15:00"]


async def test_once_for_each_time_away_and_not_again_for_sixty_days(here: StandingCafe) -> None:
    await here.switches_on(WIN_BACK)
    await agrees(here)
    await visits(here, 5, every=timedelta(days=1))  # the last on 6 April
    await here.until(datetime(2027, 4, 25, tzinfo=UTC), step=HALF_A_DAY)
    assert len(here.reached) == 1  # on 21 April
    await here.comes(MIA)
    await here.until(datetime(2027, 6, 19, tzinfo=UTC), step=HALF_A_DAY)
    assert len(here.reached) == 1
    await here.until(datetime(2027, 10, 1, tzinfo=UTC), step=HALF_A_DAY)
    assert len(here.reached) == 2
