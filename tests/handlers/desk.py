"""The handlers at work: all routers, a real database, Telegram played over HTTP by the sandbox.

Not here: inbox, sender and scheduler; journeys through those are in tests/journeys.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update

from bot.edition import this_edition
from bot.provisions import provide
from bot.sandbox.person import Person
from handlers.outgoing import OutgoingMessage
from handlers.routers import create_root_router
from handlers.sending import send
from handlers.texts import Texts
from tests.checked_server import CheckedServer
from tests.counter import Cafe

TOKEN = "123456:" + "a" * 35


class Desk:
    """One bot's handlers, fed by hand or by what people do."""

    def __init__(self, cafe: Cafe, bot: Bot, dispatcher: Dispatcher, http: aiohttp.ClientSession) -> None:
        self.cafe = cafe
        self.http = http
        self._bot = bot
        self._dispatcher = dispatcher
        self._number = 1_000_000

    async def joins(self, who: Any) -> Person:
        """Somebody with a phone in the sandbox; START is pressed, nothing is handled yet."""
        person = await Person.join(self.http, who.name, id=who.telegram_id, language_code=who.language)
        await person.starts()
        return person

    async def group(self, *members: Any) -> int:
        """A group chat with the bot in it."""
        asked = {"title": "Counter", "members": [member.telegram_id for member in members]}
        async with self.http.post("/sim/groups", json=asked) as response:
            chat: dict[str, Any] = await response.json()
        return int(chat["id"])

    async def shows(self, who: Any, message: OutgoingMessage) -> None:
        """The bot sends somebody a drawing."""
        await send(self._bot, who.telegram_id, message)

    async def handles(self, **event: Any) -> None:
        """One update made by hand, such as no honest client would send."""
        self._number += 1
        raw = {"update_id": self._number, **event}
        await self._dispatcher.feed_update(self._bot, Update.model_validate(raw, context={"bot": self._bot}))

    async def handles_all(self) -> None:
        """Everything that waits, one by one."""
        updates = await self._bot.get_updates()
        while updates:
            for update in updates:
                await self._dispatcher.feed_update(self._bot, update)
            updates = await self._bot.get_updates(offset=updates[-1].update_id + 1)

    async def keeps_handling(self) -> None:
        """Handle what people do while somebody waits for a toast."""
        while True:
            await self.handles_all()
            await asyncio.sleep(0.01)

    async def calls(self, *methods: str) -> list[dict[str, Any]]:
        """What the bot asked of Telegram, in order."""
        async with self.http.get("/sim/calls") as response:
            calls: list[dict[str, Any]] = await response.json()
        return [call for call in calls if call["method"] in methods]

    async def breaks(self, kind: str, **more: Any) -> None:
        """Arm a fault."""
        async with self.http.post("/sim/faults", json={"kind": kind, **more}) as response:
            assert response.status == 200, await response.text()


@asynccontextmanager
async def open_desk(folder: Path) -> AsyncIterator[Desk]:
    """The cafe of this folder behind the handlers."""
    cafe = await Cafe.open(folder)
    server = CheckedServer(clock=cafe.clock, token=TOKEN)
    base = await server.start()
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    provided = provide(
        cafe.database, cafe.secrets, Texts(), "https://t.me/one_more_cup_bot", edition=this_edition("SQLite")
    )
    dispatcher = Dispatcher(**provided)
    dispatcher.include_router(create_root_router())
    try:
        async with aiohttp.ClientSession(base) as http:
            yield Desk(cafe, bot, dispatcher, http)
    finally:
        await bot.session.close()
        await cafe.close()
        await server.stop()


def message_by(sender: dict[str, Any], text: str, *, chat: int, **more: Any) -> dict[str, Any]:
    """A message as Telegram would deliver it."""
    kind = "private" if chat > 0 else "group"
    place = {"id": chat, "type": kind, "title": "Group"}
    return {"message_id": 900, "date": 1_741_941_000, "chat": place, "from": sender, "text": text, **more}


def sent_by(who: Any) -> dict[str, Any]:
    """A person as Telegram names the sender."""
    return {"id": who.telegram_id, "is_bot": False, "first_name": who.name, "language_code": who.language}


def tap_by(who: Any, data: str) -> dict[str, Any]:
    """A tap with data that nobody's screen shows."""
    chat = {"id": who.telegram_id, "type": "private"}
    under = {"message_id": 1, "date": 0, "chat": chat}
    return {"id": "1", "from": sent_by(who), "chat_instance": "1", "message": under, "data": data}
