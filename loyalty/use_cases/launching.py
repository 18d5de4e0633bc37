"""Letting a campaign go: from here on it goes out by itself.

Not here: what its owner does to it before (drafts.py, draft_plans.py).
"""

from dataclasses import dataclass
from datetime import datetime, time

from loyalty import days
from loyalty.campaigns import GRACE, CampaignState, RecurringTerms, Run
from loyalty.ids import CampaignId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.posting_times import WantedTime, resolve
from loyalty.refusals import DraftOver, Refused
from loyalty.use_cases.authority import require_owner


@dataclass(frozen=True, slots=True)
class LaunchCampaign:
    """An owner lets a campaign go."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId, when: datetime | None) -> Run:
        """Its first run: at that moment, or after the grace. Raises Refused: NotOwner, DraftOver."""

        def body(tx: Transaction) -> Run:
            owner, campaign = require_owner(tx, person), tx.campaigns.get(campaign_id)
            occurrence, run_at = "1", when or tx.now + GRACE
            if isinstance(campaign.terms, RecurringTerms):
                rules, terms = tx.programs.get_current().rules, campaign.terms
                wanted = WantedTime(time(terms.hour, terms.minute), weekday=terms.weekday)
                first = resolve(wanted, tx.now, rules)
                run_at = first if isinstance(first, datetime) else run_at
                occurrence = days.local(run_at, rules).date().isoformat()
            if not tx.campaigns.become(campaign_id, CampaignState.ON, by=owner.id):
                raise Refused(DraftOver())
            run_id = tx.runs.add(campaign_id, occurrence, run_at=run_at, by=owner.id)
            if run_id is None:
                raise Refused(DraftOver())
            return tx.runs.get(run_id)

        return await self.database.write(body)
