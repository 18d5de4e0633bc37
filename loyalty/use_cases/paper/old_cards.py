"""Old paper cards on opening day: their stamps are carried over, once for each customer.

Not here: paper cards as identities (cards.py).
"""

from dataclasses import dataclass

from loyalty import ledger, stamps
from loyalty.corrections import old_card_key, old_cards_are_taken
from loyalty.ids import CustomerId, VisitId
from loyalty.ledger import OperationKind
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.programs import Program
from loyalty.receipts import OldCardAdded
from loyalty.refusals import OldCardOver, OwnCode, Refusal, Refused, TooManyStamps, VisitOver
from loyalty.use_cases.limits.judging import keep_refusal
from loyalty.use_cases.paper.rules import refuse_blocked
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.record import (
    find_visit,
    redraw_cards_of,
    redraw_visit,
    visit_operation,
)
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class CarryOldCard:
    """Old card +3."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int) -> OldCardAdded:
        """The customer's card with the stamps of the old one. A second tap in the visit answers the same.

        Raises Refused: NotStaff, OwnCode, VisitOver, OldCardOver, TooManyStamps.
        """
        result = await self.database.write(
            lambda tx: _carry_over(tx, require_staff(tx, person), visit_id, stamps)
        )
        if not isinstance(result, OldCardAdded):
            raise Refused(result)
        return result


def was_carried_over(tx: Transaction, customer_id: CustomerId) -> bool:
    """Whether the customer's old card is on the new one already, even from before they were forgotten."""
    carried = tx.people.find_carried(customer_id)
    if carried is not None and carried.old_card:
        return True
    return tx.ledger.find_by_key(old_card_key(customer_id)) is not None


def _carry_over(tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int) -> OldCardAdded | Refusal:
    visit, program = find_visit(tx, visit_id), tx.programs.get_current()
    if serves_themselves(tx, staff, visit.customer_id):
        return keep_refusal(tx, OwnCode(), staff, visit)
    done = tx.ledger.find_by_key(old_card_key(visit.customer_id))
    if done is not None and done.visit_id == visit.id and isinstance(done.fact, OldCardAdded):
        return done.fact
    refuse_blocked(tx, visit)
    if not visit.may_be_confirmed(tx.now):
        raise Refused(VisitOver(VisitState.EXPIRED if visit.state is VisitState.OPEN else visit.state))
    taken = program.rules.gives_stamps and old_cards_are_taken(tx.now, program.rules)
    if not taken or was_carried_over(tx, visit.customer_id):
        raise Refused(OldCardOver())
    most = tx.cards.get(visit.card_id).aim(program.rules.goal) - 1
    if not 1 <= count <= most:
        raise Refused(TooManyStamps(most))
    fact = _write(tx, staff, visit, program, count)
    redraw_visit(tx, visit)
    redraw_cards_of(tx, visit.customer_id)
    return fact


def _write(tx: Transaction, staff: StaffMember, visit: Visit, program: Program, count: int) -> OldCardAdded:
    card, rules = tx.cards.get(visit.card_id), program.rules
    filling = stamps.add(balance=card.stamps, goal=card.goal, added=count, goal_now=rules.goal)
    fact = OldCardAdded(
        added=count,
        stamps=filling.stamps,
        goal=filling.aim(rules.goal),
        rewards=len(filling.filled),
        item=rules.item,
        by=staff.name,
    )
    new = visit_operation(
        visit,
        staff,
        program.version,
        op_key=old_card_key(visit.customer_id),
        kind=OperationKind.OLD_CARD,
        fact=fact,
    )
    changes = ledger.adjusting(card.id, changed=count, filled=filling.filled)
    operation = tx.ledger.write(new, changes, goal=filling.goal)
    for cost in filling.filled:
        tx.rewards.issue(
            card, item=rules.item, cost=cost, operation_id=operation.id, visit_id=None, replaces=None
        )
    tx.deliveries.add_receipt(operation, visit.customer_id)
    return fact
