"""What a hostile reading found about restores and erasures; each test says what should be true.

Not here: mending.
"""

import shutil
from datetime import timedelta
from pathlib import Path

from bot.erasures import ErasureKeeper
from loyalty.ids import ChatId, UpdateId
from loyalty.inbox import NewUpdate
from loyalty.use_cases.forgetting import ForgetPerson
from loyalty.use_cases.staff_chats import BindStaffChat
from storage import erasures
from tests.bot.backed_up import House
from tests.counter import ANNA, BEN, CARA, LEO, MIA, TILL, secret_of

GROUP = ChatId(-500)


async def test_staff_without_a_card_who_were_forgotten_stay_so_elsewhere(
    house: House, tmp_path: Path
) -> None:
    cafe = await house.opens()
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await ForgetPerson(cafe.database)(BEN)
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    await cafe.close()
    elsewhere = House(tmp_path / "elsewhere", house.clock)
    elsewhere.folder.mkdir()
    shutil.copy(house.folder / erasures.FILE_NAME, elsewhere.folder) if (
        house.folder / erasures.FILE_NAME
    ).exists() else None
    await elsewhere.restores(Path(shutil.copy(file, tmp_path / "copy.sqlite3")))
    assert (
        elsewhere.rows(f"SELECT name, role, removed_at FROM staff WHERE telegram_id = {BEN.telegram_id}")
        == []
    )


async def test_messages_of_staff_without_a_card_who_were_forgotten_stay_erased(house: House) -> None:
    cafe = await house.opens()
    body = '{"update_id": 9, "message": {"text": "my number is 5551234", "from": {"id": 1002}}}'
    update = NewUpdate(UpdateId(9), body, begun=True, person_id=BEN.telegram_id)
    await cafe.database.write(lambda tx: tx.inbox.store([update]))
    await cafe.database.write(lambda tx: tx.inbox.finish(UpdateId(9), [], blank=False))
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await ForgetPerson(cafe.database)(BEN)
    await ErasureKeeper(cafe.database, house.folder).keep_list()
    await cafe.close()
    assert house.rows("SELECT body FROM inbox") == [("",)]
    await house.restores(file)
    assert house.rows("SELECT body FROM inbox") == [("",)]


async def test_a_till_that_was_removed_since_then_stays_removed(house: House) -> None:
    cafe = await house.opens()
    await cafe.opens_till()
    await cafe.take_shift(TILL, cafe.staff_id(CARA))
    till = cafe.number("SELECT id FROM tills")
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.keep_till.remove(ANNA, till)
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    try:
        shown = await cafe.shows(MIA)
        try:
            await cafe.types(TILL, shown.typed_code, stamps=1)
        except Exception as error:
            print(repr(error))
        assert (await cafe.card(MIA)).stamps == 0, "the stolen tablet gives stamps again"
    finally:
        await cafe.close()


async def test_hashes_leave_the_list_after_twelve_months(house: House) -> None:
    cafe = await house.opens()
    await cafe.stamps(MIA, 1)
    await ForgetPerson(cafe.database)(MIA)
    keeper = ErasureKeeper(cafe.database, house.folder)
    await keeper.keep_list()
    house.clock.advance(timedelta(days=400))
    await cafe.prune()
    await keeper.keep_list()
    await keeper.end()
    assert cafe.number("SELECT count(*) FROM forgotten") == 0
    await cafe.close()
    cafe = await house.opens()
    keeper = ErasureKeeper(cafe.database, house.folder)
    await keeper.keep_list()
    await cafe.close()
    assert list(erasures.read(house.folder / erasures.FILE_NAME)) == []


async def test_after_a_restore_the_queue_comes_to_the_end_of_the_chat(house: House) -> None:
    cafe = await house.opens()
    await BindStaffChat(cafe.database)(ANNA, GROUP, title="Staff", administrator=True)
    await cafe.shows(MIA)
    await cafe.delivers_all()
    cafe.later(minutes=20)
    await cafe.expire_due()
    await cafe.delivers_all()
    before = house.rows("SELECT id, message_id, buried FROM screens WHERE kind = 'queue'")
    file = house.backs_up()
    house.clock.advance(timedelta(hours=5))
    for _ in range(10):  # talk, and a new queue further down
        await cafe.database.write(lambda tx: tx.screens.bury(GROUP))
    await cafe.shows(LEO)
    await cafe.delivers_all()
    print(before, house.rows("SELECT id, message_id, buried, kind FROM screens WHERE chat_id < 0"))
    await cafe.close()
    await house.restores(file)
    cafe = await house.opens()
    await cafe.shows(LEO)
    after = house.rows("SELECT id, message_id, buried FROM screens WHERE kind = 'queue'")
    await cafe.close()
    assert after != before, "the queue is redrawn in a message far up, below it stands a dead one"


async def test_who_was_made_a_barista_since_then_is_no_owner_again(house: House) -> None:
    cafe = await house.opens()
    link = await cafe.make_owner_link()
    await cafe.open_invite(LEO, secret_of(link))
    file = house.backs_up()
    house.clock.advance(timedelta(hours=1))
    await cafe.change_role(ANNA, cafe.staff_id(LEO), manager=False)
    await cafe.close()
    await house.restores(file)
    assert house.rows(f"SELECT role FROM staff WHERE telegram_id = {LEO.telegram_id}") == [("barista",)]
