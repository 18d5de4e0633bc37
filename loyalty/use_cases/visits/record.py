"""What every change of a visit does alike: find it, write its operation, redraw its messages, answer.

Not here: the changes themselves (confirming.py, undoing.py, handovers.py).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.cards import CounterFacts
from loyalty.days import local
from loyalty.deliveries import ScreenKind
from loyalty.ids import CustomerId, ProgramVersion, RewardId, VisitId
from loyalty.ledger import NewOperation, OperationKind
from loyalty.people import Customer, StaffMember
from loyalty.points import Bill
from loyalty.ports import Transaction
from loyalty.receipts import ReceiptFact, VisitBooked
from loyalty.refusals import CardMovedAway, Refused, VisitOver
from loyalty.use_cases.visits.codes import redraw_code
from loyalty.use_cases.visits.queue_places import redraw_queue
from loyalty.visits import ADD_WINDOW, Visit, VisitState


@dataclass(frozen=True, slots=True)
class VisitResult:
    """Where the visit stands now; `fresh` False: somebody was first, and this is what they did."""

    facts: CounterFacts
    fresh: bool


def find_visit(tx: Transaction, visit_id: VisitId) -> Visit:
    """A visit by an id that a person sent. Raises Refused(VisitOver) when there is none.

    The same when its customer was forgotten since: what is left of the visit never changes. CardMovedAway
    when what was given is on another card now.
    """
    visit = tx.visits.find(visit_id)
    customer = None if visit is None else tx.people.get_customer(visit.customer_id)
    if visit is None or customer is None or customer.former:
        raise Refused(VisitOver(VisitState.EXPIRED))
    _refuse_moved(customer)
    return visit


def find_booked_bill(tx: Transaction, visit: Visit) -> Bill | None:
    """The visit's bill as it was entered, in the currency of then; None: none was."""
    facts = [operation.fact for operation in tx.ledger.of_visit(visit.id)]
    return next(
        (fact.bill for fact in facts if isinstance(fact, VisitBooked) and fact.bill is not None), None
    )


def judged_at(tx: Transaction) -> datetime:
    """By which moment it is judged whether a visit can still be undone, added to, handed rewards over in.

    For three minutes after an outage that is when it began, not now: what was tapped meanwhile has waited,
    and a tap carries no time of its own.
    """
    outage = tx.outages.find_sparing()
    return tx.now if outage is None else outage.since


def hour_now(tx: Transaction) -> int:
    """The hour that the clock on the cafe's wall shows."""
    return local(tx.now, tx.programs.get_current().rules).hour


def refuse_moved(tx: Transaction, customer_id: CustomerId) -> None:
    """What was on a card that was moved is put right where it is now. Raises Refused(CardMovedAway)."""
    _refuse_moved(tx.people.get_customer(customer_id))


def _refuse_moved(customer: Customer) -> None:
    if customer.moved_to is not None:
        raise Refused(CardMovedAway())


def counter_result(tx: Transaction, visit_id: VisitId, *, fresh: bool) -> VisitResult:
    """Where the visit stands, read in the same transaction."""
    return VisitResult(tx.views.get_counter(visit_id), fresh)


def redraw_visit(tx: Transaction, visit: Visit) -> None:
    """Redraw every message that shows this visit, staff's and the customer's."""
    redraw_staff_cards(tx, visit.id)
    if visit.scan_id is not None:
        redraw_code(tx, visit.scan_id)


def redraw_staff_cards(tx: Transaction, visit_id: VisitId) -> None:
    """Redraw what staff see of a visit: its cards, and the list of what had waited during an outage."""
    tx.deliveries.redraw(visit_id, ScreenKind.STAFF_CARD)
    outage_id = tx.outages.find_listing(visit_id)
    if outage_id is not None:
        tx.deliveries.redraw(outage_id, ScreenKind.OUTAGE)


def redraw_cards_of(tx: Transaction, customer_id: CustomerId) -> None:
    """Redraw every staff card of this customer, and the queue: what rewards are held has changed for all."""
    redraw_queue(tx)
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        tx.deliveries.redraw(visit_id, ScreenKind.STAFF_CARD)


def await_next_change(tx: Transaction, visit: Visit) -> None:
    """Let the staff card be redrawn when time alone takes a button from it."""
    times = [at for reward in tx.rewards.redeemed_in(visit.id) if (at := reward.redeemed_at) is not None]
    at, outage = visit.next_change(judged_at(tx), handed_over=times), tx.outages.find_sparing()
    tx.visits.schedule_redraw(visit.id, max(at, outage.spares_until) if at and outage else at)


def end_offers(tx: Transaction, visit_id: VisitId) -> None:
    """Questions to the customer end with their visit."""
    for offer_id in tx.rewards.lapse_offers(visit_id):
        tx.deliveries.redraw(offer_id, ScreenKind.OFFER)
    end_spending(tx, visit_id)


def end_spending(tx: Transaction, visit_id: VisitId) -> None:
    """The open question whether points pay for a part of the bill ends."""
    for offer_id in tx.spending.lapse(visit_id):
        tx.deliveries.redraw(offer_id, ScreenKind.SPENDING)


def end_approvals(tx: Transaction, visit_id: VisitId) -> None:
    """The open questions to managers end: the visit is over, or was given stamps without them."""
    for approval_id in tx.approvals.lapse(visit_id):
        tx.deliveries.redraw(approval_id, ScreenKind.APPROVAL)


def end_question(tx: Transaction, visit: Visit, *, add: bool) -> None:
    """A manager needn't look at an add, or a bill, that another one took the place of; what is asked about
    the other of the two waits on.
    """
    latest = tx.approvals.find_latest(visit.id)
    if latest is not None and (latest.add > 0) is add:
        end_approvals(tx, visit.id)


def end_questions(tx: Transaction, visit_id: VisitId) -> None:
    """The open questions of a visit that is over end, the customer's and the managers'."""
    end_offers(tx, visit_id)
    end_approvals(tx, visit_id)


def end_offers_of(tx: Transaction, reward_id: RewardId, *, but_in: VisitId | None = None) -> None:
    """Questions about a reward that is gone, or is asked for in another visit now, end."""
    for offer_id in tx.rewards.lapse_offers_of(reward_id, but_in=but_in):
        tx.deliveries.redraw(offer_id, ScreenKind.OFFER)


def visit_operation(
    visit: Visit,
    staff: StaffMember,
    program: ProgramVersion,
    *,
    op_key: str,
    kind: OperationKind,
    fact: ReceiptFact,
) -> NewOperation:
    """An operation of this visit, written by this staff member."""
    return NewOperation(
        op_key=op_key,
        kind=kind,
        fact=fact,
        customer_id=visit.customer_id,
        location_id=visit.location_id,
        program_version=program,
        practice=visit.practice,
        staff_id=staff.id,
        visit_id=visit.id,
        till_id=staff.till_id,
    )
