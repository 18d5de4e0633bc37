"""Birthdays over the years: each greeting once, on its day, and its gift once, in its time.

Not here: telling the date (test_birthdays.py), and how a greeting looks.
"""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from loyalty.campaigns import CampaignKind, CampaignState
from loyalty.ids import OperationId
from loyalty.refusals import NumberOutOfRange, Refused, WordsChanged
from loyalty.standing_times import Timing
from loyalty.use_cases.campaigns.standing import SwitchStanding
from loyalty.wishes import Purpose
from tests import books
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, private
from tests.use_cases.goodbyes import forgets
from tests.use_cases.post_office import PostOffice
from tests.use_cases.posts import a_guest
from tests.use_cases.standing import CAKE, StandingCafe, a_standing_cafe

BIRTHDAY = CampaignKind.BIRTHDAY
APRIL = datetime(2027, 4, 1, 9, tzinfo=UTC)


async def birthdays(cafe: Cafe, *, gift: bool = True) -> StandingCafe:
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY, item=CAKE if gift else None)
    return here


async def test_nothing_is_on_before_its_words_were_read(cafe: Cafe) -> None:
    here = await StandingCafe.open(cafe, APRIL)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 4, tzinfo=UTC), step=timedelta(hours=6))
    assert not here.reached
    view = await here.switches_on(BIRTHDAY)
    await here.switches_off(BIRTHDAY)
    await here.writes(BIRTHDAY, "Something else")
    with pytest.raises(Refused) as refused:
        await SwitchStanding(cafe.database)(ANNA, BIRTHDAY, on=True, read=view.words)
    assert refused.value.refusal == WordsChanged()


async def test_the_gift_is_there_in_the_morning_and_the_greeting_at_eleven(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 4, 1, tzinfo=UTC), step=timedelta(hours=12))
    [held] = (await cafe.card(MIA)).rewards
    assert (held.item, held.expires_at) == (CAKE, datetime(2027, 5, 18, 4, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC))
    assert not here.reached
    await here.until(datetime(2027, 5, 3, 11, 0, tzinfo=UTC))
    assert here.of(MIA, BIRTHDAY) == ["2027-05-03T11:00"]
    await here.until(datetime(2027, 5, 20, tzinfo=UTC), step=timedelta(hours=5))
    assert len(here.reached) == 1


async def test_the_owner_sets_the_hour_and_it_holds_on_receipts_and_by_itself(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    for customer in (MIA, LEO):
        await here.tells(customer, 5, 3)
    view = await here.times(Timing.HOUR, 16)
    assert view.campaign.state is CampaignState.ON, "its words are those that were read"
    await here.nears(datetime(2027, 5, 3, 14, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, 14, tzinfo=UTC), step=timedelta(hours=3))
    await here.comes(LEO)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert here.of(MIA, BIRTHDAY) == ["2027-05-03T16:00"]
    assert [one.on_receipt for one in here.reached if one.chat == private(LEO)] == [True]


async def test_the_hour_without_a_gift_and_on_the_very_day(cafe: Cafe) -> None:
    here = await birthdays(cafe, gift=False)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 10, 30, tzinfo=UTC), step=timedelta(hours=5))
    await here.times(Timing.HOUR, 13)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC), step=timedelta(minutes=30))
    assert here.of(MIA, BIRTHDAY) == ["2027-05-03T13:00"]


@pytest.mark.parametrize(
    ("hour", "quiet", "greeted"), [(19, (18, 10), 17), (11, (20, 12), 12), (19, (18, 0), 17)]
)
async def test_an_hour_that_became_quiet_gives_way_to_an_open_one_of_its_day(
    cafe: Cafe, hour: int, quiet: tuple[int, int], greeted: int
) -> None:
    """The opening of that day; the last open hour when the next opening is on another one."""
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.times(Timing.HOUR, hour)
    await cafe.change_rules(ANNA, quiet_from=quiet[0], quiet_until=quiet[1])
    await here.nears(datetime(2027, 5, 4, 12, tzinfo=UTC))
    await here.until(datetime(2027, 5, 4, 12, tzinfo=UTC), step=timedelta(hours=1))
    assert here.of(MIA, BIRTHDAY) == [f"2027-05-03T{greeted}:00"]


@pytest.mark.parametrize("hour", [3, 9, 20, 24])
async def test_no_quiet_hour_can_be_set(cafe: Cafe, hour: int) -> None:
    here = await birthdays(cafe)
    with pytest.raises(Refused) as refused:
        await here.times(Timing.HOUR, hour)
    assert refused.value.refusal == NumberOutOfRange(least=10, most=19)


