"""A cafe whose bot is killed and comes back, while Telegram and the people live on.

Not here: what is drilled (test_kill.py).
"""

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from bot.clock import SystemClock
from bot.sandbox.world import World
from bot.secret_source import SystemSecrets
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.checked_server import CheckedServer
from tests.running_cafe import TOKEN, free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 90
"""Seconds for a process to come up or to end, on a machine that does other things too."""


class UnmovableClock(SystemClock):
    """The system's clock as the sandbox wants it; nobody moves it in a drill."""

    def advance(self, _: object) -> None:
        """Refused."""
        raise RuntimeError("a drill's clock is not moved")


class MortalCafe:
    """Server and people here, the bot in a child of the nursery."""

    def __init__(self, folder: Path, *, by_webhook: bool = False) -> None:
        self.folder = folder
        self._http_port = free_port() if by_webhook else 0
        self.kills = 0
        self.url = ""
        self.log = folder / "bot.log"
        self._server = CheckedServer(clock=UnmovableClock(), token=TOKEN)
        self._http: aiohttp.ClientSession | None = None
        self._nursery: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None
        self._pid = 0
        self._polling = asyncio.Event()
        self._ended = asyncio.Event()
        self.exit_code: int | None = None
        self._revive = False

    @property
    def http(self) -> aiohttp.ClientSession:
        """The line to /sim."""
        assert self._http is not None
        return self._http

    @property
    def world(self) -> World:
        """What the sandbox remembers."""
        return self._server.world

    async def open(self) -> None:
        """Server and nursery up, no bot yet."""
        self.url = await self._server.start()
        self._http = aiohttp.ClientSession(self.url)
        self._nursery = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.drills.nursery", cwd=ROOT,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        self._listening = asyncio.create_task(self._listen())

    async def close(self) -> None:
        """Everything down."""
        self._revive = False
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        assert self._listening is not None
        self._nursery.stdin.close()
        await self._nursery.wait()
        await self._listening
        await self.http.close()
        await self._server.stop()

    async def starts_bot(self, kill: tuple[str, int] | None = None) -> None:
        """A bot that polls; with `kill` it dies at that point and an immortal one takes its place."""
        self._revive = True
        await self._order(kill)
        await asyncio.wait_for(self._polling.wait(), PATIENCE)

    async def kills_bot(self) -> None:
        """SIGKILL, and the next bot polls."""
        self._polling.clear()
        os.kill(self._pid, signal.SIGKILL)
        await asyncio.wait_for(self._polling.wait(), PATIENCE)

    async def ends_bot(self, number: signal.Signals) -> int:
        """A signal, and no next bot; the exit code."""
        self._revive = False
        self._ended.clear()
        os.kill(self._pid, number)
        await asyncio.wait_for(self._ended.wait(), PATIENCE)
        assert self.exit_code is not None
        return self.exit_code

    async def quiet(self) -> None:
        """Wait until a living bot has nothing more to do."""
        for _ in range(200):
            await asyncio.wait_for(self._polling.wait(), PATIENCE)
            kills = self.kills
            async with self.http.post("/sim/quiet", json={"seconds": 0.2, "timeout": 3}) as answer:
                calm = answer.status == 200
            waiting = self.rows("SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'sending')")
            if calm and kills == self.kills and waiting == [(0,)]:
                return
        raise AssertionError("the bot never came to rest")

    async def owner_link(self) -> str:
        """The one-time link, written while no bot runs."""
        path = self.folder / FILE_NAME
        database = await SqliteDatabase.open(path, clock=SystemClock(), secrets=SystemSecrets())
        payload = await MakeOwnerLink(database, SystemSecrets())()
        await database.close()
        return f"{self.url}/one_more_cup_bot?start={payload}"

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What stands in the database."""
        connection = sqlite3.connect(self.folder / FILE_NAME)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    async def _order(self, kill: tuple[str, int] | None) -> None:
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        self._polling.clear()
        settings = {"token": TOKEN, "data_dir": str(self.folder), "api": self.url, "log": str(self.log)}
        settings["http_port"] = str(self._http_port)
        self._nursery.stdin.write(json.dumps({"settings": settings, "kill": kill}).encode() + b"\n")
        await self._nursery.stdin.drain()

    async def _listen(self) -> None:
        assert self._nursery is not None
        assert self._nursery.stdout is not None
        async for line in self._nursery.stdout:
            fact = json.loads(line)
            if "born" in fact:
                self._pid = fact["born"]
            elif "polling" in fact:
                self._polling.set()
            else:
                self.exit_code = fact["code"]
                self._ended.set()
                if fact["code"] == -signal.SIGKILL:
                    self.kills += 1
                if self._revive:
                    await self._order(None)


@asynccontextmanager
async def mortal_cafe(folder: Path, *, by_webhook: bool = False) -> AsyncIterator[MortalCafe]:
    """A cafe for the length of a drill."""
    cafe = MortalCafe(folder, by_webhook=by_webhook)
    await cafe.open()
    try:
        yield cafe
    finally:
        await cafe.close()
