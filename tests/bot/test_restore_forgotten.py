"""A backup from before somebody's card moved, or from before their paper was forgotten: who is erased again.

Not here: people with one account (test_restore.py, test_restore_today.py).
"""

import shutil
from datetime import timedelta
from pathlib import Path

from bot.erasures import ErasureKeeper
from loyalty.ids import TelegramId
from loyalty.people import Person
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.paper.forgetting import ForgetPaperCustomer
from storage import erasures
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, private

NEW = Person(TelegramId(2077), "Mia again", "en")
TOM = Person(TelegramId(2078), "Tom", "en")
STANDING = "SELECT name FROM customers WHERE forgotten_at IS NULL ORDER BY id"


async def moves(house: House, cafe: Cafe, old: Person, new: Person) -> Path:
    """A manager moves the old account's card to the new one; the backup is from just before."""
    await cafe.stamps(old, 2, by=CARA)
    left = cafe.last_operation()
    await cafe.stamps(new, 1)
    kept = cafe.last_operation()
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.move_account(ANNA, left, kept, "stolen", chat_id=private(ANNA), cause=None)
    house.clock.advance(timedelta(hours=1))
    return file


async def an_hour_later_forgets(house: House, cafe: Cafe, *people: Person) -> None:
    for person in people:
        house.clock.advance(timedelta(hours=1))
        await ForgetPerson(cafe.database)(person)
    await ErasureKeeper(cafe.database, house.folder).keep_list()


async def lists_anew(house: House) -> None:
    """The restored file is opened, and what it knows of erasures comes onto the list."""
    cafe = await house.opens()
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    await cafe.close()


def the_disk_dies(house: House) -> None:
    """What is left is the backup and the list of erasures."""
    for path in house.folder.glob(f"{FILE_NAME}*"):
        path.unlink()


async def test_nobody_comes_back_who_moved_and_was_forgotten(house: House) -> None:
    cafe = await house.opens()
    file = await moves(house, cafe, MIA, NEW)
    await an_hour_later_forgets(house, cafe, NEW)
    await cafe.close()
    await house.restores(file)
    assert house.rows(STANDING) == []
    books.check(house.folder / FILE_NAME, deep=True)


async def test_who_moved_and_was_not_forgotten_has_the_card_again_by_the_old_account(house: House) -> None:
    cafe = await house.opens()
    file = await moves(house, cafe, MIA, NEW)
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    await cafe.close()
    await house.restores(file)
    assert house.rows(STANDING) == [("Mia",), ("Mia again",)]
    cafe = await house.opens()
    assert (await cafe.card(MIA)).stamps == 2
    await cafe.close()


async def test_nobody_comes_back_over_two_moves_on_a_new_machine(house: House) -> None:
    cafe = await house.opens()
    file = await moves(house, cafe, MIA, NEW)
    await moves(house, cafe, NEW, LEO)
    await an_hour_later_forgets(house, cafe, LEO)
    await cafe.close()
    the_disk_dies(house)
    assert (await house.restores(file)).erased_again == 2
    assert house.rows(STANDING) == []


async def test_a_stolen_account_that_asks_to_be_forgotten_takes_nothing_of_what_moved_on(
    house: House,
) -> None:
    cafe = await house.opens()
    before = await moves(house, cafe, MIA, NEW)
    await cafe.stamps(MIA, 3)  # the thief has a card of their own
    between = house.backs_up()
    await an_hour_later_forgets(house, cafe, MIA)
    await cafe.close()
    for gone in (False, True):
        if gone:
            the_disk_dies(house)
        await house.restores(before)
        assert house.rows(STANDING) == [("Mia",), ("Mia again",)]
        await house.restores(between)
        assert house.rows("SELECT name FROM customers WHERE id = 3 AND forgotten_at IS NULL") == []
        assert house.rows("SELECT stamps FROM cards WHERE customer_id = 2") == [(3,)]


async def test_of_both_that_were_forgotten_neither_comes_back(house: House) -> None:
    for order in ((MIA, NEW), (NEW, MIA)):
        cafe = await house.opens()
        before = await moves(house, cafe, MIA, NEW)
        await cafe.stamps(MIA, 3)
        between = house.backs_up()
        await an_hour_later_forgets(house, cafe, *order)
        await cafe.close()
        the_disk_dies(house)
        for file in (before, between):
            await house.restores(file)
            assert house.rows(STANDING) == []
        the_disk_dies(house)
        shutil.copy(before, house.folder / FILE_NAME)
        (house.folder / erasures.FILE_NAME).unlink()
        house.clock.advance(timedelta(days=1))


async def test_whoever_has_the_old_account_since_then_stays(house: House) -> None:
    cafe = await house.opens()
    before = await moves(house, cafe, MIA, NEW)
    await cafe.stamps(MIA, 3)
    between = house.backs_up()
    await an_hour_later_forgets(house, cafe, NEW)
    await cafe.close()
    await house.restores(between)
    cafe = await house.opens()
    assert (await cafe.card(MIA)).stamps == 3
    await cafe.close()
    assert house.rows(STANDING) == [("Mia",)]
    await house.restores(before)
    assert house.rows(STANDING) == []


