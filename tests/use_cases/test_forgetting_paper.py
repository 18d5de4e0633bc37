"""Forgetting somebody who has a paper card and no Telegram: the name goes everywhere, restores know of it.

Not here: who may do it (test_paper_cards.py), and restores (tests/bot/test_restore_forgotten.py).
"""

import pytest

from loyalty.erasures import hash_identity
from loyalty.ids import UpdateId
from loyalty.inbox import NewUpdate
from loyalty.ports import Transaction
from loyalty.use_cases.customers.forgetting import ReadErasures
from loyalty.use_cases.paper.forgetting import ForgetPaperCustomer
from tests.counter import ANNA, BEN, Cafe
from tests.use_cases.goodbyes import dump


async def test_every_card_that_they_had_is_on_the_list_for_restores(cafe: Cafe) -> None:
    worn = await cafe.prints("Olga")
    [card] = (await cafe.replace_paper_card(BEN, worn.card.id)).cards
    await cafe.scans_paper(BEN, card, stamps=2)
    await ForgetPaperCustomer(cafe.database)(ANNA, card.card.id)
    key = str(cafe.rows("SELECT hash_key FROM installation")[0][0])
    listed = {one.identity_hash for one in (await ReadErasures(cafe.database)())[0]}
    assert listed == {hash_identity("paper", one.card.number, key=key) for one in (worn, card)}


@pytest.mark.sqlite_only("a dump of the file")
async def test_the_message_that_made_a_card_forgets_the_name_too(cafe: Cafe) -> None:
    def arrives(tx: Transaction) -> None:
        body = '{"update_id": 1, "message": {"text": "/paper Olga"}}'
        tx.inbox.store([NewUpdate(UpdateId(1), body, begun=False, person_id=BEN.telegram_id)])
        tx.inbox.finish(UpdateId(1), (), blank=False)

    await cafe.database.write(arrives)
    card = await cafe.prints("Olga")
    await ForgetPaperCustomer(cafe.database)(ANNA, card.card.id)
    assert "Olga" not in dump(cafe)
