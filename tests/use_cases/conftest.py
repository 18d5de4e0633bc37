"""The cafe that every use-case test starts in; afterwards its books must balance.

Not here: stories.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests import books
from tests.counter import Cafe


@pytest.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[Cafe]:
    """A cafe with an owner and two baristas."""
    cafe = await Cafe.open_staffed(tmp_path)
    yield cafe
    await cafe.close()
    books.check(cafe.file(), deep=True)
