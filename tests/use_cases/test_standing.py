"""Milestones, welcome, win-back and reminders: who hears what, once, and who does not.

Not here: birthdays (test_birthdays_kept.py), and how a post looks.
"""

from datetime import UTC, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind, CampaignState
from loyalty.ids import OperationId
from loyalty.programs import Rules
from loyalty.receipts import GiftCause, GiftExpired, GiftGiven, VisitUndone
from loyalty.refusals import NotOwner, NumberOutOfRange, Refused, TimeQuiet, WordsChanged, WordsUnfit
from loyalty.standing import LONGEST_WORDS, StandingFacts, decode_facts
from loyalty.standing_times import Timing, bounds_of, timings_of, value_of
from loyalty.use_cases.campaigns.standing import (
    ChooseStandingReward,
    OpenStanding,
    ReadStanding,
    SetStandingDays,
    Switched,
    SwitchStanding,
)
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.use_cases.posts import COOKIE, a_post
from tests.use_cases.standing import CAKE, SAID, StandingCafe

MILESTONE, WELCOME = CampaignKind.MILESTONE, CampaignKind.WELCOME
WIN_BACK, REMINDER = CampaignKind.WIN_BACK, CampaignKind.REMINDER
APRIL = datetime(2027, 4, 1, 9, tzinfo=UTC)
HALF_A_DAY = timedelta(hours=6)


@pytest.fixture
async def here(cafe: Cafe) -> StandingCafe:
    return await StandingCafe.open(cafe, APRIL)


async def visits(here: StandingCafe, count: int, *, every: timedelta = timedelta(hours=25)) -> None:
    for _ in range(count):
        here.cafe.clock.advance(every)
        await here.comes(MIA)


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


# -------------------------------------------------------------------- reminders


async def test_a_reward_that_waits_is_said_once_and_needs_no_yes(here: StandingCafe) -> None:
    await here.switches_on(REMINDER)
    await here.cafe.fills(MIA)
    await here.comes(LEO)
    await here.wishes(MIA, Purpose.OFFERS, on=False)
    await here.until(APRIL + timedelta(days=40), step=HALF_A_DAY)
    assert [(one.chat, one.at) for one in here.reached] == [(private(MIA), "2027-04-15T15:00")]


