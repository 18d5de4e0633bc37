"""Broadcasts: an owner lets each go by hand, to a segment.

Not here: letting it go (launching.py).
"""

from collections.abc import Sequence

from loyalty.campaigns import Campaign
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Run
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class BroadcastPlanner(Planner):
    """Never by itself; to everybody in the segment when it begins."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:  # noqa: ARG002
        return ()

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        meant = tx.segments.customers(campaign.segment, after=after, most=most)
        return [Planned(customer_id, run.occurrence) for customer_id in meant]
