"""The counter: open, confirm, add, decline. One tap, one operation.

Not here: what the stamps write (earning.py), adding a visit to an earlier one (joining.py), undo (undoing.py)
and rewards handed over (handovers.py).
"""

from dataclasses import dataclass

from loyalty.ids import ChatId, VisitId
from loyalty.ledger import OperationKind
from loyalty.limits import Reason
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import (
    ApprovalAsked,
    OwnCode,
    ReasonNeeded,
    Refusal,
    Refused,
    TooManyStamps,
    VisitOver,
)
from loyalty.use_cases.authority import require_staff, serves_themselves
from loyalty.use_cases.earning import Stamped, earn, seen
from loyalty.use_cases.judging import hold_back, judge_add, judge_visit, keep_refusal
from loyalty.use_cases.opening import LinkSecret, TypedCode, open_visit
from loyalty.use_cases.visit_record import (
    VisitResult,
    counter_result,
    end_approvals,
    end_questions,
    find_visit,
    judged_at,
    redraw_visit,
)
from loyalty.verdicts import Need, Verdict
from loyalty.visits import MOST_STAMPS, Visit, VisitState


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Staff open the visit of a code, or open and confirm it at once."""

    database: Database

    async def __call__(
        self, person: Person, key: LinkSecret | TypedCode, *, chat_id: ChatId, cause: Cause | None,
        stamps: int | None = None,
    ) -> Visit:  # fmt: skip
        """The visit; its staff card is on the way to `chat_id`. With `stamps` it is confirmed with as many,
        unless a reason or a manager's word is missing: then the card asks.

        Raises Refused: NotStaff, NobodyOnShift, UnknownCode, TooManyWrongCodes, CodeRanOut, OwnCode,
        TooManyStamps, LimitReached, ApprovalRefused, VisitOver.
        """

        def body(tx: Transaction) -> Visit | Refusal:
            staff = require_staff(tx, person)
            if stamps is not None:
                _check_count(stamps)
            visit = open_visit(tx, person, key, chat_id=chat_id, cause=cause)
            if stamps is None or not isinstance(visit, Visit):
                return visit
            outcome = confirm(tx, staff, visit.id, stamps, reason=_typed_reason(tx, staff, visit, stamps))
            if isinstance(outcome, Stamped):
                return outcome.visit
            return visit if isinstance(outcome, ReasonNeeded | ApprovalAsked) else outcome

        result = await self.database.write(body)
        if not isinstance(result, Visit):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """The tap: +1."""

    database: Database

    async def __call__(
        self, person: Person, visit_id: VisitId, *, stamps: int, reason: Reason | None = None
    ) -> Stamped:
        """The visit with its stamps in the ledger, once, whoever taps and how often.

        `reason`: why the card is stamped again that soon, or that often on one day.

        Raises Refused: NotStaff, NobodyOnShift, OwnCode, TooManyStamps, ReasonNeeded, LimitReached,
        ApprovalAsked, ApprovalRefused, VisitOver.
        """
        return answered(
            await self.database.write(
                lambda tx: confirm(tx, require_staff(tx, person), visit_id, stamps, reason=reason)
            )
        )


@dataclass(frozen=True, slots=True)
class AddToVisit:
    """Make it 2, add to this visit."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, stamps: int, add: int) -> Stamped:
        """The visit with these stamps more; `add` is the number of this addition, so that a tap counts once.

        Raises Refused: NotStaff, NobodyOnShift, OwnCode, TooManyStamps, LimitReached, ApprovalAsked,
        ApprovalRefused, VisitOver.
        """
        return answered(
            await self.database.write(
                lambda tx: add_stamps(tx, require_staff(tx, person), visit_id, stamps, add=add)
            )
        )


