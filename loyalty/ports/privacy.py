"""Privacy: what is kept of one person, everything by which they could be found, and what is remembered then.

Not here: rules. What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.erasures import Carried, Erasure
from loyalty.ids import CustomerId, TelegramId
from loyalty.privacy import OwnData


class Forgotten(Protocol):
    """Keyed hashes of people who were forgotten."""

    def keep(self, identity_hash: str, carried: Carried, *, at: datetime, until: datetime) -> None:
        """Remember that somebody was forgotten at a moment, with what limits must know if they come back."""
        ...

    def find(self, identity_hash: str) -> Carried | None:
        """What is remembered of them still; None for somebody who was never forgotten, or long ago."""
        ...

    def find_all(self) -> Sequence[Erasure]:
        """Everybody of whom a hash is kept, oldest first."""
        ...

    def drop_old(self, *, most: int) -> int:
        """Drop the hashes whose time is over; answers how many."""
        ...


class Traces(Protocol):
    """What a person leaves in all the tables."""

    def read(self, customer_id: CustomerId) -> OwnData:
        """Everything that is kept of a customer, oldest first."""
        ...

    def redraw_all(self, customer_id: CustomerId, *, at_once: int, apart_seconds: float) -> None:
        """Draw every message of staff anew that shows this customer: the newest now, others one by one."""
        ...

    def knows(self, telegram_id: TelegramId) -> bool:
        """Whether somebody without a card may stand here under this account: staff, a till, an invite."""
        ...

    def erase_customer(self, customer_id: CustomerId) -> None:
        """What was written to and about a customer is blanked; sums, counts and numbers stay."""
        ...

    def erase_account(self, telegram_id: TelegramId, *, mentions: Sequence[str]) -> None:
        """What is under a Telegram account is gone: messages in both directions, dialogues, staff rows.

        `mentions`: words that are looked for in what staff's updates brought; those bodies are blanked too,
        what waits as soon as it is handled.
        """
        ...
