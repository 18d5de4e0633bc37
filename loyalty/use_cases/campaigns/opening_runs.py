"""Opening runs: what the calendar or a customer's own time makes due becomes a run, once.

Not here: what is due (planners/), and what becomes of a run (feeding.py).
"""

from dataclasses import dataclass
from functools import partial
from typing import Final

from loyalty.campaigns import Campaign, CampaignKind, CampaignState, OwnQuestionTerms, RecurringTerms
from loyalty.deliveries import ScreenKind
from loyalty.ids import CampaignId, ChatId
from loyalty.people import StaffMember
from loyalty.ports import Database, Transaction
from loyalty.recurrence import find_next
from loyalty.runs import LIVE
from loyalty.use_cases.campaigns.launching import stale_at
from loyalty.use_cases.campaigns.planners import PLANNERS
from loyalty.use_cases.campaigns.planning import Occurrence
from loyalty.use_cases.listening.running_question import open_until

_TOLD: Final = (CampaignKind.RECURRING,)
"""Kinds of which each run has a message of its own; of the others the owner reads when they like."""


@dataclass(frozen=True, slots=True)
class OpenRuns:
    """Each campaign that is on is asked what has become due; what passed while the bot was away, too."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many campaigns there was something to do for."""
        due = await self.database.read(_find_due)
        for campaign_id in due:
            await self.database.write(partial(_open, campaign_id=campaign_id))
        return len(due)


def _find_due(tx: Transaction) -> list[CampaignId]:
    campaigns = [campaign for kind in PLANNERS for campaign in tx.campaigns.find_on(kind)]
    return [one.id for one in campaigns if _unknown(tx, one) or _is_over(tx, one)]


def _open(tx: Transaction, campaign_id: CampaignId) -> None:
    campaign = tx.campaigns.get(campaign_id)
    if campaign.state is not CampaignState.ON:
        return
    unknown = _unknown(tx, campaign)
    for one in unknown:
        until = stale_at(tx, one.run_at, one.stale_after)
        run_id = tx.runs.add(campaign_id, one.name, run_at=one.run_at, stale_at=until, by=campaign.created_by)
        # Of many that were missed only the last one is told by itself; the list shows all.
        if run_id is not None and campaign.kind in _TOLD and one is unknown[-1]:
            reader = _reader(tx, campaign)
            tx.deliveries.add_screen(ScreenKind.RUN, run_id, ChatId(reader.telegram_id))
    if _is_over(tx, campaign):
        tx.campaigns.become(campaign_id, CampaignState.OVER, by=None)


def _unknown(tx: Transaction, campaign: Campaign) -> list[Occurrence]:
    due = PLANNERS[campaign.kind].occurrences(tx, campaign)
    return [one for one in due if not tx.runs.is_known(campaign.id, one.name)]


def _is_over(tx: Transaction, campaign: Campaign) -> bool:
    """No date is left, and nothing of it is under way; a question can't be answered any more."""
    if isinstance(campaign.terms, OwnQuestionTerms):
        return open_until(tx, campaign) is None
    if not isinstance(campaign.terms, RecurringTerms):
        return False
    if find_next(campaign.terms, tx.now, tx.programs.get_current().rules) is not None:
        return False
    return all(run.state not in LIVE for run in tx.runs.find_of(campaign.id, most=3))


def _reader(tx: Transaction, campaign: Campaign) -> StaffMember:
    """Who wrote it; when that is no owner any more, the first one."""
    owners = tx.people.find_owners()
    return next((one for one in owners if one.id == campaign.created_by), owners[0])
