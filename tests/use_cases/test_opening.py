"""Opening a visit: by QR and by six digits, and what is refused.

Not here: confirming it.
"""

import asyncio
from datetime import timedelta

from loyalty.ids import MessageId, TillId
from loyalty.people import Cause
from loyalty.refusals import (
    CodeRanOut,
    NotStaff,
    OwnCode,
    Refused,
    TooManyStamps,
    TooManyWrongCodes,
    UnknownCode,
)
from loyalty.use_cases.visits.opening import LinkSecret, TypedCode
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, Cafe, private
from tests.refusing import refused


def wrong(digits: str, number: int) -> str:
    """Six digits that nobody shows."""
    return f"{(int(digits) + number) % 1_000_000:06d}"


async def wrong_codes(cafe: Cafe, count: int) -> None:
    shown = await cafe.shows(LEO)
    for number in range(1, count + 1):
        with refused(UnknownCode()):
            await cafe.types(BEN, wrong(shown.typed_code, number))


async def test_the_qr_the_digits_and_the_pair_code_are_one_showing(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    by_qr, by_digits = await cafe.scans(BEN, shown), await cafe.types(CARA, shown.typed_code)
    assert by_qr.visit.id == by_digits.visit.id
    assert by_qr.visit.pair_code == shown.pair_code
    assert by_digits.visit.opened_by == by_qr.visit.opened_by


async def test_fifty_uses_of_one_code_open_one_visit_and_all_see_it(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    results = await asyncio.gather(*(cafe.scans((BEN, CARA)[n % 2], shown) for n in range(50)))
    assert len({result.visit.id for result in results}) == 1
    assert cafe.number("SELECT COUNT(*) FROM visits") == 1
    assert {result.visit.state for result in results} == {VisitState.OPEN}


async def test_a_used_code_shown_again_gives_the_same_visit_with_its_result(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    visit = (await cafe.scans(BEN, shown)).visit
    await cafe.confirm_visit(BEN, visit.id, stamps=2)
    again = await cafe.scans(CARA, shown)
    assert (again.visit.id, again.visit.stamps) == (visit.id, 2)


async def test_digits_with_a_number_behind_them_confirm_at_once(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    result = await cafe.types(BEN, shown.typed_code, stamps=2)
    assert (result.visit.state, result.stamps) == (VisitState.CONFIRMED, 2)
    replayed = await cafe.types(BEN, shown.typed_code, stamps=2)
    assert (replayed.visit.id, replayed.stamps) == (result.visit.id, 2)


async def test_digits_with_too_great_a_number_leave_the_code_live(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    for stamps in (0, 100):
        with refused(TooManyStamps(99)):
            await cafe.types(BEN, shown.typed_code, stamps=stamps)
    assert cafe.rows("SELECT state FROM scans") == [("live",)]


async def test_only_staff_open_visits_and_a_stranger_learns_nothing_else(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    for stamps in (None, 1, 99):
        with refused(NotStaff()):
            await cafe.scans(LEO, shown, stamps=stamps)


async def test_someone_who_stopped_working_here_opens_and_confirms_nothing(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    shown = await cafe.shows(LEO)
    cafe.removes(BEN)
    with refused(NotStaff()):
        await cafe.scans(BEN, shown)
    with refused(NotStaff()):
        await cafe.confirm_visit(BEN, visit, stamps=1)
    assert (await cafe.card(MIA)).stamps == 0


async def test_unknown_digits_are_remembered(cafe: Cafe) -> None:
    await wrong_codes(cafe, 1)
    assert cafe.rows("SELECT r.kind, s.name FROM refusals r JOIN staff s ON s.id = r.staff_id") == [
        ("UnknownCode", "Ben")
    ]


async def test_five_wrong_codes_pause_one_barista_for_ten_minutes_and_no_other(cafe: Cafe) -> None:
    await wrong_codes(cafe, 5)
    shown = await cafe.shows(MIA)
    with refused(TooManyWrongCodes(cafe.clock.now() + timedelta(minutes=10))):
        await cafe.types(BEN, shown.typed_code)
    assert (await cafe.scans(BEN, shown)).customer_name == "Mia", "the camera still works"
    assert (await cafe.types(CARA, shown.typed_code)).customer_name == "Mia"
    cafe.later(minutes=10)
    assert (await cafe.types(BEN, (await cafe.shows(LEO)).typed_code)).customer_name == "Leo"


async def test_wrong_codes_of_a_time_to_come_pause_nobody_after_the_clock_went_back(cafe: Cafe) -> None:
    await wrong_codes(cafe, 5)
    cafe.later(days=-30)
    assert (await cafe.types(BEN, (await cafe.shows(LEO)).typed_code)).customer_name == "Leo"


async def test_fifty_wrong_codes_at_once_are_five_guesses(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    answers = await asyncio.gather(
        *(cafe.types(BEN, wrong(shown.typed_code, number)) for number in range(1, 51)), return_exceptions=True
    )
    refusals = [answer.refusal for answer in answers if isinstance(answer, Refused)]
    assert len(refusals) == 50
    assert sum(isinstance(refusal, UnknownCode) for refusal in refusals) == 5


async def test_four_wrong_codes_pause_nobody(cafe: Cafe) -> None:
    await wrong_codes(cafe, 4)
    assert (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code)).customer_name == "Mia"


async def test_nobody_opens_the_own_code_and_the_try_is_remembered(cafe: Cafe) -> None:
    shown = await cafe.shows(BEN)
    with refused(OwnCode()):
        await cafe.scans(BEN, shown)
    with refused(OwnCode()):
        await cafe.types(BEN, shown.typed_code)
    assert cafe.rows("SELECT DISTINCT kind FROM refusals WHERE customer_id IS NOT NULL") == [("OwnCode",)]
    assert (await cafe.scans(CARA, shown)).customer_name == "Ben"


async def test_nobody_stamps_the_own_card_in_a_visit_that_a_colleague_opened(cafe: Cafe) -> None:
    shown = await cafe.shows(BEN)
    visit = (await cafe.scans(CARA, shown)).visit.id
    with refused(OwnCode()):
        await cafe.scans(BEN, shown)
    with refused(OwnCode()):
        await cafe.confirm_visit(BEN, visit, stamps=6)
    await cafe.confirm_visit(CARA, visit, stamps=1)
    with refused(OwnCode()):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)
    assert (await cafe.card(BEN)).stamps == 1


async def test_digits_of_a_visit_long_past_mean_nobody_any_more(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await cafe.types(BEN, shown.typed_code, stamps=1)
    cafe.later(minutes=14)
    assert (await cafe.types(BEN, shown.typed_code)).customer_name == "Mia"
    cafe.later(minutes=1)
    with refused(CodeRanOut()):
        await cafe.types(BEN, shown.typed_code)
    cafe.later(hours=2)
    with refused(UnknownCode()):
        await cafe.types(BEN, shown.typed_code)


async def test_a_code_that_ran_out_on_the_customers_screen_is_no_wrong_guess(cafe: Cafe) -> None:
    stale = await cafe.shows(MIA)
    cafe.later(minutes=20)
    for _ in range(6):
        with refused(CodeRanOut()):
            await cafe.types(BEN, stale.typed_code)
    assert (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code)).customer_name == "Mia"


async def test_every_opening_puts_a_staff_card_into_the_chat_it_came_from(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await cafe.scans(BEN, shown)
    await cafe.scans(ANNA, shown)
    cards = "SELECT chat_id FROM screens WHERE kind = 'staff_card' ORDER BY chat_id"
    assert cafe.rows(cards) == [(ANNA.telegram_id,), (BEN.telegram_id,)]


async def test_a_message_that_is_handled_again_brings_no_second_staff_card(cafe: Cafe) -> None:
    code = TypedCode((await cafe.shows(MIA)).typed_code)
    for message in (7, 7, 8, 7):
        cause = Cause(private(BEN), MessageId(message))
        await cafe.open_visit(BEN, code, chat_id=private(BEN), cause=cause)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == 2, "one for each message"


async def test_five_wrong_codes_at_a_till_pause_it_under_whatever_name(cafe: Cafe) -> None:
    await cafe.opens_till()
    shown = await cafe.shows(MIA)
    for number in range(1, 6):
        await cafe.take_shift(TILL, cafe.staff_id((BEN, CARA)[number % 2]))
        with refused(UnknownCode(till_id=TillId(1))):
            await cafe.types(TILL, wrong(shown.typed_code, number))
    for person in (ANNA, BEN, CARA):
        await cafe.take_shift(TILL, cafe.staff_id(person))
        with refused(TooManyWrongCodes(cafe.clock.now() + timedelta(minutes=10))):
            await cafe.types(TILL, shown.typed_code)
    assert (await cafe.types(BEN, shown.typed_code)).customer_name == "Mia", "on the own phone: two only"


async def test_five_wrong_codes_on_the_own_phone_pause_the_same_person_at_a_till(cafe: Cafe) -> None:
    await cafe.opens_till()
    await wrong_codes(cafe, 5)
    await cafe.take_shift(TILL, cafe.staff_id(BEN))
    with refused(TooManyWrongCodes(cafe.clock.now() + timedelta(minutes=10))):
        await cafe.types(TILL, (await cafe.shows(MIA)).typed_code)


async def test_links_that_mean_nobody_are_remembered_and_pause_no_typing(cafe: Cafe) -> None:
    for number in range(6):
        with refused(UnknownCode(typed=False)):
            await cafe.open_visit(BEN, LinkSecret(f"faked{number}"), chat_id=private(BEN), cause=None)
    assert cafe.number("SELECT COUNT(*) FROM refusals WHERE kind = 'UnknownCode'") == 6
    assert (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code)).customer_name == "Mia"
