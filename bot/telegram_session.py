"""The bot's way to Telegram: address, proxy and time limits from the settings, and good manners in handlers.

It does not poll (poller.py) and does not send deliveries (sender.py).
"""

import asyncio
from typing import Any, Final

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions
from aiohttp import ClientTimeout

from bot.pacing import ChatPace, paced_by_sender
from bot.plain_words import PlainWordsInstead
from bot.settings import Settings

REQUEST_SECONDS: Final = 20.0
"""For one call, an upload included; a handler must end well within the 20 seconds of a graceful stop."""
CONNECT_SECONDS: Final = 8
"""A line that is down must be told from an answer that is late: only the latter may have arrived."""
CONNECTIONS: Final = 100
LONGEST_WAIT_SECONDS: Final = 2.0
"""Longer a handler never waits: the update is tried again later instead, and others go on."""
LONGEST_GROUP_WAIT_SECONDS: Final = 10.0
"""For its turn in a group: 18 a minute may go there, and the queue's redraws are about to take the next."""

# Not the flag of the same meaning: aiogram sends that one under its old name too, which servers may refuse.
NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_COUNTED: Final = ("Send", "Edit", "Copy", "Forward")


def create_bot(settings: Settings, chats: ChatPace) -> Bot:
    """A client of the Bot API server that the settings name."""
    proxy = settings.telegram_proxy
    session = TimedSession(
        proxy=None if proxy is None else proxy.get_secret_value(),
        limit=CONNECTIONS,
        api=TelegramAPIServer.from_base(settings.telegram_api),
        timeout=REQUEST_SECONDS,
    )
    session.middleware(PlainWordsInstead())
    session.middleware(GentlePace(chats))
    return Bot(
        settings.bot_token.get_secret_value(),
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=NO_PREVIEW),
    )


class TimedSession(AiohttpSession):
    """aiogram's session with a limit of its own for connecting."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: float | None = None,  # noqa: ASYNC109 - aiogram's word
    ) -> TelegramType:
        """As in aiogram."""
        total = self.timeout if timeout is None else timeout
        limit = ClientTimeout(total=total, sock_connect=CONNECT_SECONDS)
        # aiogram hands it on to aiohttp as it is, though it names only numbers.
        return await super().make_request(bot, method, timeout=limit)  # type: ignore[arg-type]


class GentlePace(BaseRequestMiddleware):
    """Spaces what handlers send to one chat, and waits out a short 429 once."""

    def __init__(self, chats: ChatPace) -> None:
        self._chats = chats

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """The server's answer. Raises TelegramRetryAfter unasked while the chat is to be left alone."""
        chat_id = _counted_chat(method)
        if chat_id is None or paced_by_sender.get():
            return await make_request(bot, method)
        closed = self._chats.closed_for(chat_id)
        if closed > LONGEST_WAIT_SECONDS:
            raise TelegramRetryAfter(method, "this chat is to be left alone", int(closed) + 1)
        await self._take_turn(method, chat_id)
        self._chats.overall.give_way()
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as error:
            self._chats.close(chat_id, error.retry_after)
            if error.retry_after > LONGEST_WAIT_SECONDS:
                raise
            await asyncio.sleep(error.retry_after)
        return await make_request(bot, method)

    async def _take_turn(self, method: TelegramMethod[TelegramType], chat_id: int) -> None:
        """A group's limit is hard, so its turn is waited for or given up; a private chat's is soft."""
        turn = self._chats.wait_for(chat_id)
        if chat_id < 0 and turn > LONGEST_GROUP_WAIT_SECONDS:
            raise TelegramRetryAfter(method, "this group's turn is later", int(turn) + 1)
        wait = self._chats.book(chat_id)
        if wait > 0:
            await asyncio.sleep(wait if chat_id < 0 else min(wait, LONGEST_WAIT_SECONDS))


def _counted_chat(method: TelegramMethod[Any]) -> int | None:
    """The chat whose limit a call uses, None for calls that Telegram does not count."""
    if not type(method).__name__.startswith(_COUNTED):
        return None
    chat_id = getattr(method, "chat_id", None)
    return chat_id if isinstance(chat_id, int) else None
