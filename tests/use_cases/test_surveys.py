"""Who is asked after which visit, and who is not.

Not here: what becomes of the answers (test_answering.py).
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from loyalty.campaigns import AspectTerms, SurveyTerms
from loyalty.ids import OperationId
from loyalty.ports import Transaction
from loyalty.questions import QuestionKind
from loyalty.refusals import UnknownCode
from loyalty.responses import is_sampled
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.house.receiving import NoteUnreachable
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.use_cases.listening import ASPECT, MAY, SURVEY, ListeningCafe
from tests.use_cases.posts import a_guest, customer_of

HOURS = timedelta(hours=1)


@pytest.fixture
async def here(cafe: Cafe) -> ListeningCafe:
    return await ListeningCafe.open(cafe)


# ------------------------------------------------------------------------- when


async def test_four_hours_after_the_third_visit_somebody_is_asked_once(here: ListeningCafe) -> None:
    await here.asks()
    third = await here.comes(MIA, 3)
    came = here.cafe.clock.now()
    await here.passes(hours=8)
    [survey] = here.of(MIA)
    assert survey.asked.visit_id == third
    assert timedelta(hours=4) <= survey.at - came <= timedelta(hours=4, minutes=45)
    assert here.cafe.rows("SELECT visits, aspect_id FROM invitations") == [(3, None)]


async def test_the_second_visit_is_too_early(here: ListeningCafe) -> None:
    await here.asks()
    await here.comes(MIA, 2)
    await here.passes(hours=20)
    assert not here.reached


async def test_a_visit_late_in_the_evening_is_asked_about_in_the_morning(here: ListeningCafe) -> None:
    await here.asks()
    await here.is_regular(MIA)
    here.cafe.clock.advance(10 * HOURS)
    await here.comes(MIA)  # at 19:00
    await here.until(MAY + timedelta(days=3, hours=2))
    [survey] = here.of(MIA)
    assert survey.at == MAY + timedelta(days=3, hours=1)  # at ten


async def test_a_night_is_one_run_and_leaves_nobody_out(here: ListeningCafe) -> None:
    await here.asks()
    guests = [a_guest(number) for number in range(8)]
    await here.is_regular(*guests)
    here.cafe.clock.advance(6 * HOURS)
    for guest in guests:  # from 15:00 on, so that most of them are due at night
        await here.comes(guest)
        await here.passes(minutes=30)
    await here.until(MAY + timedelta(days=3, hours=3))
    assert sorted(one.chat for one in here.reached) == [private(guest) for guest in guests]
    assert here.cafe.number("SELECT COUNT(*) FROM runs") <= 5


async def test_it_is_asked_later_if_the_owner_says_so(here: ListeningCafe) -> None:
    await here.asks(SurveyTerms(delay_hours=6))
    await here.comes(MIA, 3)
    await here.passes(hours=5, minutes=30)
    assert not here.reached
    await here.passes(hours=1, minutes=30)
    assert len(here.of(MIA)) == 1


async def test_who_comes_every_morning_is_asked_with_any_delay(here: ListeningCafe) -> None:
    """A little earlier each day: of 24 hours the next visit is always there before the last one is due."""
    await here.asks(SurveyTerms(delay_hours=24))
    here.day_comes()
    await here.decides(MIA)
    third = None
    for number in range(6):
        visit = await here.cafe.stamps(MIA, 1, by=BEN)
        third = visit if number == 2 else third
        await here.passes(hours=23, minutes=50)
    [survey] = here.of(MIA)
    assert survey.asked.visit_id == third, "of the second one nobody is asked, though a third has come"


async def test_a_visit_that_was_taken_back_is_not_asked_about(here: ListeningCafe) -> None:
    await here.asks()
    await here.is_regular(MIA)
    here.day_comes()
    kept = await here.comes(MIA)
    here.cafe.later(minutes=20)
    await here.cafe.undo_visit(BEN, await here.cafe.stamps(MIA, 1, by=BEN))
    await here.passes(hours=8)
    assert [survey.asked.visit_id for survey in here.of(MIA)] == [kept]


async def test_a_shorter_delay_loses_nobody(here: ListeningCafe) -> None:
    await here.asks(SurveyTerms(delay_hours=8))
    await here.is_regular(MIA, LEO)
    await here.comes(LEO)
    here.cafe.later(hours=1)
    await here.comes(MIA)
    await here.passes(hours=7, minutes=30)
    assert len(here.of(LEO)) == 1
    await here.asks(SurveyTerms(delay_hours=2))
    await here.passes(minutes=30)
    assert len(here.of(MIA)) == 1


async def test_nobody_is_asked_again_within_three_months(here: ListeningCafe) -> None:
    await here.asks()
    await here.is_asked(MIA)
    here.cafe.clock.advance(timedelta(days=80))
    await here.comes(MIA)
    await here.passes(hours=20)
    assert len(here.of(MIA)) == 1
    here.cafe.clock.advance(timedelta(days=12))
    await here.comes(MIA)
    await here.passes(hours=20)
    assert len(here.of(MIA)) == 2


async def test_nor_on_the_card_to_which_theirs_moved(here: ListeningCafe) -> None:
    """Mia loses her account; Leo's, which is her new one, has come twice before, and was never asked."""
    cafe = here.cafe
    await here.asks()
    await here.is_regular(LEO)
    await here.is_asked(MIA)
    old = cafe.last_operation()
    here.day_comes()
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    cafe.later(minutes=20)
    await cafe.move_account(ANNA, old, new, "lost it", chat_id=private(ANNA), cause=None)
    await here.passes(hours=20)
    assert not here.of(LEO)
    cafe.later(days=80)
    await here.comes(LEO)
    await here.passes(hours=20)
    assert not here.of(LEO)
    cafe.later(days=10)
    await here.comes(LEO)
    await here.passes(hours=20)
    assert len(here.of(LEO)) == 1


