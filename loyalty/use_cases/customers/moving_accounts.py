"""A lost Telegram account: a manager moves its card to the new one, and the owners are shown it.

Not here: what moving does (moving.py), and paper cards, which their customers move (paper/moving.py).
"""

from dataclasses import dataclass

from loyalty.cards import CardFacts
from loyalty.ids import ChatId, CustomerId, OperationId
from loyalty.people import Cause, Customer, Person, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import CardMovedAway, Refusal, Refused, SameCard, UnknownReceipt
from loyalty.use_cases.corrections.record import (
    Correction,
    checked,
    conclude,
    find_receipt,
    follow_moves,
    remember_own,
    run_correction,
)
from loyalty.use_cases.customers.cards import card_of
from loyalty.use_cases.customers.freezing import refuse_frozen
from loyalty.use_cases.customers.moving import MoveOrder, move_all
from loyalty.use_cases.staff.authority import is_own, require_manager


@dataclass(frozen=True, slots=True)
class MovePlan:
    """Whose card would come onto whose, before it does."""

    old_name: str
    old: CardFacts
    new_name: str
    new: CardFacts


@dataclass(frozen=True, slots=True)
class PlanMove:
    """Whom to whom? Shown before anything is done."""

    database: Database

    async def __call__(self, person: Person, old: OperationId, new: OperationId, reason: str) -> MovePlan:
        """Both cards. `old` and `new`: receipts of the lost account and of the new one.

        Raises Refused: NotManager, ReasonMissing, UnknownReceipt, CardMovedAway, SameCard, OwnCard,
        CardFrozen.
        """

        def body(tx: Transaction) -> MovePlan | Refusal:
            manager = require_manager(tx, person)
            checked(reason)
            source, target = _whose(tx, old, new)
            if source.moved_to is not None:
                raise Refused(CardMovedAway())
            refusal = _refuse_own(tx, manager, source, target)
            if refusal is not None:
                return refusal
            refuse_frozen(tx, source.id)
            return MovePlan(source.name, card_of(tx, source), target.name, card_of(tx, target))

        result = await self.database.write(body)
        if not isinstance(result, MovePlan):
            raise Refused(result)
        return result


@dataclass(frozen=True, slots=True)
class MoveAccount:
    """/move 123 456 the phone was stolen."""

    database: Database

    async def __call__(
        self, person: Person, old: OperationId, new: OperationId, reason: str, *, chat_id: ChatId,
        cause: Cause | None,
    ) -> Correction:  # fmt: skip
        """All of the old account's on the new one's card; again answers what was done.

        It is shown in `chat_id` and to all owners. Raises Refused: NotManager, ReasonMissing, UnknownReceipt,
        CardMovedAway, SameCard, OwnCard, CardFrozen.
        """

        def body(tx: Transaction) -> Correction | Refusal:
            manager = require_manager(tx, person)
            source, target = _whose(tx, old, new)
            refusal = _refuse_own(tx, manager, source, target)
            if refusal is not None:
                return refusal
            done = _move(tx, manager, source, target)
            why = checked(reason) if done.fresh else ""  # kept no longer than the question was open
            return conclude(tx, manager, done, why, chat_id=chat_id, cause=cause)

        return await run_correction(self.database, body)


def _whose(tx: Transaction, old: OperationId, new: OperationId) -> tuple[Customer, Customer]:
    source = tx.people.get_customer(find_receipt(tx, old)[1])
    target = tx.people.get_customer(follow_moves(tx, find_receipt(tx, new)[1]))
    for customer, number in ((source, old), (target, new)):
        if customer.practice or customer.former:
            raise Refused(UnknownReceipt(number))
    if source.id == target.id:
        raise Refused(SameCard())
    return source, target


def _refuse_own(tx: Transaction, manager: StaffMember, source: Customer, target: Customer) -> Refusal | None:
    own: CustomerId | None = next(
        (one.id for one in (source, target) if is_own(tx, manager.telegram_id, one.id)), None
    )
    return None if own is None else remember_own(tx, manager, own)


def _move(tx: Transaction, manager: StaffMember, source: Customer, target: Customer) -> Correction:
    if source.moved_to is not None:
        done = tx.moves.find_operation(source.id)
        if done is None or follow_moves(tx, source.id) != target.id:
            raise Refused(CardMovedAway())
        return Correction(tx.ledger.get(done), fresh=False)
    order = MoveOrder(source.id, target.id, manager.location_id, by=manager)
    return Correction(move_all(tx, order), fresh=True)
