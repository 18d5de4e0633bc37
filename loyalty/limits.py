"""Limits: the bounds at which a purchase at the counter gets another answer than yes.

Not here: counting what happened (ports) and asking (use_cases/limits/judging.py).
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypedDict

from loyalty.money import LARGEST_BILL

WRONG_CODES = 5
WRONG_CODES_WINDOW = timedelta(minutes=10)
AGAIN_WINDOW = timedelta(minutes=15)
"""So long after a visit the next one asks: added to that one, or a second round?"""
HOUR = timedelta(hours=1)
STAMPS_A_VISIT = range(2, 100)
"""Where the limit of stamps in one visit may begin; two digits are all that can be typed."""
VISITS_A_DAY = range(2, 51)
OVERRIDES_A_DAY = range(1, 21)
STAMPS_AN_HOUR = range(10, 1001)


class Answer(StrEnum):
    """What a limit answers when it is reached: yes; yes, and the owner looks; a question; no."""

    ALLOW = "allow"
    FLAG = "flag"
    ASK = "ask"
    REFUSE = "refuse"


class Reason(StrEnum):
    """Why a card gets a further visit on one day, or so soon, in one tap."""

    SECOND_ROUND = "second_round"
    FRIEND = "friend"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound and its answer: the answer holds from the bound on."""

    bound: int
    answer: Answer


class LimitsWanted(TypedDict, total=False):
    """Single limits that are to change; what is not named stays as it is."""

    above_goal: Answer
    stamps_a_visit: Limit
    large_bill: Answer
    large_bill_from: int
    visits_a_day: Limit
    overrides_a_day: Limit
    stamps_an_hour: Limit
    bills_an_hour: Answer


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of the counter, as the owner set them. Undone visits don't count for any of them."""

    above_goal: Answer = Answer.FLAG
    """More stamps in one visit than the card's goal (typed or added; buttons end at the goal)."""
    stamps_a_visit: Limit = Limit(10, Answer.ASK)
    """From so many stamps in one visit a manager is asked."""
    large_bill: Answer = Answer.ASK
    """A bill that looks like a slip of the finger; managers, whose fingers slip too, are asked as well."""
    large_bill_from: int = 0
    """The smallest such bill, in minor units; 0: `Rules.large_bill` works it out."""
    visits_a_day: Limit = Limit(4, Answer.ASK)
    """From the n-th visit of a card on one day staff say why, in one tap, and the owner sees it."""
    overrides_a_day: Limit = Limit(3, Answer.ASK)
    """After so many reasoned visits of a card on one day a manager is asked."""
    stamps_an_hour: Limit = Limit(120, Answer.FLAG)
    """From so many stamps an hour by one staff member the owners are told; nobody is refused."""

    bills_an_hour: Answer = Answer.FLAG
    """Bills within an hour by one staff member that together are ten large ones: the same alarm."""

    def is_sane(self) -> bool:
        """Whether these limits leave a counter that works: bounds in reach, and an alarm that only alarms."""
        bounded = (
            (self.stamps_a_visit, STAMPS_A_VISIT),
            (self.visits_a_day, VISITS_A_DAY),
            (self.overrides_a_day, OVERRIDES_A_DAY),
            (self.stamps_an_hour, STAMPS_AN_HOUR),
        )
        if any(limit.bound not in bounds for limit, bounds in bounded):
            return False
        if not 0 <= self.large_bill_from <= LARGEST_BILL:
            return False
        alarms = (self.stamps_an_hour.answer, self.bills_an_hour)
        return all(answer in (Answer.ALLOW, Answer.FLAG) for answer in alarms)
