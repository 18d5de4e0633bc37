"""The close: told once, and the closes of all days add up to the balances, whenever a day began.

Not here: the figures of one day (test_day.py).
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from loyalty.closes import DayFigures, HandedOver
from loyalty.ids import OperationId
from loyalty.ports import Transaction
from loyalty.use_cases.house.day import CloseDay, CloseDue
from loyalty.use_cases.house.rules import RulesWanted
from storage import facts
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private
from tests.use_cases.days import read_day


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_closes_of_many_days_add_up_to_the_balances(cafe: Cafe, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(6):
        for _ in range(chance.randrange(5)):
            visit = await cafe.stamps(chance.choice((MIA, LEO)), chance.randrange(1, 7))
            if chance.random() < 0.3:
                await cafe.undo_visit(CARA, visit)
            cafe.later(minutes=chance.randrange(20, 200))
        cafe.later(hours=chance.randrange(20))
    cafe.later(days=1)
    await CloseDue(cafe.database)()

    def net(tx: Transaction) -> int:
        when, total = date(2025, 3, 14), 0
        while (close := tx.days.find_close(when)) is not None:
            total += close.figures.stamps.net
            when += timedelta(days=1)
        return total

    assert await cafe.database.read(net) == cafe.number("SELECT COALESCE(sum(stamps), 0) FROM cards")


async def closes(cafe: Cafe) -> list[DayFigures]:
    rows = cafe.rows("SELECT facts FROM closes ORDER BY day")
    return [facts.decode_record(DayFigures, str(kept)) for (kept,) in rows]


def total(items: Sequence[HandedOver]) -> int:
    return sum(one.count for one in items)


RULES = (
    RulesWanted(day_begins=0), RulesWanted(day_begins=4), RulesWanted(day_begins=7),
    RulesWanted(day_begins=12), RulesWanted(zone="UTC"), RulesWanted(zone="America/New_York"),
    RulesWanted(zone="Pacific/Kiritimati"), RulesWanted(zone="Etc/GMT+12"),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
async def test_closes_add_up_also_when_the_days_begin_or_the_zone_is_changed(cafe: Cafe, seed: int) -> None:
    chance, close_due, ended = random.Random(seed), CloseDue(cafe.database), []
    for _ in range(25):
        await cafe.stamps(chance.choice((MIA, LEO)), chance.randrange(1, 4), by=ANNA)
        cafe.later(minutes=chance.randrange(20, 600))
        if chance.random() < 0.7:
            await close_due()
            ended.append(cafe.rows("SELECT facts FROM closes WHERE closed_by IS NULL ORDER BY day"))
        if chance.random() < 0.4:
            await cafe.change_rules(ANNA, **chance.choice(RULES))
        if chance.random() < 0.4:
            await CloseDay(cafe.database)(ANNA)
    cafe.later(days=4)
    await close_due()
    told = await closes(cafe)
    assert sum(one.stamps.net for one in told) == cafe.number("SELECT sum(stamps) FROM cards")
    assert sum(one.visits for one in told) == 25
    last = cafe.rows("SELECT facts FROM closes ORDER BY day")
    assert all(before == last[: len(before)] for before in ended), "no day is opened again"


@pytest.mark.parametrize("begins", [2, 10])
async def test_the_page_begins_where_the_last_close_ended(cafe: Cafe, begins: int) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(hours=20)  # 04:30
    await CloseDue(cafe.database)()
    await cafe.stamps(LEO, 2)
    await cafe.change_rules(ANNA, day_begins=begins)
    sheet = await CloseDay(cafe.database)(ANNA)
    assert (sheet.figures.date, sheet.figures.stamps.given) == (date(2025, 3, 15), 2)
    assert sheet.closed is not None
    assert sheet.closed.by == "Anna"


async def test_closes_of_nights_missed_are_the_same_when_the_day_began_later_since(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    await cafe.change_rules(ANNA, day_begins=9)
    cafe.later(days=3)
    assert (await read_day(cafe)).figures.date == date(2025, 3, 16), "it is 08:30"
    assert await CloseDue(cafe.database)() == 3
    assert [one.date.day for one in await closes(cafe)] == [13, 14, 15]


async def test_a_coffee_handed_back_after_its_day_was_closed_is_said_on_the_later_day(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    await cafe.offers(BEN, await cafe.serves(MIA), reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    number = OperationId(cafe.number("SELECT max(id) FROM operations"))
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    await cafe.take_back(ANNA, number, "never handed out", chat_id=private(ANNA), cause=None)
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    first, second = await closes(cafe)
    assert (total(first.handed_over), total(first.given_back)) == (1, 0)
    assert (total(second.handed_over), total(second.given_back)) == (0, 1)
    redeemed = "SELECT count(*) FROM rewards r WHERE state = 'redeemed' AND NOT EXISTS"
    stays = cafe.number(f"{redeemed} (SELECT 1 FROM rewards n WHERE n.replaces = r.id)")
    assert sum(total(one.handed_over) - total(one.given_back) for one in (first, second)) == stays == 0


async def test_days_missed_are_told_as_they_were_each_on_its_own(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    await cafe.offers(BEN, await cafe.serves(MIA), reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    number = OperationId(cafe.number("SELECT max(id) FROM operations"))
    cafe.later(days=1)
    await cafe.take_back(ANNA, number, "never handed out", chat_id=private(ANNA), cause=None)
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    first, second = await closes(cafe)
    assert (total(first.handed_over), total(second.given_back)) == (1, 1)


async def test_the_close_called_twice_is_the_same_close(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    close = CloseDay(cafe.database)
    first = await close(ANNA)
    cafe.later(minutes=10)
    second = await close(ANNA)
    assert first.closed is not None
    assert second.closed == first.closed
    await cafe.stamps(LEO, 1)
    third = await close(ANNA)
    assert third.closed is not None
    assert third.closed.figures.visits == 2
    assert cafe.number("SELECT count(*) FROM closes") == 1


async def test_days_close_by_themselves_also_when_the_bot_was_away(cafe: Cafe) -> None:
    close_due = CloseDue(cafe.database)
    assert await close_due() == 0
    await cafe.stamps(MIA, 2)
    assert await close_due() == 0, "today is not over"
    cafe.later(days=3)
    assert await close_due() == 3
    assert await close_due() == 0
    assert cafe.rows("SELECT day, closed_by FROM closes ORDER BY day") == [
        ("2025-03-14", None), ("2025-03-15", None), ("2025-03-16", None),
    ]  # fmt: skip


async def test_what_came_after_a_close_by_hand_is_in_the_one_of_the_night(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 2)
    await CloseDay(cafe.database)(ANNA)
    await cafe.stamps(LEO, 1)
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    close = await cafe.database.read(lambda tx: tx.days.find_close(date(2025, 3, 14)))
    assert close is not None
    assert (close.figures.visits, close.figures.stamps.given, close.by) == (2, 3, "")


async def test_a_visit_that_only_a_coffee_made_is_in_one_close_though_it_ended_after_the_day(
    cafe: Cafe,
) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(hours=19, minutes=26)  # 3:56
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=5)
    await CloseDue(cafe.database)()
    cafe.later(minutes=10)
    await cafe.expire_due()
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    assert [(close.visits, total(close.handed_over)) for close in await closes(cafe)] == [(1, 1), (1, 0)]
