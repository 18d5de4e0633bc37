"""Gifts: taken from a post by one tap, had at the counter, and over when their end was told.

Not here: who gets which post, and gifts of standing campaigns.
"""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.ids import RecipientId
from loyalty.receipts import GiftCause, GiftExpired, GiftGiven, HandoverUndone
from loyalty.refusals import (
    CardFrozen,
    NotYourPost,
    PostOfferOver,
    PostOfferUsedUp,
    Refused,
    RewardGone,
)
from loyalty.runs import RecipientState
from loyalty.use_cases.rewards.gifts import TakenOffer
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.handing_over import handed_over
from tests.use_cases.posts import COOKIE, a_guest, a_post, days_pass
from tests.use_cases.standing import StandingCafe

SUNDAY = date(2025, 3, 16)


async def test_one_tap_puts_the_offer_on_the_card_with_its_last_day(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    assert await cafe.take_offer(MIA, post) == TakenOffer(COOKIE, SUNDAY, fresh=True)
    [held] = (await cafe.card(MIA)).rewards
    assert (held.item, held.cost) == (COOKIE, 0)
    assert held.expires_at == datetime(2025, 3, 17, 4, tzinfo=UTC)
    assert cafe.last_fact() == GiftGiven(COOKIE, SUNDAY, GiftCause.OFFER)


async def test_tapping_again_takes_nothing_more(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    answers = await asyncio.gather(*(cafe.take_offer(MIA, post) for _ in range(20)))
    assert [answer.fresh for answer in answers].count(True) == 1
    assert {answer.until for answer in answers} == {SUNDAY}
    assert len((await cafe.card(MIA)).rewards) == 1


async def test_of_fifty_taps_on_a_limit_of_ten_exactly_ten_pass(cafe: Cafe) -> None:
    people = [a_guest(n) for n in range(50)]
    posts = await a_post(cafe, *people, limit=10)
    answers = await asyncio.gather(
        *(cafe.take_offer(person, post) for person, post in zip(people, posts, strict=True)),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, TakenOffer) for answer in answers) == 10
    refused = [answer.refusal for answer in answers if isinstance(answer, Refused)]
    assert refused == [PostOfferUsedUp(10)] * 40
    assert cafe.number("SELECT COUNT(*) FROM rewards") == 10


async def test_a_forwarded_button_works_for_nobody_else(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    await cafe.card(LEO)
    for stranger in (LEO, BEN, a_guest(7)):
        with pytest.raises(Refused) as refused:
            await cafe.take_offer(stranger, post)
        assert refused.value.refusal == NotYourPost()
    assert cafe.number("SELECT COUNT(*) FROM rewards") == 0


async def test_who_was_held_out_has_no_button(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA, state=RecipientState.HELD_OUT)
    with pytest.raises(Refused) as refused:
        await cafe.take_offer(MIA, post)
    assert refused.value.refusal == NotYourPost()


async def test_nothing_comes_onto_a_frozen_card(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    await handed_over(cafe)
    await cafe.freeze_card(MIA, cafe.last_operation())
    with pytest.raises(Refused) as refused:
        await cafe.take_offer(MIA, post)
    assert refused.value.refusal == CardFrozen()


async def test_it_can_be_taken_on_as_many_days_as_it_can_be_had(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    [other] = await a_post(cafe, LEO)
    cafe.clock.advance(datetime(2025, 3, 17, 3, 59, tzinfo=UTC) - cafe.clock.now())
    assert (await cafe.take_offer(MIA, post)).until == date(2025, 3, 18)
    cafe.later(minutes=1)
    with pytest.raises(Refused) as refused:
        await cafe.take_offer(LEO, other)
    assert refused.value.refusal == PostOfferOver()


async def test_a_gift_is_handed_over_like_any_reward(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    await cafe.take_offer(MIA, post)
    [held] = (await cafe.card(MIA)).rewards
    shown = await cafe.shows(MIA, reward_id=held.id)
    facts = await cafe.scans(BEN, shown)
    handed = await cafe.offers(BEN, facts.visit.id, held.id)
    assert not handed.asked
    assert not (await cafe.card(MIA)).rewards


async def test_a_gift_given_back_keeps_its_end_and_can_be_had_that_day_at_least(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA, days=0)
    await cafe.take_offer(MIA, post)
    [held] = (await cafe.card(MIA)).rewards
    shown = await cafe.shows(MIA, reward_id=held.id)
    cafe.clock.advance(datetime(2025, 3, 15, 3, 58, tzinfo=UTC) - cafe.clock.now())
    shown = await cafe.shows(MIA, reward_id=held.id)
    visit = (await cafe.scans(BEN, shown)).visit
    await cafe.offers(BEN, visit.id, held.id)
    cafe.later(minutes=4)  # the day is over
    await cafe.undo_handover(BEN, held.id)
    [again] = (await cafe.card(MIA)).rewards
    assert again.expires_at == datetime(2025, 3, 16, 4, tzinfo=UTC)
    assert cafe.last_fact() == HandoverUndone(COOKIE, "Ben", date(2025, 3, 15))


async def test_what_was_told_to_end_within_three_days_ends_then(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA, days=3)
    await cafe.take_offer(MIA, post)
    [held] = (await cafe.card(MIA)).rewards
    await days_pass(cafe, 3)
    assert len((await cafe.card(MIA)).rewards) == 1
    await days_pass(cafe, 1)
    assert not (await cafe.card(MIA)).rewards
    assert cafe.last_fact() == GiftExpired(COOKIE)
    with pytest.raises(Refused) as refused:
        await cafe.shows(MIA, reward_id=held.id)
    assert refused.value.refusal == RewardGone()


async def test_what_could_not_be_warned_of_does_not_expire(cafe: Cafe) -> None:
    """Four days ask for a reminder, and there are none; or the receipt never arrived."""
    [post] = await a_post(cafe, MIA, days=4)
    await cafe.take_offer(MIA, post)
    [lost] = await a_post(cafe, LEO, days=1)
    await cafe.take_offer(LEO, lost)
    cafe.clock.advance(timedelta(days=9))
    await cafe.expire_due()
    for customer in (MIA, LEO):
        [held] = (await cafe.card(customer)).rewards
        assert held.expires_at is None


async def test_a_gift_picked_in_time_does_not_end_while_its_code_is_shown(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA, days=0)
    await cafe.take_offer(MIA, post)
    await cafe.delivers_all()
    [held] = (await cafe.card(MIA)).rewards
    cafe.clock.advance(datetime(2025, 3, 15, 3, 59, tzinfo=UTC) - cafe.clock.now())
    shown = await cafe.shows(MIA, reward_id=held.id)
    cafe.later(minutes=2)
    await cafe.expire_due()
    visit = (await cafe.scans(BEN, shown)).visit
    cafe.later(minutes=3)
    await cafe.expire_due()
    assert not (await cafe.offers(BEN, visit.id, held.id)).asked
    assert cafe.rows("SELECT state FROM rewards") == [("redeemed",)]


async def test_a_gift_moves_with_the_card_and_keeps_its_end(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    await cafe.take_offer(MIA, post)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    before = cafe.rows("SELECT recipient_id, expires_at FROM rewards WHERE state = 'issued'")
    await cafe.move_account(ANNA, old, cafe.last_operation(), "lost", chat_id=private(ANNA), cause=None)
    [held] = (await cafe.card(LEO)).rewards
    assert held.item == COOKIE
    assert cafe.rows("SELECT recipient_id, expires_at FROM rewards WHERE state = 'issued'") == before
    assert (await cafe.take_offer(LEO, post)).fresh is False


async def test_gifts_never_become_stamps_when_a_visit_is_taken_back_late(cafe: Cafe) -> None:
    [post] = await a_post(cafe, MIA)
    await cafe.stamps(MIA, 2)
    number = cafe.last_operation()
    cafe.later(hours=2)
    await cafe.stamps(MIA, 4)  # fills the card
    await cafe.take_offer(MIA, post)
    await cafe.take_back(ANNA, number, "refund", chat_id=private(ANNA), cause=None)
    card = await cafe.card(MIA)
    assert (card.stamps, [one.item for one in card.rewards]) == (4, [COOKIE])


async def test_a_forged_button_takes_nothing_from_a_message_whose_gift_comes_by_itself(cafe: Cafe) -> None:
    here = await StandingCafe.open(cafe, datetime(2027, 4, 1, 9, tzinfo=UTC))
    await here.switches_on(CampaignKind.BIRTHDAY)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 12, tzinfo=UTC), step=timedelta(hours=6))
    await here.switches_on(CampaignKind.BIRTHDAY, item=COOKIE)
    post = RecipientId(cafe.number("SELECT id FROM recipients WHERE state = 'sent'"))
    with refused(PostOfferOver()):
        await cafe.take_offer(MIA, post)
