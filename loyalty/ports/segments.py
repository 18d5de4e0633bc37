"""Segments: finding the customers who are meant, counting them, and keeping segments by name.

Not here: what a condition means (loyalty/segments.py). What all ports promise: the docstring of the package.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from loyalty.campaigns import CampaignKind
from loyalty.ids import CustomerId, SegmentId, StaffId
from loyalty.policy import Obstacle
from loyalty.segments import CustomerFacts, SavedSegment, Segment


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is meant by a segment, and who of them may get a message of a kind."""

    total: int
    obstacles: Mapping[Obstacle, int]
    """How many get nothing, by the first reason."""
    languages: Mapping[str, int]
    """How many may get it, by what they chose to be spoken to in, else their phone's language."""

    @property
    def reached(self) -> int:
        """How many may get it."""
        return sum(self.languages.values())


class Segments(Protocol):
    """Customers by what is true of them at this moment, under today's rules."""

    def customers(self, segment: Segment, *, after: CustomerId, most: int) -> Sequence[CustomerId]:
        """Those who are meant, by number, beginning behind `after`; whether they may be written to or not."""
        ...

    def audience(self, segment: Segment, kind: CampaignKind, *, asks_on: date | None = None) -> Audience:
        """How many are meant and how many may get it; reads every customer, so ask it on a report.

        `asks_on`: the day on which it asks something; who was asked on it already, on whichever card came
        onto theirs, gets nothing.
        """
        ...

    def facts_of(self, customer_id: CustomerId) -> CustomerFacts:
        """What `matches` asks of one customer."""
        ...

    def save(self, name: str, segment: Segment, *, by: StaffId) -> SegmentId:
        """Keep a segment under a name, in place of what was kept under it."""
        ...

    def find_saved(self) -> Sequence[SavedSegment]:
        """All that are kept, by name."""
        ...

    def find(self, segment_id: SegmentId) -> SavedSegment | None:
        """A saved one by an id that a person sent."""
        ...

    def drop(self, segment_id: SegmentId) -> bool:
        """A name is kept no longer; False when it was not. Campaigns keep their own conditions."""
        ...
