"""The plain model: visits and cards as a cafe with pen and paper would keep them.

Not here: the database, and what people do (test_counter_machine.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from loyalty.ids import RewardId
from loyalty.limits import Reason
from loyalty.people import Person

T = TypeVar("T")


@dataclass
class ModelVisit:
    """A visit as a person with pen and paper would keep it."""

    customer: Person
    opened_at: datetime
    state: str = "open"
    picked: RewardId | None = None
    given: list[int] = field(default_factory=list)
    adds: int = 0
    reason: Reason | None = None
    filled: list[RewardId] = field(default_factory=list)
    """Rewards that it filled; one handed over and taken back is replaced by its successor."""
    filled_before: int = 0
    """How often the card had been filled when the visit was given its first stamps."""
    handed_over: list[RewardId] = field(default_factory=list)
    written_off: int = 0
    """Stamps that a late undo could not have back."""
    settled_at: datetime | None = None
    stamped_at: datetime | None = None
    undone_at: datetime | None = None
    voucher: bool = False
    """It counts for no limit of visits."""

    def undo(self, now: datetime) -> None:
        self.state, self.undone_at = "undone", now

    def stands(self, now: datetime) -> bool:
        """Whether it took place, as far as is known at that moment: the clock may have been set back."""
        return self.state == "confirmed" or (self.undone_at is not None and self.undone_at > now)

    def over(self, now: datetime) -> bool:
        return self.state == "open" and now >= self.opened_at + timedelta(minutes=10)

    def confirmed_within(self, now: datetime, *, minutes: int) -> bool:
        confirmed_at = self.settled_at if self.state == "confirmed" else None
        return confirmed_at is not None and now < confirmed_at + timedelta(minutes=minutes)

    def undoable(self, now: datetime) -> bool:
        stamped_at = self.stamped_at if self.state == "confirmed" else None
        return stamped_at is not None and now < stamped_at + timedelta(minutes=10)

    def hands_over(self, now: datetime) -> bool:
        return (self.state == "open" and not self.over(now)) or self.confirmed_within(now, minutes=15)


@dataclass
class ModelCard:
    """A card of paper: stamps and rewards in a drawer."""

    stamps: int = 0
    held: list[RewardId] = field(default_factory=list)
    filled: list[RewardId] = field(default_factory=list)
    """Rewards in the order in which the card was filled; a successor stands where the first one stood."""


def newest(things: Sequence[T], recent: int) -> T:
    """The newest thing, or the one so many before it."""
    return things[-1 - min(recent, len(things) - 1)]
