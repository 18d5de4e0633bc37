"""Buttons of a time that a restored backup took back: their numbers may mean something else by now.

Not here: restoring (bot/restore.py). A screen that was redrawn since then is of today again.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, InaccessibleMessage, TelegramObject

from handlers.middlewares.actor import Handler
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.safekeeping import LostWindow
from loyalty.use_cases.house.safekeeping import ReadLostWindows


class LostTimeMiddleware(BaseMiddleware):
    """Answers such a tap with a sentence, and nothing happens.

    A restore needs the bot stopped, so the times are read once.
    """

    def __init__(self) -> None:
        self._windows: Sequence[LostWindow] | None = None

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if self._windows is None:
            read_lost_windows: ReadLostWindows = data["read_lost_windows"]
            self._windows = await read_lost_windows()
        if self._windows and isinstance(event, CallbackQuery) and self._is_lost(event):
            words: Words = data["words"]
            await answer_tap(event, words.plain("error-lost-time"))
            return None
        return await handler(event, data)

    def _is_lost(self, query: CallbackQuery) -> bool:
        drawn_at = _drawn_at(query)
        # Telegram no longer tells when: then it is old, and there was a restore; better a tap too few.
        return drawn_at is None or any(window.holds(drawn_at) for window in self._windows or ())


def _drawn_at(query: CallbackQuery) -> datetime | None:
    message = query.message
    if message is None or isinstance(message, InaccessibleMessage):
        return None
    if message.edit_date is not None:
        return datetime.fromtimestamp(message.edit_date, message.date.tzinfo)
    return message.date
