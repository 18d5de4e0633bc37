"""A backup restored: what comes back, and what may not live again.

Not here: what is refused (test_restore_refused.py) and making backups (tests/storage/test_backup_files.py).
"""

import asyncio
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.erasures import ErasureKeeper
from bot.restore import Restore
from bot.safekeeping_commands import say_prospect, say_restored
from bot.sealing import seal
from bot.stopping import CannotRun
from loyalty.erasures import Erasure, hash_identity
from loyalty.ids import CustomerId, MessageId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.programs import Collects
from loyalty.refusals import SaleCodeOver, SlipOver, UnknownSlip
from loyalty.safekeeping import LostWindow
from loyalty.use_cases.customers.erasing import erase
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.safekeeping import ReadLostWindows
from storage import erasures
from storage.erasing_again import find_erasures
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import BALANCES, House
from tests.counter import (
    ANNA,
    BEN,
    CARA,
    LEO,
    MAX,
    MIA,
    MORNING,
    a_staffed_file,
    private,
    secret_of,
)
from tests.refusing import refused

PASSPHRASE = "four words nobody guesses"
ENTRIES = "SELECT SUM(amount), COUNT(*) FROM ledger_entries"


async def test_bills_and_points_that_are_lost_are_said(house: House) -> None:
    """The question named visits and stamps, in a cafe where neither stamp nor visit is what people miss."""
    cafe = await house.opens()
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="40")
    file = house.backs_up()
    house.clock.advance(timedelta(hours=5))
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="3,50")
    await cafe.close()
    words = " ".join(say_prospect(await house.restores(file)))
    assert "What was entered since then (1 visit, 1 bill, 17.5 points) is lost" in words


async def test_the_day_after_is_taken_back_and_said_in_words(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 3)
    file = house.backs_up()
    before = (house.rows(BALANCES), house.rows(ENTRIES))
    house.clock.advance(timedelta(hours=5))
    await cafe.stamps(MIA, 2)
    await cafe.undo_visit(BEN, await cafe.stamps(LEO, 1))
    house.clock.advance(timedelta(hours=1))
    await cafe.stamps(LEO, 1)
    highest = cafe.number("SELECT MAX(id) FROM operations")
    await cafe.close()
    prospect = await house.restores(file)
    assert (house.rows(BALANCES), house.rows(ENTRIES)) == before
    assert prospect.made_at == MORNING
    words = " ".join(say_prospect(prospect))
    assert "The backup is of 14 Mar 08:30" in words
    assert "since then (2 visits, 3 stamps) is lost" in words
    assert "1 customer who came since then" in words
    books.check(house.folder / FILE_NAME, deep=True)
    cafe = await house.opens()
    await cafe.stamps(MIA, 1)
    assert cafe.number("SELECT MAX(id) FROM operations") > highest + 1000
    await cafe.close()


async def test_elsewhere_only_the_file_is_needed(house: House, tmp_path: Path) -> None:
    cafe = await house.opens()
    await cafe.fills(MIA)
    await cafe.stamps(LEO, 2)
    await cafe.database.write(lambda tx: erase(tx, customer_of(tx, LEO)))
    file = house.backs_up()
    sums = (house.rows(BALANCES), house.rows(ENTRIES), house.rows("SELECT COUNT(*) FROM rewards"))
    await cafe.close()
    elsewhere = House(tmp_path / "elsewhere", house.clock)
    elsewhere.folder.mkdir()
    house.clock.advance(timedelta(days=10))
    prospect = await elsewhere.restores(Path(shutil.copy(file, tmp_path / "copy.sqlite3")))
    assert not prospect.replaces
    assert (
        elsewhere.rows(BALANCES), elsewhere.rows(ENTRIES), elsewhere.rows("SELECT COUNT(*) FROM rewards")
    ) == sums  # fmt: skip
    assert elsewhere.rows("SELECT COUNT(*) FROM customers WHERE forgotten_at IS NOT NULL") == [(1,)]
    cafe = await elsewhere.opens()
    await cafe.stamps(MIA, 1)
    assert cafe.number("SELECT MAX(id) FROM operations") > 10_000, (
        "ten days of receipts may have been written"
    )
    await cafe.close()


async def test_who_was_forgotten_since_then_is_erased_again(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 3)
    await cafe.stamps(LEO, 2)
    key = cafe.rows("SELECT hash_key FROM installation")[0][0]
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    now = house.clock.now()
    await cafe.close()
    mias = hash_identity("telegram", str(MIA.telegram_id), key=str(key))
    erasures.append(house.folder / erasures.FILE_NAME, Erasure(mias, now))
    with closing(sqlite3.connect(house.folder / FILE_NAME)) as connection:
        leos = hash_identity("telegram", str(LEO.telegram_id), key=str(key))
        micros = int(now.timestamp() * 1_000_000)
        connection.execute(
            "INSERT INTO forgotten VALUES (?, '{}', ?, ?, NULL)", (leos, micros, micros + 10**15)
        )
        connection.commit()
    sums = house.rows(ENTRIES)
    prospect = await house.restores(file)
    assert prospect.erased_again == 2
    assert "2 people asked to be forgotten" in " ".join(say_prospect(prospect))
    assert house.rows("SELECT COUNT(*) FROM identities WHERE kind = 'telegram'") == [(0,)]
    assert house.rows("SELECT COUNT(*) FROM customers WHERE forgotten_at IS NULL") == [(0,)]
    assert house.rows("SELECT COUNT(*) FROM forgotten") == [(2,)]
    assert house.rows(ENTRIES) == sums
    assert b"Mia" not in (house.folder / FILE_NAME).read_bytes()
    listed = {one.identity_hash for one in erasures.read(house.folder / erasures.FILE_NAME)}
    assert listed == {mias, leos}, "the replaced file was the only one that knew of Leo"


