"""A Telegram of a few lines on this machine: it says yes to whatever a bot asks, and remembers its webhook.

Not here: people and their chats; those have the sandbox.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import web

TOKEN = "123456:" + "b" * 35
_numbers = count(1)
ME = {"id": 123456, "is_bot": True, "first_name": "Cup", "username": "bench_bot"}


@asynccontextmanager
async def few_lines_of_telegram(polled: asyncio.Event | None = None) -> AsyncIterator[str]:
    """Its address; `polled` is set when a bot asks for updates."""
    webhook = ""

    async def answer(request: web.Request) -> web.Response:
        nonlocal webhook
        method, asked = request.match_info["method"], dict(await request.post())
        if method == "getUpdates" and polled is not None:
            polled.set()
        if method == "setWebhook":
            webhook = str(asked["url"])
        return web.json_response({"ok": True, "result": answer_to(method, asked, webhook)})

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        _, port = runner.addresses[0][:2]
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


def answer_to(method: str, asked: dict[str, Any], webhook: str = "") -> object:
    """Yes, in the form that the method has; a message has a new number."""
    if method.startswith("send"):
        return _message(next(_numbers), asked)
    info = {"url": webhook, "has_custom_certificate": False, "pending_update_count": 0}
    answers: dict[str, object] = {"getMe": ME, "getWebhookInfo": info, "getUpdates": []}
    return answers.get(method, True)


def _message(number: int, asked: dict[str, Any]) -> dict[str, object]:
    chat_id = int(asked.get("chat_id", 1))
    kind = "private" if chat_id > 0 else "group"
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 1, "height": 1}]
    content = {"photo": photo} if "photo" in asked else {"text": str(asked.get("text", "x"))}
    return {"message_id": number, "date": 1, "chat": {"id": chat_id, "type": kind}, "from": ME, **content}