async def test_the_end_of_a_gift_is_said_fourteen_and_three_days_before_and_then_it_ends(
    here: StandingCafe,
) -> None:
    cafe = here.cafe
    await here.switches_on(REMINDER)
    [post] = await a_post(cafe, MIA, days=20)
    await cafe.take_offer(MIA, post)  # through 21 April
    await here.until(datetime(2027, 4, 21, 23, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == ["2027-04-07T15:00", "2027-04-18T15:00"]
    assert len((await cafe.card(MIA)).rewards) == 1
    await here.until(datetime(2027, 4, 22, 9, tzinfo=UTC))
    assert not (await cafe.card(MIA)).rewards
    assert cafe.last_fact() == GiftExpired(COOKIE)


async def test_of_a_gift_of_ten_days_only_the_last_word_is_said(here: StandingCafe) -> None:
    await here.switches_on(REMINDER)
    [post] = await a_post(here.cafe, MIA, days=10)
    await here.cafe.take_offer(MIA, post)  # through 11 April
    await here.until(datetime(2027, 4, 14, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == ["2027-04-08T15:00"]
    assert not (await here.cafe.card(MIA)).rewards


async def test_a_gift_near_its_end_is_reminded_of_once(here: StandingCafe) -> None:
    [post] = await a_post(here.cafe, MIA, days=30)
    await here.cafe.take_offer(MIA, post)
    await here.delivers()
    here.cafe.clock.advance(timedelta(days=28))
    await here.switches_on(REMINDER)
    await here.until(APRIL + timedelta(days=30, hours=10), step=timedelta(hours=3))
    assert here.of(MIA, REMINDER) == ["2027-04-29T12:00"]


async def test_a_gift_whose_reminder_never_arrived_stays(here: StandingCafe) -> None:
    cafe = here.cafe
    await here.switches_on(REMINDER)
    [post] = await a_post(cafe, MIA, days=7)
    await cafe.take_offer(MIA, post)
    await here.delivers()
    await here.blocks(MIA)
    await here.until(datetime(2027, 4, 12, tzinfo=UTC), step=HALF_A_DAY)
    [held] = (await cafe.card(MIA)).rewards
    assert held.expires_at is None


async def test_that_a_gift_waits_is_not_said_days_after_the_word_about_its_end(here: StandingCafe) -> None:
    await here.switches_on(REMINDER)
    await here.comes(MIA)
    [post] = await a_post(here.cafe, MIA, days=15)
    await here.cafe.take_offer(MIA, post)  # through 16 April: warned of on 2 and 13 April
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == ["2027-04-02T15:00", "2027-04-13T15:00"]


async def test_a_full_card_that_nobody_spoke_of_is_said_to_wait_all_the_same(here: StandingCafe) -> None:
    await here.switches_on(REMINDER)
    await here.cafe.fills(MIA)
    [post] = await a_post(here.cafe, MIA, days=15)
    await here.cafe.take_offer(MIA, post)
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == ["2027-04-02T15:00", "2027-04-13T15:00", "2027-04-15T15:00"]


async def test_a_birthday_gift_is_not_said_to_wait_when_it_comes(here: StandingCafe) -> None:
    """The last visit was just as many days ago as a reminder waits."""
    await here.switches_on(REMINDER)
    await here.switches_on(CampaignKind.BIRTHDAY, item=CAKE)
    await here.tells(MIA, 4, 15)
    await here.comes(MIA)
    await here.until(datetime(2027, 4, 25, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, CampaignKind.BIRTHDAY) == ["2027-04-15T15:00"]
    assert here.of(MIA, REMINDER) == []
    await here.until(datetime(2027, 4, 30, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == ["2027-04-26T12:00"]  # three days before its end


@pytest.mark.parametrize(("days", "said"), [(14, ["04-12"]), (15, ["04-02", "04-13"])])
async def test_a_gift_s_end_is_not_said_on_the_day_it_comes(
    here: StandingCafe, days: int, said: list[str]
) -> None:
    await here.switches_on(REMINDER)
    [post] = await a_post(here.cafe, MIA, days=days)
    await here.cafe.take_offer(MIA, post)
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=HALF_A_DAY)
    assert here.of(MIA, REMINDER) == [f"2027-{day}T15:00" for day in said]


async def test_that_something_waits_names_only_what_nothing_was_said_of(here: StandingCafe) -> None:
    await here.switches_on(REMINDER)
    await here.cafe.fills(MIA)
    [post] = await a_post(here.cafe, MIA, days=15)
    await here.cafe.take_offer(MIA, post)
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=HALF_A_DAY)
    ends, _, waits = [
        decode_facts(str(facts))
        for (facts,) in here.cafe.rows(
            """
            SELECT r.facts FROM recipients r JOIN campaigns c ON c.id = r.campaign_id
            WHERE c.kind = 'reminder' ORDER BY r.id
            """
        )
    ]
    assert ends.items == (COOKIE,)
    assert waits == StandingFacts(items=(Rules().item,))


async def test_what_was_had_meanwhile_is_not_reminded_of(here: StandingCafe) -> None:
    cafe = here.cafe
    await here.switches_on(REMINDER)
    [post] = await a_post(cafe, MIA, days=20)
    await cafe.take_offer(MIA, post)
    await here.delivers()
    cafe.clock.advance(datetime(2027, 4, 7, 11, 1, tzinfo=UTC) - cafe.clock.now())
    await here.opening()
    [gift] = (await cafe.card(MIA)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=gift.id))).visit
    await cafe.offers(BEN, visit.id, gift.id)
    await here.until(datetime(2027, 4, 25, tzinfo=UTC), step=HALF_A_DAY)
    assert not here.reached


async def test_what_was_to_be_reminded_of_when_it_was_switched_off_is_said_once_it_is_on_again(
    here: StandingCafe,
) -> None:
    """A reward that waits, and the end of a gift."""
    cafe = here.cafe
    await here.switches_on(REMINDER)
    await cafe.fills(MIA)
    [post] = await a_post(cafe, LEO, days=20)
    await cafe.take_offer(LEO, post)
    for day in (7, 15):
        await here.until(datetime(2027, 4, day, 11, tzinfo=UTC) - timedelta(minutes=1), step=HALF_A_DAY)
        cafe.later(minutes=1)
        await here.opening()
        await here.feeding()
        await here.switches_off(REMINDER)
        await here.until(datetime(2027, 4, day, 18, tzinfo=UTC))
        await here.switches_on(REMINDER)
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=HALF_A_DAY)
    assert [at[:10] for at in here.of(LEO, REMINDER)] == ["2027-04-08", "2027-04-18"]
    assert [at[:10] for at in here.of(MIA, REMINDER)] == ["2027-04-16"]


# ------------------------------------------------------------------- its owner


async def test_only_an_owner_reads_and_changes_them(cafe: Cafe) -> None:
    for doing in (ReadStanding(cafe.database)(BEN), OpenStanding(cafe.database)(BEN, WELCOME, SAID)):
        with pytest.raises(Refused) as refused:
            await doing
        assert refused.value.refusal == NotOwner()


@pytest.mark.parametrize("timing", [one for one in Timing if one is not Timing.HOUR])
async def test_a_timing_out_of_its_bounds_is_refused_and_the_old_one_stays(
    here: StandingCafe, timing: Timing
) -> None:
    [kind] = [one for one in (WELCOME, WIN_BACK) if timing in timings_of(one)]
    bounds = bounds_of(timing, Rules())
    before = value_of((await here.switches_on(kind)).campaign.terms, timing)
    for value in (min(bounds) - 1, max(bounds) + 1):
        with pytest.raises(Refused) as refused:
            await here.times(timing, value)
        assert refused.value.refusal == NumberOutOfRange(least=min(bounds), most=max(bounds))
    view = await here.times(timing, max(bounds))
    assert value_of(view.campaign.terms, timing) == max(bounds) != before
    assert view.campaign.state is CampaignState.ON, "its words are those that were read"


async def test_where_every_hour_is_quiet_none_can_be_set_and_the_old_one_stays(here: StandingCafe) -> None:
    before = await here.times(Timing.HOUR, 15)
    await here.cafe.change_rules(ANNA, day_begins=4, quiet_from=4, quiet_until=0)
    with pytest.raises(Refused) as refused:
        await here.times(Timing.HOUR, 12)
    assert refused.value.refusal == TimeQuiet(quiet_from=4, quiet_until=0)
    after = await here.times(Timing.HOUR, 15)
    assert after.campaign.terms == before.campaign.terms


async def test_our_words_come_back_and_are_read_before_it_is_on_again(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    await here.writes(WELCOME, "Come in")
    read = await here.switches_on(WELCOME)
    view = await here.takes_usual_words(WELCOME)
    assert {post.language: post.text for post in view.campaign.posts} == SAID
    assert view.to_read_again
    with pytest.raises(Refused) as refused:
        await SwitchStanding(here.cafe.database)(ANNA, WELCOME, on=True, read=read.words)
    assert refused.value.refusal == WordsChanged()
    await here.switches_on(WELCOME)
    view = await here.takes_usual_words(WELCOME)
    assert view.campaign.state is CampaignState.ON, "they were ours already"


async def test_words_that_no_receipt_can_hold_are_refused_and_the_old_ones_stay(here: StandingCafe) -> None:
    await here.switches_on(WELCOME)
    with pytest.raises(Refused) as refused:
        await here.writes(WELCOME, "x" * (LONGEST_WORDS + 1))
    assert refused.value.refusal == WordsUnfit(most=LONGEST_WORDS, length=LONGEST_WORDS + 1)
    view = await OpenStanding(here.cafe.database)(ANNA, WELCOME, SAID)
    assert [post.text for post in view.campaign.posts] == ["Hello from us"]


async def test_the_report_counts_what_came_of_it(here: StandingCafe) -> None:
    cafe = here.cafe
    await here.switches_on(MILESTONE, item=CAKE)
    await visits(here, 10)
    await here.delivers()
    cafe.later(hours=3)
    [gift] = [one for one in (await cafe.card(MIA)).rewards if not one.cost]
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=gift.id))).visit
    await cafe.confirm_visit(BEN, visit.id, stamps=1)
    await cafe.offers(BEN, visit.id, gift.id)
    came = (await OpenStanding(cafe.database)(ANNA, MILESTONE, SAID)).results
    assert (came.sent, came.given, came.redeemed, came.visits) == (1, 1, 1, 1)


