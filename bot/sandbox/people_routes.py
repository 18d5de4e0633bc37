"""What people do for themselves, over /sim: they join, write, tap, press, scan, block.

What that means stands in crowd and taps; groups have group_routes, looking and steering watch_routes.
"""

import time

from aiohttp import web

from bot.sandbox import crowd, taps
from bot.sandbox.asked import Deed, answering, number, text, who_and_where
from bot.sandbox.people import TapRecord
from bot.sandbox.picture import message_json, person_json
from bot.sandbox.refusals import Impossible, Json
from bot.sandbox.world import World


class PeopleRoutes:
    """The deeds of single people."""

    def __init__(self, *, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to for people."""
        deeds: dict[str, Deed] = {
            "people": self.join, "send": self.send, "open_link": self.open_link, "scan": self.scan,
            "start": self.start, "tap": self.tap, "press": self.press, "block": self.block,
            "unblock": self.unblock,
        }  # fmt: skip
        noted = self._world.transcript
        return [web.post(f"/sim/{name}", answering(name, deed, noted)) for name, deed in deeds.items()]

    async def join(self, asked: Json) -> Json:
        """A new person."""
        return person_json(crowd.join(self._world, asked))

    async def send(self, asked: Json) -> Json:
        """A message of a person."""
        person, chat = who_and_where(self._world, asked)
        return message_json(crowd.send(self._world, person, chat, asked))

    async def open_link(self, asked: Json) -> Json:
        """A person opens a link."""
        return {
            "pending_start": taps.open_link(
                self._world, self._world.person(asked.get("person")), text(asked, "link")
            )
        }

    async def scan(self, asked: Json) -> Json:
        """A person scans the picture in somebody's chat: phones are held up to each other."""
        person = self._world.person(asked.get("person"))
        chat = self._world.chats.get(int(number(asked, "chat")))
        record = chat and self._world.find_message(chat, asked.get("message"))
        if not record:
            raise Impossible("There is no such message to scan.")
        return {"text": taps.scan(self._world, person, record), "pending_start": person.pending_start}

    async def start(self, asked: Json) -> Json:
        """A person presses START."""
        return message_json(
            crowd.start(self._world, self._world.person(asked.get("person")), asked.get("payload"))
        )

    async def tap(self, asked: Json) -> Json:
        """A person taps a button and waits for the toast."""
        person, chat = who_and_where(self._world, asked)
        done = taps.tap(self._world, person, chat, asked)
        if not isinstance(done, TapRecord):
            return done
        end = time.monotonic() + number(asked, "wait", 5)
        while done.toast is None and not self._world.changes.closed and (left := end - time.monotonic()) > 0:
            await self._world.changes.wait(left)
        return {"query": done.id, "toast": done.toast}

    async def press(self, asked: Json) -> Json:
        """A person presses a button of the keyboard under the text box."""
        person, chat = who_and_where(self._world, asked)
        return message_json(crowd.press(self._world, person, chat, text(asked, "label")))

    async def block(self, asked: Json) -> Json:
        """A person blocks the bot."""
        crowd.block(self._world, self._world.person(asked.get("person")))
        return person_json(self._world.person(asked.get("person")))

    async def unblock(self, asked: Json) -> Json:
        """A person unblocks the bot."""
        crowd.unblock(self._world, self._world.person(asked.get("person")))
        return person_json(self._world.person(asked.get("person")))
