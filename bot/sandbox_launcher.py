"""`python -m bot sandbox`: a Bot API server and the bot against it over HTTP, in one process, on one clock.

The bot is the one that `run` starts, told by settings alone: nothing in it knows of the sandbox.
"""

import asyncio
import shutil
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Final

import aiohttp
from pydantic import SecretStr

from bot.app import App
from bot.clock import MovableClock
from bot.control import NobodyAnswersError, ask
from bot.data_dir_lock import DataDirLock
from bot.sandbox.person import Person
from bot.sandbox.server import SandboxServer
from bot.sandbox_cafe import set_up_cafe
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from bot.stopping import EXIT_FAILED, CannotRun
from storage.sqlite import FILE_NAME

Say = Callable[[str], None]

# No secret: it opens nothing but the server beside it.
SANDBOX_TOKEN: Final = "700000001:this-token-opens-the-sandbox-only"  # noqa: S105
_SERVER_DIR: Final = "server"
_CLOSED_BY_HAND: Final = (
    "Stopped. The cafe is kept; start again and it goes on, or with --fresh for a new one."
)


async def run_sandbox(data_dir: Path, *, port: int, fresh: bool, empty: bool, say: Say) -> None:
    """Serve until SIGTERM or SIGINT, with a cafe in `data_dir`, which exists. Raises CannotRun."""
    with DataDirLock(data_dir):
        if fresh:
            _clear(data_dir)
    clock = MovableClock()
    server = SandboxServer(clock=clock, token=SANDBOX_TOKEN, store=data_dir / _SERVER_DIR)
    try:
        address = await server.start(port=port)
    except OSError as error:
        raise CannotRun(
            f"Port {port} can't be used ({error.strerror}). Choose one with --port.", EXIT_FAILED
        ) from None
    try:
        settings = _settings(data_dir, address)
        app = App(settings, clock=clock, secrets=SystemSecrets())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, app.stop)
        await _run_both(app, lambda: _open(app, settings, address, empty=empty, say=say))
        say(_CLOSED_BY_HAND)
    finally:
        await server.stop()


async def _run_both(app: App, open_cafe: Callable[[], Coroutine[None, None, None]]) -> None:
    """The bot, and beside it the opening of the cafe. Raises CannotRun with why the bot ended."""
    reasons: list[CannotRun] = []

    async def note_reason(work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except CannotRun as reason:
            reasons.append(reason)
            app.stop()

    async with asyncio.TaskGroup() as group:
        opening = group.create_task(note_reason(open_cafe()))
        await note_reason(app.run())
        opening.cancel()
    if reasons:
        raise reasons[0]


async def _open(app: App, settings: Settings, address: str, *, empty: bool, say: Say) -> None:
    """Set the cafe up if there is none, and say where it is. Raises CannotRun when that fails."""
    await app.polling.wait()
    try:
        if not await _has_people(address):
            say("Setting up a cafe ...")
            link = await _ask_owner_link(settings)
            if empty:
                await _leave_one_visitor(address)
                say(f"Nobody runs this cafe yet. Whoever opens this link is its owner: {link}")
            else:
                await set_up_cafe(address, link)
        say(f"The sandbox is open: {address}")
    except (AssertionError, NobodyAnswersError) as error:
        raise CannotRun(
            f"The cafe could not be set up: {error} Start again with --fresh.", EXIT_FAILED
        ) from None


async def _has_people(address: str) -> bool:
    async with aiohttp.ClientSession(address) as session, session.get("/sim/state") as response:
        return bool((await response.json())["people"])


async def _ask_owner_link(settings: Settings) -> str:
    reply = await asyncio.to_thread(ask, settings.socket_path, "owner-link")
    return str(reply["link"])


async def _leave_one_visitor(address: str) -> None:
    async with await Person.join(address, "Maria", note="could be the owner"):
        pass


def _settings(data_dir: Path, address: str) -> Settings:
    return Settings(
        bot_token=SecretStr(SANDBOX_TOKEN), data_dir=data_dir, telegram_api=address, telegram_link=address
    )


def _clear(data_dir: Path) -> None:
    """Only what the sandbox itself has put there: the folder may be somebody's home."""
    for path in data_dir.glob(f"{FILE_NAME}*"):
        path.unlink()
    shutil.rmtree(data_dir / _SERVER_DIR, ignore_errors=True)
