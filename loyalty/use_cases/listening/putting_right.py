"""The customer is asked by day whether it was put right, on a day on which nothing else is asked, and answers
once; who closed it hears of a no.

Not here: taking it up again (ticket_work.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from loyalty.days import day_of
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, TicketId
from loyalty.letters import TALK
from loyalty.people import Person
from loyalty.policy import is_quiet
from loyalty.ports import Database, Transaction
from loyalty.questions import QuestionKind, QuestionState
from loyalty.refusals import NotYourQuestion, Refused
from loyalty.tickets import Ticket
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.ticket_places import redraw_ticket, show_ticket

_SLICE: Final = 50
"""Tickets of one transaction: in the morning those of a whole evening are due."""


class Asking(StrEnum):
    """When the customer is asked whether it was put right."""

    NOW = "now"
    LATER = "later"
    """By day, and on one on which they are asked nothing else."""
    NOT = "not"
    """They can't be, or the same question stands in their chat still."""


@dataclass(frozen=True, slots=True)
class AskByDay:
    """Whose ticket was closed in the quiet hours, or on a day with another question, is asked after it."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many were."""
        asked = 0
        while await self.database.read(lambda tx: bool(_unasked(tx))):
            asked_now = await self.database.write(_ask_all)
            asked += asked_now
            if not asked_now:
                break
        return asked


@dataclass(frozen=True, slots=True)
class AnswerPutRight:
    """Yes, it was put right; or no."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId, *, agreed: bool) -> bool:
        """What stands, which is the first answer. Raises Refused(NotYourQuestion)."""

        def body(tx: Transaction) -> bool:
            customer, ticket = tx.people.find_customer(person.telegram_id), tx.tickets.find(ticket_id)
            if customer is None or ticket is None or ticket.asked_at is None:
                raise Refused(NotYourQuestion())
            if follow_moves(tx, ticket.customer_id) != customer.id:
                raise Refused(NotYourQuestion())
            if tx.tickets.agree(ticket_id, agreed=agreed):
                question_id = tx.questions.find_asked(customer.id, ticket.asked_at)
                if question_id is not None:
                    tx.questions.settle(question_id, QuestionState.ANSWERED)
                tx.deliveries.redraw(ticket_id, ScreenKind.PUT_RIGHT)
                redraw_ticket(tx, ticket_id)
                if not agreed:
                    show_ticket(tx, tx.tickets.get(ticket_id), to=ticket.closed_by)
            return bool(tx.tickets.get(ticket_id).agreed)

        return await self.database.write(body)


def ask_put_right(tx: Transaction, ticket: Ticket) -> Asking:
    """It was closed just now, or lately: take the customer's day and ask, or leave it for later."""
    customer_id, rules = follow_moves(tx, ticket.customer_id), tx.programs.get_current().rules
    telegram_id = tx.people.find_telegram_id(customer_id)
    if telegram_id is None or ticket.asked_at is not None:
        return Asking.NOT
    if is_quiet(tx.now, rules):
        return Asking.LATER
    today = day_of(tx.now, rules).date
    if tx.questions.ask(customer_id, QuestionKind.SURVEY, day=today, operation_id=None) is None:
        return Asking.LATER
    if tx.tickets.note_asked(ticket.id):
        tx.deliveries.add_screen(ScreenKind.PUT_RIGHT, ticket.id, ChatId(telegram_id))
    return Asking.NOW


def _unasked(tx: Transaction) -> Sequence[TicketId]:
    if is_quiet(tx.now, tx.programs.get_current().rules):
        return []
    return tx.tickets.find_unasked(closed_after=tx.now - TALK, most=_SLICE)


def _ask_all(tx: Transaction) -> int:
    asked = 0
    for ticket_id in _unasked(tx):
        if ask_put_right(tx, tx.tickets.get(ticket_id)) is Asking.NOW:
            redraw_ticket(tx, ticket_id)
            asked += 1
    return asked
