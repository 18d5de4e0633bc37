"""The sandbox as Telegram with a webhook: it really posts, with the secret, in order, and again until taken.

Not here: our own bot behind a webhook (tests/bot/test_webhook.py, tests/journeys/test_webhook.py).
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.person import Person
from tests.sandbox.raw_bot import RawBot


class Hook:
    """A bot's side of a webhook, whose answers the test decides."""

    def __init__(self) -> None:
        self.posts: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.status: Callable[[dict[str, Any]], int] = lambda _: 200
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.posts.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return web.Response(status=self.status(update))

    def texts(self) -> list[str]:
        return [one["message"]["text"] for one in self.posts if "message" in one]

    async def gets(self, number: int) -> None:
        for _ in range(400):
            if len(self.posts) >= number:
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"{number} posts did not come: {self.posts}")


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_what_waited_and_what_comes_is_posted_with_the_secret(
    bot: RawBot, ann: Person, hook: Hook
) -> None:
    await ann.says("one")
    await bot.does("setWebhook", url=hook.url, secret_token="s3cret")
    await hook.gets(1)
    await ann.says("two")
    await hook.gets(2)
    assert hook.texts() == ["one", "two"]
    assert hook.secrets == ["s3cret", "s3cret"]
    await asyncio.sleep(0.1)
    info = await bot.does("getWebhookInfo")
    assert (info["pending_update_count"], "last_error_message" in info) == (0, False)


async def test_what_is_not_taken_comes_again_and_what_stands_behind_it_waits(
    bot: RawBot, ann: Person, session: aiohttp.ClientSession, hook: Hook
) -> None:
    refusals = iter([503, 500])
    hook.status = lambda one: next(refusals, 200) if one["message"]["text"] == "one" else 200
    await bot.does("setWebhook", url=hook.url)
    await ann.says("one")
    await hook.gets(1)
    await ann.says("two")
    bea = await Person.join(session, "Bea")
    await bea.starts()
    await hook.gets(3)
    info = await bot.does("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 50")
    assert info["last_error_date"] > 0
    await hook.gets(5)
    assert [text for text in hook.texts() if text != "/start"] == ["one", "one", "one", "two"]
    assert hook.texts().index("/start") < 4, "another chat does not wait"
    assert (await bot.does("getWebhookInfo"))["pending_update_count"] == 0


async def test_without_its_webhook_the_rest_is_polled(bot: RawBot, ann: Person, hook: Hook) -> None:
    hook.status = lambda _: 503
    await bot.does("setWebhook", url=hook.url)
    await ann.says("one")
    await hook.gets(1)
    assert (await bot.asks("getUpdates"))["error_code"] == 409
    await bot.does("deleteWebhook")
    assert [one["message"]["text"] for one in await bot.takes_updates()] == ["one"]
    await ann.says("two")
    await asyncio.sleep(0.5)
    assert set(hook.texts()) == {"one"}


async def test_a_doubled_update_is_posted_twice(
    bot: RawBot, ann: Person, session: aiohttp.ClientSession, hook: Hook
) -> None:
    await bot.does("setWebhook", url=hook.url)
    await session.post("/sim/faults", json={"kind": "duplicate_update"})
    await ann.says("one")
    await hook.gets(2)
    assert hook.posts[0] == hook.posts[1]


async def test_only_this_machine_is_posted_to_and_a_secret_has_its_letters(bot: RawBot, ann: Person) -> None:
    await bot.does("setWebhook", url="https://cafe.example/hook")
    await ann.says("one")
    await asyncio.sleep(0.1)
    assert (await bot.does("getWebhookInfo"))[
        "last_error_message"
    ] == "The sandbox posts to this machine only"
    refused = await bot.hears("setWebhook", url="https://cafe.example/hook", secret_token="no spaces")
    assert refused == "Bad Request: secret token contains unallowed characters"
