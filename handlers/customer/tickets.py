"""An unhappy customer's own taps: this is a complaint, and whether it was put right.

Not here: what they write (letters.py), and whoever takes care of it (owner/tickets.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.use_cases.listening.complaining import Complain
from loyalty.use_cases.listening.putting_right import AnswerPutRight


def create_router() -> Router:
    """Two buttons."""
    router = Router(name="customer.tickets")
    router.callback_query.register(complain, callbacks.Complain.filter())
    router.callback_query.register(answer_put_right, callbacks.AnswerPutRight.filter())
    return router


async def complain(
    query: CallbackQuery, callback_data: callbacks.Complain, person: Person, words: Words, chat_id: ChatId,
    complain: Complain,
) -> None:  # fmt: skip
    """What they wrote is the managers' now, and nobody else's."""
    passed = await complain(person, Cause(chat_id, MessageId(callback_data.message_id)))
    await answer_tap(query, words.plain("toast-complained", passed="yes" if passed else "no"))


async def answer_put_right(
    query: CallbackQuery, callback_data: callbacks.AnswerPutRight, person: Person, words: Words,
    answer_put_right: AnswerPutRight,
) -> None:  # fmt: skip
    """Yes or no; the first answer stands, and the question says which."""
    agreed = await answer_put_right(person, callback_data.ticket_id, agreed=callback_data.agreed)
    await answer_tap(query, words.plain("toast-put-right", agreed="yes" if agreed else "no"))