# ----------------------------------------------------------------------- downtime


async def test_what_was_missed_for_a_day_is_asked_when_the_bot_is_back(here: ListeningCafe) -> None:
    await here.asks()
    await here.comes(MIA, 3)
    here.cafe.clock.advance(timedelta(hours=28))
    await here.looks()
    assert len(here.of(MIA)) == 1


async def test_what_was_missed_for_more_than_two_days_is_not(here: ListeningCafe) -> None:
    await here.asks()
    await here.comes(MIA, 3)
    here.cafe.clock.advance(timedelta(hours=53))
    await here.looks()
    await here.passes(hours=6)
    assert not here.reached


async def test_a_bot_that_stops_between_planning_and_sending_asks_once(here: ListeningCafe) -> None:
    await here.asks()
    await here.comes(MIA, 3)
    here.cafe.clock.advance(timedelta(hours=5))
    await here.opening()
    await here.feeding()
    here.cafe.clock.advance(timedelta(hours=8))  # night: taken back
    await here.looks()
    assert not here.reached
    await here.passes(hours=14)
    assert len(here.of(MIA)) == 1
    assert here.cafe.number("SELECT COUNT(*) FROM invitations") == 1
    kinds = here.cafe.rows("SELECT kind FROM questions WHERE kind = 'survey'")
    assert kinds == [("survey",)]


async def test_what_was_handed_over_before_the_bot_was_away_over_night_is_asked_once(
    here: ListeningCafe,
) -> None:
    await here.asks()
    await here.come_and_wait(MIA)
    await here.opening()
    await here.feeding()
    here.cafe.later(hours=21)
    await here.looks()
    await here.passes(hours=30)
    assert len(here.of(MIA)) == 1
    assert here.cafe.number("SELECT COUNT(*) FROM invitations") == 1


async def test_it_takes_the_day_on_which_it_is_asked_and_leaves_the_other_one_free(
    here: ListeningCafe,
) -> None:
    await here.asks()
    await here.come_and_wait(MIA)
    handed_over = here.cafe.clock.now()
    await here.opening()
    await here.feeding()
    here.cafe.later(hours=21)
    await here.looks()
    assert len(here.of(MIA)) == 1
    assert not await is_free(here.cafe, here.cafe.clock.now())
    assert await is_free(here.cafe, handed_over)


async def test_it_is_left_out_when_something_else_is_asked_on_that_day(here: ListeningCafe) -> None:
    await here.asks()
    await here.come_and_wait(MIA)
    await here.opening()
    await here.feeding()
    here.cafe.later(hours=21)
    assert await is_free(here.cafe, here.cafe.clock.now())  # and is taken by this look
    await here.looks()
    assert not here.of(MIA)
    assert here.skipped() == {"asked": 1}


async def is_free(cafe: Cafe, moment: datetime) -> bool:
    """Whether Mia could be asked something else on that day; it takes the day."""
    mia = await customer_of(cafe, MIA)
    kind = QuestionKind.BIRTHDAY
    return None is not await cafe.database.write(
        lambda tx: tx.questions.ask(mia, kind, day=moment.date(), operation_id=None)
    )


async def test_what_was_handed_over_and_two_days_late_is_left_out_and_the_report_says_so(
    here: ListeningCafe,
) -> None:
    await here.asks()
    await here.come_and_wait(MIA)
    await here.opening()
    await here.feeding()
    here.cafe.later(hours=48)
    await here.passes(hours=6)
    assert not here.reached
    assert here.skipped() == {"late": 1}


