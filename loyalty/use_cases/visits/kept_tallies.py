"""What is kept on an open visit while it waits: a count, a bill, or both, until it is settled.

Not here: what a limit says (judging.py), and what a tally does once it is given (earning.py).
"""

from dataclasses import replace

from loyalty.ports import Transaction
from loyalty.refusals import ApprovalAsked, ApprovalRefused, BillTooLarge, ReasonNeeded, Refusal
from loyalty.tallies import Tally
from loyalty.use_cases.visits.bills import bills_hold
from loyalty.use_cases.visits.record import end_approvals, redraw_visit
from loyalty.verdicts import LimitName, Verdict
from loyalty.visits import Visit


def kept_bill(tx: Transaction, visit: Visit) -> int | None:
    """The bill that was entered before something was asked, as long as it means what it meant then."""
    return visit.amount if bills_hold(tx, visit) else None


def complete(tx: Transaction, visit: Visit, tally: Tally, *, counted: bool, billed: bool) -> Tally:
    """What was typed for a visit, with the half that was typed before it: nobody types a purchase twice."""
    if not visit.may_be_confirmed(tx.now):
        return tally
    stamps, amount = tally.stamps, tally.amount
    if not counted and tx.programs.get_current().rules.gives_stamps:
        stamps = max(visit.stamps, stamps)
    return Tally(stamps, amount if billed else kept_bill(tx, visit))


def note_held_back(tx: Transaction, visit: Visit, tally: Tally, verdict: Verdict, refusal: Refusal) -> None:
    """Keep what waits for an answer; drop a bill to which the answer is no, for it would end the stamp too.

    A count waits for a reason, or goes with a bill at which a manager looks. One that is itself too high is
    not kept: the card offers what can be given.
    """
    large = verdict.limit is LimitName.LARGE_BILL
    match refusal:
        case ReasonNeeded():
            tx.visits.keep_tally(visit.id, tally)
        case ApprovalAsked() if large:
            tx.visits.keep_tally(visit.id, tally)
        case BillTooLarge() | ApprovalRefused() if large:
            if visit.amount == tally.amount:
                drop_bill(tx, visit)
        case _ if tally.amount is not None:
            tx.visits.keep_tally(visit.id, replace(tally, stamps=visit.stamps))


def drop_bill(tx: Transaction, visit: Visit) -> None:
    """The visit goes on without its bill, and nobody is asked about it any more."""
    tx.visits.keep_tally(visit.id, Tally(visit.stamps))
    end_approvals(tx, visit.id)
    redraw_visit(tx, visit)
