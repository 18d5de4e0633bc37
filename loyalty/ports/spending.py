"""Questions to customers whether points pay for a part of a bill.

Not here: rewards and the questions about them (counter.py).
What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import OfferId, StaffId, TillId, VisitId
from loyalty.points import SpendFacts, SpendOffer
from loyalty.rewards import OfferState


class Spending(Protocol):
    """One open question for each visit."""

    def offer(
        self, visit_id: VisitId, *, points: int, by: StaffId, till_id: TillId | None
    ) -> tuple[SpendOffer, bool]:
        """Ask the customer, and whether it is a new question; an open one is answered as it is.

        `points`: whole ones.
        """
        ...

    def find(self, offer_id: OfferId) -> SpendOffer | None:
        """A question by an id that a person sent."""
        ...

    def find_latest(self, visit_id: VisitId) -> SpendOffer | None:
        """The newest question of a visit."""
        ...

    def get_facts(self, offer_id: OfferId) -> SpendFacts:
        """Everything that the question shows."""
        ...

    def answer(self, offer_id: OfferId, state: OfferState) -> bool:
        """Take an asked question to its answer; False when it was answered before."""
        ...

    def lapse(self, visit_id: VisitId) -> Sequence[OfferId]:
        """End the open question of a visit that is over."""
        ...

    def find_due(self, *, confirmed_before: datetime, most: int) -> Sequence[VisitId]:
        """Visits with an open question that were confirmed too long ago to pay anything."""
        ...
