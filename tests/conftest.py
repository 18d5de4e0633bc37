"""Options of the suite.

Not here: fixtures; each folder has its own.
"""

import pytest

ROUNDS_IN_CI = 20


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make drill` asks for 200."""
    parser.addoption("--rounds", type=int, default=ROUNDS_IN_CI, help="rounds of the kill drill")
