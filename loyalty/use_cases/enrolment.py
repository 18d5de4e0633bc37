"""Getting to know people: a customer joins, a known person writes again.

Not here: staff, who come by invite (staffing.py).
"""

from dataclasses import dataclass

from loyalty.people import Acquaintance, Customer, Person
from loyalty.ports import Database, Transaction


@dataclass(frozen=True, slots=True)
class Joined:
    """The customer, and whether the card was opened just now."""

    customer: Customer
    new: bool


@dataclass(frozen=True, slots=True)
class Join:
    """Open a card for a person who has none."""

    database: Database

    async def __call__(self, person: Person, *, source: str = "") -> Joined:
        """The person's customer; `source` names the sign that brought a new one."""
        return await self.database.write(lambda tx: join(tx, person, source=source))


@dataclass(frozen=True, slots=True)
class MeetPerson:
    """Recognise who wrote or tapped."""

    database: Database

    async def __call__(self, person: Person) -> Acquaintance:
        """Staff, customer, both or neither; a customer who writes is reachable again."""
        known = await self.database.read(lambda tx: tx.people.find_acquaintance(person.telegram_id))
        customer = known.customer
        if customer is not None and not customer.reachable:
            await self.database.write(lambda tx: tx.people.mark_reachable(customer.id))
        return known


def join(tx: Transaction, person: Person, *, source: str = "") -> Joined:
    """The person's customer, with a card opened under today's goal when there was none."""
    known = tx.people.find_customer(person.telegram_id)
    if known is not None:
        return Joined(known, new=False)
    customer = tx.people.add_customer(person, source=source)
    tx.cards.open(customer.id, goal=tx.programs.get_current().rules.goal)
    return Joined(customer, new=True)
