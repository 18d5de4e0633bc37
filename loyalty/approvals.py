"""Approvals: staff ask a manager to let stamps or a bill pass that a limit holds back.

Not here: which limit holds them back (verdicts.py).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loyalty.ids import ApprovalId, StaffId, TelegramId, TillId, VisitId
from loyalty.limits import Reason
from loyalty.programs import Rules


class ApprovalState(StrEnum):
    """asked -> granted | refused | lapsed."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Approval:
    """One question to the managers about a visit: its stamps, its bill, or both."""

    id: ApprovalId
    visit_id: VisitId
    stamps: int
    add: int
    """0: the visit itself, or its bill once it has its stamps; otherwise the number of the add."""
    reason: Reason | None
    state: ApprovalState
    asked_by: StaffId
    till_id: TillId | None
    """Where it was asked; None: on the own phone."""
    asked_at: datetime
    decided_by: StaffId | None
    amount: int | None = None
    """The bill that is to be entered, in minor units."""


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    """What the question to the managers shows."""

    approval: Approval
    customer_name: str
    asker: str
    decider: str
    """Empty while nobody has decided."""
    given: int
    """Stamps that the visit had before."""
    rules: Rules
    """Today's: the currency, and from which bill on somebody looks first."""
    nth: int
    """Which confirmed visit of the card's day this is."""
    asker_id: TelegramId
    by_manager: bool
    """Whether a manager or an owner asks, on the own phone: then it is about the bill alone."""
