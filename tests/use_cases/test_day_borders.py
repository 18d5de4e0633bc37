"""What crosses a day's end, a move or an undo: it is in one close, on its own day, under its own counter.

Not here: the page of a plain day (test_day.py), and how often it is closed (test_closes.py).
"""

import random
from contextlib import suppress
from datetime import timedelta

import pytest

from loyalty.closes import BillFigures, DayFigures, HandedOver, Settlement, StampFigures
from loyalty.ids import OperationId, TelegramId, VisitId
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.refusals import Refused
from loyalty.use_cases.house.day import CloseDue
from storage import facts
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private
from tests.use_cases.days import read_day

NEW = Person(TelegramId(2077), "Mia again", "en")
NEWER = Person(TelegramId(2078), "Mia once more", "en")


async def moves(cafe: Cafe, old: Person, new: Person) -> None:
    """A manager moves all of the old account's onto the new one's card, by a receipt of each."""
    numbers = receipt_of(cafe, old), receipt_of(cafe, new)
    await cafe.move_account(ANNA, *numbers, "lost", chat_id=private(ANNA), cause=None)


def receipt_of(cafe: Cafe, person: Person) -> OperationId:
    return OperationId(
        cafe.number(
            """
            SELECT max(o.id) FROM operations o JOIN identities i ON i.customer_id = o.customer_id
            WHERE i.external_id = ?
            """,
            str(person.telegram_id),
        )
    )


async def take_back(cafe: Cafe, visit: VisitId) -> None:
    """Anna takes a visit back by its receipt, whenever it was."""
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit}"))
    await cafe.take_back(ANNA, number, "refunded", chat_id=private(ANNA), cause=None)


async def closes(cafe: Cafe) -> list[DayFigures]:
    """Of every day that is over."""
    await CloseDue(cafe.database)()
    rows = cafe.rows("SELECT facts FROM closes ORDER BY day")
    return [facts.decode_record(DayFigures, str(kept)) for (kept,) in rows]


async def points_cafe(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)


def four(cafe: Cafe) -> timedelta:
    """How long it is until the next day begins."""
    return cafe.clock.now().replace(hour=4, minute=0, second=0) + timedelta(days=1) - cafe.clock.now()


# -------------------------------------------------------------------------- who was new


async def test_a_card_that_came_over_two_moves_is_not_new_today(cafe: Cafe) -> None:
    card = await cafe.prints()
    await cafe.scans_paper(BEN, card, stamps=1)
    cafe.later(days=2)
    await cafe.join(MIA)
    await cafe.moves_to_telegram(MIA, card)
    await cafe.stamps(NEW, 1)
    await moves(cafe, MIA, NEW)
    figures = (await read_day(cafe)).figures
    assert (figures.new, figures.returning) == (0, 1)


async def test_whoever_came_under_two_accounts_on_one_day_is_one_customer(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(minutes=20)
    await cafe.stamps(NEW, 1)
    await moves(cafe, MIA, NEW)
    await cafe.stamps(NEWER, 1)
    await moves(cafe, NEW, NEWER)
    await cafe.stamps(LEO, 1)
    figures = (await read_day(cafe)).figures
    assert (figures.new, figures.returning, figures.visits) == (2, 0, 4)


async def test_a_day_that_is_closed_late_counts_customers_as_they_were_then(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(days=1)
    await cafe.stamps(NEW, 1)
    cafe.later(days=1)
    await moves(cafe, MIA, NEW)  # the bot had slept: nothing is closed yet
    assert [(one.new, one.returning) for one in await closes(cafe)] == [(1, 0), (1, 0)]


# -------------------------------------------------------------------------- bills


async def test_a_bill_after_the_day_began_is_in_some_close(cafe: Cafe) -> None:
    await points_cafe(cafe)
    cafe.later(hours=19, minutes=25)  # 03:55
    visit = await cafe.stamps(MIA, 1)
    assert (await read_day(cafe)).figures.bills.count == 0
    cafe.later(minutes=7)
    assert [one.bills for one in await closes(cafe)] == [BillFigures()]
    await cafe.add_bill(BEN, visit, "5")
    assert (await read_day(cafe)).figures.bills == BillFigures(1, 500, "EUR")


async def test_a_bill_of_before_the_days_end_is_not_in_the_next_close_too(cafe: Cafe) -> None:
    await points_cafe(cafe)
    cafe.later(hours=19, minutes=25)
    await cafe.add_bill(BEN, await cafe.stamps(MIA, 1), "5")
    await cafe.types(BEN, (await cafe.shows(LEO)).typed_code, stamps=1, bill="2")
    cafe.later(days=1)
    assert [one.bills.amount for one in await closes(cafe)] == [700]
    assert (await read_day(cafe)).figures.bills == BillFigures()


async def test_a_bill_that_is_taken_back_on_a_later_day_lowers_that_one(cafe: Cafe) -> None:
    await points_cafe(cafe)
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=1, bill="5")).visit.id
    cafe.later(days=1)
    await take_back(cafe, visit)
    back = BillFigures(currency="EUR", taken_back=1, amount_back=500)
    assert (await read_day(cafe)).figures.bills == back
    cafe.later(days=1)
    assert [one.bills for one in await closes(cafe)] == [BillFigures(1, 500, "EUR"), back]


