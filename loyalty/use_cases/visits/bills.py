"""Bills at the counter: what was typed or tapped becomes an amount, and a bill that comes after its stamps.

Not here: what it earns (earning.py) and paying a part of it with points (spending.py).
"""

from dataclasses import dataclass

from loyalty import money
from loyalty.ids import VisitId
from loyalty.ledger import OperationKind
from loyalty.people import Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import (
    AmountUnreadable,
    BillEntered,
    NoBills,
    NoStamps,
    OwnCode,
    Refusal,
    Refused,
    TooManyStamps,
    VisitOver,
)
from loyalty.tallies import Tally
from loyalty.use_cases.limits.judging import hold_back, keep_refusal
from loyalty.use_cases.paper.rules import refuse_blocked
from loyalty.use_cases.staff.authority import require_staff, serves_themselves
from loyalty.use_cases.visits.earning import Stamped, earn, seen
from loyalty.use_cases.visits.record import end_question, find_visit, judged_at
from loyalty.verdicts import Verdict, judge_bill
from loyalty.visits import MOST_STAMPS, Visit


@dataclass(frozen=True, slots=True)
class AddBill:
    """The bill of a visit whose stamps were given in one tap."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId, bill: int | str) -> Stamped:
        """The visit with its bill, once; a bill that another tap entered first is answered as it is.

        `bill`: as in `read_bill`.
        Raises Refused: NotStaff, NobodyOnShift, OwnCode, NoBills, AmountUnreadable, BillEntered,
        BillTooLarge, ApprovalAsked, ApprovalRefused, VisitOver.
        """

        def body(tx: Transaction) -> Stamped | Refusal:
            staff = require_staff(tx, person)
            visit = find_visit(tx, visit_id)
            return enter_bill(tx, staff, visit, read_bill(tx, visit, bill))

        result = await self.database.write(body)
        if not isinstance(result, Stamped):
            raise Refused(result)
        return result


def enter_bill(
    tx: Transaction, staff: StaffMember, known: Visit, amount: int, *, passed: Verdict | None = None
) -> Stamped | Refusal:
    """The bill of a confirmed visit; `passed`: what a manager's word made of the verdict.

    A refusal that is answered is kept: raise it after the COMMIT.
    """
    if serves_themselves(tx, staff, known.customer_id):
        return keep_refusal(tx, OwnCode(), staff, known)
    refuse_blocked(tx, known)
    op_key = f"visit:{known.id}:bill"
    if known.amount is not None:
        if known.amount == amount and tx.ledger.find_by_key(op_key) is not None:
            return seen(tx, known, op_key)
        raise Refused(BillEntered())
    if not known.may_take_bill(judged_at(tx)):
        raise Refused(VisitOver(known.state))
    tally = Tally(amount=amount)
    verdict = passed or judge_bill(tx.programs.get_current().rules, known, amount)
    refusal = hold_back(tx, staff, known, tally, verdict, add=0, reason=None)
    if refusal is not None:
        return refusal
    visit = tx.visits.note_bill(known.id, amount)
    if visit is None:
        raise Refused(BillEntered())
    end_question(tx, visit, add=False)
    return earn(tx, staff, visit, tally, verdict, op_key=op_key, kind=OperationKind.VISIT_BILL)


def read_bill(tx: Transaction, visit: Visit | None, bill: int | str) -> int:
    """The amount in minor units: of what was typed, or of the button with this place among the usual amounts.

    A button means what it said when its visit was opened, whatever the owner changed since: in a currency
    that is none any more it means nothing.
    Raises Refused: NoBills, AmountUnreadable.
    """
    rules = tx.programs.get_current().rules
    if not rules.gives_points:
        raise Refused(NoBills())
    if isinstance(bill, str):
        amount = money.parse_amount(bill, rules.currency)
        if amount is None:
            raise Refused(AmountUnreadable())
        return amount
    shown = tx.programs.get(visit.program_version).rules.usual_amounts if visit else rules.usual_amounts
    if bill >= len(shown) or (visit and not bills_hold(tx, visit)):
        raise Refused(AmountUnreadable())
    return shown[bill]


def bills_hold(tx: Transaction, visit: Visit) -> bool:
    """Whether bills still give points here, in the currency that the cafe had when this visit was opened."""
    rules = tx.programs.get_current().rules
    return rules.gives_points and tx.programs.get(visit.program_version).rules.currency == rules.currency


def check_tally(tx: Transaction, tally: Tally) -> None:
    """Raises Refused: TooManyStamps, NoStamps."""
    if tally.stamps and not tx.programs.get_current().rules.gives_stamps:
        raise Refused(NoStamps())
    if tally.stamps > MOST_STAMPS or (tally.stamps < 1 and tally.amount is None):
        raise Refused(TooManyStamps(MOST_STAMPS))
