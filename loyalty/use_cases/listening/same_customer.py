"""All tickets of one customer: who wrote to which, which others are live, and who had an apology lately.

Not here: what is done about one of them (ticket_work.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from loyalty.days import day_of, end_after
from loyalty.ids import CustomerId, TicketId
from loyalty.letters import TALK
from loyalty.ports import Transaction
from loyalty.tickets import APOLOGY_DAYS, LateApology, Ticket
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.ticket_places import redraw_ticket


def find_talk(tx: Transaction, customer_id: CustomerId) -> Ticket | None:
    """The ticket to which belongs what a customer writes now; of several a live one, the newest."""
    found = _of(tx, customer_id, closed_after=tx.now - TALK)
    talks = [one for one in found if one.is_talk(tx.now)]
    return max(talks, key=lambda one: (one.live, one.id), default=None)


def find_other(tx: Transaction, ticket: Ticket) -> TicketId | None:
    """Another live one of the same customer, the newest."""
    others = _of(tx, follow_moves(tx, ticket.customer_id), closed_after=tx.now)
    return max((one.id for one in others if one.live and one.id != ticket.id), default=None)


def find_late_apology(tx: Transaction, ticket: Ticket) -> LateApology | None:
    """What was given on another one of the same customer, as long as it can be had: one at a time."""
    rules = tx.programs.get_current().rules
    since = tx.now - timedelta(days=APOLOGY_DAYS + 1)
    found = []
    for one in _of(tx, follow_moves(tx, ticket.customer_id), closed_after=since):
        if one.id != ticket.id and one.apologised_at is not None:
            ends = end_after(one.apologised_at, APOLOGY_DAYS, rules)
            if tx.now < ends:
                given = day_of(one.apologised_at, rules).date
                found.append(LateApology(one.id, given, day_of(ends, rules).date))
    return max(found, key=lambda one: one.again, default=None)


def redraw_others(tx: Transaction, ticket: Ticket) -> None:
    """Other live ones of the same customer say what became of this one."""
    for one in _of(tx, follow_moves(tx, ticket.customer_id), closed_after=tx.now):
        if one.live and one.id != ticket.id:
            redraw_ticket(tx, one.id)


def _of(tx: Transaction, customer_id: CustomerId, *, closed_after: datetime) -> Sequence[Ticket]:
    """Live ones and those closed since then, also of cards that moved onto this one."""
    theirs = (customer_id, *tx.moves.find_sources(customer_id))
    return [one for each in theirs for one in tx.tickets.find_of(each, closed_after=closed_after)]
