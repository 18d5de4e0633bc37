"""A busy cafe in a real file: people who joined, codes shown, visits open, messages sent.

Everything is done through the use cases. Not here: measuring.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

from bot.clock import SystemClock
from bot.secret_source import SystemSecrets
from loyalty.deliveries import Lane
from loyalty.ids import ChatId, MessageId, TelegramId, VisitId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.secrets import parse_payload
from loyalty.use_cases.staff.staffing import MakeOwnerLink, OpenInvite
from loyalty.use_cases.visits.codes import KeepCodeScreens, ShowCode
from loyalty.use_cases.visits.confirming import OpenVisit
from loyalty.use_cases.visits.opening import LinkSecret
from storage.sqlite import FILE_NAME, SqliteDatabase

BARISTA = Person(TelegramId(900_000_001), "Dana", "en")
COUNTER = ChatId(BARISTA.telegram_id)
FIRST_CUSTOMER = 10_000


@dataclass(frozen=True, slots=True)
class Cafe:
    """An open cafe."""

    database: SqliteDatabase
    _numbers: Iterator[int] = field(default_factory=lambda: count(FIRST_CUSTOMER))

    def meet_people(self, how_many: int) -> list[Person]:
        """People whom the cafe has not seen before."""
        return [customer(number) for number in islice(self._numbers, how_many)]

    async def open_visits(self, how_many: int) -> list[VisitId]:
        """Visits that wait for their confirmation, of new customers, their messages on the screens.

        New ones each time: rewards that nobody takes would pile up, and each round would be slower.
        """
        return await self.open_visits_of(self.meet_people(how_many))

    async def open_visits_of(self, people: Sequence[Person]) -> list[VisitId]:
        """A visit of each of these people that waits for its confirmation."""
        visits = await asyncio.gather(*(self._open_visit(person) for person in people))
        await self.database.write(send_all)
        return list(visits)

    async def count_waiting(self) -> int:
        """How many messages and redraws wait to be sent."""
        return await self.database.read(lambda tx: tx.deliveries.count_waiting())

    async def _open_visit(self, person: Person) -> VisitId:
        code = await ShowCode(self.database, SystemSecrets())(person, cause=None)
        chat = ChatId(person.telegram_id)
        await KeepCodeScreens(self.database)(code.scan_id, chat, text=MessageId(1), picture=MessageId(2))
        opened = await OpenVisit(self.database)(BARISTA, LinkSecret(code.secret), chat_id=COUNTER, cause=None)
        return opened.id


def customer(number: int) -> Person:
    """The person with this Telegram id."""
    return Person(TelegramId(number), f"Customer {number}", "en")


@asynccontextmanager
async def open_cafe(folder: Path) -> AsyncIterator[Cafe]:
    """A new cafe with one barista."""
    folder.mkdir()
    async with reopen_cafe(folder) as cafe:
        link = parse_payload(await MakeOwnerLink(cafe.database, SystemSecrets())())
        assert link is not None
        await OpenInvite(cafe.database)(BARISTA, link[1])
        yield cafe


@asynccontextmanager
async def reopen_cafe(folder: Path) -> AsyncIterator[Cafe]:
    """The cafe that is in this folder."""
    database = await SqliteDatabase.open(folder / FILE_NAME, clock=SystemClock(), secrets=SystemSecrets())
    try:
        yield Cafe(database)
    finally:
        await database.close()


def send_all(tx: Transaction) -> None:
    """What waits is sent, as it would be by the time that a barista taps."""
    message = 100
    while (delivery := tx.deliveries.claim([Lane.TRANSACTIONAL])) is not None:
        message += 1
        tx.deliveries.settle_sent(delivery, MessageId(message), "drawn")
