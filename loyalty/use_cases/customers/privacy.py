"""What is kept of a person, for that person to see, and what forgetting would cost them.

Not here: forgetting itself (forgetting.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loyalty.days import last_day, local
from loyalty.ids import OperationId
from loyalty.ledger import Operation
from loyalty.people import Customer, Person
from loyalty.ports import Database, Transaction
from loyalty.privacy import Loss, MyData, OwnData, PrivacyFacts
from loyalty.programs import Rules
from loyalty.use_cases.campaigns.wishes import wishes_of
from loyalty.use_cases.customers.cards import card_of
from loyalty.use_cases.customers.forgetting import refuse_to_forget

_PAGE = 500


@dataclass(frozen=True, slots=True)
class ReadPrivacy:
    """What the privacy page says of this cafe."""

    database: Database
    encrypts: bool
    """Whether a passphrase is set, with which copies leave the machine."""

    async def __call__(self) -> PrivacyFacts:
        """A copy that was sent once lies where it is, also without a passphrase today."""

        def body(tx: Transaction) -> PrivacyFacts:
            sent = tx.backups.find_last_sent_at() is not None
            return PrivacyFacts(tx.programs.get_current().rules, self.encrypts or sent)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadLoss:
    """What somebody would lose by being forgotten."""

    database: Database

    async def __call__(self, person: Person) -> Loss:
        """Raises Refused: OwnPhoneOnly for a till, LastOwner."""

        def body(tx: Transaction) -> Loss:
            refuse_to_forget(tx, person)
            known = tx.people.find_acquaintance(person.telegram_id)
            card = card_of(tx, known.customer) if known.customer is not None else None
            return Loss(card, works_here=known.staff is not None)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadMyData:
    """Everything that is kept of somebody."""

    database: Database

    async def __call__(self, person: Person) -> MyData:
        """Times by the cafe's clock; without `data` when nothing is kept."""
        return await self.database.read(lambda tx: _read(tx, person))


def _read(tx: Transaction, person: Person) -> MyData:
    rules = tx.programs.get_current().rules
    known = tx.people.find_acquaintance(person.telegram_id)
    staff = known.staff if known.till is None else None
    mine = MyData(
        cafe=rules.cafe,
        at=local(tx.now, rules),
        telegram_id=person.telegram_id,
        staff_name=staff.name if staff is not None else "",
        role=staff.role if staff is not None else None,
        card=None,
        data=None,
    )
    customer = known.customer
    if customer is None:
        return mine
    return replace(
        mine,
        card=card_of(tx, customer),
        may_send=wishes_of(tx, customer.id).on,
        data=_by_the_cafes_clock(tx.traces.read(customer.id), rules),
        operations=[
            replace(one, created_at=local(one.created_at, rules)) for one in _operations(tx, customer)
        ],
    )


def _operations(tx: Transaction, customer: Customer) -> Sequence[Operation]:
    """Of the customer, and of everybody whose card came onto theirs."""
    found: list[Operation] = []
    for customer_id in (customer.id, *tx.moves.find_sources(customer.id)):
        before: OperationId | None = None
        while page := tx.ledger.history(customer_id, before=before, most=_PAGE):
            found += page
            before = page[-1].id
    return sorted(found, key=lambda operation: operation.id)


def _by_the_cafes_clock(data: OwnData, rules: Rules) -> OwnData:
    def at(moment: datetime) -> datetime:
        return local(moment, rules)

    def maybe(moment: datetime | None) -> datetime | None:
        return local(moment, rules) if moment is not None else None

    return replace(
        data,
        joined_at=at(data.joined_at),
        frozen_at=maybe(data.frozen_at),
        identities=[replace(one, since=at(one.since)) for one in data.identities],
        rewards=[
            replace(
                one,
                issued_at=at(one.issued_at),
                redeemed_at=maybe(one.redeemed_at),
                expires_at=maybe(one.expires_at),
                until=last_day(one.expires_at, rules) if one.expires_at is not None else None,
            )
            for one in data.rewards
        ],
        visits=[replace(one, opened_at=at(one.opened_at)) for one in data.visits],
        letters=[replace(one, at=at(one.at)) for one in data.letters],
        consents=[replace(one, at=at(one.at)) for one in data.consents],
        birthday_given_at=maybe(data.birthday_given_at),
        wishes=[replace(one, changed_at=at(one.changed_at)) for one in data.wishes],
        questions=[replace(one, at=at(one.at)) for one in data.questions],
        messages=[replace(one, at=at(one.at)) for one in data.messages],
        tickets=[replace(one, at=at(one.at)) for one in data.tickets],
        refusals=[replace(one, at=at(one.at)) for one in data.refusals],
    )
