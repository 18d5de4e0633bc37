"""The close: what a day came to, in figures that agree with the ledger to the stamp.

Not here: when a day begins and ends (days.py) and the words of its page.
"""

from dataclasses import dataclass
from datetime import date, datetime

from loyalty.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class StampFigures:
    """What the day's ledger entries add up to, in stamps; taken ones are negative."""

    given: int = 0
    """Earned at the counter."""
    taken_back: int = 0
    """Reversed by an undo, of this day's visits or an earlier day's."""
    filled: int = 0
    """Turned into rewards, less what undone visits gave back."""
    adjusted: int = 0
    """By managers, with a reason."""
    old_cards: int = 0
    """Carried over from paper cards."""
    written_off: int = 0
    """Could not be taken back, because it was drunk."""
    expired: int = 0

    @property
    def net(self) -> int:
        """By how much the stamps on all cards together changed."""
        taken = self.taken_back + self.filled + self.expired
        return self.given + self.adjusted + self.old_cards + self.written_off + taken


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How often one thing was handed over for free: what the till has to know."""

    item: OwnWords
    count: int


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """What one staff member did that day."""

    name: str
    visits: int
    stamps: int
    """Given, less what was taken back of theirs that day, whoever took it: below zero, when an earlier day's
    was. Of all together: given and taken back.
    """
    handed_over: int


@dataclass(frozen=True, slots=True)
class RefusalFigures:
    """How often one thing was refused."""

    kind: str
    """The name of the refusal's class (loyalty/refusals/)."""
    count: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One day of the cafe from its beginning up to `until`, practice left out."""

    date: date
    until: datetime
    visits: int
    undone: int
    """Visits of that day that were taken back."""
    new: int
    """Customers whose first visit this was."""
    returning: int
    joined: int
    """People who opened a card, with or without a visit."""
    stamps: StampFigures
    handed_over: tuple[HandedOver, ...]
    """Less what was taken back the same day."""
    people: tuple[PersonFigures, ...]
    refusals: tuple[RefusalFigures, ...]
    flags: int
    """Things that passed with a flag."""
    given_back: tuple[HandedOver, ...] = ()
    """Handed over before this day began and taken back in it: what an earlier close had counted as free."""

    def says_the_same_as(self, other: "DayFigures") -> bool:
        """Whether nothing happened between the two, whenever they were taken."""
        return _facts(self) == _facts(other)

    @property
    def quiet(self) -> bool:
        """Whether nothing at all happened."""
        happened = (
            self.visits or self.undone or self.joined or self.refusals or self.handed_over or self.given_back
        )
        return not happened and self.stamps == StampFigures()


@dataclass(frozen=True, slots=True)
class Close:
    """The figures of a day as they were told."""

    figures: DayFigures
    by: str
    """Who closed the day; empty: by itself."""
    at: datetime


def _facts(figures: DayFigures) -> tuple[object, ...]:
    return (
        figures.date, figures.visits, figures.undone, figures.new, figures.returning, figures.joined,
        figures.stamps, figures.handed_over, figures.people, figures.refusals, figures.flags,
        figures.given_back,
    )  # fmt: skip
