"""The bot's own small server: health and metrics for machines, and the webhook for Telegram.

Not here: what is reported (health_report.py, metrics.py) and what becomes of an update (webhook.py). TLS is a
proxy's business.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final, Protocol

import structlog
from aiohttp import web

from bot.settings import Settings
from bot.stopping import EXIT_FAILED, CannotRun
from bot.webhook_address import HEALTH_PATH, METRICS_PATH, path_of

_log = structlog.get_logger(__name__)

MOST_BYTES: Final = 1024 * 1024
"""Telegram's updates are of a few kilobytes."""
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
_GRACE_SECONDS: Final = 2.0
_WELL: Final = 200
_NOT_WELL: Final = 503

Report = Callable[[], Awaitable[dict[str, Any]]]
Exposition = Callable[[], Awaitable[tuple[bytes, str]]]
"""The metrics as text, and its type."""


class Receiver(Protocol):
    """Takes what is posted."""

    def knows(self, secret: str | None) -> bool:
        """Whether whoever posts is Telegram."""
        ...

    async def receive(self, body: bytes) -> int:
        """The status to answer with."""
        ...


class HttpServer:
    """Listens from `start` to `stop`."""

    def __init__(self, settings: Settings, report: Report, exposition: Exposition | None) -> None:
        self._host = settings.http_host
        self._port = settings.http_port
        self._report = report
        self._exposition = exposition
        self._receiver: Receiver | None = None
        self._runner = web.AppRunner(
            self._app(settings.webhook_url), access_log=None, shutdown_timeout=_GRACE_SECONDS
        )

    async def start(self) -> None:
        """Raises CannotRun when the port can't be had."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            sentence = f"Nothing can listen at {self._host}, port {self._port} ({error.strerror})."
            raise CannotRun(
                f"{sentence} Choose another HTTP_PORT, or look at HTTP_HOST.", EXIT_FAILED
            ) from None
        _log.info("http_listening", host=self._host, port=self._port)

    def open_for(self, receiver: Receiver) -> None:
        """From now on what is posted goes there; before that Telegram has to come again."""
        self._receiver = receiver

    async def stop(self) -> None:
        """Listen no more; answers that are under way get their moment."""
        await self._runner.cleanup()

    def _app(self, webhook_url: str | None) -> web.Application:
        app = web.Application(client_max_size=MOST_BYTES)
        app.router.add_get(HEALTH_PATH, self._tell_health)
        if self._exposition is not None:
            app.router.add_get(METRICS_PATH, self._tell_metrics)
        if webhook_url is not None:
            app.router.add_post(path_of(webhook_url), self._take_post)
        return app

    async def _tell_health(self, _: web.Request) -> web.Response:
        report = await self._report()
        headers = {"Cache-Control": "no-store"}
        return web.json_response(report, status=_WELL if report["well"] else _NOT_WELL, headers=headers)

    async def _tell_metrics(self, _: web.Request) -> web.Response:
        if self._exposition is None:
            raise web.HTTPNotFound
        text, kind = await self._exposition()
        return web.Response(body=text, headers={"Content-Type": kind})

    async def _take_post(self, request: web.Request) -> web.Response:
        """Nothing of a stranger's post is read; too large a one is answered 413 by aiohttp."""
        if self._receiver is None:
            raise web.HTTPServiceUnavailable
        if not self._receiver.knows(request.headers.get(SECRET_HEADER)):
            raise web.HTTPForbidden
        if (request.content_length or 0) > MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(max_size=MOST_BYTES, actual_size=request.content_length or 0)
        return web.Response(status=await self._receiver.receive(await request.read()))
