"""Being away: what was alive lives on, what waited is done, and it is said once.

Not here: the process that goes away (tests/journeys/test_away.py).
"""

from loyalty.ids import OutageId, UpdateId
from loyalty.inbox import NewUpdate
from loyalty.refusals import AskedTooLongAgo, CodeRanOut, VisitOver
from loyalty.use_cases.outages import CatchUp, NoteHeard, ReadOutage
from loyalty.visits import VisitState
from tests.counter import BEN, LEO, MIA, Cafe
from tests.refusing import refused


async def hears(cafe: Cafe, *, answered: bool = True, after_silence: bool = False) -> bool:
    """Telegram answers; whether an outage has ended with it."""
    return await NoteHeard(cafe.database)(answered=answered, after_silence=after_silence) is not None


async def comes_back(cafe: Cafe) -> bool:
    """The process starts, and Telegram answers."""
    begun = await hears(cafe, answered=False, after_silence=True)
    return await hears(cafe, after_silence=True) or begun


def told(cafe: Cafe) -> int:
    return cafe.number("SELECT count(*) FROM screens WHERE kind = 'outage'")


async def test_a_tap_that_waited_twenty_minutes_is_carried_out_and_listed(cafe: Cafe) -> None:
    await hears(cafe)
    visit = await cafe.serves(MIA)
    cafe.later(minutes=20)
    assert await comes_back(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert await CatchUp(cafe.database)()
    facts = await ReadOutage(cafe.database)(OutageId(cafe.number("SELECT id FROM outages")))
    assert [(one.visit.id, one.visit.stamps, one.visit.may_be_undone(one.now)) for one in facts.visits] == [
        (visit, 1, True)
    ]
    assert (await cafe.undo_visit(BEN, visit)).fresh


async def test_a_code_that_was_live_can_still_be_typed(cafe: Cafe) -> None:
    await hears(cafe)
    shown = await cafe.shows(MIA)
    cafe.later(minutes=20)
    await comes_back(cafe)
    assert (await cafe.types(BEN, shown.typed_code, stamps=1)).stamps == 1


async def test_what_had_run_out_before_stays_over(cafe: Cafe) -> None:
    visit, shown = await cafe.serves(MIA), await cafe.shows(LEO)
    cafe.later(minutes=16)
    await hears(cafe)
    cafe.later(minutes=20)
    await comes_back(cafe)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    with refused(CodeRanOut()):
        await cafe.types(BEN, shown.typed_code)


async def test_the_time_given_back_ends_too(cafe: Cafe) -> None:
    await hears(cafe)
    visit = await cafe.serves(MIA)
    cafe.later(minutes=20)
    await comes_back(cafe)
    cafe.later(minutes=4)
    with refused(VisitOver(VisitState.EXPIRED)):
        await cafe.confirm_visit(BEN, visit, stamps=1)


async def test_five_minutes_are_said_to_nobody(cafe: Cafe) -> None:
    await hears(cafe)
    cafe.later(minutes=5)
    assert not await comes_back(cafe)
    assert not await CatchUp(cafe.database)()
    assert told(cafe) == 0


async def test_a_clock_that_somebody_sets_is_no_outage(cafe: Cafe) -> None:
    await hears(cafe)
    cafe.later(hours=2)
    assert not await hears(cafe)


async def test_starts_that_fail_in_a_row_are_one_outage_and_it_is_said_once(cafe: Cafe) -> None:
    await hears(cafe)
    cafe.later(minutes=10)
    for _ in range(3):
        assert await hears(cafe, answered=False, after_silence=True)
        assert not await CatchUp(cafe.database)(), "Telegram has not answered yet"
        cafe.later(minutes=10)
    await comes_back(cafe)
    for _ in range(3):
        await CatchUp(cafe.database)()
    assert cafe.number("SELECT count(*) FROM outages") == 1
    assert told(cafe) == 1, "to the one owner"


async def test_a_tap_that_can_not_be_done_keeps_nobody_waiting_for_ever(cafe: Cafe) -> None:
    await hears(cafe)
    cafe.later(minutes=10)
    update = NewUpdate(UpdateId(9), "{}", begun=True)
    await cafe.database.write(lambda tx: tx.inbox.store([update]))
    await comes_back(cafe)
    assert not await CatchUp(cafe.database)()
    cafe.later(minutes=10)
    await hears(cafe)
    assert await CatchUp(cafe.database)()
    cafe.later(days=3)
    await hears(cafe)
    cafe.later(minutes=10)
    await comes_back(cafe)
    assert cafe.number("SELECT count(*) FROM outages") == 2, "the first is over"


async def test_a_new_bot_was_not_away(cafe: Cafe) -> None:
    assert not await comes_back(cafe)


async def test_a_wish_for_a_code_that_waited_too_long_is_answered_with_regret(cafe: Cafe) -> None:
    asked_at = cafe.clock.now()
    cafe.later(minutes=16)
    with refused(AskedTooLongAgo(asked_at)):
        await cafe.show_code(MIA, cause=None, asked_at=asked_at)
    assert cafe.number("SELECT count(*) FROM scans") == 0
    cafe.later(minutes=-2)
    shown = await cafe.show_code(MIA, cause=None, asked_at=asked_at)
    assert shown.expires_at > cafe.clock.now()
