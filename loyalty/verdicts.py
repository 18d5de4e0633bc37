"""Verdicts: what the limits say to a purchase at the counter.

Not here: counting what happened before, and what is done about it (use_cases/limits/judging.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from loyalty.days import Day, day_of
from loyalty.erasures import Carried
from loyalty.flags import FlagKind
from loyalty.limits import AGAIN_WINDOW, Answer, Limits, Reason
from loyalty.programs import Rules
from loyalty.visits import Visit


class LimitName(StrEnum):
    """Which limit was reached, as the owner knows it."""

    ABOVE_GOAL = "above_goal"
    STAMPS_A_VISIT = "stamps_a_visit"
    VISITS_A_DAY = "visits_a_day"
    OVERRIDES_A_DAY = "overrides_a_day"
    LARGE_BILL = "large_bill"


PER_DAY: Final = frozenset({LimitName.VISITS_A_DAY, LimitName.OVERRIDES_A_DAY})
"""Those that count the visits of a card on one day; the others look at one visit."""


class Need(StrEnum):
    """What is missing before stamps can be given."""

    NOTHING = "nothing"
    CHOICE = "choice"
    """The last visit was minutes ago: added to that one, or a second round?"""
    REASON = "reason"
    """The card was stamped often today: why again?"""
    MANAGER = "manager"
    """A manager's word."""
    REFUSED = "refused"
    """Nothing helps: the owner's limit says no."""


@dataclass(frozen=True, slots=True)
class Purchase:
    """Stamps that are to be given, and a bill, with what limits look at."""

    total: int
    """Stamps of the visit, these included."""
    nth: int = 0
    """Which visit of the card's day it is; 0 when it is an addition to a visit."""
    overrides: int = 0
    """Earlier visits of the card's day that needed a reason and had one."""
    soon: bool = False
    """Whether the card's last visit was minutes ago."""
    reason: Reason | None = None
    manager: bool = False
    """Whether a manager gives them, on the own phone."""
    large_bill: bool = False
    """Whether the bill that is entered looks like a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is missing, which limit says so, and what the owner should look at once they are given."""

    need: Need
    limit: LimitName | None = None
    flags: tuple[FlagKind, ...] = ()
    reason: Reason | None = None
    """What staff said, where something was asked."""


def judge_visit(
    rules: Rules, earlier: Sequence[Visit], now: datetime, *, count: int, amount: int | None = None,
    reason: Reason | None = None, manager: bool = False, carried: Carried | None = None,
) -> Verdict:  # fmt: skip
    """The verdict on so many stamps, and a bill, in a new visit.

    `earlier`: the card's confirmed visits since `look_back`, oldest first, practice left out.
    `carried`: what is remembered from before the customer was forgotten.
    """
    day = day_of(now, rules)
    today, before = of_day(earlier, day), (carried or Carried()).of(day.date)
    purchase = Purchase(
        total=count,
        nth=before.visits + len(today) + 1,
        overrides=before.overrides + count_overrides(rules.limits, today, before=before.visits),
        soon=is_soon(earlier, now, carried),
        reason=reason,
        manager=manager,
        large_bill=_is_large(rules, amount),
    )
    return judge(rules.limits, rules.goal, purchase)


def judge_add(rules: Rules, visit: Visit, *, count: int, manager: bool = False) -> Verdict:
    """The verdict on so many stamps more in a confirmed visit. Practice meets no limits."""
    if visit.practice:
        return Verdict(Need.NOTHING)
    return judge(rules.limits, rules.goal, Purchase(visit.stamps + count, manager=manager))


def judge_bill(rules: Rules, visit: Visit, amount: int) -> Verdict:
    """The verdict on a bill that is entered after its stamps."""
    if visit.practice:
        return Verdict(Need.NOTHING)
    return judge(rules.limits, rules.goal, Purchase(0, large_bill=_is_large(rules, amount)))


def judge_sale(rules: Rules, *, count: int, amount: int | None, manager: bool) -> Verdict:
    """The verdict on a sale code, whoever comes with it."""
    purchase = Purchase(count, manager=manager, large_bill=_is_large(rules, amount))
    return judge(rules.limits, rules.goal, purchase)


def judge(limits: Limits, goal: int, purchase: Purchase) -> Verdict:
    """The verdict on a purchase: first what nothing helps against, then what staff can say themselves."""
    reached = _reached(limits, goal, purchase)
    for name, answer in reached.items():
        if answer is Answer.REFUSE:
            return Verdict(Need.REFUSED, name)
    why = LimitName.VISITS_A_DAY if reached.get(LimitName.VISITS_A_DAY) is Answer.ASK else None
    if purchase.reason is None and purchase.soon:
        return Verdict(Need.CHOICE, why)
    if purchase.reason is None and why is not None:
        return Verdict(Need.REASON, why)
    asked = [name for name in _OF_MANAGERS if reached.get(name) is Answer.ASK]
    missing = [name for name in asked if not purchase.manager or name is LimitName.LARGE_BILL]
    if missing:
        return Verdict(Need.MANAGER, missing[0])
    flags = (FlagKind.OVERRIDE,) if asked else _flags(reached)
    wondered = purchase.soon or LimitName.VISITS_A_DAY in reached
    return Verdict(Need.NOTHING, flags=flags, reason=purchase.reason if wondered else None)


