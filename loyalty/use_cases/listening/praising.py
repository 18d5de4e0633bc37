"""Thanks, and praise: a customer lets us pass the own words on to whoever served them, without a name.

Not here: whom it may be for (following_up.py). It gives nobody a stamp.
"""

from dataclasses import dataclass

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, RecipientId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import NotForYou, Refused
from loyalty.responses import ThanksFacts
from loyalty.use_cases.listening.answering import find_own
from loyalty.use_cases.listening.following_up import find_praised, thanks_of


@dataclass(frozen=True, slots=True)
class PassPraise:
    """Yes, pass my words on."""

    database: Database

    async def __call__(self, person: Person, recipient_id: RecipientId) -> ThanksFacts:
        """Who served them reads the words alone; tapped twice, once.

        Raises Refused(NotForYou), also when there is nobody any more who could be told.
        """

        def body(tx: Transaction) -> ThanksFacts:
            invitation = find_own(tx, person, recipient_id)
            served = find_praised(tx, invitation)
            if served is None:
                raise Refused(NotForYou())
            if tx.praises.add(recipient_id, served.id):
                tx.deliveries.add_screen(ScreenKind.PRAISE, recipient_id, ChatId(served.telegram_id))
            return thanks_of(tx, invitation)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class ReadThanks:
    """What the messages show that thank a customer for an answer."""

    database: Database

    async def __call__(self, recipient_id: RecipientId) -> ThanksFacts | None:
        """The facts now; None once the customer is forgotten."""

        def body(tx: Transaction) -> ThanksFacts | None:
            invitation = tx.invitations.find(recipient_id)
            if invitation is None or tx.responses.find(recipient_id) is None:
                return None
            return thanks_of(tx, invitation)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ReadPraise:
    """What the message shows to whoever served them."""

    database: Database

    async def __call__(self, recipient_id: RecipientId) -> str:
        """The words; empty once the customer is forgotten."""

        def body(tx: Transaction) -> str:
            response = tx.responses.find(recipient_id)
            return "" if response is None else response.reason

        return await self.database.read(body)
