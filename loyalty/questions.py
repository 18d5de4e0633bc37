"""Questions beside the counter: what a customer is asked under a receipt, never two on one day.

Not here: what the answer lets us send (wishes.py), and when it is asked (use_cases/asking.py).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from loyalty.ids import CustomerId, OperationId, QuestionId


class QuestionKind(StrEnum):
    """What is asked."""

    BIRTHDAY = "birthday"
    OFFERS = "offers"


class QuestionState(StrEnum):
    """open -> answered | skipped."""

    OPEN = "open"
    ANSWERED = "answered"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Question:
    """One question to one customer; the database keeps it the only one of its day."""

    id: QuestionId
    customer_id: CustomerId
    kind: QuestionKind
    day: date
    """The cafe's own."""
    operation_id: OperationId | None
    """Under whose receipt it stands."""
    state: QuestionState
