"""A manager puts a card right by hand, with a reason, within a daily limit.

Not here: taking a visit back.
"""

import asyncio
from datetime import timedelta

import pytest

from handlers.errors import word_refusal
from handlers.texts import Texts
from loyalty.ids import MessageId, OperationId, VisitId
from loyalty.people import Cause
from loyalty.programs import Collects
from loyalty.receipts import CardAdjusted
from loyalty.refusals import (
    AdjustLimitReached,
    CardFrozen,
    FewerStamps,
    NoStampsToAdjust,
    NotManager,
    OwnCard,
    ReasonMissing,
    TooManyStamps,
    UnknownReceipt,
    VisitOver,
)
from loyalty.use_cases.corrections.adjusting import OfReceipt, OfVisit
from loyalty.use_cases.corrections.record import Correction, ReadCorrection
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private, secret_of
from tests.refusing import refused

FIRST = OfReceipt(OperationId(1))


async def adjusts(
    cafe: Cafe, stamps: int, card: OfReceipt | OfVisit = FIRST, *, message: int, reason: str = "till was down"
) -> Correction:
    cause = Cause(private(ANNA), MessageId(message))
    return await cafe.adjust_card(ANNA, card, stamps, reason, chat_id=private(ANNA), cause=cause)


async def test_a_card_is_put_right_up_and_down(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    up = await adjusts(cafe, 3, message=1)
    down = await adjusts(cafe, -2, OfVisit(visit), message=2)
    assert isinstance(up.operation.fact, CardAdjusted)
    assert isinstance(down.operation.fact, CardAdjusted)
    assert (up.operation.fact.changed, up.operation.fact.stamps) == (3, 4)
    assert (down.operation.fact.changed, down.operation.fact.stamps, down.operation.fact.by) == (
        -2,
        2,
        "Anna",
    )
    assert cafe.rows("SELECT kind, amount FROM ledger_entries ORDER BY id") == [
        ("earn", 1), ("adjust", 3), ("adjust", -2),
    ]  # fmt: skip
    assert (await ReadCorrection(cafe.database)(up.operation.id)).reason == "till was down"


async def test_an_adjustment_that_fills_the_card_gives_the_reward(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    done = await adjusts(cafe, 6, message=1)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (1, 1)
    assert isinstance(done.operation.fact, CardAdjusted)
    assert done.operation.fact.rewards == 1


async def test_a_card_is_not_taken_below_nothing(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    with refused(FewerStamps(held=2)):
        await adjusts(cafe, -3, message=1)
    await adjusts(cafe, -2, message=2)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_replayed_message_adjusts_once(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    results = await asyncio.gather(*(adjusts(cafe, 2, message=7) for _ in range(20)))
    assert sum(done.fresh for done in results) == 1
    assert (await cafe.card(MIA)).stamps == 3


async def test_two_adjustments_at_once_both_count(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await asyncio.gather(*(adjusts(cafe, 1, message=n) for n in range(1, 5)))
    assert (await cafe.card(MIA)).stamps == 5


async def test_the_day_has_a_limit_up_and_down_together_and_what_is_over_is_remembered(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await adjusts(cafe, 15, message=1)
    await adjusts(cafe, -3, message=2)
    with refused(AdjustLimitReached(most=20, left=2)):
        await adjusts(cafe, 3, message=3)
    assert cafe.rows("SELECT kind FROM refusals") == [("AdjustLimitReached",)]
    await adjusts(cafe, 2, message=4)
    cafe.later(hours=20)  # 04:30 of the next morning
    await adjusts(cafe, 3, message=5)


async def test_the_day_of_the_limit_begins_when_the_cafes_does(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.clock.advance(timedelta(hours=19))  # 03:30: still the evening before
    await adjusts(cafe, 20, message=1)
    with refused(AdjustLimitReached(most=20, left=0)):
        await adjusts(cafe, 1, message=2)
    cafe.later(minutes=30)
    await adjusts(cafe, 1, message=3)


async def test_all_owners_see_it_and_the_customer_has_a_receipt(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.make_owner_link()))
    await cafe.stamps(MIA, 1)
    done = await adjusts(cafe, 2, message=1)
    shown = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'correction' ORDER BY chat_id")
    assert shown == [(ANNA.telegram_id,), (LEO.telegram_id,)]
    assert cafe.rows("SELECT chat_id FROM deliveries WHERE operation_id = ?", done.operation.id) == [
        (MIA.telegram_id,)
    ]


async def test_nobody_adjusts_their_own_card_and_no_barista_any(cafe: Cafe) -> None:
    await cafe.stamps(ANNA, 1)
    with refused(OwnCard()):
        await adjusts(cafe, 2, message=1)
    await cafe.stamps(BEN, 1, by=ANNA)
    cause = Cause(private(BEN), MessageId(2))
    with refused(NotManager()):
        await cafe.adjust_card(BEN, OfReceipt(OperationId(2)), 2, "mine", chat_id=private(BEN), cause=cause)
    assert (await cafe.card(BEN)).stamps == 1
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCard",)]


async def test_what_can_not_be_an_adjustment_is_refused(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    with refused(UnknownReceipt(77)):
        await adjusts(cafe, 1, OfReceipt(OperationId(77)), message=1)
    with refused(VisitOver(VisitState.EXPIRED)):
        await adjusts(cafe, 1, OfVisit(VisitId(77)), message=1)
    with refused(ReasonMissing()):
        await adjusts(cafe, 1, message=1, reason=" ")
    for count in (0, 100, -100):
        with refused(TooManyStamps(99)):
            await adjusts(cafe, count, message=1)
    assert (await cafe.card(MIA)).stamps == 1


@pytest.mark.parametrize("stamps", [1, -1])
async def test_a_frozen_card_takes_stamps_and_gives_none(cafe: Cafe, stamps: int) -> None:
    await cafe.stamps(MIA, 3)
    down = await adjusts(cafe, -1, message=1)
    await cafe.freeze_card(MIA, down.operation.id)
    if stamps < 0:
        with refused(CardFrozen()):
            await adjusts(cafe, stamps, message=2)
    else:
        assert (await adjusts(cafe, stamps, message=2)).fresh


async def test_an_ordinary_undo_leaves_an_adjustment_of_its_visit_alone(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 2)
    await adjusts(cafe, 3, OfVisit(visit), message=1)
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 3


async def test_no_manager_puts_right_stamps_that_a_cafe_of_points_never_shows(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    with refused(NoStampsToAdjust()):
        await adjusts(cafe, 2, message=1)
    await cafe.change_rules(ANNA, collects=Collects.STAMPS)
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_slip_of_todays_is_taken_back_once_whatever_the_limit_says(cafe: Cafe) -> None:
    """Ten stamps where points were meant, and then the limit of the day: the mistake would stay."""
    await cafe.change_rules(ANNA, adjustments_a_day=5)
    await cafe.stamps(MIA, 1)
    slip = OfReceipt((await adjusts(cafe, 4, message=1)).operation.id)
    with refused(AdjustLimitReached(most=5, left=1)):
        await adjusts(cafe, -4, message=2)
    with refused(AdjustLimitReached(most=5, left=1)):
        await adjusts(cafe, 4, slip, message=3)
    await adjusts(cafe, -4, slip, message=4)
    assert (await cafe.card(MIA)).stamps == 1
    with refused(AdjustLimitReached(most=5, left=1)):
        await adjusts(cafe, -4, slip, message=5)
    await adjusts(cafe, 1, message=6)


async def test_a_slip_of_yesterdays_meets_todays_limit(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    slip = OfReceipt((await adjusts(cafe, 4, message=1)).operation.id)
    cafe.later(days=1)
    await cafe.change_rules(ANNA, adjustments_a_day=3)
    with refused(AdjustLimitReached(most=3, left=3)):
        await adjusts(cafe, -4, slip, message=2)


@pytest.mark.parametrize(
    ("language", "stays"),
    [
        ("en", "A reward that a card became stays."),
        ("ru", "Награда за полную карту остаётся."),
        ("et", "Täis kaardi eest saadud preemia jääb alles."),
    ],
)
async def test_of_a_slip_that_filled_the_card_the_reward_stays_and_that_is_said(
    cafe: Cafe, language: str, stays: str
) -> None:
    await cafe.stamps(MIA, 1)
    slip = OfReceipt((await adjusts(cafe, 10, message=1)).operation.id)  # +1 was meant
    with refused(FewerStamps(held=5)):
        await adjusts(cafe, -10, slip, message=2)
    assert stays in word_refusal(FewerStamps(held=5), Texts().in_language(language))
    await adjusts(cafe, -5, slip, message=3)
    card = await cafe.card(MIA)
    assert (card.stamps, len(card.rewards)) == (0, 1)
