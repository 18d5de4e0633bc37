"""Where tickets are shown: in the own chats of managers and owners, and never to their own customer.

Not here: what opens one (opening_tickets.py), and what is done about it (ticket_work.py).
"""

from collections.abc import Sequence

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, LetterId, StaffId, TicketId
from loyalty.people import Cause, StaffMember
from loyalty.ports import Transaction
from loyalty.tickets import Ticket
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.staff.authority import is_own


def readers_of(tx: Transaction, customer_id: CustomerId) -> Sequence[StaffMember]:
    """Managers and owners who may read what this customer is unhappy about."""
    theirs = follow_moves(tx, customer_id)
    return [one for one in tx.people.find_managers() if not is_own(tx, one.telegram_id, theirs)]


def show_ticket(tx: Transaction, ticket: Ticket, *, to: StaffId | None = None) -> None:
    """Send its message, to all who may take it or, as long as they still may, to one of them."""
    for chat_id in _chats(tx, ticket, to):
        tx.deliveries.add_screen(ScreenKind.TICKET, ticket.id, chat_id)


def show_letter(tx: Transaction, ticket: Ticket, letter_id: LetterId) -> None:
    """What the customer wrote goes to whoever takes care of it, or to all who could; once to each."""
    shown = {one.chat_id for one in tx.screens.find_placed(ScreenKind.LETTER, letter_id)}
    for chat_id in _chats(tx, ticket, ticket.taken_by):
        if chat_id not in shown:
            tx.deliveries.add_screen(ScreenKind.LETTER, letter_id, chat_id)


def redraw_ticket(tx: Transaction, ticket_id: TicketId) -> None:
    """Bring it up to date wherever it is shown."""
    tx.deliveries.redraw(ticket_id, ScreenKind.TICKET)


def find_recording(tx: Transaction, ticket: Ticket) -> LetterId | None:
    """The letter as which a spoken or shown reason of its score came with it."""
    given = None if ticket.recipient_id is None else tx.tickets.find_given(ticket.recipient_id)
    if given is None or given.copy_of is None:
        return None
    letter = tx.letters.find_caused_by(Cause(*given.copy_of))
    return None if letter is None else letter.id


def free_tickets(tx: Transaction, staff_id: StaffId) -> None:
    """What somebody had taken who may not any more is shown anew to those who may."""
    for ticket_id in tx.tickets.free(staff_id):
        redraw_ticket(tx, ticket_id)
        show_ticket(tx, tx.tickets.get(ticket_id))


def _chats(tx: Transaction, ticket: Ticket, to: StaffId | None) -> Sequence[ChatId]:
    readers = readers_of(tx, ticket.customer_id)
    named = [one for one in readers if one.id == to]
    return [ChatId(one.telegram_id) for one in named or readers]
