"""Rewards leave the customer once, after the customer's own tap.

Not here: how they are earned, and how they come back (test_undone_handovers.py).
"""

import asyncio
from typing import cast

from loyalty.ids import OfferId, RewardId
from loyalty.limits import Reason
from loyalty.refusals import (
    OfferOver,
    OwnCode,
    Refused,
    RewardFromNextVisit,
    RewardGone,
    VisitOver,
)
from loyalty.rewards import OfferState
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.screens import ReadCounter, ReadOffer
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe
from tests.refusing import refused
from tests.use_cases.handing_over import asked, handed_over, reward_states


async def state_of(cafe: Cafe, offer: OfferId) -> OfferState:
    return (await ReadOffer(cafe.database)(offer)).state


async def test_an_offer_changes_nothing_until_the_customer_agrees(cafe: Cafe) -> None:
    visit, reward, offer = await asked(cafe)
    assert reward_states(cafe) == ["issued"]
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'offer'") == [(MIA.telegram_id,)]
    answered = await cafe.answer_offer(MIA, offer, agreed=True)
    assert (answered.state, answered.staff_name) == (OfferState.AGREED, "Ben")
    assert reward_states(cafe) == ["redeemed"]
    facts = await ReadCounter(cafe.database)(visit)
    assert [given.id for given in facts.handed_over] == [reward]
    assert (await cafe.card(MIA)).stamps == 0, "handing over moves no stamps"


async def test_a_refused_offer_leaves_the_reward_to_the_customer(cafe: Cafe) -> None:
    visit, reward, offer = await asked(cafe)
    assert (await cafe.answer_offer(MIA, offer, agreed=False)).state is OfferState.REFUSED
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, offer, agreed=True)
    assert reward_states(cafe) == ["issued"]
    assert (await cafe.offers(BEN, visit, reward)).asked, "staff may ask again"
    assert cafe.newest_offer() != offer


async def test_nobody_else_answers_for_the_customer(cafe: Cafe) -> None:
    _, _, offer = await asked(cafe)
    await cafe.join(LEO)
    for stranger in (LEO, BEN, ANNA):
        with refused(OfferOver()):
            await cafe.answer_offer(stranger, offer, agreed=True)
    assert reward_states(cafe) == ["issued"]


async def test_fifty_yeses_hand_over_once(cafe: Cafe) -> None:
    _, reward, offer = await asked(cafe)
    answers = await asyncio.gather(*(cafe.answer_offer(MIA, offer, agreed=True) for _ in range(50)))
    assert {answer.state for answer in answers} == {OfferState.AGREED}
    assert cafe.rows("SELECT op_key FROM operations WHERE kind = 'redemption'") == [(f"reward:{reward}",)]
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 2


async def test_yes_against_no_has_one_winner(cafe: Cafe) -> None:
    _, _, offer = await asked(cafe)
    answers = await asyncio.gather(
        cafe.answer_offer(MIA, offer, agreed=True),
        cafe.answer_offer(MIA, offer, agreed=False),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    state = await state_of(cafe, offer)
    assert reward_states(cafe) == ["redeemed" if state is OfferState.AGREED else "issued"]


async def test_asking_twice_asks_the_customer_once(cafe: Cafe) -> None:
    visit, reward, _ = await asked(cafe)
    await asyncio.gather(*(cafe.offers((BEN, CARA)[n % 2], visit, reward) for n in range(10)))
    assert cafe.number("SELECT COUNT(*) FROM handover_offers") == 1
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'offer'") == 1


async def test_an_offer_ends_with_its_visit(cafe: Cafe) -> None:
    visit, _, offer = await asked(cafe)
    await cafe.decline_visit(BEN, visit)
    assert await state_of(cafe, offer) is OfferState.LAPSED
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, offer, agreed=True)


async def test_an_offer_lapses_when_its_visit_runs_out_even_before_anybody_swept(cafe: Cafe) -> None:
    _, _, offer = await asked(cafe)
    cafe.later(minutes=10)
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, offer, agreed=True)
    await cafe.expire_due()
    assert await state_of(cafe, offer) is OfferState.LAPSED


async def test_an_unanswered_offer_lapses_when_its_confirmed_visit_can_no_longer_be_added_to(
    cafe: Cafe,
) -> None:
    visit, _, offer = await asked(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.SECOND_ROUND)
    cafe.later(minutes=15)
    await cafe.expire_due()
    assert await state_of(cafe, offer) is OfferState.LAPSED


async def test_a_question_left_over_from_an_earlier_visit_does_not_keep_the_reward_from_the_next(
    cafe: Cafe,
) -> None:
    visit, reward, left_over = await asked(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.SECOND_ROUND)
    cafe.later(days=1)
    again = await cafe.serves(MIA)
    assert (await cafe.offers(BEN, again, reward)).asked
    offer = cafe.newest_offer()
    assert await state_of(cafe, left_over) is OfferState.LAPSED
    assert (await cafe.answer_offer(MIA, offer, agreed=True)).state is OfferState.AGREED
    assert cafe.rows("SELECT redeemed_visit_id FROM rewards") == [(again,)]


