"""Paper cards: a printed identity for a customer without Telegram, its number and its states.

Not here: issuing and scanning one (use_cases/paper) and how it looks on paper.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loyalty.ids import CustomerId, LocationId, PaperCardId, StaffId
from loyalty.own_words import OwnWords
from loyalty.programs import Rules
from loyalty.secrets import SecretSource

DIGITS = 8
"""Of a number, the last one of which checks the others."""
MOST_AT_ONCE = 10
"""Cards on one sheet of A4."""
LISTED = 10
"""Cards that a page names, newest first."""


class PaperState(StrEnum):
    """active -> blocked | moved | replaced; blocked -> moved | replaced."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    """Reported lost: nothing is earned or had by it."""
    MOVED = "moved"
    """What was on it is on a Telegram account."""
    REPLACED = "replaced"
    """Another card of the same customer took its place."""


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One printed card."""

    id: PaperCardId
    number: str
    customer_id: CustomerId
    location_id: LocationId
    state: PaperState
    issued_by: StaffId
    issued_at: datetime
    ended_by: StaffId | None
    """None with `ended_at`: the customer moved it."""
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class PaperCardFacts:
    """What staff see of a paper card: whose it is, what is on it, what became of it."""

    card: PaperCard
    customer_name: str
    """Empty: nobody said."""
    stamps: int
    goal: int
    rewards: int
    """Held now."""
    points: int
    """In hundredths."""
    rules: Rules
    issued_by: str
    issued_at: datetime
    """As the clock on the cafe's wall shows it; so is `ended_at`."""
    ended_by: str
    ended_at: datetime | None
    used: bool
    """Whether anything was ever collected with it."""


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """What somebody who opens a paper card's link could move to their Telegram account."""

    card_id: PaperCardId
    number: str
    stamps: int
    goal: int
    rewards: int
    item: OwnWords
    points: int
    rules: Rules


@dataclass(frozen=True, slots=True)
class FreshPaperCard:
    """A card with its secret, to be printed once and kept nowhere."""

    card: PaperCard
    payload: str
    name: str


def check_digit(digits: str) -> str:
    """The digit that makes these right (Luhn): one wrong digit, or two neighbours swapped, is noticed.

    But for 09 and 90, which the scheme takes for each other.
    """
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits))]
    return str(-sum(value // 10 + value % 10 for value in doubled) % 10)


def is_number(digits: str) -> bool:
    """Whether these digits can be a paper card's number: otherwise one of them is mistyped."""
    return len(digits) == DIGITS and digits[-1] == check_digit(digits[:-1])


def new_number(source: SecretSource) -> str:
    """A number to print; it names a card and is no secret."""
    first = 1 + source.below(9)  # a zero in front is left out by whoever reads it aloud
    digits = f"{first}{source.below(1_000_000):06d}"
    return digits + check_digit(digits)


def say_number(number: str) -> str:
    """As it is printed: 4410 2734."""
    return f"{number[:4]} {number[4:]}"
