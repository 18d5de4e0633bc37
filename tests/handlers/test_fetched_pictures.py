"""Fetching what somebody sent: the right file, never more of it than may be, and never the token in a log.

Not here: Telegram as it is (tests/journeys/test_photo.py); a server of a few lines misbehaves here.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Document, Message, PhotoSize
from aiohttp import web
from structlog.testing import capture_logs

from handlers import sent_pictures
from handlers.pictures.reading import Flaw, UnreadablePicture
from handlers.sent_pictures import MOST_BYTES, SentPicture, fetch, find_picture

TOKEN = "123456:" + "a" * 35
PART = b"x" * 1024 * 1024


@asynccontextmanager
async def telegram_that(serves: Callable[[web.StreamResponse], Awaitable[None]]) -> AsyncIterator[Bot]:
    """A Bot API server that knows one file and serves it in its own way."""

    async def get_file(_: web.Request) -> web.Response:
        file = {"file_id": "one", "file_unique_id": "u", "file_path": "photos/one.jpg"}
        return web.json_response({"ok": True, "result": file})

    async def serve(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await serves(response)
        return response

    app = web.Application()
    app.router.add_post("/bot{token}/getFile", get_file)
    app.router.add_get("/file/bot{token}/photos/one.jpg", serve)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server = TelegramAPIServer.from_base(f"http://127.0.0.1:{runner.addresses[0][1]}")
    bot = Bot(TOKEN, session=AiohttpSession(api=server))
    try:
        yield bot
    finally:
        await bot.session.close()
        await runner.cleanup()


async def flaw_of(bot: Bot, picture: SentPicture) -> Flaw:
    with pytest.raises(UnreadablePicture) as caught:
        await fetch(bot, picture)
    return caught.value.flaw


async def test_a_file_comes_whole() -> None:
    async def serves(response: web.StreamResponse) -> None:
        for part in (b"first", b"second"):
            await response.write(part)

    async with telegram_that(serves) as bot:
        assert await fetch(bot, SentPicture("one", None)) == b"firstsecond"


async def test_a_file_that_never_ends_is_left_at_the_bound() -> None:
    sent = 0

    async def serves(response: web.StreamResponse) -> None:
        nonlocal sent
        while True:
            await response.write(PART)
            sent += len(PART)

    async with telegram_that(serves) as bot:
        assert await flaw_of(bot, SentPicture("one", 1000)) is Flaw.TOO_LARGE
    assert sent < 2 * MOST_BYTES


async def test_what_telegram_says_is_too_large_is_not_asked_for() -> None:
    async def serves(_: web.StreamResponse) -> None:
        raise AssertionError("it was fetched")

    async with telegram_that(serves) as bot:
        assert await flaw_of(bot, SentPicture("one", MOST_BYTES + 1)) is Flaw.TOO_LARGE


async def test_a_line_that_goes_silent_or_breaks_is_told_and_not_logged_with_the_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sent_pictures, "FETCH_SECONDS", 0.3)

    async def silent(response: web.StreamResponse) -> None:
        await response.write(b"first")
        await asyncio.sleep(30)

    async def breaks(response: web.StreamResponse) -> None:
        await response.write(b"first")
        raise ConnectionResetError

    structlog.reset_defaults()  # a command that ran before in this process may have set another level
    with capture_logs() as logged:
        for serves in (silent, breaks):
            async with telegram_that(serves) as bot:
                assert await flaw_of(bot, SentPicture("one", None)) is Flaw.NOT_FETCHED
    events = [one for one in logged if one["event"] == "picture_not_fetched"]
    assert len(events) == 2
    assert TOKEN not in str(events)


async def test_a_file_that_is_gone_is_told() -> None:
    async def serves(_: web.StreamResponse) -> None: ...

    async with telegram_that(serves) as bot:
        bot.session.api = TelegramAPIServer(
            base=bot.session.api.base, file=bot.session.api.file.replace("/file/", "/gone/")
        )
        assert await flaw_of(bot, SentPicture("one", None)) is Flaw.NOT_FETCHED


def test_the_largest_copy_of_a_photo_that_can_be_had_is_taken() -> None:
    copies = [a_size("small", 90, 1000), a_size("huge", 6000, MOST_BYTES + 1), a_size("large", 1280, 200_000)]
    assert find_picture(a_message(photo=copies)) == SentPicture("large", 200_000)
    assert find_picture(a_message(photo=[a_size("untold", 320, None)])) == SentPicture("untold", None)


@pytest.mark.parametrize(
    ("mime_type", "is_one"),
    [("image/png", True), ("image/heic", True), ("application/pdf", False), (None, False)],
)
def test_a_file_is_a_picture_when_its_type_says_so(mime_type: str | None, is_one: bool) -> None:
    document = Document(file_id="file", file_unique_id="u", mime_type=mime_type, file_size=5)
    assert (find_picture(a_message(document=document)) is not None) is is_one


def a_size(name: str, width: int, size: int | None) -> PhotoSize:
    return PhotoSize(file_id=name, file_unique_id=name, width=width, height=width, file_size=size)


def a_message(**content: object) -> Message:
    chat = {"id": 1, "type": "private"}
    return Message.model_validate({"message_id": 1, "date": 0, "chat": chat, **content})
