"""Markup that Telegram can't read: the same message once more as plain words, so that nobody hears nothing.

Not here: quoting, which keeps it from happening (handlers/texts.py).
"""

import html
import re
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from handlers.telegram_errors import Fault, classify

_log = structlog.get_logger(__name__)

_TAG: Final = re.compile(r"<[^<>]*>")
_MARKED_UP: Final = ("text", "caption")


class PlainWordsInstead(BaseRequestMiddleware):
    """Around every call: deliveries and answers of handlers alike."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """The server's answer, if need be the one to the plain words."""
        try:
            return await make_request(bot, method)
        except TelegramBadRequest as error:
            if classify(error) is not Fault.BAD_MARKUP:
                raise
        _log.error("markup_refused", method=type(method).__name__)
        return await make_request(bot, _without_markup(method))


def _without_markup(method: TelegramMethod[TelegramType]) -> TelegramMethod[TelegramType]:
    plain: dict[str, Any] = {"parse_mode": None}
    for name in _MARKED_UP:
        if isinstance(said := getattr(method, name, None), str):
            plain[name] = html.unescape(_TAG.sub("", said))
    return method.model_copy(update=plain)
