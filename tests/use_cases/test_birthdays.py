"""The birthday's date: told, kept, locked, deleted, carried along, and never had twice.

Not here: how it is typed (tests/handlers/test_dates.py), and for how long it is locked (tests/loyalty).
"""

from datetime import date

from loyalty.birthdays import Birthday
from loyalty.people import Person
from loyalty.refusals import BirthdayLocked, NoCardYet
from loyalty.use_cases.campaigns.birthdays import BirthdayTold, DeleteBirthday, KeepBirthday, PlanBirthday
from loyalty.use_cases.campaigns.wishes import ReadWishes, SetWish
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.customers.privacy import ReadMyData
from loyalty.wishes import Purpose
from tests.counter import ANNA, LEO, MAX, MIA, Cafe, private
from tests.refusing import refused

JUNE, MAY = Birthday(6, 20), Birthday(5, 2)
RECORDS = "SELECT purpose, given, text_version, language FROM consents ORDER BY id"
KEPT = "SELECT birth_month, birth_day FROM customers ORDER BY id"


async def tells(cafe: Cafe, birthday: Birthday, *, by: Person = MIA) -> BirthdayTold:
    return await KeepBirthday(cafe.database)(by, birthday, language="et")


async def test_the_date_is_the_consent(cafe: Cafe) -> None:
    await cafe.join(MIA)
    for _ in range(2):
        told = await tells(cafe, JUNE)
        assert (told.first, told.too_late) == (date(2025, 6, 20), False)
    assert cafe.rows(KEPT) == [(6, 20)]
    assert cafe.rows(RECORDS) == [("birthday", 1, "birthday-1", "et")]
    facts = await ReadWishes(cafe.database)(MIA)
    assert facts.on[Purpose.BIRTHDAY]
    assert facts.birthday == JUNE


async def test_a_date_that_is_near_counts_from_the_year_after(cafe: Cafe) -> None:
    await cafe.join(MIA)
    near = Birthday(3, 20)  # it is 14 March
    planned = await PlanBirthday(cafe.database)(MIA, near)
    told = await tells(cafe, near)
    assert told == planned
    assert (told.first, told.too_late) == (date(2026, 3, 20), True)


async def test_a_date_stays_for_a_year_and_can_be_deleted_all_the_same(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    cafe.later(days=200)
    with refused(BirthdayLocked(date(2026, 3, 14))):
        await tells(cafe, MAY)
    with refused(BirthdayLocked(date(2026, 3, 14))):
        await PlanBirthday(cafe.database)(MIA)
    await DeleteBirthday(cafe.database)(MIA, language="ru")
    await DeleteBirthday(cafe.database)(MIA, language="ru")
    assert cafe.rows(KEPT) == [(None, None)]
    assert cafe.rows(RECORDS)[1:] == [("birthday", 0, "birthday-1", "ru")]
    facts = await ReadWishes(cafe.database)(MIA)
    assert (facts.birthday, facts.locked_until) == (None, date(2026, 3, 14))
    for again in (JUNE, MAY):
        with refused(BirthdayLocked(date(2026, 3, 14))):
            await tells(cafe, again)
    cafe.later(days=165)
    await tells(cafe, MAY)


async def test_it_can_not_be_changed_in_the_two_weeks_before_the_day(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    cafe.later(days=365 + 95)  # 17 June of the next year
    with refused(BirthdayLocked(date(2026, 6, 21))):
        await tells(cafe, MAY)
    cafe.later(days=4)
    assert not (await tells(cafe, MAY)).too_late


async def test_whoever_is_forgotten_and_comes_back_has_to_wait_as_well(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    await ForgetPerson(cafe.database)(MIA)
    assert cafe.rows("SELECT birth_month, birthday_set_at FROM customers") == [(None, None)]
    await cafe.join(MIA)
    with refused(BirthdayLocked(date(2026, 3, 14))):
        await tells(cafe, MAY)
    cafe.later(days=365)
    await tells(cafe, MAY)


async def moves(cafe: Cafe, source: Person, target: Person) -> None:
    await cafe.hires_manager()
    await cafe.stamps(source, 1)
    old = cafe.last_operation()
    await cafe.stamps(target, 1)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)


async def test_a_lost_accounts_date_comes_along_and_its_lock_too(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    cafe.later(days=30)
    await moves(cafe, MIA, LEO)
    facts = await ReadWishes(cafe.database)(LEO)
    assert facts.birthday == JUNE
    assert facts.on[Purpose.BIRTHDAY]
    with refused(BirthdayLocked(date(2026, 3, 14))):
        await tells(cafe, MAY, by=LEO)


async def test_of_two_dates_that_of_the_card_that_stays_holds(cafe: Cafe) -> None:
    for person, birthday in ((MIA, JUNE), (LEO, MAY)):
        await cafe.join(person)
        await tells(cafe, birthday, by=person)
    await moves(cafe, MIA, LEO)
    assert (await ReadWishes(cafe.database)(LEO)).birthday == MAY
    assert cafe.rows(KEPT) == [(None, None), (5, 2)]


async def test_muting_keeps_the_date(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    facts = await SetWish(cafe.database)(MIA, Purpose.BIRTHDAY, on=False, language="en")
    assert (facts.on[Purpose.BIRTHDAY], facts.birthday) == (False, JUNE)
    facts = await SetWish(cafe.database)(MIA, Purpose.BIRTHDAY, on=True, language="en")
    assert facts.on[Purpose.BIRTHDAY]


async def test_who_has_no_card_has_no_birthday_here(cafe: Cafe) -> None:
    with refused(NoCardYet()):
        await tells(cafe, JUNE, by=ANNA)


async def test_the_file_names_the_date(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await tells(cafe, JUNE)
    data = (await ReadMyData(cafe.database)(MIA)).data
    assert data is not None
    assert data.birthday == JUNE
