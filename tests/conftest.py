"""Options of the suite.

Not here: fixtures; each folder has its own.
"""

import pytest

ROUNDS_IN_CI = 12
ABSURD_IN_CI = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make drill` asks for 200 rounds, `make day` for 120 visits."""
    parser.addoption("--rounds", type=int, default=ROUNDS_IN_CI, help="rounds of the kill drill")
    parser.addoption("--absurd", type=int, default=ABSURD_IN_CI, help="rounds of absurd updates, 42 in each")
    parser.addoption("--visits", type=int, help="play a day with so many visits at the counter, and report")
