"""A customer blocks the bot: known at once, not with the next message that fails.

Not here: the card, which stays, and coming back, which any message shows (middlewares/actor.py).
"""

from aiogram import Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated

from loyalty.ids import TelegramId
from loyalty.use_cases.house.receiving import NoteUnreachable


def create_router() -> Router:
    """Changes of the bot's own membership."""
    router = Router(name="customer.leaving")
    router.my_chat_member.register(leave)
    return router


async def leave(event: ChatMemberUpdated, note_unreachable: NoteUnreachable) -> None:
    """In a chat of two, "kicked" means blocked."""
    if event.chat.type == ChatType.PRIVATE and event.new_chat_member.status == ChatMemberStatus.KICKED:
        await note_unreachable(TelegramId(event.chat.id), "blocked")
