"""The webhook's side of the queue: what waits is posted to the address that the bot has named.

Not here: which updates there are (updates), and the naming of the address (methods_bot).
"""

import asyncio
from contextlib import suppress
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.refusals import Json
from bot.sandbox.updates import Waiting
from bot.sandbox.world import World

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
FIRST_REST, LONGEST_REST = 0.3, 30.0
LONGEST_ANSWER = 20.0
USUAL_CONNECTIONS: Final = 40
NOT_HERE = "The sandbox posts to this machine only"


class WebhookPost:
    """Posts updates, those of one chat or one person's taps in order, and again until they are taken."""

    def __init__(self, *, world: World) -> None:
        self._world = world
        self._busy: set[object] = set()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Post from now on, whenever a webhook is set."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Post no more; what was not taken stays in the queue."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        limit = aiohttp.ClientTimeout(total=LONGEST_ANSWER)
        async with aiohttp.ClientSession(timeout=limit) as session, asyncio.TaskGroup() as group:
            while not self._world.changes.closed:
                for one in self._next():
                    self._busy.add(_lane(one.body))
                    group.create_task(self._deliver(session, one))
                await self._world.changes.wait(LONGEST_REST)

    def _next(self) -> list[Waiting]:
        """The first update of each lane that is free, as many as the bot takes at once."""
        webhook = self._world.queue.webhook
        if not webhook.get("url"):
            return []
        found: dict[object, Waiting] = {}
        for one in self._world.queue.to_post():
            if (lane := _lane(one.body)) not in self._busy:
                found.setdefault(lane, one)
        places = webhook.get("max_connections", USUAL_CONNECTIONS) - len(self._busy)
        return list(found.values())[: max(places, 0)]

    async def _deliver(self, session: aiohttp.ClientSession, one: Waiting) -> None:
        queue, rest = self._world.queue, FIRST_REST
        webhook = queue.webhook
        try:
            while queue.webhook is webhook and queue.holds(one):
                problem = await _post(session, webhook, one.body)
                if problem is None:
                    queue.posted(one)
                    return
                queue.failed(problem)
                await self._rest(rest, webhook)
                rest = min(rest * 2, LONGEST_REST)
        finally:
            self._busy.discard(_lane(one.body))
            self._world.changes.wake()

    async def _rest(self, seconds: float, webhook: Json) -> None:
        """Wait so long; a webhook that is set anew is tried at once."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while self._world.queue.webhook is webhook and (left := end - loop.time()) > 0:
            await self._world.changes.wait(left)


async def _post(session: aiohttp.ClientSession, webhook: Json, update: Json) -> str | None:
    """What went wrong, in Telegram's words; None when the bot took it."""
    if not _is_here(webhook["url"]):
        return NOT_HERE
    headers = {SECRET_HEADER: webhook["secret_token"]} if "secret_token" in webhook else {}
    try:
        # As Telegram does: an address that sends it elsewhere has not taken the update.
        posting = session.post(webhook["url"], json=update, headers=headers, allow_redirects=False)
        async with posting as response:
            await response.read()
    except TimeoutError:
        return "Read timeout expired"
    except aiohttp.ClientConnectorError:
        return "Connection refused"
    except aiohttp.ClientError:
        return "Connection reset by peer"
    if response.status // 100 == 2:
        return None
    return f"Wrong response from the webhook: {response.status} {response.reason}"


def _is_here(address: str) -> bool:
    parts = urlsplit(address)
    try:
        return parts.scheme == "http" and ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _lane(update: Json) -> object:
    """What is posted in order: a chat's messages; each person's taps."""
    kind = next((name for name in update if name != "update_id"), "")
    event = update.get(kind) or {}
    chat = event.get("chat") or {}
    return ("chat", chat["id"]) if "id" in chat else ("person", (event.get("from") or {}).get("id"))
