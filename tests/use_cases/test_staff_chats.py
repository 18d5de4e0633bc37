"""The staff chat: bound, replaced, lost, deaf, grown into a supergroup; and groups that are left.

Not here: what is shown there (test_queue.py) and Telegram's own updates (tests/journeys/test_staff_chat.py).
"""

from datetime import timedelta

import pytest

from loyalty.deliveries import Lane
from loyalty.ids import ChatId, MessageId, TelegramId
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.refusals import NotOwner
from loyalty.staff_chats import FOREIGN_STAY, OWNERS_STAY, StaffChat, is_supergroup
from loyalty.use_cases.house.screens import ReadReader
from loyalty.use_cases.house.sending import ClaimDelivery, NoteFailed
from loyalty.use_cases.staff.staff_chats import (
    BindStaffChat,
    FollowGroup,
    ForgetForeignChat,
    LookAtForeignChats,
    NoteStanding,
    NoteTalk,
    ReadStaffChat,
    Standing,
    UnbindStaffChat,
)
from loyalty.use_cases.visits.codes import ShownCode
from loyalty.use_cases.visits.opening import LinkSecret
from loyalty.use_cases.visits.queue import BringCard, CardOpened, ServeFromQueue
from tests.counter import ANNA, BEN, CARA, MIA, Cafe, private
from tests.refusing import refused

GROUP, GROWN, OTHER = ChatId(-500), ChatId(-1_001_234_567_890), ChatId(-600)
ADMINISTRATOR, MEMBER, OUTSIDE = Standing(True, True), Standing(True, False), Standing(False, False)


async def binds(
    cafe: Cafe, group: ChatId = GROUP, *, by: Person = ANNA, administrator: bool = True
) -> StaffChat:
    return await BindStaffChat(cafe.database)(by, group, title="Counter", administrator=administrator)


async def hears_that_it_is(
    cafe: Cafe, standing: Standing, group: ChatId = GROUP, *, by: Person = ANNA, hears_all: bool = False
) -> None:
    note = NoteStanding(cafe.database)
    await note(group, standing, title="Counter", by=by.telegram_id, hears_all=hears_all)


async def bound(cafe: Cafe) -> StaffChat | None:
    return await ReadStaffChat(cafe.database)()


def notices(cafe: Cafe, kind: str) -> list[int]:
    """Who is told this, in order."""
    rows = cafe.rows(
        "SELECT chat_id FROM deliveries WHERE json_extract(notice, '$.kind') = ? ORDER BY id", kind
    )
    return [int(str(chat)) for (chat,) in rows]


def queues(cafe: Cafe, kind: str = "queue") -> list[int]:
    rows = cafe.rows("SELECT chat_id FROM screens WHERE kind = ? ORDER BY id", kind)
    return [int(str(chat)) for (chat,) in rows]


async def test_an_owner_binds_a_group_once_and_the_queue_is_posted_there(cafe: Cafe) -> None:
    first = await binds(cafe)
    again = await binds(cafe, administrator=False)
    assert (again.id, again.administrator) == (first.id, False)
    assert queues(cafe) == [GROUP]


@pytest.mark.parametrize("person", [BEN, MIA])
async def test_nobody_but_an_owner_binds_or_unbinds(cafe: Cafe, person: Person) -> None:
    with refused(NotOwner()):
        await binds(cafe, by=person)
    await binds(cafe)
    with refused(NotOwner()):
        await UnbindStaffChat(cafe.database)(person)
    assert await bound(cafe) is not None


async def test_another_group_takes_the_place_of_the_first(cafe: Cafe) -> None:
    await binds(cafe)
    await binds(cafe, OTHER)
    chat = await bound(cafe)
    assert chat is not None
    assert chat.chat_id == OTHER
    assert (queues(cafe), queues(cafe, "old_queue")) == ([OTHER], [GROUP])
    assert cafe.rows("SELECT unbound_reason FROM staff_chats ORDER BY id") == [("replaced",), ("",)]


