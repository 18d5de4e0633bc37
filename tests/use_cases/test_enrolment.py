"""Joining, being recognised, and looking at one's own card.

Not here: staff, who come by invite.
"""

import asyncio

from loyalty.ids import ChatId, TelegramId
from loyalty.people import Person
from loyalty.use_cases.house.receiving import NoteUnreachable
from loyalty.use_cases.house.screens import ReadReader
from tests.counter import ANNA, BEN, LEO, MIA, Cafe


async def test_a_customer_joins_once_and_keeps_the_card(cafe: Cafe) -> None:
    first, again = await cafe.join(MIA), await cafe.join(MIA)
    assert first.new
    assert not again.new
    assert first.customer == again.customer


async def test_a_new_name_and_language_are_learnt_and_staff_keep_the_name_customers_see(cafe: Cafe) -> None:
    for person in (MIA, BEN):
        await cafe.join(person)
        known = await cafe.meet(Person(person.telegram_id, "Maria", "et"))
        assert known.customer is not None
        assert (known.customer.name, known.customer.language) == ("Maria", "et")
    assert cafe.rows("SELECT name, language FROM staff WHERE telegram_id = ?", BEN.telegram_id) == [
        ("Ben", "et")
    ]


async def test_twenty_starts_at_once_open_one_card(cafe: Cafe) -> None:
    joined = await asyncio.gather(*(cafe.join(MIA) for _ in range(20)))
    assert sum(one.new for one in joined) == 1
    assert cafe.number("SELECT COUNT(*) FROM cards") == 1


async def test_a_new_card_is_empty_and_says_what_it_is_for(cafe: Cafe) -> None:
    card = await cafe.card(MIA)
    assert (card.stamps, card.goal, card.item.said_in("en"), list(card.rewards)) == (0, 6, "Free coffee", [])


async def test_a_person_is_recognised_as_staff_customer_both_or_neither(cafe: Cafe) -> None:
    await cafe.join(BEN)
    ben, mia = await cafe.meet(BEN), await cafe.meet(MIA)
    assert ben.staff is not None
    assert ben.customer is not None
    assert (mia.staff, mia.customer) == (None, None)


async def test_a_customer_who_blocked_us_and_writes_again_is_reachable_again(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await NoteUnreachable(cafe.database)(MIA.telegram_id, "blocked")
    assert cafe.rows("SELECT unreachable_reason FROM customers") == [("blocked",)]
    await cafe.meet(MIA)
    assert cafe.rows("SELECT unreachable_since, unreachable_reason FROM customers") == [(None, None)]


async def test_a_name_in_any_alphabet_or_none_is_kept_as_it_is(cafe: Cafe) -> None:
    names = ["Олена Дніпро", "", "<b>Mia</b>", "\u202egnp.exe", "🦊 42", "x" * 10_000]
    for number, name in enumerate(names, start=1):
        joined = await cafe.join(Person(TelegramId(3000 + number), name, ""))
        assert joined.customer.name == name


async def test_a_delivery_is_written_in_its_readers_language_and_in_the_cafes_for_a_stranger(
    cafe: Cafe,
) -> None:
    await cafe.join(LEO)
    read = ReadReader(cafe.database)
    leo, anna, nobody = [await read(ChatId(chat)) for chat in (LEO.telegram_id, ANNA.telegram_id, -100)]
    assert (leo.language, leo.staff) == ("de", False)
    assert anna.staff
    assert (nobody.language, nobody.staff) == (nobody.cafe_language, False)