def recent(earlier: Sequence[Visit], now: datetime) -> Visit | None:
    """The last of these confirmed visits, if it was minutes ago."""
    last = max(earlier, key=lambda visit: (visit.settled_at or now, visit.id), default=None)
    if last is None or last.settled_at is None or now >= last.settled_at + AGAIN_WINDOW:
        return None
    return last


def is_soon(earlier: Sequence[Visit], now: datetime, carried: Carried | None) -> bool:
    """Whether they were stamped minutes ago, on this card or on the one before they were forgotten."""
    last = carried.last_visit_at if carried is not None else None
    return recent(earlier, now) is not None or (last is not None and now < last + AGAIN_WINDOW)


def look_back(rules: Rules, now: datetime) -> datetime:
    """Since when a card's visits matter: the day's beginning, or the last minutes across it."""
    return min(day_of(now, rules).begins, now - AGAIN_WINDOW)


def of_day(earlier: Sequence[Visit], day: Day) -> Sequence[Visit]:
    """Those of these confirmed visits that lie in a day of the cafe, or (by a wrong clock) after it."""
    return [visit for visit in earlier if visit.settled_at is not None and visit.settled_at >= day.begins]


def bound_of(rules: Rules, name: LimitName) -> int:
    """Where a limit begins: in stamps of one visit, in visits of one day, or in minor units of a bill."""
    limits = rules.limits
    match name:
        case LimitName.ABOVE_GOAL:
            return rules.goal + 1
        case LimitName.STAMPS_A_VISIT:
            return limits.stamps_a_visit.bound
        case LimitName.VISITS_A_DAY:
            return limits.visits_a_day.bound
        case LimitName.OVERRIDES_A_DAY:
            return limits.visits_a_day.bound + limits.overrides_a_day.bound
        case LimitName.LARGE_BILL:
            return rules.large_bill


def count_overrides(limits: Limits, today: Sequence[Visit], *, before: int = 0) -> int:
    """How many of the day's visits needed a reason and had one; `before`: visits of the day before these."""
    free = max(0, limits.visits_a_day.bound - 1 - before)
    return sum(visit.reason is not None for visit in today[free:])


_OF_MANAGERS = (
    LimitName.OVERRIDES_A_DAY,
    LimitName.STAMPS_A_VISIT,
    LimitName.ABOVE_GOAL,
    LimitName.LARGE_BILL,
)


def _is_large(rules: Rules, amount: int | None) -> bool:
    return amount is not None and amount >= rules.large_bill


def _reached(limits: Limits, goal: int, purchase: Purchase) -> dict[LimitName, Answer]:
    """Which limits this purchase meets, with their answers."""
    further = purchase.nth >= limits.visits_a_day.bound
    often = further and limits.visits_a_day.answer is Answer.ASK
    met = {
        LimitName.VISITS_A_DAY: (further, limits.visits_a_day.answer),
        LimitName.OVERRIDES_A_DAY: (
            often and purchase.overrides >= limits.overrides_a_day.bound,
            limits.overrides_a_day.answer,
        ),
        LimitName.STAMPS_A_VISIT: (
            purchase.total >= limits.stamps_a_visit.bound,
            limits.stamps_a_visit.answer,
        ),
        LimitName.ABOVE_GOAL: (purchase.total > goal, limits.above_goal),
        LimitName.LARGE_BILL: (purchase.large_bill, limits.large_bill),
    }
    return {name: answer for name, (is_met, answer) in met.items() if is_met}


def _flags(reached: dict[LimitName, Answer]) -> tuple[FlagKind, ...]:
    """One for the number of stamps, one for the visit, one for the bill: the owner reads each as a line."""
    flags = []
    if reached.get(LimitName.STAMPS_A_VISIT) is Answer.FLAG:
        flags.append(FlagKind.MANY_STAMPS)
    elif reached.get(LimitName.ABOVE_GOAL) is Answer.FLAG:
        flags.append(FlagKind.ABOVE_GOAL)
    if reached.get(LimitName.VISITS_A_DAY) in (Answer.FLAG, Answer.ASK):
        flags.append(FlagKind.FURTHER_VISIT)
    if reached.get(LimitName.LARGE_BILL) is Answer.FLAG:
        flags.append(FlagKind.LARGE_BILL)
    return tuple(flags)
