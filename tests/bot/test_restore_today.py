"""A backup restored, and what today knows better: who was forgotten, removed or demoted since, and the chat.

Not here: what comes back, and what may not live again (test_restore.py).
"""

import shutil
from datetime import timedelta
from pathlib import Path

from bot.erasures import ErasureKeeper
from bot.safekeeping_commands import say_restored
from loyalty.campaigns import CampaignKind, RecurringTerms
from loyalty.ids import ChatId, TillId, UpdateId
from loyalty.inbox import NewUpdate
from loyalty.people import Person
from loyalty.refusals import NotStaff
from loyalty.runs import RecipientState, RunState
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.customers.forgetting import ForgetPerson
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from loyalty.wishes import Purpose
from storage import erasures
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, CARA, LEO, MAX, MIA, TILL, Cafe, secret_of
from tests.refusing import refused
from tests.use_cases.post_office import PostOffice
from tests.use_cases.standing import CAKE, StandingCafe

GROUP = ChatId(-500)


async def an_hour_later_forgets(house: House, cafe: Cafe, *people: Person) -> None:
    house.clock.advance(timedelta(hours=1))
    for person in people:
        await ForgetPerson(cafe.database)(person)
    await ErasureKeeper(cafe.database, house.folder).keep_list()


async def restored_elsewhere(house: House, file: Path, folder: Path) -> House:
    """Another machine, to which somebody took the backup and the list of erasures."""
    elsewhere = House(folder, house.clock)
    elsewhere.folder.mkdir()
    shutil.copy(house.folder / erasures.FILE_NAME, elsewhere.folder)
    await elsewhere.restores(Path(shutil.copy(file, folder.parent / "copy.sqlite3")))
    return elsewhere


def works(house: House, person: Person) -> list[tuple[object, ...]]:
    return house.rows(f"SELECT role FROM staff WHERE telegram_id = {person.telegram_id}")


async def test_staff_without_a_card_who_were_forgotten_stay_so_elsewhere(
    house: House, tmp_path: Path
) -> None:
    cafe = await house.opens()
    file = house.backs_up()
    await an_hour_later_forgets(house, cafe, BEN)
    await cafe.close()
    elsewhere = await restored_elsewhere(house, file, tmp_path / "elsewhere")
    assert (works(elsewhere, BEN), works(elsewhere, CARA)) == ([], [("barista",)])
    told = "SELECT COUNT(*) FROM deliveries WHERE notice LIKE '%StaffLeft%'"
    assert elsewhere.rows(told) == [(0,)], "the owners were told when it was"


async def test_the_last_owner_of_then_who_was_forgotten_since_is_none_elsewhere(
    house: House, tmp_path: Path
) -> None:
    cafe = await house.opens()
    file = house.backs_up()
    await cafe.open_invite(MAX, secret_of(await cafe.make_owner_link()))
    await an_hour_later_forgets(house, cafe, ANNA)
    await cafe.close()
    elsewhere = await restored_elsewhere(house, file, tmp_path / "elsewhere")
    assert works(elsewhere, ANNA) == []
    restored = await elsewhere.carries_out(elsewhere.backs_up())
    assert "owner-link" in " ".join(say_restored(restored))


async def test_who_waited_for_the_owners_word_and_was_forgotten_is_nowhere(
    house: House, tmp_path: Path
) -> None:
    cafe = await house.opens()
    await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    file = house.backs_up()
    await an_hour_later_forgets(house, cafe, LEO)
    await cafe.close()
    elsewhere = await restored_elsewhere(house, file, tmp_path / "elsewhere")
    assert elsewhere.rows("SELECT DISTINCT came_telegram_id, came_name FROM invites ORDER BY 1")[0] == (
        None,
        "",
    )
    leos = f"SELECT COUNT(*) FROM invites WHERE came_telegram_id = {LEO.telegram_id}"
    assert elsewhere.rows(leos) == [(0,)]