async def test_who_was_forgotten_and_came_back_before_the_backup_stays(house: House) -> None:
    cafe = await house.opens()
    key = cafe.rows("SELECT hash_key FROM installation")[0][0]
    mias = hash_identity("telegram", str(MIA.telegram_id), key=str(key))
    erasures.append(house.folder / erasures.FILE_NAME, Erasure(mias, house.clock.now()))
    house.clock.advance(timedelta(hours=1))
    await cafe.stamps(MIA, 3)
    file = house.backs_up()
    await cafe.close()
    assert (await house.restores(file)).erased_again == 0
    cafe = await house.opens()
    assert (await cafe.card(MIA)).stamps == 3
    await cafe.close()


async def test_the_wrong_backup_first_erases_nobody_who_came_back(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 2)
    wrong = house.backs_up()
    house.clock.advance(timedelta(days=1))
    asked_at = house.clock.now()
    await ForgetPerson(cafe.database)(MIA)
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    house.clock.advance(timedelta(days=1))
    await cafe.stamps(MIA, 3)
    await cafe.close()
    right = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    assert (await house.restores(wrong)).erased_again == 1
    assert [one.at for one in find_erasures(house.folder / FILE_NAME)] == [asked_at], "she asked once"
    assert (await house.restores(right)).erased_again == 0
    assert [one.at for one in erasures.read(house.folder / erasures.FILE_NAME)] == [asked_at]
    cafe = await house.opens()
    assert (await cafe.card(MIA)).stamps == 3
    await cafe.close()


async def test_a_cafe_that_is_left_without_an_owner_is_told_what_to_do(house: House) -> None:
    cafe = await house.opens()
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.open_invite(MAX, secret_of(await cafe.make_owner_link()))
    await cafe.remove_staff(MAX, cafe.staff_id(ANNA))
    await cafe.close()
    restored = await house.carries_out(file)
    assert restored.owners == 0
    assert "`python -m bot owner-link` makes a link" in " ".join(say_restored(restored))
    again = await house.carries_out(house.backs_up())
    assert (again.owners, "owner-link" in " ".join(say_restored(replace(again, owners=1)))) == (0, False)


async def test_nothing_of_then_lives_again(house: House) -> None:
    cafe = await house.opens()
    reward = await cafe.fills(MIA)
    await cafe.delivers_all()
    took_place = await cafe.serves(MIA)
    await cafe.offers(BEN, took_place, reward)
    await cafe.answer_offer(MIA, cafe.newest_offer(), agreed=True)
    ran_out = await cafe.serves(LEO)
    shown = await cafe.shows(MIA)
    await cafe.invite_staff(ANNA, cause=Cause(private(ANNA), MessageId(77)))

    def leave_things(tx: Transaction) -> None:
        tx.inbox.store(
            [NewUpdate(UpdateId(1), '{"secret": 1}', begun=False), NewUpdate(UpdateId(2), "{}", begun=True)]
        )
        tx.inbox.finish(UpdateId(2), [DialogueChange("key", "naming", "{}")], blank=False)

    await cafe.database.write(leave_things)
    file = house.backs_up()
    await cafe.close()
    house.clock.advance(timedelta(minutes=1))
    await house.restores(file)
    assert house.rows("SELECT COUNT(*) FROM scans WHERE state = 'live'") == [(0,)]
    states = {row[0]: row[1] for row in house.rows("SELECT id, state FROM visits")}
    assert (states[took_place], states[ran_out]) == ("confirmed", "expired")
    assert house.rows("SELECT COUNT(*) FROM invites WHERE state IN ('live', 'came')") == [(0,)]
    assert house.rows("SELECT state, body FROM inbox ORDER BY update_id")[0] == ("dead", "")
    assert house.rows("SELECT COUNT(*) FROM dialogues") == [(0,)]
    waiting = house.rows(
        "SELECT json_extract(notice, '$.kind'), chat_id FROM deliveries "
        "WHERE state IN ('pending', 'sending') AND screen_id IS NULL"
    )
    assert waiting == [("BackupRestored", private(ANNA))], "old receipts are not sent again"
    books.check(house.folder / FILE_NAME, deep=True)
    cafe = await house.opens()
    windows = await ReadLostWindows(cafe.database)()
    assert list(windows) == [LostWindow(MORNING, MORNING + timedelta(minutes=1))]
    with pytest.raises(Exception, match=r"UnknownCode|CodeRanOut"):
        await cafe.scans(BEN, shown)
    await cafe.close()


