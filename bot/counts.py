"""What the running bot has done so far, as plain numbers without names and ids.

Not here: how they are shown (metrics.py), and how it is doing now (health.py).
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

BODY_BOUNDS: Final = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)
"""Seconds: upper bounds of the steps in which the durations of transaction bodies are counted."""


@dataclass(slots=True)
class Counts:
    """Since the start of the process."""

    updates: Counter[str] = field(default_factory=Counter)
    """received, handled, dead."""
    deliveries: Counter[str] = field(default_factory=Counter)
    """sent, failed, unknown, skipped."""
    operations: Counter[str] = field(default_factory=Counter)
    """By kind, as the ledger calls them; a confirmation is a `visit`."""
    refusals: Counter[str] = field(default_factory=Counter)
    """By the refusal's kind."""
    bodies: list[int] = field(default_factory=lambda: [0] * (len(BODY_BOUNDS) + 1))
    """By the step of BODY_BOUNDS that they fell into; the last one is beyond them."""
    body_seconds: float = 0.0
    """Of all together."""

    def note_body(self, seconds: float) -> None:
        """A transaction body took so long."""
        self.bodies[bisect_left(BODY_BOUNDS, seconds)] += 1
        self.body_seconds += seconds
