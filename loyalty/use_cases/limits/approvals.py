"""Approvals: a manager's one tap lets pass what a limit holds back, or says no.

Not here: who is asked and why (judging.py).
"""

from dataclasses import dataclass, replace

from loyalty.approvals import Approval, ApprovalFacts, ApprovalState
from loyalty.deliveries import ScreenKind
from loyalty.flags import FlagKind
from loyalty.ids import ApprovalId
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import ApprovalOver, OwnCode, Refusal, Refused
from loyalty.tallies import Tally
from loyalty.use_cases.limits.judging import keep_refusal
from loyalty.use_cases.staff.authority import is_own, require_manager
from loyalty.use_cases.visits.bills import bills_hold, enter_bill
from loyalty.use_cases.visits.confirming import add_stamps, confirm
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.kept_tallies import drop_bill
from loyalty.use_cases.visits.record import end_approvals, judged_at, redraw_visit
from loyalty.verdicts import Need, Verdict
from loyalty.visits import Visit

_PASSED = Verdict(Need.NOTHING, flags=(FlagKind.OVERRIDE,))


@dataclass(frozen=True, slots=True)
class DecideApproval:
    """Let it pass, or no."""

    database: Database

    async def __call__(self, person: Person, approval_id: ApprovalId, *, grant: bool) -> ApprovalFacts:
        """The question with its answer; a yes gives the stamps, and enters the bill, in the name of whoever
        asked, once. A no to a bill leaves the visit without one.

        Whoever comes second sees what was answered.

        Raises Refused: NotManager, OwnCode, ApprovalOver.
        """
        result = await self.database.write(lambda tx: _decide(tx, person, approval_id, grant))
        if not isinstance(result, ApprovalFacts):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class ReadApproval:
    """What the question to the managers shows."""

    database: Database

    async def __call__(self, approval_id: ApprovalId) -> ApprovalFacts:
        """The question's facts now."""
        return await self.database.read(lambda tx: tx.views.get_approval(approval_id))


def _decide(tx: Transaction, person: Person, approval_id: ApprovalId, grant: bool) -> ApprovalFacts | Refusal:
    manager = require_manager(tx, person)
    approval = tx.approvals.find(approval_id)
    if approval is None:
        raise Refused(ApprovalOver())
    visit = tx.visits.get(approval.visit_id)
    if is_own(tx, manager.telegram_id, visit.customer_id):
        return keep_refusal(tx, OwnCode(), manager, visit)
    asker = _find_asker(tx, approval)
    if approval.state is ApprovalState.ASKED and (asker is None or not _waits(tx, approval, visit)):
        end_approvals(tx, visit.id)
        redraw_visit(tx, visit)
        return ApprovalOver()
    state = ApprovalState.GRANTED if grant else ApprovalState.REFUSED
    if asker is not None and tx.approvals.decide(approval_id, state, by=manager.id):
        if grant:
            _give(tx, asker, approval, visit)
        elif _was_large(tx, approval, visit):
            drop_bill(tx, visit)  # else the next tap would ask for it once more
        tx.deliveries.redraw(approval_id, ScreenKind.APPROVAL)
        redraw_visit(tx, visit)
    return tx.views.get_approval(approval_id)


def _find_asker(tx: Transaction, approval: Approval) -> StaffMember | None:
    """Who asked, at the till where it was asked; None when they no longer work here."""
    asker = tx.people.find_staff(tx.people.get_staff(approval.asked_by).telegram_id)
    if asker is None or asker.id != approval.asked_by:
        return None
    return replace(asker, till_id=approval.till_id)


def _waits(tx: Transaction, approval: Approval, visit: Visit) -> bool:
    """Whether the visit can still be given what was asked for."""
    if approval.amount is not None and not bills_hold(tx, visit):
        return False
    if approval.add == 0:
        return visit.may_be_confirmed(tx.now) or _is_late_bill(tx, approval, visit)
    return visit.may_take_stamps(judged_at(tx)) and approval.add == visit.adds + 1


def _was_large(tx: Transaction, approval: Approval, visit: Visit) -> bool:
    """Whether it was about the bill, by the bound of either time: the owner may have moved it meanwhile."""
    then, now = tx.programs.get(visit.program_version).rules, tx.programs.get_current().rules
    return approval.amount is not None and approval.amount >= min(then.large_bill, now.large_bill)


def _is_late_bill(tx: Transaction, approval: Approval, visit: Visit) -> bool:
    """Whether it is about the bill alone, of a visit that has its stamps."""
    return approval.amount is not None and approval.add == 0 and visit.may_take_bill(judged_at(tx))


def _give(tx: Transaction, asker: StaffMember, approval: Approval, visit: Visit) -> None:
    if approval.amount is not None and _is_late_bill(tx, approval, visit):
        outcome = enter_bill(tx, asker, visit, approval.amount, passed=_PASSED)
    elif approval.add == 0:
        tally = Tally(approval.stamps, approval.amount)
        outcome = confirm(tx, asker, visit.id, tally, passed=replace(_PASSED, reason=approval.reason))
    else:
        outcome = add_stamps(tx, asker, visit.id, approval.stamps, add=approval.add, passed=_PASSED)
    if not isinstance(outcome, Stamped):
        raise Refused(outcome)  # nothing is given, and the question stays as it was
