"""One call to the Bot API without aiogram, whose import alone takes seconds: for commands of the terminal.

Not here: the running bot's own way to Telegram (telegram_session.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

import aiohttp

from bot.settings import Settings

_TIMEOUT: Final = aiohttp.ClientTimeout(total=20)


class TelegramUnreachableError(Exception):
    """No answer that could be read; of what kind depends on the network and the proxy."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram said."""

    result: Any
    """None when it refused."""
    description: str
    """Why it refused; '' when it did not."""
    at: datetime | None
    """When it said so, by its own clock."""


async def call(settings: Settings, method: str, parameters: Mapping[str, Any] | None = None) -> Answer:
    """Ask once. Raises TelegramUnreachableError, whose text names no address: that would hold the token."""
    address = f"{settings.telegram_api}/bot{settings.bot_token.get_secret_value()}/{method}"
    try:
        async with (
            aiohttp.ClientSession(connector=_connector(settings), timeout=_TIMEOUT) as session,
            session.post(address, json=dict(parameters or {})) as response,
        ):
            said = await response.json(content_type=None)
            at = _moment(response.headers.get("Date"))
    except Exception as error:  # of what kind depends on the network and the proxy
        raise TelegramUnreachableError(type(error).__name__) from None
    if not isinstance(said, dict):
        return Answer(None, "this is no answer of a Bot API server", at)
    if said.get("ok") is True:
        return Answer(said.get("result"), "", at)
    return Answer(None, str(said.get("description") or "refused without a word"), at)


def _moment(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except ValueError:
        return None


def _connector(settings: Settings) -> aiohttp.BaseConnector | None:
    if settings.telegram_proxy is None:
        return None
    from aiohttp_socks import ProxyConnector

    connector: aiohttp.BaseConnector = ProxyConnector.from_url(
        settings.telegram_proxy.get_secret_value(), rdns=True
    )
    return connector
