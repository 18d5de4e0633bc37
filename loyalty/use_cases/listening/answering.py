"""Answering a survey: a score, which can be corrected for a while, and one reason, told or not.

Not here: what follows on either (following_up.py), and the reason's message itself, which is a screen.
"""

from dataclasses import dataclass, replace

from loyalty.ids import ChatId, MessageId, RecipientId
from loyalty.letters import Content, Passed, Writing
from loyalty.people import Cause, Person
from loyalty.ports import Database, Transaction
from loyalty.questions import QuestionState
from loyalty.refusals import (
    CorrectionOver,
    NotForYou,
    ReasonKept,
    ReasonUnfit,
    Refused,
    ScoreFirst,
    SurveyOver,
    SurveyRefusal,
)
from loyalty.responses import REASONS, Invitation, Phase, SurveyFacts, is_score
from loyalty.use_cases.corrections.record import follow_moves
from loyalty.use_cases.customers.letters import pass_to_managers
from loyalty.use_cases.listening.asked import survey_of
from loyalty.use_cases.listening.following_up import (
    after_correction,
    after_reason,
    after_score,
    after_skipping,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """The survey as it is after a tap, and why the tap changed nothing; None: it did, or had before."""

    facts: SurveyFacts
    refusal: SurveyRefusal | None = None


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

    async def __call__(self, person: Person, recipient_id: RecipientId, *, chat_id: ChatId) -> SurveyFacts:
        """The survey as it is then; thanks follow, unless it was told or skipped before.

        Raises Refused(NotForYou).
        """

        def body(tx: Transaction) -> SurveyFacts:
            invitation = find_own(tx, person, recipient_id)
            if tx.responses.give_reason(recipient_id, None):
                after_skipping(tx, invitation, chat_id)
            return _facts(tx, invitation)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class GiveReason:
    """A reply to a message of a survey: the reason, or what is said beside it."""

    database: Database

    async def __call__(self, person: Person, asked_by: MessageId, writing: Writing) -> Passed | None:
        """None: it is the reason, and thanks follow; sent twice, once. Or what became of further words: only
        managers who take care of this customer read them. `asked_by`: the message of ours replied to.

        Raises Refused: NotForYou, ScoreFirst, SurveyOver, ReasonKept; ReasonUnfit for what is neither text,
        voice nor photo.
        """
        return await self.database.write(lambda tx: _hear(tx, person, asked_by, writing))


@dataclass(frozen=True, slots=True)
class IsSurvey:
    """Whether a message of ours is a survey, asks why or thanks: a reply is for nobody at the counter."""

    database: Database

    async def __call__(self, chat_id: ChatId, message_id: MessageId) -> bool:
        """Also when it is answered already, or over."""
        return await self.database.read(
            lambda tx: tx.invitations.find_asked_by(chat_id, message_id) is not None
        )


def _hear(tx: Transaction, person: Person, asked_by: MessageId, writing: Writing) -> Passed | None:
    cause = Cause(writing.chat_id, writing.message_id)
    known = tx.responses.find_caused_by(cause)
    recipient_id = known or tx.invitations.find_asked_by(writing.chat_id, asked_by)
    if recipient_id is None:
        raise Refused(NotForYou())
    invitation, response = find_own(tx, person, recipient_id), tx.responses.find(recipient_id)
    if response is None:
        over = _facts(tx, invitation).phase is Phase.OVER
        raise Refused(SurveyOver() if over else ScoreFirst())
    if known is None and not response.takes_reason(tx.now):
        passed = pass_to_managers(tx, follow_moves(tx, invitation.customer_id), writing)
        if passed is None:
            raise Refused(SurveyOver() if response.content is None else ReasonKept())
        return passed
    if writing.content not in REASONS or (writing.content is Content.TEXT and not writing.text):
        raise Refused(ReasonUnfit())
    tx.responses.give_reason(recipient_id, writing)
    after_reason(tx, invitation, cause)
    return None


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
    after_correction(tx, invitation, chat_id, before.band)
    return Heard(_facts(tx, invitation))


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
