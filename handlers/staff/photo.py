"""A photo of a customer's code opens the visit, as scanning it does: in the own chat and in the staff chat.

Not here: fetching and reading it (sent_pictures.py). A photo that replies to a letter is an answer, and one
that a question waits for answers that: both are heard before this.
"""

from typing import Final

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.types import Message

from handlers.filters import InStaffChat, IsStaff, PrivateChat
from handlers.sending import reply
from handlers.sent_pictures import CodeReader, SentPicture, ShowsPicture
from handlers.shown_codes import CustomersCode, Shown
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.use_cases.visits.confirming import OpenVisit

_SAID_TO_ALL: Final = (Shown.TWO_CODES,)
"""In the staff chat: all other pictures there are the team's own talk, unless they answer the bot."""


def create_router() -> Router:
    """Staff only; what anybody else sends is a letter."""
    router = Router(name="staff.photo")
    router.message.register(open_shown, PrivateChat(), ShowsPicture(), IsStaff())
    router.message.register(open_shown, ShowsPicture(), IsStaff(), InStaffChat())
    return router


async def open_shown(
    message: Message, picture: SentPicture, bot: Bot, person: Person, words: Words, chat_id: ChatId,
    code_reader: CodeReader, open_visit: OpenVisit,
) -> None:  # fmt: skip
    """The card comes into the chat in which the photo was sent."""
    shown = await code_reader.read(bot, picture)
    if isinstance(shown, CustomersCode):
        cause = Cause(chat_id, MessageId(message.message_id))
        await open_visit(person, shown, chat_id=chat_id, cause=cause)
    elif message.chat.type == ChatType.PRIVATE or shown in _SAID_TO_ALL or _answers_bot(message, bot):
        await reply(message, words.plain("photo-shown", shown=shown.value))


def _answers_bot(message: Message, bot: Bot) -> bool:
    """Whether it was sent as a reply to something of ours: then it is meant for us."""
    to = message.reply_to_message
    return to is not None and to.from_user is not None and to.from_user.id == bot.id