async def test_who_comes_before_eleven_reads_it_on_the_first_receipt_alone(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 8, tzinfo=UTC), step=timedelta(hours=12))
    await here.comes(MIA)
    cafe.later(minutes=40)
    await here.comes(MIA)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert [(one.at, one.on_receipt) for one in here.reached] == [("2027-05-03T09:40", True)]
    assert cafe.number("SELECT COUNT(*) FROM rewards WHERE cost = 0") == 1


async def test_the_gift_had_without_a_purchase_brings_the_greeting_too(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 8, tzinfo=UTC), step=timedelta(hours=12))
    [held] = (await cafe.card(MIA)).rewards
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=held.id))).visit
    await cafe.offers(BEN, visit.id, held.id)
    await here.delivers()
    assert [one.on_receipt for one in here.reached] == [True]


async def test_a_birthday_told_too_late_counts_from_the_year_after(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 4, 1)
    await here.tells(LEO, 4, 14)
    await here.until(datetime(2027, 4, 20, tzinfo=UTC), step=timedelta(hours=3))
    assert not here.reached
    assert not cafe.rows("SELECT id FROM rewards")


async def test_after_an_outage_the_gift_comes_within_its_days_and_no_greeting(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.tells(LEO, 4, 20)
    await here.until(datetime(2027, 4, 19, 12, tzinfo=UTC), step=timedelta(hours=12))
    cafe.clock.advance(datetime(2027, 5, 5, 2, tzinfo=UTC) - cafe.clock.now())  # at night
    await here.looks()
    assert not cafe.rows("SELECT id FROM rewards")
    await here.until(datetime(2027, 5, 5, 12, tzinfo=UTC))
    assert not here.reached
    assert [len((await cafe.card(one)).rewards) for one in (MIA, LEO)] == [1, 0]
    assert cafe.rows("SELECT state FROM runs WHERE occurrence = '2027-05-03'") == [("missed",)]


async def test_muted_means_no_greeting_and_no_gift(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    for customer in (MIA, LEO):
        await here.tells(customer, 5, 3)
    await here.wishes(MIA, Purpose.BIRTHDAY, on=False)
    await here.until(datetime(2027, 5, 4, tzinfo=UTC), step=timedelta(hours=4))
    assert [one.chat for one in here.reached] == [private(LEO)]
    assert not (await cafe.card(MIA)).rewards


async def test_a_date_that_was_changed_brings_no_second_gift_within_a_year(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 12, 1)
    cafe.clock.advance(datetime(2027, 11, 30, 9, tzinfo=UTC) - cafe.clock.now())
    await here.until(datetime(2027, 12, 2, tzinfo=UTC), step=timedelta(hours=5))
    assert len((await cafe.card(MIA)).rewards) == 1
    cafe.clock.advance(datetime(2028, 4, 2, 9, tzinfo=UTC) - cafe.clock.now())
    await here.looks()
    await here.tells(MIA, 5, 3)  # a year after it was told first
    cafe.clock.advance(datetime(2028, 5, 2, 9, tzinfo=UTC) - cafe.clock.now())
    await here.until(datetime(2028, 5, 4, tzinfo=UTC), step=timedelta(hours=5))
    assert len(here.of(MIA, BIRTHDAY)) == 2
    assert cafe.number("SELECT COUNT(*) FROM rewards") == 1


async def test_who_is_forgotten_in_the_morning_hears_nothing_at_eleven(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 8, tzinfo=UTC), step=timedelta(hours=12))
    await forgets(cafe, MIA)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert not here.reached


async def test_a_greeting_that_lay_ahead_when_the_bot_died_does_not_come_the_day_after(cafe: Cafe) -> None:
    office = PostOffice(cafe)
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC), step=timedelta(hours=12))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    cafe.later(days=1)
    claimed = await office.claims()
    if claimed is not None:
        assert not await office.arrives(claimed), "a greeting on the wrong day"


async def test_a_card_that_moves_on_its_birthday_brings_no_second_gift(cafe: Cafe) -> None:
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY, item=CAKE)
    await here.tells(MIA, 5, 3)
    await cafe.card(LEO)
    await here.nears(datetime(2027, 5, 3, 11, 30, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, 11, 30, tzinfo=UTC), step=timedelta(hours=1.5))
    assert len(here.reached) == 1
    await cafe.hires_manager()
    await cafe.stamps(MIA, 1, by=BEN)
    old = cafe.last_operation()
    await cafe.stamps(LEO, 1, by=BEN)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)
    await here.until(datetime(2027, 5, 4, 12, tzinfo=UTC))
    assert len([one for one in (await cafe.card(LEO)).rewards if not one.cost]) == 1


