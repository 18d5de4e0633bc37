"""A real database for the parts of the process, without a bot around them.

The whole bot against the sandbox is tests/running_cafe.py.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.health import Health
from bot.log_setup import configure_logging
from bot.patience import Patience
from bot.secret_source import SystemSecrets
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.running_cafe import RunningCafe, running_cafe


@pytest.fixture(scope="session", autouse=True)
def _plain_log() -> None:
    # Unconfigured, structlog draws each traceback with all locals of aiogram: nine seconds apiece.
    configure_logging("WARNING", "json")


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def database(tmp_path: Path, clock: MovableClock) -> AsyncIterator[SqliteDatabase]:
    opened = await SqliteDatabase.open(tmp_path / FILE_NAME, clock=clock, secrets=SystemSecrets())
    yield opened
    await opened.close()


@pytest.fixture
def health() -> Health:
    return Health()


@pytest.fixture
async def stop() -> asyncio.Event:
    return asyncio.Event()


@pytest.fixture
async def patience(health: Health, stop: asyncio.Event) -> Patience:
    return Patience(health, stop, first_delay=0.01)


@pytest.fixture
async def cafe(tmp_path: Path) -> AsyncIterator[RunningCafe]:
    """The whole bot against the sandbox, nobody in the cafe yet."""
    async with running_cafe(tmp_path) as cafe:
        yield cafe
