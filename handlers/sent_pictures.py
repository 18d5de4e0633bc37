"""A picture that somebody sent: which file it is, fetched within bounds, and what it shows.

Not here: reading its pixels (pictures/reading.py) and who may show one (staff/photo.py).
"""

import asyncio
from dataclasses import dataclass
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import Message
from aiohttp import ClientError

from handlers.pictures.reading import Flaw, UnreadablePicture
from handlers.pictures.studio import Studio
from handlers.shown_codes import CustomersCode, Shown, judge_codes

MOST_BYTES: Final = 20 * 1024 * 1024
"""What getFile hands to bots (Bot API)."""
FETCH_SECONDS: Final = 12
"""A handler has to end within the 20 seconds of a graceful stop, and nobody waits longer at a counter."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SentPicture:
    """A picture as Telegram names it."""

    file_id: str
    size: int | None
    """In bytes; None where Telegram doesn't say."""


class ShowsPicture(Filter):
    """A photo, or a picture sent as a file; hands on `picture`."""

    async def __call__(self, message: Message) -> bool | dict[str, Any]:
        picture = find_picture(message)
        return {"picture": picture} if picture is not None else False


def find_picture(message: Message) -> SentPicture | None:
    """The largest copy of a photo that can be fetched, or the file; None for anything else."""
    if message.photo:
        sizes = sorted(message.photo, key=lambda one: one.width * one.height)
        best = next((one for one in reversed(sizes) if (one.file_size or 0) <= MOST_BYTES), sizes[0])
        return SentPicture(best.file_id, best.file_size)
    document = message.document
    if document is not None and (document.mime_type or "").startswith("image/"):
        return SentPicture(document.file_id, document.file_size)
    return None


@dataclass(frozen=True, slots=True)
class CodeReader:
    """Looks for a customer's code in pictures."""

    studio: Studio
    bot_link: str

    async def read(self, bot: Bot, picture: SentPicture) -> CustomersCode | Shown | Flaw:
        """The one customer's code in it, what it shows instead, or why it can't be looked at."""
        try:
            texts = await self.studio.read_codes(await fetch(bot, picture))
        except UnreadablePicture as unreadable:
            return unreadable.flaw
        return judge_codes(texts, self.bot_link)


async def fetch(bot: Bot, picture: SentPicture) -> bytes:
    """Its bytes. Raises UnreadablePicture, and what getFile raises while Telegram can't be reached."""
    if (picture.size or 0) > MOST_BYTES:
        raise UnreadablePicture(Flaw.TOO_LARGE)
    try:
        file = await bot.get_file(picture.file_id)
        address = bot.session.api.file_url(bot.token, file.file_path or "")
        async with asyncio.timeout(FETCH_SECONDS):
            return await _download(bot, address)
    except (TelegramBadRequest, ClientError, TimeoutError, OSError) as error:
        # Its text may hold the address, and that the token.
        log.warning("picture_not_fetched", error=type(error).__name__)
        raise UnreadablePicture(Flaw.NOT_FETCHED) from None


async def _download(bot: Bot, address: str) -> bytes:
    """Not a byte more than may be: what Telegram said of the size is not relied on."""
    content = bytearray()
    async for part in bot.session.stream_content(address, timeout=FETCH_SECONDS):
        content += part
        if len(content) > MOST_BYTES:
            raise UnreadablePicture(Flaw.TOO_LARGE)
    return bytes(content)
