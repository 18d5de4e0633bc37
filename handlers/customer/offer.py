"""The customer's answer: hand a reward out, pay with points, yes or no.

Not here: the question (drawings/questions.py), which its redraw settles.
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.phrases import say_money
from handlers.sending import answer_tap
from handlers.texts import Words
from loyalty.people import Person
from loyalty.rewards import OfferState
from loyalty.use_cases.rewards.handovers import AnswerOffer
from loyalty.use_cases.rewards.spending import AnswerSpending


def create_router() -> Router:
    """One tap."""
    router = Router(name="customer.offer")
    router.callback_query.register(answer, callbacks.AnswerHandOver.filter())
    router.callback_query.register(answer_about_points, callbacks.AnswerSpending.filter())
    return router


async def answer(
    query: CallbackQuery, callback_data: callbacks.AnswerHandOver, person: Person, words: Words,
    answer_offer: AnswerOffer,
) -> None:  # fmt: skip
    """Yes or no; the state that it came to counts, not the tap."""
    facts = await answer_offer(person, callback_data.offer_id, agreed=callback_data.agreed)
    agreed = facts.state is OfferState.AGREED
    await answer_tap(query, words.plain("toast-offer-agreed" if agreed else "toast-offer-refused"))


async def answer_about_points(
    query: CallbackQuery, callback_data: callbacks.AnswerSpending, person: Person, words: Words,
    answer_spending: AnswerSpending,
) -> None:  # fmt: skip
    """The same about points; the state that it came to counts, not the tap."""
    facts = await answer_spending(person, callback_data.offer_id, agreed=callback_data.agreed)
    if facts.offer.state is OfferState.AGREED:
        worth = say_money(words, facts.offer.points, facts.currency)
        await answer_tap(query, words.plain("toast-spent", worth=worth))
    else:
        await answer_tap(query, words.plain("toast-offer-refused"))
