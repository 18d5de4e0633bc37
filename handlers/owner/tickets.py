"""Unhappy customers, for managers and owners: /tickets, and the buttons under each of them.

Not here: answering, which is a reply (staff/letters.py). Who may is asked by each use case.
"""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import callbacks
from handlers.drawings.phrases import name_item
from handlers.drawings.tickets import draw_tickets
from handlers.filters import PrivateChat
from handlers.sending import answer_tap, send, turn
from handlers.texts import Words
from loyalty.ids import ChatId, MessageId
from loyalty.people import Cause, Person
from loyalty.tickets import TicketOutcome
from loyalty.use_cases.house.rules import ChangeRules
from loyalty.use_cases.listening.reading_tickets import ReadTickets, ShowTicket
from loyalty.use_cases.listening.ticket_work import Apologise, CloseTicket, Holder, ReopenTicket, TakeTicket


def create_router() -> Router:
    """The command, its list, and the buttons of each ticket."""
    router = Router(name="owner.tickets")
    router.message.register(answer, PrivateChat(), Command("tickets"))
    router.callback_query.register(turn_page, callbacks.OpenTickets.filter())
    router.callback_query.register(open_ticket, callbacks.OpenTicket.filter())
    router.callback_query.register(take, callbacks.TakeTicket.filter())
    router.callback_query.register(apologise, callbacks.Apologise.filter())
    router.callback_query.register(close, callbacks.CloseTicket.filter())
    router.callback_query.register(reopen, callbacks.ReopenTicket.filter())
    router.callback_query.register(set_apologies, callbacks.SetApologies.filter())
    return router


async def answer(
    _: Message, bot: Bot, person: Person, words: Words, chat_id: ChatId, read_tickets: ReadTickets
) -> None:
    """What waits, first."""
    await send(bot, chat_id, draw_tickets(await read_tickets(person), words))


async def turn_page(
    query: CallbackQuery, callback_data: callbacks.OpenTickets, person: Person, words: Words,
    read_tickets: ReadTickets,
) -> None:  # fmt: skip
    """Another page in the same message."""
    page = await read_tickets(person, callback_data.page)
    await answer_tap(query)
    await turn(query, draw_tickets(page, words))


async def open_ticket(
    query: CallbackQuery, callback_data: callbacks.OpenTicket, person: Person, chat_id: ChatId,
    show_ticket: ShowTicket,
) -> None:  # fmt: skip
    """Its message once more, further down."""
    shown = MessageId(query.message.message_id if query.message else 0)
    await show_ticket(person, callback_data.ticket_id, Cause(chat_id, shown, tap=query.id))
    await answer_tap(query)


async def take(
    query: CallbackQuery, callback_data: callbacks.TakeTicket, person: Person, words: Words,
    take_ticket: TakeTicket,
) -> None:  # fmt: skip
    """Who has it: you, or whoever was first."""
    await answer_tap(query, _say_holder(await take_ticket(person, callback_data.ticket_id), words))


async def apologise(
    query: CallbackQuery, callback_data: callbacks.Apologise, person: Person, words: Words,
    apologise: Apologise,
) -> None:  # fmt: skip
    """What came onto their card, once."""
    given = await apologise(person, callback_data.ticket_id)
    key = "toast-apologised" if given.told else "toast-apologised-untold"
    key = key if given.fresh else "toast-apologised-before"
    await answer_tap(query, words.plain(key, item=name_item(words, given.reward.item)))


async def close(
    query: CallbackQuery, callback_data: callbacks.CloseTicket, person: Person, words: Words,
    close_ticket: CloseTicket,
) -> None:  # fmt: skip
    """Nothing more is to be done."""
    outcome = TicketOutcome.PUT_RIGHT if callback_data.right else TicketOutcome.NOT_PUT_RIGHT
    asking = await close_ticket(person, callback_data.ticket_id, outcome)
    await answer_tap(query, words.plain("toast-ticket-closed", asked=asking.value))


async def reopen(
    query: CallbackQuery, callback_data: callbacks.ReopenTicket, person: Person, words: Words,
    reopen_ticket: ReopenTicket,
) -> None:  # fmt: skip
    """It is somebody's again."""
    await answer_tap(query, _say_holder(await reopen_ticket(person, callback_data.ticket_id), words))


async def set_apologies(
    query: CallbackQuery, callback_data: callbacks.SetApologies, person: Person, words: Words,
    change_rules: ChangeRules, read_tickets: ReadTickets,
) -> None:  # fmt: skip
    """The owner's alone: how many a month may have something with them."""
    await change_rules(person, apologies_a_month=callback_data.most)
    await answer_tap(query, words.plain("toast-saved"))
    await turn(query, draw_tickets(await read_tickets(person), words))


def _say_holder(holder: Holder, words: Words) -> str:
    return words.plain("toast-ticket-taken", mine="yes" if holder.mine else "no", by=holder.name)