@pytest.mark.parametrize("hour", [9, 12])
async def test_a_card_that_moves_on_its_birthday_is_greeted_once(cafe: Cafe, hour: int) -> None:
    """By itself before it moves, on the receipt after; or on the receipt, and by itself after."""
    here = await birthdays(cafe, gift=False)
    await here.tells(MIA, 5, 3)
    await cafe.card(LEO)
    await cafe.hires_manager()
    await here.nears(datetime(2027, 5, 3, hour, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, hour, tzinfo=UTC), step=timedelta(hours=1.5))
    old = await here.comes(MIA)
    await cafe.stamps(LEO, 1, by=BEN)
    await here.delivers()
    assert len(here.of(MIA, BIRTHDAY)) == 1
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)
    await here.until(datetime(2027, 5, 3, hour + 1, tzinfo=UTC))
    await here.comes(LEO)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert not here.of(LEO, BIRTHDAY)


async def test_a_card_that_moves_before_its_greeting_is_greeted_in_the_new_chat(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    old = await here.comes(MIA)
    await cafe.stamps(LEO, 1, by=BEN)
    await cafe.hires_manager()
    await here.until(datetime(2027, 5, 3, 9, tzinfo=UTC), step=timedelta(hours=12))
    new = cafe.number("SELECT MAX(o.id) FROM operations o WHERE o.kind = 'visit'")
    await cafe.move_account(MAX, old, OperationId(new), "lost", chat_id=private(MAX), cause=None)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert [len(here.of(one, BIRTHDAY)) for one in (MIA, LEO)] == [0, 1]


async def test_a_greeting_of_another_date_that_came_with_a_card_takes_no_birthday_away(cafe: Cafe) -> None:
    """Mia's card, greeted in May, comes onto Leo's, whose own birthday is in August."""
    here = await birthdays(cafe, gift=False)
    await here.tells(MIA, 5, 3)
    await here.tells(LEO, 8, 3)
    await cafe.hires_manager()
    await here.nears(datetime(2027, 5, 3, 12, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, 12, tzinfo=UTC), step=timedelta(hours=3))
    old = await here.comes(MIA)
    await cafe.stamps(LEO, 1, by=BEN)
    await cafe.move_account(MAX, old, cafe.last_operation(), "lost", chat_id=private(MAX), cause=None)
    await here.nears(datetime(2027, 8, 4, 9, tzinfo=UTC))
    await here.until(datetime(2027, 8, 4, 9, tzinfo=UTC), step=timedelta(hours=3))
    assert [at[:10] for at in here.of(LEO, BIRTHDAY)] == ["2027-08-03"]


@pytest.mark.parametrize("gift", [True, False])
@pytest.mark.parametrize("comes", [True, False])
async def test_a_card_that_moves_while_its_greeting_is_under_way_is_greeted_in_the_new_chat(
    cafe: Cafe, gift: bool, comes: bool
) -> None:
    """On the next receipt, or by itself."""
    here = await birthdays(cafe, gift=gift)
    await here.tells(MIA, 5, 3)
    old, new = await here.comes(MIA), await here.comes(LEO)
    await cafe.hires_manager()
    await here.nears(datetime(2027, 5, 3, 10, 59, tzinfo=UTC))
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC), step=timedelta(hours=3))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE lane = 'bulk' AND state = 'pending'") == 1
    await cafe.move_account(MAX, old, new, "lost", chat_id=private(MAX), cause=None)
    assert not cafe.rows("SELECT id FROM deliveries WHERE lane = 'bulk' AND state = 'pending'")
    cafe.later(minutes=30)
    if comes:
        await here.comes(LEO)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert [len(here.of(one, BIRTHDAY)) for one in (MIA, LEO)] == [0, 1]
    assert [one.on_receipt for one in here.reached] == [comes]
    assert len([one for one in (await cafe.card(LEO)).rewards if not one.cost]) == gift


async def test_who_is_forgotten_after_the_gift_and_comes_back_gets_no_second_one_that_year(
    cafe: Cafe,
) -> None:
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY, item=CAKE)
    await here.tells(MIA, 3, 25)
    cafe.clock.advance(datetime(2028, 3, 24, 9, tzinfo=UTC) - cafe.clock.now())
    await here.until(datetime(2028, 3, 25, 12, tzinfo=UTC))
    assert len((await cafe.card(MIA)).rewards) == 1
    await here.until(datetime(2028, 4, 2, 12, tzinfo=UTC), step=timedelta(hours=12))
    await forgets(cafe, MIA)
    await here.tells(MIA, 4, 20)
    await here.until(datetime(2028, 4, 21, 12, tzinfo=UTC), step=timedelta(hours=3))
    assert not (await cafe.card(MIA)).rewards


