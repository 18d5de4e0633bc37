"""Flags: what passed at the counter although a limit was reached, for the owner to look at.

Not here: which limit answers with a flag (limits.py, use_cases/limits/judging.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import CustomerId, FlagId, OperationId, StaffId
from loyalty.limits import Reason

OPEN_TO_WORDS = timedelta(hours=48)
"""So long after a question the next plain words of whoever was asked are its answer; a reply always is."""
LONGEST_ANSWER = 2000
"""Characters of an answer that are passed on."""


class FlagKind(StrEnum):
    """What was unusual."""

    ABOVE_GOAL = "above_goal"
    MANY_STAMPS = "many_stamps"
    FURTHER_VISIT = "further_visit"
    LARGE_BILL = "large_bill"
    OVERRIDE = "override"
    """A manager let it pass."""


class FlagState(StrEnum):
    """open -> ok | asked; asked -> answered."""

    OPEN = "open"
    OK = "ok"
    ASKED = "asked"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that passed."""

    id: FlagId
    kind: FlagKind
    operation_id: OperationId
    staff_id: StaffId | None
    staff_name: str
    """Who did it; empty for nobody."""
    reason: Reason | None
    state: FlagState
    created_at: datetime
    customer_id: CustomerId | None = None
    """Whose card it is about; None for none."""
    decided_by: StaffId | None = None
    """Who said that it is fine, or asked."""
    decided_by_name: str = ""
