"""What customers look up: the card, the rewards held, the receipts.

Not here: anything that changes a balance.
"""

from dataclasses import dataclass

from loyalty.cards import CardFacts, HistoryPage
from loyalty.ids import OperationId
from loyalty.people import Customer, Person
from loyalty.ports import Database, Transaction
from loyalty.use_cases.customers.enrolment import join

PAGE = 8


@dataclass(frozen=True, slots=True)
class ShowCard:
    """My card."""

    database: Database

    async def __call__(self, person: Person) -> CardFacts:
        """The person's card; one who has none joins by asking for it."""
        known = await self.database.read(lambda tx: _find_card(tx, person))
        if known is not None:
            return known
        return await self.database.write(lambda tx: card_of(tx, join(tx, person).customer))


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """My receipts, page by page."""

    database: Database

    async def __call__(self, person: Person, *, before: OperationId | None = None) -> HistoryPage:
        """Receipts newest first, those before a number; empty for a person without a card."""
        return await self.database.read(lambda tx: _history(tx, person, before))


def _find_card(tx: Transaction, person: Person) -> CardFacts | None:
    customer = tx.people.find_customer(person.telegram_id)
    return None if customer is None else card_of(tx, customer)


def card_of(tx: Transaction, customer: Customer) -> CardFacts:
    """What a customer sees of the own card."""
    card = tx.cards.get_of(customer.id)
    rules = tx.programs.get_current().rules
    freeze = tx.freezes.find_of(customer.id) if customer.frozen else None
    return CardFacts(
        cafe=rules.cafe,
        stamps=card.stamps,
        goal=card.aim(rules.goal),
        item=rules.item,
        rewards=tx.rewards.held_by(customer.id),
        frozen=customer.frozen,
        may_thaw=freeze is not None and tx.now >= freeze.own_thaw_at,
        points=card.points,
        rules=rules,
    )


def _history(tx: Transaction, person: Person, before: OperationId | None) -> HistoryPage:
    customer = tx.people.find_customer(person.telegram_id)
    if customer is None:
        return HistoryPage((), None)
    rules = tx.programs.get_current().rules
    found = tx.ledger.history(customer.id, before=before, most=PAGE + 1)
    page = found[:PAGE]
    return HistoryPage(page, page[-1].id if len(found) > PAGE else None, rules)
