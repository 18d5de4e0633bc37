"""What waits to be sent: claimed once, in order per chat, put back, rescued, and told about once per key.

Not here: Telegram and pacing.
"""

import asyncio
from datetime import timedelta

from loyalty.deliveries import LEASE, Delivery, Lane, Screen, ScreenKind
from loyalty.ids import ChatId, MessageId
from loyalty.notices import Notice, StaffRefused
from loyalty.people import Person
from loyalty.use_cases.house.sending import (
    ClaimDelivery,
    FindNextSending,
    FindSentToGroups,
    ForgetMessage,
    NoteFailed,
    NoteSent,
    NoteUnknown,
    PauseSending,
    PutBack,
    RescueDeliveries,
    SkipDelivery,
)
from tests.counter import ANNA, BEN, MIA, Cafe, private

ALL = list(Lane)


async def told(
    cafe: Cafe, *chats: int, lane: Lane = Lane.TRANSACTIONAL, notice: Notice | None = None
) -> None:
    """A notice for each of these chats."""
    for chat in chats:
        key = f"{chat}:{cafe.number('SELECT COUNT(*) FROM deliveries')}"
        await cafe.database.write(
            lambda tx, chat=chat, key=key: tx.deliveries.add_notice(
                notice or StaffRefused(), ChatId(chat), key=key, lane=lane
            )
        )


async def emptied(cafe: Cafe) -> None:
    """Nothing waits from hiring."""
    with cafe.raw() as connection:
        connection.execute("DELETE FROM deliveries")


async def claim(cafe: Cafe) -> Delivery:
    delivery = await ClaimDelivery(cafe.database)(ALL)
    assert delivery is not None
    return delivery


async def test_a_message_is_claimed_by_one_sender(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2, 3)
    claimed = await asyncio.gather(*(ClaimDelivery(cafe.database)(ALL) for _ in range(10)))
    chats = [delivery.chat_id for delivery in claimed if delivery is not None]
    assert sorted(chats) == [1, 2, 3]


async def test_one_chat_gets_its_messages_one_after_the_other_in_order(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 1)
    first = await claim(cafe)
    assert await ClaimDelivery(cafe.database)(ALL) is None, "the chat is being sent to"
    await NoteSent(cafe.database)(first, message_id=MessageId(1))
    assert (await claim(cafe)).id > first.id


async def test_answers_to_a_purchase_go_before_campaigns(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, lane=Lane.BULK)
    await told(cafe, 2)
    assert (await claim(cafe)).lane is Lane.TRANSACTIONAL
    assert (await claim(cafe)).lane is Lane.BULK


async def test_one_key_is_told_once(cafe: Cafe) -> None:
    await emptied(cafe)
    for _ in range(2):
        await cafe.database.write(
            lambda tx: tx.deliveries.add_notice(StaffRefused(), ChatId(1), key="the same")
        )
    assert cafe.number("SELECT COUNT(*) FROM deliveries") == 1


async def test_a_message_put_back_waits_its_time_and_counts_its_attempts(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1)
    put_back = PutBack(cafe.database)
    await put_back(await claim(cafe), wait=timedelta(seconds=2), error="no network", count_attempt=True)
    assert await ClaimDelivery(cafe.database)(ALL) is None
    assert await FindNextSending(cafe.database)() == timedelta(seconds=2)
    cafe.later(seconds=2)
    again = await claim(cafe)
    assert again.attempts == 2
    await put_back(again, wait=timedelta(0), error="asked to wait", count_attempt=False)
    assert (await claim(cafe)).attempts == 2


async def test_a_message_may_keep_its_place_before_what_came_later(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2)
    first = await claim(cafe)
    cafe.later(seconds=1)
    await told(cafe, 1)
    await PutBack(cafe.database)(first, wait=None, error="no connection", count_attempt=False)
    again = await claim(cafe)
    assert (again.id, again.attempts) == (first.id, 1)


async def test_what_was_being_sent_when_the_process_died_waits_again(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1)
    await told(cafe, 2, lane=Lane.BULK)
    await claim(cafe)
    await claim(cafe)
    assert await RescueDeliveries(cafe.database)(leases=True) == 0, "somebody may still be sending it"
    assert await RescueDeliveries(cafe.database)(leases=False) == 2
    assert cafe.rows("SELECT lane, state FROM deliveries ORDER BY id") == [
        ("transactional", "pending"), ("bulk", "unknown"),
    ]  # fmt: skip


