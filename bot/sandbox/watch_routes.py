"""Looking at the sandbox and steering it, over /sim: state, events, transcript, clock, faults, limits.

What people do stands in people_routes and group_routes.
"""

import asyncio
import json
import time
from datetime import timedelta

from aiohttp import web

from bot.sandbox.asked import Deed, answering, number, who_and_where
from bot.sandbox.calls import CallLog
from bot.sandbox.command_menus import offered_commands
from bot.sandbox.picture import state_json
from bot.sandbox.refusals import Impossible, Json, Refusal
from bot.sandbox.schema import check_value
from bot.sandbox.world import World

BREATH, HEARTBEAT = 0.05, 15


class WatchRoutes:
    """What a page or a test asks that is no deed of a person."""

    def __init__(self, *, world: World, calls: CallLog) -> None:
        self._world = world
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to."""
        orders: dict[str, Deed] = {
            "clock": self.move_clock, "quiet": self.quiet, "faults": self.arm, "limits": self.set_limits,
            "privacy": self.set_privacy, "menu": self.menu, "updates": self.bring,
        }  # fmt: skip
        return [
            *(web.post(f"/sim/{name}", answering(name, order)) for name, order in orders.items()),
            web.get("/sim/state", self.state),
            web.get("/sim/events", self.events),
            web.get("/sim/files/{file_id}", self.file),
            web.get("/sim/faults", self.faults),
            web.delete("/sim/faults", self.disarm),
            web.get("/sim/calls", self.calls),
            web.get("/sim/transcript", self.transcript),
            web.get("/sim/pace/{chat}", self.pace),
        ]

    async def move_clock(self, asked: Json) -> Json:
        """The clock that bot and server share."""
        try:
            self._world.clock.advance(timedelta(seconds=number(asked, "advance_seconds")))
        except OverflowError:
            raise Impossible("The clock can't move that far.") from None
        self._world.changes.happened()
        return {"now": self._world.clock.now().isoformat()}

    async def quiet(self, asked: Json) -> Json:
        """Wait until the bot has nothing to do."""
        seconds, patience = number(asked, "seconds", 0.3), number(asked, "timeout", 10)
        end = time.monotonic() + patience
        while not (self._world.queue.settled and self._calls.quiet_for() >= seconds):
            if time.monotonic() > end or self._world.changes.closed:
                raise Impossible(f"The bot did not come to rest within {patience:g} seconds.")
            await asyncio.sleep(BREATH / 2)
        return {"quiet": True}

    async def arm(self, asked: Json) -> Json:
        """A fault that shall strike."""
        self._world.faults.arm(asked)
        self._world.changes.happened()
        return {"faults": self._world.faults.as_json()}

    async def bring(self, asked: Json) -> Json:
        """Updates that nobody here can cause, such as a boost: {"updates": [...]} of the Bot API's form."""
        updates = asked.get("updates")
        if not isinstance(updates, list) or not all(isinstance(one, dict) for one in updates):
            raise Impossible("updates must be a list of updates.")
        for content in updates:
            check_value({"update_id": 1, **content}, ["Update"], "updates")
        return {"update_ids": [self._world.queue.bring(content) for content in updates]}

    async def disarm(self, _request: web.Request) -> web.Response:
        """No more faults."""
        self._world.faults.clear()
        self._world.changes.happened()
        return web.json_response({"faults": {}})

    async def faults(self, _request: web.Request) -> web.Response:
        """What is armed."""
        return web.json_response({"faults": self._world.faults.as_json()})

    async def calls(self, _request: web.Request) -> web.Response:
        """What the bot has called."""
        return web.json_response(self._calls.as_json())

    async def state(self, request: web.Request) -> web.Response:
        """Everything there is to see, or with ?person=<id> what that person sees.

        With ?after=<version>&wait=<seconds> it waits for something newer.
        """
        try:
            end = time.monotonic() + float(request.query.get("wait", 0))
            after = int(request.query.get("after", -1))
            only = int(request.query["person"]) if "person" in request.query else None
        except ValueError:
            raise Impossible("after, wait and person are numbers.") from None
        while self._world.changes.version <= after and not self._world.changes.closed:
            if (left := end - time.monotonic()) <= 0:
                break
            await self._world.changes.wait(left)
        return web.json_response(state_json(self._world, only))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """The version after any change, as server-sent events."""
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        told = -1
        try:
            while not self._world.changes.closed:
                if self._world.changes.version != told:
                    told = self._world.changes.version
                    await response.write(f"data: {json.dumps({'version': told})}\n\n".encode())
                    await asyncio.sleep(BREATH)
                elif not await self._world.changes.wait(HEARTBEAT):
                    await response.write(b": still here\n\n")
        except ConnectionError:
            pass  # the page was closed
        return response

    async def file(self, request: web.Request) -> web.Response:
        """A picture or document for the page."""
        try:
            record = self._world.files.find(request.match_info["file_id"])
            content = self._world.files.read(record)
        except Refusal as refusal:
            raise Impossible(refusal.description) from None
        is_picture = record.kind == "photo"
        kind = f"image/{record.path.rpartition('.')[2]}" if is_picture else record.mime_type
        return web.Response(body=content, content_type=kind or "application/octet-stream")

    async def set_limits(self, asked: Json) -> Json:
        """Telegram's limits from now on: {"group_per_minute": 20, "per_chat_per_second": 1}; {} for none.

        More: `burst` (5) messages at once, `clock` ("wall" or "sandbox") by which they are judged.
        """
        self._world.limits.set(asked)
        return self._world.limits.settings()

    async def set_privacy(self, asked: Json) -> Json:
        """Whoever made the bot turns its privacy mode on or off; groups that it is in don't notice."""
        self._world.bot.privacy = bool(asked.get("on"))
        self._world.changes.happened()
        return {"on": self._world.bot.privacy}

    async def menu(self, asked: Json) -> Json:
        """The commands that a person's phone offers in a chat."""
        person, chat = who_and_where(self._world, asked)
        return {"commands": offered_commands(self._world.bot, person, chat)}

    async def transcript(self, _request: web.Request) -> web.Response:
        """All that people did and the bot called, in order, and how often each person tapped."""
        return web.json_response(self._world.transcript.as_json())

    async def pace(self, request: web.Request) -> web.Response:
        """When something was sent to a chat or edited there."""
        try:
            chat_id = int(request.match_info["chat"])
        except ValueError:
            raise Impossible("A chat is a number.") from None
        return web.json_response(self._world.limits.moments(chat_id))
