"""Answers in the own chat, sent at once: what a person sees right after a tap or a word.

Not here: messages for anybody else (deliveries) and their pace (bot/sender.py).
"""

from typing import Final

from aiogram import Bot
from aiogram.enums import ChatType, ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    ForceReply,
    InaccessibleMessage,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from handlers.keyboards import inline_keyboard, markup_of
from handlers.names import shortened
from handlers.outgoing import Keyboard, OutgoingMessage
from handlers.telegram_errors import Fault, classify
from handlers.waiting_taps import note_view
from loyalty.ids import ChatId

_TOAST: Final = 200  # the Bot API's limit
_GLANCE: Final = 60  # what one reads before a toast fades; longer answers wait for an OK
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


async def send(
    bot: Bot,
    chat_id: ChatId,
    message: OutgoingMessage,
    *,
    keyboard: ReplyKeyboardMarkup | ForceReply | None = None,
    to: int | None = None,
) -> Message:
    """Send a drawing now. A message with the permanent `keyboard` can never be edited: not for screens.

    `to`: the message of this chat that it is about.
    """
    quoted = ReplyParameters(message_id=to, allow_sending_without_reply=True) if to is not None else None
    markup = keyboard or markup_of(message)
    if message.photo is not None and message.photo.bot_id == bot.id:
        sent = await bot.send_photo(
            chat_id,
            message.photo.file_id,
            caption=message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            reply_parameters=quoted,
            disable_notification=message.silent,
        )
    else:
        sent = await bot.send_message(
            chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            reply_parameters=quoted,
            disable_notification=message.silent,
            link_preview_options=_NO_PREVIEW,
        )
    note_view(sent.chat.id, sent.message_id, message)
    return sent


async def reply(message: Message, text: str, *, keyboard: Keyboard | None = None) -> None:
    """Answer a message with plain text, in a group as a reply, even when it was deleted meanwhile.

    In private nothing is quoted: it is plain what is meant, and the message may hold a link's secret.
    """
    to = None
    if message.chat.type != ChatType.PRIVATE:
        to = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    keys = markup_of(OutgoingMessage(text, keyboard=keyboard))
    await message.answer(
        text, parse_mode=None, reply_parameters=to, reply_markup=keys, link_preview_options=_NO_PREVIEW
    )


async def answer_tap(query: CallbackQuery, text: str = "", *, alert: bool | None = None) -> bool:
    """Answer a tap with a toast, or with a box when it takes longer to read; answers whether it came in time.

    What was done stands: a tap that waited too long for its answer is no error.
    """
    text = shortened(text, _TOAST)
    try:
        await query.answer(text or None, show_alert=len(text) > _GLANCE if alert is None else alert)
    except TelegramBadRequest as error:
        if classify(error) is not Fault.QUERY_TOO_OLD:
            raise
        return False
    return True


async def turn(query: CallbackQuery, message: OutgoingMessage) -> None:
    """Redraw the message under the thumb: only for views of whoever tapped, screens go through deliveries.

    A view that shows it already, or was deleted meanwhile, is no error.
    """
    if query.message is None or isinstance(query.message, InaccessibleMessage):
        return
    note_view(query.message.chat.id, query.message.message_id, message)
    try:
        await query.message.edit_text(
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=inline_keyboard(message.rows),
            link_preview_options=_NO_PREVIEW,
        )
    except TelegramBadRequest as error:
        if classify(error) not in (Fault.NOT_MODIFIED, Fault.MESSAGE_GONE):
            raise
