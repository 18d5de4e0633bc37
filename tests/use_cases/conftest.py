"""The cafe that every use-case test starts in; afterwards its books must balance.

Not here: stories.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.sqlite import FILE_NAME
from tests import books
from tests.counter import Cafe, a_staffed_file


@pytest.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[Cafe]:
    """A cafe with an owner and two baristas."""
    shutil.copy(await asyncio.to_thread(a_staffed_file), tmp_path / FILE_NAME)
    cafe = await Cafe.open(tmp_path)
    yield cafe
    await cafe.close()
    books.check(cafe.database.path, deep=True)
