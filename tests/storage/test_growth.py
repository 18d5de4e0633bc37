"""Growth: what is done at the counter finds its rows without reading a table that grows with its customers.

Not here: times; `make bench-growth` takes those.
"""

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from bench import growth
from bench.big_cafe import close_past, fill
from bench.cafe import FIRST_CUSTOMER, customer
from loyalty.deliveries import Lane
from loyalty.ids import MessageId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.day import CloseDay, CloseDue, ReadDay, SendDigest
from loyalty.use_cases.house.receiving import (
    BeginUpdate,
    CountWaiting,
    FindDialogue,
    FindWaitingUpdates,
    FinishUpdate,
    KeepUpdates,
)
from loyalty.use_cases.house.screens import ReadCode, ReadOffer, ReadReader, ReadReceipt
from loyalty.use_cases.house.sending import FindNextSending, FindSentToGroups, RescueDeliveries
from storage.sqlite import FILE_NAME
from tests import books
from tests.counter import ANNA, BEN, CARA, MORNING, Cafe, private, secret_of, settle_staff
from tests.storage.watched_statements import Watched, watching
from tests.use_cases.at_the_queue import binds, delivers, serves

SMALL: Final = {
    "staff", "tills", "shifts", "locations", "schemes", "programs", "lanes", "staff_chats", "foreign_chats",
    "signs", "answers", "invites", "departures",  # as many as the cafe's own people, rules and posters
    "outages", "outage_refusals", "backups", "restores", "installation", "bot_profile", "chat_pauses",
    "voucher_sheets",  # the newest ten, by number
    "dialogues",  # of the last month, and read when somebody is forgotten: keys are opaque
    "schema_migrations", "sent_files", "commits",
}  # fmt: skip
"""What grows with the cafe's people or with its days, not with its customers."""
SHORT: Final = {
    "scans_one_live": "codes that are shown at this moment",
    "scans_due": "codes that are shown at this moment",
    "visits_due": "visits that are open at this moment",
    "inbox_waiting": "updates that are not done yet",
    "inbox_person": "updates of the last week, looked through when somebody is forgotten",
    "deliveries_due": "messages that wait",
    "deliveries_sending": "messages under way",
    "deliveries_drawn": "redraws of the last days",
    "handover_offers_due": "questions that nobody has answered yet",
    "spend_offers_due": "questions that nobody has answered yet",
    "approvals_one": "questions that nobody has answered yet",
    "flags_open": "what the owner has not looked at yet",
    "operations_time": "its first row",
    "closes_by_itself": "its last row",
}
"""Indexes that may be read from end to end, and what they hold."""
THE_NEWEST: Final = "(SELECT * FROM deliveries ORDER BY id DESC LIMIT :most)"
"""Read at the start, and a few hundred only."""
FEW, MANY = 150, 1_200
MUCH_LONGER: Final = 2.5
HARDLY_ANYTHING: Final = 30
"""Tens of steps: below it, a page more in an index is a large part."""


async def works_a_day(cafe: Cafe, guests: Sequence[Person]) -> None:
    """Everything that happens at a counter, and after it."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, usual_amounts=(350,))
    await binds(cafe)
    await serves_guests(cafe, guests[:3])
    await hands_out(cafe, guests[3])
    await lets_collect(cafe, guests[4:6])
    await receives_updates(cafe)
    await ends_the_day(cafe)
    await ForgetPerson(cafe.database)(guests[0])


async def serves_guests(cafe: Cafe, guests: Sequence[Person]) -> None:
    scanned, typed, queued = guests
    await cafe.meet(scanned)
    await cafe.show_card(scanned)
    older = (await cafe.show_history(scanned)).older
    await cafe.show_history(scanned, before=older)
    code = await cafe.shows(scanned)
    await cafe.keep_code_screens(code.scan_id, private(scanned), text=MessageId(1), picture=MessageId(2))
    visit = (await cafe.scans(BEN, code)).visit.id
    await cafe.confirm_visit(BEN, visit, stamps=1, bill=0)
    await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    await ReadCode(cafe.database)(code.scan_id)
    await ReadReader(cafe.database)(private(scanned))
    await ReadReceipt(cafe.database)(cafe.last_operation())
    await cafe.undo_visit(BEN, visit)
    visit = (await cafe.types(BEN, (await cafe.shows(typed)).typed_code, bill="30")).visit.id
    await cafe.confirm_visit(BEN, visit, stamps=1)
    await serves(cafe, CARA, await cafe.shows(queued))
    await delivers(cafe)


async def hands_out(cafe: Cafe, guest: Person) -> None:
    """A reward and points, both by the guest's own yes."""
    reward = await cafe.fills(guest)
    cafe.later(minutes=20)
    visit = await cafe.serves(guest)
    await cafe.offers(BEN, visit, reward)
    await ReadOffer(cafe.database)(cafe.newest_offer())
    await cafe.answer_offer(guest, cafe.newest_offer(), agreed=True)
    await delivers(cafe)


