"""An open visit that ends without a tap: its time ran out, or its customer is gone.

Not here: when it is looked at (upkeep.py).
"""

from loyalty.ids import VisitId
from loyalty.ports import Transaction
from loyalty.use_cases.visits.record import await_next_change, end_questions, redraw_visit
from loyalty.visits import Visit, VisitState


def end_visit(tx: Transaction, visit_id: VisitId) -> bool:
    """An open visit is over without a tap; False when it was settled before."""
    visit = _settle_visit(tx, visit_id)
    if visit is None:
        return False
    end_questions(tx, visit_id)
    await_next_change(tx, visit)
    redraw_visit(tx, visit)
    return True


def _settle_visit(tx: Transaction, visit_id: VisitId) -> Visit | None:
    """A visit in which a reward was handed over took place, even if nobody gave a stamp."""
    handed_over = [
        (reward.redeemed_at, reward.redeemed_by)
        for reward in tx.rewards.redeemed_in(visit_id)
        if reward.redeemed_at is not None and reward.redeemed_by is not None
    ]
    if not handed_over:
        return tx.visits.settle(visit_id, VisitState.EXPIRED, by=None)
    at, by = max(handed_over)  # not now: a bot that was down over night must not reopen yesterday's visit
    closed = tx.days.find_last_by_itself()
    if closed is not None:  # a day that is told never changes: it belongs to the next one
        at = max(at, closed.figures.until)
    visit = tx.visits.settle(visit_id, VisitState.CONFIRMED, by=by, at=at)
    if visit is not None:
        tx.people.note_visit(visit.customer_id, visits=1, last_visit_at=at)
    return visit
