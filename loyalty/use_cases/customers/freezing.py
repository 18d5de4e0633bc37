"""Frozen cards: "this wasn't me" freezes the own card, a manager looks and unfreezes it.

Not here: what a frozen card refuses in detail; whatever takes something from a card calls `refuse_frozen`.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from loyalty.corrections import FreezeFacts, takes_away
from loyalty.days import local
from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, CustomerId, FreezeId, OperationId
from loyalty.ledger import Operation
from loyalty.notices import CardThawed
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import CardFrozen, FrozenForADay, LookedAtBefore, OwnCard, Refused, UnknownReceipt
from loyalty.use_cases.staff.authority import is_own, require_manager
from loyalty.use_cases.visits.record import end_offers, judged_at, redraw_cards_of
from loyalty.visits import ADD_WINDOW


@dataclass(frozen=True, slots=True)
class FindOwnReceipt:
    """The receipt under which a customer tapped "this wasn't me", to ask once more before freezing."""

    database: Database

    async def __call__(self, person: Person, operation_id: OperationId) -> Operation:
        """The person's own receipt that took something away.

        Raises Refused: UnknownReceipt, LookedAtBefore.
        """
        return await self.database.read(lambda tx: _find_own(tx, person, operation_id))


@dataclass(frozen=True, slots=True)
class FreezeCard:
    """Yes, freeze: nothing leaves the card until a manager has looked."""

    database: Database

    async def __call__(self, person: Person, operation_id: OperationId) -> Operation:
        """The receipt that it is about; the managers and owners are told. Tapped twice, it answers the same.

        Raises Refused: UnknownReceipt, LookedAtBefore.
        """

        def body(tx: Transaction) -> Operation:
            operation = _find_own(tx, person, operation_id)
            _freeze(tx, tx.corrections.get_customer(operation_id), operation_id)
            return operation

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ThawCard:
    """A manager has looked: the card is open again."""

    database: Database

    async def __call__(self, person: Person, freeze_id: FreezeId) -> FreezeFacts:
        """The freeze as it stands after the first who ended it.

        Raises Refused: NotManager, OwnCard, LookedAtBefore.
        """

        def body(tx: Transaction) -> FreezeFacts:
            manager = require_manager(tx, person)
            freeze = tx.freezes.find(freeze_id)
            if freeze is None:
                raise Refused(LookedAtBefore())
            customer_id = tx.freezes.get_customer(freeze_id)
            if is_own(tx, person.telegram_id, customer_id):
                raise Refused(OwnCard())
            if tx.freezes.thaw(freeze_id, by=manager.id):
                _redraw(tx, freeze_id, customer_id)
                _tell_customer(tx, customer_id, freeze_id, by=manager.name)
            return _facts(tx, freeze_id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ThawOwnCard:
    """It was me after all: the customer opens the own card, a day after freezing it."""

    database: Database

    async def __call__(self, person: Person) -> bool:
        """Whether it was frozen until now. Raises Refused(FrozenForADay)."""

        def body(tx: Transaction) -> bool:
            customer = tx.people.find_customer(person.telegram_id)
            freeze = tx.freezes.find_of(customer.id) if customer is not None else None
            if customer is None or freeze is None:
                return False
            left = freeze.own_thaw_at - tx.now
            if left > timedelta(0):
                raise Refused(FrozenForADay(hours=ceil(left / timedelta(hours=1))))
            tx.freezes.thaw(freeze.id, by=None)
            _redraw(tx, freeze.id, customer.id)
            return True

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadFreeze:
    """What managers see of a frozen card."""

    database: Database

    async def __call__(self, freeze_id: FreezeId) -> FreezeFacts:
        """The freeze's facts now."""
        return await self.database.read(lambda tx: _facts(tx, freeze_id))


def refuse_frozen(tx: Transaction, customer_id: CustomerId) -> None:
    """Nothing leaves a frozen card. Raises Refused(CardFrozen)."""
    if tx.people.get_customer(customer_id).frozen:
        raise Refused(CardFrozen())


def _find_own(tx: Transaction, person: Person, operation_id: OperationId) -> Operation:
    operation = tx.corrections.find_operation(operation_id)
    if operation is None or not takes_away(operation.fact):
        raise Refused(UnknownReceipt(operation_id))
    if not is_own(tx, person.telegram_id, tx.corrections.get_customer(operation_id)):
        raise Refused(UnknownReceipt(operation_id))
    about = tx.freezes.find_about(operation_id)
    if about is not None and about.thawed_at is not None:
        raise Refused(LookedAtBefore())
    return operation


def _freeze(tx: Transaction, customer_id: CustomerId, operation_id: OperationId) -> None:
    freeze_id = tx.freezes.freeze(customer_id, operation_id)
    if freeze_id is None:  # over this receipt or another: frozen is frozen
        return
    for visit_id in tx.visits.find_live_of(customer_id, confirmed_after=judged_at(tx) - ADD_WINDOW):
        end_offers(tx, visit_id)
    redraw_cards_of(tx, customer_id)
    for manager in tx.people.find_managers():
        tx.deliveries.add_screen(ScreenKind.FREEZE, freeze_id, ChatId(manager.telegram_id))


def _redraw(tx: Transaction, freeze_id: FreezeId, customer_id: CustomerId) -> None:
    tx.deliveries.redraw(freeze_id, ScreenKind.FREEZE)
    redraw_cards_of(tx, customer_id)


def _tell_customer(tx: Transaction, customer_id: CustomerId, freeze_id: FreezeId, *, by: str) -> None:
    telegram_id = tx.people.find_telegram_id(customer_id)
    if telegram_id is not None:
        tx.deliveries.add_notice(CardThawed(by), ChatId(telegram_id), key=f"thawed:{freeze_id}")


def _facts(tx: Transaction, freeze_id: FreezeId) -> FreezeFacts:
    freeze, rules = tx.freezes.get(freeze_id), tx.programs.get_current().rules
    operation = tx.ledger.get(freeze.operation_id)
    customer = tx.people.get_customer(tx.freezes.get_customer(freeze_id))
    manager = tx.freezes.find_thawed_by(freeze_id)
    return FreezeFacts(
        freeze=freeze,
        operation=operation,
        customer_name=customer.name,
        said_at=local(freeze.frozen_at, rules),
        happened_at=local(operation.created_at, rules),
        thawed_by="" if manager is None else tx.people.get_staff(manager).name,
    )
