"""Posts on their way: what one recipient is to read, judged once more in the moment it is drawn.

Not here: how it looks (handlers/drawings/post.py).
"""

from dataclasses import dataclass

from loyalty.campaigns import PURPOSES, SURVEYS, Campaign, Post, PostOffer
from loyalty.ids import RecipientId
from loyalty.policy import SERVICE, is_quiet
from loyalty.ports import Database, Transaction
from loyalty.responses import SurveyFacts
from loyalty.runs import Recipient, RunState
from loyalty.standing import GIVEN
from loyalty.use_cases.campaigns.day_questions import asks_today
from loyalty.use_cases.campaigns.overtaking import find_overtaken
from loyalty.use_cases.campaigns.permitting import obstacle_to
from loyalty.use_cases.campaigns.planners import WRITTEN_ON_THE_WAY
from loyalty.use_cases.listening.asked import survey_of
from loyalty.wishes import Purpose

STOPPED = "stopped"
NO_WORDS = "no_words"


@dataclass(frozen=True, slots=True)
class PostFacts:
    """What a recipient gets."""

    recipient: Recipient
    campaign: Campaign
    post: Post

    @property
    def offer(self) -> PostOffer | None:
        """What can be taken from it; of some kinds it comes onto the card by itself."""
        return None if self.campaign.kind in GIVEN else self.campaign.offer

    @property
    def purpose(self) -> Purpose | None:
        """What its button mutes."""
        return PURPOSES[self.campaign.kind]


@dataclass(frozen=True, slots=True)
class SurveyToSend:
    """What a recipient is asked, in our own words."""

    facts: SurveyFacts
    purpose: Purpose | None
    """What its button mutes."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """It must not go out any more, for this reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Resting:
    """It must not go out at this moment: it is night. Feeding takes it back."""


@dataclass(frozen=True, slots=True)
class ReadPost:
    """What one recipient is to read."""

    database: Database

    async def __call__(self, recipient_id: RecipientId) -> PostFacts | SurveyToSend | Withheld | Resting:
        """Withheld from who has muted, blocked, frozen or was forgotten since it was queued, and from whose
        day is over: it may have been queued long ago, before the bot was stopped. A question that was takes
        the day on which it is asked.
        """
        read = await self.database.read(lambda tx: _read(tx, recipient_id))
        if read is not None:
            return read
        return await self.database.write(lambda tx: _ask_today(tx, recipient_id))


def _ask_today(tx: Transaction, recipient_id: RecipientId) -> PostFacts | SurveyToSend | Withheld | Resting:
    recipient = tx.recipients.get(recipient_id)
    why_not = WRITTEN_ON_THE_WAY[tx.campaigns.get(recipient.campaign_id).kind](tx, recipient)
    read = Withheld(why_not) if why_not is not None else _read(tx, recipient_id)
    if read is None:
        raise AssertionError(f"recipient {recipient_id} has taken today's question, and does not ask it")
    return read


def _read(tx: Transaction, recipient_id: RecipientId) -> PostFacts | SurveyToSend | Withheld | Resting | None:
    """None: it asks something, and took the question of another day."""
    recipient = tx.recipients.get(recipient_id)
    campaign, rules = tx.campaigns.get(recipient.campaign_id), tx.programs.get_current().rules
    if tx.runs.get(recipient.run_id).state is RunState.STOPPED:
        return Withheld(STOPPED)
    why_not = find_overtaken(tx, campaign, recipient)
    why_not = why_not or obstacle_to(tx, recipient.customer_id, campaign.kind, besides=recipient_id)
    if why_not is not None:
        return Withheld(why_not)
    if campaign.kind not in SERVICE and is_quiet(tx.now, rules):
        return Resting()
    if campaign.kind in WRITTEN_ON_THE_WAY and not asks_today(tx, recipient):
        return None
    if campaign.kind in SURVEYS:
        return SurveyToSend(survey_of(tx, recipient), PURPOSES[campaign.kind])
    customer = tx.people.get_customer(recipient.customer_id)
    post = campaign.said_in(customer.chosen_language or customer.language, rules.language)
    return Withheld(NO_WORDS) if post is None else PostFacts(recipient, campaign, post)
