"""Taps on the staff card: the busiest screen of the cafe.

Not here: redrawing the card; each change has its redraw waiting as a delivery when the tap is answered.
"""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers import callbacks
from handlers.drawings.counter_toasts import word_declined, word_given_back, word_stamped, word_undone
from handlers.drawings.further_buttons import place_further
from handlers.drawings.phrases import name_item, say_money
from handlers.drawings.staff_card import draw_staff_card
from handlers.filters import IsStaff, is_manager
from handlers.sending import answer_tap, turn
from handlers.texts import Words
from loyalty.cards import CounterFacts
from loyalty.ids import ChatId, VisitId
from loyalty.people import Acquaintance, Person
from loyalty.refusals import NotStaff, Refused, VisitOver
from loyalty.use_cases.corrections.undoing import UndoVisit
from loyalty.use_cases.house.screens import ReadCounter
from loyalty.use_cases.rewards.handovers import OfferReward, UndoHandover
from loyalty.use_cases.rewards.spending import OfferSpending
from loyalty.use_cases.visits.bills import AddBill
from loyalty.use_cases.visits.confirming import AddToVisit, ConfirmVisit, DeclineVisit
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.joining import JoinVisit
from loyalty.visits import VisitState


def create_router() -> Router:
    """The taps, the busiest first."""
    router = Router(name="staff.visit")
    router.callback_query.register(confirm, callbacks.Confirm.filter())
    router.callback_query.register(confirm_for, callbacks.ConfirmFor.filter())
    router.callback_query.register(confirm_bill, callbacks.ConfirmBill.filter())
    router.callback_query.register(confirm_bill_for, callbacks.ConfirmBillFor.filter())
    router.callback_query.register(enter_bill, callbacks.EnterBill.filter())
    router.callback_query.register(pay_with_points, callbacks.PayWithPoints.filter())
    router.callback_query.register(join_visit, callbacks.Join.filter())
    router.callback_query.register(add, callbacks.Add.filter())
    router.callback_query.register(undo, callbacks.Undo.filter())
    router.callback_query.register(show_adds, callbacks.ShowAdds.filter(), IsStaff())
    router.callback_query.register(refuse_adds, callbacks.ShowAdds.filter())
    router.callback_query.register(hand_over, callbacks.HandOver.filter())
    router.callback_query.register(undo_hand_over, callbacks.UndoHandOver.filter())
    router.callback_query.register(decline, callbacks.Decline.filter())
    return router


async def confirm(
    query: CallbackQuery, callback_data: callbacks.Confirm, person: Person, acquaintance: Acquaintance,
    words: Words, confirm_visit: ConfirmVisit,
) -> None:  # fmt: skip
    """+1, or +2 to +goal."""
    result = await confirm_visit(person, callback_data.visit_id, stamps=callback_data.stamps)
    await _answer_stamped(query, result, acquaintance, words)


async def confirm_for(
    query: CallbackQuery, callback_data: callbacks.ConfirmFor, person: Person, acquaintance: Acquaintance,
    words: Words, confirm_visit: ConfirmVisit,
) -> None:  # fmt: skip
    """Second round, a friend's order, a correction."""
    result = await confirm_visit(
        person, callback_data.visit_id, stamps=callback_data.stamps, reason=callback_data.reason
    )
    await _answer_stamped(query, result, acquaintance, words)


async def confirm_bill(
    query: CallbackQuery, callback_data: callbacks.ConfirmBill, person: Person, acquaintance: Acquaintance,
    words: Words, confirm_visit: ConfirmVisit,
) -> None:  # fmt: skip
    """One of the usual amounts, and the stamp with it."""
    stamps, place = callback_data.stamps, callback_data.place
    result = await confirm_visit(person, callback_data.visit_id, stamps=stamps, bill=place)
    await _answer_stamped(query, result, acquaintance, words)


async def confirm_bill_for(
    query: CallbackQuery, callback_data: callbacks.ConfirmBillFor, person: Person,
    acquaintance: Acquaintance, words: Words, confirm_visit: ConfirmVisit,
) -> None:  # fmt: skip
    """One of the usual amounts in a second round."""
    stamps, place, reason = callback_data.stamps, callback_data.place, callback_data.reason
    result = await confirm_visit(person, callback_data.visit_id, stamps=stamps, bill=place, reason=reason)
    await _answer_stamped(query, result, acquaintance, words)


async def enter_bill(
    query: CallbackQuery, callback_data: callbacks.EnterBill, person: Person, acquaintance: Acquaintance,
    words: Words, add_bill: AddBill,
) -> None:  # fmt: skip
    """The bill after the stamps."""
    result = await add_bill(person, callback_data.visit_id, callback_data.place)
    await _answer_stamped(query, result, acquaintance, words)


