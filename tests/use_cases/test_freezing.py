"""This wasn't me: nothing leaves the card until a manager has looked, or a day has passed.

Not here: how it is asked (tests/journeys).
"""

import asyncio
import sqlite3

import pytest

from loyalty.ids import FreezeId, OperationId, RewardId, VisitId
from loyalty.refusals import (
    CardFrozen,
    FrozenForADay,
    LookedAtBefore,
    NotManager,
    OfferOver,
    OwnCard,
    UnknownReceipt,
)
from loyalty.use_cases.customers.freezing import FindOwnReceipt, ReadFreeze
from loyalty.use_cases.house.screens import ReadCounter
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private, secret_of
from tests.refusing import refused
from tests.use_cases.at_the_queue import sees

FIRST = FreezeId(1)


async def robbed(cafe: Cafe) -> tuple[OperationId, RewardId]:
    """A coffee of Mia's was handed over, and she holds another one."""
    first, second = await cafe.fills(MIA), await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=first))).visit.id
    await cafe.offers(BEN, visit, first)
    return OperationId(cafe.number("SELECT MAX(id) FROM operations")), second


async def test_nothing_is_handed_over_from_a_frozen_card_but_stamps_are_collected(cafe: Cafe) -> None:
    receipt, reward = await robbed(cafe)
    await cafe.freeze_card(MIA, receipt)
    assert (await cafe.card(MIA)).frozen
    visit = await cafe.serves(MIA)
    assert (await ReadCounter(cafe.database)(visit)).frozen
    with refused(CardFrozen()):
        await cafe.offers(BEN, visit, reward)
    picked = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    with refused(CardFrozen()):
        await cafe.offers(BEN, picked, reward)
    await cafe.thaw_card(ANNA, FIRST)
    assert not (await cafe.offers(BEN, picked, reward)).asked


async def test_the_queue_names_a_reward_that_is_held_and_none_of_a_frozen_card(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    cafe.later(hours=1)
    await cafe.shows(MIA)
    assert [one.held is not None for one in (await sees(cafe, private(BEN))).waiting] == [True]
    await cafe.freeze_card(MIA, receipt)
    assert [one.held for one in (await sees(cafe, private(BEN))).waiting] == [None]


async def test_a_frozen_card_collects(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    await cafe.freeze_card(MIA, receipt)
    await cafe.stamps(MIA, 2)
    assert (await cafe.card(MIA)).stamps == 2


async def test_an_open_question_ends_with_the_freeze(cafe: Cafe) -> None:
    receipt, reward = await robbed(cafe)
    await cafe.offers(BEN, await cafe.serves(MIA), reward)
    await cafe.freeze_card(MIA, receipt)
    with refused(OfferOver()):
        await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)


async def test_every_manager_is_told_once_however_often_it_is_tapped(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.make_owner_link()))
    receipt, _ = await robbed(cafe)
    await asyncio.gather(*(cafe.freeze_card(MIA, receipt) for _ in range(20)))
    shown = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'freeze' ORDER BY chat_id")
    assert shown == [(ANNA.telegram_id,), (LEO.telegram_id,)]
    facts = await ReadFreeze(cafe.database)(FIRST)
    assert (facts.customer_name, facts.operation.id, facts.thawed_by) == ("Mia", receipt, "")


async def test_only_the_own_receipt_of_what_was_taken_freezes(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    await cafe.join(LEO)
    for person, number in ((LEO, receipt), (BEN, receipt), (MIA, OperationId(1)), (MIA, OperationId(99))):
        with refused(UnknownReceipt(number)):
            await cafe.freeze_card(person, number)
        with refused(UnknownReceipt(number)):
            await FindOwnReceipt(cafe.database)(person, number)
    assert not (await cafe.card(MIA)).frozen


async def test_a_manager_unfreezes_and_the_customer_is_told_once(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    await cafe.freeze_card(MIA, receipt)
    for person in (BEN, MIA):
        with refused(NotManager()):
            await cafe.thaw_card(person, FIRST)
    facts = await asyncio.gather(*(cafe.thaw_card(ANNA, FIRST) for _ in range(10)))
    assert {fact.thawed_by for fact in facts} == {"Anna"}
    assert not (await cafe.card(MIA)).frozen
    told = "SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%CardThawed%' AND chat_id = ?"
    assert cafe.number(told, MIA.telegram_id) == 1
    with refused(LookedAtBefore()):
        await cafe.freeze_card(MIA, receipt)
    with refused(LookedAtBefore()):
        await cafe.thaw_card(ANNA, FreezeId(77))


async def test_nobody_unfreezes_their_own_card_as_a_manager(cafe: Cafe) -> None:
    await cafe.stamps(ANNA, 6)
    [reward] = (await cafe.card(ANNA)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(ANNA, reward_id=reward.id))).visit.id
    await cafe.offers(BEN, visit, reward.id)
    await cafe.freeze_card(ANNA, OperationId(2))
    with refused(OwnCard()):
        await cafe.thaw_card(ANNA, FIRST)


async def test_the_customer_unfreezes_it_after_a_day(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    assert not await cafe.thaw_own_card(MIA), "nothing is frozen"
    await cafe.freeze_card(MIA, receipt)
    with refused(FrozenForADay(hours=24)):
        await cafe.thaw_own_card(MIA)
    cafe.later(hours=23, minutes=59)
    with refused(FrozenForADay(hours=1)):
        await cafe.thaw_own_card(MIA)
    assert not (await cafe.card(MIA)).may_thaw
    cafe.later(minutes=1)
    assert (await cafe.card(MIA)).may_thaw
    assert await cafe.thaw_own_card(MIA)
    assert not await cafe.thaw_own_card(MIA), "a second tap changes nothing"
    facts = await ReadFreeze(cafe.database)(FIRST)
    assert facts.freeze.thawed_at is not None
    assert facts.thawed_by == ""


async def test_the_database_itself_holds_one_freeze_a_customer(cafe: Cafe) -> None:
    receipt, _ = await robbed(cafe)
    await cafe.freeze_card(MIA, receipt)
    with cafe.raw() as connection, pytest.raises(sqlite3.IntegrityError, match=r"freezes.customer_id"):
        connection.execute(
            "INSERT INTO freezes (customer_id, operation_id, frozen_at) SELECT customer_id, 1, 0 FROM freezes"
        )


async def test_a_card_can_be_frozen_again_over_another_receipt(cafe: Cafe) -> None:
    receipt, reward = await robbed(cafe)
    await cafe.freeze_card(MIA, receipt)
    await cafe.thaw_card(ANNA, FIRST)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.freeze_card(MIA, OperationId(cafe.number("SELECT MAX(id) FROM operations")))
    assert (await cafe.card(MIA)).frozen
    await cafe.thaw_card(ANNA, FIRST)
    assert (await cafe.card(MIA)).frozen, "the old button ends the old freeze only"


@pytest.mark.parametrize("staff_alone", [True, False])
async def test_staff_hand_over_alone_where_the_cafe_lets_them(cafe: Cafe, staff_alone: bool) -> None:
    with cafe.raw() as connection:
        connection.execute(
            """INSERT INTO programs (version, rules, created_at) SELECT version + 1,
               json_set(rules, '$.staff_alone', json(?)), 0 FROM programs ORDER BY version DESC LIMIT 1""",
            ("true" if staff_alone else "false",),
        )
    reward = await cafe.fills(MIA)
    visit: VisitId = await cafe.serves(MIA)
    assert (await cafe.offers(BEN, visit, reward)).asked is not staff_alone
    handed_over = cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'redemption'")
    assert handed_over == int(staff_alone)
