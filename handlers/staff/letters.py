"""A reply of staff to a customer's letter, in the staff chat or in an owner's own: it goes to the customer.

Not here: what customers write (customer/letters.py), and the messages themselves, which are deliveries.
"""

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.filters import NotACommand
from handlers.sending import answer_tap, reply
from handlers.texts import Words
from handlers.writings import writing_of
from loyalty.ids import ChatId, MessageId
from loyalty.letters import Content
from loyalty.people import Person
from loyalty.use_cases.customers.letters import AnswerLetter, IsLetter
from loyalty.use_cases.listening.complaining import MarkComplaint


class RepliesToLetter(Filter):
    """A reply to a message of ours that shows a letter; asks the database for nothing else."""

    async def __call__(self, message: Message, bot: Bot, is_letter: IsLetter) -> bool:
        answered = message.reply_to_message
        if answered is None or answered.from_user is None or answered.from_user.id != bot.id:
            return False
        return await is_letter(ChatId(message.chat.id), MessageId(answered.message_id))


def create_router() -> Router:
    """Before anything else that plain words could mean."""
    router = Router(name="staff.letters")
    router.message.register(answer, NotACommand(), RepliesToLetter())
    router.callback_query.register(mark_complaint, callbacks.MarkComplaint.filter())
    return router


async def answer(
    message: Message, person: Person, words: Words, chat_id: ChatId, answer_letter: AnswerLetter
) -> None:
    """The letter itself says then who has answered; nothing more is posted among those who wait."""
    writing, letter = writing_of(message), message.reply_to_message
    if letter is None or writing.content is Content.OTHER:
        await reply(message, words.plain("letter-not-copied"))
        return
    if await answer_letter(person, chat_id, MessageId(letter.message_id), writing):
        await reply(message, words.plain("ticket-passed-after-close"))


async def mark_complaint(
    query: CallbackQuery, callback_data: callbacks.MarkComplaint, person: Person, words: Words,
    mark_complaint: MarkComplaint,
) -> None:  # fmt: skip
    """The letter goes to the managers, and from here."""
    passed = await mark_complaint(person, callback_data.letter_id)
    await answer_tap(query, words.plain("toast-complaint", passed="yes" if passed else "no"))
