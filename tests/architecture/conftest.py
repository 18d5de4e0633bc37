"""What the tests of the architecture leave behind: the trees of all sources.

Not here: what is read from them (sources.py).
"""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def _trees_stay() -> Iterator[None]:
    """A million nodes that stay: the tests that follow need not look through them for garbage."""
    yield
    gc.collect()
    gc.freeze()
