"""The language that somebody chose, and owners who hear of faulty texts.

Not here: which words are said in it (tests/handlers).
"""

from loyalty.ids import ChatId, TelegramId
from loyalty.people import Person
from loyalty.use_cases.house.languages import MOST_TOLD, ChooseLanguage, TellTextProblems
from loyalty.use_cases.house.screens import ReadReader
from tests.counter import ANNA, BEN, MIA, TILL, Cafe, private


async def test_a_chosen_language_goes_before_the_phones_and_stays_when_the_phone_changes(cafe: Cafe) -> None:
    await cafe.join(MIA)
    await ChooseLanguage(cafe.database)(MIA, "ru")
    await cafe.meet(Person(MIA.telegram_id, "Mia", "et"))
    known = await cafe.meet(MIA)
    reader = await ReadReader(cafe.database)(ChatId(MIA.telegram_id))
    assert known.chosen_language == reader.language == reader.chosen_language == "ru"


async def test_staff_choose_for_their_own_card_too_and_may_choose_again(cafe: Cafe) -> None:
    await cafe.join(BEN)
    for language in ("ru", "et", "et"):
        await ChooseLanguage(cafe.database)(BEN, language)
    known = await cafe.meet(BEN)
    assert known.staff is not None
    assert known.customer is not None
    assert known.staff.chosen_language == known.customer.chosen_language == "et"
    assert cafe.number("SELECT COUNT(*) FROM staff WHERE chosen_language IS NOT NULL") == 1


async def test_what_somebody_chose_as_a_customer_holds_when_they_begin_to_work_here(cafe: Cafe) -> None:
    await ChooseLanguage(cafe.database)(MIA, "et")
    assert (await cafe.meet(MIA)).chosen_language == "et"
    with cafe.raw() as connection:
        connection.execute("UPDATE identities SET external_id = ?", (str(BEN.telegram_id),))
    known = await cafe.meet(BEN)
    assert known.staff is not None
    assert known.chosen_language == "et"


async def test_a_stranger_who_chooses_gets_a_card_and_others_keep_their_language(cafe: Cafe) -> None:
    await cafe.join(MIA)
    stranger = Person(TelegramId(4001), "Eva", "de")
    await ChooseLanguage(cafe.database)(stranger, "en")
    assert (await cafe.meet(stranger)).customer is not None
    assert (await cafe.meet(MIA)).chosen_language is None


async def test_owners_hear_once_of_each_set_of_faulty_texts(cafe: Cafe) -> None:
    lines = [f"ru sentence-{number} long" for number in range(MOST_TOLD + 2)]
    for problems in (lines, list(reversed(lines)), [], ["ru animal choices"]):
        await TellTextProblems(cafe.database)(problems)
    told = cafe.rows("SELECT chat_id FROM deliveries WHERE dedupe_key LIKE 'texts:%'")
    assert told == [(ANNA.telegram_id,)] * 2


async def test_a_language_chosen_at_a_till_is_the_tills_and_nobodys_own(cafe: Cafe) -> None:
    await cafe.opens_till()
    await ChooseLanguage(cafe.database)(BEN, "ru")
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    assert (await ReadReader(cafe.database)(private(TILL))).language == "en", "whoever is on shift"
    await ChooseLanguage(cafe.database)(TILL, "et")
    assert (await cafe.meet(TILL)).chosen_language == "et"
    assert (await ReadReader(cafe.database)(private(TILL))).language == "et"
    assert (await cafe.meet(BEN)).chosen_language == "ru"
    await cafe.end_shift(TILL)
    assert (await ReadReader(cafe.database)(private(TILL))).language == "et"
