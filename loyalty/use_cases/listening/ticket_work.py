"""What managers do about an unhappy customer: take it, answer, apologise, close it, take it up again.

Not here: what opens a ticket (opening_tickets.py), and what the customer says to it (putting_right.py).
"""

from dataclasses import dataclass

from loyalty import days
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, LetterId, StaffId, TicketId
from loyalty.letters import Writing
from loyalty.people import Cause, Person, Role, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.receipts import GiftCause
from loyalty.refusals import (
    ApologiesUsedUp,
    ApologisedLately,
    CustomerGone,
    NoApologies,
    OwnTicket,
    Refused,
    TicketOver,
    TicketTaken,
)
from loyalty.rewards import Reward
from loyalty.tickets import APOLOGY_DAYS, Ticket, TicketOutcome, TicketState, month_of
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.listening.putting_right import Asking, ask_put_right
from loyalty.use_cases.listening.same_customer import find_late_apology, redraw_others
from loyalty.use_cases.listening.ticket_places import redraw_ticket
from loyalty.use_cases.rewards.gifts import issue_gift
from loyalty.use_cases.staff.authority import is_own, require_manager


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes care of it now."""

    name: str
    mine: bool
    """Whether that is whoever asked."""


@dataclass(frozen=True, slots=True)
class TakeTicket:
    """I take care of it."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId) -> Holder:
        """Who has it now: of several who tap at once the first, and the others see whom.

        Raises Refused: NotManager, TicketOver, OwnTicket.
        """

        def body(tx: Transaction) -> Holder:
            manager, ticket = _require_both(tx, person, ticket_id)
            _refuse_closed(tx, ticket)
            if tx.tickets.take(ticket_id, by=manager.id):
                redraw_ticket(tx, ticket_id)
            return _holder(tx, ticket_id, manager)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class Apologised:
    """What was given with an apology; `fresh` False: it was given before."""

    reward: Reward
    fresh: bool
    told: bool
    """False: nothing reaches the customer now, who finds it on the card."""


@dataclass(frozen=True, slots=True)
class Apologise:
    """Something from the program, with an apology."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId) -> Apologised:
        """What came onto the customer's card; once for each ticket, and one at a time for each customer.

        Raises Refused: NotManager, TicketTaken, TicketOver, OwnTicket, CustomerGone, NoApologies,
        ApologiesUsedUp, ApologisedLately, CardFrozen.
        """

        def body(tx: Transaction) -> Apologised:
            manager, ticket = _require_both(tx, person, ticket_id)
            if ticket.apology is not None:
                return Apologised(
                    tx.rewards.given_by(ticket.apology), fresh=False, told=_is_reachable(tx, ticket)
                )
            _refuse_closed(tx, ticket)
            _hold(tx, manager, ticket)
            return Apologised(_give(tx, ticket, manager), fresh=True, told=_is_reachable(tx, ticket))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class CloseTicket:
    """Put right, or not: nothing more is to be done."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId, outcome: TicketOutcome) -> Asking:
        """Whether the customer is asked now if it was put right, or later, or not.

        Raises Refused: NotManager, TicketTaken, TicketOver, OwnTicket.
        """

        def body(tx: Transaction) -> Asking:
            manager, ticket = _require_both(tx, person, ticket_id)
            _refuse_closed(tx, ticket)
            _hold(tx, manager, ticket)
            tx.tickets.close(ticket_id, outcome, by=manager.id)
            redraw_ticket(tx, ticket_id)
            redraw_others(tx, ticket)
            return ask_put_right(tx, tx.tickets.get(ticket_id))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReopenTicket:
    """The customer says that it was not put right: somebody takes it up again, once for each no."""

    database: Database

    async def __call__(self, person: Person, ticket_id: TicketId) -> Holder:
        """Who has it now. Raises Refused: NotManager, TicketOver, OwnTicket."""

        def body(tx: Transaction) -> Holder:
            manager, ticket = _require_both(tx, person, ticket_id)
            if tx.tickets.reopen(ticket_id, by=manager.id):
                redraw_ticket(tx, ticket_id)
                redraw_others(tx, ticket)
            else:
                _refuse_closed(tx, ticket)
            return _holder(tx, ticket_id, manager)

        return await self.database.write(body)