async def test_a_run_that_waited_for_the_morning_and_was_missed_for_two_days_says_so(
    here: ListeningCafe,
) -> None:
    await here.asks()
    await here.is_regular(MIA)
    here.cafe.later(hours=10)
    await here.comes(MIA)  # at 19:00
    here.cafe.later(hours=4, minutes=30)
    await here.looks()
    assert here.cafe.rows("SELECT state FROM runs") == [("waiting",)]
    here.cafe.later(hours=60)
    await here.looks()
    assert not here.reached
    assert here.cafe.rows("SELECT state FROM runs") == [("missed",)]


async def test_visits_from_before_it_was_on_are_not_asked_about(here: ListeningCafe) -> None:
    await here.comes(MIA, 3)
    here.cafe.later(hours=1)
    await here.asks()
    await here.passes(hours=20)
    assert not here.reached


# ---------------------------------------------------------------------------- who


async def test_below_thirty_customers_nobody_is_asked(cafe: Cafe) -> None:
    here = await ListeningCafe.open(cafe, guests=28)
    await here.asks()
    await here.comes(MIA, 3)
    await here.passes(hours=6)
    assert not here.reached
    await here.cafe.join(LEO)
    await here.passes(hours=6)
    assert len(here.of(MIA)) == 1


async def test_of_none_per_cent_nobody_and_of_all_everybody(here: ListeningCafe) -> None:
    await here.asks(SurveyTerms(sample=0))
    await here.is_regular(MIA, LEO)
    await here.comes(MIA)
    await here.passes(hours=6)
    assert not here.reached
    await here.asks(SurveyTerms(sample=100))
    await here.comes(LEO)
    await here.passes(hours=6)
    assert len(here.of(LEO)) == 1


async def test_half_of_the_visits_are_drawn_by_their_numbers_and_none_twice(here: ListeningCafe) -> None:
    guests = [a_guest(number) for number in range(30)]
    await here.is_regular(*guests)
    campaign_id = await here.asks(SurveyTerms(sample=50))
    here.cafe.later(minutes=1)
    visits = [await here.comes(guest) for guest in guests]
    await here.passes(hours=9)
    drawn = [visit for visit in visits if is_sampled(campaign_id, visit, 50)]
    assert 5 < len(drawn) < 25
    assert [one.asked.visit_id for one in here.reached] == drawn, "whoever served them, and however"


async def test_who_muted_it_froze_the_card_or_blocked_us_is_not_asked(here: ListeningCafe) -> None:
    await here.asks()
    muted, frozen, blocked, forgotten = (a_guest(number) for number in range(4))
    await here.is_regular(muted, frozen, blocked, forgotten)
    for guest in (muted, frozen, blocked, forgotten):
        await here.comes(guest)
    await SetWish(here.cafe.database)(muted, Purpose.SURVEYS, on=False, language="en")
    reward = await here.cafe.fills(frozen)
    visit = (await here.cafe.scans(BEN, await here.cafe.shows(frozen, reward_id=reward))).visit.id
    await here.cafe.offers(BEN, visit, reward)
    await here.cafe.freeze_card(frozen, here.cafe.last_operation())
    await NoteUnreachable(here.cafe.database)(blocked.telegram_id, "blocked")
    await ForgetPerson(here.cafe.database)(forgotten)
    await here.passes(hours=8)
    assert not here.reached


async def test_who_works_here_is_no_customer_to_ask_and_who_did_is(here: ListeningCafe) -> None:
    await here.asks()
    await here.cafe.hires_manager()
    await here.is_regular(MAX)
    here.day_comes()
    await here.comes(MAX)
    await here.passes(hours=8)
    assert not here.of(MAX)
    with here.cafe.raw() as connection:
        connection.execute("UPDATE staff SET removed_at = created_at WHERE name = 'Max'")
    here.day_comes()
    await here.comes(MAX)
    await here.passes(hours=8)
    assert len(here.of(MAX)) == 1


async def test_nor_who_does_so_while_the_question_is_on_its_way(here: ListeningCafe) -> None:
    await here.asks()
    muted, forgotten, undone, frozen = (a_guest(number) for number in range(4))
    await here.is_regular(muted, forgotten, undone, frozen)
    visits = [await here.comes(guest) for guest in (muted, forgotten, undone)]
    reward = await here.cafe.fills(frozen)
    visit = (await here.cafe.scans(BEN, await here.cafe.shows(frozen, reward_id=reward))).visit.id
    await here.cafe.offers(BEN, visit, reward)
    handed_over = here.cafe.last_operation()
    here.cafe.later(minutes=20)
    await here.cafe.expire_due()
    here.cafe.clock.advance(timedelta(hours=5))
    await here.opening()
    await here.feeding()
    assert here.cafe.number("SELECT COUNT(*) FROM recipients WHERE state = 'queued'") == 4
    await here.cafe.freeze_card(frozen, handed_over)
    await SetWish(here.cafe.database)(muted, Purpose.SURVEYS, on=False, language="en")
    await ForgetPerson(here.cafe.database)(forgotten)
    receipt = here.cafe.number("SELECT MIN(id) FROM operations WHERE visit_id = ?", visits[2])
    await here.cafe.take_back(ANNA, OperationId(receipt), "mistake", chat_id=private(ANNA), cause=None)
    await here.looks()
    assert not here.reached


