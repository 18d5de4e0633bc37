"""The queue: who appears where, under which pair code, and what keeps its message short and in sight.

Not here: serving from it (test_queue_serving.py), *not here* (test_absences.py), how it looks
(tests/handlers/test_queue_screen.py) and the staff chat's fate (test_staff_chats.py).
"""

import asyncio

from loyalty.deliveries import ScreenKind
from loyalty.ids import ChatId, MessageId, StaffId, TelegramId
from loyalty.people import Cause, Person
from loyalty.queue import BURIED
from loyalty.refusals import CodeRanOut
from loyalty.use_cases.staff.tills import TakeShift
from loyalty.use_cases.visits.codes import ShowCode
from loyalty.use_cases.visits.queue import BringCard, NotHere, ReadQueue, ShowQueue
from tests.counter import ANNA, BEN, CARA, LEO, MIA, Cafe, PredictableSecrets, private
from tests.refusing import refused
from tests.use_cases.at_the_queue import GROUP, TILL, binds, delivers, names, puts_on_shift, sees, serves


def queues(cafe: Cafe) -> list[int]:
    """The chats that show the queue."""
    return [
        int(str(chat))
        for (chat,) in cafe.rows("SELECT chat_id FROM screens WHERE kind = 'queue' ORDER BY id")
    ]


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


async def test_a_buried_queue_is_posted_anew_when_one_more_customer_comes(cafe: Cafe) -> None:
    await binds(cafe)
    await delivers(cafe)
    await cafe.shows(MIA)
    await delivers(cafe)
    await cafe.database.write(lambda tx: [tx.screens.bury(GROUP) for _ in range(BURIED - 1)])
    await cafe.shows(a_crowd(1)[0])
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


async def test_whoever_comes_to_an_empty_queue_brings_it_to_the_end_if_anything_stands_below(
    cafe: Cafe,
) -> None:
    await binds(cafe)
    await delivers(cafe)
    await cafe.database.write(lambda tx: tx.screens.bury(GROUP))
    await cafe.shows(MIA)
    assert cafe.rows("SELECT kind FROM screens WHERE chat_id = -500 ORDER BY id") == [
        (ScreenKind.OLD_QUEUE,),
        (ScreenKind.QUEUE,),
    ]
    await delivers(cafe)
    await cafe.database.write(lambda tx: tx.screens.bury(GROUP))
    await cafe.shows(MIA)
    assert queues(cafe) == [GROUP], "who waits already and taps again moves nothing"
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE chat_id = -500") == 2
    await cafe.shows(LEO)
    assert cafe.number("SELECT COUNT(*) FROM screens WHERE chat_id = -500") == 2, (
        "one below is not buried yet"
    )
