"""Answering the owner's own question: by a tap or in the own words, once, changeable for an hour.

Not here: writing the question and its results (own_questions.py), and sending it (use_cases/campaigns).
"""

from dataclasses import dataclass
from datetime import datetime

from loyalty.campaigns import Campaign, OwnQuestionTerms, Post
from loyalty.ids import ChatId, MessageId, RecipientId
from loyalty.letters import Content, Writing
from loyalty.own_questions import LONGEST_ANSWER, SCALE, AnswerForm, OwnAnswer
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.posts import units_of
from loyalty.questions import QuestionState
from loyalty.refusals import (
    AnsweredByTap,
    AnswerFixed,
    NotForYou,
    OwnQuestionRefusal,
    OwnWordsUnfit,
    QuestionOver,
    Refused,
)
from loyalty.responses import Phase
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.running_question import open_until


@dataclass(frozen=True, slots=True)
class OwnQuestionFacts:
    """What the message of a question shows, and why a tap changed nothing; None: it did, or had before."""

    recipient_id: RecipientId
    post: Post
    terms: OwnQuestionTerms
    phase: Phase
    number: int | None = None
    """Which answer was chosen, from 1, or where on the scale."""
    may_change: bool = False
    refusal: OwnQuestionRefusal | None = None


@dataclass(frozen=True, slots=True)
class ChooseAnswer:
    """A tap on an answer."""

    database: Database

    async def __call__(self, person: Person, recipient_id: RecipientId, number: int) -> OwnQuestionFacts:
        """The same answer again changes nothing. Raises Refused(NotForYou).

        Refusals in the facts: QuestionOver, AnswerFixed.
        """
        return await self.database.write(lambda tx: _choose(tx, person, recipient_id, number))

    async def again(self, person: Person, recipient_id: RecipientId) -> OwnQuestionFacts:
        """The question as it was asked, for another choice; within an hour. Refusals as above."""

        def body(tx: Transaction) -> OwnQuestionFacts:
            own = _find_own(tx, person, recipient_id)
            why_not = own.why_not
            return own.show(why_not) if why_not is not None else own.show(asks=True)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class SayAnswer:
    """A reply to the question: an answer in the own words."""

    database: Database

    async def __call__(self, person: Person, asked_by: MessageId, writing: Writing) -> None:
        """Kept; within an hour another one takes its place. `asked_by`: the message that was replied to.

        Raises Refused: NotForYou, QuestionOver, AnswerFixed; AnsweredByTap for a question with buttons;
        OwnWordsUnfit for what is no text, or too long.
        """

        def body(tx: Transaction) -> None:
            recipient_id = tx.own_answers.find_sent_as(writing.chat_id, asked_by)
            if recipient_id is None:
                raise Refused(NotForYou())
            own = _find_own(tx, person, recipient_id)
            if own.answer.text == writing.text:
                return
            if own.why_not is not None:
                raise Refused(own.why_not)
            if own.terms.form is not AnswerForm.TEXT:
                raise Refused(AnsweredByTap())
            if writing.content is not Content.TEXT or not 1 <= units_of(writing.text) <= LONGEST_ANSWER:
                raise Refused(OwnWordsUnfit(LONGEST_ANSWER))
            tx.own_answers.say(recipient_id, writing.text)
            tx.questions.settle(own.answer.question_id, QuestionState.ANSWERED)

        await self.database.write(body)

    async def is_asked(self, chat_id: ChatId, asked_by: MessageId) -> bool:
        """Whether this message of ours is a question: a reply to it, whatever became of the question, is for
        nobody at the counter.
        """
        return await self.database.read(lambda tx: tx.own_answers.find_sent_as(chat_id, asked_by) is not None)


@dataclass(frozen=True, slots=True)
class _Own:
    """A question that this customer was asked, with their answer."""

    campaign: Campaign
    terms: OwnQuestionTerms
    post: Post
    answer: OwnAnswer
    now: datetime
    until: datetime | None

    @property
    def why_not(self) -> OwnQuestionRefusal | None:
        """Why nothing can be answered; None: it can."""
        if self.until is None:
            return QuestionOver()
        return None if self.answer.may_change(self.now) else AnswerFixed()

    def show(self, refusal: OwnQuestionRefusal | None = None, *, asks: bool = False) -> OwnQuestionFacts:
        """As it is now; `asks`: with its answers, also when one was given."""
        over = self.until is None
        phase = Phase.SCORED if self.answer.number is not None else Phase.OVER if over else Phase.OPEN
        return OwnQuestionFacts(
            self.answer.recipient_id, self.post, self.terms, Phase.OPEN if asks else phase,
            number=self.answer.number, may_change=self.why_not is None, refusal=refusal,
        )  # fmt: skip


def _choose(tx: Transaction, person: Person, recipient_id: RecipientId, number: int) -> OwnQuestionFacts:
    own = _find_own(tx, person, recipient_id)
    if number not in numbers_of(own.terms):
        raise Refused(NotForYou())
    if own.answer.number == number:
        return own.show()
    if own.why_not is not None:
        return own.show(own.why_not)
    keep = tx.own_answers.choose if own.terms.form is AnswerForm.CHOICE else tx.own_answers.rate
    keep(recipient_id, number)
    tx.questions.settle(own.answer.question_id, QuestionState.ANSWERED)
    return _find_own(tx, person, recipient_id).show()


def numbers_of(terms: OwnQuestionTerms) -> range:
    """What a tap can say: which of the answers, from 1, or where on the scale."""
    if terms.form is AnswerForm.CHOICE:
        return range(1, len(terms.answers) + 1)
    return SCALE if terms.form is AnswerForm.SCALE else range(0)


def _find_own(tx: Transaction, person: Person, recipient_id: RecipientId) -> _Own:
    """The customer's own, also on a card that was moved since. Raises Refused(NotForYou)."""
    recipient, answer = tx.recipients.find(recipient_id), tx.own_answers.find(recipient_id)
    customer = tx.people.find_customer(person.telegram_id)
    if recipient is None or answer is None or customer is None:
        raise Refused(NotForYou())
    if follow_moves(tx, recipient.customer_id) != customer.id:
        raise Refused(NotForYou())
    campaign, main = tx.campaigns.get(recipient.campaign_id), tx.programs.get_current().rules.language
    post = campaign.said_in(customer.chosen_language or customer.language, main)
    if post is None or not isinstance(campaign.terms, OwnQuestionTerms):
        raise AssertionError(f"recipient {recipient_id} was asked what is no question")
    return _Own(campaign, campaign.terms, post, answer, tx.now, open_until(tx, campaign))
