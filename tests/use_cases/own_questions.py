"""The owner's own question in the tests: written, let go, and answered by whoever it reached.

Not here: the tests (test_own_questions.py, test_own_answers.py).
"""

from dataclasses import dataclass
from datetime import timedelta

from loyalty.ids import CampaignId, MessageId, RecipientId
from loyalty.letters import Content, Writing
from loyalty.own_questions import AnswerForm
from loyalty.people import Cause, Person
from loyalty.runs import Run
from loyalty.use_cases.campaigns.draft_plans import PickCustomers
from loyalty.use_cases.campaigns.draft_reading import ReadDraft
from loyalty.use_cases.campaigns.draft_sending import SendDraft
from loyalty.use_cases.campaigns.drafts import KeepPost, WrittenPost
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.use_cases.listening.own_answers import ChooseAnswer, OwnQuestionFacts, SayAnswer
from loyalty.use_cases.listening.own_questions import CloseQuestion, OwnResults, ReadOwnResults, SetAnswers
from tests.counter import ANNA, Cafe, private
from tests.use_cases.listening import MAY, ListeningCafe

CAKES = ("Cheesecake", "Carrot cake", "Brownie")


@dataclass
class Asking:
    """An owner who asks, and what is answered."""

    here: ListeningCafe
    written: int = 0

    def __post_init__(self) -> None:
        database = self.cafe.database
        self.set_answers = SetAnswers(database)
        self.choose = ChooseAnswer(database)
        self.say = SayAnswer(database)
        self.close = CloseQuestion(database)
        self.results = ReadOwnResults(database)

    @classmethod
    async def open(cls, cafe: Cafe, *customers: Person) -> "Asking":
        """On a Monday at eleven, with these customers."""
        here = await ListeningCafe.open(cafe, guests=0, at=MAY + timedelta(hours=2))
        for customer in customers:
            await cafe.card(customer)
        return cls(here)

    @property
    def cafe(self) -> Cafe:
        """Where it is."""
        return self.here.cafe

    async def writes(self, text: str = "Which cake next?") -> CampaignId:
        """A draft, for everybody."""
        self.written += 1
        cause = Cause(private(ANNA), MessageId(700_000 + self.written))
        draft = await KeepPost(self.cafe.database)(ANNA, WrittenPost(text, None), cause=cause, question=True)
        await PickCustomers(self.cafe.database).everybody(ANNA, draft)
        return draft

    async def lets_go(self, draft: CampaignId) -> Run:
        """As many as it says."""
        database = self.cafe.database
        facts = await ReadDraft(database)(ANNA, draft)
        sent = await SendDraft(database, LaunchCampaign(database))(
            ANNA, draft, count=facts.gets_it, look=facts.look
        )
        assert isinstance(sent, Run)
        return sent

    async def asks(self, form: AnswerForm = AnswerForm.CHOICE) -> CampaignId:
        """Written, let go, and brought to everybody."""
        draft = await self.writes()
        if form is AnswerForm.CHOICE:
            await self.set_answers.choices(ANNA, draft, CAKES, language="en")
        else:
            await self.set_answers.form(ANNA, draft, form)
        await self.lets_go(draft)
        await self.here.passes(minutes=2)
        return draft

    def message(self, customer: Person) -> RecipientId:
        """The question that somebody got last."""
        return [one for chat, one in self.here.questions if chat == private(customer)][-1]

    def was_asked(self, customer: Person) -> bool:
        """Whether it reached them."""
        return private(customer) in [chat for chat, _ in self.here.questions]

    async def taps(self, customer: Person, number: int) -> OwnQuestionFacts:
        """On the question that they got."""
        return await self.choose(customer, self.message(customer), number)

    def sent_as(self, customer: Person) -> MessageId:
        """Under which number it lies in their chat."""
        return MessageId(self.cafe.number(
            "SELECT d.message_id FROM recipients r JOIN deliveries d ON d.id = r.delivery_id WHERE r.id = ?",
            self.message(customer),
        ))  # fmt: skip

    async def replies(self, customer: Person, said: str, *, content: Content = Content.TEXT) -> None:
        """To the question itself."""
        writing = Writing(content, said, private(customer), MessageId(800_000))
        await self.say(customer, self.sent_as(customer), writing)

    async def reads(self, question: CampaignId) -> OwnResults:
        """What the owner reads."""
        return await self.results(ANNA, question)
