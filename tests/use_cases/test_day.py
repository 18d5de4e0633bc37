"""The day: its figures are the ledger's, by person too, and the digest comes in the morning.

Not here: its close (test_closes.py), and how the pages read.
"""

import random
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest

from loyalty.campaigns import AspectTerms, SurveyTerms
from loyalty.closes import StampFigures
from loyalty.ids import OperationId, VisitId
from loyalty.notices import MorningDigest
from loyalty.people import Person
from loyalty.refusals import NotManager, Refused
from loyalty.surveys import NOBODY, Tally
from loyalty.use_cases.house.day import CloseDay, CloseDue, ReadDay, SendDigest
from storage import facts
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private
from tests.refusing import refused
from tests.use_cases.days import read_day
from tests.use_cases.listening import ASPECT, ListeningCafe
from tests.use_cases.posts import a_guest

SATURDAY = datetime(2025, 3, 15, 9, tzinfo=UTC)


def digests(cafe: Cafe) -> list[MorningDigest]:
    rows = cafe.rows("SELECT notice FROM deliveries WHERE dedupe_key LIKE 'digest:%' ORDER BY id")
    found = [facts.decode_told(str(notice)) for (notice,) in rows]
    assert all(isinstance(notice, MorningDigest) for notice in found)
    return [notice for notice in found if isinstance(notice, MorningDigest)]


