"""Pictures of what customers said on their way to the owner who asked: drawn, and sent with a caption.

Not here: what stands on them (drawings/voice_pictures.py) and how they look (pictures/charts.py).
"""

from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile

from handlers.outgoing import OutgoingMessage
from handlers.pictures.chart_text import ChartText
from handlers.pictures.studio import Studio
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId

_UPLOAD_SECONDS: Final = 10

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Illustrator:
    """Draws what customers said, and sends it."""

    studio: Studio

    async def send(self, bot: Bot, chat_id: ChatId, text: ChartText, caption: str, words: Words) -> None:
        """The picture with its caption; the caption and a sentence as a text when it doesn't get through."""
        try:
            picture = await self.studio.draw_chart(text)
            await bot.send_photo(
                chat_id,
                BufferedInputFile(picture, "answers.png"),
                caption=caption,
                parse_mode=ParseMode.HTML,
                request_timeout=_UPLOAD_SECONDS,
            )
        except (TelegramAPIError, OSError, ValueError, ImportError) as error:
            ours = not isinstance(error, TelegramAPIError)  # drawing it failed: where, only the trace tells
            log.warning("picture_failed", picture="voice", error=type(error).__name__, exc_info=ours)
            await send(bot, chat_id, OutgoingMessage(f"{caption}\n\n{words.say('voice-picture-failed')}"))
