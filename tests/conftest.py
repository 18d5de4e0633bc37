"""Options of the suite, and what holds for each of its tests.

Not here: fixtures; each folder has its own.
"""

import gc
import os
from collections.abc import Generator
from typing import Any

import pytest

ROUNDS_IN_CI = 12
ABSURD_IN_CI = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make drill` asks for 200 rounds, `make day` for 120 visits."""
    parser.addoption("--rounds", type=int, default=ROUNDS_IN_CI, help="rounds of the kill drill")
    parser.addoption("--absurd", type=int, default=ABSURD_IN_CI, help="rounds of absurd updates, 42 in each")
    parser.addoption("--visits", type=int, help="play a day with so many visits at the counter, and report")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many a test waits for a process, a server or a moment."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """What a test has to say goes to the process that prints it; half letters of hostile names can't."""
    return _with_whole_letters((yield))


def pytest_collection_finish() -> None:
    """What was imported and collected stays: looking through it for garbage took a third of the time."""
    gc.collect()
    gc.freeze()


def _with_whole_letters(said: Any) -> Any:
    match said:
        case str():
            return said.encode(errors="backslashreplace").decode()
        case dict():
            return {key: _with_whole_letters(value) for key, value in said.items()}
        case list() | tuple():
            return type(said)(map(_with_whole_letters, said))
    return said
