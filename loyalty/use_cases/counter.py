"""The counter: open, confirm, add, decline. One tap, one operation.

Not here: undo (undoing.py) and rewards handed over (handovers.py).
"""

from dataclasses import dataclass

from loyalty import ledger, stamps
from loyalty.ids import ChatId, StaffId, VisitId
from loyalty.ledger import OperationKind
from loyalty.notices import StampsAdded
from loyalty.own_words import OwnWords
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.programs import Program
from loyalty.refusals import Refusal, Refused, TooManyStamps, VisitOver
from loyalty.use_cases.authority import refuse_own, require_staff
from loyalty.use_cases.opening import LinkSecret, TypedCode, open_visit
from loyalty.use_cases.visit_record import (
    VisitResult,
    counter_result,
    end_offers,
    find_visit,
    redraw_cards_of,
    redraw_visit,
    visit_operation,
)
from loyalty.visits import Visit, VisitState


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


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Staff open the visit of a code, or open and confirm it at once."""

    database: Database

    async def __call__(
        self, person: Person, key: LinkSecret | TypedCode, *, chat_id: ChatId, cause: Cause | None,
        stamps: int | None = None,
    ) -> Visit:  # fmt: skip
        """The visit; its staff card is on the way to `chat_id`. With `stamps` it is confirmed with as many.

        Raises Refused: NotStaff, UnknownCode, TooManyWrongCodes, CodeRanOut, OwnCode, TooManyStamps,
        VisitOver.
        """

        def body(tx: Transaction) -> Visit | Refusal:
            staff = require_staff(tx, person)
            if stamps is not None:
                _check_stamps(tx.programs.get_current(), stamps)
            visit = open_visit(tx, person, key, chat_id=chat_id, cause=cause)
            if stamps is None or not isinstance(visit, Visit):
                return visit
            return _confirm(tx, staff, visit.id, stamps).visit

        result = await self.database.write(body)
        if not isinstance(result, Visit):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """The tap: +1."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int) -> Stamped:
        """The visit with its stamps in the ledger, once, whoever taps and how often.

        Raises Refused: NotStaff, OwnCode, TooManyStamps, VisitOver.
        """
        return await self.database.write(lambda tx: _confirm(tx, require_staff(tx, person), visit_id, stamps))


@dataclass(frozen=True, slots=True)
class AddToVisit:
    """Make it 2, add to this visit."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int, add: int) -> Stamped:
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


def _confirm(tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int) -> Stamped:
    program = tx.programs.get_current()
    _check_stamps(program, count)
    op_key = f"visit:{visit_id}"
    visit = tx.visits.confirm(visit_id, stamps=count, by=staff.id)
    if visit is None:
        return _seen(tx, staff, _find_confirmed(tx, visit_id), op_key)
    refuse_own(tx, staff, visit.customer_id)
    tx.people.note_visit(visit.customer_id, visits=1, last_visit_at=tx.now)
    return _earn(tx, staff, visit, program, count, op_key=op_key, kind=OperationKind.VISIT)


def _add(tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int, add: int) -> Stamped:
    program = tx.programs.get_current()
    _check_stamps(program, count)
    op_key = f"visit:{visit_id}:add:{add}"
    known = find_visit(tx, visit_id)
    if known.state is VisitState.CONFIRMED and add <= known.adds:
        return _seen(tx, staff, known, op_key)
    if not known.may_take_stamps(tx.now):
        raise Refused(VisitOver(known.state))
    visit = tx.visits.note_add(visit_id, stamps=count, add=add)
    if visit is None:
        return _seen(tx, staff, known, op_key)
    refuse_own(tx, staff, visit.customer_id)
    return _earn(tx, staff, visit, program, count, op_key=op_key, kind=OperationKind.VISIT_ADD)


def _check_stamps(program: Program, count: int) -> None:
    most = program.rules.goal
    if not 1 <= count <= most:
        raise Refused(TooManyStamps(most))


def _find_confirmed(tx: Transaction, visit_id: VisitId) -> Visit:
    """The visit of a tap that came second. Raises Refused(VisitOver) when it was never confirmed."""
    known = find_visit(tx, visit_id)
    if known.state in (VisitState.OPEN, VisitState.EXPIRED):  # open, but its time is over
        raise Refused(VisitOver(VisitState.EXPIRED))
    if known.state is VisitState.DECLINED:
        raise Refused(VisitOver(known.state))
    return known


def _seen(tx: Transaction, staff: StaffMember, visit: Visit, op_key: str) -> Stamped:
    """What somebody else's tap did, or the same tap before."""
    refuse_own(tx, staff, visit.customer_id)
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


def _earn(
    tx: Transaction, staff: StaffMember, visit: Visit, program: Program, count: int, *, op_key: str,
    kind: OperationKind,
) -> Stamped:  # fmt: skip
    """Stamps into the ledger, rewards for the cards that they filled, a receipt for the customer."""
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
    redraw_visit(tx, visit)
    if fact.rewards:
        redraw_cards_of(tx, visit.customer_id)
    filled = fact.item if fact.rewards else None
    return Stamped(visit, fact.stamps, fact.goal, filled, staff.name, staff.id, fresh=True)
