"""Groups before anybody is asked who they are: a new id is followed, talk is counted.

Not here: what is typed to the bot there (staff/group.py). Service messages of a new id come from nobody.
"""

from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Message, TelegramObject

from handlers.middlewares.actor import Handler
from loyalty.ids import ChatId
from loyalty.use_cases.staff.staff_chats import FollowGroup, NoteTalk


class GroupsMiddleware(BaseMiddleware):
    """Follows a group that became a supergroup; lets everything else pass."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, Message) or event.chat.type == ChatType.PRIVATE:
            return await handler(event, data)
        follow_group: FollowGroup = data["follow_group"]
        here = ChatId(event.chat.id)
        if event.migrate_to_chat_id is not None:
            return await follow_group(here, ChatId(event.migrate_to_chat_id))
        if event.migrate_from_chat_id is not None:
            return await follow_group(ChatId(event.migrate_from_chat_id), here)
        note_talk: NoteTalk = data["note_talk"]
        await note_talk(here)
        return await handler(event, data)
