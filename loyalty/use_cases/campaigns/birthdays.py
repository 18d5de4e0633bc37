"""The birthday: a customer tells the date, which is the consent, and may delete it at any time.

Not here: for how long it stays as it was given (loyalty/birthdays.py), and greetings.
"""

from dataclasses import dataclass
from datetime import date, datetime

from loyalty.birthdays import Birthday, find_locked_until, first_kept
from loyalty.campaigns import CampaignKind
from loyalty.days import day_of
from loyalty.ids import CustomerId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import BirthdayLocked, Refused
from loyalty.standing import key_of_birthday
from loyalty.use_cases.staff.authority import require_customer
from loyalty.wishes import Purpose, WishState, text_read


@dataclass(frozen=True, slots=True)
class BirthdayTold:
    """A date that a customer told, or is about to."""

    birthday: Birthday
    first: date
    """The first time that it is kept."""
    too_late: bool
    """Whether the day after it was told is so near that it counts from the year after."""


@dataclass(frozen=True, slots=True)
class PlanBirthday:
    """Is that right? Shown before the date is kept."""

    database: Database

    async def __call__(self, person: Person, birthday: Birthday | None = None) -> BirthdayTold | None:
        """What keeping it today would mean; None without a date, when one may be told.

        Raises Refused: NoCardYet, BirthdayLocked.
        """

        def body(tx: Transaction) -> BirthdayTold | None:
            customer_id = require_customer(tx, person).id
            _refuse_locked(tx, customer_id, birthday)
            return None if birthday is None else _told(birthday, _today(tx))

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class KeepBirthday:
    """Yes, that is my birthday."""

    database: Database

    async def __call__(self, person: Person, birthday: Birthday, *, language: str) -> BirthdayTold:
        """The date is kept, and greetings may come; told twice, it answers the same.

        `language`: in which the question was read. Raises Refused: NoCardYet, BirthdayLocked.
        """

        def body(tx: Transaction) -> BirthdayTold:
            customer_id = require_customer(tx, person).id
            kept = tx.birthdays.find(customer_id)
            if kept is not None and kept.birthday == birthday:
                return _told(birthday, _date_of(tx, kept.given_at))
            _refuse_locked(tx, customer_id, birthday)
            tx.birthdays.keep(customer_id, birthday)
            tx.wishes.keep(
                customer_id, Purpose.BIRTHDAY, WishState.GRANTED, text_read(Purpose.BIRTHDAY, language)
            )
            return _told(birthday, _today(tx))

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class DeleteBirthday:
    """The date goes, whenever the customer wishes; so do the greetings."""

    database: Database

    async def __call__(self, person: Person, *, language: str) -> None:
        """Again changes nothing. Raises Refused(NoCardYet)."""

        def body(tx: Transaction) -> None:
            customer_id = require_customer(tx, person).id
            if tx.birthdays.find(customer_id) is None:
                return
            tx.birthdays.drop(customer_id)
            tx.wishes.keep(
                customer_id, Purpose.BIRTHDAY, WishState.REFUSED, text_read(Purpose.BIRTHDAY, language)
            )

        await self.database.write(body)


def greets_birthdays(tx: Transaction) -> bool:
    """Whether this cafe greets birthdays at present."""
    return bool(tx.campaigns.find_on(CampaignKind.BIRTHDAY))


def find_given_on(tx: Transaction, customer_id: CustomerId) -> date | None:
    """On which date of the cafe a birthday was given last, also before the customer was forgotten."""
    carried = tx.people.find_carried(customer_id)
    times = [tx.birthdays.find_given_at(customer_id), carried.birthday_given_at if carried else None]
    return max((_date_of(tx, at) for at in times if at is not None), default=None)


def find_gift_at(tx: Transaction, customer_id: CustomerId) -> datetime | None:
    """When this card's last gift for a birthday came, of this year or the one before; None: none did."""
    this_year = _today(tx).year
    keys = [key_of_birthday(customer_id, year) for year in (this_year, this_year - 1)]
    return next((gift.created_at for key in keys if (gift := tx.ledger.find_by_key(key)) is not None), None)


def _refuse_locked(tx: Transaction, customer_id: CustomerId, birthday: Birthday | None) -> None:
    kept = tx.birthdays.find(customer_id)
    if kept is not None and kept.birthday == birthday:
        return
    known = kept.birthday if kept is not None else None
    until = find_locked_until(known, find_given_on(tx, customer_id), _today(tx))
    if until is not None:
        raise Refused(BirthdayLocked(until))


def _told(birthday: Birthday, given_on: date) -> BirthdayTold:
    first = first_kept(birthday, given_on)
    return BirthdayTold(birthday, first, too_late=first != birthday.next_from(given_on))


def _today(tx: Transaction) -> date:
    return _date_of(tx, tx.now)


def _date_of(tx: Transaction, at: datetime) -> date:
    return day_of(at, tx.programs.get_current().rules).date
