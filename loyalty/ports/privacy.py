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

    def keep(self, erasure: Erasure, carried: Carried) -> None:
        """Remember that somebody was forgotten, with what limits must know if they come back.

        What a later erasure under the same hash remembers stays.
        """
        ...

    def find(self, identity_hash: str, *, since: datetime | None = None) -> Carried | None:
        """What is remembered of them still; None for who was never forgotten, before `since`, or long ago."""
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
        """Whether somebody may stand here under this account without a card: staff, a till, an invite, or
        whoever left it for another one.
        """
        ...

    def erase_customer(self, customer_id: CustomerId) -> None:
        """What was written to and about a customer is blanked; sums, counts and numbers stay."""
        ...

    def erase_account(self, telegram_id: TelegramId) -> None:
        """What is under a Telegram account is gone: messages in both directions, dialogues, staff rows."""
        ...

    def erase_left(self, customer_id: CustomerId, telegram_id: TelegramId, *, before: datetime) -> None:
        """Of an account that is somebody else's now, only what this customer left there before is gone."""
        ...

    def erase_mentions(self, mentions: Sequence[str]) -> None:
        """Words are looked for in what staff's updates brought; those bodies are blanked.

        What waits is blanked as soon as it is handled. What a conversation that is over left is dropped too.
        """
        ...
