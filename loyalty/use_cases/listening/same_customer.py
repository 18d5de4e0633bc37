"""All tickets of one customer: who wrote to which, which others are live, and who had an apology lately.

Not here: what is done about one of them (ticket_work.py).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from loyalty.days import day_of, end_after
from loyalty.ids import CustomerId, OperationId, TicketId
from loyalty.letters import TALK
from loyalty.ports import Transaction
from loyalty.rewards import RewardState
from loyalty.tickets import APOLOGY_DAYS, LateApology, Ticket
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.ticket_places import redraw_ticket

_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


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
    """What was given on another one of the same customer, for thirty days and as long as it can be had."""
    customer_id = follow_moves(tx, ticket.customer_id)
    others = [one for one in _of(tx, customer_id, closed_after=_EVER) if one.id != ticket.id]
    found = [late for one in others if (late := _late(tx, one, customer_id)) is not None]
    return max(found, key=lambda one: one.given, default=None)


def redraw_others(tx: Transaction, ticket: Ticket) -> None:
    """Other live ones of the same customer say what became of this one."""
    for one in _of(tx, follow_moves(tx, ticket.customer_id), closed_after=tx.now):
        if one.live and one.id != ticket.id:
            redraw_ticket(tx, one.id)


def _late(tx: Transaction, other: Ticket, customer_id: CustomerId) -> LateApology | None:
    if other.apology is None or other.apologised_at is None:
        return None
    rules = tx.programs.get_current().rules
    given = day_of(other.apologised_at, rules).date
    ends = end_after(other.apologised_at, APOLOGY_DAYS, rules)
    if tx.now < ends:
        return LateApology(other.id, given, day_of(ends, rules).date)
    return LateApology(other.id, given, None) if _is_held(tx, other.apology, customer_id) else None


def _is_held(tx: Transaction, apology: OperationId, customer_id: CustomerId) -> bool:
    """Whether what was given lies on the card still: a gift of which nothing reminded does not end."""
    gift = tx.rewards.given_by(apology)
    if gift.state is not RewardState.CANCELLED:
        return gift.state is RewardState.ISSUED
    return any(  # it came along with its card, as a reward of its own
        not one.cost and one.recipient_id is None and one.item == gift.item
        for one in tx.rewards.held_by(customer_id)
    )


def _of(tx: Transaction, customer_id: CustomerId, *, closed_after: datetime) -> Sequence[Ticket]:
    """Live ones and those closed since then, also of cards that moved onto this one."""
    theirs = (customer_id, *tx.moves.find_sources(customer_id))
    return [one for each in theirs for one in tx.tickets.find_of(each, closed_after=closed_after)]
