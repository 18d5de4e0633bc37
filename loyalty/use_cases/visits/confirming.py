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
from loyalty.refusals import ApprovalAsked, OwnCode, ReasonNeeded, Refusal, Refused, VisitOver
from loyalty.tallies import Tally
from loyalty.use_cases.limits.judging import hold_back, judge_add, judge_visit, keep_refusal
from loyalty.use_cases.paper.rules import refuse_blocked
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.bills import check_tally, enter_bill, read_bill
from loyalty.use_cases.visits.earning import Stamped, earn, seen
from loyalty.use_cases.visits.kept_tallies import complete, kept_bill, note_held_back
from loyalty.use_cases.visits.opening import Key, open_visit
from loyalty.use_cases.visits.record import (
    VisitResult,
    counter_result,
    end_approvals,
    end_question,
    end_questions,
    find_visit,
    hour_now,
    judged_at,
    redraw_visit,
)
from loyalty.verdicts import Need, Verdict
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """Staff open the visit of a code, or open and confirm it at once."""

    database: Database

    async def __call__(
        self, person: Person, key: Key, *, chat_id: ChatId, cause: Cause | None,
        stamps: int | None = None, bill: str | None = None,
    ) -> Visit:  # fmt: skip
        """The visit; its staff card is on the way to `chat_id`. With `stamps`, or a `bill` as it was typed,
        it is confirmed with them, unless a reason or a manager's word is missing: then the card asks.

        A bill alone gives a stamp too, where the cafe gives stamps; after the stamps it joins them.

        Raises Refused: NotStaff, NobodyOnShift, UnknownCode, TooManyWrongCodes, CodeRanOut, OwnCode,
        TooManyStamps, NoStamps, NoBills, AmountUnreadable, BillEntered, BillTooLarge, LimitReached,
        ApprovalRefused, VisitOver; by paper NumberMistyped, PaperCardBlocked, PaperCardReplaced,
        PaperCardMoved.
        """

        def body(tx: Transaction) -> Visit | Refusal:
            staff = require_staff(tx, person)
            tally = None if stamps is None and bill is None else typed_tally(tx, stamps, bill)
            visit = open_visit(tx, person, key, chat_id=chat_id, cause=cause)
            if tally is None or not isinstance(visit, Visit):
                return visit
            if stamps is None and tally.amount is not None and visit.may_take_bill(judged_at(tx)):
                outcome = enter_bill(tx, staff, visit, tally.amount)
            else:
                tally = complete(tx, visit, tally, counted=stamps is not None, billed=bill is not None)
                paper = visit.paper_card_id is not None
                reason = None if paper else second_round(tx, staff, visit, tally)
                outcome = confirm(tx, staff, visit.id, tally, reason=reason)
            if isinstance(outcome, Stamped):
                return outcome.visit
            return visit if isinstance(outcome, ReasonNeeded | ApprovalAsked) else outcome

        result = await self.database.write(body)
        if not isinstance(result, Visit):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ConfirmVisit:
    """The tap: +1, or one of the usual amounts."""

    database: Database

    async def __call__(
        self, person: Person, visit_id: VisitId, *, stamps: int, reason: Reason | None = None,
        bill: int | None = None,
    ) -> Stamped:  # fmt: skip
        """The visit with its stamps and its bill in the ledger, once, whoever taps and how often.

        `reason`: why the card is stamped again that soon, or that often on one day. `bill`: the place of its
        amount among the usual ones; a bill that was entered before a reason was asked for is remembered.

        Raises Refused: NotStaff, NobodyOnShift, OwnCode, TooManyStamps, NoStamps, NoBills, AmountUnreadable,
        BillTooLarge, ReasonNeeded, LimitReached, ApprovalAsked, ApprovalRefused, VisitOver.
        """

        def body(tx: Transaction) -> Stamped | Refusal:
            staff = require_staff(tx, person)
            visit = find_visit(tx, visit_id)
            amount = kept_bill(tx, visit) if bill is None else read_bill(tx, visit, bill)
            return confirm_found(tx, staff, visit, Tally(stamps, amount), reason=reason)

        return answered(await self.database.write(body))


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
    tx: Transaction, staff: StaffMember, visit_id: VisitId, tally: Tally, *, reason: Reason | None = None,
    passed: Verdict | None = None,
) -> Stamped | Refusal:  # fmt: skip
    """Give an open visit its stamps and its bill; `passed`: what a manager's word made of the verdict.

    A refusal that is answered belongs to a row that must be committed: raise it after the COMMIT. Others are
    raised.
    """
    return confirm_found(tx, staff, find_visit(tx, visit_id), tally, reason=reason, passed=passed)


