"""Growth: the page of what customers said reads the answers of its time by index, however many are older.

A few answers are given by customers who are asked. The hundreds of years ago are copied from one of them as
rows: whoever is asked comes three times before, and so many who come would take minutes. Not here: whether
the numbers are right (tests/use_cases/test_voice.py).
"""

import asyncio
from pathlib import Path

import pytest

from loyalty.campaigns import AspectTerms
from loyalty.ids import CustomerId, RecipientId
from loyalty.ports import Transaction
from loyalty.segments import Voiced
from loyalty.surveys import Band, Frequency
from loyalty.use_cases.listening.voice import ReadVoice
from loyalty.voice import Period, Step
from tests.counter import ANNA, Cafe, settle_staff
from tests.storage.test_growth import FEW, HARDLY_ANYTHING, MUCH_LONGER, SHORT, growing_tables
from tests.storage.watched_statements import Watched, watching
from tests.use_cases.listening import ASPECT, ListeningCafe
from tests.use_cases.posts import a_guest

AS_MANY_AS_THE_OWNER_LISTS = {"aspects"}
AGES_AGO = 1_000 * 86_400 * 1_000_000
"""Microseconds: long before any period."""


async def looks_at_everything(cafe: Cafe) -> None:
    read = ReadVoice(cafe.database)
    for period in Period:
        await read(ANNA, period)
    for step in Step:
        await read.trend(ANNA, step)
    await read.matrix(ANNA)
    for band in Band:
        page = await read.reasons(ANNA, band, before=None)
        if page.reasons:
            await read.reasons(ANNA, band, before=page.reasons[-1].recipient_id)
    await read.search(ANNA, "coffee")

    def counts(tx: Transaction) -> None:
        tx.voice.answered(cafe.clock.now(), cafe.clock.now())
        tx.segments.facts_of(CustomerId(1))
        tx.segments.customers((Voiced(Band.PROMOTER, Frequency.SELDOM),), after=CustomerId(0), most=9)

    await cafe.database.report(counts)


async def hears_a_few(here: ListeningCafe) -> RecipientId:
    """Of both questions, each with its reason; answers the last one of how likely they recommend the cafe."""
    guests = [a_guest(number) for number in range(5)]
    await here.is_regular(*guests)
    await here.asks(AspectTerms())
    for guest in guests:
        await here.hears(guest, 3, "Slow", kind=ASPECT)
    here.cafe.later(days=7)  # of both questions and all posts one a week
    await here.asks()
    newest = RecipientId(0)
    for guest, score in zip(guests, (10, 9, 8, 3, 0), strict=True):
        newest = await here.hears(guest, score, "Coffee")
    return newest


async def watched_with(folder: Path, older: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Cafe, Watched]:
    """A cafe with a few answers of this month, and so many of three years ago, each with a praise."""
    folder.mkdir()
    await asyncio.to_thread(settle_staff, folder)
    cafe = await Cafe.open(folder)
    newest = await hears_a_few(await ListeningCafe.open(cafe))
    await cafe.close()
    with cafe.raw() as connection:
        connection.execute("BEGIN")
        for number in range(1, older + 1):
            age_in_the_past(connection, newest, 10_000 + number)
        connection.execute("COMMIT")
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(folder, clock=cafe.clock)
        await looks_at_everything(cafe)
        await cafe.close()
    return cafe, watched


def age_in_the_past(connection: object, like: int, number: int) -> None:
    """One more answer as that one is, of long ago, of another customer's."""
    execute = connection.execute  # type: ignore[attr-defined]
    customer = number
    execute(
        """
        INSERT INTO customers (id, name, language, location_id, joined_at)
        SELECT ?, 'Guest', language, location_id, joined_at FROM customers WHERE id = 1
        """,
        (customer,),
    )
    execute(
        """
        INSERT INTO recipients (id, run_id, campaign_id, customer_id, occurrence, state, created_at)
        SELECT ?, run_id, campaign_id, ?, ?, 'sent', 0 FROM recipients WHERE id = ?
        """,
        (number, customer, str(number), like),
    )
    execute(
        """
        INSERT INTO invitations (recipient_id, customer_id, visit_id, location_id, question_id, visits,
                                 invited_at)
        SELECT ?, ?, visit_id, location_id, question_id, visits, invited_at - ? FROM invitations
        WHERE recipient_id = ?
        """,
        (number, customer, AGES_AGO + number, like),
    )
    execute(
        """
        INSERT INTO responses (recipient_id, score, scored_at, content, reason, reason_at)
        SELECT ?, score, scored_at - ?, content, reason, 0 FROM responses WHERE recipient_id = ?
        """,
        (number, AGES_AGO + number, like),
    )
    execute(
        "INSERT INTO praises (recipient_id, staff_id, passed_at) SELECT ?, MIN(id), ? FROM staff",
        (number, number),
    )


async def test_no_page_reads_a_table_from_end_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cafe, watched = await watched_with(tmp_path / "cafe", FEW, monkeypatch)
    scans = watched.find_scans(cafe.folder, growing_tables(cafe) - AS_MANY_AS_THE_OWNER_LISTS)
    segments = {
        scan.statement for scan in scans if scan.table == "customers" and "c.id > :after" in scan.statement
    }
    assert not [scan for scan in scans if scan.index not in SHORT and scan.statement not in segments]


@pytest.mark.sqlite_only("steps of SQLite's own machine")
async def test_what_was_said_long_ago_makes_no_page_slower(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, few = await watched_with(tmp_path / "few", FEW, monkeypatch)
    _, many = await watched_with(tmp_path / "many", FEW * 10, monkeypatch)
    longer = {
        statement: (few.steps[statement], steps)
        for statement, steps in many.steps.items()
        if steps > few.steps[statement] * MUCH_LONGER + HARDLY_ANYTHING and "c.id > :after" not in statement
    }
    assert few.steps.keys() & many.steps.keys()
    assert not longer
