"""Judging: what the cafe's limits say to stamps that are about to be given, and what is done about it.

Not here: the limits' arithmetic (loyalty/verdicts.py) and a manager's word (approvals.py).
"""

from collections.abc import Sequence

from loyalty import days, verdicts
from loyalty.approvals import ApprovalState
from loyalty.deliveries import ScreenKind
from loyalty.erasures import Carried
from loyalty.ids import CardId, ChatId, CustomerId
from loyalty.limits import Reason
from loyalty.people import Role, StaffMember
from loyalty.ports import Transaction
from loyalty.programs import Rules
from loyalty.refusals import ApprovalAsked, ApprovalRefused, BillTooLarge, LimitReached, ReasonNeeded, Refusal
from loyalty.tallies import Tally
from loyalty.use_cases.staff.authority import is_own
from loyalty.use_cases.visits.record import end_approvals, redraw_visit
from loyalty.verdicts import LimitName, Need, Verdict
from loyalty.visits import Visit


def needs_look(tx: Transaction, customer_id: CustomerId) -> bool:
    """Whether +1 can't be given without looking: the last visit was minutes ago, a reason or a manager is
    needed, a limit says no, or the card is frozen.
    """
    customer = tx.people.get_customer(customer_id)
    if customer.frozen or customer.practice:
        return customer.frozen
    rules = tx.programs.get_current().rules
    if not rules.gives_stamps:  # a bill has to be entered
        return True
    earlier = find_earlier(tx, tx.cards.get_of(customer_id).id, rules)
    carried = tx.people.find_carried(customer_id)
    verdict = verdicts.judge_visit(rules, earlier, tx.now, count=1, carried=carried)
    return verdict.need is not Need.NOTHING


def judge_visit(
    tx: Transaction, staff: StaffMember, visit: Visit, tally: Tally, *, reason: Reason | None
) -> Verdict:
    """The verdict on confirming an open visit with these stamps and this bill. Practice meets no limits."""
    if visit.practice:
        return Verdict(Need.NOTHING)
    rules = tx.programs.get_current().rules
    return verdicts.judge_visit(
        rules,
        find_earlier(tx, visit.card_id, rules),
        tx.now,
        count=tally.stamps,
        amount=tally.amount,
        reason=reason,
        manager=has_managers_word(staff),
        carried=tx.people.find_carried(visit.customer_id),
    )


def judge_add(tx: Transaction, staff: StaffMember, visit: Visit, count: int) -> Verdict:
    """The verdict on adding so many stamps to a confirmed visit."""
    rules = tx.programs.get_current().rules
    return verdicts.judge_add(rules, visit, count=count, manager=has_managers_word(staff))


def find_earlier(tx: Transaction, card_id: CardId, rules: Rules) -> Sequence[Visit]:
    """The card's confirmed visits that limits look at, oldest first."""
    return tx.visits.find_confirmed_of(card_id, since=verdicts.look_back(rules, tx.now))


def count_today(tx: Transaction, customer_id: CustomerId) -> Carried:
    """What limits would have to remember of a customer's visits; what was carried to them is not counted."""
    rules = tx.programs.get_current().rules
    day = days.day_of(tx.now, rules)
    earlier = find_earlier(tx, tx.cards.get_of(customer_id).id, rules)
    today, last = verdicts.of_day(earlier, day), verdicts.recent(earlier, tx.now)
    before = (tx.people.find_carried(customer_id) or Carried()).of(day.date).visits
    overrides = verdicts.count_overrides(rules.limits, today, before=before)
    last_at = last.settled_at if last is not None else None
    return Carried(day=day.date, visits=len(today), overrides=overrides, last_visit_at=last_at)


def has_managers_word(staff: StaffMember) -> bool:
    """A manager on the own phone; a till is open to too many hands."""
    return staff.role.covers(Role.MANAGER) and staff.till_id is None


def hold_back(
    tx: Transaction, staff: StaffMember, visit: Visit, tally: Tally, verdict: Verdict, *, add: int,
    reason: Reason | None,
) -> Refusal | None:  # fmt: skip
    """What is answered instead of giving the stamps or entering the bill, None when nothing is missing.

    To be returned and committed, not raised: the card asks, or a manager is asked, or it is remembered.
    """
    refusal = find_no(tx, staff, visit, verdict)
    if refusal is not None:
        return refusal
    match verdict.need:
        case Need.CHOICE | Need.REASON:
            redraw_visit(tx, visit)
            return ReasonNeeded(verdict.need)
        case Need.MANAGER:
            return _ask_managers(tx, staff, visit, tally, add=add, reason=reason)
        case Need.NOTHING | Need.REFUSED:
            return None


def find_no(tx: Transaction, staff: StaffMember, visit: Visit, verdict: Verdict) -> Refusal | None:
    """The no against which nothing helps: the limit's own, or a manager's, or there is nobody to ask."""
    if verdict.need is Need.REFUSED or (verdict.need is Need.MANAGER and not _managers_for(tx, visit)):
        return refuse_for(tx, staff, visit, verdict)
    if verdict.need is Need.MANAGER:
        latest = tx.approvals.find_latest(visit.id)
        if latest is not None and latest.state is ApprovalState.REFUSED:
            return ApprovalRefused()  # a no is about the whole visit, however it goes on
    return None


def refuse_for(tx: Transaction, staff: StaffMember, visit: Visit, verdict: Verdict) -> Refusal:
    """The refusal of the limit that a verdict names, remembered."""
    name, rules = verdict.limit or LimitName.STAMPS_A_VISIT, tx.programs.get_current().rules
    bound = verdicts.bound_of(rules, name)
    if name is LimitName.LARGE_BILL:
        return keep_refusal(tx, BillTooLarge(bound, rules.currency), staff, visit)
    return keep_refusal(tx, LimitReached(name, bound), staff, visit)


def keep_refusal(tx: Transaction, refusal: Refusal, staff: StaffMember, visit: Visit) -> Refusal:
    """Remember a refusal at a visit, and answer it: a raised one would be rolled back with its row."""
    tx.refusals.add(refusal, staff_id=staff.id, customer_id=visit.customer_id, visit_id=visit.id)
    return refusal


def _managers_for(tx: Transaction, visit: Visit) -> list[StaffMember]:
    """Who can be asked about a visit: nobody looks at their own."""
    return [one for one in tx.people.find_managers() if not is_own(tx, one.telegram_id, visit.customer_id)]


def _ask_managers(
    tx: Transaction, staff: StaffMember, visit: Visit, tally: Tally, *, add: int, reason: Reason | None
) -> Refusal:
    latest = tx.approvals.find_latest(visit.id)
    if latest is not None:
        asked = (latest.add, latest.stamps, latest.amount, latest.reason)
        if latest.state is ApprovalState.ASKED and asked == (add, tally.stamps, tally.amount, reason):
            return ApprovalAsked()
    end_approvals(tx, visit.id)
    approval_id = tx.approvals.add(visit.id, tally, add=add, reason=reason, staff=staff)
    for manager in _managers_for(tx, visit):
        tx.deliveries.add_screen(ScreenKind.APPROVAL, approval_id, ChatId(manager.telegram_id))
    redraw_visit(tx, visit)
    return ApprovalAsked()
