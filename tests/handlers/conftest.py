"""What the tests of screens share: texts and a staffed cafe's file, each made once, and the handlers at work.

Not here: what the handlers are at work with (desk.py).
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.texts import Texts, Words
from storage.sqlite import FILE_NAME
from tests.counter import a_staffed_file
from tests.handlers.desk import Desk, open_desk


@pytest.fixture(scope="session")
def staffed_file() -> Path:
    """The file of a cafe with an owner and two baristas, made once."""
    return a_staffed_file()


@pytest.fixture
async def desk(staffed_file: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """The handlers in that cafe."""
    shutil.copy(staffed_file, tmp_path / FILE_NAME)
    async with open_desk(tmp_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="session")
def words(texts: Texts) -> Words:
    return texts.in_language("en")
