"""Many at once, on either database: what may happen so often happens so often, and not once more.

Not here: the same for each deed; every module of this folder has its own.
"""

import asyncio

from loyalty.limits import Answer, Limit, Limits, Reason
from loyalty.refusals import LimitReached, Refused
from loyalty.use_cases.visits.earning import Stamped
from loyalty.verdicts import LimitName
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe

TAPS = 50


async def test_of_fifty_taps_on_one_card_exactly_as_many_pass_as_the_limit_lets(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, limits=Limits(visits_a_day=Limit(4, Answer.REFUSE)))
    visits = [await cafe.serves(MIA, by=(BEN, CARA)[n % 2]) for n in range(10)]
    answers = await asyncio.gather(
        *(
            cafe.confirm_visit(
                (BEN, CARA)[n % 2], visits[n % len(visits)], stamps=1, reason=Reason.SECOND_ROUND
            )
            for n in range(TAPS)
        ),
        return_exceptions=True,
    )
    assert len({answer.visit.id for answer in answers if isinstance(answer, Stamped)}) == 3
    refused = [answer.refusal for answer in answers if isinstance(answer, Refused)]
    assert set(refused) == {LimitReached(LimitName.VISITS_A_DAY, 4)}
    assert (await cafe.card(MIA)).stamps == 3


async def test_fifty_confirmations_of_one_visit_give_one_stamp(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    answers = await asyncio.gather(
        *(cafe.confirm_visit((BEN, CARA)[n % 2], visit, stamps=1) for n in range(TAPS))
    )
    assert sum(answer.fresh for answer in answers) == 1
    assert (await cafe.card(MIA)).stamps == 1
    assert cafe.number("SELECT COUNT(*) FROM ledger_entries") == 1


async def test_two_baristas_with_one_scan_stand_before_one_visit(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    cards = await asyncio.gather(*(cafe.scans((BEN, CARA)[n % 2], shown) for n in range(TAPS)))
    assert len({card.visit.id for card in cards}) == 1
    assert cafe.number("SELECT COUNT(*) FROM visits") == 1


async def test_an_hour_with_too_many_stamps_alarms_once_however_often_it_is_looked_at(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, limits=Limits(stamps_an_hour=Limit(10, Answer.FLAG)))
    for customer in (MIA, LEO):
        await cafe.stamps(customer, 5)
    assert set(await asyncio.gather(*(cafe.watch_pace() for _ in range(20)))) == {1}
    alarms = "SELECT COUNT(*) FROM deliveries WHERE json_extract(notice, '$.kind') = 'ManyStampsAnHour'"
    assert cafe.number(alarms) == 1