# ------------------------------------------------------------------- never too much


async def test_on_a_day_with_another_question_nobody_is_asked(here: ListeningCafe) -> None:
    await here.asks()
    for _ in range(3):  # the receipt of the second visit asks for the birthday, that of the third for offers
        await here.cafe.stamps(MIA, 1)
        here.cafe.clock.advance(timedelta(hours=24))
    here.cafe.clock.advance(timedelta(hours=-24))
    assert here.cafe.number("SELECT COUNT(*) FROM questions WHERE kind = 'offers'") == 1
    await here.passes(hours=8)
    assert not here.reached
    assert here.skipped() == {"asked": 1}


async def test_nor_after_a_refusal_on_that_day(here: ListeningCafe) -> None:
    await here.asks()
    await here.is_regular(MIA)
    await here.comes(MIA)
    await refuse(here.cafe)
    await here.passes(hours=8)
    assert not here.of(MIA)
    assert here.skipped() == {"overtaken": 1}


async def refuse(cafe: Cafe) -> None:
    """Something is refused to Mia."""
    mia = await customer_of(cafe, MIA)
    await cafe.database.write(lambda tx: tx.refusals.add(UnknownCode(), staff_id=None, customer_id=mia))


async def ask(cafe: Cafe) -> None:
    """A receipt asks Mia something."""
    assert await is_free(cafe, cafe.clock.now())


@pytest.mark.parametrize(("of_today", "reason"), [(ask, "asked"), (refuse, "overtaken")])
async def test_a_card_that_moved_brings_its_question_and_its_refusal_of_the_day(
    here: ListeningCafe, of_today: Callable[[Cafe], Awaitable[None]], reason: str
) -> None:
    """Leo's account is the new one of Mia, who was asked or refused something this morning."""
    cafe = here.cafe
    await here.asks()
    await here.is_regular(LEO)
    here.day_comes()
    await here.comes(MIA)
    old = cafe.last_operation()
    await of_today(cafe)
    await cafe.stamps(LEO, 1)
    new = cafe.last_operation()
    cafe.later(minutes=20)
    await cafe.move_account(ANNA, old, new, "lost it", chat_id=private(ANNA), cause=None)
    await here.passes(hours=8)
    assert not here.of(LEO)
    assert set(here.skipped()) == {reason}


async def test_two_kinds_never_ask_on_one_day(here: ListeningCafe) -> None:
    await here.asks()
    await here.asks(AspectTerms())
    await here.is_regular(MIA)
    await here.comes(MIA)
    await here.passes(hours=8)
    assert len(here.reached) == 1
    days = here.cafe.rows("SELECT customer_id, day, COUNT(*) FROM questions GROUP BY customer_id, day")
    assert all(count == 1 for _, _, count in days)


# -------------------------------------------------------------------------- aspects


async def test_aspects_come_in_turn_and_once_a_month(here: ListeningCafe) -> None:
    await here.asks(AspectTerms())
    await here.is_regular(MIA)
    for _ in range(10):
        await here.comes(MIA)
        await here.passes(hours=12)
        here.cafe.clock.advance(timedelta(days=16))
    asked = [one.asked.aspect_id for one in here.of(MIA, ASPECT)]
    assert len(asked) == 5
    assert len(set(asked[:4])) == 4
    assert asked[4] == asked[0]


async def test_an_aspect_waits_for_two_weeks_after_a_survey(here: ListeningCafe) -> None:
    await here.asks()
    await here.is_regular(MIA)
    await here.comes(MIA)
    await here.passes(hours=8)
    assert len(here.of(MIA, SURVEY)) == 1
    await here.asks(AspectTerms())
    here.cafe.clock.advance(timedelta(days=10, hours=-8))
    await here.comes(MIA)
    await here.passes(hours=8)
    assert not here.of(MIA, ASPECT)
    here.cafe.clock.advance(timedelta(days=5, hours=-8))
    await here.comes(MIA)
    await here.passes(hours=8)
    assert len(here.of(MIA, ASPECT)) == 1


async def test_an_aspect_that_was_taken_off_meanwhile_is_not_asked_about(here: ListeningCafe) -> None:
    await here.asks(AspectTerms())
    await here.is_regular(MIA)
    await here.comes(MIA)
    here.cafe.clock.advance(timedelta(hours=5))
    await here.opening()
    await here.feeding()

    def off(tx: Transaction) -> None:
        for aspect in tx.aspects.find_asked():
            tx.aspects.take_off(aspect.id)

    await here.cafe.database.write(off)
    await here.looks()
    assert not here.reached
