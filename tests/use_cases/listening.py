"""A cafe that asks after visits: thirty customers, surveys switched on, and what reached whom.

Not here: tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from loyalty.campaigns import AspectTerms, CampaignKind, CampaignState, SurveyTerms
from loyalty.deliveries import Lane
from loyalty.ids import CampaignId, ChatId, MessageId, RecipientId, VisitId
from loyalty.letters import Content, Writing
from loyalty.people import Person
from loyalty.ports import Transaction
from loyalty.responses import Asked, Phase, ThanksFacts, decode_asked
from loyalty.runs import CampaignPost
from loyalty.use_cases.campaigns.feeding import FeedRuns
from loyalty.use_cases.campaigns.opening_runs import OpenRuns
from loyalty.use_cases.campaigns.posts_to_send import PostFacts, ReadPost, Resting, Withheld
from loyalty.use_cases.campaigns.wishes import SetWish
from loyalty.use_cases.house.sending import ClaimDelivery, NoteSent, PutBack, SkipDelivery
from loyalty.use_cases.listening.answering import GiveReason, Heard, ScoreVisit
from loyalty.use_cases.listening.praising import ReadThanks
from loyalty.wishes import Purpose
from tests.counter import ANNA, BEN, Cafe, private
from tests.use_cases.posts import a_guest

MAY = datetime(2027, 5, 3, 9, tzinfo=UTC)
"""A Monday, before the day's first posts."""
SURVEY, ASPECT = CampaignKind.SURVEY, CampaignKind.ASPECT
Terms = SurveyTerms | AspectTerms


@dataclass(frozen=True)
class Survey:
    """One that reached somebody."""

    at: datetime
    chat: ChatId
    recipient_id: RecipientId
    kind: CampaignKind
    asked: Asked


