"""Joining: a code shown minutes after a visit belongs to it, and its stamp and its bill are added there.

Not here: adding stamps without a new code (confirming.py).
"""

from dataclasses import dataclass

from loyalty.ids import VisitId
from loyalty.ledger import OperationKind
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import BillTooLarge, JoinOver, OwnCode, Refusal, Refused, VisitOver
from loyalty.tallies import Tally
from loyalty.use_cases.limits.judging import find_no, judge_add, keep_refusal, refuse_for
from loyalty.use_cases.paper.rules import refuse_blocked
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.bills import check_tally, enter_bill
from loyalty.use_cases.visits.confirming import answered
from loyalty.use_cases.visits.earning import Stamped, earn
from loyalty.use_cases.visits.kept_tallies import drop_bill, kept_bill
from loyalty.use_cases.visits.record import end_question, end_questions, find_visit, judged_at, redraw_visit
from loyalty.verdicts import Need, judge_bill
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class JoinVisit:
    """Add to the visit of 8:41."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, *, to: VisitId) -> Stamped:
        """The earlier visit with a stamp more, or as many as were typed, as its next add.

        This one is put aside and says where.

        A bill that was typed for this one goes along; where the earlier visit has one, it is a second round.
        Raises Refused: NotStaff, NobodyOnShift, OwnCode, JoinOver, LimitReached, NoStamps, BillTooLarge,
        ApprovalRefused, VisitOver; ApprovalAsked about the bill alone, after the stamp was given.
        """
        return answered(
            await self.database.write(lambda tx: _join(tx, require_staff(tx, person), visit_id, to))
        )


def _join(tx: Transaction, staff: StaffMember, visit_id: VisitId, to: VisitId) -> Stamped | Refusal:
    known, earlier = find_visit(tx, visit_id), tx.visits.find(to)
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    if known.joined_to is not None and earlier is not None and known.joined_to == earlier.id:
        return _seen(tx, known, earlier)
    refuse_blocked(tx, known)
    tally = Tally(max(known.stamps, 1))
    check_tally(tx, tally)
    if not known.may_be_confirmed(tx.now):
        raise Refused(VisitOver(VisitState.EXPIRED if known.state is VisitState.OPEN else known.state))
    if earlier is None or not _fits(tx, known, earlier):
        redraw_visit(tx, known)  # the card has a button too many
        return JoinOver()
    verdict = judge_add(tx, staff, earlier, tally.stamps)
    if verdict.need is not Need.NOTHING:
        return refuse_for(tx, staff, known, verdict)  # a second round is the way then
    amount = kept_bill(tx, known)
    refusal = None if amount is None else _refuse_bill(tx, staff, known, earlier, amount)
    if refusal is not None:
        return refusal
    joined = tx.visits.settle(visit_id, VisitState.DECLINED, by=staff.id, joined_to=earlier.id)
    visit = tx.visits.note_add(earlier.id, stamps=tally.stamps, add=earlier.adds + 1)
    if joined is None or visit is None:
        raise Refused(JoinOver())
    end_questions(tx, visit_id)
    end_question(tx, visit, add=True)
    redraw_visit(tx, joined)
    op_key = f"visit:{visit.id}:add:{visit.adds}"
    stamped = earn(tx, staff, visit, tally, verdict, op_key=op_key, kind=OperationKind.VISIT_ADD)
    return stamped if amount is None else enter_bill(tx, staff, visit, amount)


def _refuse_bill(
    tx: Transaction, staff: StaffMember, known: Visit, earlier: Visit, amount: int
) -> Refusal | None:
    """The no to a bill that would go along, before anything is given: then nothing is.

    One that limits refuse would be refused wherever it is tried. One about which a manager said no at the
    earlier visit stays: a second round may ask.
    """
    refusal = find_no(tx, staff, earlier, judge_bill(tx.programs.get_current().rules, earlier, amount))
    if isinstance(refusal, BillTooLarge):
        drop_bill(tx, known)
    return refusal


def _fits(tx: Transaction, visit: Visit, earlier: Visit) -> bool:
    """Whether the earlier visit is this card's and takes what this one brings. What was handed over stays."""
    return (
        earlier.card_id == visit.card_id
        and earlier.may_take(visit, judged_at(tx))
        and not tx.rewards.redeemed_in(visit.id)
    )


def _seen(tx: Transaction, joined: Visit, earlier: Visit) -> Stamped:
    card = tx.cards.get(earlier.card_id)
    by = tx.people.get_staff(joined.settled_by) if joined.settled_by is not None else None
    return Stamped(
        earlier,
        stamps=card.stamps,
        goal=card.aim(tx.programs.get_current().rules.goal),
        filled=None,
        by=by.name if by else "",
        by_id=joined.settled_by,
        fresh=False,
    )
