"""The customer says whether it was put right, once; and who closed it hears of a no.

Not here: taking it up again (ticket_work.py).
"""

from dataclasses import dataclass

from loyalty.deliveries import ScreenKind
from loyalty.ids import TicketId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import NotYourQuestion, Refused
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.ticket_places import redraw_ticket, show_ticket


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
                tx.deliveries.redraw(ticket_id, ScreenKind.PUT_RIGHT)
                redraw_ticket(tx, ticket_id)
                if not agreed:
                    show_ticket(tx, tx.tickets.get(ticket_id), to=ticket.closed_by)
            return bool(tx.tickets.get(ticket_id).agreed)

        return await self.database.write(body)
