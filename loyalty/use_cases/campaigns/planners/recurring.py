"""Recurring posts: one post again and again, on a day of the week, to whoever is in its segment then.

Not here: reckoning the moments (loyalty/recurrence.py).
"""

from collections.abc import Sequence

from loyalty.campaigns import POST_STALE, Campaign, RecurringTerms
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.recurrence import due_between
from loyalty.runs import Run
from loyalty.use_cases.campaigns.planners.broadcast import BroadcastPlanner
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class RecurringPlanner(Planner):
    """Each date since the owner let it go; what passed while the bot was away is among them."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        terms, since = campaign.terms, campaign.approved_at
        if not isinstance(terms, RecurringTerms) or since is None:
            return ()
        rules = tx.programs.get_current().rules
        due = due_between(terms, since, tx.now, rules)
        return [Occurrence(day.isoformat(), moment, POST_STALE) for day, moment in due]

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        return BroadcastPlanner().recipients(tx, campaign, run, after=after, most=most)
