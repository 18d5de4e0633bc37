"""Vouchers: printed one-time slips of one stamp each, numbered on a sheet that somebody asked for.

Not here: how a sheet looks (handlers) and the visit that collecting a slip makes (paper/vouchers.py).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty.days import day_of
from loyalty.ids import CustomerId, LocationId, SheetId, SlipId, StaffId
from loyalty.programs import Rules

LIFE: Final = timedelta(days=30)
"""And to the end of that day of the cafe: a date stands on the slip."""
MOST_SLIPS: Final = 200
"""On one sheet."""
A_DAY: Final = 3
"""So many slips a card collects on one day of the cafe."""
STAMPS: Final = 1
"""Of a slip."""


class SlipState(StrEnum):
    """open -> used | void | expired."""

    OPEN = "open"
    USED = "used"
    VOID = "void"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Slips that were printed together; issued to a location and to whoever asked for them."""

    id: SheetId
    location_id: LocationId
    staff_id: StaffId
    staff_name: str
    slips: int
    created_at: datetime
    expires_at: datetime
    voided_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        """Whether none of its slips can be collected any more."""
        return self.voided_at is not None or now >= self.expires_at


@dataclass(frozen=True, slots=True)
class CountedSheet:
    """A sheet and what became of its slips."""

    sheet: Sheet
    used: int
    void: int
    """Of slips voided one by one and, once the sheet is void, of all that nobody had collected."""

    @property
    def left(self) -> int:
        """Slips that nobody collected or voided; out there somewhere, even if they are too old by now."""
        return self.sheet.slips - self.used - self.void


@dataclass(frozen=True, slots=True)
class Slip:
    """One voucher; only a hash of its secret is kept."""

    id: SlipId
    sheet: Sheet
    number: int
    customer_id: CustomerId | None
    """Who collected it; None: nobody."""
    collected_at: datetime | None
    voided_at: datetime | None

    @property
    def name(self) -> str:
        """What is printed on it: "7-12"."""
        return name_slip(self.sheet.id, self.number)

    def state(self, now: datetime) -> SlipState:
        """What became of it."""
        if self.collected_at is not None:
            return SlipState.USED
        if self.voided_at is not None or self.sheet.voided_at is not None:
            return SlipState.VOID
        return SlipState.EXPIRED if now >= self.sheet.expires_at else SlipState.OPEN


def last_day(sheet: Sheet, rules: Rules) -> date:
    """The last day on which its slips can be collected: what is printed on them."""
    return day_of(sheet.expires_at - timedelta(microseconds=1), rules).date


def name_slip(sheet_id: SheetId, number: int) -> str:
    """The number of a slip as it is printed and typed."""
    return f"{sheet_id}-{number}"
