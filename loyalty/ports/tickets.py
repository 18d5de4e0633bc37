"""Tickets of unhappy customers: who takes care of them, and what came of it.

Not here: what was written (chat.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, OperationId, RecipientId, StaffId, TicketId
from loyalty.tickets import Apologist, GivenScore, Ticket, TicketOutcome


class Tickets(Protocol):
    """Unhappy customers. Whatever changes a state answers False when it was another one by then."""

    def find_given(self, recipient_id: RecipientId) -> GivenScore | None:
        """What was answered to a question about a visit."""
        ...

    def open_for_score(self, given: GivenScore) -> TicketId | None:
        """A ticket for a low score; None: there is one of it already."""
        ...

    def open_for_letter(self, customer_id: CustomerId, letter_id: LetterId) -> TicketId | None:
        """A ticket for a complaint; None: there is one of it already."""
        ...

    def get(self, ticket_id: TicketId) -> Ticket:
        """A ticket by id."""
        ...

    def find(self, ticket_id: TicketId) -> Ticket | None:
        """A ticket by a number that came from outside."""
        ...

    def find_of_score(self, recipient_id: RecipientId) -> Ticket | None:
        """The one that this answer opened."""
        ...

    def find_of(self, customer_id: CustomerId, *, closed_after: datetime) -> Sequence[Ticket]:
        """A customer's live ones, and those closed since then, the newest first."""
        ...

    def find_shown_at(self, chat_id: ChatId, message_id: MessageId) -> TicketId | None:
        """The ticket that a message of ours shows."""
        ...

    def take(self, ticket_id: TicketId, *, by: StaffId) -> bool:
        """Somebody takes care of one that nobody has."""
        ...

    def note_answer(self, ticket_id: TicketId) -> None:
        """The customer was answered, and waits no more; the first time of all is kept."""
        ...

    def take_answer_back(
        self, ticket_id: TicketId, *, first: datetime | None, waits_since: datetime | None
    ) -> None:
        """An answer did not arrive: which one is the first now, and since when the customer waits."""
        ...

    def note_apology(self, ticket_id: TicketId, operation_id: OperationId, *, by: StaffId) -> None:
        """Something was given with an apology."""
        ...

    def count_apologies(self, *, begins: datetime, ends: datetime) -> int:
        """How many were given in that time."""
        ...

    def count_apologies_by(self, *, begins: datetime, ends: datetime) -> Sequence[Apologist]:
        """Who gave how many of those, most first."""
        ...

    def close(self, ticket_id: TicketId, outcome: TicketOutcome, *, by: StaffId) -> bool:
        """Somebody is done with a live one; a question that was answered before is asked anew."""
        ...

    def close_corrected(self, ticket_id: TicketId) -> bool:
        """Nobody had taken it, and the score is low no more."""
        ...

    def open_again(self, ticket_id: TicketId) -> bool:
        """The score fell again, after it was corrected."""
        ...

    def note_asked(self, ticket_id: TicketId) -> bool:
        """The customer is asked whether it was put right; once each time it was closed."""
        ...

    def agree(self, ticket_id: TicketId, *, agreed: bool) -> bool:
        """The customer's answer to that; the first one stands."""
        ...

    def reopen(self, ticket_id: TicketId, *, by: StaffId) -> bool:
        """Somebody takes a closed one up again because the customer said no; once for each no. How it had
        been closed is kept.
        """
        ...

    def wait_again(self, ticket_id: TicketId) -> bool:
        """The customer wrote more to a closed one: it is open, and a question that stands is not repeated.
        How it had been closed is kept.
        """
        ...

    def find_unasked(self, *, closed_after: datetime, most: int) -> Sequence[TicketId]:
        """Those that somebody closed since then, and whose customers were not asked yet; oldest first."""
        ...

    def free(self, staff_id: StaffId) -> Sequence[TicketId]:
        """What somebody had taken is free again; answers which."""
        ...

    def end_of(self, customer_id: CustomerId) -> None:
        """The customer was forgotten: nothing can be done any more."""
        ...

    def find_unanswered(self, *, waiting_since: datetime, most: int) -> Sequence[TicketId]:
        """Live ones whose customers wait since then or longer, and that nobody was reminded of."""
        ...

    def note_reminder(self, ticket_id: TicketId) -> bool:
        """All who could answer are told once more."""
        ...

    def list_page(self, *, but: Sequence[CustomerId], skip: int, most: int) -> Sequence[Ticket]:
        """Live ones, the oldest first, then closed ones, the newest first; none of those customers, and
        none whose score was corrected.
        """
        ...

    def count(self, *, but: Sequence[CustomerId]) -> tuple[int, int, int]:
        """How many wait for somebody to take them, how many are live, and how many there are at all; none of
        those customers, and none whose score was corrected.
        """
        ...
