"""A manager has looked at what a customer said wasn't them: unfreeze.

Not here: the screen that tells managers (drawings/freezing.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.people import Person
from loyalty.use_cases.customers.freezing import ThawCard


def create_router() -> Router:
    """One tap."""
    router = Router(name="staff.thawing")
    router.callback_query.register(thaw, callbacks.Thaw.filter())
    return router


async def thaw(
    query: CallbackQuery, callback_data: callbacks.Thaw, person: Person, words: Words, thaw_card: ThawCard
) -> None:
    """Nothing keeps the card any more; who was first is seen on the screen."""
    await thaw_card(person, callback_data.freeze_id)
    await answer_tap(query, words.plain("toast-thawed"))
