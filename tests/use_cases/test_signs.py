"""Signs: printed again under the same link, ended all at once, and who is counted by which.

Not here: how pages look (tests/handlers/test_print_pages.py).
"""

import asyncio
import sqlite3

import pytest

from loyalty.ids import SignId, TelegramId
from loyalty.people import Person
from loyalty.refusals import NotManager
from loyalty.secrets import Purpose, parse_payload
from loyalty.signs import Product, Sign
from loyalty.use_cases.paper.signs import (
    CheckSign,
    ComeBySign,
    PrintPage,
    ReadSigns,
    ReplaceSigns,
)
from tests.counter import ANNA, BEN, LEO, MIA, Cafe
from tests.refusing import refused

SIGNS = [product for product in Product if product.is_sign]


async def prints(cafe: Cafe, product: Product = Product.SIGN_A5, *, by: Person = ANNA) -> Sign:
    order = await PrintPage(cafe.database, cafe.secrets)(by, product)
    assert order.sign is not None
    return order.sign


async def live(cafe: Cafe) -> list[tuple[str, int]]:
    """The live signs by name, with their joins."""
    return [(sign.name, sign.joins) for sign in (await ReadSigns(cafe.database)(ANNA)).signs]


def source_of(cafe: Cafe, person: Person) -> object:
    [(source,)] = cafe.rows("SELECT source FROM customers WHERE name = ?", person.name)
    return source


async def test_the_link_of_a_sign_comes_back_as_its_tag(cafe: Cafe) -> None:
    order = await PrintPage(cafe.database, cafe.secrets)(ANNA, Product.TENT)
    assert order.sign is not None
    assert order.payload is not None
    assert parse_payload(order.payload) == (Purpose.SIGN, order.sign.tag)


async def test_a_page_printed_again_keeps_its_sign_and_each_kind_has_its_own(cafe: Cafe) -> None:
    first = {product: await prints(cafe, product) for product in SIGNS}
    again = {product: await prints(cafe, product) for product in SIGNS}
    assert again == first
    assert len({sign.tag for sign in first.values()}) == len(SIGNS) == 4


async def test_twenty_taps_at_once_make_one_sign(cafe: Cafe) -> None:
    made = await asyncio.gather(*(prints(cafe) for _ in range(20)))
    assert len({sign.id for sign in made}) == 1


async def test_the_database_holds_one_live_sign_of_a_kind(cafe: Cafe) -> None:
    await prints(cafe)
    again = "INSERT INTO signs (tag, kind, created_by, created_at) SELECT 'x', kind, created_by, 0 FROM signs"
    with cafe.raw() as connection, pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute(again)


async def test_the_staff_sheet_makes_no_sign(cafe: Cafe) -> None:
    order = await PrintPage(cafe.database, cafe.secrets)(ANNA, Product.STAFF)
    assert (order.sign, order.payload) == (None, None)
    assert await live(cafe) == []


async def test_who_is_new_counts_for_the_sign_and_who_has_a_card_does_not(cafe: Cafe) -> None:
    await cafe.join(LEO)
    sign = await prints(cafe)
    come = ComeBySign(cafe.database)
    for person in (MIA, MIA, LEO):
        came = await come(person, sign.tag)
        assert came.joined is not None
    assert source_of(cafe, MIA) == sign.name == "Sign 1"
    assert source_of(cafe, LEO) == ""
    assert await live(cafe) == [("Sign 1", 1)]
    assert (await cafe.card(MIA)).goal == 6


async def test_twenty_starts_at_once_by_a_sign_open_one_card(cafe: Cafe) -> None:
    sign = await prints(cafe)
    come = ComeBySign(cafe.database)
    came = await asyncio.gather(*(come(MIA, sign.tag) for _ in range(20)))
    assert sum(one.joined is not None and one.joined.new for one in came) == 1
    assert await live(cafe) == [("Sign 1", 1)]


async def test_nobody_joins_by_a_sign_that_was_replaced_and_cards_stay(cafe: Cafe) -> None:
    old = await prints(cafe)
    come = ComeBySign(cafe.database)
    await come(MIA, old.tag)
    assert await ReplaceSigns(cafe.database)(ANNA, up_to=old.id) == 1
    stranger, known = await come(LEO, old.tag), await come(MIA, old.tag)
    assert stranger.joined is None
    assert known.joined is not None
    assert cafe.number("SELECT COUNT(*) FROM customers") == 1
    new = await prints(cafe)
    assert new.tag != old.tag
    assert await live(cafe) == [("Sign 2", 0)]
    assert (await cafe.join(LEO)).new  # by the counter's own way in


async def test_a_second_tap_on_replace_ends_no_newer_sign(cafe: Cafe) -> None:
    old = await prints(cafe)
    replace = ReplaceSigns(cafe.database)
    assert await replace(ANNA, up_to=old.id) == 1
    new = await prints(cafe)
    assert await replace(ANNA, up_to=old.id) == 0
    checked = await CheckSign(cafe.database)(new.tag)
    assert checked is not None
    assert checked.live


async def test_a_tag_that_nobody_made_opens_a_card_and_counts_for_no_sign(cafe: Cafe) -> None:
    """Signs outlive a lost database: they must still open cards."""
    await prints(cafe)
    came = await ComeBySign(cafe.database)(MIA, "A" * 12)
    assert came.joined is not None
    assert came.sign is None
    assert source_of(cafe, MIA) == ""
    assert await live(cafe) == [("Sign 1", 0)]


async def test_trying_a_sign_counts_nobody(cafe: Cafe) -> None:
    sign = await prints(cafe)
    assert await CheckSign(cafe.database)(sign.tag) == sign
    assert await CheckSign(cafe.database)("A" * 12) is None
    assert cafe.number("SELECT COUNT(*) FROM customers") == 0


@pytest.mark.parametrize("who", [BEN, MIA, Person(TelegramId(9999), "Nobody", "en")])
async def test_only_managers_and_owners_print_and_replace(cafe: Cafe, who: Person) -> None:
    sign = await prints(cafe)
    with refused(NotManager()):
        await prints(cafe, by=who)
    with refused(NotManager()):
        await ReadSigns(cafe.database)(who)
    with refused(NotManager()):
        await ReplaceSigns(cafe.database)(who, up_to=sign.id)
    assert await live(cafe) == [("Sign 1", 0)]


async def test_a_manager_prints(cafe: Cafe) -> None:
    with cafe.raw() as connection:
        connection.execute("UPDATE staff SET role = 'manager' WHERE name = 'Ben'")
    assert (await prints(cafe, by=BEN)).id == SignId(1)
