"""A manager puts a card right by hand: up or down, with a reason, within a daily limit.

Not here: taking a visit back (taking_back.py) and old paper cards (old_cards.py).
"""

from dataclasses import dataclass

from loyalty import ledger, stamps
from loyalty.cards import Card
from loyalty.corrections import MOST_AT_ONCE
from loyalty.days import day_of
from loyalty.ids import ChatId, CustomerId, OperationId, VisitId
from loyalty.ledger import NewOperation, Operation, OperationKind
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.receipts import CardAdjusted
from loyalty.refusals import (
    AdjustLimitReached,
    FewerStamps,
    NoStampsToAdjust,
    Refusal,
    Refused,
    TooManyStamps,
    VisitOver,
)
from loyalty.use_cases.corrections.record import (
    Correction,
    checked,
    conclude,
    find_receipt,
    follow_moves,
    remember_own,
    run_correction,
)
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.staff.authority import is_own, require_manager
from loyalty.use_cases.visits.record import find_visit, redraw_cards_of


@dataclass(frozen=True, slots=True)
class OfReceipt:
    """The card that a receipt is about."""

    number: OperationId


@dataclass(frozen=True, slots=True)
class OfVisit:
    """The card that a staff card shows."""

    visit_id: VisitId


@dataclass(frozen=True, slots=True)
class AdjustCard:
    """/adjust 123 +2 till was down: up or down, with a reason, within a daily limit.

    A slip of one's own is taken back on the same day whatever the limit says: by the receipt that it wrote.
    """

    database: Database

    async def __call__(
        self, person: Person, card: OfReceipt | OfVisit, stamps: int, reason: str, *, chat_id: ChatId,
        cause: Cause,
    ) -> Correction:  # fmt: skip
        """The card of this receipt or visit, put right by `stamps`; `cause` lets a replay find it.

        It is shown in `chat_id` and to all owners. Raises Refused: NotManager, NoStampsToAdjust,
        ReasonMissing, UnknownReceipt, VisitOver, OwnCard, TooManyStamps, AdjustLimitReached, FewerStamps,
        CardFrozen.
        """

        def body(tx: Transaction) -> Correction | Refusal:
            manager = require_manager(tx, person)
            known = tx.corrections.find_caused_by(cause)
            if known is not None:
                return Correction(known, fresh=False)
            if not tx.programs.get_current().rules.gives_stamps:
                raise Refused(NoStampsToAdjust())
            customer_id, visit_id = _whose(tx, card)
            if is_own(tx, person.telegram_id, customer_id):
                return remember_own(tx, manager, customer_id)
            slip = _find_own_slip(tx, manager, card, stamps)
            refusal = None if slip else _over_limit(tx, manager, customer_id, stamps)
            if refusal is not None:
                return refusal
            op_key = _key_of_taking_back(slip) if slip else _fresh_key(tx, customer_id)
            written = _adjust(tx, manager, customer_id, visit_id, stamps, op_key, cause)
            done = Correction(written, fresh=True)
            return conclude(tx, manager, done, checked(reason), chat_id=chat_id, cause=cause)

        return await run_correction(self.database, body)


def _whose(tx: Transaction, card: OfReceipt | OfVisit) -> tuple[CustomerId, VisitId | None]:
    if isinstance(card, OfReceipt):
        return follow_moves(tx, find_receipt(tx, card.number)[1]), None
    visit = find_visit(tx, card.visit_id)
    if tx.people.get_customer(visit.customer_id).former:
        raise Refused(VisitOver(visit.state))
    return visit.customer_id, visit.id


def _find_own_slip(
    tx: Transaction, manager: StaffMember, card: OfReceipt | OfVisit, count: int
) -> OperationId | None:
    """The adjustment of today that this takes back, once and by no more than it changed, if it does."""
    if not isinstance(card, OfReceipt):
        return None
    done = find_receipt(tx, card.number)[0]
    today = day_of(tx.now, tx.programs.get_current().rules)
    if done.staff_id != manager.id or not today.begins <= done.created_at < today.ends:
        return None
    if not isinstance(done.fact, CardAdjusted) or tx.ledger.find_by_key(_key_of_taking_back(done.id)):
        return None
    changed = done.fact.changed
    return done.id if changed * count < 0 and abs(count) <= abs(changed) else None


def _key_of_taking_back(slip: OperationId) -> str:
    """Once; and the daily limit doesn't count it (storage/corrections.py knows it by this)."""
    return f"adjust:{slip}:back"


def _fresh_key(tx: Transaction, customer_id: CustomerId) -> str:
    newest = tx.ledger.history(customer_id, before=None, most=1)
    return f"adjust:{customer_id}:after:{newest[0].id if newest else 0}"


def _over_limit(tx: Transaction, manager: StaffMember, customer_id: CustomerId, count: int) -> Refusal | None:
    """What keeps a manager from adjusting by so many; a limit that was reached is remembered."""
    if not 1 <= abs(count) <= MOST_AT_ONCE:
        raise Refused(TooManyStamps(MOST_AT_ONCE))
    if tx.people.get_customer(customer_id).practice:
        return None
    rules = tx.programs.get_current().rules
    today = day_of(tx.now, rules)
    used = tx.corrections.adjusted_by(manager.id, begins=today.begins, ends=today.ends)
    if used + abs(count) <= rules.adjustments_a_day:
        return None
    most = rules.adjustments_a_day
    refusal = AdjustLimitReached(most=most, left=max(0, most - used))
    tx.refusals.add(refusal, staff_id=manager.id, customer_id=customer_id)
    return refusal


def _fill(tx: Transaction, card: Card, count: int, *, goal_now: int) -> stamps.Filling:
    """What the card holds after so many stamps more or fewer. Raises Refused: CardFrozen, FewerStamps."""
    if count >= 0:
        return stamps.add(balance=card.stamps, goal=card.goal, added=count, goal_now=goal_now)
    refuse_frozen(tx, card.customer_id)
    if card.stamps + count < 0:
        raise Refused(FewerStamps(held=card.stamps))
    return stamps.Filling(stamps=card.stamps + count, goal=card.goal, filled=())


def _adjust(
    tx: Transaction, manager: StaffMember, customer_id: CustomerId, visit_id: VisitId | None, count: int,
    op_key: str, cause: Cause,
) -> Operation:  # fmt: skip
    card, program = tx.cards.get_of(customer_id), tx.programs.get_current()
    filling = _fill(tx, card, count, goal_now=program.rules.goal)
    fact = CardAdjusted(
        changed=count,
        stamps=filling.stamps,
        goal=filling.aim(program.rules.goal),
        rewards=len(filling.filled),
        item=program.rules.item,
        by=manager.name,
    )
    new = NewOperation(
        op_key=op_key,
        kind=OperationKind.ADJUSTMENT,
        fact=fact,
        customer_id=customer_id,
        location_id=manager.location_id,
        program_version=program.version,
        practice=tx.people.get_customer(customer_id).practice,
        staff_id=manager.id,
        visit_id=visit_id,
        cause=cause,
    )
    changes = ledger.adjusting(card.id, changed=count, filled=filling.filled)
    operation = tx.ledger.write(new, changes, goal=filling.goal)
    for cost in filling.filled:
        tx.rewards.issue(
            card,
            item=program.rules.item,
            cost=cost,
            operation_id=operation.id,
            visit_id=None,
            replaces=None,
        )
    tx.deliveries.add_receipt(operation, customer_id)
    redraw_cards_of(tx, customer_id)
    return operation
