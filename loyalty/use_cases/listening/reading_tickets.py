"""What managers read of unhappy customers: one ticket, and the list of all.

Not here: how that looks (handlers/drawings/tickets.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, TicketId
from loyalty.letters import TALK, Letter
from loyalty.people import Cause, Person, Role, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnTicket, Refused, TicketOver
from loyalty.tickets import (
    VISIT_BEFORE,
    GivenScore,
    ListedTicket,
    Said,
    Ticket,
    TicketFacts,
    TicketList,
    VisitOfTicket,
    month_of,
)
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.same_customer import find_late_apology, find_other
from loyalty.use_cases.listening.ticket_places import find_recording
from loyalty.use_cases.listening.ticket_work import name_of
from loyalty.use_cases.staff.authority import is_own, require_manager
from loyalty.visits import Visit

LISTED: Final = 8
"""Tickets on a page of the list."""


@dataclass(frozen=True, slots=True)
class ReadTicket:
    """What a ticket's message shows."""

    database: Database

    async def __call__(self, ticket_id: TicketId) -> TicketFacts:
        """The ticket's facts now."""
        return await self.database.read(lambda tx: _facts(tx, tx.tickets.get(ticket_id)))


@dataclass(frozen=True, slots=True)
class ReadTickets:
    """A manager looks at who is unhappy."""

    database: Database

    async def __call__(self, person: Person, page: int = 0) -> TicketList:
        """A page of the list; the last one when there are not that many. Raises Refused(NotManager)."""
        return await self.database.read(lambda tx: _list(tx, person, page))


@dataclass(frozen=True, slots=True)
class ShowTicket:
    """A ticket's message, sent anew further down."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId, cause: Cause) -> None:
        """Once for each cause. Raises Refused: NotManager, TicketOver, OwnTicket."""

        def body(tx: Transaction) -> None:
            manager, ticket = require_manager(tx, person), tx.tickets.find(ticket_id)
            if ticket is None:
                raise Refused(TicketOver())
            if is_own(tx, manager.telegram_id, follow_moves(tx, ticket.customer_id)):
                raise Refused(OwnTicket())
            chat_id = ChatId(manager.telegram_id)
            tx.deliveries.add_screen(ScreenKind.TICKET, ticket_id, chat_id, cause=cause)

        await self.database.write(body)


def _list(tx: Transaction, person: Person, page: int) -> TicketList:
    manager, rules = require_manager(tx, person), tx.programs.get_current().rules
    own = _own(tx, manager)
    waiting, live, total = tx.tickets.count(but=own)
    pages = max(1, -(-total // LISTED))
    page = min(page, pages - 1)
    begins, ends = month_of(tx.now, rules)
    owner = manager.role.covers(Role.OWNER)
    return TicketList(
        tickets=[
            ListedTicket(one, _customer_name(tx, one), name_of(tx, one.taken_by))
            for one in tx.tickets.list_page(but=own, skip=page * LISTED, most=LISTED)
        ],
        waiting=waiting,
        live=live,
        page=page,
        pages=pages,
        apologies=tx.tickets.count_apologies(begins=begins, ends=ends),
        given_by=tx.tickets.count_apologies_by(begins=begins, ends=ends) if owner else (),
        rules=rules,
        now=tx.now,
        owner=owner,
    )


def _own(tx: Transaction, manager: StaffMember) -> Sequence[CustomerId]:
    """Who this manager is as a customer: nobody reads who takes care of oneself."""
    customer = tx.people.find_customer(manager.telegram_id)
    return () if customer is None else (customer.id, *tx.moves.find_sources(customer.id))


def _customer_name(tx: Transaction, ticket: Ticket) -> str:
    return tx.people.get_customer(follow_moves(tx, ticket.customer_id)).name


def _facts(tx: Transaction, ticket: Ticket) -> TicketFacts:
    customer, rules = (
        tx.people.get_customer(follow_moves(tx, ticket.customer_id)),
        tx.programs.get_current().rules,
    )
    return TicketFacts(
        ticket=ticket,
        customer_name="" if ticket.corrected else customer.name,
        former=customer.former,
        reachable=customer.reachable,
        given=None if ticket.corrected else _given(tx, ticket, hidden=customer.former),
        visit=None if ticket.corrected else _visit(tx, ticket, hidden=customer.former),
        said=() if customer.former or ticket.corrected else _said(tx, ticket),
        has_it=name_of(tx, ticket.taken_by),
        closed_by=name_of(tx, ticket.before.by if ticket.before else ticket.closed_by),
        wrote_again=_wrote_again(tx, ticket),
        apologised_by=name_of(tx, ticket.apologised_by),
        other=find_other(tx, ticket),
        lately=find_late_apology(tx, ticket) if ticket.live and ticket.apology is None else None,
        item=rules.item,
        rules=rules,
        now=tx.now,
    )


def _given(tx: Transaction, ticket: Ticket, *, hidden: bool) -> GivenScore | None:
    given = None if ticket.recipient_id is None else tx.tickets.find_given(ticket.recipient_id)
    return replace(given, reason="", copy_of=None) if given is not None and hidden else given


def _visit(tx: Transaction, ticket: Ticket, *, hidden: bool) -> VisitOfTicket | None:
    visit = None if ticket.visit_id is None else tx.visits.get(ticket.visit_id)
    if ticket.letter_id is not None and not hidden:
        visit = _last_before(tx, tx.letters.get(ticket.letter_id))
    if visit is None:
        return None
    return VisitOfTicket(visit, name_of(tx, visit.settled_by or visit.opened_by))


def _last_before(tx: Transaction, letter: Letter) -> Visit | None:
    """Most complaints are about it; an older one would only mislead."""
    card, since = tx.cards.get_of(letter.customer_id), letter.created_at - VISIT_BEFORE
    visits = tx.visits.find_confirmed_of(card.id, since=since)
    before = [one for one in visits if one.settled_at is not None and one.settled_at <= letter.created_at]
    return before[-1] if before else None


def _wrote_again(tx: Transaction, ticket: Ticket) -> bool:
    """What opened it again was written in the same moment."""
    if ticket.before is None or (since := ticket.reopened_at) is None:
        return False
    letters = tx.letters.of_ticket(ticket.id)
    return any(one.staff_id is None and one.created_at >= since for one in letters)


def _said(tx: Transaction, ticket: Ticket) -> Sequence[Said]:
    """What was written; of a complaint also what led to it, which stays where it was shown.

    A spoken or shown reason stands beside the score.
    """
    recording = find_recording(tx, ticket)
    earlier: Sequence[Letter] = ()
    if ticket.letter_id is not None:
        letter = tx.letters.get(ticket.letter_id)
        earlier = tx.letters.find_before(letter, since=letter.created_at - TALK)
    return [
        Said(
            name_of(tx, one.staff_id),
            one.content,
            one.text,
            one.staff_id is not None and tx.letters.is_lost(one.id),
        )
        for one in sorted((*earlier, *tx.letters.of_ticket(ticket.id)), key=lambda one: one.id)
        if one.id != recording
    ]
