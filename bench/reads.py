"""A customer's look at the card while the counter is at its busiest, against the same look in a quiet moment.

Not here: drawing the card.
"""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.cafe import BARISTA, Cafe, open_cafe
from bench.verdicts import Verdict
from loyalty.people import Person
from loyalty.use_cases.customers.cards import ShowCard
from loyalty.use_cases.visits.confirming import ConfirmVisit

ROUNDS = 5
AT_ONCE = 200
QUIET_READS = 100


async def measure(folder: Path) -> Sequence[Verdict]:
    """The middle one of all reads, busy over quiet."""
    ratios = []
    async with open_cafe(folder / "reads") as cafe:
        (customer,) = cafe.meet_people(1)
        await ShowCard(cafe.database)(customer)
        for _ in range(ROUNDS):
            quiet = [await _look(cafe, customer) for _ in range(QUIET_READS)]
            busy = await _look_while_confirming(cafe, customer)
            ratios.append(median(busy) / median(quiet))
    return (
        Verdict(
            measure="card read, busy",
            said=f"p50 of ShowCard beside {AT_ONCE} confirmations / the same in a quiet moment",
            rounds=ratios,
        ),
    )


async def _look(cafe: Cafe, customer: Person) -> float:
    began = perf_counter()
    await ShowCard(cafe.database)(customer)
    return perf_counter() - began


async def _look_while_confirming(cafe: Cafe, customer: Person) -> list[float]:
    visits = await cafe.open_visits(AT_ONCE)
    confirm = ConfirmVisit(cafe.database)
    confirming = asyncio.gather(*(confirm(BARISTA, visit, stamps=1) for visit in visits))
    looks = []
    while not confirming.done():
        looks.append(await _look(cafe, customer))
    await confirming
    return looks