async def test_unbound_by_the_owner_who_waits_appears_elsewhere(cafe: Cafe) -> None:
    await binds(cafe)
    await cafe.shows(MIA)
    assert await UnbindStaffChat(cafe.database)(ANNA)
    assert not await UnbindStaffChat(cafe.database)(ANNA)
    assert private(BEN) in queues(cafe)
    assert GROUP not in queues(cafe)


async def test_kicked_the_owner_is_told_once_and_the_queue_comes_to_private_chats(cafe: Cafe) -> None:
    await binds(cafe)
    await cafe.shows(MIA)
    for _ in range(2):
        await hears_that_it_is(cafe, OUTSIDE)
    assert await bound(cafe) is None
    assert notices(cafe, "StaffChatLost") == [private(ANNA)]
    assert private(BEN) in queues(cafe)


async def test_a_staff_chat_in_which_nothing_arrives_is_given_up(cafe: Cafe) -> None:
    await binds(cafe)
    claim = ClaimDelivery(cafe.database)
    while (delivery := await claim([Lane.TRANSACTIONAL])) is not None and delivery.chat_id != GROUP:
        pass
    assert delivery is not None
    await NoteFailed(cafe.database)(delivery, "NOT_ALLOWED: kicked", unreachable=True)
    assert await bound(cafe) is None
    assert notices(cafe, "StaffChatLost") == [private(ANNA)]


async def test_rights_lost_and_regained_are_each_told_once(cafe: Cafe) -> None:
    await binds(cafe)
    for standing in (MEMBER, MEMBER, ADMINISTRATOR, ADMINISTRATOR):
        cafe.later(minutes=1)
        await hears_that_it_is(cafe, standing)
    assert notices(cafe, "StaffChatDeaf") == [private(ANNA)]
    assert notices(cafe, "StaffChatHears") == [private(ANNA)]


async def test_rights_are_nobodys_worry_while_the_bot_hears_everything(cafe: Cafe) -> None:
    await binds(cafe)
    await hears_that_it_is(cafe, MEMBER, hears_all=True)
    assert notices(cafe, "StaffChatDeaf") == []
    chat = await bound(cafe)
    assert chat is not None
    assert not chat.administrator


async def test_a_group_that_grows_is_followed_everywhere_at_once(cafe: Cafe) -> None:
    await binds(cafe)
    await cafe.delivers_all()
    await cafe.shows(MIA)

    def pause(tx: Transaction) -> None:
        tx.deliveries.pause_chat(GROUP, tx.now + timedelta(seconds=9))

    await cafe.database.write(pause)
    for _ in range(2):
        await FollowGroup(cafe.database)(GROUP, GROWN)
    chat = await bound(cafe)
    assert chat is not None
    assert chat.chat_id == GROWN
    assert cafe.rows("SELECT chat_id, message_id FROM screens WHERE kind = 'queue'") == [(GROWN, None)]
    waiting = "SELECT DISTINCT chat_id FROM deliveries WHERE state = 'pending' AND chat_id < 0"
    assert cafe.rows(waiting) == [(GROWN,)]
    assert cafe.rows("SELECT chat_id FROM chat_pauses") == [(GROWN,)]


async def test_the_new_id_may_be_heard_of_first_and_is_not_left(cafe: Cafe) -> None:
    await binds(cafe)
    await hears_that_it_is(cafe, ADMINISTRATOR, GROWN, by=MIA)
    cafe.later(seconds=30)
    assert await LookAtForeignChats(cafe.database)() == []
    assert notices(cafe, "ForeignGroup") == [], "it may be the staff chat: nothing is said"
    await FollowGroup(cafe.database)(GROUP, GROWN)
    cafe.later(minutes=5)
    assert await LookAtForeignChats(cafe.database)() == []
    chat = await bound(cafe)
    assert chat is not None
    assert chat.chat_id == GROWN


async def test_a_foreign_group_hears_one_sentence_and_is_left_after_a_minute(cafe: Cafe) -> None:
    look = LookAtForeignChats(cafe.database)
    await hears_that_it_is(cafe, MEMBER, OTHER, by=MIA)
    assert await look() == []
    assert notices(cafe, "ForeignGroup") == [], "the owner's button may be about to bind it"
    cafe.later(seconds=3)
    for _ in range(3):
        assert await look() == []
        cafe.later(seconds=5)
    assert notices(cafe, "ForeignGroup") == [OTHER]
    cafe.later(seconds=60)
    assert [chat.chat_id for chat in await look()] == [OTHER]
    await ForgetForeignChat(cafe.database)(OTHER)
    assert await look() == []


