"""`python -m bot sandbox`: a Bot API server and the bot against it over HTTP, in one process, on one clock.

The bot is the one that `run` starts, told by settings alone: nothing in it knows of the sandbox.
"""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
from pydantic import ValidationError

from bot.app import App
from bot.clock import MovableClock
from bot.control import NobodyAnswersError, Reply, ask
from bot.data_dir_lock import DataDirLock
from bot.sandbox.person import Person
from bot.sandbox.server import SandboxServer
from bot.sandbox_cafe import set_up_cafe
from bot.sandbox_fresh import begin_anew
from bot.sandbox_hints import Hints
from bot.sandbox_place import SANDBOX_TOKEN, SERVER_DIR, sandbox_settings
from bot.secret_source import SystemSecrets
from bot.settings import SOCKET_NAME
from bot.stopping import EXIT_BUSY, EXIT_FAILED, EXIT_SETTINGS, CannotRun
from storage.sqlite import FILE_NAME

Say = Callable[[str], None]


async def run_sandbox(data_dir: Path, *, port: int, fresh: bool, empty: bool, say: Say) -> None:
    """Serve until SIGTERM or SIGINT, with a cafe in `data_dir`, an absolute path. Raises CannotRun."""
    hints = Hints(data_dir, port)
    if (aside := _take(data_dir, hints, fresh=fresh)) is not None:
        say(hints.put_aside(aside))
    clock = MovableClock()
    server = SandboxServer(clock=clock, token=SANDBOX_TOKEN, store=data_dir / SERVER_DIR)
    try:
        address = await server.start(port=port)
    except OSError as error:
        raise CannotRun(hints.port_refused(error), EXIT_FAILED) from None
    hints = Hints(data_dir, urlsplit(address).port or port)  # 0 asked for any; the page stays at this one
    server.start_again = hints.go_on
    try:
        app = App(sandbox_settings(data_dir, address), clock=clock, secrets=SystemSecrets())
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, app.stop)
        opening = _Opening(app, data_dir, address, hints, say)
        await _run_both(app, lambda: opening(empty=empty))
        say(hints.stopped)
    finally:
        await server.stop()


def _take(data_dir: Path, hints: Hints, *, fresh: bool) -> Path | None:
    """Make the folder, see that it can be worked in and by nobody else; where an old cafe was put aside.

    Raises CannotRun.
    """
    if (data_dir / FILE_NAME).exists() and not (data_dir / SERVER_DIR).is_dir():
        raise CannotRun(hints.real_cafe, EXIT_SETTINGS)
    try:
        sandbox_settings(data_dir)
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        with DataDirLock(data_dir):
            aside = begin_anew(data_dir) if fresh else None
        (data_dir / SERVER_DIR).mkdir(exist_ok=True)
        return aside
    except CannotRun:
        raise CannotRun(hints.running, EXIT_BUSY) from None
    except ValidationError:
        # What else the settings hold is ours.
        raise CannotRun(hints.folder_too_deep(), EXIT_SETTINGS) from None
    except OSError as error:
        raise CannotRun(hints.folder_refused(error), EXIT_SETTINGS) from None


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


@dataclass(frozen=True, slots=True)
class _Opening:
    """What happens once the bot polls: a cafe is set up if there is none, and its address said."""

    app: App
    data_dir: Path
    address: str
    hints: Hints
    say: Say

    async def __call__(self, *, empty: bool) -> None:
        """Raises CannotRun when that fails."""
        await self.app.polling.wait()
        try:
            await self._ready_cafe(empty=empty)
        except (AssertionError, NobodyAnswersError) as error:
            raise CannotRun(self.hints.set_up_failed(error), EXIT_FAILED) from None
        self.say(f"The sandbox is open: {self.address}")

    async def _ready_cafe(self, *, empty: bool) -> None:
        if not await self._has_people():
            self.say("Setting up a cafe ...")
            if not empty:
                await set_up_cafe(self.address, await self._ask_owner_link())
                return
            async with await Person.join(self.address, "Maria", note="opens the owner link"):
                pass
        if not await self._has_owner():
            self.say(self.hints.owner_link(await self._ask_owner_link()))
        elif empty:
            self.say(self.hints.not_empty)

    async def _has_people(self) -> bool:
        async with aiohttp.ClientSession(self.address) as session, session.get("/sim/state") as response:
            return bool((await response.json())["people"])

    async def _has_owner(self) -> bool:
        return bool((await self._ask("owners"))["owners"])

    async def _ask_owner_link(self) -> str:
        return str((await self._ask("owner-link"))["link"])

    async def _ask(self, command: str) -> Reply:
        return await asyncio.to_thread(ask, self.data_dir / SOCKET_NAME, command)
