"""The staff list as the owner sees it, and the question what a leaving of the staff chat means.

Not here: roles (people.py) and tills (tills.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import DepartureId, StaffId, TillId
from loyalty.people import StaffMember
from loyalty.programs import Rules
from loyalty.tills import TillToday

LONGEST_STAFF_NAME = 24
"""Characters of the name that customers see."""
SAME_DEPARTURE = timedelta(minutes=5)
"""Telegram tells of one leaving twice, in a message and in an update of its own."""


class DepartureState(StrEnum):
    """open -> removed | kept."""

    OPEN = "open"
    REMOVED = "removed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Departure:
    """A staff member left the staff chat; the owner says whether they work here still."""

    id: DepartureId
    staff: StaffMember
    state: DepartureState


@dataclass(frozen=True, slots=True)
class StaffList:
    """Everybody who works here, the tills, and the staff chat's title (None: there is no staff chat)."""

    staff: Sequence[StaffMember]
    tills: Sequence[TillToday]
    staff_chat: str | None
    rules: Rules
    """By which the cafe's clock goes."""
    now: datetime
    """When it was read."""

    def find_member(self, staff_id: StaffId) -> StaffMember | None:
        """One of them, None for somebody who left."""
        return next((staff for staff in self.staff if staff.id == staff_id), None)

    def find_till(self, till_id: TillId) -> TillToday | None:
        """One of the tills, None for one that is none any more."""
        return next((today for today in self.tills if today.till.id == till_id), None)
