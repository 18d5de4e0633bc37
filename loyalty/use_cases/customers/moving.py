"""Moving: all that is on one customer's card comes onto another's, in one transaction.

By the ledger: held rewards become stamps again on the old card, all stamps and points leave it, arrive on the
new one, and the same rewards are filled there again. So both cards stay the sum of their own entries, and a
late undo on the new card finds what it may take back.

Not here: who may move what (paper/moving.py, moving_accounts.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty import stamps
from loyalty.cards import Card
from loyalty.days import day_of
from loyalty.erasures import Carried, LeftAccount, hash_identity
from loyalty.ids import CustomerId, LocationId
from loyalty.ledger import Change, Currency, EntryKind, NewOperation, Operation, OperationKind
from loyalty.paper import PaperState
from loyalty.people import Cause, StaffMember
from loyalty.policy import Obstacle
from loyalty.ports import Transaction
from loyalty.programs import Program
from loyalty.receipts import CardMoved
from loyalty.rewards import Reward
from loyalty.scans import ScanState
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.customers.moving_wishes import move_wishes
from loyalty.use_cases.limits.memory import limits_remember
from loyalty.use_cases.visits.codes import end_live_code
from loyalty.use_cases.visits.ending import end_visit
from loyalty.use_cases.visits.queue_places import redraw_queue
from loyalty.use_cases.visits.record import end_offers_of, end_questions, judged_at, redraw_cards_of
from loyalty.visits import ADD_WINDOW


@dataclass(frozen=True, slots=True)
class MoveOrder:
    """Whose card comes onto whose, and on whose word."""

    source: CustomerId
    target: CustomerId
    location_id: LocationId
    by: StaffMember | None = None
    """None: the customer, with the paper card in hand."""
    cause: Cause | None = None


def move_all(tx: Transaction, order: MoveOrder) -> Operation:
    """What arrived on the target's card; the source is known by nothing any more.

    Raises Refused(CardFrozen) for a source that is frozen.
    """
    refuse_frozen(tx, order.source)
    _end_what_is_open(tx, order.source)
    left = _note_left(tx, order)
    held, card = tx.rewards.held_by(order.source), tx.cards.get_of(order.source)
    program = tx.programs.get_current()
    _leave(tx, order, card, held, program)
    arrived = _arrive(tx, order, card, held, program)
    for paper in tx.paper_cards.find_of(order.source):
        tx.paper_cards.end(
            paper.id,
            PaperState.MOVED,
            was=(PaperState.ACTIVE, PaperState.BLOCKED),
            by=order.by.id if order.by else None,
        )
    by = order.by.id if order.by else None
    move_wishes(tx, order.source, order.target)
    tx.moves.move(order.source, order.target, arrived.id, by=by, left=left)
    tx.recipients.pass_on(order.source, order.target, Obstacle.GONE)
    for customer_id in (order.source, order.target):
        redraw_cards_of(tx, customer_id)
    redraw_queue(tx)
    return arrived


def note_arrival(tx: Transaction, customer_id: CustomerId, location_id: LocationId, op_key: str) -> Operation:
    """A paper card's customer has an account now: nothing moves, and a receipt says what is there."""
    card, program = tx.cards.get_of(customer_id), tx.programs.get_current()
    fact = CardMoved(
        moved=card.stamps,
        points=card.points,
        rewards=len(tx.rewards.held_by(customer_id)),
        stamps=card.stamps,
        goal=card.aim(program.rules.goal),
        filled=0,
        item=program.rules.item,
        by="",
    )
    operation = tx.ledger.write(_new(customer_id, location_id, program, op_key, fact), ())
    tx.deliveries.add_receipt(operation, customer_id)
    return operation


def _end_what_is_open(tx: Transaction, customer_id: CustomerId) -> None:
    end_live_code(tx, customer_id, ScanState.VOID)
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        end_visit(tx, visit_id)
        end_questions(tx, visit_id)


def _note_left(tx: Transaction, order: MoveOrder) -> LeftAccount | None:
    """Moving is no way around a limit: it goes on for the target, and for the account if that comes back."""
    today = day_of(tx.now, tx.programs.get_current().rules).date
    mine = tx.people.find_carried(order.target) or Carried()
    limits = limits_remember(tx, order.source)
    tx.people.carry(order.target, mine.joined_by(limits, today))
    account = tx.people.find_telegram_id(order.source)
    if account is None:
        return None
    key = tx.installation.get_hash_key()
    return LeftAccount(hash_identity("telegram", str(account), key=key), tx.now, account, limits)