async def test_what_was_switched_off_as_it_was_read_is_only_off(here: StandingCafe) -> None:
    async def listed() -> Switched:
        return (await ReadStanding(here.cafe.database)(ANNA))[WELCOME]

    await here.switches_on(WELCOME)
    assert await listed() is Switched.ON
    await here.switches_off(WELCOME)
    assert await listed() is Switched.OFF
    assert (await here.writes(WELCOME, "Something else")).switch is Switched.AGAIN
    assert await listed() is Switched.AGAIN
    await here.writes(WELCOME, SAID["en"])
    assert await listed() is Switched.OFF


@pytest.mark.parametrize("changed", ["words", "gift", "days"])
async def test_what_changes_while_it_is_on_is_off_until_it_was_read_again(
    here: StandingCafe, changed: str
) -> None:
    read = await here.switches_on(MILESTONE, item=CAKE, days=30)
    await visits(here, 9)
    if changed == "words":
        await here.writes(MILESTONE, "Other words")
    elif changed == "gift":
        await ChooseStandingReward(here.cafe.database)(ANNA, MILESTONE)
    else:
        await SetStandingDays(here.cafe.database)(ANNA, MILESTONE, 3)
    await visits(here, 1)
    await here.delivers()
    assert not here.reached
    with pytest.raises(Refused) as refused:
        await SwitchStanding(here.cafe.database)(ANNA, MILESTONE, on=True, read=read.words)
    assert refused.value.refusal == WordsChanged()
    assert (await OpenStanding(here.cafe.database)(ANNA, MILESTONE, SAID)).to_read_again
    assert not (await here.switches_on(MILESTONE)).to_read_again


async def test_the_same_once_more_switches_nothing_off(here: StandingCafe) -> None:
    await here.switches_on(MILESTONE, item=CAKE, days=30)
    await here.writes(MILESTONE, SAID["en"])
    await ChooseStandingReward(here.cafe.database)(ANNA, MILESTONE, item=CAKE)
    view = await SetStandingDays(here.cafe.database)(ANNA, MILESTONE, 30)
    assert view.campaign.state is CampaignState.ON


@pytest.mark.parametrize("kind", [CampaignKind.BROADCAST, CampaignKind.RECURRING])
async def test_no_post_passes_for_the_standing_campaign_of_its_kind(cafe: Cafe, kind: CampaignKind) -> None:
    with pytest.raises(ValueError, match="an owner who writes it"):
        await cafe.database.read(lambda tx: tx.campaigns.find_standing(kind))
