"""The welcome: a word to who came once and, for as many days as the owner set, not again.

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
from loyalty.standing_times import waited_before
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
        """Whose only visit was so many days ago, or was while the bot was away, or was to be told of later
        before the owner shortened it.
        """
        if not isinstance(campaign.terms, WelcomeTerms):
            return ()
        rules, day = tx.programs.get_current().rules, day_of_run(run)
        last = day - timedelta(days=campaign.terms.days)
        longest = max(campaign.terms.days, waited_before(campaign.terms, day))
        found = tx.standing.came_once(
            since=day_on(day - timedelta(days=longest + LATE), rules).begins,
            until=day_on(last, rules).ends,
            campaign_id=campaign.id,
            after=after,
            most=most,
        )
        return [Planned(one, run.occurrence) for one in found]


def is_welcome_due(tx: Transaction, recipient: Recipient) -> bool:
    """Until they come a second time."""
    return tx.standing.count_visits(recipient.customer_id) == 1