async def test_staff_who_were_forgotten_and_came_back_before_the_backup_work_on(house: House) -> None:
    cafe = await house.opens()
    await an_hour_later_forgets(house, cafe, BEN)
    house.clock.advance(timedelta(hours=1))
    await cafe.open_invite(BEN, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
    file = house.backs_up()
    await cafe.close()
    assert (await house.restores(file)).erased_again == 0
    assert works(house, BEN) == [("barista",)]


async def test_messages_of_staff_without_a_card_who_were_forgotten_stay_erased(house: House) -> None:
    cafe = await house.opens()
    body = '{"update_id": 9, "message": {"text": "my number is 5551234", "from": {"id": 1002}}}'
    update = NewUpdate(UpdateId(9), body, begun=True, person_id=BEN.telegram_id)
    await cafe.database.write(lambda tx: tx.inbox.store([update]))
    await cafe.database.write(lambda tx: tx.inbox.finish(UpdateId(9), [], blank=False))
    file = house.backs_up()
    await an_hour_later_forgets(house, cafe, BEN)
    await cafe.close()
    assert house.rows("SELECT body FROM inbox") == [("",)]
    await house.restores(file)
    assert house.rows("SELECT body FROM inbox") == [("",)]


async def test_a_till_that_was_removed_since_then_stays_removed(house: House) -> None:
    cafe = await house.opens()
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.keep_till.remove(ANNA, TillId(cafe.number("SELECT id FROM tills")))
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    shown = await cafe.shows(MIA)
    with refused(NotStaff()):
        await cafe.types(TILL, shown.typed_code, stamps=1)
    assert cafe.rows("SELECT COUNT(*) FROM shifts WHERE ended_at IS NULL") == [(0,)]
    await cafe.close()


async def test_who_was_made_a_barista_since_then_is_no_owner_again(house: House) -> None:
    cafe = await house.opens()
    await cafe.open_invite(LEO, secret_of(await cafe.make_owner_link()))
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.change_role(ANNA, cafe.staff_id(LEO), manager=False)
    await cafe.change_role(ANNA, cafe.staff_id(BEN), manager=True)
    await cafe.close()
    await house.restores(file)
    assert works(house, LEO) == [("barista",)]
    assert works(house, BEN) == [("barista",)], "what was given since is lost with the rest"


async def test_after_a_restore_the_queue_comes_to_the_end_of_the_chat(house: House) -> None:
    cafe = await house.opens()
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Staff", administrator=True)
    await cafe.shows(MIA)
    await cafe.delivers_all()
    cafe.later(minutes=20)
    await cafe.expire_due()
    await cafe.delivers_all()
    queues = "SELECT id FROM screens WHERE kind = 'queue'"
    before = house.rows(queues)
    file = house.backs_up()
    await cafe.close()
    house.clock.advance(timedelta(hours=5))
    await house.restores(file)
    assert house.rows("SELECT COUNT(*) FROM screens WHERE drawn_hash <> ''") == [(0,)], "nobody knows"
    cafe = await house.opens()
    await cafe.shows(LEO)
    after = house.rows(queues)
    await cafe.close()
    assert len(after) == 1
    assert after != before, "it would be redrawn in a message far up"


async def test_a_post_that_was_going_out_then_goes_to_nobody_again(house: House) -> None:
    cafe = await house.opens()
    cafe.clock.advance(timedelta(hours=3))
    office = PostOffice(cafe)
    await office.guests(5)
    friday = RecurringTerms(4, 16, 0, everybody=True)
    await office.launch(ANNA, await office.draft("Cake", terms=friday))
    run = await office.launches(await office.draft())
    await office.feed()
    assert len(await office.sends(2)) == 2
    file = house.backs_up()
    await office.sends()
    cafe.clock.advance(timedelta(hours=6))
    await office.open_runs()
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    office = PostOffice(cafe)
    await office.open_runs()
    assert await office.sends() == []
    report = await office.report(run.id)
    assert (report.run.state, report.counts.of(RecipientState.SENT)) == (RunState.STOPPED, 2)
    cafe.clock.advance(timedelta(days=7))
    await office.open_runs()
    assert len(await office.sends()) == 5
    await cafe.close()


async def test_a_post_that_was_going_out_then_can_not_be_taken_up_again(house: House) -> None:
    cafe = await house.opens()
    cafe.clock.advance(timedelta(hours=3))
    office = PostOffice(cafe)
    await office.guests(5)
    office.feed = FeedRuns(cafe.database, cafe.secrets, ahead=3)
    run = await office.launches(await office.draft())
    assert len(await office.sends(2)) == 2
    file = house.backs_up()
    assert len(await office.sends()) == 3
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    office = PostOffice(cafe)
    await office.resume(ANNA, run.id)
    assert await office.sends() == []
    await cafe.close()


async def test_what_a_standing_campaign_said_since_then_is_not_said_again(house: House) -> None:
    cafe = await house.opens()
    here = StandingCafe(cafe)
    await here.switches_on(CampaignKind.BIRTHDAY, item=CAKE)
    await here.switches_on(CampaignKind.WELCOME)
    await here.tells(MIA, 4, 3)
    here.cafe.clock.advance(timedelta(days=12))
    await here.wishes(LEO, Purpose.OFFERS, on=True)
    await here.comes(LEO)
    await here.until(house.clock.now() + timedelta(days=6), step=timedelta(hours=3))
    file = house.backs_up()
    await here.until(house.clock.now() + timedelta(days=3), step=timedelta(hours=3))
    assert {one.kind for one in here.reached} == {CampaignKind.BIRTHDAY, CampaignKind.WELCOME}
    assert len(here.reached) == 2

    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    here = StandingCafe(cafe)
    await here.until(house.clock.now() + timedelta(days=3), step=timedelta(hours=3))
    assert here.reached == []
    await cafe.close()
