"""What you may send me: a customer looks at it, changes it, and mutes what a message was for.

Not here: what a wish allows (loyalty/policy.py), questions under receipts (asking.py), the date itself.
"""

from dataclasses import dataclass

from loyalty.birthdays import find_locked_until
from loyalty.campaigns import PURPOSES
from loyalty.days import day_of
from loyalty.ids import CustomerId, RecipientId
from loyalty.people import Person
from loyalty.policy import find_objection
from loyalty.ports import Database, Transaction
from loyalty.refusals import NoBirthday, NotForYou, Refused
from loyalty.use_cases.campaigns.birthdays import find_given_on, greets_birthdays
from loyalty.use_cases.staff.authority import require_customer
from loyalty.wishes import Purpose, WishesFacts, WishState, text_read


@dataclass(frozen=True, slots=True)
class ReadWishes:
    """The page of what a customer lets us send."""

    database: Database

    async def __call__(self, person: Person) -> WishesFacts:
        """Raises Refused(NoCardYet)."""
        return await self.database.read(lambda tx: wishes_of(tx, require_customer(tx, person).id))


@dataclass(frozen=True, slots=True)
class SetWish:
    """The customer turns one purpose on or off."""

    database: Database

    async def __call__(self, person: Person, purpose: Purpose, *, on: bool, language: str) -> WishesFacts:
        """The page as it is then. `language`: in which it was read. Raises Refused: NoCardYet, NoBirthday."""

        def body(tx: Transaction) -> WishesFacts:
            customer_id = require_customer(tx, person).id
            if on and purpose is Purpose.BIRTHDAY and tx.birthdays.find(customer_id) is None:
                raise Refused(NoBirthday())
            _say(tx, customer_id, purpose, on=on, language=language)
            return wishes_of(tx, customer_id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class MutePurpose:
    """The button in a message: no more of these."""

    database: Database

    async def __call__(self, person: Person, recipient_id: RecipientId, *, language: str) -> Purpose:
        """Which purpose it was, muted now; a second tap changes nothing. Raises Refused(NotForYou)."""

        def body(tx: Transaction) -> Purpose:
            recipient = tx.recipients.find(recipient_id)
            customer = tx.people.find_customer(person.telegram_id)
            if recipient is None or customer is None or recipient.customer_id != customer.id:
                raise Refused(NotForYou())
            purpose = PURPOSES[tx.campaigns.get(recipient.campaign_id).kind]
            if purpose is None:  # what belongs to the card has no such button
                raise Refused(NotForYou())
            if _say(tx, customer.id, purpose, on=False, language=language):
                tx.recipients.note_muted(recipient_id)
            return purpose

        return await self.database.write(body)


def wishes_of(tx: Transaction, customer_id: CustomerId) -> WishesFacts:
    """What the page shows."""
    rules = tx.programs.get_current().rules
    said = {wish.purpose: wish.state for wish in tx.wishes.find_of(customer_id)}
    kept = tx.birthdays.find(customer_id)
    birthday = kept.birthday if kept is not None else None
    given_on, today = find_given_on(tx, customer_id), day_of(tx.now, rules).date
    return WishesFacts(
        cafe=rules.cafe,
        on={
            purpose: find_objection(purpose, said.get(purpose), has_birthday=kept is not None) is None
            for purpose in Purpose
        },
        birthday=birthday,
        locked_until=find_locked_until(birthday, given_on, today),
        deleted_until=find_locked_until(None, given_on, today),
        greets=greets_birthdays(tx),
        posts_a_week=rules.posts_a_week,
    )


def _say(tx: Transaction, customer_id: CustomerId, purpose: Purpose, *, on: bool, language: str) -> bool:
    """Write it down, once: whether it is news."""
    state = WishState.GRANTED if on else WishState.MUTED
    if any(wish.purpose is purpose and wish.state is state for wish in tx.wishes.find_of(customer_id)):
        return False
    tx.wishes.keep(customer_id, purpose, state, text_read(purpose, language))
    return True
