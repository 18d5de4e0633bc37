"""A real database for the parts of the process, without a bot around them.

The whole bot against the sandbox is tests/running_cafe.py.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot import pacing
from bot.clock import MovableClock
from bot.health import Health
from bot.log_setup import configure_logging
from bot.pacing import ChatPace, EvenRow
from bot.patience import Patience
from bot.secret_source import SystemSecrets
from bot.settings import VARIABLES
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.bot.backed_up import House
from tests.bot.moment import Moment
from tests.counter import MORNING, a_staffed_file
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
def quick_chats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A chat's second is shorter; test_pacing.py and test_group_pace.py have the real one."""
    monkeypatch.setattr(pacing, "CHAT_INTERVAL_SECONDS", 0.02)
    monkeypatch.setattr(pacing, "GROUP_INTERVAL_SECONDS", 0.05)


@pytest.fixture
async def cafe(tmp_path: Path, quick_chats: None) -> AsyncIterator[RunningCafe]:
    """The whole bot against the sandbox, nobody in the cafe yet."""
    async with running_cafe(tmp_path) as cafe:
        yield cafe


@pytest.fixture
async def house(tmp_path: Path) -> House:
    """A cafe with staff."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(await asyncio.to_thread(a_staffed_file), folder / FILE_NAME)
    return House(folder, MovableClock(frozen_at=MORNING))


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Moment:
    """What paces of chats take for the present."""
    moment = Moment()
    monkeypatch.setattr(ChatPace, "_now", staticmethod(moment))
    monkeypatch.setattr(EvenRow, "_now", staticmethod(moment))
    return moment


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder to be in, and an empty environment."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    # Not tmp_path: on macOS that is too deep for a socket already.
    with TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.chdir(folder)
        yield Path(folder)
        monkeypatch.undo()
