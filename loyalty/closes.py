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
class PointFigures:
    """What the day's ledger entries add up to, in hundredths of points; taken ones are negative."""

    given: int = 0
    """Earned by bills."""
    taken_back: int = 0
    """Reversed by an undo, or because points paid for a part of the bill."""
    spent: int = 0
    """Paid for bills, less what undone visits gave back."""
    written_off: int = 0
    """Could not be taken back, because they were spent; less what came back since."""
    adjusted: int = 0
    """Everything else: what managers put right, what expired."""

    @property
    def net(self) -> int:
        """By how much the points on all cards together changed."""
        return self.given + self.taken_back + self.spent + self.written_off + self.adjusted


@dataclass(frozen=True, slots=True)
class BillFigures:
    """The bills that were entered that day, whenever their visits began."""

    count: int = 0
    """Less what was taken back the same day."""
    amount: int = 0
    """All of them, in minor units, what points paid for included."""
    currency: str = ""
    taken_back: int = 0
    """Bills of earlier days that were taken back in this one: what an earlier close had counted."""
    amount_back: int = 0


@dataclass(frozen=True, slots=True)
class Settlement:
    """Free things that one counter gave for what was collected at another: who owes whom."""

    given_at: str
    """The name of the location whose purchase filled the card."""
    redeemed_at: str
    count: int


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
    points: PointFigures = PointFigures()
    bills: BillFigures = BillFigures()
    vouchers: int = 0
    """Printed slips that were collected."""
    free_and_paid: int = 0
    """Visits in which something was free that day, and something had been paid."""
    settlements: tuple[Settlement, ...] = ()
    """Empty as long as all that was free came from the counter that gave it."""

    def says_the_same_as(self, other: "DayFigures") -> bool:
        """Whether nothing happened between the two, whenever they were taken."""
        return _facts(self) == _facts(other)

    @property
    def quiet(self) -> bool:
        """Whether nothing at all happened."""
        happened = (
            self.visits or self.undone or self.joined or self.refusals or self.handed_over or self.given_back
        )
        sums = (self.stamps, self.points, self.bills)
        return not happened and sums == (StampFigures(), PointFigures(), BillFigures())


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
        figures.given_back, figures.points, figures.bills, figures.vouchers, figures.free_and_paid,
        figures.settlements,
    )  # fmt: skip
