"""The sandbox server: a Bot API and its people, on this machine only.

It knows nothing of the bot that talks to it; both are given the same clock.
"""

import ipaddress
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.sandbox.api_routes import BotApi
from bot.sandbox.calls import CallLog
from bot.sandbox.clock import Clock
from bot.sandbox.group_routes import GroupRoutes
from bot.sandbox.people import BotRecord
from bot.sandbox.people_routes import PeopleRoutes
from bot.sandbox.refusals import Impossible, Refusal
from bot.sandbox.store import Store
from bot.sandbox.watch_routes import WatchRoutes
from bot.sandbox.webhook import WebhookPost
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
MOST_BYTES = 64 * 1024 * 1024
GRACE = 1.0
LOOPBACK_NAMES = {"localhost", "127.0.0.1", "[::1]"}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SandboxServer:
    """Telegram for one bot, for playing and for tests."""

    def __init__(
        self,
        *,
        clock: Clock,
        token: str,
        bot_username: str = "one_more_cup_bot",
        bot_name: str = "One More Cup",
        store: Path | None = None,
    ) -> None:
        bot_id, _, secret = token.partition(":")
        if not bot_id.isdecimal() or not secret:
            raise ValueError("A bot token looks like 123456:letters-and-digits.")
        bot = BotRecord(int(bot_id), bot_username, bot_name)
        self._world = World(clock=clock, bot=bot, store=store)
        self._store = None if store is None else Store(world=self._world, folder=store)
        calls = CallLog()
        self._people = PeopleRoutes(world=self._world)
        self._groups = GroupRoutes(world=self._world)
        self._watch = WatchRoutes(world=self._world, calls=calls)
        self._api = BotApi(world=self._world, token=token, calls=calls, keep=self._keep)
        self._post = WebhookPost(world=self._world)
        self._runner: web.AppRunner | None = None

    @property
    def start_again(self) -> str:
        """The command that the page names when the sandbox is gone; '' when nobody has said."""
        return self._world.start_again

    @start_again.setter
    def start_again(self, command: str) -> None:
        self._world.start_again = command

    async def start(self, *, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen on this machine; the base address. Raises ValueError for any other host."""
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            raise ValueError(f"The sandbox listens on this machine only, not on {host}.")
        if self._store is not None:
            self._store.load()
            self._world.changes.listen(self._store.changed)
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=GRACE)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self._post.start()
        bound = self._runner.addresses[0][1]
        return f"http://[{host}]:{bound}" if ":" in host else f"http://{host}:{bound}"

    async def stop(self) -> None:
        """Answer who still waits, stop listening, keep the state. A stopped server isn't started again."""
        self._world.changes.close()
        await self._post.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._store is not None:
            self._store.save(clean=True)

    def _keep(self) -> None:
        if self._store is not None:
            self._store.flush()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=MOST_BYTES, middlewares=[_only_here, _in_words])
        for part in (self._api, self._people, self._groups, self._watch):
            app.add_routes(part.routes())
        # A deep link may lead here instead of to t.me: then the page asks who opens it.
        for path in ("/", f"/{self._world.bot.username}"):
            app.router.add_get(path, _page)
        app.router.add_static("/page/", PAGE)
        return app


async def _page(_request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})


@web.middleware
async def _only_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse pages of other sites whose name was made to point at this machine."""
    if request.host.rpartition(":")[0] not in LOOPBACK_NAMES and request.host not in LOOPBACK_NAMES:
        raise web.HTTPForbidden(text="The sandbox answers on this machine only.")
    return await handler(request)


@web.middleware
async def _in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What a person can't do is said in a sentence."""
    try:
        return await handler(request)
    except (Impossible, Refusal) as refusal:
        return web.json_response({"error": str(refusal)}, status=400)
