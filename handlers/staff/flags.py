"""What staff answer when they were asked about a flag: it goes to who asked.

Not here: the question (owner/day.py) and the message that carries the answer, which is a delivery.
"""

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.filters import IsStaff, NotACommand, PrivateChat
from handlers.sending import reply
from handlers.texts import Words
from handlers.writings import writing_of
from loyalty.ids import ChatId, FlagId, MessageId
from loyalty.people import Person
from loyalty.use_cases.limits.flags import AnswerFlag, FindFlagQuestion


class RepliesToFlag(Filter):
    """A reply to our question about a flag; hands on `flag_id`."""

    async def __call__(
        self, message: Message, bot: Bot, person: Person, chat_id: ChatId,
        find_flag_question: FindFlagQuestion,
    ) -> bool | dict[str, Any]:  # fmt: skip
        asked = message.reply_to_message
        if asked is None or asked.from_user is None or asked.from_user.id != bot.id:
            return False
        flag_id = await find_flag_question(person, chat_id, replied_to=MessageId(asked.message_id))
        return False if flag_id is None else {"flag_id": flag_id}


class SaysHowItWas(Filter):
    """Plain words of who was asked and has not answered yet; hands on `flag_id`.

    Digits without a word are a code, mistyped or not, and no answer.
    """

    async def __call__(
        self, message: Message, person: Person, chat_id: ChatId, find_flag_question: FindFlagQuestion
    ) -> bool | dict[str, Any]:
        if message.reply_to_message or not any(sign.isalpha() for sign in message.text or ""):
            return False
        flag_id = await find_flag_question(person, chat_id, replied_to=None)
        return False if flag_id is None else {"flag_id": flag_id}


def create_reply_router() -> Router:
    """Before anything else that plain words could mean."""
    router = Router(name="staff.flag_replies")
    router.message.register(answer, PrivateChat(), IsStaff(), NotACommand(), RepliesToFlag())
    return router


def create_router() -> Router:
    """After everything that understands the words."""
    router = Router(name="staff.flags")
    router.message.register(answer, PrivateChat(), IsStaff(), NotACommand(), SaysHowItWas())
    return router


async def answer(
    message: Message, person: Person, words: Words, flag_id: FlagId, answer_flag: AnswerFlag
) -> None:
    """Who asked reads it; whoever answers is told so."""
    writing = writing_of(message)
    if not writing.text:
        await reply(message, words.plain("flag-answer-words"))
        return
    flag = await answer_flag(person, flag_id, writing)
    passed = words.plain("flag-answer-passed", number=str(flag.operation_id), name=flag.decided_by_name)
    await reply(message, passed)
