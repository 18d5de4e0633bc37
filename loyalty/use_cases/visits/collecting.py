"""Collecting: a customer takes by a scan of their own what staff gave out; a visit without a tap comes of it.

Not here: what may be collected (sale_codes.py, vouchers.py).
"""

from dataclasses import dataclass

from loyalty import visits
from loyalty.ids import SaleCodeId, SlipId
from loyalty.ledger import OperationKind
from loyalty.people import Customer, Person, StaffMember
from loyalty.ports import Transaction
from loyalty.refusals import AlreadyCollected, CollectedUndone, OwnPhoneOnly, Refusal, Refused
from loyalty.tallies import Tally
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.visits.earning import Stamped, earn, seen
from loyalty.use_cases.visits.record import hour_now
from loyalty.verdicts import Verdict
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class Collected:
    """What somebody's scan is answered with: stamps, or a refusal that was remembered."""

    new: bool
    """Whether they joined by it just now."""
    outcome: Stamped | Refusal


def find_collector(tx: Transaction, person: Person) -> Customer | None:
    """The customer who scanned, None for somebody new. Raises Refused(OwnPhoneOnly) for a till."""
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(OwnPhoneOnly())
    return tx.people.find_customer(person.telegram_id)


def collected_before(tx: Transaction, visit: Visit, known: Customer | None) -> Collected:
    """The same customer sees the same result, also on the card to which theirs was moved since.

    Raises Refused: CollectedUndone; AlreadyCollected for anybody else.
    """
    if visit.state is VisitState.UNDONE:
        raise Refused(CollectedUndone())
    if known is None or follow_moves(tx, visit.customer_id) != known.id:
        raise Refused(AlreadyCollected())
    return Collected(new=False, outcome=seen(tx, visit, f"visit:{visit.id}"))


def collect(
    tx: Transaction, giver: StaffMember, customer: Customer, tally: Tally, verdict: Verdict, *,
    sale_code_id: SaleCodeId | None = None, voucher_id: SlipId | None = None, slip: str = "",
) -> Stamped:  # fmt: skip
    """A visit that is confirmed as it is opened, both by whoever gave it out; its slip stands on the receipt.

    The caller has taken the code or slip: nobody else can come here with it.
    """
    opened = tx.visits.open_collected(
        tx.cards.get_of(customer.id),
        giver,
        program=tx.programs.get_current().version,
        practice=customer.practice,
        expires_at=tx.now + visits.LIFE,
        sale_code_id=sale_code_id,
        voucher_id=voucher_id,
    )
    visit = tx.visits.confirm(opened.id, tally, by=giver.id, reason=verdict.reason, hour=hour_now(tx))
    if visit is None:
        raise AssertionError(f"visit {opened.id} was opened in this transaction, and is not open")
    tx.people.note_visit(customer.id, visits=1, last_visit_at=tx.now)
    return earn(
        tx, giver, visit, tally, verdict, op_key=f"visit:{visit.id}", kind=OperationKind.VISIT, slip=slip
    )
