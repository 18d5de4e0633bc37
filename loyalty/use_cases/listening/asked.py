"""What the message of a survey shows, read when it is drawn.

Not here: how it looks (handlers/drawings/surveys.py), and when it goes out (campaigns/planners/surveys.py).
"""

from dataclasses import dataclass

from loyalty.ids import RecipientId
from loyalty.own_words import OwnWords
from loyalty.ports import Database, Transaction
from loyalty.responses import ANSWERABLE, Phase, SurveyFacts, decode_asked
from loyalty.runs import Recipient


@dataclass(frozen=True, slots=True)
class ReadSurvey:
    """What one customer was asked, and how far the answer is."""

    database: Database

    async def __call__(self, recipient_id: RecipientId) -> SurveyFacts:
        """The survey's facts now."""
        return await self.database.read(lambda tx: survey_of(tx, tx.recipients.get(recipient_id)))


def survey_of(tx: Transaction, recipient: Recipient) -> SurveyFacts:
    """What its message shows now."""
    response, invitation = tx.responses.find(recipient.id), tx.invitations.find(recipient.id)
    cafe, aspect = tx.programs.get_current().rules.cafe, _aspect_of(tx, recipient)
    if response is not None:
        return SurveyFacts(
            recipient.id,
            cafe,
            aspect,
            Phase.SCORED,
            score=response.score,
            may_change=response.may_change(tx.now),
            asks_reason=response.reason_at is None and response.takes_reason(tx.now),
        )
    over = invitation is not None and invitation.invited_at + ANSWERABLE <= tx.now
    return SurveyFacts(recipient.id, cafe, aspect, Phase.OVER if over else Phase.OPEN)


def _aspect_of(tx: Transaction, recipient: Recipient) -> OwnWords | None:
    """The invitation knows it also when what the message was about is blanked."""
    invitation, asked = tx.invitations.find(recipient.id), decode_asked(recipient.facts)
    aspect_id = invitation.aspect_id if invitation is not None else asked.aspect_id if asked else None
    aspect = None if aspect_id is None else tx.aspects.find(aspect_id)
    return None if aspect is None else aspect.name
