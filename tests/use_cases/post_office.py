"""A cafe that writes to many, without Telegram: drafts, who agreed, feeding, and what the sender would do.

Not here: stories.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from loyalty.campaigns import BroadcastTerms, Post, PostOffer, RecurringTerms, Speed
from loyalty.deliveries import Delivery, Lane
from loyalty.ids import CampaignId, CustomerId, MessageId, RecipientId, RunId, TelegramId
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.run_reports import RunReport
from loyalty.runs import CampaignPost, Run
from loyalty.segments import Segment
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.campaigns.launching import LaunchCampaign, TakeBackRun
from loyalty.use_cases.campaigns.opening_runs import OpenRuns
from loyalty.use_cases.campaigns.posts_to_send import ReadPost, Resting, Withheld
from loyalty.use_cases.campaigns.runs import ReadRun, ReadRuns
from loyalty.use_cases.campaigns.steering import EndRepeating, PauseRun, ResumeRun, StopRun
from loyalty.use_cases.house.sending import (
    ClaimDelivery,
    NoteFailed,
    NoteSent,
    PutBack,
    RescueDeliveries,
    SkipDelivery,
)
from loyalty.wishes import ConsentText, Purpose, WishState
from tests.counter import ANNA, Cafe

BLOCKED = "UNREACHABLE: Forbidden: bot was blocked by the user"
_AGREED = ConsentText("offers-1", "en")


class PostOffice:
    """What becomes of posts."""

    def __init__(self, cafe: Cafe) -> None:
        self.cafe = cafe
        database = cafe.database
        self.launch = LaunchCampaign(database)
        self.take_back = TakeBackRun(database)
        self.pause = PauseRun(database)
        self.resume = ResumeRun(database)
        self.stop = StopRun(database)
        self.end_repeating = EndRepeating(database)
        self.open_runs = OpenRuns(database)
        self.feed = FeedRuns(database, cafe.secrets)
        self.read_runs = ReadRuns(database)
        self.rescue = RescueDeliveries(database)
        self._claim = ClaimDelivery(database)
        self._read_post = ReadPost(database)

    async def draft(
        self, text: str = "Soup today", *, terms: BroadcastTerms | RecurringTerms | None = None,
        segment: Segment = (), offer: PostOffer | None = None,
    ) -> CampaignId:  # fmt: skip
        """The owner has written a post for these people."""
        terms = terms or BroadcastTerms(everybody=True)

        def body(tx: Transaction) -> CampaignId:
            [owner, *_] = tx.people.find_owners()
            campaign_id = tx.campaigns.add(terms, by=owner.id)
            tx.campaigns.change(campaign_id, segment=segment)
            tx.campaigns.keep_post(campaign_id, Post("en", text))
            tx.campaigns.attach(campaign_id, offer)
            return campaign_id

        return await self.cafe.database.write(body)

    async def guests(self, count: int, *, agreed: bool = True) -> list[Person]:
        """So many customers, with their word that we may write to them."""
        joined = [Person(TelegramId(5000 + n), f"Guest {n}", "en") for n in range(count)]
        for person in joined:
            await self.cafe.join(person)
        if agreed:
            await self.agree(joined)
        return joined

    async def agree(self, people: Sequence[Person], state: WishState = WishState.GRANTED) -> None:
        """They say yes to offers, or whatever else."""

        def body(tx: Transaction) -> None:
            for person in people:
                tx.wishes.keep(customer_of(tx, person), Purpose.OFFERS, state, _AGREED)

        await self.cafe.database.write(body)

    async def launches(self, campaign_id: CampaignId) -> Run:
        """The owner sends it, and the grace passes."""
        run = await self.launch(ANNA, campaign_id)
        self.cafe.later(seconds=11)
        return run

    async def sends(
        self, most: int = 10_000, *, fails: Mapping[Person, str] | None = None, takes: timedelta = timedelta()
    ) -> list[TelegramId]:
        """Feeding and sending go on until nothing more is due, or so many were sent; answers to whom."""
        reached: list[TelegramId] = []
        problems = {person.telegram_id: problem for person, problem in (fails or {}).items()}
        while len(reached) < most:
            delivery = await self.claims()
            if delivery is None:
                await self.feed()
                delivery = await self.claims()
            if delivery is None:
                return reached
            if await self.arrives(delivery, problems.get(TelegramId(delivery.chat_id), "")):
                reached.append(TelegramId(delivery.chat_id))
            self.cafe.clock.advance(takes)
        return reached

    async def claims(self) -> Delivery | None:
        """The next campaign message, on its way."""
        return await self._claim([Lane.BULK])

    async def arrives(self, delivery: Delivery, problem: str = "") -> bool:
        """What the sender does with one; False when it was withheld, put back or failed."""
        assert isinstance(delivery.content, CampaignPost)
        facts = await self._read_post(delivery.content.recipient_id)
        if isinstance(facts, Resting):
            put_back = PutBack(self.cafe.database)
            await put_back(delivery, wait=timedelta(seconds=10), error="it rests", count_attempt=False)
            return False
        if isinstance(facts, Withheld):
            await SkipDelivery(self.cafe.database)(delivery, facts.reason)
            return False
        if problem:
            await NoteFailed(self.cafe.database)(delivery, problem, unreachable=True)
            return False
        await NoteSent(self.cafe.database)(delivery, message_id=MessageId(int(delivery.id)))
        return True

    async def report(self, run_id: RunId) -> RunReport:
        """What the run's message shows."""
        return await ReadRun(self.cafe.database, Speed())(run_id)

    def states(self, run_id: RunId) -> dict[str, int]:
        """How many recipients are in which state."""
        rows = self.cafe.rows(
            "SELECT state, COUNT(*) FROM recipients WHERE run_id = ? GROUP BY state ORDER BY state", run_id
        )
        return {str(state): int(str(count)) for state, count in rows}

    def recipients(self, run_id: RunId) -> list[RecipientId]:
        """Their ids, in order."""
        rows = self.cafe.rows("SELECT id FROM recipients WHERE run_id = ? ORDER BY id", run_id)
        return [RecipientId(int(str(row[0]))) for row in rows]


def customer_of(tx: Transaction, person: Person) -> CustomerId:
    """Under which number somebody collects."""
    known = tx.people.find_customer(person.telegram_id)
    assert known is not None
    return known.id