async def test_paper_does_not_come_back_whatever_is_restored(house: House) -> None:
    """A slip that was collected or voided since then stays over; its stamp is lost as all others are."""
    cafe = await house.opens()
    first, second = (
        await cafe.print_vouchers(ANNA, 4, cause=None),
        await cafe.print_vouchers(ANNA, 1, cause=None),
    )
    slips = [secret_of(payload) for payload in first.payloads]
    await cafe.collect_voucher(MIA, slips[0])
    code = await cafe.sells(BEN, 1)
    file = house.backs_up()
    house.clock.advance(timedelta(seconds=10))
    await cafe.collect_voucher(LEO, slips[1])
    await cafe.void_vouchers.slip(ANNA, first.sheet.id, 3)
    await cafe.void_vouchers.sheet(ANNA, second.sheet.id)
    lost = await cafe.print_vouchers(ANNA, 1, cause=None)
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    for secret in (slips[1], slips[2], secret_of(second.payloads[0])):
        with refused(SlipOver(expired=False)):
            await cafe.collect_voucher(LEO, secret)
    with refused(SaleCodeOver()):
        await cafe.collect_sale_code(LEO, code.secret)
    with refused(UnknownSlip()):
        await cafe.collect_voucher(LEO, secret_of(lost.payloads[0]))
    await cafe.collect_voucher(LEO, slips[3])
    assert (await cafe.print_vouchers(ANNA, 1, cause=None)).sheet.id > lost.sheet.id
    await cafe.close()
    books.check(house.folder / FILE_NAME, deep=True)


async def test_elsewhere_slips_can_be_collected_as_the_backup_has_them(house: House, tmp_path: Path) -> None:
    cafe = await house.opens()
    sheet = await cafe.print_vouchers(ANNA, 1, cause=None)
    file = house.backs_up()
    await cafe.close()
    elsewhere = House(tmp_path / "elsewhere", house.clock)
    elsewhere.folder.mkdir()
    house.clock.advance(timedelta(days=2))
    await elsewhere.restores(Path(shutil.copy(file, tmp_path / "copy.sqlite3")))
    cafe = await elsewhere.opens()
    await cafe.collect_voucher(LEO, secret_of(sheet.payloads[0]))
    assert (await cafe.print_vouchers(ANNA, 1, cause=None)).sheet.id > 20, "sheets may have been printed"
    await cafe.close()


async def test_who_was_removed_since_then_stays_removed(house: House) -> None:
    file = house.backs_up()
    cafe = await house.opens()
    cafe.removes(BEN)
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    assert (await cafe.meet(BEN)).staff is None
    assert (await cafe.meet(CARA)).staff is not None
    await cafe.close()


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked copy of a cafe where Mia has three stamps, made once: a passphrase takes seconds each time."""
    folder = tmp_path_factory.mktemp("sealed")
    target = folder / "copy.sqlite3.gz.age"
    shutil.copy(a_staffed_file(), folder / FILE_NAME)
    house = House(folder, MovableClock(frozen_at=MORNING))

    async def fill() -> None:
        cafe = await house.opens()
        await cafe.stamps(MIA, 3)
        await cafe.close()

    asyncio.run(fill())
    assert seal(house.backs_up(), target, PASSPHRASE, most=49_000_000)
    return target


async def test_a_copy_with_a_passphrase_is_opened_by_it_and_by_no_other(house: House, sealed: Path) -> None:
    cafe = await house.opens()
    await cafe.stamps(LEO, 1)
    await cafe.close()
    assert b"Mia" not in sealed.read_bytes()
    before = (house.folder / FILE_NAME).read_bytes()
    with pytest.raises(CannotRun, match="The passphrase does not open"):
        await house.restores(sealed, "another")
    assert (house.folder / FILE_NAME).read_bytes() == before
    await house.restores(sealed, PASSPHRASE)
    assert house.rows(BALANCES) == [(1, 3)]


async def test_a_copy_of_an_older_passphrase_is_asked_for_it(house: House, sealed: Path) -> None:
    asked: list[str] = []

    def type_it() -> str:
        asked.append("?")
        return PASSPHRASE

    restore = Restore(house.folder, clock=house.clock)
    try:
        await asyncio.to_thread(restore.prepare, sealed, type_it, PASSPHRASE)
        assert asked == [], "the one of today opens it"
        await asyncio.to_thread(restore.prepare, sealed, type_it, "that of today")
        assert asked == ["?"]
    finally:
        restore.close()


async def test_a_damaged_list_of_erasures_stops_no_restore(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 3)
    await cafe.close()
    file = house.backs_up()
    (house.folder / erasures.FILE_NAME).write_bytes(b'\xff\xfe\n{"hash": "a", "at": Infinity}\n')
    assert (await house.restores(file)).erased_again == 0


def customer_of(tx: Transaction, person: Person) -> CustomerId:
    customer = tx.people.find_customer(person.telegram_id)
    assert customer is not None
    return customer.id
