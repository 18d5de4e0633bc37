"""A cafe whose standing campaigns are on, time that passes there, and what reached whom meanwhile.

Not here: tests.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from loyalty.birthdays import Birthday
from loyalty.campaigns import CampaignKind
from loyalty.days import local
from loyalty.deliveries import Lane
from loyalty.ids import ChatId, MessageId, OperationId, RecipientId
from loyalty.own_words import OwnWords
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.runs import CampaignPost
from loyalty.standing_times import Timing, kind_timed
from loyalty.use_cases.campaigns.birthday_gifts import GiveBirthdayGifts
from loyalty.use_cases.campaigns.birthdays import DeleteBirthday, KeepBirthday
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.campaigns.opening_runs import OpenRuns
from loyalty.use_cases.campaigns.rhythms import NoteRhythms
from loyalty.use_cases.campaigns.standing import (
    ChooseStandingReward,
    KeepStandingWords,
    OpenStanding,
    SetStandingDays,
    StandingView,
    SwitchStanding,
    TakeUsualWords,
)
from loyalty.use_cases.campaigns.standing_timing import SetLeapDay, SetStandingTiming
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.use_cases.house.receiving import NoteUnreachable
from loyalty.use_cases.visits.told import told_on
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, MIA, Cafe

CAKE = OwnWords.of({"en": "Slice of cake"})
SAID = {"en": "Hello from us"}
APRIL = datetime(2027, 4, 1, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Reached:
    """A standing campaign reached somebody."""

    at: str
    """On the cafe's wall."""
    chat: ChatId
    kind: CampaignKind
    occurrence: str
    on_receipt: bool = False