async def test_the_page_counts_visits_stamps_people_and_what_was_free(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = await cafe.serves(MIA, by=CARA)
    offer = await cafe.offers(CARA, visit, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    await cafe.confirm_visit(CARA, visit, stamps=1)
    await cafe.undo_visit(BEN, await cafe.stamps(LEO, 2))
    figures = (await read_day(cafe)).figures
    assert (figures.visits, figures.undone, figures.new, figures.returning) == (2, 1, 1, 0)
    assert figures.stamps == StampFigures(given=9, taken_back=-2, filled=-6)
    assert figures.stamps.net == 1
    assert [(one.item, one.count) for one in figures.handed_over] == [(offer.item, 1)]
    assert {(one.name, one.visits, one.handed_over) for one in figures.people} == {
        ("Ben", 1, 0), ("Cara", 1, 1),
    }  # fmt: skip


async def test_a_handing_over_that_was_undone_was_not_free(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = await cafe.serves(MIA)
    await cafe.offers(BEN, visit, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    assert (await read_day(cafe)).figures.handed_over
    await cafe.undo_handover(BEN, reward)
    assert (await read_day(cafe)).figures.handed_over == ()


async def test_who_came_before_is_returning_tomorrow(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    cafe.later(days=1)
    await cafe.stamps(MIA, 1)
    await cafe.stamps(LEO, 1)
    figures = (await read_day(cafe)).figures
    assert (figures.new, figures.returning, figures.joined) == (1, 1, 1)


async def test_a_late_undo_counts_against_who_gave_the_stamps(cafe: Cafe) -> None:
    mistake = await cafe.stamps(MIA, 6, by=BEN)
    cafe.later(minutes=30)
    await cafe.stamps(MIA, 2, by=BEN)
    await cafe.stamps(LEO, 3, by=CARA)
    await take_back(cafe, mistake)
    figures = (await read_day(cafe)).figures
    assert {(one.name, one.visits, one.stamps) for one in figures.people} == {("Ben", 1, 2), ("Cara", 1, 3)}


async def test_what_was_given_yesterday_and_taken_back_today_is_less_than_nothing_today(cafe: Cafe) -> None:
    mistake = await cafe.stamps(MIA, 4, by=BEN)
    cafe.later(days=1)
    await cafe.stamps(LEO, 3, by=CARA)
    await take_back(cafe, mistake)
    figures = (await read_day(cafe)).figures
    assert {(one.name, one.visits, one.stamps) for one in figures.people} == {("Ben", 0, -4), ("Cara", 1, 3)}


async def test_who_gave_nothing_that_stood_is_not_named(cafe: Cafe) -> None:
    await cafe.undo_visit(CARA, await cafe.stamps(MIA, 2, by=BEN))
    assert (await read_day(cafe)).figures.people == ()


@pytest.mark.parametrize("seed", range(6))
async def test_by_person_the_stamps_add_up_to_those_of_the_day(cafe: Cafe, seed: int) -> None:
    chance, given = random.Random(seed), []
    for _ in range(14):
        given.append(await cafe.stamps(chance.choice((MIA, LEO)), chance.randrange(1, 7), by=anyone(chance)))
        if chance.random() < 0.3:
            with suppress(Refused):  # the coffee is drunk, or later stamps lean on these
                await cafe.undo_visit(anyone(chance), given[-1])
        if chance.random() < 0.4:
            await take_back(cafe, chance.choice(given))
        cafe.later(minutes=chance.randrange(20, 400))
        figures = (await read_day(cafe)).figures
        assert sum(one.stamps for one in figures.people) == figures.stamps.given + figures.stamps.taken_back
    taken = "SELECT count(DISTINCT created_at / 86400000000) FROM ledger_entries WHERE kind = 'reverse'"
    assert cafe.number(taken) > 1, "the story takes back on several days"


def anyone(chance: random.Random) -> Person:
    return chance.choice((BEN, CARA))


async def take_back(cafe: Cafe, visit: VisitId) -> None:
    """The owner takes a visit back by its receipt, however long ago it was."""
    number = OperationId(cafe.number("SELECT id FROM operations WHERE op_key = ?", f"visit:{visit}"))
    await cafe.take_back(ANNA, number, "refunded", chat_id=private(ANNA), cause=None)


async def test_a_barista_neither_reads_nor_closes_the_day(cafe: Cafe) -> None:
    with refused(NotManager()):
        await ReadDay(cafe.database)(BEN)
    with refused(NotManager()):
        await CloseDay(cafe.database)(MIA)


async def test_the_digest_comes_once_in_the_morning_to_each_owner(cafe: Cafe) -> None:
    send, close_due = SendDigest(cafe.database, encrypts=False), CloseDue(cafe.database)
    await cafe.stamps(MIA, 2)
    await send()
    cafe.clock.advance(datetime(2025, 3, 15, 7, 59, tzinfo=UTC) - cafe.clock.now())
    await close_due()
    await send()
    assert digests(cafe) == []
    cafe.later(minutes=2)
    for _ in range(3):
        await send()
    [digest] = digests(cafe)
    assert digest.figures.stamps.given == 2
    assert digest.backup_age_hours is None
    assert digest.only_copy_here
    assert not digest.all_well, "there is no backup"
    assert cafe.rows("SELECT chat_id FROM deliveries WHERE dedupe_key LIKE 'digest:%'") == [(private(ANNA),)]


async def test_the_digest_tells_the_whole_day_though_it_was_closed_by_hand_and_the_bot_slept(
    cafe: Cafe,
) -> None:
    await cafe.stamps(MIA, 1)
    await CloseDay(cafe.database)(ANNA)
    await cafe.stamps(LEO, 2)
    cafe.later(days=1)  # the laptop opens at half past eight: both ticks are due at once
    await SendDigest(cafe.database, encrypts=False)()
    await CloseDue(cafe.database)()
    await SendDigest(cafe.database, encrypts=False)()
    [digest] = digests(cafe)
    assert (digest.figures.visits, digest.figures.stamps.given) == (2, 3)


async def test_the_digest_counts_what_customers_answered_on_that_day_once(cafe: Cafe) -> None:
    """Yesterday's answers were told yesterday; aspects are told on /voice alone."""
    here = await ListeningCafe.open(cafe, at=SATURDAY)
    for terms in (SurveyTerms(), AspectTerms()):
        await here.asks(terms)
    first, second, third, fourth = guests = [a_guest(number) for number in range(4)]
    await here.is_regular(*guests)
    await here.hears(fourth, 10)
    cafe.later(days=15)
    [of_aspect] = await here.asks_all(fourth, kind=ASPECT)
    await here.hears(first, 10)
    await a_day_closes(cafe)
    asked = await here.asks_all(second, third)
    for customer, recipient_id, score in zip((second, third), asked, (9, 3), strict=True):
        await here.is_told(customer, recipient_id, score)
    await here.is_told(fourth, of_aspect, 1)
    for _ in range(2):
        await a_day_closes(cafe)
    told = [digest.answers for digest in digests(cafe)]
    assert told[-3:] == [Tally(promoters=1), Tally(promoters=1, detractors=1), NOBODY]


async def a_day_closes(cafe: Cafe) -> None:
    """It is the next morning."""
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    await SendDigest(cafe.database, encrypts=False)()


async def test_between_two_days_of_the_cafe_no_answer_falls(cafe: Cafe) -> None:
    """The owner lets days begin later: one is longer, and what is said then is told with it."""
    here = await ListeningCafe.open(cafe, at=SATURDAY)
    await here.asks()
    [asked] = await here.asks_all(MIA, on=date(2025, 3, 18))
    await CloseDue(cafe.database)()
    await cafe.change_rules(ANNA, day_begins=7)
    cafe.clock.advance(datetime(2025, 3, 19, 5, 30, tzinfo=UTC) - cafe.clock.now())
    await here.scores(MIA, asked, 10)
    cafe.clock.advance(datetime(2025, 3, 19, 9, 30, tzinfo=UTC) - cafe.clock.now())
    await CloseDue(cafe.database)()
    await SendDigest(cafe.database, encrypts=False)()
    assert digests(cafe)[-1].answers == Tally(promoters=1)
