"""Stamp-card arithmetic: adding stamps, filling cards, carrying the surplus over.

Not here: points, and who may add how many (see visits.py).
"""

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
