"""The queue: who appears where, one tap for one stamp, *not here*, and what keeps it short.

Not here: how it looks (tests/handlers/test_queue_screen.py) and the staff chat's fate (test_staff_chats.py).
"""

import asyncio

from loyalty.deliveries import Lane, Screen, ScreenKind
from loyalty.ids import ChatId, MessageId, ScanId, StaffId, TelegramId, VisitId
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.queue import BURIED, QueueFacts, TooOftenAbsent, TooSoon
from loyalty.refusals import CodeRanOut, MarkedAbsent, NobodyOnShift, NotStaff, OwnCode, VisitOver
from loyalty.scans import ScanState
from loyalty.use_cases.codes import ShowCode, ShownCode
from loyalty.use_cases.earning import Stamped
from loyalty.use_cases.queue import BringCard, CardOpened, NotHere, ReadQueue, ServeFromQueue, ShowQueue
from loyalty.use_cases.staff_chats import BindStaffChat
from loyalty.use_cases.tills import TakeShift
from loyalty.visits import VisitState
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, PredictableSecrets, private
from tests.refusing import refused

GROUP = ChatId(-500)
TILL = 3900


async def binds(cafe: Cafe, group: ChatId = GROUP) -> None:
    await BindStaffChat(cafe.database)(ANNA, group, title="Counter", administrator=True)


async def serves(cafe: Cafe, barista: Person, shown: ShownCode) -> Stamped | CardOpened:
    """One tap in the staff chat."""
    cause = Cause(GROUP, MessageId(10))
    return await ServeFromQueue(cafe.database)(barista, shown.scan_id, chat_id=GROUP, cause=cause)


async def sees(cafe: Cafe, chat: ChatId) -> QueueFacts:
    facts = await ReadQueue(cafe.database)(chat)
    assert facts is not None
    return facts


async def names(cafe: Cafe, chat: ChatId) -> list[str]:
    return [one.name for one in (await sees(cafe, chat)).waiting]


def queues(cafe: Cafe) -> list[int]:
    """The chats that show the queue."""
    return [
        int(str(chat))
        for (chat,) in cafe.rows("SELECT chat_id FROM screens WHERE kind = 'queue' ORDER BY id")
    ]


async def delivers(cafe: Cafe) -> None:
    """Everything that waits reaches its chat; what is there already is edited."""

    def body(tx: Transaction) -> bool:
        delivery = tx.deliveries.claim([Lane.TRANSACTIONAL])
        if delivery is not None:
            known = delivery.content.message_id if isinstance(delivery.content, Screen) else None
            tx.deliveries.settle_sent(delivery, known or MessageId(int(delivery.id)), "drawn")
        return delivery is not None

    while await cafe.database.write(body):
        pass


def puts_on_shift(cafe: Cafe, barista: Person) -> Person:
    """A till, and who stands at it."""
    with cafe.raw() as connection:
        connection.execute(
            "INSERT INTO tills (id, telegram_id, name, location_id, created_at) VALUES (1, ?, 'Till', 1, 0)",
            (TILL,),
        )
        connection.execute(
            "INSERT INTO shifts (till_id, staff_id, started_at, ends_at)"
            " SELECT 1, id, 0, 9000000000000000 FROM staff WHERE telegram_id = ?",
            (barista.telegram_id,),
        )
    return Person(TelegramId(TILL), "Till", "en")