async def pay_with_points(
    query: CallbackQuery, callback_data: callbacks.PayWithPoints, person: Person, words: Words,
    offer_spending: OfferSpending, read_counter: ReadCounter,
) -> None:  # fmt: skip
    """Points for a part of the bill: the customer is asked; paid at once, the rest is taken in money."""
    done = await offer_spending(person, callback_data.visit_id)
    worth = say_money(words, done.points, done.currency)
    if done.asked:
        await answer_tap(query, words.plain("toast-spend-asked", worth=worth))
        return
    visit = (await read_card(read_counter, callback_data.visit_id)).visit
    left = say_money(words, (visit.amount or 0) - visit.spent, done.currency)
    await answer_tap(query, words.plain("toast-spent-left", worth=worth, left=left))


async def join_visit(
    query: CallbackQuery, callback_data: callbacks.Join, person: Person, acquaintance: Acquaintance,
    words: Words, join_visit: JoinVisit,
) -> None:  # fmt: skip
    """Add to the visit of 8:41."""
    result = await join_visit(person, callback_data.visit_id, to=callback_data.to)
    await _answer_stamped(query, result, acquaintance, words)


async def add(
    query: CallbackQuery, callback_data: callbacks.Add, person: Person, acquaintance: Acquaintance,
    words: Words, add_to_visit: AddToVisit,
) -> None:  # fmt: skip
    """Make it 2, or add to this visit."""
    result = await add_to_visit(
        person, callback_data.visit_id, stamps=callback_data.stamps, add=callback_data.add
    )
    await _answer_stamped(query, result, acquaintance, words)


async def _answer_stamped(
    query: CallbackQuery, result: Stamped, acquaintance: Acquaintance, words: Words
) -> None:
    me = acquaintance.staff.id if acquaintance.staff else None
    await answer_tap(query, word_stamped(result, words, me=me))


async def undo(
    query: CallbackQuery, callback_data: callbacks.Undo, person: Person, words: Words, undo_visit: UndoVisit
) -> None:
    """Take the visit back."""
    result = await undo_visit(person, callback_data.visit_id)
    await answer_tap(query, word_undone(result.facts, words))


async def decline(
    query: CallbackQuery,
    callback_data: callbacks.Decline,
    person: Person,
    words: Words,
    decline_visit: DeclineVisit,
) -> None:
    """Not now."""
    result = await decline_visit(person, callback_data.visit_id)
    await answer_tap(query, word_declined(result.facts, words))


async def show_adds(
    query: CallbackQuery, callback_data: callbacks.ShowAdds, words: Words, person: Person, acquaintance:
    Acquaintance, chat_id: ChatId, read_counter: ReadCounter,
) -> None:  # fmt: skip
    """Open or close the row of further stamps: the view of whoever tapped, so it is edited here."""
    facts = await read_card(read_counter, callback_data.visit_id)
    await answer_tap(query)
    card = draw_staff_card(facts, words, adding=callback_data.shown, group=chat_id < 0)
    if not callback_data.shown:
        manager = chat_id == ChatId(person.telegram_id) and is_manager(acquaintance)
        card = place_further(card, facts, words, manager=manager)
    await turn(query, card)


async def read_card(read_counter: ReadCounter, visit_id: VisitId) -> CounterFacts:
    """What the staff card shows. Raises Refused: VisitOver."""
    try:
        return await read_counter(visit_id)
    except LookupError:  # callback data is untrusted text, and no such visit was ever opened
        raise Refused(VisitOver(VisitState.EXPIRED)) from None


async def refuse_adds(_: CallbackQuery) -> None:
    """The same tap by somebody who doesn't work here: the card shows whose it is."""
    raise Refused(NotStaff())


async def hand_over(
    query: CallbackQuery,
    callback_data: callbacks.HandOver,
    person: Person,
    words: Words,
    offer_reward: OfferReward,
) -> None:
    """Hand a reward over: at once when the customer picked it, otherwise they are asked."""
    done = await offer_reward(person, callback_data.visit_id, callback_data.reward_id)
    item = name_item(words, done.item)
    await answer_tap(query, words.plain("toast-asked" if done.asked else "toast-handed-over", item=item))


async def undo_hand_over(
    query: CallbackQuery, callback_data: callbacks.UndoHandOver, person: Person, words: Words,
    undo_handover: UndoHandover,
) -> None:  # fmt: skip
    """Take a handing over back."""
    result = await undo_handover(person, callback_data.reward_id)
    await answer_tap(query, word_given_back(result.facts, words))
