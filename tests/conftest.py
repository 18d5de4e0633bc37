"""Options of the suite, and what holds for each of its tests.

Not here: fixtures; each folder has its own.
"""

import gc
import os

import pytest

ROUNDS_IN_CI = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make drill` asks for 200 rounds, `make day` for 120 visits."""
    parser.addoption("--rounds", type=int, default=ROUNDS_IN_CI, help="rounds of the kill drill")
    parser.addoption("--visits", type=int, help="play a day with so many visits at the counter, and report")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many a test waits for a process, a server or a moment."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """What was imported and collected stays: looking through it for garbage took a third of the time."""
    gc.collect()
    gc.freeze()
