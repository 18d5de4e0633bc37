"""The cafe's rules as the owner set them; each change is a new version.

Not here: settings from the environment (those are the server's, not the cafe's).
"""

from dataclasses import dataclass, field

from loyalty.ids import ProgramVersion
from loyalty.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class Rules:
    """What the owner decides: the cafe's name, the goal, what a filled card gives and when."""

    cafe: str = "One More Cup"
    language: str = "en"
    goal: int = 6
    item: OwnWords = field(default_factory=lambda: OwnWords((("en", "Free coffee"),)))
    reward_at_once: bool = False
    """Whether a reward filled in a visit can be had in that same visit."""


@dataclass(frozen=True, slots=True)
class Program:
    """One version of the rules; ledger entries name the version they were written under."""

    version: ProgramVersion
    rules: Rules
