"""A whole cafe that runs: sandbox server, bot and database in one process, over real HTTP.

Not here: the people (tests/people.py) and what they do (tests/journeys).
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
from pydantic import SecretStr

from bot.app import App
from bot.clock import MovableClock
from bot.sandbox.person import Person
from bot.sandbox.server import SandboxServer
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from loyalty.use_cases.staffing import MakeOwnerLink
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests.people import Customer, Staff

TOKEN = "123456:" + "a" * 35


class RunningCafe:
    """One cafe, one server, one bot; the bot can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.clock = MovableClock()
        self.folder = folder
        self.url = ""
        self._server = SandboxServer(clock=self.clock, token=TOKEN)
        self._http: aiohttp.ClientSession | None = None
        self._app: App | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def http(self) -> aiohttp.ClientSession:
        """The line to /sim."""
        assert self._http is not None
        return self._http

    @property
    def settings(self) -> Settings:
        """What the bot is started with."""
        return Settings(
            bot_token=SecretStr(TOKEN), data_dir=self.folder, telegram_api=self.url, telegram_link=self.url
        )

    async def open(self) -> None:
        """Server up, bot up."""
        self.url = await self._server.start()
        self._http = aiohttp.ClientSession(self.url)
        await self.starts_bot()

    async def close(self) -> None:
        """Bot down, server down."""
        await self.stops_bot()
        await self.http.close()
        await self._server.stop()

    async def starts_bot(self) -> None:
        """A bot on this cafe's data directory, polling."""
        self._app = App(self.settings, clock=self.clock, secrets=SystemSecrets())
        self._running = asyncio.create_task(self._app.run())
        polling = asyncio.create_task(self._app.polling.wait())
        await asyncio.wait([self._running, polling], return_when=asyncio.FIRST_COMPLETED)
        polling.cancel()
        if self._running.done():
            await self._running

    async def stops_bot(self) -> None:
        """A graceful stop, as SIGTERM asks for it."""
        if self._app is not None and self._running is not None:
            self._app.stop()
            await self._running
            self._app = self._running = None

    async def waits(self, **time: float) -> None:
        """Move the clock."""
        async with self.http.post("/sim/clock", json={"advance_seconds": timedelta(**time).total_seconds()}):
            pass

    async def quiet(self) -> None:
        """Wait until the bot has nothing more to do or say."""
        async with self.http.post("/sim/quiet", json={"seconds": 0.15, "timeout": 10}) as answer:
            assert answer.status == 200, await answer.text()

    async def breaks(self, kind: str, **fault: object) -> None:
        """A fault on demand."""
        async with self.http.post("/sim/faults", json={"kind": kind, **fault}) as answer:
            assert answer.status == 200, await answer.text()

    async def owner(self, name: str = "Olga") -> Staff:
        """Somebody opens the owner link and is the owner."""
        database = await SqliteDatabase.open(
            self.folder / FILE_NAME, clock=self.clock, secrets=SystemSecrets()
        )
        payload = await MakeOwnerLink(database, SystemSecrets())()
        await database.close()
        owner = await Staff.join(self.http, name)
        await owner.opens(f"{self.url}/one_more_cup_bot?start={payload}")
        await owner.starts()
        await owner.sees("You are the owner")
        return owner

    async def barista(self, owner: Staff, name: str = "Ben") -> Staff:
        """The owner invites, somebody comes, the owner says yes."""
        await owner.says("/invite")
        invite = await owner.sees("Send this link to the new barista")
        link = next(word for word in invite["text"].split() if "start=" in word)
        barista = await Staff.join(self.http, name)
        await barista.opens(link)
        await barista.starts()
        await owner.sees(f"{name} opened your invite")
        await owner.taps("Yes, let them in")
        await barista.sees("The owner let you in")
        return barista

    async def customer(self, name: str = "Anna", **more: object) -> Customer:
        """Somebody joins."""
        customer = await Customer.join(self.http, name, **more)
        await customer.joins()
        return customer

    async def people(self) -> dict[str, int]:
        """Everybody in the sandbox by first name."""
        async with self.http.get("/sim/state") as answer:
            return {one["first_name"]: one["id"] for one in (await answer.json())["people"]}

    async def group(self, title: str, members: Sequence[Person]) -> int:
        """A group of these people and the bot, which is no administrator there."""
        asked = {"title": title, "members": [one.id for one in members], "bot": "member"}
        async with self.http.post("/sim/groups", json=asked) as answer:
            return int((await answer.json())["id"])

    async def removes(self, name: str) -> None:
        """Somebody's role ends, as a later command will end it."""
        connection = sqlite3.connect(self.folder / FILE_NAME)
        connection.execute("UPDATE staff SET removed_at = 1 WHERE name = ?", (name,))
        connection.commit()
        connection.close()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What stands in the database."""
        connection = sqlite3.connect(self.folder / FILE_NAME)
        try:
            return connection.execute(query).fetchall()
        finally:
            connection.close()


@asynccontextmanager
async def running_cafe(folder: Path) -> AsyncIterator[RunningCafe]:
    """A cafe that is open for the length of a test."""
    cafe = RunningCafe(folder)
    await cafe.open()
    try:
        yield cafe
    finally:
        await cafe.close()
