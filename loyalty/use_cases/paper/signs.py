"""Signs: made when they are printed, ended all at once, and what happens to people who come by one.

Not here: the pages (handlers) and joining without a sign (enrolment.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty import secrets
from loyalty.ids import SignId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import NobodyOnShift, Refused
from loyalty.secrets import Purpose, SecretSource
from loyalty.signs import Product, Sign
from loyalty.use_cases.customers.enrolment import Joined, join
from loyalty.use_cases.staff.authority import require_manager


@dataclass(frozen=True, slots=True)
class SignBoard:
    """The live signs, and the rules that pages are printed from."""

    signs: Sequence[Sign]
    rules: Rules


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What a page needs: the rules, and the sign whose link stands on it (None: the staff sheet)."""

    product: Product
    rules: Rules
    sign: Sign | None

    @property
    def payload(self) -> str | None:
        """The sign's start payload."""
        return None if self.sign is None else secrets.payload(Purpose.SIGN, self.sign.tag)


@dataclass(frozen=True, slots=True)
class CameBySign:
    """What a sign's link led to."""

    sign: Sign | None
    """None: a tag that we don't know, such as of a sign printed before the data was lost."""
    joined: Joined | None
    """None: nobody joins by a sign that is out of date."""


@dataclass(frozen=True, slots=True)
class ReadSigns:
    """What hangs on the walls."""

    database: Database

    async def __call__(self, person: Person) -> SignBoard:
        """The live signs with their joins. Raises Refused(NotManager)."""

        def body(tx: Transaction) -> SignBoard:
            require_manager(tx, person)
            return SignBoard(tx.signs.find_all_live(), tx.programs.get_current().rules)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class PrintPage:
    """Print something."""

    database: Database
    secrets: SecretSource

    async def __call__(self, person: Person, product: Product) -> PrintOrder:
        """The order for the page. A product that is printed again keeps its sign; so does a replayed tap.

        Raises Refused(NotManager).
        """
        tag = secrets.new_tag(self.secrets)

        def body(tx: Transaction) -> PrintOrder:
            staff = require_manager(tx, person)
            rules = tx.programs.get_current().rules
            if not product.is_sign:
                return PrintOrder(product, rules, None)
            sign = tx.signs.find_live(product) or tx.signs.add(product, tag=tag, by=staff.id)
            return PrintOrder(product, rules, sign)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReplaceSigns:
    """New signs: those that hang out there are out of date from now on."""

    database: Database

    async def __call__(self, person: Person, *, up_to: SignId) -> int:
        """How many ended. `up_to` is the newest that the person saw, so that a second tap ends no new one.

        Raises Refused(NotManager).
        """

        def body(tx: Transaction) -> int:
            require_manager(tx, person)
            return tx.signs.void(up_to=up_to)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ComeBySign:
    """Somebody opens the link of a sign."""

    database: Database

    async def __call__(self, person: Person, tag: str) -> CameBySign:
        """The person's customer; a new one has the sign as source. By one that is out of date nobody joins.

        Who has a card is known by it, whatever the sign. Raises Refused(NobodyOnShift) for a till.
        """
        return await self.database.write(lambda tx: _come(tx, person, tag))


@dataclass(frozen=True, slots=True)
class CheckSign:
    """Somebody who works here tries a sign: it must not count."""

    database: Database

    async def __call__(self, tag: str) -> Sign | None:
        """The sign, None for a tag that we don't know."""
        return await self.database.read(lambda tx: tx.signs.find_by_tag(tag))


def _come(tx: Transaction, person: Person, tag: str) -> CameBySign:
    sign = tx.signs.find_by_tag(tag)
    if tx.people.find_till(person.telegram_id) is not None:
        raise Refused(NobodyOnShift())
    known = tx.people.find_customer(person.telegram_id)
    if known is not None:
        return CameBySign(sign, Joined(known, new=False))
    if sign is None:
        return CameBySign(None, join(tx, person))
    if not sign.live:
        return CameBySign(sign, None)
    return CameBySign(sign, join(tx, person, source=sign.name))
