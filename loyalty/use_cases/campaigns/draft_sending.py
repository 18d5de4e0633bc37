"""Letting a draft go, to as many as its owner was told.

Not here: what happens from then on (launching.py).
"""

from dataclasses import dataclass

from loyalty.campaigns import CampaignState, RecurringTerms
from loyalty.ids import CampaignId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import NobodyPicked, NobodyToReach, Refused, TimePast
from loyalty.runs import Run
from loyalty.use_cases.campaigns.draft_reading import DraftFacts, read_facts
from loyalty.use_cases.campaigns.drafts import own_draft
from loyalty.use_cases.campaigns.launching import LaunchCampaign
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class CountChanged:
    """Other people than the owner was told would get it: asked again."""

    facts: DraftFacts


@dataclass(frozen=True, slots=True)
class DraftChanged:
    """Something about it was changed since the owner looked at it: shown anew."""

    facts: DraftFacts


@dataclass(frozen=True, slots=True)
class SendDraft:
    """The owner lets a post go."""

    database: Database
    launch: LaunchCampaign

    async def __call__(
        self, person: Person, campaign_id: CampaignId, *, count: int, look: int
    ) -> Run | CountChanged | DraftChanged:
        """Its run, the same one for a second tap. When it is not what the owner looked at, nothing is sent.

        `count`: how many were to get it, without those held out.

        Raises Refused as `own_draft` and `LaunchCampaign`; NobodyPicked, NobodyToReach, TimePast.
        """
        facts = await self.database.report(lambda tx: _look(tx, person, campaign_id))
        if facts is None:
            return await self.launch(person, campaign_id)
        if facts.look != look:
            return DraftChanged(facts)
        if facts.audience is None:
            raise Refused(NobodyPicked())
        if not facts.reached:
            raise Refused(NobodyToReach())
        if facts.gets_it != count:
            return CountChanged(facts)
        at = None if isinstance(facts.terms, RecurringTerms) else facts.terms.at
        if at is not None and at <= facts.now:
            raise Refused(TimePast())
        return await self.launch(person, campaign_id)


def _look(tx: Transaction, person: Person, campaign_id: CampaignId) -> DraftFacts | None:
    """None: this owner has let it go before."""
    owner, campaign = require_owner(tx, person), tx.campaigns.find(campaign_id)
    if campaign and campaign.created_by == owner.id and campaign.state is CampaignState.ON:
        return None
    return read_facts(tx, own_draft(tx, person, campaign_id))
