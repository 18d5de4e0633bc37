"""From nothing to the first poll, in processor time and memory, against `import aiogram` and nothing else.

Not here: a Telegram; one of a few lines answers what a start asks for (few_lines_of_telegram.py).
"""

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.few_lines_of_telegram import TOKEN, few_lines_of_telegram
from bench.verdicts import Verdict

ROUNDS = 3
IMPORT_ONLY = "import os, aiogram; os._exit(0)"
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took until it was ended."""

    wall: float
    cpu: float
    memory: float
    """The most at any time, in the system's unit."""


async def measure(folder: Path) -> Sequence[Verdict]:
    """Both kinds of process in turns."""
    floors: list[Cost] = []
    starts: list[Cost] = []
    for number in range(ROUNDS):
        floors.append(await _run([sys.executable, "-c", IMPORT_ONLY], {}))
        starts.append(await _start_bot(folder / f"start-{number}"))
    pairs = list(zip(starts, floors, strict=True))
    wall = {"wall_ratio": median(start.wall / floor.wall for start, floor in pairs)}
    return (
        Verdict(
            measure="start, processor time",
            said="bot run to its first poll / import aiogram",
            rounds=[start.cpu / floor.cpu for start, floor in pairs],
            at_most=1.25,
            aside=wall,
        ),
        Verdict(
            measure="start, memory",
            said="bot run to its first poll / import aiogram",
            rounds=[start.memory / floor.memory for start, floor in pairs],
            at_most=1.25,
        ),
    )


async def _start_bot(data_dir: Path) -> Cost:
    polled = asyncio.Event()
    async with few_lines_of_telegram(polled) as address:
        settings = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(data_dir), "TELEGRAM_API": address}
        return await _run([sys.executable, "-m", "bot", "run"], settings, until=polled)


async def _run(command: list[str], environment: dict[str, str], until: asyncio.Event | None = None) -> Cost:
    """Run to its end, or kill it the moment that something happens."""
    began = perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    pid = os.posix_spawn(sys.executable, command, {**os.environ, **environment}, file_actions=quiet)
    ended = asyncio.create_task(asyncio.to_thread(os.wait4, pid, 0))
    if until is not None:
        happened = asyncio.create_task(until.wait())
        await asyncio.wait({happened, ended}, return_when=asyncio.FIRST_COMPLETED)
        assert happened.done(), "the bot ended before it polled"
        os.kill(pid, signal.SIGKILL)
    _, _, used = await ended
    wall = perf_counter() - began
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, memory=used.ru_maxrss)