async def test_an_owner_who_brings_the_bot_is_asked_and_has_ten_minutes(cafe: Cafe) -> None:
    look = LookAtForeignChats(cafe.database)
    await hears_that_it_is(cafe, MEMBER, OTHER, by=ANNA)
    await hears_that_it_is(cafe, ADMINISTRATOR, OTHER, by=MIA)
    cafe.later(seconds=FOREIGN_STAY.total_seconds())
    assert await look() == []
    assert notices(cafe, "BindingAsked") == [OTHER]
    assert notices(cafe, "ForeignGroup") == []
    cafe.later(seconds=OWNERS_STAY.total_seconds())
    assert [chat.chat_id for chat in await look()] == [OTHER]


async def test_a_group_bound_meanwhile_is_not_left(cafe: Cafe) -> None:
    await hears_that_it_is(cafe, MEMBER, OTHER, by=MIA)
    await binds(cafe, OTHER)
    cafe.later(minutes=20)
    assert await LookAtForeignChats(cafe.database)() == []


async def test_a_group_that_removed_the_bot_need_not_be_left(cafe: Cafe) -> None:
    await hears_that_it_is(cafe, MEMBER, OTHER, by=MIA)
    await hears_that_it_is(cafe, OUTSIDE, OTHER, by=MIA)
    cafe.later(minutes=20)
    assert await LookAtForeignChats(cafe.database)() == []


async def test_talk_is_counted_in_the_staff_chat_only(cafe: Cafe) -> None:
    await binds(cafe)
    await cafe.delivers_all()
    for chat in (GROUP, OTHER):
        await NoteTalk(cafe.database)(chat)
    assert cafe.rows("SELECT chat_id, buried FROM screens WHERE buried > 0") == [(GROUP, 1)]


def test_supergroups_are_told_from_groups_by_their_ids() -> None:
    assert is_supergroup(GROWN)
    assert not is_supergroup(ChatId(-4_123_456_789))
    assert not is_supergroup(ChatId(TelegramId(1001)))


@pytest.mark.parametrize("another", [False, True])
async def test_what_staff_saw_in_a_group_is_drawn_no_more_once_it_is_not_the_staff_chat(
    cafe: Cafe, another: bool
) -> None:
    await binds(cafe)
    visit = (await cafe.open_visit(BEN, _scanned(await cafe.shows(MIA)), chat_id=GROUP, cause=None)).id
    await cafe.delivers_all()
    assert (await ReadReader(cafe.database)(GROUP)).sees_staff_screens
    if another:
        await binds(cafe, OTHER)
    else:
        await UnbindStaffChat(cafe.database)(ANNA)
    assert not (await ReadReader(cafe.database)(GROUP)).sees_staff_screens
    settled = """
        SELECT s.subject_id FROM deliveries d JOIN screens s ON s.id = d.screen_id
        WHERE s.kind = 'staff_card' AND s.chat_id = ? AND d.state = 'pending'
    """
    assert cafe.rows(settled, GROUP) == [(visit,)]


@pytest.mark.parametrize("group", [GROUP, OTHER])
async def test_an_old_button_in_a_group_that_is_no_staff_chat_brings_the_card_to_the_own_chat(
    cafe: Cafe, group: ChatId
) -> None:
    visit = await cafe.stamps(MIA, 1, by=CARA)
    cafe.later(minutes=5)
    shown = await cafe.shows(MIA)
    cause = Cause(group, MessageId(3))
    assert isinstance(
        await ServeFromQueue(cafe.database)(BEN, shown.scan_id, chat_id=group, cause=cause), CardOpened
    )
    await BringCard(cafe.database)(BEN, visit, chat_id=group, cause=cause)
    cards = cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card' AND chat_id <> ?", private(CARA))
    assert cards == [(private(BEN),)] * 2


def _scanned(shown: ShownCode) -> LinkSecret:
    return LinkSecret(shown.secret)
