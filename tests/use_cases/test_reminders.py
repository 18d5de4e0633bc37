"""Reminders of rewards: that one waits, and that a gift ends; each is said once and needs no yes.

Not here: the gifts themselves (test_gifts.py), and what else goes out by itself (test_standing.py).
"""

from datetime import UTC, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.programs import Rules
from loyalty.receipts import GiftExpired
from loyalty.standing import StandingFacts, decode_facts
from loyalty.wishes import Purpose
from tests.counter import BEN, LEO, MIA, Cafe, private
from tests.use_cases.posts import COOKIE, a_post
from tests.use_cases.standing import APRIL, CAKE, StandingCafe

REMINDER = CampaignKind.REMINDER
HALF_A_DAY = timedelta(hours=6)


@pytest.fixture
async def here(cafe: Cafe) -> StandingCafe:
    return await StandingCafe.open(cafe, APRIL)


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
