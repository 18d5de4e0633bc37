"""A drawn message on its way: sent fresh, or put where its screen is by an edit.

It does not decide when (sender.py), and handles two faults only: a message that is gone or shows it already.
"""

from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import CopyMessage, EditMessageCaption, EditMessageText, SendMessage, SendPhoto

from handlers.keyboards import inline_keyboard, markup_of
from handlers.outgoing import OutgoingMessage
from handlers.telegram_errors import Fault, classify
from loyalty.deliveries import Delivery, Screen
from loyalty.ids import ChatId, MessageId
from loyalty.use_cases.house.sending import ForgetMessage

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Drawer:
    """Puts drawings into chats."""

    bot: Bot
    forget_message: ForgetMessage
    paid: bool = False
    """Whether campaigns may cost Stars where they are faster than Telegram does for nothing."""

    async def send(self, chat_id: ChatId, message: OutgoingMessage, *, bulk: bool = False) -> MessageId:
        """Send it fresh; answers where it is. Raises what aiogram raises."""
        if message.copy_of is not None and (copied := await self._copy(chat_id, message)) is not None:
            return copied
        photo = message.photo is not None and message.photo.bot_id == self.bot.id
        paid = True if bulk and self.paid else None
        make = _photo_of if photo else _message_of
        sent = await self.bot(make(chat_id, message, paid))
        return MessageId(sent.message_id)

    async def show(self, screen: Screen, message: OutgoingMessage) -> MessageId | None:
        """Bring a screen up to date; answers where it is, None when there is no sense in showing it.

        Raises what aiogram raises.
        """
        if screen.message_id is not None:
            if await self._edit(screen, screen.message_id, message):
                return screen.message_id
            _log.info("screen_gone", screen=screen.id, kind=screen.kind.value)
            await self.forget_message(screen.id)
        if message.caption and message.copy_of is None:  # an extra: nobody misses one that was deleted
            return None
        return await self.send(screen.chat_id, message)

    async def _copy(self, chat_id: ChatId, message: OutgoingMessage) -> MessageId | None:
        """None when it is gone, or the chat takes no such thing: its heading goes alone."""
        try:
            sent = await self.bot(_copy_of(chat_id, message))
        except TelegramBadRequest as error:
            if classify(error) not in (Fault.REFUSED, Fault.MEDIA_NOT_ALLOWED):
                raise
            _log.info("copy_refused", problem=error.message)
            return None
        return MessageId(sent.message_id)

    async def _edit(self, screen: Screen, message_id: MessageId, message: OutgoingMessage) -> bool:
        """False when the message is gone. Where a copy was gone, its heading stands as a text."""
        if await self._edit_as_it_is(screen, message_id, message):
            return True
        as_text = replace(message, caption=False)
        return message.copy_of is not None and await self._edit_as_it_is(screen, message_id, as_text)

    async def _edit_as_it_is(self, screen: Screen, message_id: MessageId, message: OutgoingMessage) -> bool:
        try:
            await self.bot(_edit_of(screen.chat_id, message_id, message))
        except TelegramBadRequest as error:
            fault = classify(error)
            if fault is Fault.MESSAGE_GONE:
                return False
            if fault is not Fault.NOT_MODIFIED:
                raise
        return True


def shows_already(delivery: Delivery, message: OutgoingMessage) -> bool:
    """Whether an edit would change nothing."""
    screen = delivery.content
    if not isinstance(screen, Screen) or screen.message_id is None:
        return False
    return screen.drawn_hash == message.fingerprint()


def _message_of(chat_id: ChatId, message: OutgoingMessage, paid: bool | None) -> SendMessage:
    return SendMessage(
        chat_id=chat_id,
        text=message.text,
        reply_markup=markup_of(message),
        disable_notification=message.silent or None,
        allow_paid_broadcast=paid,
    )


def _photo_of(chat_id: ChatId, message: OutgoingMessage, paid: bool | None) -> SendPhoto:
    return SendPhoto(
        chat_id=chat_id,
        photo=message.photo.file_id if message.photo else "",
        caption=message.text,
        reply_markup=markup_of(message),
        disable_notification=message.silent or None,
        allow_paid_broadcast=paid,
    )


def _copy_of(chat_id: ChatId, message: OutgoingMessage) -> CopyMessage:
    from_chat_id, message_id = message.copy_of or (0, 0)
    return CopyMessage(
        chat_id=chat_id,
        from_chat_id=from_chat_id,
        message_id=message_id,
        caption=message.text,
        reply_markup=inline_keyboard(message.rows),
        disable_notification=message.silent or None,
    )


def _edit_of(
    chat_id: ChatId, message_id: MessageId, message: OutgoingMessage
) -> EditMessageCaption | EditMessageText:
    rows = inline_keyboard(message.rows)
    if message.caption:
        return EditMessageCaption(
            chat_id=chat_id, message_id=message_id, caption=message.text, reply_markup=rows
        )
    return EditMessageText(chat_id=chat_id, message_id=message_id, text=message.text, reply_markup=rows)
