"""What customers said no to stays no when a backup is brought back, and a deleted date stays deleted.

Not here: who was forgotten since (test_restore_forgotten.py).
"""

from datetime import timedelta

from loyalty.birthdays import Birthday
from loyalty.use_cases.campaigns.birthdays import DeleteBirthday, KeepBirthday
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.wishes import Purpose
from storage.sqlite import FILE_NAME
from tests import books
from tests.bot.backed_up import House
from tests.counter import LEO, MIA, Cafe

SAID = """
    SELECT c.name, w.purpose, w.state FROM wishes w JOIN customers c ON c.id = w.customer_id ORDER BY 1, 2
"""
GIVEN = """
    SELECT c.name, s.given FROM consents s JOIN customers c ON c.id = s.customer_id
    WHERE s.purpose = 'offers' ORDER BY s.id
"""
JUNE = Birthday(6, 20)


async def wants_offers(cafe: Cafe, *, on: bool, of: tuple[str, ...] = ("Mia", "Leo")) -> None:
    for person in (MIA, LEO):
        if person.name in of:
            await SetWish(cafe.database)(person, Purpose.OFFERS, on=on, language="en")


async def test_a_mute_that_is_newer_than_the_backup_holds_with_its_record(house: House) -> None:
    cafe = await house.opens()
    for person in (MIA, LEO):
        await cafe.join(person)
    await wants_offers(cafe, on=True)
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await wants_offers(cafe, on=False, of=("Mia",))
    await cafe.close()
    await house.restores(file)
    books.check(house.folder / FILE_NAME, deep=True)
    assert house.rows(SAID) == [("Leo", "offers", "granted"), ("Mia", "offers", "muted")]
    assert house.rows(GIVEN) == [("Mia", 1), ("Leo", 1), ("Mia", 0)]


async def test_a_yes_of_a_time_that_is_lost_has_to_be_said_again(house: House) -> None:
    cafe = await house.opens()
    await cafe.join(MIA)
    await wants_offers(cafe, on=False, of=("Mia",))
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await wants_offers(cafe, on=True, of=("Mia",))
    await cafe.close()
    await house.restores(file)
    assert house.rows(SAID) == [("Mia", "offers", "muted")]


async def test_a_no_that_the_backup_knows_is_not_written_twice(house: House) -> None:
    cafe = await house.opens()
    await cafe.join(MIA)
    await wants_offers(cafe, on=False, of=("Mia",))
    await cafe.close()
    await house.restores(house.backs_up())
    assert house.rows(GIVEN) == [("Mia", 0)]


async def test_a_date_that_was_deleted_since_then_does_not_come_back(house: House) -> None:
    cafe = await house.opens()
    await cafe.join(MIA)
    await KeepBirthday(cafe.database)(MIA, JUNE, language="en")
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await DeleteBirthday(cafe.database)(MIA, language="en")
    await cafe.close()
    await house.restores(file)
    books.check(house.folder / FILE_NAME, deep=True)
    assert house.rows("SELECT birth_month, birthday_set_at IS NOT NULL FROM customers") == [(None, 1)]
    assert house.rows(SAID) == [("Mia", "birthday", "refused")]
