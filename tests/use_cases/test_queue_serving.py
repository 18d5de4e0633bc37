"""Serving from the queue: one tap is one stamp, whatever needs a look opens the card instead.

Not here: who appears in it (test_queue.py) and what limits say (test_limits.py).
"""

import asyncio

from loyalty.ids import MessageId, ScanId, VisitId
from loyalty.own_words import OwnWords
from loyalty.people import Cause
from loyalty.refusals import CodeRanOut, NobodyOnShift, NotStaff, OwnCode, VisitOver
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.queue import BringCard, CardOpened, NotHere, ServeFromQueue, ShowQueue
from loyalty.visits import VisitState
from tests.counter import BEN, CARA, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.at_the_queue import GROUP, binds, delivers, names, puts_on_shift, sees, serves

COFFEE = "Free coffee"


async def test_one_tap_opens_and_confirms_with_one_stamp(cafe: Cafe) -> None:
    await binds(cafe)
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    assert (done.fresh, done.stamps, done.by) == (True, 1, "Ben")
    facts = await sees(cafe, GROUP)
    assert (list(facts.waiting), facts.served) == ([], 1)
    assert [(one.name, one.visit.state, one.stamps) for one in facts.recent] == [
        ("Mia", VisitState.CONFIRMED, 1)
    ]
    assert cafe.rows("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == [(0,)]


async def test_what_was_done_says_where_the_card_stood_then_and_not_where_it_stands_now(cafe: Cafe) -> None:
    await binds(cafe)
    await serves(cafe, BEN, await cafe.shows(MIA))
    cafe.later(minutes=2)
    await cafe.stamps(MIA, 5)
    cafe.later(minutes=2)
    await cafe.stamps(MIA, 2)
    cafe.changes_goal(4)
    recent = (await sees(cafe, GROUP)).recent
    assert [(one.stamps, one.goal) for one in recent] == [(2, 6), (0, 6), (1, 6)]


async def test_a_coffee_that_was_handed_over_leaves_the_card_as_it_stood_then(cafe: Cafe) -> None:
    await binds(cafe)
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=1)
    await cafe.expire_due()
    await cafe.stamps(MIA, 2)
    [newest, earlier] = (await sees(cafe, GROUP)).recent
    assert (newest.stamps, earlier.visit.id, earlier.stamps) == (2, visit, 0)
    assert [one.id for one in earlier.handed_over] == [reward]


