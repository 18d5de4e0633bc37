"""The facts that screens of the counter show, read across its nouns.

Not here: the nouns themselves (counter.py), and screens of other nouns, which their own ports read.
"""

from typing import Protocol

from loyalty.approvals import ApprovalFacts
from loyalty.cards import CodeFacts, CounterFacts, OfferFacts
from loyalty.ids import ApprovalId, OfferId, ScanId, VisitId


class Views(Protocol):
    """What screens show, read in one go."""

    def get_counter(self, visit_id: VisitId) -> CounterFacts:
        """Everything that a staff card shows."""
        ...

    def get_code(self, scan_id: ScanId) -> CodeFacts:
        """Everything that a customer's code message shows once it is no longer live."""
        ...

    def get_approval(self, approval_id: ApprovalId) -> ApprovalFacts:
        """Everything that the question to the managers shows."""
        ...

    def get_offer(self, offer_id: OfferId) -> OfferFacts:
        """Everything that the question to the customer shows."""
        ...
