"""Bills and points beside limits, joining, leaving, vouchers and flags.

Not here: each of them by itself.
"""

import asyncio
from pathlib import Path

import pytest

from handlers.drawings.staff_buttons import place_buttons
from handlers.texts import Texts
from loyalty.ids import FlagId, TelegramId, VisitId
from loyalty.limits import Reason
from loyalty.people import Person
from loyalty.programs import Collects
from loyalty.refusals import Refused
from tests.counter import ANNA, BEN, MIA, Cafe, secret_of, settle_staff
from tests.handlers.desk import open_desk

NEW = Person(TelegramId(2077), "Mia again", "en")


def dump(cafe: Cafe) -> str:
    with cafe.raw() as connection:
        return "\n".join(connection.iterdump())


async def test_points_do_not_pay_for_a_bill_that_was_never_booked(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH, staff_alone=True)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=6, bill="99")
    cafe.later(minutes=20)
    for _ in range(2):
        await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="1")
        cafe.later(minutes=20)
    before = (await cafe.card(MIA)).points
    # The fourth of the day: the bill is kept until somebody says why, and nobody does.
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    assert not visit.booked
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit.id, (await cafe.card(MIA)).rewards[-1].id)
    cafe.later(minutes=2)
    await cafe.expire_due()
    with pytest.raises(Refused):
        await cafe.offer_spending(BEN, visit.id)
    assert (await cafe.card(MIA)).points == before


async def test_a_bill_that_was_typed_is_not_lost_when_its_visit_joins_another(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    for _ in range(2):
        await cafe.stamps(MIA, 1)
        cafe.later(minutes=20)
    first = await cafe.stamps(MIA, 1)
    cafe.later(minutes=5)
    second = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    assert (second.amount, second.booked) == (1000, False)
    await cafe.join_visit(BEN, second.id, to=first)
    await cafe.join_visit(BEN, second.id, to=first)  # an impatient second tap
    card = await cafe.card(MIA)
    assert (card.stamps, card.points) == (4, 1000 * 5)


async def test_a_second_bill_joins_no_visit_and_is_a_second_round(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.BOTH)
    for _ in range(2):
        await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="1")
        cafe.later(minutes=20)
    first = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="1")).visit
    cafe.later(minutes=5)
    facts = await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")
    labels = [
        one.label for row in place_buttons(facts, Texts().in_language("en"), adding=False) for one in row
    ]
    assert not [label for label in labels if label.startswith("Add to the visit")]
    with pytest.raises(Refused):
        await cafe.join_visit(BEN, facts.visit.id, to=first.id)
    await cafe.confirm_visit(BEN, facts.visit.id, stamps=1, reason=Reason.SECOND_ROUND)
    assert (await cafe.card(MIA)).points == (3 * 100 + 1000) * 5


async def test_a_cafe_of_points_gives_no_stamp_by_joining(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    first = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="1")).visit
    cafe.later(minutes=2)
    second = await cafe.serves(MIA)
    with pytest.raises(Refused):
        await cafe.join_visit(BEN, second, to=first.id)
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_vouchers_visit_takes_no_further_stamps(cafe: Cafe) -> None:
    printed = await cafe.print_vouchers(ANNA, 1, cause=None)
    await cafe.collect_voucher(MIA, secret_of(printed.payloads[0]))
    visit = VisitId(cafe.number("SELECT MAX(id) FROM visits"))
    with pytest.raises(Refused):
        await cafe.add_to_visit(BEN, visit, stamps=3, add=1)


async def test_points_asked_for_by_somebody_who_left_are_not_taken(cafe: Cafe) -> None:
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="99")
    cafe.later(minutes=20)
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    await cafe.offer_spending(BEN, visit.id)
    offer = cafe.newest_spending()
    await cafe.remove_staff(ANNA, cafe.staff_id(BEN))
    with pytest.raises(Refused):
        await cafe.answer_spending(MIA, offer, agreed=True)
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'visit_spend'") == 0


async def test_a_bill_that_was_never_booked_opens_no_way_around_the_days_limit(cafe: Cafe) -> None:
    """Paid with points, the visit counts as booked, and stamps join what no limit has judged."""
    await cafe.change_rules(ANNA, collects=Collects.BOTH, staff_alone=True)
    await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, stamps=6, bill="99")
    cafe.later(minutes=20)
    for _ in range(2):
        await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="1")
        cafe.later(minutes=20)
    visit = (await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="10")).visit
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit.id, (await cafe.card(MIA)).rewards[-1].id)
    cafe.later(minutes=2)
    await cafe.expire_due()
    with pytest.raises(Refused):
        await cafe.offer_spending(BEN, visit.id)
    with pytest.raises(Refused):
        await cafe.add_to_visit(BEN, visit.id, stamps=1, add=1)  # the fourth of the day, nobody said why
    assert cafe.number("SELECT COUNT(*) FROM operations WHERE kind = 'visit_add'") == 0


async def test_a_code_that_slipped_is_no_answer_about_a_flag(tmp_path: Path) -> None:
    await asyncio.to_thread(settle_staff, tmp_path)
    async with open_desk(tmp_path) as desk:
        await desk.cafe.stamps(MIA, 8)
        flag = FlagId(desk.cafe.number("SELECT MAX(id) FROM flags"))
        await desk.cafe.decide_flag(ANNA, flag, asked=True)
        ben = await desk.joins(BEN)
        await desk.handles_all()
        for slip in ("41830", "4183022", "418302 +", "4410 273 +2"):
            await ben.says(slip)
            await desk.handles_all()
            assert desk.cafe.rows("SELECT state FROM flags") == [("asked",)], slip


async def test_a_kept_bill_of_a_points_cafe_has_a_button(cafe: Cafe) -> None:
    """The fourth of the day, minutes after the third, in a cafe without usual amounts."""
    await cafe.change_rules(ANNA, collects=Collects.POINTS)
    for _ in range(3):
        await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="2")
        cafe.later(minutes=20)
    cafe.later(minutes=-15)
    facts = await cafe.types(BEN, (await cafe.shows(MIA)).typed_code, bill="3,50")
    assert (facts.visit.amount, facts.visit.booked) == (350, False)
    rows = place_buttons(facts, Texts().in_language("en"), adding=False)
    assert [button.label for row in rows for button in row] != ["Not now"]
