"""The update inbox: each update kept once, in order, its attempts counted before it is handled.

Not here: polling.
"""

from datetime import timedelta

from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate, WaitingUpdate
from loyalty.use_cases.house.receiving import (
    BeginUpdate,
    CountWaiting,
    FindWaitingUpdates,
    FinishUpdate,
    GiveUpUpdate,
    KeepUpdates,
)
from tests.counter import ANNA, Cafe


def update(number: int, body: str = "{}", *, begun: bool = False) -> NewUpdate:
    return NewUpdate(UpdateId(number), body, begun)


async def test_an_update_that_comes_again_is_kept_once(cafe: Cafe) -> None:
    keep = KeepUpdates(cafe.database)
    assert list(await keep([update(7), update(8)])) == [7, 8]
    assert list(await keep([update(8, "other"), update(9)])) == [9]
    bodies = [waiting.body for waiting in await FindWaitingUpdates(cafe.database)()]
    assert bodies == ["{}", "{}", "{}"]


async def test_updates_wait_in_order_of_arrival_whatever_their_numbers(cafe: Cafe) -> None:
    keep = KeepUpdates(cafe.database)
    await keep([update(900), update(901)])
    await keep([update(5, begun=True)])
    assert await FindWaitingUpdates(cafe.database)() == [
        WaitingUpdate(UpdateId(900), "{}", 0), WaitingUpdate(UpdateId(901), "{}", 0),
        WaitingUpdate(UpdateId(5), "{}", 1),
    ]  # fmt: skip


async def test_attempts_are_counted_before_handling(cafe: Cafe) -> None:
    await KeepUpdates(cafe.database)([update(1)])
    begin = BeginUpdate(cafe.database)
    assert [await begin(UpdateId(1)) for _ in range(3)] == [1, 2, 3]


async def test_an_update_that_held_a_secret_is_emptied_when_it_is_done(cafe: Cafe) -> None:
    await KeepUpdates(cafe.database)([update(1, "/start c_secret"), update(2, "hello")])
    await FinishUpdate(cafe.database)(UpdateId(1), [], blank=True)
    await FinishUpdate(cafe.database)(UpdateId(2), [], blank=False)
    assert cafe.rows("SELECT body, state FROM inbox ORDER BY seq") == [("", "done"), ("hello", "done")]
    assert list(await FindWaitingUpdates(cafe.database)()) == []


async def test_an_update_given_up_is_kept_and_the_owner_is_told_once(cafe: Cafe) -> None:
    await KeepUpdates(cafe.database)([update(1, "odd")])
    before = (await CountWaiting(cafe.database)()).deliveries
    for _ in range(2):
        await GiveUpUpdate(cafe.database)(UpdateId(1), reference="ab12", error="x" * 5000, blank=False)
    assert cafe.rows("SELECT body, state, length(error) FROM inbox") == [("odd", "dead", 2000)]
    waiting = await CountWaiting(cafe.database)()
    assert (waiting.updates, waiting.deliveries) == (0, before + 1)
    notice = "SELECT chat_id FROM deliveries WHERE notice LIKE '%UpdateGivenUp%'"
    assert cafe.rows(notice) == [(ANNA.telegram_id,)]


async def test_what_waits_says_for_how_long_its_oldest_has(cafe: Cafe) -> None:
    count = CountWaiting(cafe.database)
    assert (await count()).updates_for == timedelta()
    await KeepUpdates(cafe.database)([update(1)])
    cafe.clock.advance(timedelta(minutes=2))
    await KeepUpdates(cafe.database)([update(2)])
    cafe.clock.advance(timedelta(minutes=1))
    assert (await count()).updates_for == timedelta(minutes=3)
    await FinishUpdate(cafe.database)(UpdateId(1), [], blank=False)
    assert (await count()).updates_for == timedelta(minutes=1)
    await GiveUpUpdate(cafe.database)(UpdateId(2), reference="ab12", error="odd", blank=False)
    cafe.clock.advance(timedelta(minutes=5))
    waiting = await count()
    assert waiting.updates_for == timedelta()
    assert waiting.deliveries_for >= timedelta(minutes=5)  # the owner is still to be told
