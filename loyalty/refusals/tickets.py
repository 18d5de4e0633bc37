"""Refusals of tickets: somebody else has it, it is over, or what apologies may cost is used up.

Not here: letters that belong to no ticket (chat.py).
"""

from dataclasses import dataclass
from datetime import date

from loyalty.ids import TicketId


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """Somebody else takes care of it."""

    by: str


@dataclass(frozen=True, slots=True)
class TicketOver:
    """It is closed, by whom if by somebody; or there is none of that number."""

    by: str = ""
    unsent: bool = False
    """An answer was meant for the customer, who did not get it."""


@dataclass(frozen=True, slots=True)
class OwnTicket:
    """Whoever works here is the customer: somebody else takes care of it."""


@dataclass(frozen=True, slots=True)
class IsComplaint:
    """The letter is a complaint: managers answer it, in their own chats."""


@dataclass(frozen=True, slots=True)
class ApologiesUsedUp:
    """As much as a month may have was given with apologies."""

    most: int
    again: date
    """The cafe's own date."""


@dataclass(frozen=True, slots=True)
class ApologisedLately:
    """Something was given to the same customer on another ticket, and can be had still."""

    number: TicketId
    again: date | None
    """The cafe's own date, from which on there may be another one; None: what was given lies on the card."""


@dataclass(frozen=True, slots=True)
class NoApologies:
    """Nothing is given with apologies here: switched off, or there is nothing that could be given."""

    points_alone: bool
    """Customers collect points alone: there is nothing that a full card gives."""


@dataclass(frozen=True, slots=True)
class NotYourQuestion:
    """The question was put to another customer, or nobody knows it any more."""


TicketRefusal = (
    TicketTaken
    | TicketOver
    | OwnTicket
    | IsComplaint
    | ApologiesUsedUp
    | ApologisedLately
    | NoApologies
    | NotYourQuestion
)
