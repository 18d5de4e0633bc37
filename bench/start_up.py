"""From nothing to the first poll, in processor time and memory, against `import aiogram` and nothing else.

Each process finds its modules compiled: the image compiles them, elsewhere a cafe's first start does. Under
PYTHONDONTWRITEBYTECODE all of ours would be compiled each time, and nothing of aiogram's.

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
from typing import Any

from bench.few_lines_of_telegram import TOKEN, few_lines_of_telegram
from bench.verdicts import Verdict

ROUNDS = 5
IMPORT_ONLY = "import os, aiogram; os.write(1, b'1'); os.read(0, 1)"
"""It stays until its memory is read."""
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took until it was ended."""

    wall: float
    cpu: float
    memory: float
    """The most at any time, in kB."""


async def measure(folder: Path) -> Sequence[Verdict]:
    """Both kinds of process in turns, after one of each that finds nothing compiled."""
    pairs: list[tuple[Cost, Cost]] = []
    for number in range(ROUNDS + 1):
        floor = await _import_aiogram(folder)
        pairs.append((await _start_bot(folder, f"start-{number}"), floor))
    pairs = pairs[1:]
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
            at_most=1.35,
        ),
    )


async def _import_aiogram(folder: Path) -> Cost:
    hands, done = os.pipe(), os.pipe()
    command = [sys.executable, "-c", IMPORT_ONLY]
    ready = asyncio.create_task(asyncio.to_thread(os.read, done[0], 1))
    try:
        return await _run(command, {}, folder, until=ready, files=(hands[0], done[1]))
    finally:
        for number in (*hands, *done):
            os.close(number)


async def _start_bot(folder: Path, name: str) -> Cost:
    polled = asyncio.Event()
    async with few_lines_of_telegram(polled) as address:
        settings = {"BOT_TOKEN": TOKEN, "DATA_DIR": str(folder / name), "TELEGRAM_API": address}
        command = [sys.executable, "-m", "bot", "run"]
        return await _run(command, settings, folder, until=asyncio.create_task(polled.wait()))


async def _run(
    command: list[str], settings: dict[str, str], folder: Path, *, until: asyncio.Task[Any],
    files: tuple[int, int] | None = None,
) -> Cost:  # fmt: skip
    """Run, and kill it the moment that something happens."""
    environment = {**os.environ, **settings, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    opened = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    if files is not None:
        opened[:2] = [(os.POSIX_SPAWN_DUP2, mine, number) for number, mine in enumerate(files)]  # type: ignore[misc]
    began = perf_counter()
    pid = os.posix_spawn(sys.executable, command, environment, file_actions=opened)
    ended = asyncio.create_task(asyncio.to_thread(os.wait4, pid, 0))
    await asyncio.wait({until, ended}, return_when=asyncio.FIRST_COMPLETED)
    wall = perf_counter() - began
    assert until.done(), "it ended too early"
    memory = _most_memory(pid)
    os.kill(pid, signal.SIGKILL)
    _, _, used = await ended
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, memory=memory or used.ru_maxrss)


def _most_memory(pid: int) -> float | None:
    """What the system says of a process that runs; None where it does not.

    What it says at the end (`ru_maxrss`) begins on Linux with the memory of whoever began the process: with
    this one's, which is more than either kind has, so that they would look alike.
    """
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
    return float(line.split()[1])
