"""Reports: however long one takes, nobody at the counter waits for it.

Not here: what reports say.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from loyalty.ports import Transaction
from loyalty.use_cases.customers.enrolment import join
from loyalty.use_cases.house.day import CloseDay, CloseDue, ReadDay
from storage.open_database import OpenDatabase
from tests.counter import ANNA, BEN, LEO, MIA, Cafe

SOON = 10
"""Seconds; who waits for the report that is held waits for ever."""


class Held:
    """A body that goes on when it is told to."""

    def __init__(self, then: Callable[[Transaction], object] = lambda _: None) -> None:
        self._then = then
        self._entered, self.go = threading.Event(), threading.Event()

    def __call__(self, tx: Transaction) -> object:
        self._entered.set()
        assert self.go.wait(2 * SOON)
        return self._then(tx)

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self._entered.wait, SOON)


@asynccontextmanager
async def long_report(database: OpenDatabase) -> AsyncIterator[None]:
    """A report runs meanwhile."""
    held = Held()
    report = asyncio.ensure_future(database.report(held))
    await held.has_begun()
    try:
        yield
        assert not report.done()
    finally:
        held.go.set()
        await report


async def test_a_barista_reads_and_writes_while_a_report_takes_long(cafe: Cafe) -> None:
    async with long_report(cafe.database), asyncio.timeout(SOON):
        visit = await cafe.serves(MIA)
        await cafe.confirm_visit(BEN, visit, stamps=2)
        assert (await cafe.card(MIA)).stamps == 2


async def test_the_day_and_its_close_are_reports(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    async with long_report(cafe.database):
        day = asyncio.ensure_future(ReadDay(cafe.database)(ANNA))
        close = asyncio.ensure_future(CloseDay(cafe.database)(ANNA))
        due = asyncio.ensure_future(CloseDue(cafe.database)())
        async with asyncio.timeout(SOON):
            assert (await cafe.card(MIA)).stamps == 2
        assert not any(asked.done() for asked in (day, close, due)), "they wait for the other report"
    assert (await day).figures.stamps.given == (await close).figures.stamps.given == 2
    assert await due == 0


async def test_a_report_changes_nothing(cafe: Cafe) -> None:
    with pytest.raises(Exception, match=r"readonly|read-only"):
        await cafe.database.report(lambda tx: join(tx, MIA))
    assert cafe.number("SELECT count(*) FROM customers") == 0


async def test_what_began_in_a_days_last_moment_is_in_its_close(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    ends = cafe.clock.now().replace(hour=4, minute=0, second=0, microsecond=0) + timedelta(days=1)
    cafe.clock.advance(ends - cafe.clock.now() - timedelta(milliseconds=1))
    late = Held(lambda tx: join(tx, LEO))
    joining = asyncio.ensure_future(cafe.database.write(late))
    await late.has_begun()
    cafe.later(seconds=1)
    closing = asyncio.ensure_future(CloseDue(cafe.database)())
    for _ in range(20):  # whatever it reads of the day, it has read by then
        await cafe.database.report(lambda tx: tx.now)
    late.go.set()
    await joining
    await closing
    cafe.later(minutes=1)
    await CloseDue(cafe.database)()
    close = await cafe.database.read(lambda tx: tx.days.find_last_by_itself())
    assert close is not None
    assert close.figures.joined == 2
