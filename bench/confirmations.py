"""Confirmations, one by one and all at once, against the same statements in bare sqlite3.

How much quicker many at once are than one by one is a matter of the disk: of what a COMMIT costs beside some
25 statements. So that ratio is reported, and demanded where the disk is known, the slow one. What is demanded
on any disk is how much of the processor's time is SQLite's own: the floor there are the same statements, as
many to a COMMIT as ours (docs/decisions/0032-bounds-of-the-bench.md).

Not here: Telegram; a confirmation here begins at the use case and ends with its COMMIT.
"""

import asyncio
import gc
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

from bench.bare_sqlite import BareSqlite
from bench.cafe import BARISTA, Cafe, open_cafe
from bench.slow_disk import slow_disk
from bench.verdicts import Verdict
from loyalty.ids import VisitId
from loyalty.use_cases.visits.confirming import ConfirmVisit

ROUNDS = 5
SLICES = 10
"""Of each round one by one: ours and the floor take turns every few milliseconds, so that a noisy
neighbour meets both.
"""
IN_A_SLICE = 20
AT_ONCE = 200
SLOW_ROUNDS = 3


async def measure(folder: Path) -> Sequence[Verdict]:
    """One by one and at once, each with the floor beside it."""
    singly: list[float] = []
    gc.freeze()  # as bot/app.py does
    async with open_cafe(folder / "ours") as ours, open_cafe(folder / "floor") as theirs:
        bare = BareSqlite(folder / "floor")
        await _compare_singly(ours, theirs, bare)  # the first round warms caches
        for _ in range(ROUNDS):
            singly += await _compare_singly(ours, theirs, bare)
        together = [await _compare_together(ours, theirs, bare) for _ in range(ROUNDS)]
        work = [await _compare_work(ours, theirs, bare) for _ in range(ROUNDS)]
        bare.close()
    on_slow_disk = await _measure_slow_disk(folder)
    return (
        Verdict(
            measure="confirm, one by one",
            said="use case to COMMIT / its statements in bare sqlite3",
            rounds=singly,
            at_least=0.5,
        ),
        Verdict(
            measure=f"confirm, {AT_ONCE} at once",
            said="use case to COMMIT / its statements in bare sqlite3, one by one",
            rounds=together,
        ),
        Verdict(
            measure=f"confirm, {AT_ONCE} at once, work",
            said="processor time, use case to COMMIT / its statements in bare sqlite3, as many to a COMMIT",
            rounds=work,
            at_least=0.3,
        ),
        Verdict(
            measure=f"confirm, {AT_ONCE} at once, slow disk",
            said="the same, each COMMIT 5 ms slower on both sides",
            rounds=on_slow_disk,
            at_least=4,
        ),
    )


async def _measure_slow_disk(folder: Path) -> list[float]:
    """What group commit is for: few machines behind a counter have a disk as quick as a data centre's."""
    with slow_disk():
        async with open_cafe(folder / "slow") as ours, open_cafe(folder / "slow floor") as theirs:
            bare = BareSqlite(folder / "slow floor")
            ratios = [await _compare_together(ours, theirs, bare) for _ in range(SLOW_ROUNDS)]
            bare.close()
    return ratios


async def _compare_singly(ours: Cafe, theirs: Cafe, bare: BareSqlite) -> list[float]:
    visits = await ours.open_visits(SLICES * IN_A_SLICE)
    noted = await bare.note_confirmations(await theirs.open_visits(SLICES * IN_A_SLICE))
    ratios = []
    for start in range(0, len(visits), IN_A_SLICE):
        floor = bare.run(noted[start : start + IN_A_SLICE])
        ratios.append(floor / await _confirm_singly(ours, visits[start : start + IN_A_SLICE]))
    return ratios


async def _compare_together(ours: Cafe, theirs: Cafe, bare: BareSqlite) -> float:
    visits = await ours.open_visits(AT_ONCE)
    noted = await bare.note_confirmations(await theirs.open_visits(AT_ONCE))
    half = AT_ONCE // 2
    before = bare.run(noted[:half])
    took = await _confirm_together(ours, visits)
    return (before + bare.run(noted[half:])) / took


async def _compare_work(ours: Cafe, theirs: Cafe, bare: BareSqlite) -> float:
    visits = await ours.open_visits(AT_ONCE)
    noted = await bare.note_confirmations(await theirs.open_visits(AT_ONCE))
    half = AT_ONCE // 2
    before = bare.run_grouped(noted[:half])
    began = process_time()
    await _confirm_together(ours, visits)
    took = process_time() - began
    return (before + bare.run_grouped(noted[half:])) / took


async def _confirm_singly(cafe: Cafe, visits: Sequence[VisitId]) -> float:
    """Seconds; the next one begins when the last is answered."""
    confirm = ConfirmVisit(cafe.database)
    began = perf_counter()
    for visit in visits:
        await confirm(BARISTA, visit, stamps=1)
    return perf_counter() - began


async def _confirm_together(cafe: Cafe, visits: Sequence[VisitId]) -> float:
    """Seconds; all are asked for in the same moment."""
    confirm = ConfirmVisit(cafe.database)
    began = perf_counter()
    results = await asyncio.gather(*(confirm(BARISTA, visit, stamps=1) for visit in visits))
    seconds = perf_counter() - began
    assert all(result.fresh for result in results)
    return seconds
