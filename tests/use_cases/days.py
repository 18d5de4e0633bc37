"""The owner reads the day, and anybody takes part in it.

Not here: tests.
"""

from loyalty.use_cases.house.day import DaySheet, ReadDay
from tests.counter import ANNA, Cafe


async def read_day(cafe: Cafe) -> DaySheet:
    return await ReadDay(cafe.database)(ANNA)
