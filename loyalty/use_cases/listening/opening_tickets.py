"""Tickets open by themselves after a low score, and after a letter that somebody called a complaint.

Not here: who may call it so (complaining.py), and what is done about it (ticket_work.py).
"""

from dataclasses import replace

from loyalty.deliveries import ScreenKind
from loyalty.ids import CustomerId, LetterId, RecipientId
from loyalty.letters import Letter, Writing
from loyalty.people import Cause
from loyalty.ports import Transaction
from loyalty.tickets import GivenScore, Ticket
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.same_customer import find_talk, redraw_others
from loyalty.use_cases.listening.ticket_places import (
    find_recording,
    readers_of,
    redraw_ticket,
    show_letter,
    show_ticket,
)


def note_score(tx: Transaction, recipient_id: RecipientId) -> None:
    """A score was given or corrected: a low one has a ticket, and one that was corrected in time has none
    that somebody would have to look after.
    """
    given = tx.tickets.find_given(recipient_id)
    if given is None:
        return
    ticket = tx.tickets.find_of_score(recipient_id)
    if ticket is None:
        if given.low:
            _open(tx, given)
            _bring_recording(tx, given)
        return
    if given.low:
        tx.tickets.open_again(ticket.id)
    else:
        tx.tickets.close_corrected(ticket.id)
    redraw_ticket(tx, ticket.id)
    recording = find_recording(tx, ticket)
    if recording is not None:
        tx.deliveries.redraw(recording, ScreenKind.LETTER)
    _bring_recording(tx, given)


def note_reason(tx: Transaction, recipient_id: RecipientId) -> None:
    """A reason came: the ticket says it, and what is no text is passed on like a letter."""
    given, ticket = tx.tickets.find_given(recipient_id), tx.tickets.find_of_score(recipient_id)
    if given is None or ticket is None:
        return
    redraw_ticket(tx, ticket.id)
    _bring_recording(tx, given)


def add_to_ticket(tx: Transaction, ticket: Ticket, customer_id: CustomerId, writing: Writing) -> None:
    """What a customer writes while somebody takes care of them goes there; what comes after the close opens
    it again, for all who could take it.
    """
    letter_id = tx.letters.add(customer_id, writing, ticket_id=ticket.id)
    again, ticket = tx.tickets.wait_again(ticket.id), tx.tickets.get(ticket.id)
    if not again or writing.content.is_copied:  # a text stands in the ticket's message
        show_letter(tx, ticket, letter_id)
    redraw_ticket(tx, ticket.id)
    if again:
        show_ticket(tx, ticket)
        redraw_others(tx, ticket)


def open_for_complaint(tx: Transaction, letter: Letter) -> bool:
    """A letter is a complaint: it joins the customer's live ticket, or opens one, and is the managers' only.

    False when nobody is there who could take care of it.
    """
    customer_id = follow_moves(tx, letter.customer_id)
    if letter.ticket_id is not None:
        return True
    if tx.people.get_customer(customer_id).practice or not readers_of(tx, customer_id):
        return False
    talk = find_talk(tx, customer_id)
    if talk is not None and talk.live:
        tx.letters.join_ticket(letter.id, talk.id)
        show_letter(tx, talk, letter.id)
        redraw_ticket(tx, talk.id)
    else:
        _open_for_letter(tx, customer_id, letter)
    tx.deliveries.redraw(letter.id, ScreenKind.LETTER)
    return True


def _bring_recording(tx: Transaction, given: GivenScore) -> None:
    """A voice or a picture comes with the ticket once, whichever was first; not while that is corrected."""
    ticket = tx.tickets.find_of_score(given.recipient_id)
    if ticket is None or ticket.corrected:
        return
    if given.copy_of is None or given.content is None:
        return
    if tx.letters.find_caused_by(Cause(*given.copy_of)) is None:
        writing = Writing(given.content, given.reason, *given.copy_of)
        letter_id = tx.letters.add(ticket.customer_id, writing, ticket_id=ticket.id)
        show_letter(tx, ticket, letter_id)


def _open_for_letter(tx: Transaction, customer_id: CustomerId, letter: Letter) -> None:
    ticket_id = tx.tickets.open_for_letter(customer_id, letter.id)
    if ticket_id is None:
        return
    tx.letters.join_ticket(letter.id, ticket_id)
    ticket = tx.tickets.get(ticket_id)
    show_ticket(tx, ticket)
    redraw_others(tx, ticket)
    if letter.copy_of is not None:  # a text stands in the ticket's message
        show_letter(tx, ticket, LetterId(letter.id))


def _open(tx: Transaction, given: GivenScore) -> None:
    customer_id = follow_moves(tx, given.customer_id)
    customer = tx.people.get_customer(customer_id)
    if customer.practice or customer.former or not readers_of(tx, customer_id):
        return
    ticket_id = tx.tickets.open_for_score(replace(given, customer_id=customer_id))
    if ticket_id is not None:
        ticket = tx.tickets.get(ticket_id)
        show_ticket(tx, ticket)
        redraw_others(tx, ticket)