async def test_a_visit_taken_back_between_the_days_end_and_its_close_is_told_as_it_was(cafe: Cafe) -> None:
    await points_cafe(cafe)
    cafe.clock.advance(four(cafe) - timedelta(minutes=2))
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=1, bill="5")).visit.id
    cafe.later(minutes=2, seconds=30)
    await cafe.undo_visit(BEN, visit)
    cafe.later(minutes=1)
    [told] = await closes(cafe)
    assert (told.visits, told.undone, told.new, told.bills.amount, told.stamps.net) == (1, 0, 1, 500, 1)
    assert [(one.visits, one.stamps) for one in told.people] == [(1, 1)]
    today = (await read_day(cafe)).figures
    assert (today.visits, today.undone, today.bills.amount_back) == (0, 0, 500)
    assert today.stamps == StampFigures(taken_back=-1)


@pytest.mark.parametrize("seed", range(4))
async def test_the_bills_of_all_closes_are_those_of_the_visits_that_stand(cafe: Cafe, seed: int) -> None:
    await points_cafe(cafe)
    chance = random.Random(seed)
    given: list[VisitId] = []
    for number in range(24):
        await plays_round_the_border(cafe, chance, given, number)
    cafe.later(days=2)
    told = await closes(cafe)
    stand = "SELECT COALESCE(sum(amount), 0) FROM visits WHERE state = 'confirmed'"
    entered = sum(one.bills.amount for one in told)
    assert entered - sum(one.bills.amount_back for one in told) == cafe.number(stand)
    assert sum(one.points.net for one in told) == cafe.number("SELECT sum(points) FROM cards")
    assert sum(one.stamps.net for one in told) == cafe.number("SELECT sum(stamps) FROM cards")
    assert entered > cafe.number(stand) > 0, "the story takes bills back"


async def plays_round_the_border(
    cafe: Cafe, chance: random.Random, given: list[VisitId], number: int
) -> None:
    """Somebody buys minutes before or after four, with the bill at once, later or never; some is undone."""
    if chance.random() < 0.4:
        cafe.clock.advance(four(cafe) - timedelta(minutes=chance.randrange(1, 6)))
    guest = Person(TelegramId(5000 + number), "Guest", "en")
    given.append(await cafe.stamps(guest, 1))
    cafe.later(minutes=chance.randrange(6))
    with suppress(Refused):
        if chance.random() < 0.7:
            await cafe.add_bill(BEN, given[-1], f"{chance.randrange(1, 20)},{chance.randrange(10, 100)}")
        cafe.later(minutes=chance.randrange(6))
        if chance.random() < 0.3:
            await cafe.undo_visit(CARA, given[-1])
        if chance.random() < 0.2:
            await take_back(cafe, chance.choice(given))
    if chance.random() < 0.5:
        await CloseDue(cafe.database)()


# -------------------------------------------------------------------------- what was free


async def test_what_is_free_after_the_day_began_in_a_visit_of_before_was_paid_for_too(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.clock.advance(four(cafe) - timedelta(minutes=5))
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.confirm_visit(BEN, visit, stamps=1)
    cafe.later(minutes=7)
    [before] = await closes(cafe)
    await cafe.offers(BEN, visit, reward)
    today = (await read_day(cafe)).figures
    assert (before.handed_over, before.free_and_paid) == ((), 0)
    assert (count(today.handed_over), today.free_and_paid) == (1, 1)


def count(items: tuple[HandedOver, ...]) -> int:
    return sum(one.count for one in items)


@pytest.fixture
async def two_counters(cafe: Cafe) -> Cafe:
    """Cara works at the second one; no use case opens one yet."""
    with cafe.raw() as connection:
        connection.execute("UPDATE locations SET name = 'First'")
        connection.execute("INSERT INTO locations (id, name, created_at) VALUES (2, 'Second', 0)")
        connection.execute("UPDATE staff SET location_id = 2 WHERE telegram_id = ?", (CARA.telegram_id,))
    await cafe.change_rules(ANNA, staff_alone=True)
    return cafe


async def test_a_reward_whose_handing_over_was_undone_is_settled_where_it_was_given(
    two_counters: Cafe,
) -> None:
    cafe = two_counters
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = await cafe.serves(MIA, by=CARA)
    for _ in range(3):
        await cafe.offers(CARA, visit, reward)
        assert (await read_day(cafe)).figures.settlements == (Settlement("First", "Second", 1),)
        await cafe.undo_handover(CARA, reward)
        assert (await read_day(cafe)).figures.settlements == ()
        reward = (await cafe.card(MIA)).rewards[-1].id


async def test_a_reward_that_came_back_and_is_had_where_it_was_filled_is_owed_by_nobody(
    two_counters: Cafe,
) -> None:
    cafe = two_counters
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    await cafe.offers(CARA, await cafe.serves(MIA, by=CARA), reward)
    await cafe.undo_handover(CARA, reward)
    cafe.later(minutes=20)
    await cafe.offers(BEN, await cafe.serves(MIA, by=BEN), (await cafe.card(MIA)).rewards[-1].id)
    figures = (await read_day(cafe)).figures
    assert (count(figures.handed_over), figures.settlements) == (1, ())
