"""Undo: what a visit wrote is reversed to the last stamp.

Not here: undoing a handover (handovers.py), and the late undo of a manager (taking_back.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loyalty import ledger, written_off
from loyalty.cards import Card
from loyalty.ids import VisitId
from loyalty.ledger import Change, Currency, EntryKind, LedgerEntry, OperationKind
from loyalty.people import Cause, Person, StaffMember
from loyalty.points import Bill
from loyalty.ports import Database, Transaction
from loyalty.receipts import VisitUndone
from loyalty.refusals import AlreadyDrunk, LaterVisitFirst, Refused, UndoTooLate, VisitOver
from loyalty.rewards import Reward, RewardState
from loyalty.stamps import aim
from loyalty.use_cases.campaigns.receipt_greetings import take_greetings_back
from loyalty.use_cases.rewards.gifts import take_gifts_back
from loyalty.use_cases.staff.authority import require_staff
from loyalty.use_cases.visits.record import (
    VisitResult,
    counter_result,
    end_offers_of,
    end_questions,
    find_booked_bill,
    find_visit,
    judged_at,
    redraw_cards_of,
    redraw_visit,
    visit_operation,
)
from loyalty.visits import Visit, VisitState


@dataclass(frozen=True, slots=True)
class UndoVisit:
    """Undo, for ten minutes."""

    database: Database

    async def __call__(self, person: Person, visit_id: VisitId) -> VisitResult:
        """The visit, undone: its stamps leave the card, and the rewards that it filled.

        Raises Refused: NotStaff, VisitOver, UndoTooLate, AlreadyDrunk, LaterVisitFirst.
        """
        return await self.database.write(lambda tx: undo_visit(tx, require_staff(tx, person), visit_id))


def undo_visit(
    tx: Transaction, staff: StaffMember, visit_id: VisitId, *, cause: Cause | None = None
) -> VisitResult:
    """As UndoVisit; the operation carries the message that asked, if one did."""
    known = find_visit(tx, visit_id)
    if known.state is VisitState.UNDONE:
        return counter_result(tx, visit_id, fresh=False)
    if known.state is not VisitState.CONFIRMED or not known.booked:
        raise Refused(VisitOver(known.state))
    if not known.may_be_undone(judged_at(tx)):
        raise Refused(UndoTooLate(_receipt_of(tx, known)))
    filled = [one for one in tx.rewards.issued_in(visit_id) if one.state is not RewardState.CANCELLED]
    if any(reward.state is not RewardState.ISSUED for reward in filled):
        raise Refused(AlreadyDrunk(_receipt_of(tx, known)))
    visit = tx.visits.undo(visit_id, by=staff.id)
    if visit is None:
        return counter_result(tx, visit_id, fresh=False)
    take_greetings_back(tx, visit)
    _take_back(tx, staff, visit, filled, cause)
    tx.people.note_visit(visit.customer_id, visits=-1, last_visit_at=None)
    end_questions(tx, visit_id)
    redraw_visit(tx, visit)
    redraw_cards_of(tx, visit.customer_id)
    return counter_result(tx, visit_id, fresh=True)


def _take_back(
    tx: Transaction, staff: StaffMember, visit: Visit, filled: Sequence[Reward], cause: Cause | None
) -> None:
    """Reverse every entry of the visit, cancel what it filled, tell the customer."""
    card, entries = tx.cards.get(visit.card_id), tx.ledger.entries_of_visit(visit.id)
    changes = ledger.reversal(entries)
    left = card.stamps + ledger.total(changes, Currency.STAMPS)
    points_left = card.points + ledger.total(changes, Currency.POINTS)
    goal = filled[0].cost if filled else card.goal  # the card that is being filled again is the earlier one
    overfull = bool(filled) and left >= goal and left > _before(tx, card, entries)
    # Later purchases lean on what goes, or what is left would be a full card without its reward.
    if left < 0 or points_left < 0 or overfull:
        raise Refused(LaterVisitFirst(_receipt_of(tx, visit)))
    made_good = making_good(tx, card, entries, points_left)
    points_left += ledger.total(made_good, Currency.POINTS)
    for reward in filled:
        tx.rewards.cancel(reward.id)
        end_offers_of(tx, reward.id)
    program = tx.programs.get_current()
    fact = VisitUndone(
        removed=visit.stamps,
        stamps=left,
        goal=aim(balance=left, goal=goal, goal_now=program.rules.goal),
        rewards=len(filled),
        item=filled[0].item if filled else program.rules.item,
        by=staff.name,
        bill=undone_bill(tx, visit, entries, points_left),
        points_made_good=-ledger.total(made_good, Currency.POINTS),
        gifts=take_gifts_back(tx, visit),
    )
    undone, key = OperationKind.VISIT_UNDO, f"visit:{visit.id}:undo"
    written = visit_operation(visit, staff, program.version, op_key=key, kind=undone, fact=fact)
    operation = tx.ledger.write(replace(written, cause=cause), (*changes, *made_good), goal=goal)
    tx.deliveries.add_receipt(operation, visit.customer_id)


def making_good(
    tx: Transaction, card: Card, entries: Sequence[LedgerEntry], points_left: int
) -> tuple[Change, ...]:
    """What was written off since this visit paid with points is made good by what comes back of them.

    `entries`: the visit's. `points_left`: hundredths on the card once these are reversed, not below zero.
    """
    paid = [e for e in entries if e.currency is Currency.POINTS and e.kind is EntryKind.REDEEM]
    if not paid:
        return ()
    back = -sum(entry.amount for entry in paid)
    entries_since = tx.ledger.written_off_since(card.id, min(entry.id for entry in paid))
    return written_off.make_good(written_off.standing(entries_since), min(back, points_left))


def undone_bill(
    tx: Transaction, visit: Visit, entries: Sequence[LedgerEntry], points_left: int
) -> Bill | None:
    """What became of the bill of a visit that is taken back, if it had one. `entries`: the visit's."""
    booked = find_booked_bill(tx, visit)
    if booked is None:
        return None
    earned = sum(e.amount for e in entries if e.currency is Currency.POINTS and e.kind is EntryKind.EARN)
    return replace(booked, earned=earned, spent=visit.spent, points=points_left)


def _receipt_of(tx: Transaction, visit: Visit) -> int | None:
    """The number by which a manager can take the visit back."""
    operation = tx.ledger.find_by_key(f"visit:{visit.id}")
    return None if operation is None else operation.id


def _before(tx: Transaction, card: Card, entries: Sequence[LedgerEntry]) -> int:
    """What the card held before the visit that wrote these entries; what is more came from elsewhere since.

    A card that held more than a lowered goal then may hold as many again.
    """
    first = next(entry for entry in entries if entry.currency is Currency.STAMPS)
    return card.stamps - tx.ledger.changed_since(card.id, first.id)
