"""What a hostile reading found; each test says what should be true.

Not here: mending.
"""

import asyncio

from loyalty.ids import MessageId
from loyalty.notices import MorningDigest
from loyalty.people import Cause
from loyalty.refusals import Refused
from loyalty.use_cases.adjusting import OfReceipt
from loyalty.use_cases.day import CloseDay, CloseDue, SendDigest
from loyalty.use_cases.forgetting import ForgetPerson
from loyalty.use_cases.outages import NoteHeard
from storage import facts
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private


def press(number: int, person=BEN) -> Cause:  # type: ignore[no-untyped-def]
    return Cause(private(person), MessageId(number))


async def test_undo_last_after_an_old_card_does_not_take_another_customers_stamp(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, old_cards_until=cafe.clock.now().date())
    await cafe.stamps(LEO, 1, by=BEN)
    visit = await cafe.serves(MIA, by=BEN)
    await cafe.carry_old_card(BEN, visit, stamps=5)
    try:
        await cafe.undo_last(BEN, cause=press(1))
    except Refused:
        pass
    assert (await cafe.card(LEO)).stamps == 1


async def test_undo_last_after_an_adjustment_does_not_take_another_customers_stamp(cafe: Cafe) -> None:
    await cafe.hires_manager()
    await cafe.stamps(LEO, 1, by=ANNA)
    await cafe.stamps(MIA, 1, by=BEN)
    number = cafe.number("SELECT MAX(id) FROM operations")
    await cafe.adjust_card(ANNA, OfReceipt(number), 3, "why", chat_id=private(ANNA), cause=press(1, ANNA))
    try:
        await cafe.undo_last(ANNA, cause=press(2, ANNA))
    except Refused:
        pass
    assert (await cafe.card(LEO)).stamps == 1


async def test_nothing_is_given_back_to_somebody_who_was_forgotten(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=16)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.confirm_visit(BEN, visit, stamps=1)
    await cafe.offers(BEN, visit, reward)
    await ForgetPerson(cafe.database)(MIA)
    try:
        await cafe.undo_handover(BEN, reward)
    except Refused:
        pass
    assert cafe.number("SELECT count(*) FROM rewards WHERE state = 'issued'") == 0


async def test_a_visit_that_only_a_coffee_made_is_in_one_close_though_it_ended_after_the_day(
    cafe: Cafe,
) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(hours=19, minutes=26)  # 03:56 or so
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    print(cafe.clock.now())
    cafe.later(minutes=5)
    await CloseDue(cafe.database)()
    cafe.later(minutes=10)
    await cafe.expire_due()
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit)[0][0] == "confirmed"
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    import json

    closes = [json.loads(str(row[0])) for row in cafe.rows("SELECT facts FROM closes ORDER BY day")]
    print([(c["date"], c["visits"], c["new"], c["returning"]) for c in closes])
    assert sum(c["visits"] for c in closes) == cafe.number(
        "SELECT count(*) FROM visits WHERE state='confirmed'"
    )


async def test_an_undo_tapped_while_the_bot_was_away_is_carried_out(cafe: Cafe) -> None:
    await NoteHeard(cafe.database)(answered=True, after_silence=False)
    visit = await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    await NoteHeard(cafe.database)(answered=True, after_silence=True)
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 0


async def test_make_it_two_tapped_while_the_bot_was_away_is_carried_out(cafe: Cafe) -> None:
    await NoteHeard(cafe.database)(answered=True, after_silence=False)
    visit = await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    await NoteHeard(cafe.database)(answered=True, after_silence=True)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert (await cafe.card(MIA)).stamps == 2


async def test_the_digest_tells_the_whole_day_though_it_was_closed_by_hand_and_the_bot_slept(
    cafe: Cafe,
) -> None:
    await cafe.stamps(MIA, 1)
    await CloseDay(cafe.database)(ANNA)
    cafe.later(minutes=1)
    await cafe.stamps(LEO, 2)
    cafe.later(days=1)  # the laptop opens at half past eight: both ticks are due at once
    await asyncio.gather(CloseDue(cafe.database)(), SendDigest(cafe.database, encrypts=False)())
    await CloseDue(cafe.database)()
    await SendDigest(cafe.database, encrypts=False)()
    [(notice,)] = cafe.rows("SELECT notice FROM deliveries WHERE dedupe_key LIKE 'digest:%'")
    told = facts.decode_notice(str(notice))
    assert isinstance(told, MorningDigest)
    assert (told.figures.visits, told.figures.stamps.given) == (2, 3)