async def test_two_baristas_tap_at_once_and_one_stamp_is_given(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    results = await asyncio.gather(*(serves(cafe, barista, shown) for barista in (BEN, CARA, BEN, CARA)))
    assert sorted(isinstance(one, Stamped) and one.fresh for one in results) == [False, False, False, True]
    [winner] = [one.by for one in results if isinstance(one, Stamped) and one.fresh]
    assert {one.by for one in results if isinstance(one, Stamped)} == {winner}
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_tap_by_anybody_else_gives_nothing(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    with refused(NotStaff()):
        await serves(cafe, LEO, shown)
    with refused(NotStaff()):
        await NotHere(cafe.database)(LEO, shown.scan_id)
    with refused(NotStaff()):
        await ShowQueue(cafe.database)(LEO, chat_id=private(LEO), cause=Cause(private(LEO), MessageId(1)))
    assert (await cafe.card(MIA)).stamps == 0


async def test_nobody_serves_themselves_and_it_is_remembered(cafe: Cafe) -> None:
    shown = await cafe.shows(BEN)
    with refused(OwnCode()):
        await serves(cafe, BEN, shown)
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCode",)]
    assert isinstance(await serves(cafe, CARA, shown), Stamped)


async def test_a_till_without_anybody_on_shift_serves_nobody(cafe: Cafe) -> None:
    till = puts_on_shift(cafe, BEN)
    shown = await cafe.shows(MIA)
    with cafe.raw() as connection:
        connection.execute("UPDATE shifts SET ended_at = 1")
    with refused(NobodyOnShift()):
        await serves(cafe, till, shown)


async def test_a_reward_picked_before_showing_opens_the_card_instead(cafe: Cafe) -> None:
    await binds(cafe)
    reward = await cafe.fills(MIA)
    cafe.later(hours=1)
    shown = await cafe.shows(MIA, reward_id=reward)
    [waiting] = (await sees(cafe, private(BEN))).waiting
    assert waiting.picked is not None
    assert isinstance(await serves(cafe, BEN, shown), CardOpened)
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card'")[-1:] == [(GROUP,)]
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_visit_of_minutes_ago_opens_the_card_instead_once_a_message(cafe: Cafe) -> None:
    await serves(cafe, BEN, await cafe.shows(MIA))
    cafe.later(minutes=5)
    shown = await cafe.shows(MIA)
    assert (await sees(cafe, private(BEN))).waiting[0].look
    for _ in range(2):
        assert isinstance(await serves(cafe, BEN, shown), CardOpened)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == 1
    assert (await cafe.card(MIA)).stamps == 1


async def test_scanning_or_typing_the_code_takes_the_request_from_the_queue(cafe: Cafe) -> None:
    mia, leo = await cafe.shows(MIA), await cafe.shows(LEO)
    await cafe.scans(BEN, mia)
    assert await names(cafe, private(BEN)) == ["Leo"]
    await cafe.types(BEN, leo.typed_code)
    facts = await sees(cafe, private(BEN))
    assert list(facts.waiting) == []
    assert {(one.name, one.visit.state) for one in facts.recent} == {
        ("Mia", VisitState.OPEN),
        ("Leo", VisitState.OPEN),
    }


async def test_an_id_that_nobody_made_is_refused(cafe: Cafe) -> None:
    with refused(CodeRanOut()):
        await ServeFromQueue(cafe.database)(BEN, ScanId(999), chat_id=GROUP, cause=None)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(BEN, ScanId(999))


async def test_another_tap_keeps_pair_code_and_place_and_a_stale_button_still_serves(cafe: Cafe) -> None:
    first = await cafe.shows(MIA)
    cafe.later(seconds=1)
    await cafe.shows(LEO)
    cafe.later(seconds=30)
    second = await cafe.shows(MIA)
    assert second.pair_code == first.pair_code
    assert (second.secret, second.typed_code) != (first.secret, first.typed_code)
    assert await names(cafe, private(BEN)) == ["Mia", "Leo"]
    with refused(CodeRanOut()):
        await cafe.scans(BEN, first)
    assert isinstance(await serves(cafe, BEN, first), Stamped)
    assert cafe.rows("SELECT state FROM scans ORDER BY id") == [("void",), ("live",), ("used",)]


async def test_a_card_of_a_visit_that_nobody_knows_is_refused(cafe: Cafe) -> None:
    with refused(VisitOver(VisitState.EXPIRED)):
        await BringCard(cafe.database)(BEN, VisitId(99), chat_id=GROUP, cause=Cause(GROUP, MessageId(1)))


async def test_undo_stands_in_the_queue_for_ten_minutes_and_goes_by_itself(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    [served] = (await sees(cafe, private(BEN))).recent
    assert served.visit.may_be_undone(cafe.clock.now())
    await delivers(cafe)
    cafe.later(minutes=10)
    await cafe.expire_due()
    redraws = (
        "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE d.state = 'pending'"
    )
    assert cafe.number(redraws + " AND s.kind = 'queue'") == 3
    facts = await sees(cafe, private(BEN))
    assert (list(facts.recent), facts.served) == ([], 1)


async def test_an_undone_visit_is_said_and_counts_no_more(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    await cafe.undo_visit(CARA, done.visit.id)
    facts = await sees(cafe, private(BEN))
    assert (facts.served, facts.recent[0].visit.state, facts.recent[0].by) == (0, VisitState.UNDONE, "Cara")
    assert (await cafe.shows(MIA)).queued, "whoever was undone by mistake may ask again at once"


async def test_more_brings_the_card_at_each_tap_and_once_for_a_tap_that_is_handled_again(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    for tap in ("7001", "7001", "7002"):
        cause = Cause(private(BEN), MessageId(9), tap)
        await BringCard(cafe.database)(BEN, done.visit.id, chat_id=private(BEN), cause=cause)
        await delivers(cafe)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == 2


async def test_a_reward_that_is_held_is_named_before_the_tap_and_offered_after_it(cafe: Cafe) -> None:
    await binds(cafe)
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    shown = await cafe.shows(MIA)
    (waiting,) = (await sees(cafe, GROUP)).waiting
    assert (said(waiting.held), waiting.look) == (COFFEE, False)
    done = await serves(cafe, BEN, shown)
    assert isinstance(done, Stamped)
    assert (done.stamps, said(done.held)) == (1, COFFEE)
    (served, *_) = (await sees(cafe, GROUP)).recent
    assert said(served.held) == COFFEE
    await delivers(cafe)
    await cafe.offers(BEN, done.visit.id, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await delivers(cafe)
    assert [one.held for one in (await sees(cafe, GROUP)).recent] == [None]


async def test_a_reward_that_this_visit_filled_is_offered_from_the_next_one(cafe: Cafe) -> None:
    await binds(cafe)
    await cafe.stamps(MIA, 5)
    cafe.later(minutes=20)
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    assert (said(done.filled), done.held) == (COFFEE, None)


def said(item: OwnWords | None) -> str | None:
    return item.said_in("en") if item is not None else None
