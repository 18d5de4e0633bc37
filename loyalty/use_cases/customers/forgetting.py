"""Forgetting: what is left of a customer is a number with its sums; whoever comes back begins anew.

Not here: what is erased (erasing.py), what limits make of what is remembered (judging.py), and the list for
restores (bot/erasures.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loyalty.erasures import Erasure
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import OwnPhoneOnly, Refused
from loyalty.use_cases.customers.erasing import erase, erase_account
from loyalty.use_cases.staff.leaving import require_other_owner


@dataclass(frozen=True, slots=True)
class ForgetPerson:
    """Erase everything, once somebody has said yes."""

    database: Database

    async def __call__(self, person: Person) -> None:
        """Nobody knows this account any more; done again, or for a stranger, it changes nothing.

        Who works here leaves that too. Raises Refused: OwnPhoneOnly for a till, LastOwner.
        """

        def body(tx: Transaction) -> None:
            refuse_to_forget(tx, person)
            customer = tx.people.find_customer(person.telegram_id)
            if customer is not None:
                erase(tx, customer.id)
            erase_account(tx, person.telegram_id, person.name)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadErasures:
    """Everybody of whom only a hash is left, for the list beside the database."""

    database: Database

    async def __call__(self) -> tuple[Sequence[Erasure], datetime]:
        """Oldest first, and the moment of reading."""

        def body(tx: Transaction) -> tuple[Sequence[Erasure], datetime]:
            return [one for one in tx.forgotten.find_all() if not one.is_over(tx.now)], tx.now

        return await self.database.read(body)


def refuse_to_forget(tx: Transaction, person: Person) -> None:
    """Who can't be forgotten. Raises Refused: OwnPhoneOnly for a till, LastOwner."""
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(OwnPhoneOnly())
    staff = tx.people.find_staff(person.telegram_id)
    if staff is not None:
        require_other_owner(tx, staff)
