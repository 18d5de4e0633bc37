"""Tickets: an unhappy customer, who of the managers takes care of it, and what came of it.

Not here: what a score means (surveys.py), and what was written (letters.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty.days import day_of, day_on
from loyalty.ids import (
    ChatId,
    CustomerId,
    LetterId,
    LocationId,
    MessageId,
    OperationId,
    RecipientId,
    StaffId,
    TicketId,
    VisitId,
)
from loyalty.letters import TALK, Content
from loyalty.own_words import OwnWords
from loyalty.people import Role, StaffMember
from loyalty.programs import Rules
from loyalty.surveys import Band, band_of
from loyalty.visits import Visit

REMIND_AFTER: Final = timedelta(hours=24)
"""So long nobody has answered, and all who could are told once more."""
APOLOGY_DAYS: Final = 30
"""So many days what was given with an apology can be had."""
VISIT_BEFORE: Final = timedelta(days=30)
"""So old the visit may be that is shown beside a complaint."""
APOLOGIES: Final = range(51)
"""Apologies a month that an owner may allow."""


class TicketCause(StrEnum):
    """Why there is one: a low score, a low score of one aspect, or words that somebody called a complaint."""

    DETRACTOR = "detractor"
    ASPECT = "aspect"
    COMPLAINT = "complaint"


class TicketState(StrEnum):
    """open -> taken -> closed; taken -> open when who had it left; closed -> taken when the customer said
    that it was not put right; closed -> open when they wrote more, or a score that was corrected fell again.
    """

    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"


class TicketOutcome(StrEnum):
    """How it was closed."""

    PUT_RIGHT = "put_right"
    NOT_PUT_RIGHT = "not_put_right"
    CORRECTED = "corrected"
    """The customer has another score now, and nobody had taken it yet."""


ASKED_ABOUT: Final = frozenset({TicketOutcome.PUT_RIGHT, TicketOutcome.NOT_PUT_RIGHT})
"""The customer is asked whether they see it so."""


@dataclass(frozen=True, slots=True)
class FormerClose:
    """How one that is live again had been closed the last time."""

    outcome: TicketOutcome
    by: StaffId | None
    agreed: bool | None
    """What the customer said to that before it was live again; None: nothing."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One unhappy customer."""

    id: TicketId
    customer_id: CustomerId
    cause: TicketCause
    recipient_id: RecipientId | None
    """The question that was answered low; None: a complaint."""
    letter_id: LetterId | None
    visit_id: VisitId | None
    location_id: LocationId | None
    state: TicketState
    opened_at: datetime
    taken_by: StaffId | None
    answered_at: datetime | None
    """The first time of all."""
    waits_since: datetime | None
    """For an answer; None: there is one since it was opened, or opened again."""
    reminded_at: datetime | None
    closed_by: StaffId | None
    closed_at: datetime | None
    outcome: TicketOutcome | None
    """None: not closed, or closed because the customer was forgotten."""
    apology: OperationId | None
    apologised_by: StaffId | None
    """Who gave it; None: nobody did, or it was not kept who."""
    apologised_at: datetime | None
    asked_at: datetime | None
    """When the customer was asked whether it was put right; None: not since it was closed the last time."""
    agreed: bool | None
    """What they said to that; None: nothing yet."""
    reopened_at: datetime | None
    """The last time."""
    before: FormerClose | None
    """None: it is closed, or never was."""

    @property
    def live(self) -> bool:
        """Whether something is still to be done."""
        return self.state is not TicketState.CLOSED

    @property
    def since(self) -> datetime:
        """Since when the customer waits or, once they were answered, since when it is open."""
        return self.waits_since or self.reopened_at or self.opened_at

    def may_be_worked_on(self, reader: StaffMember | None) -> bool:
        """Whether it is this one's to answer and to close: nobody has it, they do, or they own the cafe."""
        if not self.live or reader is None:
            return False
        return self.taken_by in (None, reader.id) or reader.role.covers(Role.OWNER)

    @property
    def corrected(self) -> bool:
        """Whether the customer has a better score now, so that nobody needs to know who gave which."""
        return self.outcome is TicketOutcome.CORRECTED

    @property
    def may_be_reopened(self) -> bool:
        """Whether the customer said that it was not put right, and nobody took it up again yet."""
        return not self.live and self.agreed is False and self.outcome in ASKED_ABOUT

    def will_be_asked(self, now: datetime) -> bool:
        """Whether the customer is asked later if it was put right: it is night, or they were asked something
        else on that day.
        """
        if self.closed_at is None or self.asked_at is not None or self.outcome not in ASKED_ABOUT:
            return False
        return now < self.closed_at + TALK

    def is_talk(self, now: datetime) -> bool:
        """Whether what the customer writes belongs to it: while it lasts, and for two days after."""
        if self.closed_at is None:
            return True
        return self.outcome not in (None, TicketOutcome.CORRECTED) and now < self.closed_at + TALK