async def lets_collect(cafe: Cafe, guests: Sequence[Person]) -> None:
    """A sale code and a slip."""
    shown = await cafe.sells(BEN, 1)
    await cafe.collect_sale_code(guests[0], shown.secret)
    sheet = await cafe.print_vouchers(ANNA, 10, cause=None)
    await cafe.collect_voucher(guests[1], secret_of(sheet.payloads[0]))
    await cafe.read_vouchers(ANNA)
    await delivers(cafe)


async def receives_updates(cafe: Cafe) -> None:
    database = cafe.database
    await KeepUpdates(database)([NewUpdate(UpdateId(1), "{}", begun=False)])
    await FindWaitingUpdates(database)()
    await BeginUpdate(database)(UpdateId(1))
    await FindDialogue(database)("1:2:2")
    await FinishUpdate(database)(UpdateId(1), [DialogueChange("1:2:2", "asked", "{}")], blank=False)
    await CountWaiting(database)()
    await FindNextSending(database)()
    await FindSentToGroups(database)()
    await RescueDeliveries(database)(leases=True)
    await database.write(lambda tx: tx.deliveries.claim([Lane.BULK]))


async def ends_the_day(cafe: Cafe) -> None:
    await cafe.expire_due()
    await cafe.watch_pace()
    await ReadDay(cafe.database)(ANNA)
    await CloseDay(cafe.database)(ANNA)
    cafe.later(days=1)
    await CloseDue(cafe.database)()
    await SendDigest(cafe.database, encrypts=True)()
    await cafe.expire_due()
    await cafe.prune()


async def works_in_a_cafe_of(customers: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    folder.mkdir()
    await asyncio.to_thread(settle_staff, folder)
    fill(folder / FILE_NAME, customers, now=MORNING)
    before = await Cafe.open(folder)
    await before.database.write(close_past)
    await before.close()
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(folder)
        await works_a_day(cafe, [customer(FIRST_CUSTOMER + number) for number in range(10, 20)])
        await cafe.close()
    books.check(cafe.file(), deep=True)
    return watched


def growing_tables(cafe: Cafe) -> set[str]:
    """All but SMALL and lists of words: one that comes later grows until somebody says that it doesn't."""
    with sqlite3.connect(cafe.file()) as connection:
        rows = connection.execute(
            """
            SELECT t.name FROM sqlite_master t WHERE t.type = 'table'
              AND (SELECT count(*) FROM pragma_table_info(t.name)) > 1
            """
        ).fetchall()
    return {name for (name,) in rows} - SMALL


async def test_no_statement_of_the_counter_reads_a_table_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    with watching(monkeypatch) as watched:
        cafe = await Cafe.open(tmp_path)
        await works_a_day(cafe, [customer(number) for number in range(10, 20)])
        await cafe.close()
    assert len(watched.statements) > 100
    scans = watched.find_scans(cafe.folder, growing_tables(cafe))
    assert not [scan for scan in scans if scan.index not in SHORT and THE_NEWEST not in scan.statement]


@pytest.mark.sqlite_only("the measure is of files")
async def test_the_measure_of_growth_compares_each_thing_of_the_day(tmp_path: Path) -> None:
    verdicts = await growth.measure(tmp_path, small=60, big=120, rounds=2, guests=20)
    said = {verdict.measure: verdict.at_most for verdict in verdicts}
    assert {"confirmation", "balance", "history", "/today"} <= said.keys()
    assert {name for name, bound in said.items() if bound != 2.5} == {"forget"}
    assert all(len(verdict.rounds) == 2 for verdict in verdicts)


@pytest.mark.sqlite_only("steps of SQLite's own machine")
async def test_statements_take_as_many_steps_in_a_cafe_with_many_customers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = await works_in_a_cafe_of(FEW, tmp_path / "few", monkeypatch)
    many = await works_in_a_cafe_of(MANY, tmp_path / "many", monkeypatch)
    longer = {
        statement: (few.steps[statement], steps)
        for statement, steps in many.steps.items()
        if steps > few.steps[statement] * MUCH_LONGER + HARDLY_ANYTHING
    }
    assert few.steps.keys() & many.steps.keys()
    assert not longer
