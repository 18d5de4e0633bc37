"""People at the queue: the staff chat, a tap in it, and who sees whom.

Not here: tests.
"""

from loyalty.deliveries import Lane, Screen
from loyalty.ids import ChatId, MessageId, TelegramId
from loyalty.people import Cause, Person
from loyalty.ports import Transaction
from loyalty.queue import QueueFacts
from loyalty.use_cases.staff.staff_chats import BindStaffChat
from loyalty.use_cases.visits.codes import ShownCode
from loyalty.use_cases.visits.earning import Stamped
from loyalty.use_cases.visits.queue import CardOpened, ReadQueue, ServeFromQueue
from tests.counter import ANNA, Cafe

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
