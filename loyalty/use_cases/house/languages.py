"""Which language somebody reads, and what is wrong with the words that the cafe laid over ours.

Not here: the words themselves and what languages there are (handlers).
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.ids import ChatId
from loyalty.notices import TextsFaulty
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.use_cases.customers.enrolment import join

MOST_TOLD = 10
"""Problems that one message lists; the log has all of them."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Somebody wants to be spoken to in another language than their phone's."""

    database: Database

    async def __call__(self, person: Person, language: str) -> None:
        """From now on everything is in this language, as staff and as customer.

        A stranger gets a card, because the wish is kept with it. At a till it is the till's language, and
        nobody's own.
        """

        def body(tx: Transaction) -> None:
            known = tx.people.find_acquaintance(person.telegram_id)
            if known.till is not None:
                tx.tills.choose_language(known.till.id, language)
                return
            if known.staff is None and known.customer is None:
                join(tx, person)
                known = tx.people.find_acquaintance(person.telegram_id)
            tx.people.choose_language(known, language)

        await self.database.write(body)


@dataclass(frozen=True, slots=True)
class TellTextProblems:
    """The owners hear which of the cafe's own sentences can't be used."""

    database: Database

    async def __call__(self, problems: Sequence[str]) -> None:
        """One line a problem. The same set is told once, however often the bot starts."""
        if problems:
            await self.database.write(lambda tx: _tell(tx, sorted(problems)))


def _tell(tx: Transaction, problems: Sequence[str]) -> None:
    told = hashlib.sha256("\n".join(problems).encode()).hexdigest()[:16]
    fact = TextsFaulty(lines="\n".join(problems[:MOST_TOLD]), more=max(len(problems) - MOST_TOLD, 0))
    for owner in tx.people.find_owners():
        tx.deliveries.add_notice(fact, ChatId(owner.telegram_id), key=f"texts:{told}:{owner.id}")