async def test_a_reward_filled_in_this_visit_can_be_had_from_the_next_one(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    with refused(RewardFromNextVisit()):
        await cafe.offers(BEN, visit, reward.id)


async def test_a_cafe_may_let_rewards_be_had_at_once(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, reward_at_once=True)
    visit = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    assert (await cafe.offers(BEN, visit, reward.id)).asked
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    assert reward_states(cafe) == ["redeemed"]


async def test_a_reward_picked_before_the_code_was_shown_is_handed_over_at_one_tap(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))
    assert visit.picked is not None
    assert visit.picked.id == reward
    taps = await asyncio.gather(*(cafe.offers((BEN, CARA)[n % 2], visit.visit.id, reward) for n in range(50)))
    assert not any(tap.asked for tap in taps)
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'redemption'") == 1
    by = cafe.rows("SELECT s.name FROM rewards r JOIN staff s ON s.id = r.redeemed_by")
    assert by in ([("Ben",)], [("Cara",)])


async def test_picking_one_reward_leaves_the_others_to_be_asked_for(cafe: Cafe) -> None:
    picked, other = await cafe.fills(MIA), await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=picked))).visit.id
    assert not (await cafe.offers(BEN, visit, picked)).asked
    assert (await cafe.offers(BEN, visit, other)).asked
    assert reward_states(cafe) == ["redeemed", "issued"]


async def test_a_picked_reward_ends_an_open_question_about_it(cafe: Cafe) -> None:
    _, reward, offer = await asked(cafe)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    assert await state_of(cafe, offer) is OfferState.LAPSED


async def test_one_reward_offered_in_two_visits_at_once_is_handed_over_once(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visits = [await cafe.serves(MIA), await cafe.serves(MIA)]
    await asyncio.gather(*(cafe.offers(BEN, visit, reward) for visit in visits))
    assert cafe.number("SELECT COUNT(*) FROM handover_offers WHERE state = 'asked'") == 1
    [(lapsed,), (asked,)] = cafe.rows("SELECT id FROM handover_offers ORDER BY state DESC")
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, OfferId(cast(int, lapsed)), agreed=True)
    await cafe.answer_offer(MIA, OfferId(cast(int, asked)), agreed=True)
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'redemption'") == 1


async def test_somebody_elses_reward_or_none_is_not_handed_over(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = await cafe.serves(LEO)
    for wrong in (reward, RewardId(99)):
        with refused(RewardGone()):
            await cafe.offers(BEN, visit, wrong)


async def test_nothing_is_handed_over_in_a_visit_that_is_over(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = await cafe.serves(MIA)
    await cafe.decline_visit(BEN, visit)
    with refused(VisitOver(VisitState.DECLINED)):
        await cafe.offers(BEN, visit, reward)


async def test_a_reward_that_was_handed_over_is_gone(cafe: Cafe) -> None:
    _, reward = await handed_over(cafe)
    visit = await cafe.serves(MIA)
    with refused(RewardGone()):
        await cafe.offers(BEN, visit, reward)
    with refused(RewardGone()):
        await cafe.shows(MIA, reward_id=reward)


async def test_nobody_hands_a_reward_to_themselves_or_takes_it_back_after_drinking_it(cafe: Cafe) -> None:
    await cafe.stamps(BEN, 6, by=CARA)
    [reward] = (await cafe.card(BEN)).rewards
    visit = (await cafe.scans(CARA, await cafe.shows(BEN, reward_id=reward.id))).visit.id
    with refused(OwnCode()):
        await cafe.offers(BEN, visit, reward.id)
    assert reward_states(cafe) == ["issued"]
    await cafe.offers(CARA, visit, reward.id)
    with refused(OwnCode()):
        await cafe.undo_handover(BEN, reward.id)
    assert reward_states(cafe) == ["redeemed"], "no second coffee"
    kept = cafe.rows("SELECT kind, staff_id, visit_id FROM refusals")
    assert kept == [("OwnCode", cafe.staff_id(BEN), visit)] * 2, "both are remembered"


async def test_a_yes_counts_even_when_the_rules_changed_after_the_question(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, reward_at_once=True)
    visit = await cafe.stamps(MIA, 6)
    [reward] = (await cafe.card(MIA)).rewards
    await cafe.offers(BEN, visit, reward.id)
    await cafe.change_rules(ANNA, reward_at_once=False)
    assert (await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)).state is OfferState.AGREED
    assert reward_states(cafe) == ["redeemed"]


async def test_a_coffee_offered_at_a_till_and_agreed_to_names_that_till(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    visit = await cafe.serves(MIA, by=TILL)
    await cafe.offers(TILL, visit, reward)
    await cafe.end_shift(TILL)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    entry = "SELECT staff_id, till_id FROM operations WHERE kind = 'redemption'"
    assert cafe.rows(entry) == [(cafe.staff_id(BEN), 1)]


async def test_nothing_is_given_back_to_somebody_who_was_forgotten(cafe: Cafe) -> None:
    _, reward = await handed_over(cafe)
    await ForgetPerson(cafe.database)(MIA)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.undo_handover(BEN, reward)
    assert "issued" not in reward_states(cafe)
