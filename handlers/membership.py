"""What Telegram says of the bot's place in a group, in our words.

Not here: what follows from it (loyalty/use_cases/staff/staff_chats.py).
"""

from aiogram import Bot
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberRestricted, ResultChatMemberUnion

from loyalty.ids import ChatId
from loyalty.use_cases.staff.staff_chats import Standing


def standing_of(member: ResultChatMemberUnion) -> Standing:
    """What the bot is in a group; somebody who may not write there is as good as outside."""
    if isinstance(member, ChatMemberRestricted):
        return Standing(inside=member.is_member and member.can_send_messages, administrator=False)
    inside = member.status not in (ChatMemberStatus.LEFT, ChatMemberStatus.KICKED)
    return Standing(inside=inside, administrator=member.status == ChatMemberStatus.ADMINISTRATOR)


async def find_standing(bot: Bot, chat_id: ChatId) -> Standing:
    """The same, asked of Telegram now; outside of a group that it doesn't show us."""
    try:
        return standing_of(await bot.get_chat_member(chat_id, bot.id))
    except (TelegramBadRequest, TelegramForbiddenError):
        return Standing(inside=False, administrator=False)


async def hears_all(bot: Bot) -> bool:
    """Whether the bot hears plain text in groups without being administrator."""
    me = await bot.me()
    return bool(me.can_read_all_group_messages)
