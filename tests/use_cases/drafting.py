"""Drafts of posts in the tests: writing one, reading it, and the customers that it could be for.

Not here: the tests (test_drafts.py, test_draft_people.py).
"""

from typing import Any

import pytest

from loyalty.campaigns import Campaign, Photo
from loyalty.ids import CampaignId, MessageId, TelegramId
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import (
    Refused,
)
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.drafts import (
    KeepPost,
    WrittenPost,
)
from loyalty.wishes import ConsentText, Purpose, WishState
from tests.counter import ANNA, LEO, MIA, Cafe, private

CAUSE = Cause(private(ANNA), MessageId(7))
ZOE = Person(TelegramId(4001), "Zoe", "en")
WORDS = WrittenPost("<b>Buns</b>", None)
PICTURE = Photo(1, "file")


async def refused(waiting: Any) -> object:
    with pytest.raises(Refused) as caught:
        await waiting
    return caught.value.refusal


async def writes(cafe: Cafe, *, by: Person = ANNA) -> CampaignId:
    return await KeepPost(cafe.database)(by, WORDS, cause=Cause(private(by), MessageId(7)))


async def reads(cafe: Cafe, draft: CampaignId) -> Campaign:
    return await ReadDraft(cafe.database).brief(ANNA, draft)


async def wants_offers(cafe: Cafe, guest: Person, state: WishState = WishState.GRANTED) -> None:
    def body(tx: Transaction) -> None:
        customer = tx.people.find_customer(guest.telegram_id)
        assert customer is not None
        tx.wishes.keep(customer.id, Purpose.OFFERS, state, ConsentText("offers-1", "en"))

    await cafe.database.write(body)


async def guests(cafe: Cafe) -> None:
    """Mia was here and wants offers; Leo was here and has not said."""
    for guest in (MIA, LEO):
        await cafe.stamps(guest, 1)
    await wants_offers(cafe, MIA)