async def test_without_a_staff_chat_everybody_of_staff_sees_who_waits_in_private(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    assert shown.queued
    assert queues(cafe) == [private(ANNA), private(BEN), private(CARA)]
    assert await names(cafe, private(BEN)) == ["Mia"]


async def test_a_till_on_shift_comes_before_private_chats_and_the_staff_chat_before_both(cafe: Cafe) -> None:
    puts_on_shift(cafe, BEN)
    await cafe.shows(MIA)
    assert queues(cafe) == [TILL]
    await binds(cafe)
    await cafe.shows(LEO)
    assert queues(cafe) == [TILL, GROUP]
    assert await names(cafe, GROUP) == ["Mia", "Leo"]


async def test_whoever_takes_a_shift_finds_those_who_wait_at_the_till(cafe: Cafe) -> None:
    await cafe.shows(MIA)
    till = puts_on_shift(cafe, BEN)
    cara = cafe.number("SELECT id FROM staff WHERE telegram_id = ?", CARA.telegram_id)
    await TakeShift(cafe.database)(till, StaffId(cara))
    assert queues(cafe)[-1] == TILL
    assert await names(cafe, ChatId(TILL)) == ["Mia"]


async def test_an_own_request_is_not_shown_in_the_own_chat(cafe: Cafe) -> None:
    await cafe.shows(BEN)
    assert queues(cafe) == [private(ANNA), private(CARA)]
    await cafe.shows(MIA)
    assert await names(cafe, private(BEN)) == ["Mia"]
    assert await names(cafe, private(CARA)) == ["Ben", "Mia"]


async def test_whoever_is_not_of_staff_reads_no_queue(cafe: Cafe) -> None:
    await cafe.shows(MIA)
    assert await ReadQueue(cafe.database)(private(LEO)) is None
    assert await ReadQueue(cafe.database)(GROUP) is None


async def test_one_tap_opens_and_confirms_with_one_stamp(cafe: Cafe) -> None:
    await binds(cafe)
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    assert (done.fresh, done.stamps, done.by) == (True, 1, "Ben")
    facts = await sees(cafe, GROUP)
    assert (list(facts.waiting), facts.served) == ([], 1)
    assert [(one.name, one.visit.state, one.stamps) for one in facts.recent] == [
        ("Mia", VisitState.CONFIRMED, 1)
    ]
    assert cafe.rows("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == [(0,)]


async def test_what_was_done_says_where_the_card_stood_then_and_not_where_it_stands_now(cafe: Cafe) -> None:
    await binds(cafe)
    await serves(cafe, BEN, await cafe.shows(MIA))
    cafe.later(minutes=2)
    await cafe.stamps(MIA, 5)
    cafe.later(minutes=2)
    await cafe.stamps(MIA, 2)
    cafe.changes_goal(4)
    recent = (await sees(cafe, GROUP)).recent
    assert [(one.stamps, one.goal) for one in recent] == [(2, 6), (0, 6), (1, 6)]


async def test_a_coffee_that_was_handed_over_leaves_the_card_as_it_stood_then(cafe: Cafe) -> None:
    await binds(cafe)
    reward = await cafe.fills(MIA)
    cafe.later(minutes=20)
    visit = (await cafe.scans(BEN, await cafe.shows(MIA, reward_id=reward))).visit.id
    cafe.later(minutes=9)
    await cafe.offers(BEN, visit, reward)
    cafe.later(minutes=1)
    await cafe.expire_due()
    await cafe.stamps(MIA, 2)
    [newest, earlier] = (await sees(cafe, GROUP)).recent
    assert (newest.stamps, earlier.visit.id, earlier.stamps) == (2, visit, 0)


async def test_two_baristas_tap_at_once_and_one_stamp_is_given(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    results = await asyncio.gather(*(serves(cafe, barista, shown) for barista in (BEN, CARA, BEN, CARA)))
    assert sorted(isinstance(one, Stamped) and one.fresh for one in results) == [False, False, False, True]
    assert {one.by for one in results if isinstance(one, Stamped)} == {"Ben"}
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_tap_by_anybody_else_gives_nothing(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    with refused(NotStaff()):
        await serves(cafe, LEO, shown)
    with refused(NotStaff()):
        await NotHere(cafe.database)(LEO, shown.scan_id)
    with refused(NotStaff()):
        await ShowQueue(cafe.database)(LEO, chat_id=private(LEO), cause=Cause(private(LEO), MessageId(1)))
    assert (await cafe.card(MIA)).stamps == 0


async def test_nobody_serves_themselves_and_it_is_remembered(cafe: Cafe) -> None:
    shown = await cafe.shows(BEN)
    with refused(OwnCode()):
        await serves(cafe, BEN, shown)
    assert cafe.rows("SELECT kind FROM refusals") == [("OwnCode",)]
    assert isinstance(await serves(cafe, CARA, shown), Stamped)


async def test_a_till_without_anybody_on_shift_serves_nobody(cafe: Cafe) -> None:
    till = puts_on_shift(cafe, BEN)
    shown = await cafe.shows(MIA)
    with cafe.raw() as connection:
        connection.execute("UPDATE shifts SET ended_at = 1")
    with refused(NobodyOnShift()):
        await serves(cafe, till, shown)


async def test_a_reward_picked_before_showing_opens_the_card_instead(cafe: Cafe) -> None:
    await binds(cafe)
    reward = await cafe.fills(MIA)
    cafe.later(hours=1)
    shown = await cafe.shows(MIA, reward_id=reward)
    [waiting] = (await sees(cafe, private(BEN))).waiting
    assert waiting.picked is not None
    assert isinstance(await serves(cafe, BEN, shown), CardOpened)
    assert cafe.rows("SELECT chat_id FROM screens WHERE kind = 'staff_card'")[-1:] == [(GROUP,)]
    assert (await cafe.card(MIA)).stamps == 0


async def test_a_visit_of_minutes_ago_opens_the_card_instead_once_a_message(cafe: Cafe) -> None:
    await serves(cafe, BEN, await cafe.shows(MIA))
    cafe.later(minutes=5)
    shown = await cafe.shows(MIA)
    assert (await sees(cafe, private(BEN))).waiting[0].look
    for _ in range(2):
        assert isinstance(await serves(cafe, BEN, shown), CardOpened)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == 1
    assert (await cafe.card(MIA)).stamps == 1


async def test_scanning_or_typing_the_code_takes_the_request_from_the_queue(cafe: Cafe) -> None:
    mia, leo = await cafe.shows(MIA), await cafe.shows(LEO)
    await cafe.scans(BEN, mia)
    assert await names(cafe, private(BEN)) == ["Leo"]
    await cafe.types(BEN, leo.typed_code)
    facts = await sees(cafe, private(BEN))
    assert list(facts.waiting) == []
    assert {(one.name, one.visit.state) for one in facts.recent} == {
        ("Mia", VisitState.OPEN),
        ("Leo", VisitState.OPEN),
    }


async def test_a_request_that_ran_out_leaves_the_queue_by_itself(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await delivers(cafe)
    cafe.later(minutes=15)
    assert await names(cafe, private(BEN)) == []
    await cafe.expire_due()
    assert (
        cafe.number("SELECT COUNT(*) FROM deliveries WHERE state = 'pending' AND screen_id IS NOT NULL") == 3
    )
    with refused(CodeRanOut()):
        await serves(cafe, BEN, shown)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(BEN, shown.scan_id)


async def test_an_id_that_nobody_made_is_refused(cafe: Cafe) -> None:
    with refused(CodeRanOut()):
        await ServeFromQueue(cafe.database)(BEN, ScanId(999), chat_id=GROUP, cause=None)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(BEN, ScanId(999))


async def test_another_tap_keeps_pair_code_and_place_and_a_stale_button_still_serves(cafe: Cafe) -> None:
    first = await cafe.shows(MIA)
    cafe.later(seconds=1)
    await cafe.shows(LEO)
    cafe.later(seconds=30)
    second = await cafe.shows(MIA)
    assert second.pair_code == first.pair_code
    assert (second.secret, second.typed_code) != (first.secret, first.typed_code)
    assert await names(cafe, private(BEN)) == ["Mia", "Leo"]
    with refused(CodeRanOut()):
        await cafe.scans(BEN, first)
    assert isinstance(await serves(cafe, BEN, first), Stamped)
    assert cafe.rows("SELECT state FROM scans ORDER BY id") == [("void",), ("live",), ("used",)]


async def test_not_here_clears_one_and_the_tap_that_comes_later_is_told_by_whom(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    cleared = await NotHere(cafe.database)(BEN, shown.scan_id)
    assert cleared.state is ScanState.ABSENT
    assert (await NotHere(cafe.database)(CARA, shown.scan_id)).settled_by == cleared.settled_by
    assert await names(cafe, private(BEN)) == []
    with refused(MarkedAbsent("Ben")):
        await serves(cafe, CARA, shown)
    with refused(CodeRanOut()):
        await cafe.scans(CARA, shown)


async def test_not_here_after_the_stamp_changes_nothing(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    await serves(cafe, BEN, shown)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(CARA, shown.scan_id)
    assert (await cafe.card(MIA)).stamps == 1


async def test_a_request_that_ended_is_not_followed_by_another_within_a_minute(cafe: Cafe) -> None:
    await NotHere(cafe.database)(BEN, (await cafe.shows(MIA)).scan_id)
    cafe.later(seconds=59)
    again = await cafe.shows(MIA)
    assert (again.queued, again.kept_out) == (False, TooSoon(seconds=1))
    assert await names(cafe, private(BEN)) == []
    cafe.later(seconds=1)
    assert (await cafe.shows(MIA)).queued


async def test_a_declined_request_waits_its_minute_and_a_served_one_does_not(cafe: Cafe) -> None:
    shown = await cafe.shows(MIA)
    visit = (await cafe.scans(BEN, shown)).visit
    await cafe.decline_visit(BEN, visit.id)
    assert (await cafe.shows(MIA)).kept_out == TooSoon(seconds=60)
    await serves(cafe, BEN, await cafe.shows(LEO))
    assert (await cafe.shows(LEO)).queued


async def test_whose_card_is_open_does_not_come_into_the_queue_as_well(cafe: Cafe) -> None:
    await cafe.scans(BEN, await cafe.shows(MIA))
    for _ in range(2):
        shown = await cafe.shows(MIA)
        assert (shown.queued, shown.kept_out) == (False, None), "the message of the open card says enough"
        cafe.later(minutes=2)
    assert await names(cafe, private(CARA)) == []


async def test_three_times_not_here_on_one_day_pause_the_requests_until_the_next(cafe: Cafe) -> None:
    for _ in range(3):
        shown = await cafe.shows(MIA)
        assert shown.queued
        await NotHere(cafe.database)(BEN, shown.scan_id)
        cafe.later(seconds=60)
    cafe.later(seconds=-1)  # a minute's wait would not help, so it is not what is said
    paused = await cafe.shows(MIA)
    assert (paused.queued, paused.kept_out) == (False, TooOftenAbsent())
    with refused(CodeRanOut()):
        await serves(cafe, BEN, paused)
    with refused(CodeRanOut()):
        await NotHere(cafe.database)(BEN, paused.scan_id)
    assert (await cafe.types(BEN, paused.typed_code)).customer_name == "Mia"
    cafe.later(hours=20)  # after 04:00
    assert (await cafe.shows(MIA)).queued


class SameAnimalFirst(PredictableSecrets):
    """Draws fox 10 for everybody, and something else only when that is taken."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0

    def token_bytes(self, n: int) -> bytes:
        self.drawn = 0  # a new code begins with its secret
        return super().token_bytes(n)

    def below(self, n: int) -> int:
        if n == 1_000_000:
            return int.from_bytes(super().token_bytes(8)) % n
        self.drawn += 1
        return 0 if self.drawn <= 2 else 1


async def test_a_pair_code_in_sight_is_not_given_to_the_next_customer(cafe: Cafe) -> None:
    cafe.show_code = ShowCode(cafe.database, SameAnimalFirst())
    shown = await cafe.shows(MIA)
    await serves(cafe, BEN, shown)
    assert (await cafe.shows(LEO)).pair_code != shown.pair_code
    cafe.later(minutes=20)
    await cafe.expire_due()
    assert (await cafe.shows(CARA)).pair_code == shown.pair_code, "it is out of sight by now"


def a_crowd(count: int) -> list[Person]:
    """Customers of the rush."""
    return [Person(TelegramId(5000 + n), f"Guest {n}", "en") for n in range(count)]


async def test_eleven_waiting_are_served_first_come_first_in_one_message(cafe: Cafe) -> None:
    await binds(cafe)
    await delivers(cafe)
    crowd = a_crowd(11)
    shown = [await cafe.shows(customer) for customer in crowd]
    assert await names(cafe, GROUP) == [customer.name for customer in crowd]
    waiting = "SELECT COUNT(*) FROM deliveries WHERE chat_id = ? AND state = 'pending'"
    assert cafe.number(waiting, GROUP) == 1, "eleven changes cost one edit"
    await asyncio.gather(*(serves(cafe, BEN if n % 2 else CARA, one) for n, one in enumerate(shown)))
    facts = await sees(cafe, GROUP)
    assert (len(facts.waiting), facts.served, len(facts.recent)) == (0, 11, 11)
    assert queues(cafe) == [GROUP]


async def test_a_buried_queue_is_posted_anew_when_the_next_customer_comes(cafe: Cafe) -> None:
    await binds(cafe)
    await delivers(cafe)
    await cafe.database.write(lambda tx: [tx.screens.bury(GROUP) for _ in range(BURIED - 1)])
    await cafe.shows(MIA)
    await delivers(cafe)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE chat_id = -500") == 1
    await cafe.database.write(lambda tx: tx.screens.bury(GROUP))
    await cafe.shows(LEO)
    assert cafe.rows("SELECT kind, buried FROM screens WHERE chat_id = -500 ORDER BY id") == [
        (ScreenKind.OLD_QUEUE, BURIED),
        (ScreenKind.QUEUE, 0),
    ]
    assert cafe.number("SELECT COUNT(*) FROM deliveries WHERE chat_id = -500 AND state = 'pending'") == 2


async def test_our_own_messages_bury_the_queue_and_its_edits_do_not(cafe: Cafe) -> None:
    await binds(cafe)
    await delivers(cafe)
    shown = await cafe.shows(MIA)
    await delivers(cafe)
    assert cafe.rows("SELECT buried FROM screens WHERE kind = 'queue'") == [(0,)]
    visit = (await cafe.scans(BEN, shown)).visit
    cause = Cause(GROUP, MessageId(77))
    await BringCard(cafe.database)(BEN, visit.id, chat_id=GROUP, cause=cause)
    await delivers(cafe)
    assert cafe.rows("SELECT buried FROM screens WHERE kind = 'queue'") == [(1,)]


async def test_the_queue_asked_for_comes_to_the_own_chat_once_a_message(cafe: Cafe) -> None:
    show, cause = ShowQueue(cafe.database), Cause(private(BEN), MessageId(5))
    for _ in range(2):
        await show(BEN, chat_id=private(BEN), cause=cause)
    assert queues(cafe) == [private(BEN)]
    await delivers(cafe)
    await show(BEN, chat_id=ChatId(-777), cause=Cause(ChatId(-777), MessageId(5)))
    assert queues(cafe) == [private(BEN)], "a group that it is not for gets nothing"
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'old_queue'") == 1


async def test_a_card_of_a_visit_that_nobody_knows_is_refused(cafe: Cafe) -> None:
    with refused(VisitOver(VisitState.EXPIRED)):
        await BringCard(cafe.database)(BEN, VisitId(99), chat_id=GROUP, cause=Cause(GROUP, MessageId(1)))


async def test_undo_stands_in_the_queue_for_ten_minutes_and_goes_by_itself(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    [served] = (await sees(cafe, private(BEN))).recent
    assert served.visit.may_be_undone(cafe.clock.now())
    await delivers(cafe)
    cafe.later(minutes=10)
    await cafe.expire_due()
    redraws = (
        "SELECT COUNT(*) FROM deliveries d JOIN screens s ON s.id = d.screen_id WHERE d.state = 'pending'"
    )
    assert cafe.number(redraws + " AND s.kind = 'queue'") == 3
    facts = await sees(cafe, private(BEN))
    assert (list(facts.recent), facts.served) == ([], 1)


async def test_an_undone_visit_is_said_and_counts_no_more(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    await cafe.undo_visit(CARA, done.visit.id)
    facts = await sees(cafe, private(BEN))
    assert (facts.served, facts.recent[0].visit.state, facts.recent[0].by) == (0, VisitState.UNDONE, "Cara")
    assert (await cafe.shows(MIA)).queued, "whoever was undone by mistake may ask again at once"


async def test_the_queue_of_somebody_who_left_is_closed_when_the_next_customer_comes(cafe: Cafe) -> None:
    await cafe.shows(MIA)
    cafe.removes(CARA)
    assert await ReadQueue(cafe.database)(private(CARA)) is None
    await cafe.shows(LEO)
    assert queues(cafe) == [private(ANNA), private(BEN)]


async def test_practice_stays_out_of_the_queue(cafe: Cafe) -> None:
    await cafe.join(MIA)
    with cafe.raw() as connection:
        connection.execute("UPDATE customers SET practice = 1")
    assert not (await cafe.shows(MIA)).queued
    assert queues(cafe) == []


async def test_more_brings_the_card_at_each_tap_and_once_for_a_tap_that_is_handled_again(cafe: Cafe) -> None:
    done = await serves(cafe, BEN, await cafe.shows(MIA))
    assert isinstance(done, Stamped)
    for tap in ("7001", "7001", "7002"):
        cause = Cause(private(BEN), MessageId(9), tap)
        await BringCard(cafe.database)(BEN, done.visit.id, chat_id=private(BEN), cause=cause)
        await delivers(cafe)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE kind = 'staff_card'") == 2
