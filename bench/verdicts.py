"""What a measure found, and whether that is good enough.

Not here: measuring.
"""

import json
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from rich.console import Console
from rich.table import Table

WIDE_ENOUGH = 160
"""Columns of a table that goes into a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One ratio to its floor; a bound of None is not demanded."""

    measure: str
    said: str
    """What was compared with what, in a few words."""
    rounds: Sequence[float]
    """The ratio of each round."""
    at_least: float | None = None
    at_most: float | None = None
    aside: dict[str, float] = field(default_factory=dict)
    """Further figures; times among them are of this machine and moment only."""

    @property
    def ratio(self) -> float:
        """The median of the rounds."""
        return median(self.rounds)

    @property
    def good(self) -> bool:
        """Whether the ratio keeps its bounds."""
        high_enough = self.at_least is None or self.ratio >= self.at_least
        return high_enough and (self.at_most is None or self.ratio <= self.at_most)

    @property
    def bound(self) -> str:
        """The bound in words."""
        if self.at_least is not None:
            return f"at least {self.at_least:g}"
        return f"at most {self.at_most:g}" if self.at_most is not None else "reported"

    def as_json(self) -> str:
        """One line for a machine."""
        return json.dumps(
            {
                "measure": self.measure,
                "ratio": round(self.ratio, 3),
                "rounds": [round(ratio, 3) for ratio in self.rounds],
                "at_least": self.at_least,
                "at_most": self.at_most,
                "good": self.good,
                "aside": {name: round(value, 6) for name, value in self.aside.items()},
                "python": platform.python_version(),
                "sqlite": sqlite3.sqlite_version,
            }
        )


def show(verdicts: Sequence[Verdict]) -> None:
    """All verdicts in one table."""
    table = Table("measure", "compared", "ratio", "rounds", "bound", "verdict", box=None, pad_edge=False)
    for verdict in verdicts:
        table.add_row(
            verdict.measure,
            verdict.said,
            f"{verdict.ratio:.2f}",
            f"{min(verdict.rounds):.2f} to {max(verdict.rounds):.2f}",
            verdict.bound,
            "good" if verdict.good else "NOT GOOD ENOUGH",
        )
    console = Console()
    if not console.is_terminal:
        console.width = WIDE_ENOUGH
    console.print(table)
