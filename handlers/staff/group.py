"""The staff chat: six digits and /confirm typed there, and what happens to the bot in groups.

Not here: binding it (owner/staff_chat.py) and the queue (queue.py). All other talk is none of
the bot's business.
"""

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import ChatMemberUpdated, Message

from handlers.filters import AmountForCard, AmountText, InStaffChat, IsStaff, TypedCodeText
from handlers.membership import standing_of
from handlers.names import from_telegram
from handlers.sending import reply
from handlers.staff.open import enter_amount, open_typed
from handlers.texts import Words
from handlers.typed import parse_typed
from loyalty.ids import ChatId, MessageId, TelegramId
from loyalty.people import Cause, Person
from loyalty.use_cases.staff.staff_chats import NoteStanding
from loyalty.use_cases.visits.confirming import OpenVisit


class OfGroup(Filter):
    """The bot's own standing in a group, not in a chat of two or a channel."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        return event.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)


def create_router() -> Router:
    """What is typed first; the filter that reads the database comes last."""
    router = Router(name="staff.group")
    router.message.register(open_typed, TypedCodeText(), IsStaff(), InStaffChat())
    router.message.register(enter_amount, AmountText(), IsStaff(), InStaffChat(), AmountForCard())
    router.message.register(open_by_command, Command("confirm"), InStaffChat())
    router.my_chat_member.register(note_bot, OfGroup())
    return router


async def open_by_command(
    message: Message, command: CommandObject, person: Person, words: Words, chat_id: ChatId, open_visit:
    OpenVisit,
) -> None:  # fmt: skip
    """/confirm 418302, for a bot that can't hear plain text."""
    typed = parse_typed(command.args or "")
    if typed is None:
        await reply(message, words.plain("confirm-how"))
        return
    cause = Cause(chat_id, MessageId(message.message_id))
    await open_visit(person, typed.key, chat_id=chat_id, cause=cause, stamps=typed.stamps, bill=typed.bill)


async def note_bot(event: ChatMemberUpdated, bot: Bot, note_standing: NoteStanding) -> None:
    """Added, removed, rights given or taken."""
    me = await bot.me()
    await note_standing(
        ChatId(event.chat.id),
        standing_of(event.new_chat_member),
        title=from_telegram(event.chat.title or "", None),
        by=TelegramId(event.from_user.id),
        hears_all=bool(me.can_read_all_group_messages),
    )
