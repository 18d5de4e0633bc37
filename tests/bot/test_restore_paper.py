"""Cards on paper after a backup was brought back: lost stays lost, and what was moved can be moved again.

Not here: everything else that a restore does (test_restore.py).
"""

from datetime import timedelta

import pytest

from loyalty.refusals import PaperCardBlocked, Refused, UnknownCode
from loyalty.use_cases.customers.forgetting import ForgetPerson
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, LEO, MIA, secret_of

STATES = "SELECT state FROM paper_cards ORDER BY id"


async def test_a_card_that_was_lost_or_replaced_since_then_is_blocked(house: House) -> None:
    cafe = await house.opens()
    lost, worn = await cafe.prints("Olga"), await cafe.prints("Peter")
    await cafe.scans_paper(BEN, worn, stamps=2)
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.block_paper_card(BEN, lost.card.id)
    [again] = (await cafe.replace_paper_card(BEN, worn.card.id)).cards
    await cafe.close()
    await house.restores(file)
    books.check(house.folder / FILE_NAME, deep=True)
    assert house.rows(STATES) == [("blocked",), ("blocked",)]
    cafe = await house.opens()
    for card in (lost, worn):
        with pytest.raises(Refused) as caught:
            await cafe.scans_paper(BEN, card)
        assert isinstance(caught.value.refusal, PaperCardBlocked)
    with pytest.raises(Refused) as caught:
        await cafe.scans_paper(BEN, again)  # of a time that is lost: nobody knows it any more
    assert caught.value.refusal == UnknownCode(typed=False)
    [found] = await cafe.list_paper_cards(ANNA, "peter")
    [fresh] = (await cafe.replace_paper_card(BEN, found.card.id)).cards
    house.clock.advance(timedelta(minutes=20))
    await cafe.scans_paper(BEN, fresh, stamps=1)
    assert cafe.rows("SELECT stamps FROM cards ORDER BY id") == [(0,), (3,)]
    await cafe.close()


async def test_a_card_that_was_moved_since_then_can_be_moved_again(house: House) -> None:
    cafe = await house.opens()
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, stamps=4)
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.moves_to_telegram(MIA, card)
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    assert (await cafe.moves_to_telegram(MIA, card)).stamps == 4
    await cafe.close()
    books.check(house.folder / FILE_NAME, deep=True)


async def test_of_somebody_forgotten_since_then_neither_card_nor_name_comes_back(house: House) -> None:
    cafe = await house.opens()
    card = await cafe.prints("Olga")
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.join(MIA)
    await cafe.moves_to_telegram(MIA, card)
    await ForgetPerson(cafe.database)(MIA)
    await cafe.close()
    await house.restores(file)
    assert house.rows(STATES) == [("blocked",)]
    assert house.rows("SELECT COUNT(*) FROM customers WHERE name = 'Olga'") == [(0,)]
    cafe = await house.opens()
    with pytest.raises(Refused):
        await cafe.look_at_paper_card(LEO, secret_of(card.payload))
    await cafe.close()
