"""What the things of every day take in a big cafe, against the same in a small one after the same busy day.

Not here: the cafes' past (big_cafe.py), and how statements find their rows (tests/storage/test_plans.py).
"""

import random
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, TypeVar

from rich.console import Console

from bench.big_cafe import VISITS, close_past, fill
from bench.cafe import BARISTA, COUNTER, FIRST_CUSTOMER, Cafe, customer, open_cafe, reopen_cafe, send_all
from bench.verdicts import Verdict
from bot.clock import SystemClock
from bot.secret_source import SystemSecrets
from loyalty.people import Person
from loyalty.use_cases.corrections.undoing import UndoVisit
from loyalty.use_cases.customers.cards import ShowCard, ShowHistory
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.day import CloseDay, ReadDay
from loyalty.use_cases.house.upkeep import ExpireDue
from loyalty.use_cases.visits.codes import ShowCode
from loyalty.use_cases.visits.confirming import ConfirmVisit, OpenVisit
from loyalty.use_cases.visits.opening import LinkSecret
from storage.sqlite import FILE_NAME

T = TypeVar("T")

SMALL: Final = 1_000
BIG: Final = 1_000_000
"""Two minutes of writing on a quiet machine, and 8 GB."""
MOST_TIMES_SLOWER: Final = 2.5
ROUNDS: Final = 5
GUESTS: Final = 40
"""Customers in each round, one of the small cafe and one of the big one by turns: noise meets both."""
_RARE: Final = "forget"
"""Reported only: it looks for traces everywhere, and nobody does it at the counter."""
_SAID: Final = {
    "code": "a customer's code is shown",
    "scan": "staff scan it: the staff card",
    "confirmation": "+1, use case to COMMIT",
    "balance": "my card",
    "history": "my receipts, the first page",
    "undo": "a visit is taken back",
    "/today": "the day so far",
    "close": "the day is closed by hand",
    "tick": "what is due is ended",
    _RARE: "a customer is forgotten",
}


@dataclass(slots=True)
class _Day:
    """A day at one of the two cafes; whom it meets is somebody else each time."""

    cafe: Cafe
    guests: list[Person]
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def serve(self) -> None:
        """A customer's visit and what it makes people look up, each step timed."""
        database, person = self.cafe.database, self.guests.pop()
        code = await self._time("code", ShowCode(database, SystemSecrets())(person, cause=None))
        secret = LinkSecret(code.secret)
        opening = OpenVisit(database)(BARISTA, secret, chat_id=COUNTER, cause=None)
        visit = await self._time("scan", opening)
        await self._time("confirmation", ConfirmVisit(database)(BARISTA, visit.id, stamps=1))
        await self._time("balance", ShowCard(database)(person))
        await self._time("history", ShowHistory(database)(person))
        if len(self.guests) % 4 == 0:
            await self._time("undo", UndoVisit(database)(BARISTA, visit.id))
        await self._time("/today", ReadDay(database)(BARISTA))
        await self._time("close", CloseDay(database)(BARISTA))
        await self._time("tick", ExpireDue(database)())
        if len(self.guests) % 20 == 0:
            await self._time(_RARE, ForgetPerson(database)(person))
        await database.write(send_all)

    def take_medians(self) -> Mapping[str, float]:
        """The middle time of each thing since the last round, in seconds."""
        medians = {name: median(taken) for name, taken in self.seconds.items()}
        self.seconds.clear()
        return medians

    async def _time(self, name: str, doing: Awaitable[T]) -> T:
        began = perf_counter()
        done = await doing
        self.seconds[name].append(perf_counter() - began)
        return done


async def measure(
    folder: Path, *, small: int = SMALL, big: int = BIG, rounds: int = ROUNDS, guests: int = GUESTS
) -> Sequence[Verdict]:
    """A verdict for each thing, none of which may take 2.5 times as long."""
    async with AsyncExitStack() as open_cafes:
        days = [
            await open_cafes.enter_async_context(_day_at(folder / name, size, rounds * guests + guests))
            for name, size in (("small", small), ("big", big))
        ]
        await _play(days, guests)  # the first round warms caches
        times = [await _play(days, guests) for _ in range(rounds)]
    return [
        Verdict(
            measure=name,
            said=f"{said}: {big:,} customers / {small:,}",
            rounds=[in_big[name] / in_small[name] for in_small, in_big in times],
            at_most=None if name == _RARE else MOST_TIMES_SLOWER,
            aside={
                "small_seconds": median(one[name] for one, _ in times),
                "big_seconds": median(one[name] for _, one in times),
            },
        )
        for name, said in _SAID.items()
    ]


async def _play(days: Sequence[_Day], guests: int) -> list[Mapping[str, float]]:
    for number in range(guests):
        for day in days if number % 2 else reversed(days):  # whoever comes second meets what the first left
            await day.serve()
    return [day.take_medians() for day in days]


@asynccontextmanager
async def _day_at(folder: Path, customers: int, guests: int) -> AsyncIterator[_Day]:
    async with open_cafe(folder):
        pass
    began = time.monotonic()
    fill(folder / FILE_NAME, customers, now=SystemClock().now())
    size = (folder / FILE_NAME).stat().st_size / 1e6
    Console(stderr=True).print(
        f"{customers:,} customers, {customers * VISITS:,} ledger entries, {size:,.0f} MB: "
        f"written in {time.monotonic() - began:.0f} s"
    )
    numbers = random.Random(customers).sample(range(customers), guests)
    async with reopen_cafe(folder) as cafe:
        await cafe.database.write(close_past)
        yield _Day(cafe, [customer(FIRST_CUSTOMER + number) for number in numbers])