def confirm_found(
    tx: Transaction, staff: StaffMember, known: Visit, tally: Tally, *, reason: Reason | None = None,
    passed: Verdict | None = None,
) -> Stamped | Refusal:  # fmt: skip
    """As `confirm`, of a visit that `find_visit` has just found."""
    visit_id = known.id
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    refuse_blocked(tx, known)
    op_key = f"visit:{visit_id}"
    if not known.may_be_confirmed(tx.now):
        return seen(tx, _confirmed(known), op_key)
    check_tally(tx, tally)
    verdict = passed or judge_visit(tx, staff, known, tally, reason=reason)
    refusal = hold_back(tx, staff, known, tally, verdict, add=0, reason=reason)
    if refusal is not None:
        note_held_back(tx, known, tally, verdict, refusal)
        return refusal
    visit = tx.visits.confirm(visit_id, tally, by=staff.id, reason=verdict.reason, hour=hour_now(tx))
    if visit is None:
        return seen(tx, _confirmed(tx.visits.get(visit_id)), op_key)
    tx.people.note_visit(visit.customer_id, visits=1, last_visit_at=tx.now)
    end_approvals(tx, visit_id)
    return earn(tx, staff, visit, tally, verdict, op_key=op_key, kind=OperationKind.VISIT)


def add_stamps(
    tx: Transaction, staff: StaffMember, visit_id: VisitId, count: int, *, add: int,
    passed: Verdict | None = None,
) -> Stamped | Refusal:  # fmt: skip
    """Give a confirmed visit further stamps; refusals as with `confirm`."""
    check_tally(tx, Tally(count))
    known = find_visit(tx, visit_id)
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    refuse_blocked(tx, known)
    op_key = f"visit:{visit_id}:add:{add}"
    if known.state is VisitState.CONFIRMED and add <= known.adds:
        return seen(tx, known, op_key)
    if not known.may_take_stamps(judged_at(tx)) or add != known.adds + 1:
        raise Refused(VisitOver(known.state))
    verdict = passed or judge_add(tx, staff, known, count)
    refusal = hold_back(tx, staff, known, Tally(count), verdict, add=add, reason=None)
    if refusal is not None:
        return refusal
    visit = tx.visits.note_add(visit_id, stamps=count, add=add)
    if visit is None:
        return seen(tx, known, op_key)
    end_question(tx, visit, add=True)
    return earn(tx, staff, visit, Tally(count), verdict, op_key=op_key, kind=OperationKind.VISIT_ADD)


def answered(outcome: Stamped | Refusal) -> Stamped:
    """The stamps, after the COMMIT. Raises Refused with a refusal that was kept."""
    if isinstance(outcome, Stamped):
        return outcome
    raise Refused(outcome)


def typed_tally(tx: Transaction, stamps: int | None, bill: str | None) -> Tally:
    """What was typed after the code, or for a card: a count, a bill, or both.

    Raises Refused: TooManyStamps, NoStamps, NoBills, AmountUnreadable.
    """
    amount = None if bill is None else read_bill(tx, None, bill)
    if stamps is None:
        stamps = int(tx.programs.get_current().rules.gives_stamps)
    tally = Tally(stamps, amount)
    check_tally(tx, tally)
    return tally


def second_round(tx: Transaction, staff: StaffMember, visit: Visit, tally: Tally) -> Reason | None:
    """A number typed minutes after the last visit says what it is: staff counted it themselves.

    It doesn't say why the card is stamped that often on one day: where a limit asks that too, the card does.
    Nor does a number typed after that of a paper card, which is the same in two hands: the customer shows no
    new code for each purchase, so that a second message may be the first purchase once more. One typed for
    the card that asks is an answer.
    """
    if not visit.may_be_confirmed(tx.now):
        return None
    verdict = judge_visit(tx, staff, visit, tally, reason=None)
    return Reason.SECOND_ROUND if verdict.need is Need.CHOICE and verdict.limit is None else None


def _confirmed(known: Visit) -> Visit:
    """The visit of a tap that came second. Raises Refused(VisitOver) when it was never confirmed."""
    if known.state in (VisitState.OPEN, VisitState.EXPIRED):  # open, but its time is over
        raise Refused(VisitOver(VisitState.EXPIRED))
    if known.state is VisitState.DECLINED:
        raise Refused(VisitOver(known.state))
    return known
