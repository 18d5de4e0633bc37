"""A campaign's message that reached somebody, without a run that sends it.

Not here: sending (tests/use_cases/post_office.py).
"""

from loyalty.campaigns import POST_STALE, Terms
from loyalty.ids import RecipientId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.runs import RecipientState
from tests.counter import Cafe


async def gets(
    cafe: Cafe, person: Person, terms: Terms, state: RecipientState = RecipientState.SENT
) -> RecipientId:
    """A campaign's message reaches somebody."""

    def body(tx: Transaction) -> RecipientId:
        [owner] = tx.people.find_owners()
        campaign = tx.campaigns.add(terms, by=owner.id)
        run = tx.runs.add(campaign, "1", run_at=tx.now, stale_at=tx.now + POST_STALE, by=owner.id)
        customer = tx.people.find_customer(person.telegram_id)
        assert run is not None
        assert customer is not None
        sent = tx.recipients.add(tx.runs.get(run), customer.id, occurrence="1", state=state)
        assert sent is not None
        return sent

    return await cafe.database.write(body)
