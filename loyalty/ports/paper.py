"""Paper cards, and all that moves from one customer's card to another's.

Not here: the entries that a move writes (counter.py).
What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.erasures import LeftAccount
from loyalty.ids import CustomerId, OperationId, PaperCardId, StaffId
from loyalty.paper import PaperCard, PaperState
from loyalty.people import Cause, Person, StaffMember


class PaperCards(Protocol):
    """Printed identities of customers without Telegram."""

    def add_customer(self, name: str, staff: StaffMember, *, language: str) -> CustomerId:
        """A new customer without Telegram; counted as one from the first visit on."""
        ...

    def issue(
        self, customer_id: CustomerId, number: str, *, secret_hash: str, by: StaffMember, cause: Cause | None
    ) -> PaperCard:
        """A new active card, by whose number the customer is known."""
        ...

    def print_again(self, card_id: PaperCardId, *, secret_hash: str) -> None:
        """A replayed command prints a card anew that nobody used: the link printed before is void."""
        ...

    def get(self, card_id: PaperCardId) -> PaperCard:
        """A card by id."""
        ...

    def find(self, card_id: PaperCardId) -> PaperCard | None:
        """A card by an id that a person sent."""
        ...

    def find_by_secret(self, secret_hash: str) -> PaperCard | None:
        """The card behind a link, whatever its state."""
        ...

    def find_by_number(self, number: str) -> PaperCard | None:
        """The card with this number, whatever its state."""
        ...

    def find_of(self, customer_id: CustomerId) -> Sequence[PaperCard]:
        """All cards that this customer ever had, oldest first."""
        ...

    def find_caused_by(self, cause: Cause) -> Sequence[PaperCard]:
        """The cards that a message asked for before."""
        ...

    def find_latest(self, words: str, *, most: int) -> Sequence[PaperCard]:
        """The newest cards that are active or blocked; with `words`, of customers whose name holds them."""
        ...

    def is_used(self, card_id: PaperCardId) -> bool:
        """Whether a visit was ever opened by it."""
        ...

    def end(
        self, card_id: PaperCardId, state: PaperState, *, was: Sequence[PaperState], by: StaffId | None
    ) -> bool:
        """Take a card from one of these states to another; False for the loser of a race.

        Its number names nobody any more.
        """
        ...

    def count_had(self, customer_id: CustomerId, *, begins: datetime, ends: datetime) -> int:
        """How often something was had by paper in this time: rewards and points; not what was undone."""
        ...


class Moves(Protocol):
    """Customers all of whose things are another customer's now."""

    def identify(self, customer_id: CustomerId, person: Person) -> None:
        """This Telegram account is the customer's from now on."""
        ...

    def move(
        self, source: CustomerId, target: CustomerId, operation_id: OperationId, *, by: StaffId | None,
        left: LeftAccount | None,
    ) -> None:  # fmt: skip
        """Visits, the earlier date of joining and the name in nobody's memory: all is the target's now.

        The source is known by nothing any more; `left`: the account that it had.
        """
        ...

    def find_operation(self, source: CustomerId) -> OperationId | None:
        """What brought it onto the other card, None when nothing moved."""
        ...

    def find_sources(self, target: CustomerId) -> Sequence[CustomerId]:
        """Everybody whose card came onto this one, over as many moves as it took."""
        ...

    def find_left(self, identity_hash: str, *, before: datetime | None = None) -> LeftAccount | None:
        """When a card moved away from this account last; None when none did whose customer is known still.

        `before`: moves at that moment or later don't count.
        """
        ...

    def find_left_by(self, source: CustomerId) -> LeftAccount | None:
        """The account that this customer had before the move, None for one on paper."""
        ...

    def forget_left(self, source: CustomerId) -> None:
        """Nobody knows any more which account that was."""
        ...

    def drop_old_left(self) -> int:
        """The hash of an account that was forgotten itself goes when its year is over; answers how many."""
        ...
