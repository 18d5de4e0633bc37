"""The late undo of a manager: a visit or a handover is taken back, whenever it was.

Not here: the ten-minute undo (undoing.py, handovers.py) and the arithmetic (loyalty/stamps.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loyalty import ledger, stamps
from loyalty.cards import Card
from loyalty.corrections import CorrectionFacts
from loyalty.ids import ChatId, CustomerId, OperationId, RewardId, VisitId
from loyalty.ledger import Change, Currency, FilledCard, LedgerEntry, Operation, OperationKind
from loyalty.people import Cause, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.receipts import VisitTakenBack
from loyalty.refusals import NothingToTakeBack, Refusal, Refused, VisitOver
from loyalty.rewards import Reward
from loyalty.use_cases.campaigns.receipt_greetings import take_greetings_back
from loyalty.use_cases.corrections.record import (
    Correction,
    checked,
    conclude,
    correction_facts,
    find_receipt,
    remember_own,
    run_correction,
)
from loyalty.use_cases.corrections.undoing import making_good, undone_bill
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.rewards.gifts import take_gifts_back
from loyalty.use_cases.rewards.handovers import find_given_back, give_back
from loyalty.use_cases.staff.authority import is_own, require_manager
from loyalty.use_cases.visits.codes import redraw_code
from loyalty.use_cases.visits.record import (
    end_offers_of,
    end_questions,
    redraw_cards_of,
    redraw_visit,
    refuse_moved,
    visit_operation,
)
from loyalty.visits import Visit, VisitState

_TAKABLE = (*ledger.BOOKING, OperationKind.REDEMPTION)


@dataclass(frozen=True, slots=True)
class FindTakable:
    """The receipt that a manager wants to take back, before the reason is asked for."""

    database: Database

    async def __call__(self, person: Person, number: OperationId) -> CorrectionFacts:
        """What the receipt gave, and to whom.

        Raises Refused: NotManager, UnknownReceipt, NothingToTakeBack, CardMovedAway.
        """

        def body(tx: Transaction) -> CorrectionFacts:
            require_manager(tx, person)
            operation, customer_id = find_receipt(tx, number)
            if operation.kind not in _TAKABLE:
                raise Refused(NothingToTakeBack(number))
            refuse_moved(tx, customer_id)
            return correction_facts(tx, operation)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class TakeBack:
    """/undo 123 cup was refunded: whenever it was, with a reason."""

    database: Database

    async def __call__(
        self, person: Person, number: OperationId, reason: str, *, chat_id: ChatId, cause: Cause | None
    ) -> Correction:
        """What the receipt of this number gave is taken back: its visit with all adds, or its handover.

        What became of it is shown in `chat_id` and to the owners. Raises Refused: NotManager, ReasonMissing,
        UnknownReceipt, NothingToTakeBack, CardMovedAway, OwnCard, CardFrozen, VisitOver, RewardWrittenOff.
        """

        def body(tx: Transaction) -> Correction | Refusal:
            manager = require_manager(tx, person)
            operation, customer_id = find_receipt(tx, number)
            if is_own(tx, person.telegram_id, customer_id):
                return remember_own(tx, manager, customer_id)
            done = _take_back(tx, manager, operation, customer_id, cause)
            return conclude(tx, manager, done, checked(reason), chat_id=chat_id, cause=cause)

        return await run_correction(self.database, body)


def _take_back(
    tx: Transaction, manager: StaffMember, operation: Operation, customer_id: CustomerId, cause: Cause | None
) -> Correction:
    if operation.kind not in _TAKABLE or operation.visit_id is None:
        raise Refused(NothingToTakeBack(operation.id))
    refuse_moved(tx, customer_id)
    if operation.kind is OperationKind.REDEMPTION:
        return _give_back(tx, manager, operation, operation.visit_id, cause)
    done = tx.ledger.find_by_key(f"visit:{operation.visit_id}:undo")
    if done is not None:
        return Correction(done, fresh=False)
    refuse_frozen(tx, customer_id)
    visit = tx.visits.undo(operation.visit_id, by=manager.id)
    if visit is None:
        raise Refused(VisitOver(VisitState.EXPIRED))  # stamps were given, so it was confirmed: a bug
    take_greetings_back(tx, visit)
    written = _reverse(tx, manager, visit, cause)
    tx.deliveries.add_receipt(written, customer_id)
    tx.people.note_visit(customer_id, visits=-1, last_visit_at=None)
    end_questions(tx, visit.id)
    redraw_visit(tx, visit)
    redraw_cards_of(tx, customer_id)
    return Correction(written, fresh=True)


def _give_back(
    tx: Transaction, manager: StaffMember, operation: Operation, visit_id: VisitId, cause: Cause | None
) -> Correction:
    reward = tx.rewards.get(RewardId(int(operation.op_key.removeprefix("reward:"))))
    done = find_given_back(tx, reward)
    if done is not None:
        return Correction(done, fresh=False)
    return Correction(give_back(tx, manager, tx.visits.get(visit_id), reward, cause=cause), fresh=True)


def _reverse(tx: Transaction, manager: StaffMember, visit: Visit, cause: Cause | None) -> Operation:
    """Stamps leave the card, untouched rewards go as far as needed, the rest is written off."""
    card, program = tx.cards.get(visit.card_id), tx.programs.get_current()
    entries = list(tx.ledger.entries_of_visit(visit.id))
    own, later = _find_untouched(tx, card, entries)
    taking = stamps.take_back(
        balance=card.stamps,
        goal=card.goal,
        removed=visit.stamps,
        unspent=[one.filled.cost for one in own],
        later=[one.filled.cost for one in later],
    )
    going = [*reversed(own), *reversed(later)][: len(taking.cancelled)]
    _cancel(tx, card.customer_id, [one.reward for one in going])
    points_back, borne = _take_points_back(tx, card, entries)
    fact = VisitTakenBack(
        removed=visit.stamps,
        written_off=taking.written_off,
        stamps=taking.stamps,
        goal=taking.aim(program.rules.goal),
        rewards=len(going),
        item=going[0].reward.item if going else program.rules.item,
        by=manager.name,
        bill=undone_bill(tx, visit, entries, card.points + ledger.total(points_back, Currency.POINTS)),
        points_written_off=max(0, borne),
        points_made_good=max(0, -borne),
        gifts=take_gifts_back(tx, visit),
    )
    undone = visit_operation(
        visit, manager, program.version, op_key=f"visit:{visit.id}:undo", kind=OperationKind.LATE_UNDO,
        fact=fact,
    )  # fmt: skip
    filled_since = {one.filled.by for one in going} - {entry.operation_id for entry in entries}
    changes = ledger.taking_back(
        [*entries, *(entry for number in filled_since for entry in tx.ledger.fillings_of(number))],
        card.id,
        cancelled=[one.filled for one in going],
        written_off=taking.written_off,
    )
    return tx.ledger.write(replace(undone, cause=cause), (*changes, *points_back), goal=taking.goal)


def _take_points_back(
    tx: Transaction, card: Card, entries: Sequence[LedgerEntry]
) -> tuple[Sequence[Change], int]:
    """What the bill earned goes, what paid for it comes back; and what the cafe bears more than before.

    Less than before (below zero) when what comes back makes good what was written off of another bill.
    """
    taken = ledger.taking_points_back(entries, card.id, card.points)
    left = card.points + ledger.total(taken, Currency.POINTS)
    changes = (*taken, *making_good(tx, card, entries, left))
    gave = sum(entry.amount for entry in entries if entry.currency is Currency.POINTS)
    return changes, ledger.total(changes, Currency.POINTS) + gave


@dataclass(frozen=True, slots=True)
class _Untouched:
    """A reward that nobody had yet, and the card that it was: the stamps it can be again."""

    reward: Reward
    filled: FilledCard


def _find_untouched(
    tx: Transaction, card: Card, entries: Sequence[LedgerEntry]
) -> tuple[Sequence[_Untouched], Sequence[_Untouched]]:
    """The untouched rewards that stamps of these entries may sit in, oldest first: the visit's own, and later
    ones. What was filled before the visit has none of its stamps.
    """
    own = {entry.operation_id for entry in entries}
    if not own:  # a bill too small to earn anything
        return (), ()
    since = [
        _Untouched(reward, FilledCard(first.operation_id, first.cost))
        for reward in tx.rewards.held_by(card.customer_id)
        if reward.cost
        and (first := _first_of(tx, reward)).card_id == card.id
        and first.operation_id >= min(own)
    ]
    since.sort(key=lambda one: (one.filled.by, one.reward.id))
    return [one for one in since if one.filled.by in own], [one for one in since if one.filled.by not in own]


def _first_of(tx: Transaction, reward: Reward) -> Reward:
    """The reward that was filled, which others replace as often as its handing over was undone."""
    return reward if reward.replaces is None else _first_of(tx, tx.rewards.get(reward.replaces))


def _cancel(tx: Transaction, customer_id: CustomerId, rewards: Sequence[Reward]) -> None:
    """These rewards are gone, from wherever they are shown, picked or asked about too."""
    for reward in rewards:
        tx.rewards.cancel(reward.id)
        end_offers_of(tx, reward.id)
        if reward.issued_visit_id is not None:
            redraw_visit(tx, tx.visits.get(reward.issued_visit_id))
    live = tx.scans.find_live_of(customer_id)
    if live is not None:
        redraw_code(tx, live.id)