async def test_a_lease_that_ran_out_is_rescued_while_running(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1)
    await claim(cafe)
    cafe.clock.advance(LEASE + timedelta(seconds=1))
    assert await RescueDeliveries(cafe.database)(leases=True) == 1
    assert (await claim(cafe)).attempts == 2


async def test_ten_changes_cost_one_redraw_and_a_change_while_drawing_one_more(cafe: Cafe) -> None:
    visit = await cafe.serves(MIA)
    await emptied(cafe)
    redraw = cafe.database
    for _ in range(10):
        await redraw.write(lambda tx: tx.deliveries.redraw(visit, ScreenKind.STAFF_CARD))
    drawing = await claim(cafe)
    assert await ClaimDelivery(cafe.database)(ALL) is None
    for _ in range(10):
        await redraw.write(lambda tx: tx.deliveries.redraw(visit, ScreenKind.STAFF_CARD))
    assert cafe.number("SELECT COUNT(*) FROM deliveries") == 2
    await PutBack(cafe.database)(drawing, wait=timedelta(0), error="", count_attempt=True)
    assert cafe.rows("SELECT state FROM deliveries ORDER BY id") == [("skipped",), ("pending",)]


async def test_a_screen_remembers_its_message_and_what_it_shows_until_the_message_is_gone(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await emptied(cafe)
    with cafe.raw() as connection:
        connection.execute("DELETE FROM screens WHERE kind = 'queue'")  # of no interest here
    visit = (await cafe.scans(BEN, shown)).visit.id
    card = await claim(cafe)
    assert isinstance(card.content, Screen)
    assert (card.content.kind, card.content.message_id) == (ScreenKind.STAFF_CARD, None)
    await NoteSent(cafe.database)(card, message_id=MessageId(7), drawn_hash="drawn")
    await cafe.confirm_visit(BEN, visit, stamps=1)
    redraws = [await claim(cafe), await claim(cafe)]
    [screen] = [delivery.content for delivery in redraws if isinstance(delivery.content, Screen)]
    assert (screen.message_id, screen.drawn_hash) == (7, "drawn")
    await ForgetMessage(cafe.database)(screen.id)
    assert cafe.rows("SELECT message_id, drawn_hash FROM screens WHERE kind = 'staff_card'") == [(None, "")]


async def test_a_message_that_can_never_arrive_marks_its_customer(cafe: Cafe) -> None:
    await emptied(cafe)
    await cafe.stamps(MIA, 1)
    while (delivery := await ClaimDelivery(cafe.database)(ALL)) is not None:
        if delivery.customer_id is None:
            await SkipDelivery(cafe.database)(delivery, "of no interest here")
        else:
            await NoteFailed(cafe.database)(delivery, "blocked", unreachable=True)
    assert cafe.rows("SELECT unreachable_reason FROM customers") == [("blocked",)]
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_settled_message_stays_settled(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1)
    delivery = await claim(cafe)
    await NoteSent(cafe.database)(delivery, message_id=MessageId(1))
    await NoteUnknown(cafe.database)(delivery)
    await PutBack(cafe.database)(delivery, wait=timedelta(0), error="", count_attempt=True)
    assert cafe.rows("SELECT state FROM deliveries") == [("sent",)]


async def test_a_pause_for_one_chat_holds_back_that_chat_only(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 1, 2)
    await PauseSending(cafe.database)(await claim(cafe), wait=timedelta(seconds=30))
    other = await claim(cafe)
    assert other.chat_id == 2
    assert await ClaimDelivery(cafe.database)(ALL) is None
    cafe.later(seconds=31)
    assert {(await claim(cafe)).chat_id} == {1}


async def test_a_long_pause_is_told_to_the_owner_once_an_hour(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2, lane=Lane.BULK)
    for delivery in [await claim(cafe), await claim(cafe)]:
        await PauseSending(cafe.database)(delivery, wait=timedelta(minutes=5))
    told_owner = "SELECT COUNT(*) FROM deliveries WHERE chat_id = ?"
    assert cafe.number(told_owner, ANNA.telegram_id) == 1
    assert (await claim(cafe)).chat_id == private(ANNA), "the counter goes on while campaigns rest"
    assert await ClaimDelivery(cafe.database)(ALL) is None


async def test_a_customer_without_telegram_gets_no_receipt_and_no_error(cafe: Cafe) -> None:
    visit = await cafe.serves(Person(MIA.telegram_id, "Mia", "en"))
    with cafe.raw() as connection:
        connection.execute("UPDATE identities SET kind = 'paper'")
    await cafe.confirm_visit(BEN, visit, stamps=1)
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL") == 0


async def test_a_pictures_id_belongs_to_one_bot_and_the_newest_wins(cafe: Cafe) -> None:
    for file_id in ("old", "new"):
        await cafe.database.write(
            lambda tx, file_id=file_id: tx.deliveries.keep_file_id(1, "card-3-6", file_id)
        )
    assert await cafe.database.read(lambda tx: tx.deliveries.find_file_id(1, "card-3-6")) == "new"
    assert await cafe.database.read(lambda tx: tx.deliveries.find_file_id(2, "card-3-6")) is None


async def test_a_message_that_this_version_cant_read_fails_alone(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2, 3)
    with cafe.raw() as connection:
        connection.execute("""UPDATE deliveries SET notice = '{"kind": "OfTomorrow"}' WHERE chat_id < 3""")
        connection.execute("UPDATE deliveries SET state = 'sending', lease_until = 0 WHERE chat_id = 2")
    assert await RescueDeliveries(cafe.database)(leases=False) == 1
    assert (await claim(cafe)).chat_id == 3
    assert cafe.rows("SELECT chat_id, state, error FROM deliveries ORDER BY id") == [
        (1, "failed", "can't be read: KeyError"),
        (2, "failed", "can't be read: KeyError"),
        (3, "sending", ""),
    ]


async def test_messages_do_not_wait_until_a_clock_that_went_back_is_there_again(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2)
    await told(cafe, 3, lane=Lane.BULK)
    assert (await claim(cafe)).chat_id == 1
    cafe.later(hours=-3)
    assert await ClaimDelivery(cafe.database)(ALL) is None
    assert await RescueDeliveries(cafe.database)(leases=True) == 1, "its lease is not from this time either"
    assert {(await claim(cafe)).chat_id, (await claim(cafe)).chat_id} == {1, 2}
    assert await ClaimDelivery(cafe.database)(ALL) is None, "a campaign keeps its hour"


async def test_a_pause_that_a_wrong_clock_set_holds_back_nothing_for_a_year(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1, 2)
    await told(cafe, 3, lane=Lane.BULK)
    cafe.later(days=365)
    for _ in range(3):
        await PauseSending(cafe.database)(await claim(cafe), wait=timedelta(seconds=5))
    cafe.later(days=-365)
    await told(cafe, 4, lane=Lane.BULK)
    assert await ClaimDelivery(cafe.database)(ALL) is None
    await RescueDeliveries(cafe.database)(leases=True)
    assert sorted([(await claim(cafe)).chat_id for _ in range(3)]) == [1, 2, 4]


async def test_a_pause_is_a_day_at_most_and_then_telegram_is_asked_again(cafe: Cafe) -> None:
    await emptied(cafe)
    await told(cafe, 1)
    await PauseSending(cafe.database)(await claim(cafe), wait=timedelta(days=40_000_000))
    assert (await claim(cafe)).chat_id == private(ANNA), "the owner is told"
    await RescueDeliveries(cafe.database)(leases=True)
    cafe.later(hours=23)
    assert await ClaimDelivery(cafe.database)(ALL) is None
    cafe.later(hours=1)
    assert (await claim(cafe)).chat_id == 1


async def test_what_a_group_got_within_the_last_minute_outlives_a_restart(cafe: Cafe) -> None:
    await emptied(cafe)
    for chat in (-1, -1, 7, -2):
        await told(cafe, chat)
        await NoteSent(cafe.database)(await claim(cafe), message_id=MessageId(1))
        cafe.later(seconds=15)
    await told(cafe, -3)
    await NoteFailed(cafe.database)(await claim(cafe), "kicked")
    assert list(await FindSentToGroups(cafe.database)()) == [
        (ChatId(-1), timedelta(seconds=45)),
        (ChatId(-2), timedelta(seconds=15)),
    ]
