"""Stamp-card arithmetic: adding stamps, filling cards, carrying the surplus over, taking back.

Not here: points, and who may add how many (see visits.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass


def aim(*, balance: int, goal: int, goal_now: int) -> int:
    """Stamps that fill this card: whichever goal is better for the customer.

    An empty card is not begun, so that it begins under today's goal, whatever it was opened under.
    """
    return min(goal, goal_now) if balance else goal_now


@dataclass(frozen=True, slots=True)
class Filling:
    """What adding stamps did: the cards it filled (each with its goal) and what is left on the card."""

    stamps: int
    goal: int
    filled: tuple[int, ...]

    def aim(self, goal_now: int) -> int:
        """Stamps that fill the card as it is now."""
        return aim(balance=self.stamps, goal=self.goal, goal_now=goal_now)


def add(*, balance: int, goal: int, added: int, goal_now: int) -> Filling:
    """The card after these stamps: each filled card becomes a reward, surplus stamps carry over.

    A card that was begun under another goal finishes at whichever is better for the customer; an empty one
    begins under today's goal, and so does the next one. Units: stamps. Raises ValueError for nothing or less
    to add.
    """
    if added <= 0:
        raise ValueError("stamps are added one or more at a time")
    stamps, filled, full = balance + added, [], aim(balance=balance, goal=goal, goal_now=goal_now)
    while stamps >= full:
        stamps -= full
        filled.append(full)
        full = goal_now
    begun_now = filled or not balance
    return Filling(stamps=stamps, goal=goal_now if begun_now else goal, filled=tuple(filled))


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What taking stamps back did: what is left, which rewards went with them, what could not be had back."""

    stamps: int
    goal: int
    cancelled: tuple[int, ...]
    """The costs of the unspent rewards that became stamps again, in that order."""
    written_off: int

    def aim(self, goal_now: int) -> int:
        """Stamps that fill the card as it is now."""
        return aim(balance=self.stamps, goal=self.goal, goal_now=goal_now)


def take_back(
    *, balance: int, goal: int, removed: int, unspent: Sequence[int], later: Sequence[int] = ()
) -> TakingBack:
    """The card after a visit of `removed` stamps was taken back, long after it.

    First goes what lies on the card, then the rewards that nobody had yet: those that the visit itself filled
    (`unspent`: their costs, oldest first), and after them those that were filled since (`later`, the same),
    for its stamps may sit in these; of each the newest first, and no more than needed. The rest was had
    already and is written off. The card that is being filled again is the one of the last reward that went,
    so it is never left full. Units: stamps.
    """
    left, cancelled = balance - removed, []
    for cost in (*reversed(unspent), *reversed(later)):
        if left >= 0:
            break
        left += cost
        cancelled.append(cost)
    written_off = max(0, -left)
    return TakingBack(
        stamps=left + written_off,
        goal=cancelled[-1] if cancelled else goal,
        cancelled=tuple(cancelled),
        written_off=written_off,
    )
