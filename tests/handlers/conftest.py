"""What the tests of screens share: the texts, read once, and the file of a staffed cafe.

Not here: the dispatcher (desk.py).
"""

import asyncio
from pathlib import Path

import pytest

from handlers.texts import Texts, Words
from storage.sqlite import FILE_NAME
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


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="session")
def words(texts: Texts) -> Words:
    return texts.in_language("en")