async def test_staff_whose_own_card_moved_work_on_in_a_restored_backup(house: House) -> None:
    cafe = await house.opens()
    file = await moves(house, cafe, BEN, NEW)
    await an_hour_later_forgets(house, cafe, NEW)
    await cafe.close()
    await house.restores(file)
    assert house.rows(STANDING) == []
    assert house.rows(f"SELECT role FROM staff WHERE telegram_id = {BEN.telegram_id}") == [("barista",)]


async def test_who_came_back_with_a_card_from_before_stays(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(LEO, 1)
    left = cafe.last_operation()
    await cafe.join(NEW)
    await an_hour_later_forgets(house, cafe, NEW)
    house.clock.advance(timedelta(hours=1))
    await cafe.stamps(NEW, 1)
    kept = cafe.last_operation()
    await cafe.move_account(ANNA, left, kept, "lost", chat_id=private(ANNA), cause=None)
    file = house.backs_up()
    await cafe.close()
    assert (await house.restores(file)).erased_again == 0
    assert house.rows("SELECT stamps FROM cards ORDER BY id DESC LIMIT 1") == [(2,)]


# ---------------------------------------------------------------- paper


async def test_neither_name_nor_stamps_of_a_forgotten_paper_card_come_back(house: House) -> None:
    for gone in (False, True):
        cafe = await house.opens()
        card = await cafe.prints("Olga")
        await cafe.scans_paper(BEN, card, stamps=8)
        file = house.backs_up()
        house.clock.advance(timedelta(hours=1))
        await ForgetPaperCustomer(cafe.database)(ANNA, card.card.id)
        await ErasureKeeper(cafe.database, house.folder).keep_list()
        await cafe.close()
        if gone:
            the_disk_dies(house)
        assert (await house.restores(file)).erased_again == 1
        assert house.rows(STANDING) == []
        assert house.rows("SELECT DISTINCT state FROM paper_cards") == [("blocked",)]
        assert house.rows("SELECT COUNT(*) FROM rewards WHERE state = 'issued'") == [(0,)]
        books.check(house.folder / FILE_NAME, deep=True)
        house.clock.advance(timedelta(hours=1))


async def test_a_paper_card_that_was_blocked_before_the_backup_brings_no_name_back(house: House) -> None:
    cafe = await house.opens()
    card = await cafe.prints("Olga")
    await cafe.block_paper_card(BEN, card.card.id)
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await ForgetPaperCustomer(cafe.database)(ANNA, card.card.id)
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    await cafe.close()
    the_disk_dies(house)
    await house.restores(file)
    assert house.rows(STANDING) == []


async def test_from_paper_over_two_accounts_nobody_comes_back(house: House) -> None:
    cafe = await house.opens()
    card = await cafe.prints("Olga")
    await cafe.scans_paper(BEN, card, stamps=2)
    paper = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.moves_to_telegram(MIA, card)
    account = await moves(house, cafe, MIA, NEW)
    await an_hour_later_forgets(house, cafe, NEW)
    await cafe.close()
    the_disk_dies(house)
    for file in (paper, account):
        await house.restores(file)
        assert house.rows(STANDING) == []
        assert b"Olga" not in (house.folder / FILE_NAME).read_bytes()


async def test_of_two_that_left_one_account_a_restore_after_a_restore_erases_who_asked_only(
    house: House,
) -> None:
    cafe = await house.opens()
    first = await moves(house, cafe, MIA, NEW)
    house.clock.advance(timedelta(days=1))
    second = await moves(house, cafe, MIA, TOM)
    await cafe.stamps(MIA, 1)  # so the card alone is on the list
    await an_hour_later_forgets(house, cafe, TOM)
    await cafe.close()
    for _ in range(2):
        await house.restores(second)
        assert house.rows("SELECT name FROM customers WHERE id = 3 AND forgotten_at IS NULL") == []
        await lists_anew(house)
        await house.restores(first)
        assert house.rows(STANDING) == [("Mia",), ("Mia again",)]
        await lists_anew(house)


async def test_an_account_that_is_erased_again_takes_no_card_in_the_next_restore(house: House) -> None:
    cafe = await house.opens()
    before = await moves(house, cafe, BEN, NEW)
    house.clock.advance(timedelta(days=1))
    await cafe.stamps(BEN, 1, by=CARA)
    await an_hour_later_forgets(house, cafe, BEN)  # who works here no more, and asks for nothing of NEW's
    await cafe.close()
    for _ in range(2):
        await house.restores(before)
        assert house.rows(STANDING) == [("Ben",), ("Mia again",)]
        await lists_anew(house)
