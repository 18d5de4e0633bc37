"""Leaving groups in which the bot has no business, once their time is over.

Not here: which groups those are, and what they are told (loyalty/use_cases/staff/staff_chats.py).
"""

from dataclasses import dataclass

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramMigrateToChat

from handlers.telegram_errors import classify, passes_by_itself
from loyalty.ids import ChatId
from loyalty.staff_chats import ForeignChat, may_come_from
from loyalty.use_cases.staff.staff_chats import (
    FollowGroup,
    ForgetForeignChat,
    LookAtForeignChats,
    ReadStaffChat,
)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class LeaveForeignChats:
    """A step of the metronome."""

    bot: Bot
    look: LookAtForeignChats
    forget: ForgetForeignChat
    follow: FollowGroup
    read_staff_chat: ReadStaffChat

    async def __call__(self) -> None:
        """Leave what is due; what Telegram does not answer now is left at the next tick."""
        for chat in await self.look():
            try:
                if await self._is_ours(chat):
                    continue
                await self.bot.leave_chat(chat.chat_id)
            except TelegramAPIError as error:
                fault = classify(error)
                _log.info("foreign_chat_not_left", chat=chat.chat_id, fault=fault.name)
                if passes_by_itself(fault):
                    continue
            await self.forget(chat.chat_id)

    async def _is_ours(self, chat: ForeignChat) -> bool:
        """Whether it may be the staff chat under a new id, as long as the old one doesn't say otherwise."""
        bound = await self.read_staff_chat()
        if bound is not None and bound.chat_id == chat.chat_id:
            return True
        if bound is None or not may_come_from(chat.chat_id, bound):
            return False
        try:
            await self.bot.send_chat_action(bound.chat_id, "typing")  # a group that has moved on says so
        except TelegramMigrateToChat as moved:
            await self.follow(bound.chat_id, ChatId(moved.migrate_to_chat_id))
            return moved.migrate_to_chat_id == chat.chat_id
        return False
