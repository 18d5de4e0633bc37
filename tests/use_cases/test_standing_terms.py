"""What the owner sets about what goes out by itself: words, timing, gift, on and off; and what came of it.

Not here: who hears what then (test_standing.py, test_reminders.py).
"""

import pytest

from loyalty.campaigns import CampaignKind, CampaignState
from loyalty.programs import Rules
from loyalty.refusals import NotOwner, NumberOutOfRange, Refused, TimeQuiet, WordsChanged, WordsUnfit
from loyalty.standing import LONGEST_WORDS
from loyalty.standing_times import Timing, bounds_of, timings_of, value_of
from loyalty.use_cases.campaigns.standing import (
    ChooseStandingReward,
    OpenStanding,
    ReadStanding,
    SetStandingDays,
    Switched,
    SwitchStanding,
)
from tests.counter import ANNA, BEN, MIA, Cafe
from tests.use_cases.standing import APRIL, CAKE, SAID, StandingCafe, visits

MILESTONE, WELCOME, WIN_BACK = CampaignKind.MILESTONE, CampaignKind.WELCOME, CampaignKind.WIN_BACK


@pytest.fixture
async def here(cafe: Cafe) -> StandingCafe:
    return await StandingCafe.open(cafe, APRIL)


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
