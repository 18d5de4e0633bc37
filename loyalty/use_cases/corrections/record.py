"""What every correction by a manager does alike: find the receipt, keep the reason, tell everybody.

Not here: the corrections themselves (taking_back.py, adjusting.py).
"""

from collections.abc import Callable
from dataclasses import dataclass

from loyalty.corrections import LONGEST_REASON, CorrectionFacts
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, OperationId
from loyalty.ledger import Operation
from loyalty.people import Cause, StaffMember
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnCard, ReasonMissing, Refusal, Refused, UnknownReceipt


@dataclass(frozen=True, slots=True)
class Correction:
    """What a manager put right; `fresh` False: it was done before, and this is what was done."""

    operation: Operation
    fresh: bool


@dataclass(frozen=True, slots=True)
class ReadCorrection:
    """What a manager put right, for whoever is shown it."""

    database: Database

    async def __call__(self, operation_id: OperationId) -> CorrectionFacts:
        """The correction's facts now: a reason and a name may have been blanked since."""
        return await self.database.read(lambda tx: correction_facts(tx, tx.ledger.get(operation_id)))


async def run_correction(
    database: Database, body: Callable[[Transaction], Correction | Refusal]
) -> Correction:
    """Run a correction; what is to be remembered comes back as a refusal, for a raised one is rolled back."""
    result = await database.write(body)
    if not isinstance(result, Correction):
        raise Refused(result)
    return result


def find_receipt(tx: Transaction, number: OperationId) -> tuple[Operation, CustomerId]:
    """A receipt by the number that a manager sent, and whose it is. Raises Refused(UnknownReceipt)."""
    operation = tx.corrections.find_operation(number)
    if operation is None:
        raise Refused(UnknownReceipt(number))
    customer_id = tx.corrections.get_customer(number)
    if tx.people.get_customer(customer_id).former:  # sums stay as they were
        raise Refused(UnknownReceipt(number))
    return operation, customer_id


def follow_moves(tx: Transaction, customer_id: CustomerId) -> CustomerId:
    """The customer on whose card all of this one's is now, over as many moves as it took."""
    moved_to = tx.people.get_customer(customer_id).moved_to
    return customer_id if moved_to is None else follow_moves(tx, moved_to)


def remember_own(tx: Transaction, manager: StaffMember, customer_id: CustomerId) -> Refusal:
    """Nobody puts their own card right, and the owner sees who tried."""
    tx.refusals.add(OwnCard(), staff_id=manager.id, customer_id=customer_id)
    return OwnCard()


def checked(reason: str) -> str:
    """A reason in the length that is kept. Raises Refused(ReasonMissing)."""
    reason = reason.strip()
    if not reason:
        raise Refused(ReasonMissing())
    return reason[:LONGEST_REASON]


def conclude(
    tx: Transaction, manager: StaffMember, done: Correction, reason: str, *, chat_id: ChatId,
    cause: Cause | None,
) -> Correction:  # fmt: skip
    """The reason is kept and everybody told: the customer was, the owners and whoever asked are shown it."""
    number = done.operation.id
    if cause is not None or done.fresh:
        tx.deliveries.add_screen(ScreenKind.CORRECTION, number, chat_id, cause=cause)
    if done.fresh:
        tx.corrections.keep_reason(number, reason)
        practice = tx.people.get_customer(tx.corrections.get_customer(number)).practice
        for owner in () if practice else tx.people.find_owners():
            if owner.id != manager.id:
                tx.deliveries.add_screen(ScreenKind.CORRECTION, number, ChatId(owner.telegram_id))
    return done


def correction_facts(tx: Transaction, operation: Operation) -> CorrectionFacts:
    """What is shown of a correction, or of the receipt that is to be corrected."""
    customer = tx.people.get_customer(tx.corrections.get_customer(operation.id))
    return CorrectionFacts(
        operation=operation,
        customer_name=customer.name,
        reason=tx.corrections.find_reason(operation.id),
        pair_code=tx.visits.get(operation.visit_id).pair_code if operation.visit_id is not None else None,
    )
