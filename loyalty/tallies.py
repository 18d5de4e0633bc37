"""A tally: what staff enter for one purchase.

Not here: what becomes of it on the card (use_cases/visits/earning.py).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stamps, and what the bill was; at least one of the two."""

    stamps: int = 0
    amount: int | None = None
    """The bill in minor units; None: not entered."""
