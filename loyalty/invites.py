"""Invites: the one-time links by which people become staff, and the owner link.

Not here: roles and what they may do.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import InviteId, StaffId, TelegramId
from loyalty.people import Role

OWNER_LINK_LIFE = timedelta(minutes=15)
INVITE_LIFE = timedelta(hours=24)


class InviteState(StrEnum):
    """live -> came -> accepted | refused; live -> void. An owner link is accepted by opening it."""

    LIVE = "live"
    CAME = "came"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Invite:
    """One link for one person; who came is confirmed by an owner."""

    id: InviteId
    role: Role
    state: InviteState
    created_by: StaffId | None
    """None: made on the server."""
    came_telegram_id: TelegramId | None
    came_name: str
    came_language: str
    expires_at: datetime
    till: bool = False
    """Whoever opens it becomes a till; the role says nothing then."""
    invited: TelegramId | None = None
    """The account that it was made for; None: for whoever has the link."""

    def may_be_used(self, now: datetime) -> bool:
        """Whether the link still works."""
        return self.state is InviteState.LIVE and now < self.expires_at
