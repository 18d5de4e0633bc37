"""What customers said in numbers: who counts, in which time, and who may read it.

Not here: what the numbers mean (tests/loyalty/test_surveys.py), and how they look.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from loyalty.campaigns import CampaignKind
from loyalty.ids import THE_ONLY_LOCATION, CustomerId, LocationId, TelegramId
from loyalty.letters import Content
from loyalty.people import Person
from loyalty.refusals import NotOwner, Refused
from loyalty.segments import Voiced
from loyalty.surveys import Band, Frequency, Tally
from loyalty.use_cases.listening.voice import PAGE, ReadVoice
from loyalty.voice import Period, Step
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.listening_rows import answers, is_asked

OF_THIRTY = [10] * 15 + [8] * 9 + [3] * 6
DRINK, SPEED = 1, 2


@pytest.fixture
def read(cafe: Cafe) -> ReadVoice:
    return ReadVoice(cafe.database)


def guest(number: int) -> Person:
    return Person(TelegramId(60_000 + number), f"Guest {number}", "en")


async def says_all(cafe: Cafe, scores: list[int], *, days_ago: float) -> None:
    for number, score in enumerate(scores):
        await answers(cafe, guest(number), score, days_ago=days_ago)


async def test_thirty_answers_of_sixty_asked(cafe: Cafe, read: ReadVoice) -> None:
    await says_all(cafe, OF_THIRTY, days_ago=40)
    for number in range(30):
        await is_asked(cafe, guest(100 + number), days_ago=40)
    figures = (await read(ANNA, Period.QUARTER)).figures
    assert (figures.asked, figures.answers, figures.rate) == (60, 30, 50)
    assert figures.tally == Tally(15, 9, 6)
    assert figures.nps is not None
    assert (round(figures.nps.score), round(figures.nps.standard_error)) == (30, 14)


async def test_below_thirty_it_is_said_how_many_are_missing(cafe: Cafe, read: ReadVoice) -> None:
    await says_all(cafe, [10] * 13 + [7] * 7 + [0] * 5, days_ago=1)
    figures = (await read(ANNA, Period.MONTH)).figures
    assert (figures.nps, figures.missing, figures.tally) == (None, 5, Tally(13, 7, 5))


async def test_a_period_begins_with_a_day_of_the_cafe(cafe: Cafe, read: ReadVoice) -> None:
    """It is 14 March, half past eight; the month began on the 1st at 04:00."""
    cafe.clock.advance(datetime(2025, 3, 14, 8, 30, tzinfo=UTC) - cafe.clock.now())
    for days_ago in (1, 13.1, 13.2, 80, 89.2, 300, 400):
        await answers(cafe, MIA, 10, days_ago=days_ago)
    counted = [(await read(ANNA, period)).figures.answers for period in Period]
    assert counted == [2, 4, 6]


async def test_nobody_counts_whom_the_question_never_reached(cafe: Cafe, read: ReadVoice) -> None:
    for state in ("skipped", "failed", "queued", "unknown", "sent"):
        await is_asked(cafe, MIA, days_ago=1, state=state)
    assert (await read(ANNA, Period.MONTH)).figures.asked == 2


async def test_practice_never_counts_and_who_was_forgotten_does_as_a_number(
    cafe: Cafe, read: ReadVoice
) -> None:
    await answers(cafe, MIA, 10, days_ago=1, reason="Good beans")
    await answers(cafe, LEO, 2, days_ago=1, reason="Only a rehearsal")
    await answers(cafe, LEO, 2, days_ago=1, aspect=DRINK)
    with cafe.raw() as connection:
        connection.execute("UPDATE customers SET practice = 1 WHERE name = 'Leo'")
        connection.execute("UPDATE customers SET forgotten_at = 1, name = '' WHERE name = 'Mia'")
        connection.execute("DELETE FROM identities WHERE external_id = ?", (str(MIA.telegram_id),))
        connection.execute("UPDATE responses SET reason = ''")
    page = await read(ANNA, Period.MONTH)
    assert page.figures.tally == Tally(promoters=1)
    assert page.aspects == []
    assert (await read.matrix(ANNA)).cells == {}
    assert (await read.search(ANNA, "")).reasons == []


async def test_aspects_have_an_average_from_ten_answers_on(cafe: Cafe, read: ReadVoice) -> None:
    for number in range(10):
        await answers(cafe, guest(number), 4 + number % 2, days_ago=number, aspect=DRINK)
    await answers(cafe, MIA, 1, days_ago=1, aspect=SPEED)
    page = await read(ANNA, Period.QUARTER)
    assert [(one.name.said_in("en"), one.answers, one.average) for one in page.aspects] == [
        ("the drink", 10, 4.5),
        ("the speed", 1, None),
    ]
    assert page.figures.asked == 0


async def test_several_locations_are_told_apart(cafe: Cafe, read: ReadVoice) -> None:
    await answers(cafe, MIA, 10, days_ago=1)
    other = await answers(cafe, LEO, 0, days_ago=1)
    with cafe.raw() as connection:
        connection.execute("INSERT INTO locations (id, name, created_at) VALUES (2, 'Harbour', 0)")
        connection.execute("UPDATE invitations SET location_id = 2 WHERE recipient_id = ?", (other,))
    page = await read(ANNA, Period.MONTH)
    assert {where: figures.tally for where, figures in page.by_location.items()} == {
        THE_ONLY_LOCATION: Tally(promoters=1),
        LocationId(2): Tally(detractors=1),
    }
    assert page.figures.tally == Tally(1, 0, 1)


async def test_the_running_month_counts_praises_of_each(cafe: Cafe, read: ReadVoice) -> None:
    for customer, days in ((MIA, 1), (LEO, 2), (MIA, 40)):
        praised = await answers(cafe, customer, 10, days_ago=days)
        passed = cafe.clock.now() - timedelta(days=days)
        with cafe.raw() as connection:
            connection.execute(
                "INSERT INTO praises (recipient_id, staff_id, passed_at) VALUES (?, ?, ?)",
                (praised, cafe.staff_id(BEN), int(passed.timestamp() * 1_000_000)),
            )
    page = await read(ANNA, Period.YEAR)
    assert [(one.name, one.praises) for one in page.praises] == [("Ben", 2)]


async def test_a_trend_has_a_point_for_each_week_and_month_also_for_the_silent_ones(
    cafe: Cafe, read: ReadVoice
) -> None:
    await answers(cafe, MIA, 10, days_ago=1)
    await answers(cafe, LEO, 0, days_ago=100)
    weeks, months = [list((await read.trend(ANNA, step)).points) for step in (Step.WEEK, Step.MONTH)]
    assert [point.first.isoformat() for point in weeks[-2:]] == ["2025-03-03", "2025-03-10"]
    assert [point.first.isoformat() for point in months[:1] + months[-1:]] == ["2024-04-01", "2025-03-01"]
    assert [point.figures.answers for point in weeks] == [0] * 12 + [1]
    assert [point.figures.answers for point in months] == [0] * 8 + [1, 0, 0, 1]


async def comes(cafe: Cafe, customer: Person, times: int) -> None:
    for _ in range(times):
        await cafe.stamps(customer, 1)
        cafe.later(days=2)


async def test_the_matrix_has_each_customer_once_by_the_last_answer(cafe: Cafe, read: ReadVoice) -> None:
    await comes(cafe, MIA, 6)
    await comes(cafe, LEO, 3)
    await answers(cafe, MIA, 0, days_ago=200)
    await answers(cafe, MIA, 9, days_ago=1)
    await answers(cafe, LEO, 7, days_ago=3)
    await answers(cafe, guest(1), 6, days_ago=300)
    await answers(cafe, guest(2), 6, days_ago=366)
    matrix = await read.matrix(ANNA)
    assert matrix.cells == {
        (Band.PROMOTER, Frequency.FORTNIGHTLY): 1,
        (Band.PASSIVE, Frequency.MONTHLY): 1,
        (Band.DETRACTOR, Frequency.SELDOM): 1,
    }
    assert matrix.count(Band.PROMOTER, Frequency.SELDOM) == 0


async def test_each_cell_is_as_large_as_the_segment_behind_its_button(cafe: Cafe, read: ReadVoice) -> None:
    for number, score in enumerate((10, 9, 8, 3, 0)):
        await answers(cafe, guest(number), score, days_ago=number)
    await comes(cafe, guest(0), 5)
    matrix = await read.matrix(ANNA)
    counted = await cafe.database.report(
        lambda tx: {
            (band, often): tx.segments.audience((Voiced(band, often),), CampaignKind.BROADCAST).total
            for band in Band
            for often in Frequency
        }
    )
    assert {cell: count for cell, count in counted.items() if count} == matrix.cells
    assert sum(counted.values()) == 5


async def test_what_was_said_before_the_card_moved_is_said_by_who_has_it_now(
    cafe: Cafe, read: ReadVoice
) -> None:
    await cafe.hires_manager()
    await cafe.stamps(MIA, 1)
    old = cafe.last_operation()
    await answers(cafe, MIA, 2, days_ago=1)
    cafe.later(minutes=20)
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    await cafe.move_account(MAX, old, new, "lost it", chat_id=private(MAX), cause=None)
    assert (await read.matrix(ANNA)).cells == {(Band.DETRACTOR, Frequency.SELDOM): 1}
    leo = cafe.number("SELECT id FROM customers WHERE name = 'Leo'")
    segment = (Voiced(Band.DETRACTOR, Frequency.SELDOM),)
    found = await cafe.database.report(lambda tx: tx.segments.customers(segment, after=CustomerId(0), most=9))
    assert found == [leo]


async def test_reasons_are_paged_by_band_newest_first(cafe: Cafe, read: ReadVoice) -> None:
    for number in range(PAGE + 3):
        await answers(cafe, guest(number), number % 7, days_ago=number // 2, reason=f"Reason {number}")
    await answers(cafe, MIA, 10, days_ago=1, reason="Praise")
    await answers(cafe, MIA, 1, days_ago=1)
    await answers(cafe, LEO, 1, days_ago=1, reason="Slow", aspect=SPEED)
    first = await read.reasons(ANNA, Band.DETRACTOR, before=None)
    assert (len(first.reasons), first.found) == (PAGE, PAGE + 1)
    rest = await read.reasons(ANNA, Band.DETRACTOR, before=first.reasons[-1].recipient_id)
    assert (len(rest.reasons), rest.found) == (3, 3)
    told = [one.text for one in [*first.reasons, *rest.reasons]]
    assert sorted(told) == sorted(f"Reason {number}" for number in range(PAGE + 3))
    moments = [one.scored_at for one in [*first.reasons, *rest.reasons]]
    assert moments == sorted(moments, reverse=True)
    assert (await read.reasons(ANNA, Band.PASSIVE, before=None)).reasons == []


async def test_a_voice_message_is_a_reason_without_words(cafe: Cafe, read: ReadVoice) -> None:
    said = await answers(cafe, MIA, 3, days_ago=1)
    with cafe.raw() as connection:
        connection.execute(
            """
            UPDATE responses SET content = 'voice', media_chat = 1, media_message = 2 WHERE recipient_id = ?
            """,
            (said,),
        )
    [reason] = (await read.reasons(ANNA, Band.DETRACTOR, before=None)).reasons
    assert (reason.content, reason.text, reason.score) == (Content.VOICE, "", 3)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("KÖÖK", ["Köök oli must"]),
        ("холодный", ["Холодный кофе", "ХОЛОДНЫЙ чай"]),
        ("кофе холодный", ["Холодный кофе"]),
        ("100%", ["100% good_"]),
        ("_", ["100% good_"]),
        ("tea", []),
    ],
)
async def test_a_search_knows_every_alphabet_and_no_wildcard(
    cafe: Cafe, read: ReadVoice, typed: str, found: list[str]
) -> None:
    for days, text in enumerate(("Köök oli must", "Холодный кофе", "ХОЛОДНЫЙ чай", "100% good_")):
        await answers(cafe, MIA, 5, days_ago=days + 1, reason=text)
    page = await read.search(ANNA, typed)
    assert ([one.text for one in page.reasons], page.found) == (found, len(found))


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


async def test_figures_add_up(cafe: Cafe, read: ReadVoice) -> None:
    await answers(cafe, MIA, 10, days_ago=1)
    figures = (await read(ANNA, Period.MONTH)).figures
    assert (figures + figures).tally == Tally(promoters=2)
    assert figures + replace(figures, asked=4) == replace(figures + figures, asked=5)
