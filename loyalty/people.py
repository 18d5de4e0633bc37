"""Who is who: customers, staff, and the person behind an update.

Not here: what they may do at a moment (use cases re-read the staff row for that).
"""

from dataclasses import dataclass
from enum import StrEnum

from loyalty.ids import ChatId, CustomerId, LocationId, MessageId, StaffId, TelegramId, TillId


class Role(StrEnum):
    """What a staff member may do, in rising order of rights."""

    BARISTA = "barista"
    MANAGER = "manager"
    OWNER = "owner"

    def covers(self, needed: "Role") -> bool:
        """Whether someone of this role may do what needs the other."""
        ranks = list(Role)
        return ranks.index(self) >= ranks.index(needed)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Someone who works at the cafe; `name` is what customers see."""

    id: StaffId
    telegram_id: TelegramId
    name: str
    role: Role
    language: str
    location_id: LocationId
    till_id: TillId | None = None
    """The till at which they act; None: on their own phone."""
    chosen_language: str | None = None
    """The language that they asked us to speak; None: the phone's."""


@dataclass(frozen=True, slots=True)
class Till:
    """A shared device's account at the counter: not a person."""

    id: TillId
    telegram_id: TelegramId
    name: str
    language: str
    location_id: LocationId


@dataclass(frozen=True, slots=True)
class Customer:
    """A person who collects, with or without Telegram."""

    id: CustomerId
    name: str
    language: str
    practice: bool
    reachable: bool
    frozen: bool = False
    """Nothing leaves the card: somebody said "this wasn't me"."""
    former: bool = False
    """Forgotten at their own wish: a number without a name."""
    moved_to: CustomerId | None = None
    """All that was on the card is on that customer's now; None: it stands here."""
    chosen_language: str | None = None
    """The language that they asked us to speak; None: the phone's."""


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account as an update shows it: untrusted name, the phone's language."""

    telegram_id: TelegramId
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Cause:
    """The message that a person sent and that creates something: a replay finds it again."""

    chat_id: ChatId
    message_id: MessageId
    tap: str = ""
    """Which tap on it, where each is to have its effect; empty: the message itself, or any tap."""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the cafe knows of a Telegram account: staff, customer, both or neither."""

    staff: StaffMember | None
    """Who works here; at a till, who is on shift."""
    customer: Customer | None
    till: Till | None = None
    """The till whose account this is."""

    @property
    def chosen_language(self) -> str | None:
        """The language that they asked us to speak; None: the phone's.

        A till has its own, whoever is on shift.
        """
        if self.till is not None:
            return self.till.language or None
        chosen = self.staff.chosen_language if self.staff else None
        return chosen or (self.customer.chosen_language if self.customer else None)
