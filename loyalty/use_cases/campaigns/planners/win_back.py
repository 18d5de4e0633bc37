"""The win-back: a word to who stays away for longer than their own rhythm.

Not here: the rhythm itself, which upkeep looks at after each visit (rhythms.py).
"""

from collections.abc import Sequence

from loyalty.campaigns import POST_STALE, Campaign, WinBackTerms
from loyalty.days import day_on
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Recipient, Run
from loyalty.use_cases.campaigns.planners.days import daily, day_of_run
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class WinBackPlanner(Planner):
    """Once for each time somebody stays away."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """Every day."""
        return daily(tx, campaign, stale_after=POST_STALE)

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """Who has been away for too long."""
        if not isinstance(campaign.terms, WinBackTerms):
            return ()
        begins = day_on(day_of_run(run), tx.programs.get_current().rules).begins
        found = tx.standing.staying_away(
            campaign.terms, today=begins, campaign_id=campaign.id, after=after, most=most
        )
        return [Planned(one, run.occurrence) for one in found]


def is_win_back_due(tx: Transaction, recipient: Recipient) -> bool:
    """Until they come."""
    return not tx.standing.came_since(recipient.customer_id, tx.runs.get(recipient.run_id).run_at)