def answer_ticket(
    tx: Transaction, person: Person, ticket_id: TicketId, writing: Writing, *, letter_id: LetterId | None
) -> bool:
    """An answer is on its way to the customer; whether it came after the ticket was closed.

    Only from whoever has it, or an owner; answering one that nobody has takes it. `letter_id`: the letter
    that was replied to. Raises Refused: NotManager, TicketTaken, TicketOver, OwnTicket, CustomerGone.
    """
    manager, ticket = _require_both(tx, person, ticket_id)
    if tx.letters.find_caused_by(Cause(writing.chat_id, writing.message_id)) is not None:
        return not ticket.live
    customer_id = follow_moves(tx, ticket.customer_id)
    telegram_id = tx.people.find_telegram_id(customer_id)
    if telegram_id is None:
        raise Refused(CustomerGone())
    if not ticket.is_talk(tx.now):
        _refuse_closed(tx, ticket, unsent=True)
    _hold(tx, manager, ticket)
    answer_id = tx.letters.add(
        customer_id, writing, staff_id=manager.id, answers=letter_id, ticket_id=ticket_id
    )
    tx.deliveries.add_screen(ScreenKind.ANSWER, answer_id, ChatId(telegram_id))
    tx.tickets.note_answer(ticket_id)
    redraw_ticket(tx, ticket_id)
    if letter_id is not None:
        tx.deliveries.redraw(letter_id, ScreenKind.LETTER)
    return not ticket.live


def take_answer_back(tx: Transaction, ticket_id: TicketId) -> None:
    """An answer did not arrive: it is no first answer, and the customer waits unless another one arrived."""
    ticket = tx.tickets.get(ticket_id)
    answers = [one for one in tx.letters.of_ticket(ticket_id) if one.staff_id is not None]
    arrived = [one.created_at for one in answers if not tx.letters.is_lost(one.id)]
    since = ticket.reopened_at or ticket.opened_at
    waits = None if any(at >= since for at in arrived) else since
    tx.tickets.take_answer_back(ticket_id, first=min(arrived, default=None), waits_since=waits)
    redraw_ticket(tx, ticket_id)


def name_of(tx: Transaction, staff_id: StaffId | None) -> str:
    """Under which name somebody works here, or did; empty for nobody."""
    return "" if staff_id is None else tx.people.get_staff(staff_id).name


def _require_both(tx: Transaction, person: Person, ticket_id: TicketId) -> tuple[StaffMember, Ticket]:
    """A manager, and a ticket that is not about this manager."""
    manager, ticket = require_manager(tx, person), tx.tickets.find(ticket_id)
    if ticket is None:
        raise Refused(TicketOver())
    if is_own(tx, manager.telegram_id, follow_moves(tx, ticket.customer_id)):
        raise Refused(OwnTicket())
    return manager, ticket


def _holder(tx: Transaction, ticket_id: TicketId, asker: StaffMember) -> Holder:
    taken_by = tx.tickets.get(ticket_id).taken_by
    return Holder(name_of(tx, taken_by), mine=taken_by == asker.id)


def _refuse_closed(tx: Transaction, ticket: Ticket, *, unsent: bool = False) -> None:
    if not ticket.live:
        raise Refused(TicketOver(name_of(tx, ticket.closed_by), unsent))


def _hold(tx: Transaction, manager: StaffMember, ticket: Ticket) -> None:
    """Whoever does something about it has it, unless an owner helps. Raises Refused(TicketTaken)."""
    if ticket.state is TicketState.OPEN:
        tx.tickets.take(ticket.id, by=manager.id)
        return
    holder = None if ticket.taken_by is None else tx.staff.find(ticket.taken_by)
    if holder is None or holder.id == manager.id or manager.role.covers(Role.OWNER):
        return
    if holder.role.covers(Role.MANAGER):
        raise Refused(TicketTaken(holder.name))


def _is_reachable(tx: Transaction, ticket: Ticket) -> bool:
    return tx.people.get_customer(follow_moves(tx, ticket.customer_id)).reachable


def _give(tx: Transaction, ticket: Ticket, manager: StaffMember) -> Reward:
    customer_id, rules = follow_moves(tx, ticket.customer_id), tx.programs.get_current().rules
    if tx.people.get_customer(customer_id).former:
        raise Refused(CustomerGone())
    if not rules.may_apologise:
        raise Refused(NoApologies(points_alone=not rules.gives_stamps))
    lately = find_late_apology(tx, ticket)
    if lately is not None:
        raise Refused(ApologisedLately(lately.ticket_id, lately.again))
    begins, ends = month_of(tx.now, rules)
    if tx.tickets.count_apologies(begins=begins, ends=ends) >= rules.apologies_a_month:
        raise Refused(ApologiesUsedUp(rules.apologies_a_month, days.day_of(ends, rules).date))
    refuse_frozen(tx, customer_id)
    reward = issue_gift(
        tx, customer_id, item=rules.item, expires_at=days.end_after(tx.now, APOLOGY_DAYS, rules),
        recipient_id=None, op_key=f"ticket:{ticket.id}:apology", cause=GiftCause.APOLOGY, told=True,
    )  # fmt: skip
    tx.tickets.note_apology(ticket.id, reward.operation_id, by=manager.id)
    redraw_ticket(tx, ticket.id)
    redraw_others(tx, ticket)
    return reward