@dataclass(frozen=True, slots=True)
class GivenScore:
    """An answer to a question about a visit, as far as a ticket needs to know it."""

    recipient_id: RecipientId
    customer_id: CustomerId
    visit_id: VisitId
    location_id: LocationId
    location: str
    """Its name; empty where the cafe has only one."""
    aspect: OwnWords | None
    """None: how likely they are to recommend the cafe."""
    score: int
    content: Content | None
    """What kind of message the reason was; None: none yet."""
    reason: str
    copy_of: tuple[ChatId, MessageId] | None

    @property
    def cause(self) -> TicketCause:
        """What a ticket of it is called."""
        return TicketCause.DETRACTOR if self.aspect is None else TicketCause.ASPECT

    @property
    def low(self) -> bool:
        """Whether somebody should look after who gave it: 0-6, and of an aspect 1 or 2."""
        return band_of(self.score, aspect=self.aspect is not None) is Band.DETRACTOR


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the conversation; `by` is empty for the customer's."""

    by: str
    content: Content
    text: str
    lost: bool
    """It did not reach the customer, and never will."""


@dataclass(frozen=True, slots=True)
class VisitOfTicket:
    """What a manager may know of the visit that was scored, or of the last one before a complaint."""

    visit: Visit
    served_by: str


@dataclass(frozen=True, slots=True)
class LateApology:
    """Something was given with an apology to the same customer, and can be had still."""

    ticket_id: TicketId
    given: date
    again: date | None
    """From then on there may be another one, unless it lies on the card still; None: it does. Both are the
    cafe's own dates.
    """


@dataclass(frozen=True, slots=True)
class Apologist:
    """Somebody of staff, and how many things they gave with apologies."""

    name: str
    given: int


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """What a ticket's message shows."""

    ticket: Ticket
    customer_name: str
    """Empty, as are the answer, the visit and what was said, once the score was corrected."""
    former: bool
    """The customer was forgotten."""
    reachable: bool
    """Whether a message would arrive, as far as we know."""
    given: GivenScore | None
    visit: VisitOfTicket | None
    said: Sequence[Said]
    """Oldest first."""
    has_it: str
    """Who takes care of it; empty: nobody yet."""
    closed_by: str
    """Who closed it or, when it is live again, had closed it."""
    wrote_again: bool
    """The customer did, after it had been closed."""
    apologised_by: str
    """Who gave something with an apology; empty: nobody, or it was not kept who."""
    other: TicketId | None
    """Another live one of the same customer, the newest."""
    lately: LateApology | None
    """What keeps a further apology from the same customer."""
    item: OwnWords
    """What an apology would give."""
    rules: Rules
    now: datetime


@dataclass(frozen=True, slots=True)
class ListedTicket:
    """A line of the list."""

    ticket: Ticket
    customer_name: str
    has_it: str


@dataclass(frozen=True, slots=True)
class TicketList:
    """What waits first, the oldest first; then what is closed, the newest first."""

    tickets: Sequence[ListedTicket]
    waiting: int
    """Open ones that nobody has taken."""
    live: int
    page: int
    pages: int
    apologies: int
    """Given in this month of the cafe's."""
    given_by: Sequence[Apologist]
    """Who gave those, for an owner; nobody for others."""
    rules: Rules
    now: datetime
    owner: bool
    """Whether the reader may set how many apologies a month may have."""


def month_of(moment: datetime, rules: Rules) -> tuple[datetime, datetime]:
    """Begin and end of the cafe's month in which a moment lies; its first day begins with the cafe's day."""
    first = day_of(moment, rules).date.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    return day_on(first, rules).begins, day_on(following, rules).begins
