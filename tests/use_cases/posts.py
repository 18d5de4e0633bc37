"""Posts that were sent, for what comes after: taking their offers, and gifts with an end.

Not here: tests, and how a post is sent.
"""

from datetime import timedelta

from loyalty.campaigns import BroadcastTerms, CampaignState, PostOffer
from loyalty.ids import CustomerId, RecipientId, TelegramId
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.runs import RecipientState
from tests.counter import ANNA, Cafe

COOKIE = OwnWords.of({"en": "Cookie"})


async def a_post(
    cafe: Cafe, *customers: Person, days: int = 2, limit: int = 0, state: RecipientState = RecipientState.SENT
) -> list[RecipientId]:
    """A broadcast with an offer reached these customers; answers their recipients."""
    ids = [await customer_of(cafe, customer) for customer in customers]

    def body(tx: Transaction) -> list[RecipientId]:
        owner = tx.people.find_staff(ANNA.telegram_id)
        assert owner is not None
        campaign = tx.campaigns.add(BroadcastTerms(), by=owner.id)
        tx.campaigns.attach(campaign, PostOffer(COOKIE, days, limit))
        tx.campaigns.become(campaign, CampaignState.OVER, by=owner.id)
        run_id = tx.runs.add(campaign, "1", run_at=tx.now, stale_at=tx.now, by=owner.id)
        assert run_id is not None
        run = tx.runs.get(run_id)
        added = [tx.recipients.add(run, one, occurrence="1", state=state) for one in ids]
        return [one for one in added if one is not None]

    return await cafe.database.write(body)


async def customer_of(cafe: Cafe, customer: Person) -> CustomerId:
    """Under which number somebody collects; who has no card yet joins."""
    await cafe.card(customer)

    def body(tx: Transaction) -> CustomerId:
        found = tx.people.find_customer(customer.telegram_id)
        assert found is not None
        return found.id

    return await cafe.database.read(body)


async def days_pass(cafe: Cafe, days: float) -> None:
    """Time passes, and what it ends, ends; every message arrives before."""
    await cafe.delivers_all()
    cafe.clock.advance(timedelta(days=days))
    await cafe.expire_due()


def a_guest(number: int) -> Person:
    """One of many."""
    return Person(TelegramId(5000 + number), f"Guest {number}", "en")
