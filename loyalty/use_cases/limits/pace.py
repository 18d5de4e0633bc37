"""Pace: the owners hear of stamps and points that come too fast; nobody is refused for it.

Not here: when it is looked at (bot/scheduler.py).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loyalty.ids import ChatId, StaffId
from loyalty.limits import HOUR, Answer
from loyalty.notices import LargeBillsAnHour, ManyStampsAnHour
from loyalty.pace import Given, find_crossing
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules

_LOOKED_BACK = timedelta(days=1)
"""For the moment at which it became many; nobody stamps that fast for longer."""


class _Kind(StrEnum):
    """What is counted; the value begins the key under which it is told once."""

    STAMPS = "pace"
    POINTS = "pace-points"


@dataclass(frozen=True, slots=True)
class WatchPace:
    """So much an hour by one person: the owners are told once, each time it becomes that much."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many people are above a limit now."""
        busy = await self.database.read(_find_busy)
        if busy:
            await self.database.write(_tell)
        return len({staff_id for _, staff_id in busy})


def _find_busy(tx: Transaction) -> list[tuple[_Kind, StaffId]]:
    rules, busy = tx.programs.get_current().rules, []
    for kind in _Kind:
        if _answer(kind, rules) is Answer.ALLOW:
            continue
        given: Counter[StaffId] = Counter()
        for one in _find_given(tx, kind, rules, since=tx.now - HOUR):
            given[one.staff_id] += one.count
        busy += [(kind, staff_id) for staff_id, count in given.items() if count >= _bound(kind, rules)]
    return busy


def _tell(tx: Transaction) -> None:
    rules = tx.programs.get_current().rules
    for kind, staff_id in _find_busy(tx):
        given = _find_given(tx, kind, rules, since=tx.now - _LOOKED_BACK, staff_id=staff_id)
        crossed_at = find_crossing(given, _bound(kind, rules))
        if crossed_at is None:
            continue
        notice = _notice(kind, tx.people.get_staff(staff_id).name, rules)
        for owner in tx.people.find_owners():
            # By the moment of crossing: told again only after it was fewer in between.
            key = f"{kind}:{staff_id}:{crossed_at:%Y%m%dT%H%M%S%f}:{owner.id}"
            tx.deliveries.add_notice(notice, ChatId(owner.telegram_id), key=key)


def _find_given(
    tx: Transaction, kind: _Kind, rules: Rules, *, since: datetime, staff_id: StaffId | None = None
) -> Sequence[Given]:
    match kind:
        case _Kind.STAMPS:
            return tx.ledger.stamps_given(since=since, staff_id=staff_id)
        case _Kind.POINTS:
            return tx.ledger.points_given(since=since, percent=rules.earn_percent, staff_id=staff_id)


def _answer(kind: _Kind, rules: Rules) -> Answer:
    match kind:
        case _Kind.STAMPS:
            return rules.limits.stamps_an_hour.answer
        case _Kind.POINTS:
            return rules.limits.bills_an_hour if rules.gives_points else Answer.ALLOW


def _bound(kind: _Kind, rules: Rules) -> int:
    """In stamps, or in hundredths of points: what bills of that sum give."""
    match kind:
        case _Kind.STAMPS:
            return rules.limits.stamps_an_hour.bound
        case _Kind.POINTS:
            return rules.bills_an_hour * rules.earn_percent


def _notice(kind: _Kind, name: str, rules: Rules) -> ManyStampsAnHour | LargeBillsAnHour:
    match kind:
        case _Kind.STAMPS:
            return ManyStampsAnHour(name, rules.limits.stamps_an_hour.bound)
        case _Kind.POINTS:
            return LargeBillsAnHour(name, rules.bills_an_hour, rules.currency)
