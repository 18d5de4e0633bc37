"""A customer with a reward, asked at the counter.

Not here: tests.
"""

from loyalty.ids import OfferId, RewardId, VisitId
from loyalty.people import Person
from tests.counter import BEN, MIA, Cafe


async def asked(cafe: Cafe) -> tuple[VisitId, RewardId, OfferId]:
    """A customer with a reward stands at the counter and is asked."""
    reward = await cafe.fills(MIA)
    visit = await cafe.serves(MIA)
    assert (await cafe.offers(BEN, visit, reward)).asked
    return visit, reward, cafe.newest_offer()


async def handed_over(cafe: Cafe) -> tuple[VisitId, RewardId]:
    visit, reward, offer = await asked(cafe)
    await cafe.answer_offer(MIA, offer, agreed=True)
    return visit, reward


async def handed_over_to(cafe: Cafe, customer: Person) -> None:
    """Somebody fills a card and has the reward."""
    reward = await cafe.fills(customer)
    await cafe.offers(BEN, await cafe.serves(customer), reward)
    await cafe.answer_offer(customer, cafe.newest_offer(), agreed=True)


def reward_states(cafe: Cafe) -> list[object]:
    return [state for (state,) in cafe.rows("SELECT state FROM rewards ORDER BY id")]
