"""Options of the suite, and what holds for each of its tests.

Not here: fixtures; each folder has its own.
"""

import gc
import os
from collections.abc import Generator, Iterable
from typing import Any

import pytest

from tests import databases

ROUNDS_IN_CI = 12
ABSURD_IN_CI = 12
GUESTS_IN_CI = 200
BOTH = ("tests/use_cases/", "tests/storage/", "tests/model/", "tests/journeys/")
"""What runs on PostgreSQL too, unless it is marked `sqlite_only`."""
SERVER_ONLY = "tests/postgres/"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make drill` asks for 200 rounds, `drill-broadcast` for 10,000 guests, `day` for 120 visits."""
    parser.addoption("--rounds", type=int, default=ROUNDS_IN_CI, help="rounds of the kill drill")
    parser.addoption("--absurd", type=int, default=ABSURD_IN_CI, help="rounds of absurd updates, 42 in each")
    parser.addoption("--guests", type=int, default=GUESTS_IN_CI, help="guests of the broadcast drill")
    parser.addoption("--visits", type=int, help="play a day with so many visits at the counter, and report")
    parser.addoption(
        "--postgres", action="store_true", help="the tests of both databases, on the one at TEST_POSTGRES_URL"
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: a test of people spends half of its time waiting for a process, a server
    or a moment.
    """
    return (os.cpu_count() or 1) + 2


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


def pytest_configure(config: pytest.Config) -> None:
    """Which database it is, before any test is read."""
    config.addinivalue_line("markers", "sqlite_only(why): what PostgreSQL has otherwise, or not at all")
    config.addinivalue_line("markers", "postgres_only(why): what SQLite has not")
    if config.getoption("--postgres"):
        databases.choose_postgres()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On each database the tests that are about it; all together are skipped where no server answers."""
    asked = bool(config.getoption("--postgres"))
    chosen = [item for item in items if _is_chosen(item, postgres=asked)]
    if asked and chosen and not databases.server_answers():
        missing = f"no PostgreSQL answers at {databases.SERVER.rpartition('@')[2]} (TEST_POSTGRES_URL)"
        chosen = chosen[:1]
        chosen[0].add_marker(pytest.mark.skip(reason=missing))
    config.hook.pytest_deselected(items=_others(items, chosen))
    items[:] = chosen


def _is_chosen(item: pytest.Item, *, postgres: bool) -> bool:
    if item.nodeid.startswith(SERVER_ONLY) or item.get_closest_marker("postgres_only") is not None:
        return postgres
    return not postgres or (item.nodeid.startswith(BOTH) and item.get_closest_marker("sqlite_only") is None)


def _others(items: Iterable[pytest.Item], chosen: list[pytest.Item]) -> list[pytest.Item]:
    kept = set(map(id, chosen))
    return [item for item in items if id(item) not in kept]
