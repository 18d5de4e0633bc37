"""A short answer on its way to whoever asked, or to whoever wrote it and wants to see it.

Not here: which one it is (loyalty/answers.py).
"""

import html

from aiogram import Bot
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LinkPreviewOptions, ReplyParameters

from handlers.keyboards import inline_keyboard
from handlers.outgoing import Rows
from handlers.texts import Words
from loyalty.answers import ShortAnswer
from loyalty.ids import ChatId, MessageId


async def give_answer(
    bot: Bot, chat_id: ChatId, answer: ShortAnswer, words: Words, *, to: MessageId, rows: Rows = ()
) -> None:
    """With its picture, when this bot has it; the words say everything. `to`: the message that asked."""
    text = html.escape(words.own(answer.words), quote=False)
    reply = ReplyParameters(message_id=to, allow_sending_without_reply=True)
    if answer.photo is not None and answer.photo.bot_id == bot.id:
        try:
            await bot.send_photo(
                chat_id,
                answer.photo.file_id,
                caption=text,
                parse_mode=ParseMode.HTML,
                reply_parameters=reply,
                reply_markup=inline_keyboard(rows),
            )
        except TelegramBadRequest:  # Telegram has lost the picture: an extra
            pass
        else:
            return
    await bot.send_message(
        chat_id,
        text,
        parse_mode=ParseMode.HTML,
        reply_parameters=reply,
        reply_markup=inline_keyboard(rows),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
