"""Old card +n: the stamps of a paper card from before, on opening days.

Not here: when they are taken and how many (loyalty/use_cases/paper/old_cards.py).
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.further_buttons import draw_old_card_question, place_further
from handlers.drawings.phrases import say_progress
from handlers.drawings.staff_card import draw_staff_card
from handlers.filters import IsStaff, is_manager
from handlers.sending import answer_tap, turn
from handlers.staff.visit import read_card
from handlers.texts import Words
from handlers.waiting_taps import forget_view
from loyalty.ids import ChatId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import NotStaff, Refused
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.paper.old_cards import CarryOldCard


def create_router() -> Router:
    """The question and its answer."""
    router = Router(name="staff.old_card")
    router.callback_query.register(show, callbacks.ShowOldCard.filter(), IsStaff())
    router.callback_query.register(refuse, callbacks.ShowOldCard.filter())
    router.callback_query.register(carry_over, callbacks.CarryOldCard.filter())
    return router


async def show(
    query: CallbackQuery, callback_data: callbacks.ShowOldCard, words: Words, read_counter: ReadCounter,
    person: Person, acquaintance: Acquaintance, chat_id: ChatId,
) -> None:  # fmt: skip
    """Open or close the rows: the view of whoever tapped, so it is edited here."""
    facts = await read_card(read_counter, callback_data.visit_id)
    await answer_tap(query)
    if callback_data.shown and facts.old_card:
        await turn(query, draw_old_card_question(facts, words))
        return
    card = draw_staff_card(facts, words)
    manager = chat_id == ChatId(person.telegram_id) and is_manager(acquaintance)
    await turn(query, place_further(card, facts, words, manager=manager))


async def refuse(_: CallbackQuery) -> None:
    """The same tap by somebody who doesn't work here."""
    raise Refused(NotStaff())


async def carry_over(
    query: CallbackQuery, callback_data: callbacks.CarryOldCard, person: Person, words: Words,
    carry_old_card: CarryOldCard,
) -> None:  # fmt: skip
    """+3 from the old card."""
    fact = await carry_old_card(person, callback_data.visit_id, stamps=callback_data.stamps)
    forget_view(query)
    progress = say_progress(words, stamps=fact.stamps, goal=fact.goal)
    await answer_tap(query, words.plain("toast-old-card", added=fact.added, progress=progress))
