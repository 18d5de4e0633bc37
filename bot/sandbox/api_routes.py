"""The bot's side of the server: /bot<token>/<method> and /file/bot<token>/<path>.

What a method does stands in the methods_* modules, what people do in crowd and taps.
"""

import time
from collections.abc import Callable
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from bot.sandbox import methods_bot, methods_chat, methods_edit, methods_send
from bot.sandbox.calls import CallLog
from bot.sandbox.faults import Fault, refusal_of
from bot.sandbox.methods import METHODS, Doing
from bot.sandbox.params import Call, read_call
from bot.sandbox.refusals import Json, Refusal, unsupported
from bot.sandbox.schema import check_call, method_names
from bot.sandbox.world import World

# Importing them enters their methods in the table.
FILLED_BY = (methods_bot, methods_chat, methods_edit, methods_send)
LONGEST_POLL = 50


class BotApi:
    """The Bot API for one bot."""

    def __init__(self, *, world: World, token: str, calls: CallLog, keep: Callable[[], None]) -> None:
        """`keep` makes sure that what was changed outlives a kill."""
        self._world = world
        self._keep = keep
        self._token = token
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        """What the server listens to for the bot."""
        return [
            web.route("*", "/bot{token}/{method}", self.answer),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """One call, answered as Telegram would."""
        refusal = self._stranger(request.match_info["token"])
        if refusal is not None:
            return _said(refusal)
        name = method_names().get(request.match_info["method"].lower())
        if name is None or request.method not in {"GET", "POST"}:
            return _said(Refusal(404, "Not Found: method not found"))
        self._calls.begins(name)
        try:
            return await self._answer(request, name)
        finally:
            self._calls.ends(name)

    async def _answer(self, request: web.Request, name: str) -> web.StreamResponse:
        call = Call()
        given: Json | None = None
        fault: Fault | None = None
        try:
            call = await read_call(request)
            fault = self._world.faults.strikes_call(name, call.params.get("chat_id"))
            if fault is not None and (struck := refusal_of(fault)):
                raise struck
            if fault is not None and fault.kind == "hang" and await self._hangs(request, fault.seconds):
                return web.Response()
            given = check_call(name, call.params, set(call.uploads))
            result = await self._carry_out(name, given, call)
            # A bot notes what was answered: a kill between answer and snapshot would lose its message.
            self._keep()
        except Refusal as refusal:
            self._note(name, call, given, None, refusal)
            return _said(refusal)
        self._note(name, call, given, result, None)
        if fault is not None and fault.kind == "answer_lost":
            _cut(request)
        return web.json_response({"ok": True, "result": result}, headers=self._dated())

    def _dated(self) -> dict[str, str]:
        """Telegram's servers name their own time, which here is the clock that people move."""
        return {"Date": format_datetime(self._world.now(), usegmt=True)}

    async def _carry_out(self, name: str, given: Json, call: Call) -> Any:
        if name == "getUpdates":
            return await self._world.queue.fetch(
                offset=given.get("offset", 0),
                limit=given.get("limit", 100),
                timeout=min(max(given.get("timeout", 0), 0), LONGEST_POLL),
                allowed=given.get("allowed_updates"),
            )
        if name not in METHODS:
            raise unsupported(f"method {name}")
        self._world.limits.count(name, given)
        return METHODS[name](Doing(self._world, given, call.uploads))

    def _note(self, name: str, call: Call, given: Json | None, result: Any, refusal: Refusal | None) -> None:
        self._calls.write(self._world.now().isoformat(), name, call, refusal)
        if name == "getUpdates":
            return
        if given is None:  # refused before it was looked at
            try:
                given = check_call(name, call.params, set(call.uploads))
            except Refusal:
                given = {}
        self._world.transcript.call(name, given, result, refusal)

    async def _hangs(self, request: web.Request, seconds: float) -> bool:
        """Say nothing for that long; whether the bot has hung up meanwhile, so that nothing is to be done."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self._world.changes.closed:
            await self._world.changes.wait(left)
        return self._world.changes.closed or request.transport is None or request.transport.is_closing()

    async def file(self, request: web.Request) -> web.Response:
        """The bytes at a path that getFile told."""
        refusal = self._stranger(request.match_info["token"])
        record = self._world.files.by_path(request.match_info["path"])
        if refusal is not None or record is None:
            return _said(refusal or Refusal(404, "Not Found"))
        try:
            content = self._world.files.read(record)
        except Refusal:
            return _said(Refusal(404, "Not Found"))
        return web.Response(body=content, content_type=record.mime_type or "application/octet-stream")

    def _stranger(self, token: str) -> Refusal | None:
        if token == self._token:
            return None
        bot_id, _, secret = token.partition(":")
        # The true server tells a token that can't be one from one that is not valid.
        return Refusal(401, "Unauthorized") if bot_id.isdecimal() and secret else Refusal(404, "Not Found")


def _said(refusal: Refusal) -> web.Response:
    return web.json_response(refusal.as_json(), status=refusal.code)


def _cut(request: web.Request) -> None:
    """The call was carried out, but its answer never arrives."""
    if request.transport is not None:
        request.transport.abort()