@dataclass
class ListeningCafe:
    """The use cases, and every survey that was sent so far."""

    cafe: Cafe
    reached: list[Survey] = field(default_factory=list)
    regulars: set[Person] = field(default_factory=set)
    """Who came twice before, on days of their own."""
    questions: list[tuple[ChatId, RecipientId]] = field(default_factory=list)
    """Whom the owner's own question reached, by which message."""
    _replies: int = 900_001

    def __post_init__(self) -> None:
        database = self.cafe.database
        self.opening = OpenRuns(database)
        self.feeding = FeedRuns(database, self.cafe.secrets)
        self.score_visit = ScoreVisit(database)
        self.give_reason = GiveReason(database)
        self._read_post = ReadPost(database)

    @classmethod
    async def open(cls, cafe: Cafe, *, guests: int = 30, at: datetime = MAY) -> "ListeningCafe":
        """At this moment, in UTC, with so many customers beside those of the test."""
        cafe.clock.advance(at - cafe.clock.now())
        for number in range(guests):
            await cafe.join(a_guest(number))
        return cls(cafe)

    async def asks(self, terms: Terms | None = None) -> CampaignId:
        """It is on from now on, with these terms."""
        terms = terms or SurveyTerms()

        def body(tx: Transaction) -> CampaignId:
            owner = tx.people.find_staff(ANNA.telegram_id)
            assert owner is not None
            kind = SURVEY if isinstance(terms, SurveyTerms) else ASPECT
            known = tx.campaigns.find_standing(kind)
            campaign_id = known.id if known else tx.campaigns.add(terms, by=owner.id)
            tx.campaigns.change(campaign_id, terms=terms)
            tx.campaigns.become(campaign_id, CampaignState.ON, by=owner.id)
            return campaign_id

        return await self.cafe.database.write(body)

    async def comes(self, customer: Person, visits: int = 1) -> VisitId:
        """So many visits, each on a day of its own; the last one is now. No receipt asks about offers."""
        await self.decides(customer)
        for _ in range(visits - 1):
            await self.cafe.stamps(customer, 1, by=BEN)
            self.cafe.clock.advance(timedelta(hours=24))
        return await self.cafe.stamps(customer, 1, by=BEN)

    async def decides(self, customer: Person) -> None:
        """They say no to offers before anybody asks them."""
        await self.cafe.card(customer)
        await SetWish(self.cafe.database)(customer, Purpose.OFFERS, on=False, language="en")

    async def is_regular(self, *customers: Person) -> None:
        """They have come twice, on days of their own, and no receipt asks them about offers."""
        for customer in customers:
            await self.decides(customer)
        for _ in range(2):
            for customer in customers:
                await self.cafe.stamps(customer, 1, by=BEN)
            self.cafe.clock.advance(timedelta(hours=24))
        self.regulars.update(customers)

    def day_comes(self, day: date | None = None) -> None:
        """It is nine in the morning, of this day or of the next one."""
        now = self.cafe.clock.now()
        day = day or (now + timedelta(hours=15)).date()
        nine = datetime.combine(day, time(9), UTC)
        assert nine >= now, "it is over"
        self.cafe.clock.advance(nine - now)

    async def asks_all(
        self, *customers: Person, on: date | None = None, kind: CampaignKind = SURVEY
    ) -> list[RecipientId]:
        """On this day they come for the third time or once more, and hours later each is asked."""
        await self.come_and_wait(*customers, on=on)
        await self.looks()
        return [self.of(one, kind)[-1].recipient_id for one in customers]

    async def come_and_wait(self, *customers: Person, on: date | None = None) -> None:
        """The same until they are due, and nobody has looked yet."""
        strangers = [one for one in customers if one not in self.regulars]
        if strangers:
            self.day_comes(on - timedelta(days=2) if on else None)
            await self.is_regular(*strangers)
        self.day_comes(on)
        for customer in customers:
            await self.decides(customer)
            await self.cafe.stamps(customer, 1, by=BEN)
        self.cafe.later(hours=4, minutes=30)

    async def hears(
        self, customer: Person, score: int, reason: str = "", *, on: date | None = None,
        kind: CampaignKind = SURVEY, content: Content = Content.TEXT,
    ) -> RecipientId:  # fmt: skip
        """Somebody comes, is asked, gives a score at once, and says why unless there is nothing to say."""
        [recipient_id] = await self.asks_all(customer, on=on, kind=kind)
        await self.is_told(customer, recipient_id, score, reason, content=content)
        return recipient_id

    async def hears_all(self, scores: Mapping[Person, int], *, on: date | None = None) -> None:
        """All on one day, without reasons."""
        asked = await self.asks_all(*scores, on=on)
        for (customer, score), recipient_id in zip(scores.items(), asked, strict=True):
            await self.is_told(customer, recipient_id, score)

    async def is_told(
        self, customer: Person, recipient_id: RecipientId, score: int, reason: str = "", *,
        content: Content = Content.TEXT,
    ) -> None:  # fmt: skip
        """The score, and why."""
        await self.scores(customer, recipient_id, score)
        if reason or content is not Content.TEXT:
            self._replies += 1
            await self.replies(customer, recipient_id, reason, content=content, message=self._replies)

    async def looks(self) -> None:
        """One look of the scheduler, and the sender brings what there is."""
        await self.opening()
        await self.feeding()
        while await self._send_one():
            pass

    async def until(self, moment: datetime, *, step: timedelta = timedelta(minutes=30)) -> None:
        """Time passes in steps, with a look at each."""
        while self.cafe.clock.now() < moment:
            self.cafe.clock.advance(min(step, moment - self.cafe.clock.now()))
            await self.looks()

    async def passes(self, **time: float) -> None:
        """The same for so long."""
        await self.until(self.cafe.clock.now() + timedelta(**time))

    async def _send_one(self) -> bool:
        database = self.cafe.database
        delivery = await ClaimDelivery(database)([Lane.TRANSACTIONAL, Lane.BULK])
        if delivery is None:
            return False
        if isinstance(delivery.content, CampaignPost):
            facts = await self._read_post(delivery.content.recipient_id)
            if isinstance(facts, Resting):
                await PutBack(database)(
                    delivery, wait=timedelta(seconds=10), error="it rests", count_attempt=False
                )
                return False
            if isinstance(facts, Withheld):
                await SkipDelivery(database)(delivery, facts.reason)
                return True
            if isinstance(facts, PostFacts):
                self.questions.append((delivery.chat_id, delivery.content.recipient_id))
            else:
                assert facts.facts.phase is Phase.OPEN
                await self._note(delivery.chat_id, delivery.content.recipient_id)
        await NoteSent(database)(delivery, message_id=MessageId(int(delivery.id)))
        return True

    async def _note(self, chat: ChatId, recipient_id: RecipientId) -> None:
        def body(tx: Transaction) -> Survey:
            recipient = tx.recipients.get(recipient_id)
            asked = decode_asked(recipient.facts)
            assert asked is not None
            kind = tx.campaigns.get(recipient.campaign_id).kind
            return Survey(tx.now, chat, recipient_id, kind, asked)

        self.reached.append(await self.cafe.database.read(body))

    def of(self, customer: Person, kind: CampaignKind = SURVEY) -> list[Survey]:
        """What somebody was asked."""
        return [one for one in self.reached if (one.chat, one.kind) == (private(customer), kind)]

    async def is_asked(self, customer: Person, *, visits: int = 3) -> RecipientId:
        """A customer comes often enough, and is asked after the last visit."""
        await self.comes(customer, visits)
        await self.passes(hours=5)
        return self.of(customer)[-1].recipient_id

    async def scores(self, customer: Person, recipient_id: RecipientId, score: int) -> Heard:
        """A tap, and what is asked then is sent."""
        heard = await self.score_visit(customer, recipient_id, score, chat_id=private(customer))
        await self.looks()
        return heard

    def question_why(self, recipient_id: RecipientId) -> MessageId:
        """The newest message that asks for the reason."""
        return MessageId(
            self.cafe.number(
                "SELECT MAX(message_id) FROM screens WHERE kind = 'reason' AND subject_id = ?", recipient_id
            )
        )

    async def replies(
        self, customer: Person, recipient_id: RecipientId, said: str = "Good coffee", *,
        content: Content = Content.TEXT, message: int = 900_001,
    ) -> ThanksFacts:  # fmt: skip
        """The reason, as a reply to the question why; it is thanked for."""
        writing = Writing(content, said, private(customer), MessageId(message))
        assert await self.give_reason(customer, self.question_why(recipient_id), writing) is None
        return await self.thanked_with(recipient_id)

    async def thanked_with(self, recipient_id: RecipientId) -> ThanksFacts:
        """What the messages show that follow on an answer."""
        facts = await ReadThanks(self.cafe.database)(recipient_id)
        assert facts is not None
        return facts

    def skipped(self) -> dict[str, int]:
        """How many got nothing, and why."""
        rows = self.cafe.rows(
            "SELECT reason, COUNT(*) FROM recipients WHERE state = 'skipped' GROUP BY reason"
        )
        return {str(reason): int(str(count)) for reason, count in rows}
