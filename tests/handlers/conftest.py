"""What the tests of screens share: the texts, read once.

Not here: a database or a dispatcher.
"""

import pytest

from handlers.texts import Texts, Words


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="session")
def words(texts: Texts) -> Words:
    return texts.in_language("en")
