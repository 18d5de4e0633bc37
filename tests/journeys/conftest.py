"""The cafe that journeys are played in.

Not here: the journeys.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot import pacing
from bot.clock import MovableClock
from handlers.labels import ALONE, SHARED
from storage import postgres
from tests.running_cafe import RunningCafe, running_cafe


@pytest.fixture(autouse=True)
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's pace is quicker here; tests/bot/test_pacing.py and test_group_pace.py have the real one."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)
    monkeypatch.setattr(pacing, "GROUP_INTERVAL_SECONDS", 0.05)


@pytest.fixture(autouse=True)
def whole_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """On PostgreSQL a race leaves a gap in the receipts' numbers, and journeys name them: one writer here."""
    monkeypatch.setattr(postgres, "WRITERS", 1)


@pytest_asyncio.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    """An open cafe, nobody in it yet. Whatever is played there: its buttons fit a small phone."""
    async with running_cafe(tmp_path, clock=MovableClock(offset=_until_nine())) as cafe:
        yield cafe
        rows = [row for line in await cafe.transcript() for row in line.get("buttons") or []]
        assert [row for row in rows if max(map(len, row)) > (SHARED if len(row) > 1 else ALONE)] == []


def _until_nine() -> timedelta:
    """To the next nine in the morning, UTC: whatever a story lasts, it ends on the day on which it began."""
    now = datetime.now(UTC)
    nine = now.replace(hour=9, minute=0, second=0, microsecond=0)
    return nine - now if now < nine else nine + timedelta(days=1) - now
