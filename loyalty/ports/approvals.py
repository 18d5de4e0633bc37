"""What managers are asked to let pass.

Not here: what passed with a flag (flags.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.approvals import Approval, ApprovalState
from loyalty.ids import ApprovalId, StaffId, VisitId
from loyalty.limits import Reason
from loyalty.people import StaffMember
from loyalty.tallies import Tally


class Approvals(Protocol):
    """Questions to the managers."""

    def add(
        self, visit_id: VisitId, tally: Tally, *, add: int, reason: Reason | None, staff: StaffMember
    ) -> ApprovalId:
        """A new question by this staff member; `add` is 0 for the visit itself and its bill."""
        ...

    def find(self, approval_id: ApprovalId) -> Approval | None:
        """A question by an id that a person sent."""
        ...

    def find_latest(self, visit_id: VisitId) -> Approval | None:
        """The newest question about a visit."""
        ...

    def decide(self, approval_id: ApprovalId, state: ApprovalState, *, by: StaffId) -> bool:
        """Take an open question to its answer; False when it was answered before."""
        ...

    def lapse(self, visit_id: VisitId) -> Sequence[ApprovalId]:
        """End the open questions of a visit; answers which."""
        ...

    def find_due(self, *, confirmed_before: datetime, most: int) -> Sequence[VisitId]:
        """Visits with open questions that were confirmed too long ago to be added to, or are over."""
        ...
