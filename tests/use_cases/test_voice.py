"""What customers said in numbers: who counts, in which time, and who may read it.

Not here: what the numbers mean (tests/loyalty/test_surveys.py), the reasons (test_reasons.py), and how
all of it looks.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from loyalty.campaigns import AspectTerms, CampaignKind
from loyalty.deliveries import Lane
from loyalty.ids import THE_ONLY_LOCATION, CustomerId, LocationId, MessageId
from loyalty.people import Person
from loyalty.refusals import NotOwner, Refused
from loyalty.segments import Voiced
from loyalty.surveys import Band, Frequency, Tally
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.sending import (
    ClaimDelivery,
    NoteFailed,
    NoteSent,
    NoteUnknown,
    SkipDelivery,
)
from loyalty.use_cases.listening.aspects import TakeAspectOff
from loyalty.use_cases.listening.praising import PassPraise
from loyalty.use_cases.listening.switching import ReadListening
from loyalty.use_cases.listening.voice import ReadVoice
from loyalty.use_cases.visits.practice import StartPractice
from loyalty.voice import Period, Step
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.use_cases.listening import ASPECT, ListeningCafe
from tests.use_cases.posts import a_guest

OF_THIRTY = [10] * 15 + [8] * 9 + [3] * 6
FRIDAY = datetime(2027, 5, 14, 8, 30, tzinfo=UTC)
"""Half past eight; the month began on the 1st at 04:00."""
YESTERDAY = date(2027, 5, 13)


@pytest.fixture
def read(cafe: Cafe) -> ReadVoice:
    return ReadVoice(cafe.database)


@pytest.fixture
async def here(cafe: Cafe) -> ListeningCafe:
    """It asks since the spring before."""
    here = await ListeningCafe.open(cafe, at=datetime(2026, 5, 4, 9, tzinfo=UTC))
    await here.asks()
    return here


def guests(count: int) -> list[Person]:
    return [a_guest(number) for number in range(count)]


async def test_thirty_answers_of_forty_asked(here: ListeningCafe, read: ReadVoice) -> None:
    asked = await here.asks_all(*guests(40))
    for number, score in enumerate(OF_THIRTY):
        await here.scores(a_guest(number), asked[number], score)
    here.cafe.later(days=40)
    figures = (await read(ANNA, Period.QUARTER)).figures
    assert (figures.asked, figures.answers, figures.rate) == (40, 30, 75)
    assert figures.tally == Tally(15, 9, 6)
    assert figures.nps is not None
    assert (round(figures.nps.score), round(figures.nps.standard_error)) == (30, 14)


async def test_below_thirty_it_is_said_how_many_are_missing(here: ListeningCafe, read: ReadVoice) -> None:
    scores = [10] * 13 + [7] * 7 + [0] * 5
    await here.hears_all(dict(zip(guests(25), scores, strict=True)))
    figures = (await read(ANNA, Period.MONTH)).figures
    assert (figures.nps, figures.missing, figures.tally) == (None, 5, Tally(13, 7, 5))


async def test_a_period_begins_with_a_day_of_the_cafe(here: ListeningCafe, read: ReadVoice) -> None:
    await here.is_regular(*guests(7))
    days = (
        date(2026, 5, 14), date(2026, 5, 15), date(2027, 2, 13), date(2027, 2, 14), date(2027, 4, 30),
        date(2027, 5, 1), YESTERDAY,
    )  # fmt: skip
    for guest, day in zip(guests(7), days, strict=True):
        await here.hears(guest, 10, on=day)
    await here.until(FRIDAY, step=timedelta(days=1))
    counted = [(await read(ANNA, period)).figures.answers for period in Period]
    assert counted == [2, 4, 6]


async def test_nobody_counts_whom_the_question_never_reached(here: ListeningCafe, read: ReadVoice) -> None:
    skipped, failed, waiting, unknown, reached = guests(5)
    await here.come_and_wait(skipped, failed, waiting, unknown, reached)
    await here.cafe.delivers_all()
    await here.opening()
    await here.feeding()
    database = here.cafe.database
    while delivery := await ClaimDelivery(database)([Lane.BULK]):
        match delivery.chat_id:
            case chat if chat == private(skipped):
                await SkipDelivery(database)(delivery, "muted")
            case chat if chat == private(failed):
                await NoteFailed(database)(delivery, "blocked", unreachable=True)
            case chat if chat == private(unknown):
                await NoteUnknown(database)(delivery)
            case chat if chat == private(reached):
                await NoteSent(database)(delivery, message_id=MessageId(1))
    states = here.cafe.rows("SELECT state FROM recipients ORDER BY state")
    assert states == [("failed",), ("queued",), ("sent",), ("skipped",), ("unknown",)]
    assert (await read(ANNA, Period.MONTH)).figures.asked == 2


async def test_who_was_forgotten_counts_as_a_number(here: ListeningCafe, read: ReadVoice) -> None:
    await here.hears(MIA, 10, "Good beans")
    await ForgetPerson(here.cafe.database)(MIA)
    page = await read(ANNA, Period.MONTH)
    assert page.figures.tally == Tally(promoters=1)
    assert (await read.matrix(ANNA)).cells == {}
    assert (await read.search(ANNA, "")).reasons == []


async def test_practice_is_never_asked_and_would_not_count(here: ListeningCafe, read: ReadVoice) -> None:
    """Nobody who practises can be asked. Were it otherwise, as in these rows, it would be no number."""
    await StartPractice(here.cafe.database, here.cafe.secrets)(BEN, chat_id=private(BEN), cause=None)
    await here.passes(hours=8)
    assert not here.reached
    await here.hears(LEO, 2, "Only a rehearsal")
    await here.asks(AspectTerms())
    here.cafe.later(days=15)
    await here.hears(LEO, 2, "Only a rehearsal", kind=ASPECT)
    with here.cafe.raw() as connection:
        connection.execute("UPDATE customers SET practice = 1 WHERE name = 'Leo'")
    page = await read(ANNA, Period.YEAR)
    assert (page.figures.asked, page.aspects) == (0, [])
    assert (await read.matrix(ANNA)).cells == {}
    assert (await read.search(ANNA, "")).reasons == []
    now = here.cafe.clock.now()
    ever = await here.cafe.database.report(lambda tx: tx.voice.answered(now - timedelta(days=99), now))
    assert ever == Tally()


async def test_aspects_have_an_average_from_thirty_answers_on(cafe: Cafe, read: ReadVoice) -> None:
    here = await ListeningCafe.open(cafe)
    await here.asks(AspectTerms())
    _, _, *others = (await ReadListening(cafe.database)(ANNA)).aspects
    for other in others:
        await TakeAspectOff(cafe.database)(ANNA, other.id)
    asked = dict(zip(guests(60), await here.asks_all(*guests(60), kind=ASPECT), strict=True))
    about = {guest: here.of(guest, ASPECT)[-1].asked.aspect_id for guest in asked}
    drink, speed = ([guest for guest in asked if about[guest] == one] for one in (1, 2))
    for number, guest in enumerate(drink):
        await here.scores(guest, asked[guest], 4 + number % 2)
    await here.scores(speed[0], asked[speed[0]], 1)
    page = await read(ANNA, Period.QUARTER)
    assert [(one.name.said_in("en"), one.answers, one.average) for one in page.aspects] == [
        ("the drink", 30, 4.5),
        ("the speed", 1, None),
    ]
    assert page.figures.asked == 0


async def test_several_locations_are_told_apart(here: ListeningCafe, read: ReadVoice) -> None:
    """Where there is a second counter, its visits are there; no use case opens one yet."""
    await here.hears(MIA, 10)
    other = await here.hears(LEO, 0)
    with here.cafe.raw() as connection:
        connection.execute("INSERT INTO locations (id, name, created_at) VALUES (2, 'Harbour', 0)")
        connection.execute("UPDATE invitations SET location_id = 2 WHERE recipient_id = ?", (other,))
    page = await read(ANNA, Period.MONTH)
    assert {where: figures.tally for where, figures in page.by_location.items()} == {
        THE_ONLY_LOCATION: Tally(promoters=1),
        LocationId(2): Tally(detractors=1),
    }
    assert page.figures.tally == Tally(1, 0, 1)
    lines = [
        [point.figures.tally.promoters - point.figures.tally.detractors for point in trend.points]
        for where in (None, THE_ONLY_LOCATION, LocationId(2), LocationId(3))
        for trend in [await read.trend(ANNA, Step.MONTH, location=where)]
    ]
    assert lines == [[0] * 12, [0] * 11 + [1], [0] * 11 + [-1], [0] * 12]


async def test_the_running_month_counts_praises_of_each(here: ListeningCafe, read: ReadVoice) -> None:
    await here.is_regular(*guests(3))
    for guest, day in zip(guests(3), (date(2027, 4, 29), date(2027, 5, 12), YESTERDAY), strict=True):
        praised = await here.hears(guest, 10, "So kind", on=day)
        await PassPraise(here.cafe.database)(guest, praised)
    page = await read(ANNA, Period.YEAR)
    assert [(one.name, one.praises) for one in page.praises] == [("Ben", 2)]


async def test_a_trend_has_a_point_for_each_week_and_month_also_for_the_silent_ones(
    here: ListeningCafe, read: ReadVoice
) -> None:
    await here.hears(LEO, 0, on=date(2027, 2, 3))
    await here.hears(MIA, 10, on=YESTERDAY)
    weeks, months = [list((await read.trend(ANNA, step)).points) for step in (Step.WEEK, Step.MONTH)]
    assert [point.first.isoformat() for point in weeks[-2:]] == ["2027-05-03", "2027-05-10"]
    assert [point.first.isoformat() for point in months[:1] + months[-1:]] == ["2026-06-01", "2027-05-01"]
    assert [point.figures.answers for point in weeks] == [0] * 12 + [1]
    assert [point.figures.answers for point in months] == [0] * 8 + [1, 0, 0, 1]


async def test_the_matrix_has_each_customer_once_by_the_last_answer(
    here: ListeningCafe, read: ReadVoice
) -> None:
    await here.hears(a_guest(2), 6, on=date(2026, 5, 13))
    await here.hears(a_guest(1), 6, on=date(2026, 7, 18))
    await here.hears(MIA, 0, on=date(2026, 10, 26))
    here.day_comes(date(2027, 5, 4))
    await here.comes(MIA, 5)
    await here.hears(LEO, 7, on=date(2027, 5, 11))
    await here.hears(MIA, 9, on=YESTERDAY)
    await here.until(FRIDAY, step=timedelta(days=1))
    matrix = await read.matrix(ANNA)
    assert matrix.cells == {
        (Band.PROMOTER, Frequency.FORTNIGHTLY): 1,
        (Band.PASSIVE, Frequency.MONTHLY): 1,
        (Band.DETRACTOR, Frequency.SELDOM): 1,
    }
    assert matrix.count(Band.PROMOTER, Frequency.SELDOM) == 0


async def test_each_cell_is_as_large_as_the_segment_behind_its_button(
    here: ListeningCafe, read: ReadVoice
) -> None:
    await here.hears_all(dict(zip(guests(5), (10, 9, 8, 3, 0), strict=True)))
    here.cafe.later(days=90)
    await here.comes(a_guest(0), 6)
    await here.comes(a_guest(1), 3)
    matrix = await read.matrix(ANNA)
    counted = await here.cafe.database.report(
        lambda tx: {
            (band, often): tx.segments.audience((Voiced(band, often),), CampaignKind.BROADCAST).total
            for band in Band
            for often in Frequency
        }
    )
    assert {cell: count for cell, count in counted.items() if count} == matrix.cells
    assert len(matrix.cells) == 4
    assert sum(counted.values()) == 5


async def test_what_was_said_before_the_card_moved_is_said_by_who_has_it_now(
    here: ListeningCafe, read: ReadVoice
) -> None:
    cafe = here.cafe
    await cafe.hires_manager()
    await here.hears(MIA, 2)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    await cafe.move_account(MAX, old, new, "lost it", chat_id=private(MAX), cause=None)
    assert (await read.matrix(ANNA)).cells == {(Band.DETRACTOR, Frequency.MONTHLY): 1}
    leo = cafe.number("SELECT id FROM customers WHERE name = 'Leo'")
    segment = (Voiced(Band.DETRACTOR, Frequency.MONTHLY),)
    found = await cafe.database.report(lambda tx: tx.segments.customers(segment, after=CustomerId(0), most=9))
    assert found == [leo]


async def test_only_an_owner_reads_it(cafe: Cafe, read: ReadVoice) -> None:
    await cafe.hires_manager()
    for person in (MAX, BEN, MIA):
        for ask in (
            read(person, Period.MONTH),
            read.trend(person, Step.WEEK),
            read.matrix(person),
            read.reasons(person, Band.DETRACTOR, before=None),
            read.search(person, "tea"),
        ):
            with pytest.raises(Refused) as refused:
                await ask
            assert refused.value.refusal == NotOwner()


async def test_figures_add_up(here: ListeningCafe, read: ReadVoice) -> None:
    await here.hears(MIA, 10)
    figures = (await read(ANNA, Period.MONTH)).figures
    assert (figures + figures).tally == Tally(promoters=2)
    assert figures + replace(figures, asked=4) == replace(figures + figures, asked=5)
