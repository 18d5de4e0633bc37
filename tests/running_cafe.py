"""A whole cafe that runs: sandbox server, bot and database in one process, over real HTTP.

Not here: the people (tests/people.py) and what they do (tests/journeys).
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.app import App
from bot.clock import MovableClock
from bot.control import ask
from bot.sandbox.person import Person
from bot.secret_source import SystemSecrets
from bot.settings import Settings
from loyalty.use_cases.staff.staffing import MakeOwnerLink
from storage.sqlite import FILE_NAME, SqliteDatabase
from tests import databases
from tests.checked_server import CheckedServer
from tests.people import Customer, Message, Reader, Staff

TOKEN = "123456:" + "a" * 35


class RunningCafe:
    """One cafe, one server, one bot; the bot can be stopped and started again."""

    def __init__(
        self, folder: Path, token: str = TOKEN, *, by_webhook: bool = False, clock: MovableClock | None = None
    ) -> None:
        self.by_webhook = by_webhook
        """How updates come; it may be changed while no bot runs."""
        self.metrics = False
        """Whether they can be read; likewise."""
        self.http_port = free_port()
        self.clock = clock or MovableClock()
        self.folder = folder
        self.url = ""
        self.database_url: SecretStr | None = None
        """Where the data is; None: in the folder."""
        self._token = token
        self._server = CheckedServer(clock=self.clock, token=token)
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
            bot_token=SecretStr(self._token),
            data_dir=self.folder,
            database_url=self.database_url,
            telegram_api=self.url,
            telegram_link=self.url,
            webhook_url=self.webhook_url if self.by_webhook else None,
            http_port=self.http_port if self.by_webhook or self.metrics else 0,
            metrics="on" if self.metrics else "off",
        )

    @property
    def webhook_url(self) -> str:
        """Where this cafe's bot takes updates that are posted."""
        return f"http://127.0.0.1:{self.http_port}/telegram"

    async def open(self) -> None:
        """Server up, bot up."""
        if databases.on_postgres() and self.database_url is None:
            self.database_url = SecretStr(databases.settle_nobody(self.folder))
        self.url = await self._server.start()
        self._http = aiohttp.ClientSession(self.url)
        await self.starts_bot()

    async def close(self) -> None:
        """Bot down, server down."""
        await self.stops_bot()
        await self.closes_the_rest()

    async def closes_the_rest(self) -> None:
        """For a cafe whose bot did not start."""
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

    async def ends(self) -> None:
        """Wait until the bot ends by itself. Raises why."""
        assert self._running is not None
        running, self._app, self._running = self._running, None, None
        await asyncio.wait_for(running, 20)

    async def waits(self, **time: float) -> None:
        """Move the clock."""
        async with self.http.post("/sim/clock", json={"advance_seconds": timedelta(**time).total_seconds()}):
            pass

    async def quiet(self) -> None:
        """Wait until the bot has nothing more to do or say.

        A slow server can be silent for a while in the middle of something: what the bot has received and
        not done yet stands in its inbox.
        """
        for _ in range(20):
            async with self.http.post("/sim/quiet", json={"seconds": 0.15, "timeout": 10}) as answer:
                assert answer.status == 200, await answer.text()
            if self.rows("SELECT COUNT(*) FROM inbox WHERE state = 'waiting'") == [(0,)]:
                return

    async def breaks(self, kind: str, **fault: object) -> None:
        """A fault on demand."""
        async with self.http.post("/sim/faults", json={"kind": kind, **fault}) as answer:
            assert answer.status == 200, await answer.text()

    async def privacy(self, *, on: bool) -> None:
        """BotFather's privacy mode; the groups that the bot is in notice only when it is added anew."""
        async with self.http.post("/sim/privacy", json={"on": on}) as answer:
            assert answer.status == 200, await answer.text()

    async def limits(self, **limits: float | str) -> None:
        """Telegram's limits from now on: group_per_minute=20, per_chat_per_second=1, burst=5; or none.

        What comes too early is answered with 429. `clock` ("wall" or "sandbox") says which one judges.
        """
        async with self.http.post("/sim/limits", json=limits) as answer:
            assert answer.status == 200, await answer.text()

    async def most_a_minute(self, chat: int) -> int:
        """The most sends and edits of the bot to a chat in any 60 seconds so far, by either clock."""
        async with self.http.get("/sim/state") as answer:
            pace = (await answer.json())["pace"].get(str(chat))
        return max(pace["most_in_60s"].values()) if pace else 0

    async def transcript(self) -> list[dict[str, Any]]:
        """Everything that the server saw, in order: lines with `deed` (of a `person`) or `call` (of the bot).

        Both have `n`, `at`, `wall` (real seconds), `ok` and, where it fits, `chat`, `message`, `text`; calls
        have `buttons` (rows of labels) and `error`, taps `label` and `toast`.
        """
        async with self.http.get("/sim/transcript") as answer:
            lines: list[dict[str, Any]] = (await answer.json())["lines"]
        return lines

    async def taps(self) -> dict[int, int]:
        """How often each person has tapped so far, by their id, as the server counts it."""
        async with self.http.get("/sim/transcript") as answer:
            people = (await answer.json())["people"]
        return {int(person): counts["taps"] for person, counts in people.items()}

    async def owner(self, name: str = "Olga", **more: Any) -> Staff:
        """Somebody opens the owner link and is the owner."""
        owner = await Staff.join(self.http, name, **more)
        await owner.opens(await self.owner_link())
        await owner.starts()
        await owner.reads("staff-greeting")
        return owner

    async def owner_link(self) -> str:
        """The one-time link that the terminal prints."""
        if databases.on_postgres():  # the running bot alone works on it
            return str((await asyncio.to_thread(ask, self.settings.socket_path, "owner-link"))["link"])
        database = await SqliteDatabase.open(
            self.folder / FILE_NAME, clock=self.clock, secrets=SystemSecrets()
        )
        payload = await MakeOwnerLink(database, SystemSecrets())()
        await database.close()
        return f"{self.url}/one_more_cup_bot?start={payload}"

    async def barista(self, owner: Staff, name: str = "Ben", **more: Any) -> Staff:
        """The owner invites, somebody comes, the owner says yes."""
        asked = await owner.says("/invite")
        invite = await reads_after(owner, "invite-link", asked)
        link = next(word for word in invite["text"].split() if "start=" in word)
        barista = await Staff.join(self.http, name, **more)
        await barista.opens(link)
        await barista.starts()
        came = await reads_after(owner, "invite-came", invite)
        await owner.chooses("button-invite-accept", came)
        await barista.reads("notice-accepted")
        return barista

    async def customer(self, name: str = "Anna", **more: Any) -> Customer:
        """Somebody joins."""
        customer = await Customer.join(self.http, name, **more)
        await customer.joins()
        return customer

    async def people(self) -> dict[str, int]:
        """Everybody in the sandbox by first name."""
        async with self.http.get("/sim/state") as answer:
            return {one["first_name"]: one["id"] for one in (await answer.json())["people"]}

    async def group(
        self, title: str, members: Sequence[Person], *, bot: str = "member", **more: object
    ) -> int:
        """A group, made by the first of these people, with the bot as member, administrator or not ("left").

        More: type="supergroup", is_forum=True. What people then do with it: Person.joins_group and others.
        """
        asked = {"title": title, "members": [one.id for one in members], "bot": bot, **more}
        async with self.http.post("/sim/groups", json=asked) as answer:
            return int((await answer.json())["id"])

    async def removes(self, name: str) -> None:
        """Somebody's role ends, as a later command will end it."""
        with databases.raw(self.folder) as connection:
            connection.execute("UPDATE staff SET removed_at = 1 WHERE name = ?", (name,))

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """What stands in the database."""
        return list(databases.rows(self.folder, query))


def free_port() -> int:
    """A port on this machine at which nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


async def reads_after(reader: Reader, key: str, asked: Message) -> Message:
    """A message that says this and came after another one: the second invite is not the first."""
    for _ in range(250):
        message = await reader.reads(key)
        if message["message_id"] > asked["message_id"]:
            return message
        await asyncio.sleep(0.02)
    raise AssertionError(f"{reader.first_name} got no new {key}: {await reader.chat()}")


@asynccontextmanager
async def running_cafe(
    folder: Path, token: str = TOKEN, *, by_webhook: bool = False, clock: MovableClock | None = None
) -> AsyncIterator[RunningCafe]:
    """A cafe that is open for the length of a test; with another token it has another bot."""
    cafe = RunningCafe(folder, token, by_webhook=by_webhook, clock=clock)
    await cafe.open()
    try:
        yield cafe
    finally:
        await cafe.close()
