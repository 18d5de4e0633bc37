"""Undo last: one press instead of looking for the card.

Not here: which operation that is (loyalty/use_cases/corrections/undo_last.py).
"""

from aiogram import Bot, Router
from aiogram.types import Message

from handlers.drawings.undone_last import draw_undone_last
from handlers.filters import PrivateChat, SaysOneOf
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.use_cases.corrections.undo_last import UndoLast


def create_router() -> Router:
    """The button of the keyboard."""
    router = Router(name="staff.undo_last")
    router.message.register(undo_last, PrivateChat(), SaysOneOf("button-undo-last"))
    return router


async def undo_last(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, undo_last: UndoLast
) -> None:
    """Says what it took back; whoever doesn't work here is refused by the use case."""
    done = await undo_last(person, cause=Cause(chat_id, MessageId(message.message_id)))
    await send(bot, chat_id, draw_undone_last(done, words))
