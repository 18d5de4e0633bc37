"""Answering a survey: a score, which can be corrected for a while, and one reason, told or not.

Not here: what follows on either (following_up.py), and the reason's message itself, which is a screen.
"""

from dataclasses import dataclass, replace

from loyalty.ids import ChatId, MessageId, RecipientId
from loyalty.letters import Content, Writing
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.questions import QuestionState
from loyalty.refusals import CorrectionOver, NotForYou, ReasonUnfit, Refused, SurveyOver, SurveyRefusal
from loyalty.responses import REASONS, Invitation, Phase, SurveyFacts, ThanksFacts, is_score
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.listening.asked import survey_of
from loyalty.use_cases.listening.following_up import (
    after_reason,
    after_score,
    offered_after_correction,
    thanks_of,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """The survey as it is after a tap, and why the tap changed nothing; None: it did, or had before."""

    facts: SurveyFacts
    refusal: SurveyRefusal | None = None
    offered: ThanksFacts | None = None
    """What follows on a correction to a score that promoters give; None: nothing."""


@dataclass(frozen=True, slots=True)
class ScoreVisit:
    """A tap on a score."""

    database: Database

    async def __call__(
        self, person: Person, recipient_id: RecipientId, score: int, *, chat_id: ChatId
    ) -> Heard:
        """The same score again changes nothing. Raises Refused(NotForYou).

        Refusals beside the facts: SurveyOver, CorrectionOver.
        """
        return await self.database.write(lambda tx: _score(tx, person, recipient_id, score, chat_id))


@dataclass(frozen=True, slots=True)
class ReconsiderScore:
    """Another score, please."""

    database: Database

    async def __call__(self, person: Person, recipient_id: RecipientId) -> Heard:
        """The survey as it was asked, for another choice; within an hour. Raises Refused(NotForYou)."""

        def body(tx: Transaction) -> Heard:
            invitation = find_own(tx, person, recipient_id)
            facts = _facts(tx, invitation)
            if facts.phase is Phase.SCORED and facts.may_change:
                return Heard(replace(facts, phase=Phase.OPEN))
            return Heard(facts, SurveyOver() if facts.phase is Phase.OVER else CorrectionOver())

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class SkipReason:
    """The customer would rather not say why."""

    database: Database

    async def __call__(
        self, person: Person, recipient_id: RecipientId
    ) -> tuple[SurveyFacts, ThanksFacts | None]:
        """The survey as it is then, and what follows; None: nothing, for it was told or skipped before.

        Raises Refused(NotForYou).
        """

        def body(tx: Transaction) -> tuple[SurveyFacts, ThanksFacts | None]:
            invitation = find_own(tx, person, recipient_id)
            if not tx.responses.give_reason(recipient_id, None):
                return _facts(tx, invitation), None
            return _facts(tx, invitation), thanks_of(tx, invitation)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class GiveReason:
    """A reply to the question why: the reason."""

    database: Database

    async def __call__(self, person: Person, asked_by: MessageId, writing: Writing) -> ThanksFacts:
        """What follows; sent twice, it is kept once. `asked_by`: the message of ours that was replied to.

        Raises Refused: NotForYou; ReasonUnfit for what is neither text, voice nor photo.
        """

        def body(tx: Transaction) -> ThanksFacts:
            cause = Cause(writing.chat_id, writing.message_id)
            recipient_id = tx.responses.find_caused_by(cause)
            recipient_id = recipient_id or tx.invitations.find_asked_by(writing.chat_id, asked_by)
            if recipient_id is None:
                raise Refused(NotForYou())
            invitation = find_own(tx, person, recipient_id)
            if writing.content not in REASONS or (writing.content is Content.TEXT and not writing.text):
                raise Refused(ReasonUnfit())
            tx.responses.give_reason(recipient_id, writing)
            return after_reason(tx, invitation)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class IsReasonAsked:
    """Whether a reply to this message is a reason: what is told later goes where other words go."""

    database: Database

    async def __call__(self, chat_id: ChatId, asked_by: MessageId, message_id: MessageId) -> bool:
        """`message_id`: the reply itself, for it may be the reason already."""

        def body(tx: Transaction) -> bool:
            if tx.responses.find_caused_by(Cause(chat_id, message_id)) is not None:
                return True
            recipient_id = tx.invitations.find_asked_by(chat_id, asked_by)
            response = None if recipient_id is None else tx.responses.find(recipient_id)
            return response is not None and response.takes_reason(tx.now)

        return await self.database.read(body)


def _score(tx: Transaction, person: Person, recipient_id: RecipientId, score: int, chat_id: ChatId) -> Heard:
    invitation = find_own(tx, person, recipient_id)
    if not is_score(score, aspect=invitation.aspect_id is not None):
        raise Refused(NotForYou())
    before = _facts(tx, invitation)
    if before.score == score:
        return Heard(before)
    if before.phase is Phase.OVER:
        return Heard(before, SurveyOver())
    if before.phase is Phase.SCORED and not before.may_change:
        return Heard(before, CorrectionOver())
    tx.responses.score(recipient_id, score)
    tx.questions.settle(invitation.question_id, QuestionState.ANSWERED)
    after_score(tx, invitation, chat_id)
    return Heard(_facts(tx, invitation), offered=offered_after_correction(tx, invitation, before.band))


def find_own(tx: Transaction, person: Person, recipient_id: RecipientId) -> Invitation:
    """The customer's own, also on a card that was moved since. Raises Refused(NotForYou)."""
    invitation = tx.invitations.find(recipient_id)
    customer = tx.people.find_customer(person.telegram_id)
    if invitation is None or customer is None:
        raise Refused(NotForYou())
    if follow_moves(tx, invitation.customer_id) != customer.id:
        raise Refused(NotForYou())
    return invitation


def _facts(tx: Transaction, invitation: Invitation) -> SurveyFacts:
    return survey_of(tx, tx.recipients.get(invitation.recipient_id))
