"""The conditions of a segment as SQL on a customer `c`; dates are worked out here, not in the database.

Not here: what a condition means (loyalty/segments.py) and the queries around it (segments.py).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, assert_never

from loyalty.ids import COFFEE_CARD
from loyalty.programs import Rules
from loyalty.segments import (
    BirthdayIn,
    CameBy,
    ComesAt,
    Condition,
    HereLately,
    JoinedAt,
    LastVisit,
    Lost,
    NeverCame,
    New,
    OneToGo,
    Regular,
    Segment,
    Slipping,
    Speaks,
    Spent,
    Visited,
    Voiced,
    last_visit_between,
    month_meant,
)
from loyalty.surveys import BANDS, COUNTED_FOR, FRESH, visits_of
from storage.rows import Value, to_micros
from storage.whose_rows import THEIRS

COUNTED_CUSTOMER: Final = "c.practice = 0 AND c.forgotten_at IS NULL AND c.moved_to IS NULL"
PURCHASE: Final = "v.state = 'confirmed' AND v.stamped_at IS NOT NULL"
"""A visit that is in the ledger still; one in which only a reward was handed over is none."""

LAST_SCORE: Final = f"""
    FROM invitations i JOIN responses r ON r.recipient_id = i.recipient_id
    WHERE i.customer_id IN {THEIRS} AND i.aspect_id IS NULL AND {{condition}}
    ORDER BY r.scored_at DESC, r.recipient_id DESC LIMIT 1"""
"""What the customer `c` said last of how likely they are to recommend the cafe."""


@dataclass(slots=True)
class Conditions:
    """What must hold of a customer `c`, and the values that stand in it."""

    now: datetime
    rules: Rules
    text: str = COUNTED_CUSTOMER
    values: dict[str, Value] = field(default_factory=dict)

    @classmethod
    def of(cls, segment: Segment, now: datetime, rules: Rules) -> "Conditions":
        """All conditions of a segment."""
        conditions = cls(now, rules)
        for one in segment:
            conditions.text += f" AND {conditions._holds(one)}"
        return conditions

    def _holds(self, condition: Condition) -> str:
        bounds = self.rules.segments
        match condition:
            case New():
                return f"c.joined_at > {self._ago(bounds.new_days)}"
            case HereLately() | Slipping() | Lost() | LastVisit():
                return self._was_here(last_visit_between(condition, self.rules))
            case NeverCame():
                return "c.visits = 0"
            case OneToGo():
                return self._one_to_go()
            case BirthdayIn():
                return f"c.birth_month = {self._put(month_meant(condition, self.now, self.rules))}"
            case Regular():
                lately = f"v.settled_at > {self._ago(bounds.regular_days)}"
                return f"({_of_purchases('COUNT(*)', lately)}) >= {self._put(bounds.regular_visits)}"
            case ComesAt():
                return self._comes_at(condition)
            case Voiced():
                return self._voiced(condition)
            case _:
                return self._is(condition)

    def _is(self, condition: Speaks | JoinedAt | CameBy | Visited | Spent) -> str:
        match condition:
            case Speaks(language):
                return f"COALESCE(c.chosen_language, c.language) = {self._put(language)}"
            case JoinedAt(location_id):
                return f"c.location_id = {self._put(location_id)}"
            case CameBy(source):
                return f"c.source = {self._put(source)}"
            case Visited(least, most):
                return self._between("c.visits", least, most)
            case Spent(least, most):
                spent = f"({_of_purchases('COALESCE(CAST(SUM(v.amount) AS BIGINT), 0)')})"
                return self._between(spent, least, most)
            case _:
                assert_never(condition)

    def _was_here(self, bounds: LastVisit) -> str:
        parts = ["c.visits > 0 AND c.last_visit_at IS NOT NULL"]
        if bounds.least:
            parts.append(f"c.last_visit_at <= {self._ago(bounds.least)}")
        if bounds.most is not None:
            parts.append(f"c.last_visit_at > {self._ago(bounds.most)}")
        return " AND ".join(parts)

    def _one_to_go(self) -> str:
        if not self.rules.gives_stamps:
            return "1 = 0"
        goal = self._put(self.rules.goal)
        return f"""EXISTS (
            SELECT 1 FROM cards k WHERE k.customer_id = c.id AND k.scheme_id = {self._put(COFFEE_CARD)}
              AND k.stamps + 1 = CASE WHEN k.stamps = 0 OR k.goal > {goal} THEN {goal} ELSE k.goal END)"""

    def _comes_at(self, condition: ComesAt) -> str:
        hours = condition.part.hours(self.rules.segments)
        inside = f"v.hour >= {self._put(hours.start)} AND v.hour < {self._put(hours.stop)}"
        share = f"2 * CAST(SUM(CASE WHEN {inside} THEN 1 ELSE 0 END) AS BIGINT) >= COUNT(*)"
        enough = f"COUNT(*) >= {self._put(self.rules.segments.habit_visits)}"
        fits = f"CASE WHEN {enough} AND {share} THEN 1 ELSE 0 END"
        return f"({_of_purchases(fits, 'v.hour IS NOT NULL')}) = 1"

    def _voiced(self, condition: Voiced) -> str:
        fresh = f"r.scored_at > {self._ago(FRESH.days)}"
        last = f"(SELECT r.score {LAST_SCORE.format(condition=fresh)})"
        scores = BANDS[condition.band]
        lately = f"v.settled_at > {self._ago(COUNTED_FOR.days)}"
        visits = f"({_of_purchases('COUNT(*)', lately)})"
        said = self._between(last, scores[0], scores[-1])
        return f"{said} AND {self._between(visits, *visits_of(condition.often))}"

    def _between(self, number: str, least: int, most: int | None) -> str:
        above = f"{number} >= {self._put(least)}"
        return above if most is None else f"{above} AND {number} <= {self._put(most)}"

    def _ago(self, days: int) -> str:
        return self._put(to_micros(self.now - timedelta(days=days)))

    def _put(self, value: Value) -> str:
        name = f"bound_{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def _of_purchases(what: str, condition: str = "1 = 1") -> str:
    return f"SELECT {what} FROM visits v WHERE v.customer_id IN {THEIRS} AND {PURCHASE} AND {condition}"
