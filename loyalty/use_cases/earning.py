"""Earning: stamps into the ledger, rewards for the cards that they fill, a receipt, and the flags.

Not here: whether they may be given (counter.py, judging.py).
"""

from dataclasses import dataclass

from loyalty import ledger, stamps
from loyalty.ids import StaffId
from loyalty.ledger import Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import StaffMember
from loyalty.ports import Transaction
from loyalty.programs import Program
from loyalty.receipts import StampsAdded
from loyalty.refusals import Refused, VisitOver
from loyalty.use_cases.practice import note_practice
from loyalty.use_cases.visit_record import redraw_cards_of, redraw_visit, visit_operation
from loyalty.verdicts import Verdict
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a tap that gives stamps is answered with.

    `fresh` False: somebody was first, or the tap came twice, and this is where the visit stands.
    """

    visit: Visit
    stamps: int
    """On the card now, of `goal`."""
    goal: int
    filled: OwnWords | None
    """What the card that these stamps filled gives."""
    by: str
    """Who gave these stamps."""
    by_id: StaffId | None
    fresh: bool


def earn(
    tx: Transaction, staff: StaffMember, visit: Visit, count: int, verdict: Verdict, *, op_key: str,
    kind: OperationKind,
) -> Stamped:  # fmt: skip
    """Book the stamps that a visit was just given, and answer where the card stands."""
    program = tx.programs.get_current()
    card = tx.cards.get(visit.card_id)
    filling = stamps.add(balance=card.stamps, goal=card.goal, added=count, goal_now=program.rules.goal)
    fact = StampsAdded(
        added=count,
        stamps=filling.stamps,
        goal=min(filling.goal, program.rules.goal),
        rewards=len(filling.filled),
        item=program.rules.item,
        by=staff.name,
    )
    operation = tx.ledger.write(
        visit_operation(visit, staff, program.version, op_key=op_key, kind=kind, fact=fact),
        ledger.filling(card.id, added=count, filled=filling.filled),
        goal=filling.goal,
    )
    _issue(tx, visit, program, operation, filling.filled)
    for flag in verdict.flags:
        tx.flags.add(flag, operation.id, card_id=card.id, staff_id=staff.id, reason=verdict.reason)
    tx.deliveries.add_receipt(operation, visit.customer_id)
    redraw_visit(tx, visit)
    if fact.rewards:
        redraw_cards_of(tx, visit.customer_id)
    if visit.practice:
        note_practice(tx, staff)
    filled = fact.item if fact.rewards else None
    return Stamped(visit, fact.stamps, fact.goal, filled, staff.name, staff.id, fresh=True)


def seen(tx: Transaction, visit: Visit, op_key: str) -> Stamped:
    """What somebody else's tap did, or the same tap before. Raises Refused(VisitOver) when nothing did."""
    operation = tx.ledger.find_by_key(op_key)
    if operation is None or not isinstance(operation.fact, StampsAdded):
        raise Refused(VisitOver(visit.state))  # settled without stamps
    fact, card = operation.fact, tx.cards.get(visit.card_id)
    return Stamped(
        visit,
        stamps=card.stamps,
        goal=card.aim(tx.programs.get_current().rules.goal),
        filled=fact.item if fact.rewards else None,
        by=fact.by,
        by_id=operation.staff_id,
        fresh=False,
    )


def _issue(
    tx: Transaction, visit: Visit, program: Program, operation: Operation, filled: tuple[int, ...]
) -> None:
    card = tx.cards.get(visit.card_id)
    for cost in filled:
        tx.rewards.issue(
            card,
            item=program.rules.item,
            cost=cost,
            operation_id=operation.id,
            visit_id=visit.id,
            replaces=None,
        )
