"""The inbox at work: kept before handled, in order for each person in each chat, taken up again after a stop.

What handling an update means is tested in test_handling.py.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

import bot.inbox
from bot.inbox import AT_ONCE, MOST_OF_ONE, Inbox
from bot.patience import Patience, Stopping
from bot.raw_updates import RawUpdate, read_answer
from loyalty.ids import UpdateId
from loyalty.use_cases.house.receiving import (
    CountWaiting,
    FindWaitingUpdate,
    FindWaitingUpdates,
    FinishUpdate,
    KeepUpdates,
)
from storage.sqlite import SqliteDatabase

Do = Callable[[RawUpdate, int], Awaitable[None]]


def updates(*told: tuple[int, int, int]) -> list[RawUpdate]:
    """Messages by (update, chat, person)."""
    result = [
        {"update_id": update, "message": {"chat": {"id": chat}, "from": {"id": person}}}
        for update, chat, person in told
    ]
    return read_answer(json.dumps({"ok": True, "result": result})).updates


class Working:
    """An inbox over a real database, whose handling is a function of the test."""

    def __init__(self, database: SqliteDatabase, patience: Patience) -> None:
        self.database = database
        self.patience = patience
        self.log: list[tuple[str, int]] = []
        self.attempts: dict[int, int] = {}
        self.do: Do = self.at_once

    async def at_once(self, raw: RawUpdate, _: int) -> None:
        await asyncio.sleep(0.001)

    async def handle(self, raw: RawUpdate, *, attempts: int) -> None:
        self.log.append(("begin", raw.update_id))
        self.attempts[raw.update_id] = attempts
        await self.do(raw, attempts)
        await FinishUpdate(self.database)(raw.update_id, [], blank=False)
        self.log.append(("end", raw.update_id))

    def ended(self) -> list[int]:
        return [update_id for what, update_id in self.log if what == "end"]

    @asynccontextmanager
    async def inbox(self) -> AsyncIterator[Inbox]:
        async with asyncio.TaskGroup() as tasks:
            yield Inbox(
                keep=KeepUpdates(self.database),
                find_waiting=FindWaitingUpdates(self.database),
                find_again=FindWaitingUpdate(self.database),
                handle=self.handle,
                patience=self.patience,
                spawn=tasks.create_task,
            )

    async def waiting(self) -> int:
        return (await CountWaiting(self.database)()).updates


@pytest.fixture
def working(database: SqliteDatabase, patience: Patience) -> Working:
    return Working(database, patience)


async def test_an_update_is_in_the_database_before_anything_is_done_with_it(working: Working) -> None:
    async def look(_: RawUpdate, __: int) -> None:
        assert await working.waiting() == 1

    working.do = look
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10)))
    assert working.ended() == [1]
    assert await working.waiting() == 0


async def test_one_persons_updates_are_handled_one_after_the_other_and_others_meanwhile(
    working: Working,
) -> None:
    gate = asyncio.Event()

    async def first_waits(raw: RawUpdate, _: int) -> None:
        if raw.update_id == 1:
            await gate.wait()

    working.do = first_waits
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10), (2, 10, 10), (3, 11, 11), (4, -5, 10), (5, -5, 11)))
        await asyncio.sleep(0.2)
        assert sorted(working.ended()) == [3, 4, 5]
        gate.set()
    assert working.ended()[3:] == [1, 2]


async def test_only_what_begins_at_once_is_kept_as_begun(working: Working) -> None:
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10), (2, 10, 10), (3, 11, 11)))
    assert working.attempts == {1: 1, 2: 0, 3: 1}


async def test_the_same_update_twice_is_handled_once(working: Working) -> None:
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10), (1, 10, 10)))
        await inbox.take(updates((1, 10, 10)))
    assert working.ended() == [1]


async def test_ids_are_never_compared_by_size(working: Working) -> None:
    async with working.inbox() as inbox:
        await inbox.take(updates((900, 10, 10)))
        await inbox.take(updates((4, 10, 10), (3, 10, 10)))
    assert working.ended() == [900, 4, 3]


async def test_more_people_than_places_all_have_their_turn(working: Working) -> None:
    most = 0

    async def count(_: RawUpdate, __: int) -> None:
        nonlocal most
        begun = sum(what == "begin" for what, _ in working.log)
        most = max(most, begun - len(working.ended()))
        await asyncio.sleep(0.002)

    working.do = count
    async with working.inbox() as inbox:
        await inbox.take(updates(*((number, number, number) for number in range(1, AT_ONCE + 101))))
    assert most == AT_ONCE
    assert len(working.ended()) == AT_ONCE + 100


async def test_a_flood_of_one_person_is_kept_in_order_and_leaves_room_for_the_others(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.inbox, "MOST_IN_MEMORY", 60)
    gate = asyncio.Event()

    async def flooder_waits(raw: RawUpdate, _: int) -> None:
        if raw.order_key == (10, 10):
            await gate.wait()

    working.do = flooder_waits
    async with working.inbox() as inbox:
        await inbox.take(updates(*((number, 10, 10) for number in range(1, 101))))
        async with asyncio.timeout(1):
            await inbox.wait_for_room()
        await inbox.take(updates((500, 11, 11)))
        await asyncio.sleep(0.1)
        assert working.ended() == [500]
        await inbox.take(updates(*((number, number, number) for number in range(1001, 1101))))
        gate.set()
    assert [number for number in working.ended() if number < 500] == list(range(1, 101))
    assert await working.waiting() == 0


async def test_more_people_than_fit_into_memory_are_left_with_telegram(
    working: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.inbox, "MOST_IN_MEMORY", 60)
    gate = asyncio.Event()

    async def wait(_: RawUpdate, __: int) -> None:
        await gate.wait()

    working.do = wait
    async with working.inbox() as inbox:
        await inbox.take(updates(*((number, number, number) for number in range(1, 101))))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(inbox.wait_for_room(), 0.05)
        gate.set()
        async with asyncio.timeout(1):
            await inbox.wait_for_room()


async def test_as_many_flooders_as_there_are_places_keep_nobody_waiting(working: Working) -> None:
    flood = [(turn * AT_ONCE + who, who, who) for turn in range(10) for who in range(1, AT_ONCE + 1)]
    async with working.inbox() as inbox:
        await inbox.take(updates(*flood))
        await inbox.take(updates((90_000, 5000, 5000)))
    assert working.ended().index(90_000) <= 2 * AT_ONCE
    assert len(working.ended()) == len(flood) + 1


async def test_what_stands_far_back_in_a_line_and_is_settled_meanwhile_is_not_handled(
    working: Working,
) -> None:
    gate = asyncio.Event()

    async def first_waits(raw: RawUpdate, _: int) -> None:
        if raw.update_id == 1:
            await gate.wait()

    working.do = first_waits
    async with working.inbox() as inbox:
        await inbox.take(updates(*((number, 10, 10) for number in range(1, MOST_OF_ONE + 4))))
        await FinishUpdate(working.database)(UpdateId(MOST_OF_ONE + 2), [], blank=True)
        gate.set()
    assert working.ended() == [n for n in range(1, MOST_OF_ONE + 4) if n != MOST_OF_ONE + 2]


async def test_what_an_earlier_process_left_is_taken_up_in_order_of_arrival(working: Working) -> None:
    async def too_late(_: RawUpdate, __: int) -> None:
        raise Stopping

    working.do = too_late
    async with working.inbox() as inbox:
        await inbox.take(updates((30, 10, 10), (20, 10, 10), (40, 11, 11)))
    assert await working.waiting() == 3
    working.do, working.attempts = working.at_once, {}
    async with working.inbox() as inbox:
        assert await inbox.replay() == 3
    assert [number for number in working.ended() if number != 40] == [30, 20]
    assert working.attempts == {30: 0, 20: 0, 40: 0}  # each attempt is counted before it is made
    assert await working.waiting() == 0


async def test_a_stop_lets_what_has_begun_end_and_leaves_the_rest_for_the_next_start(
    working: Working,
) -> None:
    gate = asyncio.Event()

    async def wait(_: RawUpdate, __: int) -> None:
        await gate.wait()

    working.do = wait
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10), (2, 10, 10)))
        await asyncio.sleep(0.01)
        asyncio.get_running_loop().call_later(0.05, gate.set)
        assert await inbox.drain(5)
    assert working.ended() == [1]
    assert await working.waiting() == 1


async def test_a_stop_does_not_wait_for_ever(working: Working) -> None:
    gate = asyncio.Event()

    async def wait(_: RawUpdate, __: int) -> None:
        await gate.wait()

    working.do = wait
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10)))
        await asyncio.sleep(0.01)
        assert not await inbox.drain(0.05)
        gate.set()


async def test_a_bug_in_the_handling_itself_stops_nobody_else(working: Working) -> None:
    async def break_for_one(raw: RawUpdate, _: int) -> None:
        if raw.update_id == 1:
            raise RuntimeError("a bug")

    working.do = break_for_one
    async with working.inbox() as inbox:
        await inbox.take(updates((1, 10, 10), (2, 10, 10), (3, 11, 11)))
    assert sorted(working.ended()) == [2, 3]
