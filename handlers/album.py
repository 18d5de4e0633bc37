"""Pictures on their way to a chat: an extra that may fail, beside a text that says everything.

Not here: drawing (pictures/).
"""

from dataclasses import dataclass
from typing import Final

import structlog
from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import BufferedInputFile, Message

from handlers.keyboards import inline_keyboard
from handlers.outgoing import OutgoingMessage
from handlers.pictures.studio import Studio, card_key
from handlers.sending import send
from loyalty.cards import CardFacts
from loyalty.ids import ChatId, MessageId
from loyalty.use_cases.house.pictures import FindPicture, KeepPicture

_UPLOAD_SECONDS: Final = 15  # a picture that takes longer is not worth the wait at a counter

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Album:
    """Sends cards and QR codes as photos."""

    studio: Studio
    find_picture: FindPicture
    keep_picture: KeepPicture

    async def send_card(self, bot: Bot, chat_id: ChatId, facts: CardFacts, text: OutgoingMessage) -> None:
        """The card with its text as caption; the text alone when the picture can't be had."""
        if not facts.rules.gives_stamps:  # the picture shows stamps
            await send(bot, chat_id, text)
            return
        key = card_key(stamps=facts.stamps, goal=facts.goal)
        try:
            file_id = await self.find_picture(bot.id, key)
            if file_id is not None and await self._send_known(bot, chat_id, file_id, text):
                return
            picture = await self.studio.draw_card(stamps=facts.stamps, goal=facts.goal)
            sent = await _upload(bot, chat_id, picture, "card.jpg", text)
            if sent.photo:
                await self.keep_picture(bot.id, key, sent.photo[-1].file_id)
        except (TelegramAPIError, OSError, ValueError) as error:
            log.warning("picture_failed", picture=key, error=type(error).__name__)
            await send(bot, chat_id, text)

    async def send_qr(self, bot: Bot, chat_id: ChatId, link: str, caption: str) -> MessageId | None:
        """A link as QR; None when it could not be sent, which matters to nobody: the text was sent before."""
        try:
            text = OutgoingMessage(caption)
            sent = await _upload(bot, chat_id, await self.studio.draw_qr(link), "qr.png", text)
        except (TelegramAPIError, OSError, ValueError) as error:
            log.warning("picture_failed", picture="qr", error=type(error).__name__)
            return None
        return MessageId(sent.message_id)

    async def _send_known(self, bot: Bot, chat_id: ChatId, file_id: str, text: OutgoingMessage) -> bool:
        try:
            await bot.send_photo(
                chat_id,
                file_id,
                caption=text.text,
                parse_mode=ParseMode.HTML,
                reply_markup=inline_keyboard(text.rows),
            )
        except TelegramBadRequest:  # Telegram has forgotten the file: upload it anew
            return False
        return True


async def _upload(bot: Bot, chat_id: ChatId, picture: bytes, name: str, text: OutgoingMessage) -> Message:
    return await bot.send_photo(
        chat_id,
        BufferedInputFile(picture, name),
        caption=text.text,
        parse_mode=ParseMode.HTML,
        reply_markup=inline_keyboard(text.rows),
        request_timeout=_UPLOAD_SECONDS,
    )
