"""The counter: open, confirm, add, decline. One tap, one operation.

Not here: undo (undoing.py) and rewards handed over (handovers.py).
"""

from dataclasses import dataclass

from loyalty import ledger, stamps
from loyalty.ids import ChatId, VisitId
from loyalty.ledger import OperationKind
from loyalty.notices import StampsAdded
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnCode, Refusal, Refused, TooManyStamps, VisitOver
from loyalty.use_cases.authority import is_own, require_staff
from loyalty.use_cases.opening import LinkSecret, TypedCode, open_visit
from loyalty.use_cases.visit_record import (
    VisitResult,
    counter_result,
    end_offers,
    find_visit,
    redraw_visit,
    visit_operation,
)
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Staff open the visit of a code, or open and confirm it at once."""

    database: Database

    async def __call__(
        self, person: Person, key: LinkSecret | TypedCode, *, chat_id: ChatId, cause: Cause | None,
        stamps: int | None = None,
    ) -> VisitResult:  # fmt: skip
        """The visit; its staff card is on the way to `chat_id`. With `stamps` it is confirmed with as many.

        Raises Refused: NotStaff, UnknownCode, TooManyWrongCodes, CodeRanOut, OwnCode, TooManyStamps,
        VisitOver.
        """

        def body(tx: Transaction) -> VisitResult | Refusal:
            staff = require_staff(tx, person)
            if stamps is not None:
                _check_stamps(tx, stamps)
            visit = open_visit(tx, person, key, chat_id=chat_id, cause=cause)
            if not isinstance(visit, Visit):
                return visit
            if stamps is None:
                return counter_result(tx, visit.id, fresh=True)
            return _confirm(tx, staff, visit.id, stamps)

        result = await self.database.write(body)
        if not isinstance(result, VisitResult):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """The tap: +1."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int) -> VisitResult:
        """The visit with its stamps in the ledger, once, whoever taps and how often.

        Raises Refused: NotStaff, OwnCode, TooManyStamps, VisitOver.
        """
        return await self.database.write(lambda tx: _confirm(tx, require_staff(tx, person), visit_id, stamps))


@dataclass(frozen=True, slots=True)
class AddToVisit:
    """Make it 2, add to this visit."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int, add: int) -> VisitResult:
        """The visit with these stamps more; `add` is the number of this addition, so that a tap counts once.

        Raises Refused: NotStaff, OwnCode, TooManyStamps, VisitOver.
        """
        return await self.database.write(
            lambda tx: _add(tx, require_staff(tx, person), visit_id, stamps, add)
        )


@dataclass(frozen=True, slots=True)
class DeclineVisit:
    """Not now: nothing is stamped."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId) -> VisitResult:
        """The visit, declined. Raises Refused: NotStaff, VisitOver."""

        def body(tx: Transaction) -> VisitResult:
            staff = require_staff(tx, person)
            find_visit(tx, visit_id)
            if tx.rewards.redeemed_in(visit_id):
                raise Refused(VisitOver(VisitState.CONFIRMED))  # something was handed over: it took place
            declined = tx.visits.settle(visit_id, VisitState.DECLINED, by=staff.id)
            if declined is not None:
                end_offers(tx, visit_id)
                redraw_visit(tx, declined)
            return counter_result(tx, visit_id, fresh=declined is not None)

        return await self.database.write(body)


def _check_stamps(tx: Transaction, count: int) -> None:
    most = tx.programs.get_current().rules.goal
    if not 1 <= count <= most:
        raise Refused(TooManyStamps(most))


def _confirm(tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int) -> VisitResult:
    _check_stamps(tx, count)
    known = _others_visit(tx, staff, visit_id)
    visit = tx.visits.confirm(visit_id, stamps=count, by=staff.id)
    if visit is None:
        if known.state is VisitState.OPEN:
            raise Refused(VisitOver(VisitState.EXPIRED))
        if known.state in (VisitState.EXPIRED, VisitState.DECLINED):
            raise Refused(VisitOver(known.state))
        return counter_result(tx, visit_id, fresh=False)
    _earn(tx, staff, visit, count, op_key=f"visit:{visit.id}", kind=OperationKind.VISIT)
    tx.people.note_visit(visit.customer_id, visits=1, last_visit_at=tx.now)
    redraw_visit(tx, visit)
    return counter_result(tx, visit_id, fresh=True)


def _others_visit(tx: Transaction, staff: StaffMember, visit_id: VisitId) -> Visit:
    """A visit that is not the staff member's own: a colleague may have opened that one in a shared chat."""
    visit = find_visit(tx, visit_id)
    if is_own(tx, staff.telegram_id, visit.customer_id):
        raise Refused(OwnCode())
    return visit


def _add(tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int, add: int) -> VisitResult:
    _check_stamps(tx, count)
    known = _others_visit(tx, staff, visit_id)
    if known.state is VisitState.CONFIRMED and add <= known.adds:
        return counter_result(tx, visit_id, fresh=False)
    if not known.may_take_stamps(tx.now):
        raise Refused(VisitOver(known.state))
    visit = tx.visits.note_add(visit_id, stamps=count, add=add)
    if visit is None:
        return counter_result(tx, visit_id, fresh=False)
    _earn(tx, staff, visit, count, op_key=f"visit:{visit.id}:add:{add}", kind=OperationKind.VISIT_ADD)
    redraw_visit(tx, visit)
    return counter_result(tx, visit_id, fresh=True)


def _earn(
    tx: Transaction, staff: StaffMember, visit: Visit, count: int, *, op_key: str, kind: OperationKind
) -> None:
    """Stamps into the ledger, rewards for the cards that they filled, a receipt for the customer."""
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
    for cost in filling.filled:
        tx.rewards.issue(
            card,
            item=program.rules.item,
            cost=cost,
            operation_id=operation.id,
            visit_id=visit.id,
            replaces=None,
        )
    tx.deliveries.add_receipt(operation, visit.customer_id)
