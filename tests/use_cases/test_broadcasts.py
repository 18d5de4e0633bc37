"""A broadcast's life: let go, taken back, frozen, sent once to each, paused, stopped, and its report.

Not here: the calendar (test_recurring_posts.py), pilot and hold-out (test_pilots.py), and Telegram.
"""

import asyncio
from datetime import timedelta

import pytest

from loyalty.campaigns import BroadcastTerms, CampaignState, PostOffer
from loyalty.ids import RecipientId, RunId
from loyalty.refusals import CampaignGone, NotOwner, PostMissing, RunMovedOn
from loyalty.runs import RecipientState, RunState
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.wishes import WishState
from tests.counter import ANNA, BEN, MORNING, Cafe
from tests.refusing import refused
from tests.use_cases.handing_over import handed_over_to
from tests.use_cases.post_office import BLOCKED, PostOffice
from tests.use_cases.posts import COOKIE


@pytest.fixture
def office(cafe: Cafe) -> PostOffice:
    cafe.later(hours=3)  # past the quiet hours
    return PostOffice(cafe)


async def test_everybody_who_agreed_gets_it_once_and_the_others_stand_in_the_report(
    cafe: Cafe, office: PostOffice
) -> None:
    guests = await office.guests(5)
    await office.agree(guests[:1], WishState.MUTED)
    run = await office.launches(await office.draft())
    reached = await office.sends()
    assert sorted(reached) == [person.telegram_id for person in guests[1:]]
    report = await office.report(run.id)
    assert report.run.state is RunState.FINISHED
    assert report.campaign.state is CampaignState.OVER
    assert report.counts.of(RecipientState.SENT) == 4
    assert report.counts.reasons == {(RecipientState.SKIPPED, "muted"): 1}
    assert await office.sends() == []


async def test_a_visit_that_only_fetched_the_offer_counts_at_once(cafe: Cafe, office: PostOffice) -> None:
    [guest] = await office.guests(1)
    run = await office.launches(await office.draft(offer=PostOffer(COOKIE, 2, 0)))
    await office.sends()
    await cafe.take_offer(guest, RecipientId(cafe.number("SELECT id FROM recipients")))
    [held] = (await cafe.card(guest)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(guest, reward_id=held.id))).visit
    assert (await office.report(run.id)).results.visits_after == 0
    await cafe.offers(BEN, visit.id, held.id)
    results = (await office.report(run.id)).results
    assert (results.taken, results.redeemed, results.visits_after) == (1, 1, 1)
    cafe.later(minutes=11)
    await cafe.expire_due()
    assert (await office.report(run.id)).results.visits_after == 1


async def test_within_the_grace_nothing_goes_and_it_can_be_a_draft_again(
    cafe: Cafe, office: PostOffice
) -> None:
    await office.guests(2)
    campaign_id = await office.draft()
    run = await office.launch(ANNA, campaign_id)
    cafe.later(seconds=9)
    assert await office.sends() == []
    await office.take_back(ANNA, run.id)
    cafe.later(seconds=30)
    assert await office.sends() == []
    assert (await office.report(run.id)).campaign.state is CampaignState.DRAFT
    again = await office.launches(campaign_id)
    assert again.id != run.id
    assert len(await office.sends()) == 2
    with refused(RunMovedOn(RunState.FINISHED)):
        await office.take_back(ANNA, again.id)


