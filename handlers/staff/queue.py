"""Taps in the queue, and the queue on demand.

Not here: undo, which is the staff card's (visit.py); drawing the queue anew, which each change asks for.
"""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.counter_toasts import word_stamped
from handlers.drawings.phrases import short_pair_code
from handlers.drawings.queue import draw_queue
from handlers.filters import IsStaff, PrivateChat, SaysOneOf
from handlers.sending import answer_tap, turn
from handlers.texts import Words
from handlers.waiting_taps import forget_view
from loyalty.ids import ChatId, MessageId
from loyalty.people import Acquaintance, Cause, Person
from loyalty.refusals import NotStaff, Refused
from loyalty.use_cases.visits.queue import (
    BringCard,
    CardOpened,
    NotHere,
    ReadQueue,
    ServeFromQueue,
    ShowQueue,
)


def create_router() -> Router:
    """The taps, the busiest first."""
    router = Router(name="staff.queue")
    router.callback_query.register(serve, callbacks.Serve.filter())
    router.callback_query.register(bring_card, callbacks.BringCard.filter())
    router.callback_query.register(clear, callbacks.NotHere.filter())
    router.callback_query.register(choose_absent, callbacks.ChooseAbsent.filter(), IsStaff())
    router.callback_query.register(refuse_to_choose, callbacks.ChooseAbsent.filter())
    router.message.register(show, PrivateChat(), SaysOneOf("button-queue"))
    router.message.register(show, Command("queue"))
    return router


async def serve(
    query: CallbackQuery, callback_data: callbacks.Serve, person: Person, acquaintance: Acquaintance,
    words: Words, chat_id: ChatId, serve_from_queue: ServeFromQueue,
) -> None:  # fmt: skip
    """+1 for whoever waits, or their card where staff have to look."""
    cause = _cause(query, chat_id)
    done = await serve_from_queue(person, callback_data.scan_id, chat_id=chat_id, cause=cause)
    if isinstance(done, CardOpened):
        await answer_tap(query, words.plain("toast-queue-look"))
        return
    me = acquaintance.staff.id if acquaintance.staff else None
    await answer_tap(query, word_stamped(done, words, me=me))


async def bring_card(
    query: CallbackQuery, callback_data: callbacks.BringCard, person: Person, words: Words, chat_id: ChatId,
    bring_staff_card: BringCard,
) -> None:  # fmt: skip
    """More: the staff card of a visit from the queue, at the chat's end each time."""
    asked = _cause(query, chat_id)
    cause = replace(asked, tap=query.id) if asked else None
    await bring_staff_card(person, callback_data.visit_id, chat_id=chat_id, cause=cause)
    await answer_tap(query, words.plain("toast-queue-card"))


async def clear(
    query: CallbackQuery, callback_data: callbacks.NotHere, person: Person, words: Words, not_here: NotHere
) -> None:
    """Not here: off the list, and the customer is told."""
    scan = await not_here(person, callback_data.scan_id)
    forget_view(query)
    await answer_tap(query, words.plain("toast-queue-absent", pair=short_pair_code(scan.pair_code)))


async def choose_absent(
    query: CallbackQuery, callback_data: callbacks.ChooseAbsent, words: Words, chat_id: ChatId,
    read_queue: ReadQueue,
) -> None:  # fmt: skip
    """Ask who is not here, or back to the list: a view, so it is edited here."""
    facts = await read_queue(chat_id)
    await answer_tap(query)
    if facts is not None:
        await turn(query, draw_queue(facts, words, clearing=callback_data.shown))


async def refuse_to_choose(_: CallbackQuery) -> None:
    """The same tap by somebody who doesn't work here."""
    raise Refused(NotStaff())


async def show(message: Message, person: Person, chat_id: ChatId, show_queue: ShowQueue) -> None:
    """The queue at the end of this chat; from a group that it is not for, in the person's own."""
    await show_queue(person, chat_id=chat_id, cause=Cause(chat_id, MessageId(message.message_id)))


def _cause(query: CallbackQuery, chat_id: ChatId) -> Cause | None:
    return Cause(chat_id, MessageId(query.message.message_id)) if query.message else None
