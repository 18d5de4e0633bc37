"""The people's side of the server: /sim, where a page or a test plays those who chat with the bot.

What they do stands in crowd and taps; here requests are read and answered.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp import web

from bot.sandbox import crowd, taps
from bot.sandbox.calls import CallLog
from bot.sandbox.people import ChatRecord, PersonRecord, TapRecord
from bot.sandbox.picture import chat_json, message_json, person_json, state_json
from bot.sandbox.refusals import Impossible, Json, Refusal
from bot.sandbox.world import World

Deed = Callable[[Json], Awaitable[object]]
BREATH, HEARTBEAT = 0.05, 15


class PeopleRoutes:
    """Everything under /sim."""

    def __init__(self, *, world: World, calls: CallLog) -> None:
        self._world = world
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to for people."""
        deeds: dict[str, Deed] = {
            "people": self.join, "groups": self.make_group, "send": self.send, "open_link": self.open_link,
            "scan": self.scan, "start": self.start, "tap": self.tap, "press": self.press, "block": self.block,
            "unblock": self.unblock, "clock": self.move_clock, "quiet": self.quiet, "faults": self.arm,
            "bot_status": self.set_bot_status,
        }  # fmt: skip
        return [
            *(web.post(f"/sim/{name}", _answering(deed)) for name, deed in deeds.items()),
            web.get("/sim/state", self.state),
            web.get("/sim/events", self.events),
            web.get("/sim/files/{file_id}", self.file),
            web.get("/sim/faults", self.faults),
            web.delete("/sim/faults", self.disarm),
            web.get("/sim/calls", self.calls),
        ]

    async def join(self, asked: Json) -> Json:
        """A new person."""
        return person_json(crowd.join(self._world, asked))

    async def make_group(self, asked: Json) -> Json:
        """A new group with the bot."""
        return chat_json(crowd.make_group(self._world, asked))

    async def send(self, asked: Json) -> Json:
        """A message of a person."""
        person, chat = self._where(asked)
        return message_json(crowd.send(self._world, person, chat, asked))

    async def open_link(self, asked: Json) -> Json:
        """A person opens a link."""
        return {"pending_start": taps.open_link(self._world, self._who(asked), _text(asked, "link"))}

    async def scan(self, asked: Json) -> Json:
        """A person scans the picture in somebody's chat: phones are held up to each other."""
        person = self._who(asked)
        chat = self._world.chats.get(int(_number(asked, "chat")))
        record = chat and self._world.find_message(chat, asked.get("message"))
        if not record:
            raise Impossible("There is no such message to scan.")
        return {"text": taps.scan(self._world, person, record), "pending_start": person.pending_start}

    async def start(self, asked: Json) -> Json:
        """A person presses START."""
        return message_json(crowd.start(self._world, self._who(asked), asked.get("payload")))

    async def tap(self, asked: Json) -> Json:
        """A person taps a button and waits for the toast."""
        person, chat = self._where(asked)
        done = taps.tap(self._world, person, chat, asked)
        if not isinstance(done, TapRecord):
            return done
        end = time.monotonic() + _number(asked, "wait", 5)
        while done.toast is None and not self._world.changes.closed and (left := end - time.monotonic()) > 0:
            await self._world.changes.wait(left)
        return {"query": done.id, "toast": done.toast}

    async def press(self, asked: Json) -> Json:
        """A person presses a button of the keyboard under the text box."""
        person, chat = self._where(asked)
        return message_json(crowd.press(self._world, person, chat, _text(asked, "label")))

    async def block(self, asked: Json) -> Json:
        """A person blocks the bot."""
        crowd.block(self._world, self._who(asked))
        return person_json(self._who(asked))

    async def unblock(self, asked: Json) -> Json:
        """A person unblocks the bot."""
        crowd.unblock(self._world, self._who(asked))
        return person_json(self._who(asked))

    async def set_bot_status(self, asked: Json) -> Json:
        """A member makes the bot administrator of a group, or takes that back, or removes or adds the bot."""
        person, chat = self._where(asked)
        crowd.set_bot_status(self._world, person, chat, _text(asked, "status"))
        return chat_json(chat)

    async def move_clock(self, asked: Json) -> Json:
        """The clock that bot and server share."""
        try:
            self._world.clock.advance(timedelta(seconds=_number(asked, "advance_seconds")))
        except OverflowError:
            raise Impossible("The clock can't move that far.") from None
        self._world.changes.happened()
        return {"now": self._world.clock.now().isoformat()}

    async def quiet(self, asked: Json) -> Json:
        """Wait until the bot has nothing to do."""
        seconds, patience = _number(asked, "seconds", 0.3), _number(asked, "timeout", 10)
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

    def _who(self, asked: Json) -> PersonRecord:
        return self._world.person(asked.get("person"))

    def _where(self, asked: Json) -> tuple[PersonRecord, ChatRecord]:
        person = self._who(asked)
        return person, self._world.seen_chat(asked.get("chat") or person.id, person)


def _answering(deed: Deed) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A route that reads a JSON object, does something with it and answers JSON."""

    async def answer(request: web.Request) -> web.Response:
        try:
            asked = await request.json() if request.body_exists else {}
        except ValueError:
            raise Impossible("The request is not JSON.") from None
        if not isinstance(asked, dict):
            raise Impossible("The request is not a JSON object.")
        return web.json_response(await deed(asked))

    return answer


def _text(asked: Json, name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise Impossible(f"The {name} is missing.")
    return value


def _number(asked: Json, name: str, usual: float | None = None) -> float:
    value = asked.get(name, usual)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise Impossible(f"{name} must be a number.")
    return value
