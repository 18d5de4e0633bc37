"""Being away: what was alive lives on, what waited is done, and it is said once.

Not here: the process that goes away (tests/journeys/test_away.py).
"""

from loyalty.ids import MessageId, OperationId, OutageId, UpdateId, VisitId
from loyalty.inbox import NewUpdate
from loyalty.outages import LeftUndone, OutageFacts
from loyalty.people import Cause
from loyalty.refusals import AskedTooLongAgo, CodeRanOut, LaterVisitFirst, UndoTooLate, VisitOver
from loyalty.use_cases.house.outages import CatchUp, NoteHeard, NoteLeftUndone, ReadOutage
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, LEO, MIA, Cafe, private
from tests.refusing import refused


async def hears(cafe: Cafe, *, answered: bool = True, after_silence: bool = False) -> bool:
    """Telegram answers; whether an outage has ended with it."""
    return await NoteHeard(cafe.database)(answered=answered, after_silence=after_silence) is not None


async def comes_back(cafe: Cafe) -> bool:
    """The process starts, and Telegram answers."""
    begun = await hears(cafe, answered=False, after_silence=True)
    return await hears(cafe, after_silence=True) or begun


async def is_away(cafe: Cafe, minutes: int = 20) -> None:
    """For so long, counted from now."""
    await hears(cafe)
    cafe.later(minutes=minutes)
    await comes_back(cafe)


async def read_outage(cafe: Cafe) -> OutageFacts:
    return await ReadOutage(cafe.database)(OutageId(cafe.number("SELECT MAX(id) FROM outages")))


async def may_be_undone(cafe: Cafe, visit: VisitId) -> bool:
    """As the buttons of its staff card say."""
    facts = await ReadCounter(cafe.database)(visit)
    return facts.visit.may_be_undone(facts.now)


def redraws(cafe: Cafe, kind: str) -> int:
    """How many screens of this kind wait to be drawn anew."""
    return cafe.number(
        "SELECT count(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id"
        " WHERE s.kind = ? AND d.state = 'pending'",
        kind,
    )


def told(cafe: Cafe) -> int:
    return cafe.number("SELECT count(*) FROM screens WHERE kind = 'outage'")


async def test_a_tap_that_waited_twenty_minutes_is_carried_out_and_listed(cafe: Cafe) -> None:
    await hears(cafe)
    visit = await cafe.serves(MIA)
    cafe.later(minutes=20)
    assert await comes_back(cafe)
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert await CatchUp(cafe.database)()
    facts = await read_outage(cafe)
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


async def test_a_tap_that_carries_no_time_is_answered_with_regret_when_it_may_have_waited_too_long(
    cafe: Cafe,
) -> None:
    since = cafe.clock.now()
    cafe.later(minutes=16)
    with refused(AskedTooLongAgo(None)):
        await cafe.show_code(MIA, cause=None, not_before=since)
    cafe.later(minutes=-2)
    assert (await cafe.show_code(MIA, cause=None, not_before=since)).typed_code


async def test_an_undo_tapped_meanwhile_is_carried_out_and_listed(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await is_away(cafe)
    assert await may_be_undone(cafe, visit)
    await cafe.undo_visit(BEN, visit)
    assert (await cafe.card(MIA)).stamps == 0
    await CatchUp(cafe.database)()
    assert [one.visit.state for one in (await read_outage(cafe)).visits] == [VisitState.UNDONE]


async def test_make_it_two_tapped_meanwhile_is_carried_out(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await is_away(cafe)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert (await cafe.card(MIA)).stamps == 2


async def test_undo_last_pressed_meanwhile_is_carried_out(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await is_away(cafe, minutes=300)
    done = await cafe.undo_last(BEN, cause=Cause(private(BEN), MessageId(1)))
    assert (done.facts.customer_name, done.stamps) == ("Mia", 1)


async def test_a_handing_over_can_be_agreed_to_and_undone_by_taps_made_meanwhile(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = await cafe.stamps(MIA, 1)
    await cafe.offers(BEN, visit, reward)
    await is_away(cafe)
    await cafe.expire_due()
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await is_away(cafe)
    await cafe.undo_handover(BEN, reward)
    assert len((await cafe.card(MIA)).rewards) == 1


async def test_what_was_over_when_the_bot_went_away_stays_over(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    cafe.later(minutes=10)
    await is_away(cafe)
    assert not await may_be_undone(cafe, visit)
    with refused(UndoTooLate(1)):
        await cafe.undo_visit(BEN, visit)


async def test_the_time_given_back_to_undo_ends_too_and_takes_its_button(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    await cafe.delivers_all()
    await is_away(cafe)
    assert (await cafe.expire_due(), redraws(cafe, "staff_card")) == (0, 0)
    cafe.later(minutes=3)
    assert not await may_be_undone(cafe, visit)
    assert (await cafe.expire_due(), redraws(cafe, "staff_card")) == (1, 1)
    with refused(UndoTooLate(1)):
        await cafe.undo_visit(BEN, visit)


async def test_what_staff_tapped_in_vain_is_listed_and_a_customers_tap_is_not(cafe: Cafe) -> None:
    note = NoteLeftUndone(cafe.database)
    await note(BEN, UndoTooLate(1))
    await is_away(cafe)
    await note(BEN, LaterVisitFirst(2))
    await note(MIA, VisitOver(VisitState.EXPIRED))
    await CatchUp(cafe.database)()
    await note(BEN, UndoTooLate(3))
    assert (await read_outage(cafe)).left_undone == [LeftUndone("Ben", LaterVisitFirst(2))]


async def test_the_list_is_redrawn_when_something_on_it_changes_and_not_for_anything_else(cafe: Cafe) -> None:
    listed, before = await cafe.serves(MIA), await cafe.stamps(LEO, 1)
    await is_away(cafe)
    await cafe.confirm_visit(BEN, listed, stamps=1)
    await CatchUp(cafe.database)()
    await cafe.delivers_all()
    cafe.later(minutes=1)
    await cafe.undo_visit(BEN, before)
    assert redraws(cafe, "outage") == 0
    cafe.later(minutes=9)
    await cafe.expire_due()
    assert redraws(cafe, "outage") == 1, "its undo is over"
    await cafe.delivers_all()
    await cafe.take_back(ANNA, OperationId(2), "refunded", chat_id=private(ANNA), cause=None)
    assert redraws(cafe, "outage") == 1, "it was taken back"