@dataclass(frozen=True, slots=True)
class DeclineVisit:
    """Not now: nothing is stamped."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId) -> VisitResult:
        """The visit, declined. Raises Refused: NotStaff, NobodyOnShift, VisitOver."""

        def body(tx: Transaction) -> VisitResult:
            staff = require_staff(tx, person)
            find_visit(tx, visit_id)
            if tx.rewards.redeemed_in(visit_id):
                raise Refused(VisitOver(VisitState.CONFIRMED))  # something was handed over: it took place
            declined = tx.visits.settle(visit_id, VisitState.DECLINED, by=staff.id)
            if declined is not None:
                end_questions(tx, visit_id)
                redraw_visit(tx, declined)
            return counter_result(tx, visit_id, fresh=declined is not None)

        return await self.database.write(body)


def confirm(
    tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int, *, reason: Reason | None = None,
    passed: Verdict | None = None,
) -> Stamped | Refusal:  # fmt: skip
    """Give an open visit its stamps; `passed`: what a manager's word made of the verdict.

    A refusal that is answered belongs to a row that must be committed: raise it after the COMMIT. Others are
    raised.
    """
    _check_count(count)
    known = find_visit(tx, visit_id)
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    op_key = f"visit:{visit_id}"
    if not known.may_be_confirmed(tx.now):
        return seen(tx, _confirmed(known), op_key)
    verdict = passed or judge_visit(tx, staff, known, count, reason=reason)
    refusal = hold_back(tx, staff, known, count, verdict, add=0, reason=reason)
    if refusal is not None:
        return refusal
    visit = tx.visits.confirm(visit_id, stamps=count, by=staff.id, reason=verdict.reason)
    if visit is None:
        return seen(tx, _confirmed(tx.visits.get(visit_id)), op_key)
    tx.people.note_visit(visit.customer_id, visits=1, last_visit_at=tx.now)
    end_approvals(tx, visit_id)
    return earn(tx, staff, visit, count, verdict, op_key=op_key, kind=OperationKind.VISIT)


def add_stamps(
    tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int, *, add: int,
    passed: Verdict | None = None,
) -> Stamped | Refusal:  # fmt: skip
    """Give a confirmed visit further stamps; refusals as with `confirm`."""
    _check_count(count)
    known = find_visit(tx, visit_id)
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    op_key = f"visit:{visit_id}:add:{add}"
    if known.state is VisitState.CONFIRMED and add <= known.adds:
        return seen(tx, known, op_key)
    if not known.may_take_stamps(judged_at(tx)) or add != known.adds + 1:
        raise Refused(VisitOver(known.state))
    verdict = passed or judge_add(tx, staff, known, count)
    refusal = hold_back(tx, staff, known, count, verdict, add=add, reason=None)
    if refusal is not None:
        return refusal
    visit = tx.visits.note_add(visit_id, stamps=count, add=add)
    if visit is None:
        return seen(tx, known, op_key)
    end_approvals(tx, visit_id)
    return earn(tx, staff, visit, count, verdict, op_key=op_key, kind=OperationKind.VISIT_ADD)


def answered(outcome: Stamped | Refusal) -> Stamped:
    """The stamps, after the COMMIT. Raises Refused with a refusal that was kept."""
    if isinstance(outcome, Stamped):
        return outcome
    raise Refused(outcome)


def _check_count(count: int) -> None:
    if not 1 <= count <= MOST_STAMPS:
        raise Refused(TooManyStamps(MOST_STAMPS))


def _typed_reason(tx: Transaction, staff: StaffMember, visit: Visit, count: int) -> Reason | None:
    """A number typed minutes after the last visit says what it is: staff counted it themselves.

    It doesn't say why the card is stamped that often on one day: where a limit asks that too, the card does.
    """
    if not visit.may_be_confirmed(tx.now):
        return None
    verdict = judge_visit(tx, staff, visit, count, reason=None)
    return Reason.SECOND_ROUND if verdict.need is Need.CHOICE and verdict.limit is None else None


def _confirmed(known: Visit) -> Visit:
    """The visit of a tap that came second. Raises Refused(VisitOver) when it was never confirmed."""
    if known.state in (VisitState.OPEN, VisitState.EXPIRED):  # open, but its time is over
        raise Refused(VisitOver(VisitState.EXPIRED))
    if known.state is VisitState.DECLINED:
        raise Refused(VisitOver(known.state))
    return known