def _leave(tx: Transaction, order: MoveOrder, card: Card, held: Sequence[Reward], program: Program) -> None:
    moved = card.stamps + sum(reward.cost for reward in held)
    fact = CardMoved(
        moved=card.stamps,
        points=card.points,
        rewards=len(held),
        stamps=0,
        goal=card.aim(program.rules.goal),
        filled=0,
        item=program.rules.item,
        by=order.by.name if order.by else "",
        out=True,
    )
    changes = [*_unfill(tx, held), *_changes(card, -moved, -card.points)]
    new = _new(order.source, order.location_id, program, f"move:{order.source}:out", fact, order.by)
    operation = tx.ledger.write(new, changes)
    if tx.people.find_telegram_id(order.source) is not None:
        tx.deliveries.add_receipt(operation, order.source)  # a wrong number in the order is noticed there
    for reward in held:
        tx.rewards.cancel(reward.id)
        tx.rewards.pass_on(reward.id)
        end_offers_of(tx, reward.id)


def _arrive(
    tx: Transaction, order: MoveOrder, left: Card, held: Sequence[Reward], program: Program
) -> Operation:
    card, rules = tx.cards.get_of(order.target), program.rules
    filling = stamps.Filling(stamps=card.stamps, goal=card.goal, filled=())
    if left.stamps:
        filling = stamps.add(balance=card.stamps, goal=card.goal, added=left.stamps, goal_now=rules.goal)
    fact = CardMoved(
        moved=left.stamps,
        points=left.points,
        rewards=len(held),
        stamps=filling.stamps,
        goal=min(filling.goal, rules.goal),
        filled=len(filling.filled),
        item=rules.item,
        by=order.by.name if order.by else "",
    )
    costs = [*(reward.cost for reward in held), *filling.filled]
    came = left.stamps + sum(reward.cost for reward in held)
    changes = [*_changes(card, came, left.points), *_fill(card, costs)]
    new = _new(
        order.target, order.location_id, program, f"move:{order.source}:in", fact, order.by, order.cause
    )
    operation = tx.ledger.write(new, changes, goal=filling.goal)
    for reward in held:
        tx.rewards.issue(
            card, item=reward.item, cost=reward.cost, operation_id=operation.id, visit_id=None, replaces=None,
            expires_at=reward.expires_at, recipient_id=reward.recipient_id,
        )  # fmt: skip
    for cost in filling.filled:
        tx.rewards.issue(
            card, item=rules.item, cost=cost, operation_id=operation.id, visit_id=None, replaces=None
        )
    tx.deliveries.add_receipt(operation, order.target)
    return operation


def _unfill(tx: Transaction, held: Sequence[Reward]) -> list[Change]:
    """The entries that make held rewards stamps again: each the one that filled it."""
    taken: set[int] = set()
    changes = []
    for reward in held:
        if not reward.cost:  # a gift took no stamps
            continue
        first = reward
        while first.replaces is not None:
            first = tx.rewards.get(first.replaces)
        entry = next(
            one
            for one in tx.ledger.fillings_of(first.operation_id)
            if one.currency is Currency.STAMPS and one.amount == -reward.cost and one.id not in taken
        )
        taken.add(entry.id)
        changes.append(
            Change(entry.card_id, Currency.STAMPS, EntryKind.REVERSE, reward.cost, reverses=entry.id)
        )
    return changes


def _changes(card: Card, moved: int, points: int) -> list[Change]:
    both = (
        Change(card.id, Currency.STAMPS, EntryKind.ADJUST, moved),
        Change(card.id, Currency.POINTS, EntryKind.ADJUST, points),
    )
    return [change for change in both if change.amount]


def _fill(card: Card, costs: Sequence[int]) -> list[Change]:
    return [Change(card.id, Currency.STAMPS, EntryKind.REDEEM, -cost) for cost in costs if cost]


def _new(
    customer_id: CustomerId, location_id: LocationId, program: Program, op_key: str, fact: CardMoved,
    by: StaffMember | None = None, cause: Cause | None = None,
) -> NewOperation:  # fmt: skip
    return NewOperation(
        op_key=op_key,
        kind=OperationKind.MOVE,
        fact=fact,
        customer_id=customer_id,
        location_id=location_id,
        program_version=program.version,
        practice=False,
        staff_id=by.id if by else None,
        visit_id=None,
        cause=cause,
        till_id=by.till_id if by else None,
    )