@dataclass
class StandingCafe:
    """The use cases, and everything that was sent so far."""

    cafe: Cafe
    reached: list[Reached] = field(default_factory=list)

    def __post_init__(self) -> None:
        database = self.cafe.database
        self.opening = OpenRuns(database)
        self.feeding = FeedRuns(database, self.cafe.secrets)
        self._looks = (GiveBirthdayGifts(database), self.opening, self.feeding, NoteRhythms(database))

    @classmethod
    async def open(cls, cafe: Cafe, at: datetime, *, zone: str = "UTC") -> "StandingCafe":
        """A cafe in this zone, at a moment of its own."""
        cafe.clock.advance(at - cafe.clock.now())
        await cafe.change_rules(ANNA, zone=zone)
        return cls(cafe)

    async def switches_on(
        self, kind: CampaignKind, *, item: OwnWords | None = None, days: int | None = None
    ) -> StandingView:
        """The owner reads its words, and switches it on."""
        database = self.cafe.database
        await OpenStanding(database)(ANNA, kind, SAID)
        if item is not None:
            await ChooseStandingReward(database)(ANNA, kind, item=item)
        if days is not None:
            await SetStandingDays(database)(ANNA, kind, days)
        view = await OpenStanding(database)(ANNA, kind, SAID)
        return await SwitchStanding(database)(ANNA, kind, on=True, read=view.words)

    async def switches_off(self, kind: CampaignKind) -> None:
        await SwitchStanding(self.cafe.database)(ANNA, kind, on=False)

    async def leaps_on_march(self) -> None:
        await OpenStanding(self.cafe.database)(ANNA, CampaignKind.BIRTHDAY, SAID)
        await SetLeapDay(self.cafe.database)(ANNA, on_march=True)

    async def times(self, timing: Timing, value: int) -> StandingView:
        await OpenStanding(self.cafe.database)(ANNA, kind_timed(timing), SAID)
        return await SetStandingTiming(self.cafe.database)(ANNA, timing, value)

    async def takes_usual_words(self, kind: CampaignKind) -> StandingView:
        return await TakeUsualWords(self.cafe.database)(ANNA, kind, SAID)

    async def writes(self, kind: CampaignKind, text: str) -> StandingView:
        return await KeepStandingWords(self.cafe.database)(ANNA, kind, "en", text, length=len(text))

    async def tells(self, customer: Person, month: int, day: int) -> None:
        """A customer joins and tells the birthday."""
        await self.cafe.card(customer)
        await KeepBirthday(self.cafe.database)(customer, Birthday(month, day), language="en")

    async def deletes_birthday(self, customer: Person) -> None:
        await DeleteBirthday(self.cafe.database)(customer, language="en")

    async def wishes(self, customer: Person, purpose: Purpose, *, on: bool) -> None:
        await self.cafe.card(customer)
        await SetWish(self.cafe.database)(customer, purpose, on=on, language="en")

    async def blocks(self, customer: Person) -> None:
        """A customer blocks the bot: nothing arrives any more."""
        await NoteUnreachable(self.cafe.database)(customer.telegram_id, "blocked")

    async def comes(self, customer: Person, *, stamps: int = 1) -> OperationId:
        """A whole visit; answers its receipt's number."""
        visit = await self.cafe.stamps(customer, stamps, by=BEN)
        number = "SELECT MIN(id) FROM operations WHERE visit_id = ? AND kind = 'visit'"
        return OperationId(self.cafe.number(number, visit))

    async def looks(self) -> None:
        """One look of the scheduler at everything, and the sender brings what there is."""
        for look in self._looks:
            await look()
        await self.cafe.expire_due()
        await self.delivers()

    async def until(self, moment: datetime, *, step: timedelta = timedelta(hours=1)) -> None:
        """Time passes in steps, with a look at each."""
        while self.cafe.clock.now() < moment:
            self.cafe.clock.advance(min(step, moment - self.cafe.clock.now()))
            await self.looks()

    async def nears(self, moment: datetime) -> None:
        """Time passes in half days until two days before it."""
        await self.until(moment - timedelta(days=2), step=timedelta(hours=12))

    async def delivers(self) -> None:
        """Everything that waits reaches its chat, and is noted if a standing campaign said it."""
        while await self.cafe.database.write(self._deliver):
            pass

    def _deliver(self, tx: Transaction) -> bool:
        delivery = tx.deliveries.claim([Lane.TRANSACTIONAL, Lane.BULK])
        if delivery is None:
            return False
        ids = []
        if isinstance(delivery.content, CampaignPost):
            ids = [delivery.content.recipient_id]
        elif isinstance(delivery.content, int):
            ids = [told.recipient_id for told in told_on(tx, OperationId(delivery.content))]
        for one in ids:
            self._note(tx, delivery.chat_id, one, on_receipt=isinstance(delivery.content, int))
        tx.deliveries.settle_sent(delivery, MessageId(int(delivery.id)), "drawn")
        return True

    def _note(self, tx: Transaction, chat: ChatId, one: RecipientId, *, on_receipt: bool) -> None:
        recipient = tx.recipients.get(one)
        kind = tx.campaigns.get(recipient.campaign_id).kind
        at = f"{local(tx.now, tx.programs.get_current().rules):%Y-%m-%dT%H:%M}"
        self.reached.append(Reached(at, chat, kind, recipient.occurrence, on_receipt))

    def of(self, customer: Person, kind: CampaignKind) -> list[str]:
        """When a campaign reached somebody, on the cafe's wall."""
        chat = ChatId(customer.telegram_id)
        return [one.at for one in self.reached if (one.chat, one.kind) == (chat, kind)]


async def visits(here: StandingCafe, count: int, *, every: timedelta = timedelta(hours=25)) -> None:
    """Mia comes so many times more."""
    for _ in range(count):
        here.cafe.clock.advance(every)
        await here.comes(MIA)


async def a_standing_cafe(folder: Path, at: datetime, *, zone: str = "UTC") -> StandingCafe:
    """Opened for itself, for tests over many zones."""
    return await StandingCafe.open(await Cafe.open_staffed(folder), at, zone=zone)
