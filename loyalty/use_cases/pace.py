"""Pace: the owners hear of stamps that come too fast; nobody is refused for it.

Not here: when it is looked at (bot/scheduler.py).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from loyalty.ids import ChatId, StaffId
from loyalty.limits import HOUR, Answer
from loyalty.notices import ManyStampsAnHour
from loyalty.pace import find_crossing
from loyalty.ports import Database, Transaction

_LOOKED_BACK = timedelta(days=1)
"""For the moment at which it became many; nobody stamps that fast for longer."""


@dataclass(frozen=True, slots=True)
class WatchPace:
    """So many stamps an hour by one person: the owners are told once, each time it becomes that many."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many people are above the limit now."""
        busy = await self.database.read(_find_busy)
        if busy:
            await self.database.write(_tell)
        return len(busy)


def _find_busy(tx: Transaction) -> list[StaffId]:
    limit = tx.programs.get_current().rules.limits.stamps_an_hour
    if limit.answer is Answer.ALLOW:
        return []
    stamps: Counter[StaffId] = Counter()
    for given in tx.ledger.stamps_given(since=tx.now - HOUR):
        stamps[given.staff_id] += given.stamps
    return [staff_id for staff_id, count in stamps.items() if count >= limit.bound]


def _tell(tx: Transaction) -> None:
    limit = tx.programs.get_current().rules.limits.stamps_an_hour
    for staff_id in _find_busy(tx):
        given = tx.ledger.stamps_given(since=tx.now - _LOOKED_BACK, staff_id=staff_id)
        crossed_at = find_crossing(given, limit.bound)
        if crossed_at is None:
            continue
        notice = ManyStampsAnHour(tx.people.get_staff(staff_id).name, limit.bound)
        for owner in tx.people.find_owners():
            # By the moment of crossing: told again only after it was fewer in between.
            key = f"pace:{staff_id}:{crossed_at:%Y%m%dT%H%M%S%f}:{owner.id}"
            tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=key)
