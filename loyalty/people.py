"""Who is who: customers, staff, and the person behind an update.

Not here: what they may do at a moment (use cases re-read the staff row for that).
"""

from dataclasses import dataclass
from enum import StrEnum

from loyalty.ids import ChatId, CustomerId, LocationId, MessageId, StaffId, TelegramId


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


@dataclass(frozen=True, slots=True)
class Customer:
    """A person who collects, with or without Telegram."""

    id: CustomerId
    name: str
    language: str
    practice: bool
    reachable: bool


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


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the cafe knows of a Telegram account: staff, customer, both or neither."""

    staff: StaffMember | None
    customer: Customer | None
