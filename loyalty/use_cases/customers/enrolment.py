"""Getting to know people: a customer joins, a known person writes again.

Not here: staff, who come by invite (staffing.py).
"""

from dataclasses import dataclass

from loyalty.people import Acquaintance, Customer, Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnPhoneOnly, Refused
from loyalty.use_cases.customers.remembering import remember


@dataclass(frozen=True, slots=True)
class Joined:
    """The customer, and whether the card was opened just now."""

    customer: Customer
    new: bool


@dataclass(frozen=True, slots=True)
class Join:
    """Open a card for a person who has none."""

    database: Database

    async def __call__(self, person: Person) -> Joined:
        """The person's customer. Raises Refused(OwnPhoneOnly) for a till."""
        return await self.database.write(lambda tx: join(tx, person))


@dataclass(frozen=True, slots=True)
class MeetPerson:
    """Recognise who wrote or tapped."""

    database: Database

    async def __call__(self, person: Person) -> Acquaintance:
        """Staff, customer, both or neither; a customer who writes is reachable again, under today's name."""
        known = await self.database.read(lambda tx: tx.people.find_acquaintance(person.telegram_id))
        if not _is_news(person, known):
            return known
        return await self.database.write(lambda tx: _refresh(tx, person))


def _is_news(person: Person, known: Acquaintance) -> bool:
    customer, staff = known.customer, known.staff
    if staff is not None and known.till is None and staff.language != person.language:
        return True
    if customer is None:
        return False
    return not customer.reachable or (customer.name, customer.language) != (person.name, person.language)


def _refresh(tx: Transaction, person: Person) -> Acquaintance:
    tx.people.refresh(person)
    return tx.people.find_acquaintance(person.telegram_id)


def join(tx: Transaction, person: Person, *, source: str = "") -> Joined:
    """The person's customer, with a card opened under today's goal when there was none.

    `source` is the sign that brought somebody new. Raises Refused(OwnPhoneOnly) for a till, which is nobody:
    its card could be filled by everybody who stands there.
    """
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(OwnPhoneOnly())
    known = tx.people.find_customer(person.telegram_id)
    if known is not None:
        return Joined(known, new=False)
    customer = tx.people.add_customer(person, source=source)
    tx.cards.open(customer.id, goal=tx.programs.get_current().rules.goal)
    remember(tx, customer.id, person)
    return Joined(customer, new=True)
