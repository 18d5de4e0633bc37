"""/practice: somebody to try everything on.

Not here: their staff card, which arrives as a delivery.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.filters import PrivateChat, SaysOneOf
from handlers.outgoing import OutgoingMessage
from handlers.sending import send
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.use_cases.visits.practice import StartPractice


def create_router() -> Router:
    """The button and its command."""
    router = Router(name="staff.practice")
    router.message.register(practise, PrivateChat(), SaysOneOf("button-practice"))
    router.message.register(practise, PrivateChat(), Command("practice"))
    return router


async def practise(
    message: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, start_practice: StartPractice
) -> None:
    """A practice customer walks up."""
    cause = Cause(chat_id, MessageId(message.message_id))
    await start_practice(person, chat_id=chat_id, cause=cause)
    await send(bot, chat_id, OutgoingMessage(words.say("practice-how")))
