"""Who is due in a standing campaign: read across customers, visits and rewards.

Not here: what happens then (campaigns/planners). What all ports promise: the docstring of the package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from loyalty.birthdays import Birthday
from loyalty.campaigns import WinBackTerms
from loyalty.ids import CampaignId, CustomerId, RewardId, VisitId
from loyalty.standing import StandingResults


@dataclass(frozen=True, slots=True)
class Attendance:
    """How long and how often somebody has come, read when a visit was confirmed."""

    visits: int
    """With this one."""
    joined_at: datetime
    last_before: datetime | None
    """The confirmed visit before this one; None: there was none."""


@dataclass(frozen=True, slots=True)
class Ending:
    """A gift whose last day comes, and of which no message has warned yet."""

    customer_id: CustomerId
    reward_id: RewardId
    given_at: datetime
    ends_at: datetime


class Standing(Protocol):
    """Customers who are due, each in the order of their ids, beginning behind `after`.

    Practised, forgotten and moved ones never are.
    """

    def with_birthday(
        self, birthdays: Sequence[Birthday], *, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        """Who has one of these birthdays."""
        ...

    def without_gift(
        self, birthdays: Sequence[Birthday], *, year: int, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        """Of those the ones who may be greeted and have no gift for their birthday in this year."""
        ...

    def came_once(
        self, *, since: datetime, until: datetime, campaign_id: CampaignId, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        """Whose one visit was in this time, who agreed to offers and whom this campaign never wrote to."""
        ...

    def staying_away(
        self, terms: WinBackTerms, *, today: datetime, campaign_id: CampaignId, after: CustomerId, most: int
    ) -> Sequence[CustomerId]:
        """Who agreed to offers and stays away for longer than their own rhythm; once for each time away, and
        not so soon after the last word of this campaign.

        `today`: when the cafe's day began.
        """
        ...

    def holding(
        self, *, since: datetime, until: datetime, said: Sequence[int], campaign_id: CampaignId,
        after: CustomerId, most: int,
    ) -> Sequence[CustomerId]:  # fmt: skip
        """Who was here last in this time, and holds rewards since then that this campaign has not spoken of
        after it.
        """
        ...

    def find_unsaid(
        self, customer_id: CustomerId, *, until: datetime, said: Sequence[int], campaign_id: CampaignId
    ) -> Sequence[RewardId]:
        """The rewards that a customer holds since before then and that this campaign has not spoken of from
        then on, oldest first: neither of their waiting nor, some `said` days before, of their end.
        """
        ...

    def ending(
        self, *, until: datetime, before: int, said: Sequence[int], campaign_id: CampaignId,
        after: CustomerId, most: int,
    ) -> Sequence[Ending]:  # fmt: skip
        """Gifts that end by then, were given more than `before` days before their end, and of which this
        campaign's word of `said` days before was not written yet, of none of these; of each customer what
        ends first, first.
        """
        ...

    def attendance(self, customer_id: CustomerId, visit_id: VisitId) -> Attendance:
        """How long and how often a customer has come, with this visit."""
        ...

    def count_visits(self, customer_id: CustomerId) -> int:
        """How often a customer has come."""
        ...

    def came_since(self, customer_id: CustomerId, moment: datetime) -> bool:
        """Whether a customer's last visit was after a moment."""
        ...

    def results(self, campaign_id: CampaignId) -> StandingResults:
        """What a campaign came to; reads all its recipients, so ask it on a report."""
        ...

    def find_without_rhythm(self, *, most: int) -> Sequence[CustomerId]:
        """Who has come often enough for a rhythm that nobody has looked at."""
        ...

    def last_visits(self, customer_id: CustomerId, *, most: int) -> Sequence[datetime]:
        """When a customer's last confirmed visits were."""
        ...

    def note_rhythm(self, customer_id: CustomerId, halves: int) -> None:
        """The median of the time between their visits, in half days."""
        ...
