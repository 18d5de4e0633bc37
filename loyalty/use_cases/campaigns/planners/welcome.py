"""The welcome: a word to who came once and not again within the week.

Not here: whether they may be written to.
"""

from collections.abc import Sequence
from datetime import timedelta

from loyalty.campaigns import POST_STALE, Campaign, WelcomeTerms
from loyalty.days import day_on
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Recipient, Run
from loyalty.standing import LATE
from loyalty.use_cases.campaigns.planners.days import daily, day_of_run
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class WelcomePlanner(Planner):
    """Once for each customer."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """Every day."""
        return daily(tx, campaign, stale_after=POST_STALE)

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """Whose only visit was a week ago, or was while the bot was away."""
        if not isinstance(campaign.terms, WelcomeTerms):
            return ()
        rules, day = tx.programs.get_current().rules, day_of_run(run)
        last = day - timedelta(days=campaign.terms.days)
        found = tx.standing.came_once(
            since=day_on(last - timedelta(days=LATE), rules).begins,
            until=day_on(last, rules).ends,
            campaign_id=campaign.id,
            after=after,
            most=most,
        )
        return [Planned(one, run.occurrence) for one in found]


def is_welcome_due(tx: Transaction, recipient: Recipient) -> bool:
    """Until they come a second time."""
    return tx.standing.count_visits(recipient.customer_id) == 1
