"""Earning: stamps and the bill into the ledger, rewards for filled cards, a receipt, and the flags.

Not here: whether they may be given (confirming.py, judging.py).
"""

from dataclasses import dataclass

from loyalty import ledger, points, stamps
from loyalty.cards import Card
from loyalty.ids import StaffId
from loyalty.ledger import Change, Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import StaffMember
from loyalty.points import Bill
from loyalty.ports import Transaction
from loyalty.programs import Program, Rules
from loyalty.receipts import VisitBooked
from loyalty.refusals import Refused, VisitOver
from loyalty.stamps import Filling
from loyalty.tallies import Tally
from loyalty.use_cases.campaigns.asking import ask_under
from loyalty.use_cases.campaigns.receipt_greetings import greet_on_visit
from loyalty.use_cases.visits.practice import note_practice
from loyalty.use_cases.visits.record import redraw_cards_of, redraw_visit, visit_operation
from loyalty.verdicts import Verdict
from loyalty.visits import Visit


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a tap that gives stamps, or enters a bill, is answered with.

    `fresh` False: somebody was first, or the tap came twice, and this is where the visit stands.
    """

    visit: Visit
    stamps: int
    """On the card now, of `goal`."""
    goal: int
    filled: OwnWords | None
    """What the cards that these stamps filled give."""
    by: str
    """Who gave these stamps."""
    by_id: StaffId | None
    fresh: bool
    bill: Bill | None = None
    """What the bill did, when one was entered."""
    gives_stamps: bool = True
    """Whether stamps are what this cafe speaks of."""
    held: OwnWords | None = None
    """A reward to be offered now, where no staff card shows it: after a tap in the queue."""
    rewards: int = 1
    """How many cards were filled, where one was."""


def earn(
    tx: Transaction, staff: StaffMember, visit: Visit, tally: Tally, verdict: Verdict, *, op_key: str,
    kind: OperationKind, slip: str = "",
) -> Stamped:  # fmt: skip
    """Book what a visit was just given, and answer where the card stands. `slip`: the voucher that it was."""
    program = tx.programs.get_current()
    card = tx.cards.get(visit.card_id)
    filling = _fill(card, tally.stamps, program.rules)
    bill = None if tally.amount is None else _settle(tx, visit, card, tally.amount, program.rules)
    fact = VisitBooked(
        added=tally.stamps,
        stamps=filling.stamps,
        goal=filling.aim(program.rules.goal),
        rewards=len(filling.filled),
        item=program.rules.item,
        by=staff.name,
        bill=bill,
        slip=slip,
    )
    operation = tx.ledger.write(
        visit_operation(visit, staff, program.version, op_key=op_key, kind=kind, fact=fact),
        _changes(card, tally, filling, bill),
        goal=filling.goal,
    )
    if filling.filled:
        _issue(tx, visit, program, operation, filling.filled)
    for flag in verdict.flags:
        tx.flags.add(flag, operation.id, card_id=card.id, staff_id=staff.id, reason=verdict.reason)
    if kind is OperationKind.VISIT:
        greet_on_visit(tx, visit, operation)
        ask_under(tx, visit.customer_id, operation.id)
    tx.deliveries.add_receipt(operation, visit.customer_id)
    redraw_visit(tx, visit)
    if fact.rewards or bill is not None:
        redraw_cards_of(tx, visit.customer_id)
    if visit.practice:
        note_practice(tx, staff)
    return _answer(visit, fact, program.rules, staff.id, fresh=True)


def seen(tx: Transaction, visit: Visit, op_key: str) -> Stamped:
    """What somebody else's tap did, or the same tap before. Raises Refused(VisitOver) when nothing did."""
    operation = tx.ledger.find_by_key(op_key)
    if operation is None or not isinstance(operation.fact, VisitBooked):
        raise Refused(VisitOver(visit.state))  # settled with nothing booked
    fact, card, rules = operation.fact, tx.cards.get(visit.card_id), tx.programs.get_current().rules
    return Stamped(
        visit,
        stamps=card.stamps,
        goal=card.aim(rules.goal),
        filled=fact.item if fact.rewards else None,
        by=fact.by,
        by_id=operation.staff_id,
        fresh=False,
        bill=fact.bill,
        gives_stamps=rules.gives_stamps,
        rewards=fact.rewards,
    )


def _answer(visit: Visit, fact: VisitBooked, rules: Rules, by: StaffId, *, fresh: bool) -> Stamped:
    filled = fact.item if fact.rewards else None
    return Stamped(
        visit, fact.stamps, fact.goal, filled, fact.by, by, fresh, fact.bill, gives_stamps=rules.gives_stamps,
        rewards=fact.rewards,
    )  # fmt: skip


def _fill(card: Card, added: int, rules: Rules) -> Filling:
    if not added:
        return Filling(stamps=card.stamps, goal=card.goal, filled=())
    return stamps.add(balance=card.stamps, goal=card.goal, added=added, goal_now=rules.goal)


def _settle(tx: Transaction, visit: Visit, card: Card, amount: int, rules: Rules) -> Bill:
    """What this bill earns, and what the customer wished to pay of it with points before showing the code."""
    wished = visit.scan_id is not None and tx.scans.get(visit.scan_id).spending
    frozen = tx.people.get_customer(visit.customer_id).frozen
    pays = wished and not frozen and rules.gives_points  # a bill may have been kept while points were given
    spent = points.most_to_spend(card.points, amount, cap=rules.spend_percent) if pays else 0
    if spent:
        tx.visits.note_spent(visit.id, spent)
    return bill_of(card.points, amount, spent=spent, rules=rules)


def bill_of(balance: int, amount: int, *, spent: int, rules: Rules) -> Bill:
    """A bill by the cafe's rules, on a card with this balance before it (hundredths of points)."""
    earned = points.earn(amount, spent=spent, percent=rules.earn_percent, minimum=rules.minimum_bill)
    left = balance + earned - spent * points.POINT
    return Bill(amount=amount, currency=rules.currency, earned=earned, spent=spent, points=left)


def _changes(card: Card, tally: Tally, filling: Filling, bill: Bill | None) -> tuple[Change, ...]:
    stamped = ledger.filling(card.id, added=tally.stamps, filled=filling.filled) if tally.stamps else ()
    paid = ledger.paying(card.id, earned=bill.earned, spent=bill.spent) if bill else ()
    return (*stamped, *paid)


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
