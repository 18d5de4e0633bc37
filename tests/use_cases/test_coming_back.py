"""Who was forgotten and comes back begins anew, under the limits that held before.

Not here: what is left of them meanwhile (test_forgetting.py).
"""

from datetime import timedelta

import pytest

from handlers.drawings.staff_card import draw_staff_card
from handlers.texts import Texts
from loyalty.erasures import Carried
from loyalty.ids import (
    CustomerId,
    FreezeId,
    OperationId,
)
from loyalty.letters import MOST_AN_HOUR, Passed
from loyalty.limits import Reason
from loyalty.ports import Transaction
from loyalty.refusals import (
    OldCardOver,
    ReasonNeeded,
    Refused,
)
from loyalty.scans import ScanState
from loyalty.use_cases.customers.letters import WriteLetter
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.verdicts import Need
from tests.counter import ANNA, BEN, MIA, Cafe
from tests.refusing import refused
from tests.use_cases.goodbyes import a_letter, forgets


async def test_who_comes_back_begins_with_an_empty_card(cafe: Cafe) -> None:
    await cafe.fills(MIA)
    await forgets(cafe, MIA)
    joined = await cafe.join(MIA)
    card = await cafe.card(MIA)
    assert (joined.new, joined.customer.name, card.stamps, list(card.rewards)) == (True, "Mia", 0, [])
    assert list((await cafe.show_history(MIA)).operations) == []


async def test_limits_of_the_day_go_on_where_they_were(cafe: Cafe) -> None:
    for _ in range(3):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    await forgets(cafe, MIA)
    visit = await cafe.serves(MIA)
    facts = await ReadCounter(cafe.database)(visit)
    assert facts.verdict.need is Need.REASON, "it is the fourth visit of the day"
    assert facts.today == 3, "and the card says so"
    with pytest.raises(Refused) as caught:
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert isinstance(caught.value.refusal, ReasonNeeded)
    await cafe.confirm_visit(BEN, visit, stamps=1, reason=Reason.FRIEND)

    cafe.later(minutes=20)
    await forgets(cafe, MIA)
    await cafe.join(MIA)
    today = cafe.clock.now().date()
    carried = await cafe.database.read(lambda tx: tx.people.find_carried(_mia(tx)))
    assert carried == Carried(day=today, visits=4, overrides=1, joined_before=True)

    cafe.later(hours=24)
    assert (await ReadCounter(cafe.database)(await cafe.serves(MIA))).verdict.need is Need.NOTHING


async def test_the_question_minutes_after_a_visit_is_asked_even_so(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=2)
    for _ in range(2):
        await forgets(cafe, MIA)
        await cafe.join(MIA)
    cafe.later(minutes=2)
    visit = await cafe.serves(MIA)
    facts = await ReadCounter(cafe.database)(visit)
    assert (facts.verdict.need, facts.earlier) == (Need.CHOICE, None)
    assert "on the card before this one" in draw_staff_card(facts, Texts().in_language("en")).text
    with refused(ReasonNeeded(Need.CHOICE)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    cafe.later(minutes=15)
    visit = await cafe.serves(MIA)
    assert (await cafe.confirm_visit(BEN, visit, stamps=1)).fresh


async def test_letters_of_the_hour_are_counted_over_any_number_of_goodbyes(cafe: Cafe) -> None:
    write, passed, number = WriteLetter(cafe.database), 0, 0
    for _ in range(3):
        await cafe.join(MIA)
        for _ in range(9):
            number += 1
            passed += await write(MIA, a_letter("x", number, by=MIA)) is Passed.PASSED_ON
        await forgets(cafe, MIA)
        cafe.later(minutes=10)
    assert passed == MOST_AN_HOUR
    cafe.later(minutes=31)
    await cafe.join(MIA)
    assert await write(MIA, a_letter("x", number + 1, by=MIA)) is Passed.PASSED_ON


async def test_the_queue_is_asked_once_a_minute_even_so(cafe: Cafe) -> None:
    assert (await cafe.shows(MIA)).queued
    for _ in range(2):
        cafe.later(seconds=20)
        await forgets(cafe, MIA)
        assert not (await cafe.shows(MIA)).queued
    cafe.later(seconds=21)
    await forgets(cafe, MIA)
    assert (await cafe.shows(MIA)).queued


async def test_absences_of_the_day_are_remembered(cafe: Cafe) -> None:
    for _ in range(3):
        shown = await cafe.shows(MIA)
        assert shown.queued
        await cafe.database.write(lambda tx, one=shown: tx.scans.settle(one.scan_id, ScanState.ABSENT))
        cafe.later(minutes=2)
    await forgets(cafe, MIA)
    assert not (await cafe.shows(MIA)).queued
    cafe.later(hours=24)
    assert (await cafe.shows(MIA)).queued


def _mia(tx: Transaction) -> CustomerId:
    customer = tx.people.find_customer(MIA.telegram_id)
    assert customer is not None
    return customer.id


async def test_frozen_stays_frozen_and_a_manager_can_end_it(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    cafe.later(hours=1)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.freeze_card(MIA, OperationId(cafe.number("SELECT MAX(id) FROM operations")))
    await forgets(cafe, MIA)
    await cafe.join(MIA)
    assert (await cafe.card(MIA)).frozen
    await cafe.thaw_card(ANNA, FreezeId(1))
    assert not (await cafe.card(MIA)).frozen


async def test_an_old_card_is_carried_over_once_even_so(cafe: Cafe) -> None:
    today = cafe.clock.now().date()
    await cafe.change_rules(ANNA, old_cards_until=today + timedelta(days=3))
    visit = await cafe.serves(MIA)
    await cafe.carry_old_card(BEN, visit, stamps=3)
    await forgets(cafe, MIA)
    again = await cafe.serves(MIA)
    with refused(OldCardOver()):
        await cafe.carry_old_card(BEN, again, stamps=3)


async def test_after_a_year_nothing_is_remembered(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await forgets(cafe, MIA)
    cafe.later(days=366)
    await cafe.prune()
    assert cafe.rows("SELECT * FROM forgotten") == []
    await cafe.join(MIA)
    assert await cafe.database.read(lambda tx: tx.people.find_carried(_mia(tx))) is None