async def test_two_owners_tap_send_and_it_goes_once(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(3)
    campaign_id = await office.draft()
    first, second = await asyncio.gather(office.launch(ANNA, campaign_id), office.launch(ANNA, campaign_id))
    assert first.id == second.id
    cafe.later(seconds=11)
    assert len(await office.sends()) == 3
    assert cafe.rows("SELECT COUNT(*) FROM screens WHERE kind = 'run'") == [(1,)]


async def test_a_kill_while_it_is_frozen_goes_on_where_it_stopped(
    cafe: Cafe, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    guests = await office.guests(130)
    run = await office.launches(await office.draft())
    monkeypatch.setattr("loyalty.use_cases.campaigns.feeding.SLICES", 1)
    await office.feed()
    assert sum(office.states(run.id).values()) == 50
    fresh = FeedRuns(cafe.database, cafe.secrets)
    await fresh()
    await fresh()
    assert sum(office.states(run.id).values()) == 130
    assert len(set(await office.sends())) == len(guests)


async def test_only_a_little_lies_ahead_so_that_a_pause_acts_at_once(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(130)
    run = await office.launches(await office.draft())
    await office.feed()
    assert office.states(run.id)["queued"] == 100
    sent = await office.sends(7)
    under_way = await office.claims()
    assert under_way is not None
    await office.pause(ANNA, run.id)
    assert await office.claims() is None
    assert await office.arrives(under_way)
    assert office.states(run.id) == {"sent": 8, "waiting": 122}
    assert await office.sends() == []
    await office.resume(ANNA, run.id)
    rest = await office.sends()
    assert len({*sent, *rest}) == len(sent) + len(rest) == 129


async def test_what_was_stopped_can_be_taken_up_again_for_an_hour(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(6)
    run = await office.launches(await office.draft())
    await office.sends(2)
    await office.stop(ANNA, run.id)
    assert await office.sends() == []
    report = await office.report(run.id)
    assert (report.run.state, report.open, report.may_go_on) == (RunState.STOPPED, 4, True)
    assert report.campaign.state is CampaignState.OVER
    await office.resume(ANNA, run.id)
    await office.sends(2)
    await office.stop(ANNA, run.id)
    cafe.later(hours=2)
    with refused(RunMovedOn(RunState.STOPPED)):
        await office.resume(ANNA, run.id)
    assert office.states(run.id) == {"sent": 4, "waiting": 2}


async def test_a_message_that_was_being_sent_when_it_died_is_unknown_and_named(
    cafe: Cafe, office: PostOffice
) -> None:
    guests = await office.guests(3)
    run = await office.launches(await office.draft())
    await office.feed()
    dead = await office.claims()
    assert dead is not None
    await office.rescue(leases=False)
    reached = await office.sends()
    assert len(reached) == 2
    report = await office.report(run.id)
    assert report.run.state is RunState.FINISHED
    assert report.results.unknown == (guests[0].name,)
    assert report.counts.of(RecipientState.UNKNOWN) == 1


async def test_who_has_blocked_the_bot_fails_once_and_is_skipped_until_they_write_again(
    cafe: Cafe, office: PostOffice
) -> None:
    lost, *_ = await office.guests(3)
    run = await office.launches(await office.draft())
    assert len(await office.sends(fails={lost: BLOCKED})) == 2
    assert (await office.report(run.id)).counts.of(RecipientState.FAILED) == 1
    cafe.later(days=8)
    run = await office.launches(await office.draft("Cake"))
    assert len(await office.sends()) == 2
    assert (await office.report(run.id)).counts.reasons == {(RecipientState.SKIPPED, "unreachable"): 1}
    await cafe.meet(lost)
    cafe.later(days=8)
    await office.launches(await office.draft("Pie"))
    assert lost.telegram_id in await office.sends()


async def test_mute_freeze_and_forgetting_in_the_middle_of_a_run_act_at_once(
    cafe: Cafe, office: PostOffice
) -> None:
    guests = await office.guests(5)
    await handed_over_to(cafe, guests[3])
    receipt = cafe.last_operation()
    run = await office.launches(await office.draft())
    await office.feed()  # all are queued
    assert len(await office.sends(2)) == 2
    await office.agree([guests[2]], WishState.MUTED)
    await cafe.freeze_card(guests[3], receipt)
    await ForgetPerson(cafe.database)(guests[4])
    assert await office.sends() == []
    report = await office.report(run.id)
    assert report.run.state is RunState.FINISHED
    assert set(report.counts.reasons) >= {
        (RecipientState.SKIPPED, "muted"),
        (RecipientState.SKIPPED, "frozen"),
        (RecipientState.SKIPPED, "gone"),
    }
    assert report.counts.of(RecipientState.SENT) == 2


async def test_at_night_it_rests_and_goes_on_in_the_morning(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(4)
    run = await office.launches(await office.draft())
    await office.feed()
    await office.sends(2)
    cafe.clock.advance(MORNING.replace(hour=20, minute=1) - cafe.clock.now())
    await office.feed()
    assert await office.claims() is None
    report = await office.report(run.id)
    assert report.quiet_until == MORNING.replace(hour=10, minute=0) + timedelta(days=1)
    cafe.later(hours=14)
    assert len(await office.sends()) == 2


async def test_what_an_owner_sends_at_night_waits_for_the_morning(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(1)
    cafe.later(hours=10)
    run = await office.launches(await office.draft())
    assert await office.sends() == []
    assert (await office.report(run.id)).run.state is RunState.WAITING
    cafe.later(hours=13)
    assert len(await office.sends()) == 1


async def test_an_hour_that_passed_long_ago_is_missed_and_says_so(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(1)
    run = await office.launch(
        ANNA, await office.draft(terms=BroadcastTerms(at=cafe.clock.now() + timedelta(hours=1)))
    )
    cafe.later(hours=5)
    assert len(await office.sends()) == 1  # within six hours it is made up
    late = await office.launch(
        ANNA, await office.draft(terms=BroadcastTerms(at=cafe.clock.now() + timedelta(days=1)))
    )
    cafe.later(days=1, hours=7)
    await office.feed()
    assert (await office.report(run.id)).run.state is RunState.FINISHED
    assert (await office.report(late.id)).run.state is RunState.MISSED
    assert office.states(late.id) == {}


async def test_the_cap_holds_between_two_posts_that_go_out_at_once(cafe: Cafe, office: PostOffice) -> None:
    await office.guests(3)
    first = await office.launch(ANNA, await office.draft("Soup"))
    second = await office.launches(await office.draft("Cake"))
    reached = await office.sends()
    assert len(reached) == 3
    counts = [(await office.report(run.id)).counts.of(RecipientState.SENT) for run in (first, second)]
    assert sum(counts) == 3


async def test_what_the_clock_says_after_it_went_back_sends_nothing_twice(
    cafe: Cafe, office: PostOffice
) -> None:
    guests = await office.guests(4)
    run = await office.launches(await office.draft())
    first = await office.sends(2)
    cafe.later(minutes=-30)
    await office.rescue(leases=True)
    second = await office.sends()
    cafe.later(minutes=31)
    third = await office.sends()
    assert sorted([*first, *second, *third]) == [person.telegram_id for person in guests]
    assert (await office.report(run.id)).run.state is RunState.FINISHED


async def test_only_an_owner_sends_and_steers(cafe: Cafe, office: PostOffice) -> None:
    campaign_id = await office.draft()
    with refused(NotOwner()):
        await office.launch(BEN, campaign_id)
    run = await office.launch(ANNA, campaign_id)
    for use_case in (office.take_back, office.pause, office.resume, office.stop):
        with refused(NotOwner()):
            await use_case(BEN, run.id)
        with refused(CampaignGone()):
            await use_case(ANNA, RunId(999))
    with refused(NotOwner()):
        await office.read_runs(BEN)


async def test_a_post_without_words_is_not_sent(cafe: Cafe, office: PostOffice) -> None:
    campaign_id = await office.draft()
    await cafe.database.write(lambda tx: tx.campaigns.drop_post(campaign_id, "en"))
    with refused(PostMissing()):
        await office.launch(ANNA, campaign_id)


async def test_what_lay_ahead_when_the_bot_died_does_not_go_out_at_night(
    cafe: Cafe, office: PostOffice
) -> None:
    cafe.later(hours=2)
    await office.guests(6)
    run = await office.launches(await office.draft())
    await office.feed()
    cafe.later(hours=12)  # 22:30; dead meanwhile
    claimed = await office.claims()
    if claimed is not None:
        assert not await office.arrives(claimed), "sent at night"
    await office.feed()
    cafe.later(hours=12)
    await office.feed()
    assert len(await office.sends()) == 6
    assert office.states(run.id) == {"sent": 6}