async def test_a_clock_that_was_years_ahead_for_a_moment_does_not_silence_what_goes_out_by_itself(
    cafe: Cafe,
) -> None:
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY)
    await here.tells(MIA, 5, 3)
    await here.looks()
    cafe.clock.advance(timedelta(days=700))
    await here.looks()
    cafe.clock.advance(timedelta(days=-700))
    await here.until(datetime(2027, 5, 3, 12, tzinfo=UTC), step=timedelta(hours=6))
    assert here.of(MIA, BIRTHDAY) == ["2027-05-03T12:00"]


async def test_switched_off_means_that_nothing_more_goes_out(cafe: Cafe) -> None:
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY, item=CAKE)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 9, tzinfo=UTC), step=timedelta(hours=12))
    await here.switches_off(BIRTHDAY)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert not here.reached


async def test_switched_off_in_the_middle_stops_what_lies_ahead(cafe: Cafe) -> None:
    office = PostOffice(cafe)
    here = await StandingCafe.open(cafe, APRIL)
    await here.switches_on(BIRTHDAY)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC), step=timedelta(hours=12))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    await here.switches_off(BIRTHDAY)
    claimed = await office.claims()
    if claimed is not None:
        assert not await office.arrives(claimed)


async def test_switched_on_again_the_same_day_it_goes_on_where_it_was(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    for customer in (MIA, LEO):
        await here.tells(customer, 5, 3)
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC), step=timedelta(hours=12))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    await here.switches_off(BIRTHDAY)
    await here.until(datetime(2027, 5, 3, 13, tzinfo=UTC))
    assert not here.reached
    await here.switches_on(BIRTHDAY)
    await here.until(datetime(2027, 5, 3, 19, tzinfo=UTC))
    assert sorted(one.at for one in here.reached) == ["2027-05-03T14:00"] * 2


async def test_switched_on_again_the_day_after_nobody_is_greeted_late(cafe: Cafe) -> None:
    here = await birthdays(cafe)
    await here.tells(MIA, 5, 3)
    await here.until(datetime(2027, 5, 3, 10, 59, tzinfo=UTC), step=timedelta(hours=12))
    cafe.later(minutes=1)
    await here.opening()
    await here.feeding()
    await here.switches_off(BIRTHDAY)
    await here.until(datetime(2027, 5, 4, 9, tzinfo=UTC))
    await here.switches_on(BIRTHDAY)
    await here.until(datetime(2027, 5, 4, 19, tzinfo=UTC))
    assert not here.reached


@pytest.mark.parametrize(
    ("zone", "march"),
    [("Europe/Tallinn", False), ("Pacific/Kiritimati", True), ("America/Los_Angeles", False)],
)
async def test_years_with_leap_days_summer_time_and_clocks_that_step(
    tmp_path: Path, zone: str, march: bool
) -> None:
    """29 February, New Year, both nights of summer time: each once a year, at eleven, on its day."""
    wall = ZoneInfo(zone)
    here = await a_standing_cafe(tmp_path, datetime(2026, 12, 1, 12, tzinfo=wall), zone=zone)
    days = {0: (12, 31), 1: (1, 1), 2: (2, 28), 3: (2, 29), 4: (3, 1), 5: (3, 14), 6: (3, 28), 7: (11, 1)}
    guests = {number: a_guest(number) for number in days}
    if march:
        await here.leaps_on_march()
    await here.switches_on(BIRTHDAY, item=CAKE, days=3)
    for number, (month, day) in days.items():
        await here.tells(guests[number], month, day)
    for year in (2026, 2027, 2028):
        for month, day in ((12, 30), (2, 27), (3, 12), (3, 26), (10, 30)):
            begins = datetime(year + (month != 12), month, day, 1, tzinfo=wall)
            here.cafe.clock.advance(begins - here.cafe.clock.now())
            for step in range(27):
                here.cafe.clock.advance(timedelta(hours=4))
                await here.looks()
                if step % 5 == 4:  # it is set back, and goes on
                    here.cafe.clock.advance(timedelta(minutes=-90))
                    await here.looks()
    for number, (month, day) in days.items():
        kept = [date.fromisoformat(at[:10]) for at in here.of(guests[number], BIRTHDAY)]
        assert kept == _expected(month, day, march=march), (month, day)
    assert all("T11:00" <= one.at[10:] < "T20:00" for one in here.reached)
    await here.cafe.close()
    books.check(here.cafe.file(), deep=True)


def _expected(month: int, day: int, *, march: bool) -> list[date]:
    years = (2026, 2027, 2028) if month == 12 else (2027, 2028, 2029)
    if (month, day) != (2, 29):
        return [date(year, month, day) for year in years]
    common = (3, 1) if march else (2, 28)
    return [date(2027, *common), date(2028, 2, 29), date(2029, *common)]
