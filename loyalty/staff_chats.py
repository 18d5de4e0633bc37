"""The staff chat: the group in which staff see who waits; and groups in which the bot has no business.

Not here: who waits (queue.py) and what Telegram says of the bot's rights (handlers/staff/group.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import ChatId, LocationId, StaffChatId

SETTLING_IN = timedelta(seconds=3)
"""So long nothing is said in a new group: the bot may have come there by the owner's button."""
FOREIGN_STAY = timedelta(seconds=60)
"""So long the bot stays in a group that nobody here asked for: it may be the staff chat under a new id."""
OWNERS_STAY = timedelta(minutes=10)
"""So long an owner who added the bot has time to make the group the staff chat."""
_FIRST_SUPERGROUP = -1_000_000_000_000


class Unbound(StrEnum):
    """Why a group is the staff chat no longer."""

    BY_OWNER = "by_owner"
    REPLACED = "replaced"
    REMOVED = "removed"
    """The bot was removed from the group, or can't write there any more."""


@dataclass(frozen=True, slots=True)
class StaffChat:
    """The group that staff look at."""

    id: StaffChatId
    chat_id: ChatId
    title: str
    location_id: LocationId
    administrator: bool
    """Whether the bot is administrator there, and so hears plain text whatever its privacy setting."""


@dataclass(frozen=True, slots=True)
class ForeignChat:
    """A group that the bot is in without being bound to it."""

    chat_id: ChatId
    seen_at: datetime
    leave_at: datetime

    @property
    def by_owner(self) -> bool:
        """Whether an owner added the bot, and can still bind the group."""
        return self.leave_at - self.seen_at > FOREIGN_STAY


def is_supergroup(chat_id: ChatId) -> bool:
    """Whether a group's id is one of a supergroup: those begin with -100 and have thirteen digits."""
    return chat_id <= _FIRST_SUPERGROUP


def may_come_from(chat_id: ChatId, bound: StaffChat | None) -> bool:
    """Whether an unknown group may be the staff chat, grown into a supergroup under a new id."""
    return bound is not None and is_supergroup(chat_id) and not is_supergroup(bound.chat_id)
