"""Undo last: the newest thing that a staff member did, taken back without looking for its card.

Not here: what an undo does (undoing.py, handovers.py).
"""

from dataclasses import dataclass
from typing import assert_never

from loyalty.cards import CounterFacts
from loyalty.ids import RewardId
from loyalty.ledger import Operation, OperationKind
from loyalty.own_words import OwnWords
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import CustomerForgotten, NotByUndo, NothingToUndo, Refusal, Refused
from loyalty.rewards import Reward
from loyalty.use_cases.corrections.undoing import undo_visit
from loyalty.use_cases.rewards.handovers import find_given_back, undo_handover
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.record import VisitResult, judged_at
from loyalty.visits import ADD_WINDOW, UNDO_WINDOW, Visit, VisitState

_LOOK_BACK = ADD_WINDOW + UNDO_WINDOW
"""An add late in a visit prolongs the undo of the whole visit."""


@dataclass(frozen=True, slots=True)
class UndoneLast:
    """What was taken back: a reward of this name, or a visit with so many stamps."""

    facts: CounterFacts
    item: OwnWords | None
    stamps: int


@dataclass(frozen=True, slots=True)
class UndoLast:
    """Take back the newest thing that I did."""

    database: Database

    async def __call__(self, person: Person, *, cause: Cause) -> UndoneLast:
        """What was undone; the same message again answers the same. Ordinary rules of undo hold.

        What is taken back already is passed over, and so is taking back; what can't be undone for another
        reason is not: taking back an older purchase, of somebody else, would surprise everybody.
        Raises Refused: NotStaff, NobodyOnShift, NothingToUndo, NotByUndo, CustomerForgotten, AlreadyDrunk,
        LaterVisitFirst, OwnCode, RewardWrittenOff.
        """
        result = await self.database.write(lambda tx: _undo_last(tx, require_staff(tx, person), cause))
        if not isinstance(result, UndoneLast):
            raise Refused(result)
        return result


def _undo_last(tx: Transaction, staff: StaffMember, cause: Cause) -> UndoneLast | Refusal:
    replayed = tx.corrections.find_caused_by(cause)
    if replayed is not None:
        return _answer_again(tx, replayed)
    for operation in tx.work.find_done(staff.id, since=judged_at(tx) - _LOOK_BACK):
        undoable = _find_undoable(tx, operation)
        if isinstance(undoable, Visit):
            result = undo_visit(tx, staff, undoable.id, cause=cause)
            return UndoneLast(result.facts, None, undoable.stamps)
        if undoable is not None:
            given_back = undo_handover(tx, staff, undoable.id, cause=cause)
            if not isinstance(given_back, VisitResult):
                return given_back
            return UndoneLast(given_back.facts, undoable.item, 0)
    raise Refused(NothingToUndo())


def _find_undoable(tx: Transaction, operation: Operation) -> Visit | Reward | None:
    """The visit or the handed over reward behind an operation; None for what is passed over.

    Raises Refused: NothingToUndo for what is too old, NotByUndo, CustomerForgotten.
    """
    match operation.kind:
        case OperationKind.VISIT_UNDO | OperationKind.LATE_UNDO | OperationKind.REDEMPTION_UNDO:
            return None
        case OperationKind.GIFT | OperationKind.GIFT_EXPIRED:  # no hand of staff's gave or took it
            return None
        case OperationKind.OLD_CARD | OperationKind.ADJUSTMENT:
            raise Refused(NotByUndo(operation.id))
        case OperationKind.MOVE:
            raise Refused(NothingToUndo())
        case (
            OperationKind.VISIT
            | OperationKind.VISIT_ADD
            | OperationKind.VISIT_BILL
            | OperationKind.VISIT_SPEND
            | OperationKind.REDEMPTION
        ):
            return _find_given(tx, operation)
        case _:
            assert_never(operation.kind)


def _find_given(tx: Transaction, operation: Operation) -> Visit | Reward | None:
    """What an operation gave, None when it was taken back. Raises Refused as `_find_undoable` does."""
    if operation.visit_id is None:
        return None
    visit = tx.visits.get(operation.visit_id)
    if visit.voucher_id is not None:  # collected wherever its customer was: nothing that its giver just did
        return None
    given: Visit | Reward = visit
    if operation.kind is OperationKind.REDEMPTION:
        given = reward = tx.rewards.get(RewardId(int(operation.op_key.removeprefix("reward:"))))
        taken_back = find_given_back(tx, reward) is not None
    else:
        taken_back = visit.state is VisitState.UNDONE
    if taken_back:
        return None
    if not given.may_be_undone(judged_at(tx)):
        raise Refused(NothingToUndo())
    if tx.people.get_customer(visit.customer_id).former:
        raise Refused(CustomerForgotten())
    return given


def _answer_again(tx: Transaction, operation: Operation) -> UndoneLast:
    """What this message undid before the process was interrupted."""
    if operation.visit_id is None:
        raise Refused(NothingToUndo())
    facts = tx.views.get_counter(operation.visit_id)
    if operation.kind is OperationKind.REDEMPTION_UNDO:
        key = operation.op_key.removeprefix("reward:").removesuffix(":undo")
        return UndoneLast(facts, tx.rewards.get(RewardId(int(key))).item, 0)
    return UndoneLast(facts, None, facts.visit.stamps)
