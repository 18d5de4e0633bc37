"""`python -m bench [name]`: take the measures, show them in one table, and one JSON line each.

It ends with 1 when one of them is not good enough. Nothing is measured here.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import structlog

from bench import broadcast, confirmations, growth, memory, photos, reads, start_up, updates
from bench.verdicts import Verdict, show

MEASURES: dict[str, Callable[[Path], Awaitable[Sequence[Verdict]]]] = {
    "confirmations": confirmations.measure,
    "updates": updates.measure,
    "reads": reads.measure,
    "start-up": start_up.measure,
    "photos": photos.measure,
    "memory": memory.measure,
    "broadcast": broadcast.measure,
    "growth": growth.measure,
}
LONG = {"memory", "broadcast", "growth"}
"""Taken only by name: minutes."""


def main(names: Sequence[str], customers: int) -> int:
    """The exit code."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    logging.disable(logging.WARNING)  # what prepares a round may be slow, and is not what is measured
    verdicts: list[Verdict] = []
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            verdicts += asyncio.run(_measure(name, Path(folder), customers))
    show(verdicts)
    for verdict in verdicts:
        print(verdict.as_json())
    return 0 if all(verdict.good for verdict in verdicts) else 1


async def _measure(name: str, folder: Path, customers: int) -> Sequence[Verdict]:
    if name == "growth":
        return await growth.measure(folder, big=customers)
    return await MEASURES[name](folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench", description="Speed, as ratios to floors.")
    parser.add_argument("name", nargs="?", choices=list(MEASURES), help="one of them; else all short ones")
    parser.add_argument("--customers", type=int, default=growth.BIG, help="of growth's big cafe")
    asked = parser.parse_args()
    names = [asked.name] if asked.name else [name for name in MEASURES if name not in LONG]
    sys.exit(main(names, asked.customers))
