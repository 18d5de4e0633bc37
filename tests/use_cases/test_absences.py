"""*Not here*: a request that nobody answers to is cleared, and how soon the next one may come.

Not here: who appears in the queue (test_queue.py).
"""

from loyalty.queue import TooOftenAbsent, TooSoon
from loyalty.refusals import CodeRanOut, MarkedAbsent
from loyalty.scans import ScanState
from loyalty.use_cases.visits.queue import NotHere
from tests.counter import BEN, CARA, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.at_the_queue import names, serves


async def test_not_here_clears_one_and_the_tap_that_comes_later_is_told_by_whom(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    cleared = await NotHere(cafe.database)(BEN, shown.scan_id)
    assert cleared.state is ScanState.ABSENT
    assert (await NotHere(cafe.database)(CARA, shown.scan_id)).settled_by == cleared.settled_by
    assert await names(cafe, private(BEN)) == []
    with refused(MarkedAbsent("Ben")):
        await serves(cafe, CARA, shown)
    with refused(CodeRanOut()):
        await cafe.scans(CARA, shown)


async def test_not_here_after_the_stamp_changes_nothing(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await serves(cafe, BEN, shown)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(CARA, shown.scan_id)
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_request_that_ended_is_not_followed_by_another_within_a_minute(cafe: Cafe) -> None:
    await NotHere(cafe.database)(BEN, (await cafe.shows(MIA)).scan_id)
    cafe.later(seconds=59)
    again = await cafe.shows(MIA)
    assert (again.queued, again.kept_out) == (False, TooSoon(seconds=1))
    assert await names(cafe, private(BEN)) == []
    cafe.later(seconds=1)
    assert (await cafe.shows(MIA)).queued


async def test_a_declined_request_waits_its_minute_and_a_served_one_does_not(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    visit = (await cafe.scans(BEN, shown)).visit
    await cafe.decline_visit(BEN, visit.id)
    assert (await cafe.shows(MIA)).kept_out == TooSoon(seconds=60)
    await serves(cafe, BEN, await cafe.shows(LEO))
    assert (await cafe.shows(LEO)).queued


async def test_whose_card_is_open_does_not_come_into_the_queue_as_well(cafe: Cafe) -> None:
    await cafe.scans(BEN, await cafe.shows(MIA))
    for _ in range(2):
        shown = await cafe.shows(MIA)
        assert (shown.queued, shown.kept_out) == (False, None), "the message of the open card says enough"
        cafe.later(minutes=2)
    assert await names(cafe, private(CARA)) == []


async def test_three_times_not_here_on_one_day_pause_the_requests_until_the_next(cafe: Cafe) -> None:
    for _ in range(3):
        shown = await cafe.shows(MIA)
        assert shown.queued
        await NotHere(cafe.database)(BEN, shown.scan_id)
        cafe.later(seconds=60)
    cafe.later(seconds=-1)  # a minute's wait would not help, so it is not what is said
    paused = await cafe.shows(MIA)
    assert (paused.queued, paused.kept_out) == (False, TooOftenAbsent())
    with refused(CodeRanOut()):
        await serves(cafe, BEN, paused)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(BEN, paused.scan_id)
    assert (await cafe.types(BEN, paused.typed_code)).customer_name == "Mia"
    cafe.later(hours=20)  # after 04:00
    assert (await cafe.shows(MIA)).queued
