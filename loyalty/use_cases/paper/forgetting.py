"""Forgetting somebody who has a paper card and no Telegram: a manager does it for them.

Not here: what erasing is (erasing.py), which people with Telegram ask for themselves.
"""

from dataclasses import dataclass

from loyalty.ids import PaperCardId
from loyalty.paper import PaperState
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import Refused, UnknownPaperCard
from loyalty.use_cases.customers.erasing import erase
from loyalty.use_cases.paper.cards import get_paper
from loyalty.use_cases.staff.authority import require_manager


@dataclass(frozen=True, slots=True)
class ForgetPaperCustomer:
    """Erase whoever this card was made for, once a manager has said yes."""

    database: Database

    async def __call__(self, person: Person, card_id: PaperCardId) -> None:
        """The card is blocked, the name gone, what was held expires; sums stay under a number.

        Raises Refused: NotManager; UnknownPaperCard also for who has Telegram by now, and asks there.
        """

        def body(tx: Transaction) -> None:
            manager = require_manager(tx, person)
            customer_id = get_paper(tx, card_id).customer_id
            customer = tx.people.get_customer(customer_id)
            if customer.moved_to is not None or tx.people.find_telegram_id(customer_id) is not None:
                raise Refused(UnknownPaperCard())
            for card in tx.paper_cards.find_of(customer_id):
                tx.paper_cards.end(card.id, PaperState.BLOCKED, was=(PaperState.ACTIVE,), by=manager.id)
            erase(tx, customer_id)

        await self.database.write(body)
