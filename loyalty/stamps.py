"""Stamp-card arithmetic: adding stamps, filling cards, carrying the surplus over, taking back.

Not here: points, and who may add how many (see visits.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filling:
    """What adding stamps did: the cards it filled (each with its goal) and what is left on the card."""

    stamps: int
    goal: int
    filled: tuple[int, ...]


def add(*, balance: int, goal: int, added: int, goal_now: int) -> Filling:
    """The card after these stamps: each filled card becomes a reward, surplus stamps carry over.

    A card that was begun under another goal finishes at whichever is better for the customer; the next
    one begins under today's goal. Units: stamps. Raises ValueError for nothing or less to add.
    """
    if added <= 0:
        raise ValueError("stamps are added one or more at a time")
    stamps, filled, aim = balance + added, [], min(goal, goal_now)
    while stamps >= aim:
        stamps -= aim
        filled.append(aim)
        aim = goal_now
    return Filling(stamps=stamps, goal=goal_now if filled else goal, filled=tuple(filled))


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What taking stamps back did: what is left, which rewards went with them, what could not be had back."""

    stamps: int
    goal: int
    cancelled: tuple[int, ...]
    """The costs of the unspent rewards that became stamps again, in that order."""
    written_off: int


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
