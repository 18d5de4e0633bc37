"""A sandbox server for bots that are not ours, and no proxy between them."""

from collections.abc import AsyncIterator

import pytest

from tests.checked_server import CheckedServer
from tests.outside.visit import TOKEN
from tests.sandbox.raw_bot import StandingClock


@pytest.fixture
async def address(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """Where the server listens."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = CheckedServer(clock=StandingClock(), token=TOKEN)
    yield await server.start()
    await server.stop()
