"""The cafe that journeys are played in.

Not here: the journeys.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot import pacing
from tests.running_cafe import RunningCafe, running_cafe


@pytest.fixture(autouse=True)
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's second is shorter here; tests/bot/test_pacing.py has the real one."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)


@pytest_asyncio.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    """An open cafe, nobody in it yet."""
    async with running_cafe(tmp_path) as cafe:
        yield cafe
