"""A day without an answer: managers and owners are told once more that somebody waits.

Not here: when it is looked at (bot/scheduler.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.ids import TicketId
from loyalty.policy import is_quiet
from loyalty.ports import Database, Transaction
from loyalty.tickets import REMIND_AFTER
from loyalty.use_cases.listening.ticket_places import redraw_ticket, show_ticket

_SLICE = 50
"""Tickets of one transaction: after a long rest many may be due."""


@dataclass(frozen=True, slots=True)
class RemindOfTickets:
    """Tickets that nobody has answered for a day are shown once more, by day."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many."""
        reminded = 0
        while await self.database.read(lambda tx: bool(_due(tx, most=1))):
            reminded_now = await self.database.write(_remind)
            reminded += reminded_now
            if not reminded_now:
                break
        return reminded


def _due(tx: Transaction, *, most: int) -> Sequence[TicketId]:
    if is_quiet(tx.now, tx.programs.get_current().rules):
        return []
    return tx.tickets.find_unanswered(waiting_since=tx.now - REMIND_AFTER, most=most)


def _remind(tx: Transaction) -> int:
    due = _due(tx, most=_SLICE)
    for ticket_id in due:
        tx.tickets.note_reminder(ticket_id)
        redraw_ticket(tx, ticket_id)
        show_ticket(tx, tx.tickets.get(ticket_id))
    return len(due)
