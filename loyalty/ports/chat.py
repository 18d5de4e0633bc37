"""What people write: the owner's short answers, and letters between customers and the cafe.

Not here: how letters are shown. What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.answers import ShortAnswer
from loyalty.ids import ChatId, CustomerId, LetterId, MessageId, StaffId, TicketId
from loyalty.letters import Letter, Writing
from loyalty.people import Cause


class Answers(Protocol):
    """Short answers, one of a kind."""

    def find_all(self) -> Sequence[ShortAnswer]:
        """All of them, in the order of their kinds."""
        ...

    def find(self, kind: str) -> ShortAnswer | None:
        """The one of this kind."""
        ...

    def keep(self, answer: ShortAnswer, *, by: StaffId) -> None:
        """Write it, in place of what it was."""
        ...

    def delete(self, kind: str) -> bool:
        """It is answered no more; False when it was not there."""
        ...


class Letters(Protocol):
    """Messages of customers to the cafe, and of staff to customers."""

    def add(
        self, customer_id: CustomerId, writing: Writing, *, staff_id: StaffId | None = None,
        answers: LetterId | None = None, ticket_id: TicketId | None = None,
    ) -> LetterId:  # fmt: skip
        """Keep a message; where it was sent tells it from every other one."""
        ...

    def join_ticket(self, letter_id: LetterId, ticket_id: TicketId) -> bool:
        """A customer's letter and what was answered to it belong to a ticket; False: they did already."""
        ...

    def of_ticket(self, ticket_id: TicketId) -> Sequence[Letter]:
        """All that was written in both directions, oldest first."""
        ...

    def find_before(self, letter: Letter, *, since: datetime) -> Sequence[Letter]:
        """What the same customer and staff wrote before it and since then, oldest first; nothing that belongs
        to a ticket.
        """
        ...

    def get(self, letter_id: LetterId) -> Letter:
        """A letter by id."""
        ...

    def find(self, letter_id: LetterId) -> Letter | None:
        """A letter by a number that came from outside."""
        ...

    def find_caused_by(self, cause: Cause) -> Letter | None:
        """What this message wrote before, for a replay."""
        ...

    def find_shown_at(self, chat_id: ChatId, message_id: MessageId) -> LetterId | None:
        """The customer's letter that a message of ours shows."""
        ...

    def is_ticket_answer(self, chat_id: ChatId, message_id: MessageId) -> bool:
        """Whether a message of ours is what was answered to an unhappy customer."""
        ...

    def find_answers(self, letter_id: LetterId) -> Sequence[Letter]:
        """What was answered to it, oldest first."""
        ...

    def find_last_answer(self, customer_id: CustomerId) -> Letter | None:
        """What staff wrote to a customer last."""
        ...

    def times_written(self, customer_id: CustomerId, *, since: datetime) -> Sequence[datetime]:
        """When a customer wrote letters since then, oldest first."""
        ...

    def is_lost(self, letter_id: LetterId) -> bool:
        """Whether an answer did not reach its customer, and never will."""
        ...

    def blank(self, *, written_before: datetime, most: int) -> int:
        """Empty old letters; answers how many."""
        ...
