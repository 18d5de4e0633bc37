"""What time ends, and what need not be kept.

Not here: when it is looked at.
"""

from loyalty.deliveries import Lane
from loyalty.ids import ChatId, TelegramId, UpdateId
from loyalty.inbox import DialogueChange, NewUpdate
from loyalty.people import Person
from loyalty.refusals import VisitOver
from loyalty.use_cases.house.receiving import BeginUpdate, FinishUpdate, KeepUpdates
from loyalty.use_cases.house.sending import ClaimDelivery, NoteSent
from loyalty.use_cases.house.upkeep import SLICE
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, LEO, MAX, MIA, Cafe, secret_of
from tests.refusing import refused


async def test_nothing_is_due_in_a_quiet_cafe(cafe: Cafe) -> None:
    await cafe.shows(MIA)
    assert await cafe.expire_due() == 0
    assert await cafe.prune() == 0


async def test_codes_and_visits_end_when_their_time_is_over_and_not_before(cafe: Cafe) -> None:
    await cafe.serves(MIA)
    await cafe.shows(LEO)
    cafe.later(minutes=9, seconds=59)
    assert await cafe.expire_due() == 0
    cafe.later(seconds=1)
    assert await cafe.expire_due() == 1
    cafe.later(minutes=5)
    assert await cafe.expire_due() == 1
    assert await cafe.expire_due() == 0
    assert cafe.rows("SELECT state FROM visits") == [("expired",)]
    assert cafe.rows("SELECT state FROM scans ORDER BY id") == [("used",), ("expired",)]


async def test_more_than_one_slice_ends_in_one_sweep(cafe: Cafe) -> None:
    for number in range(SLICE + 5):
        await cafe.shows(Person(TelegramId(5000 + number), "", "en"))
    cafe.later(minutes=15)
    assert await cafe.expire_due() == SLICE + 5


async def test_a_visit_in_which_only_a_reward_was_handed_over_took_place(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=10)
    await cafe.expire_due()
    assert cafe.rows("SELECT state, stamps FROM visits WHERE id = ?", visit) == [(VisitState.CONFIRMED, 0)]
    assert cafe.number("SELECT visits FROM customers") == 2


async def test_a_visit_whose_only_handover_was_undone_did_not_take_place(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    await cafe.undo_handover(BEN, reward)
    cafe.later(minutes=10)
    await cafe.expire_due()
    assert cafe.rows("SELECT state FROM visits WHERE id = ?", visit) == [(VisitState.EXPIRED,)]
    assert cafe.number("SELECT visits FROM customers") == 1


async def test_what_people_wrote_is_emptied_after_a_week_and_what_waits_is_not(cafe: Cafe) -> None:
    await KeepUpdates(cafe.database)(
        [NewUpdate(UpdateId(number), '{"text": "hello"}', begun=False) for number in (1, 2)]
    )
    await BeginUpdate(cafe.database)(UpdateId(1))
    await FinishUpdate(cafe.database)(UpdateId(1), [], blank=False)
    cafe.later(days=6)
    assert await cafe.prune() == 0
    cafe.later(days=1, seconds=1)
    assert await cafe.prune() == 1
    assert cafe.rows("SELECT body FROM inbox ORDER BY update_id") == [("",), ('{"text": "hello"}',)]


async def test_a_conversation_that_nobody_went_on_with_is_dropped_after_a_month(cafe: Cafe) -> None:
    async def writes(key: str) -> None:
        changes = [DialogueChange(key, "naming", "{}")]
        await cafe.database.write(lambda tx: tx.inbox.finish(UpdateId(1), changes, blank=False))

    await writes("1:7001:7001")
    await writes("1:7002:7002")
    cafe.later(days=29)
    await writes("1:7002:7002")
    assert await cafe.prune() == 0
    cafe.later(days=1, seconds=1)
    assert await cafe.prune() == 1
    assert cafe.rows("SELECT key FROM dialogues") == [("1:7002:7002",)]


async def test_who_came_by_an_invite_and_does_not_work_here_is_forgotten_after_a_month(cafe: Cafe) -> None:
    await cafe.open_invite(LEO, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=False)
    await cafe.open_invite(MIA, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.open_invite(MAX, secret_of(await cafe.invite_staff(ANNA, cause=None)))
    await cafe.decide_invite(ANNA, cafe.newest_invite(), accept=True)
    await cafe.delivers_all()
    came = "SELECT came_name, state FROM invites WHERE created_by IS NOT NULL ORDER BY id DESC LIMIT 3"
    cafe.later(days=30)
    await cafe.prune()
    assert cafe.rows(came) == [("Max", "accepted"), ("Mia", "came"), ("Leo", "refused")]
    cafe.later(days=1, seconds=1)
    await cafe.prune()
    assert cafe.rows(came) == [("Max", "accepted"), ("", "void"), ("", "refused")]
    redrawn = "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE s.kind = 'invite'"
    assert cafe.number(f"{redrawn} AND d.state = 'pending'") == 2, "no button hangs there that does nothing"
    cafe.removes(MAX)
    await cafe.prune()
    assert cafe.rows(came)[0] == ("", "accepted")


async def test_old_redraws_are_dropped_and_receipts_are_kept(cafe: Cafe) -> None:
    await cafe.stamps(MIA, 1)
    claim, sent = ClaimDelivery(cafe.database), NoteSent(cafe.database)
    while (delivery := await claim(list(Lane))) is not None:
        await sent(delivery, message_id=None, drawn_hash="x")
    receipts = "SELECT COUNT(*) FROM deliveries WHERE operation_id IS NOT NULL"
    redraws = "SELECT COUNT(*) FROM deliveries WHERE screen_id IS NOT NULL"
    assert cafe.number(redraws) > 0
    cafe.later(days=1, seconds=1)
    assert await cafe.prune() > 0
    assert (cafe.number(redraws), cafe.number(receipts)) == (0, 1)
    assert cafe.rows("SELECT DISTINCT chat_id FROM deliveries WHERE operation_id IS NOT NULL") == [
        (ChatId(MIA.telegram_id),)
    ]


async def test_a_visit_of_last_night_is_not_open_for_stamps_after_the_night(cafe: Cafe) -> None:
    reward = await cafe.fills(MIA)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    await cafe.offers(BEN, visit, reward)
    cafe.later(hours=10)
    await cafe.expire_due()
    with refused(VisitOver(VisitState.CONFIRMED)):
        await cafe.add_to_visit(BEN, visit, stamps=1, add=1)


WAITING_CARDS = """
    SELECT s.subject_id FROM deliveries d JOIN screens s ON s.id = d.screen_id
    WHERE s.kind = 'staff_card' AND d.state = 'pending' ORDER BY 1"""


async def test_a_staff_card_is_redrawn_when_time_takes_a_button_from_it(cafe: Cafe) -> None:
    visit = await cafe.stamps(MIA, 1)
    for minutes in (10, 5):  # undo is over, then adding
        await cafe.delivers_all()
        cafe.later(minutes=minutes)
        await cafe.expire_due()
        assert cafe.rows(WAITING_CARDS) == [(visit,)]
    await cafe.delivers_all()
    cafe.later(days=1)
    await cafe.expire_due()
    assert cafe.rows(WAITING_CARDS) == []


async def test_all_open_cards_of_a_customer_tell_that_a_reward_is_gone(cafe: Cafe) -> None:
    first = await cafe.stamps(MIA, 6)
    second = await cafe.serves(MIA)
    await cafe.delivers_all()
    await cafe.undo_visit(BEN, first)
    assert cafe.rows(WAITING_CARDS) == [(first,), (second,)]
