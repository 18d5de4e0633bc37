"""A letter is called a complaint: by whoever wrote it, or by somebody who works here and read it.

Not here: what opens then (opening_tickets.py).
"""

from dataclasses import dataclass

from loyalty.ids import LetterId
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import CustomerGone, LetterOver, NotYourQuestion, Refused
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.opening_tickets import open_for_complaint
from loyalty.use_cases.staff.authority import require_staff


@dataclass(frozen=True, slots=True)
class Complain:
    """A customer says that what they wrote is a complaint."""

    database: Database

    async def __call__(self, person: Person, cause: Cause) -> bool:
        """Whether managers have it now; said twice, they have it once. `cause`: what they had written.

        Raises Refused(NotYourQuestion).
        """

        def body(tx: Transaction) -> bool:
            customer, letter = tx.people.find_customer(person.telegram_id), tx.letters.find_caused_by(cause)
            if customer is None or letter is None or letter.staff_id is not None:
                raise Refused(NotYourQuestion())
            if follow_moves(tx, letter.customer_id) != customer.id:
                raise Refused(NotYourQuestion())
            return open_for_complaint(tx, letter)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class MarkComplaint:
    """Somebody who works here says that a customer's letter is a complaint."""

    database: Database

    async def __call__(self, person: Person, letter_id: LetterId) -> bool:
        """Whether managers have it now. Raises Refused: NotStaff, NobodyOnShift, LetterOver, CustomerGone."""

        def body(tx: Transaction) -> bool:
            require_staff(tx, person)
            letter = tx.letters.find(letter_id)
            if letter is None or letter.staff_id is not None:
                raise Refused(LetterOver())
            if tx.people.get_customer(follow_moves(tx, letter.customer_id)).former:
                raise Refused(CustomerGone())
            return open_for_complaint(tx, letter)

        return await self.database.write(body)
