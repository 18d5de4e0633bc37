"""Whom an owner's own question reached, and what they answered.

Not here: the question itself, which is a campaign (campaigns.py).
"""

from collections.abc import Sequence
from typing import Protocol

from loyalty.ids import CampaignId, ChatId, MessageId, QuestionId, RecipientId
from loyalty.own_questions import OwnAnswer, OwnTally


class OwnAnswers(Protocol):
    """One answer to each message."""

    def find(self, recipient_id: RecipientId) -> OwnAnswer | None:
        """Who was asked by this message, with the answer so far."""
        ...

    def invite(self, recipient_id: RecipientId, question_id: QuestionId) -> None:
        """Somebody is being asked; again, when the message was on its way before."""
        ...

    def choose(self, recipient_id: RecipientId, number: int) -> None:
        """One of the owner's answers, in place of one that was chosen before."""
        ...

    def rate(self, recipient_id: RecipientId, number: int) -> None:
        """A number on the scale, likewise."""
        ...

    def say(self, recipient_id: RecipientId, text: str) -> None:
        """In the own words, likewise."""
        ...

    def find_sent_as(self, chat_id: ChatId, message_id: MessageId) -> RecipientId | None:
        """Whom this message of ours asks."""
        ...

    def tally(self, campaign_id: CampaignId) -> OwnTally:
        """What all answers to a question come to."""
        ...

    def texts(self, campaign_id: CampaignId, *, skip: int, most: int) -> Sequence[str]:
        """Answers in the own words, the newest first."""
        ...
