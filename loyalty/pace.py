"""Pace: how many stamps or points one staff member gives in an hour, and when that became many.

Not here: who is told (use_cases/limits/pace.py).
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from loyalty.ids import StaffId
from loyalty.limits import HOUR


@dataclass(frozen=True, slots=True)
class Given:
    """What a staff member gave at one moment; what was undone and practice are left out."""

    staff_id: StaffId
    at: datetime
    count: int
    """Stamps, or hundredths of points."""


def find_crossing(given: Iterable[Given], bound: int) -> datetime | None:
    """When what was given in the hour before last rose to this bound; None when it never did.

    `given`: of one staff member, oldest first.
    """
    crossed, total, hour = None, 0, deque[Given]()
    for one in given:
        while hour and hour[0].at <= one.at - HOUR:
            total -= hour.popleft().count
        if total < bound <= total + one.count:
            crossed = one.at
        total += one.count
        hour.append(one)
    return crossed
