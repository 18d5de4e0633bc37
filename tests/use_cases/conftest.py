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
from tests.counter import Cafe, PredictableSecrets


@pytest.fixture(scope="session")
def staffed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a cafe with an owner and two baristas, made once."""
    folder = tmp_path_factory.mktemp("staffed")

    async def hire() -> None:
        cafe = await Cafe.open(folder, secrets=PredictableSecrets("hiring"))
        await cafe.hires()
        await cafe.close()

    asyncio.run(hire())
    return folder / FILE_NAME


@pytest.fixture
async def cafe(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Cafe]:
    """A cafe with an owner and two baristas."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    cafe = await Cafe.open(tmp_path)
    yield cafe
    await cafe.close()
    books.check(cafe.database.path, deep=True)
