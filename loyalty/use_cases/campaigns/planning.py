"""What each kind of campaign decides: when it goes out, and to whom. All else is the same for all kinds.

Not here: the kinds (planners/), whether somebody may be written to (permitting.py), and sending (feeding.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from loyalty.campaigns import Campaign
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Run


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a campaign is due."""

    name: str
    """Names it among the runs of its campaign for ever: a date of the cafe, for most kinds."""
    run_at: datetime
    stale_after: timedelta
    """Found later than this after its hour, or after the opening that followed, it is missed, not sent."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One customer who is due in a run."""

    customer_id: CustomerId
    occurrence: str
    """Names it among all that this customer ever gets of the campaign: no name comes twice."""
    facts: str = "{}"
    """JSON: what the words need to know of this customer."""


class Planner(Protocol):
    """The part of a campaign that differs by kind."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """Those due now or past, oldest first; what is a run already may be among them.

        Asked every few seconds while the campaign is on.
        """
        ...

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """Who is due behind this customer, in the order of their ids; fewer than `most`: that is all.

        Whether they may be written to is judged afterwards. It only reads, and may read long: nobody at the
        counter waits for it.
        """
        ...
