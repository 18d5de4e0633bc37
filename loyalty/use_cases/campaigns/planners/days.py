"""What planners that look at every day have in common: their times, and lists in the order of customers.

Not here: who is due.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from loyalty.campaigns import Campaign
from loyalty.days import day_of, day_on
from loyalty.ids import CustomerId
from loyalty.ports import Transaction
from loyalty.runs import Run
from loyalty.standing import RECEIPTS, at_hour, days_due
from loyalty.standing_times import hour_of
from loyalty.use_cases.campaigns.planning import Occurrence, Planned

Page = Callable[[CustomerId, int], Sequence[Planned]]
"""Planned customers behind one, so many at most, in the order of their ids."""


def daily(
    tx: Transaction, campaign: Campaign, *, stale_after: timedelta | None = None
) -> Sequence[Occurrence]:
    """Every day since the last run, or since it was switched on, at its hour.

    `stale_after` None: good until its day is over.
    """
    rules = tx.programs.get_current().rules
    today = day_of(tx.now, rules).date
    times, hour = [], hour_of(campaign.terms, rules)
    for day in days_due(_last_day(tx, campaign, today), today, tx.now, hour, rules):
        at = at_hour(day, hour, rules)
        times.append(Occurrence(day.isoformat(), at, stale_after or day_on(day, rules).ends - at))
    return times


def day_of_run(run: Run) -> date:
    """The cafe's date that a daily run is for."""
    return date.fromisoformat(run.occurrence)


def merge(pages: Sequence[Page], *, after: CustomerId, most: int) -> Sequence[Planned]:
    """One list out of several, each customer once: what an earlier one says goes before a later one."""
    found: dict[CustomerId, Planned] = {}
    while True:
        read = [page(after, most) for page in pages]
        known_upto = min((page[-1].customer_id for page in read if len(page) >= most), default=None)
        for one in (planned for page in read for planned in page):
            if known_upto is None or one.customer_id <= known_upto:
                found.setdefault(one.customer_id, one)
        if known_upto is None or len(found) >= most:
            return sorted(found.values(), key=lambda one: one.customer_id)[:most]
        after = known_upto


def _last_day(tx: Transaction, campaign: Campaign, today: date) -> date:
    """The last day that was looked at; the one before it was switched on, when that was later."""
    rules = tx.programs.get_current().rules
    approved = today if campaign.approved_at is None else day_of(campaign.approved_at, rules).date
    dated = [run for run in tx.runs.find_of(campaign.id, most=2) if run.occurrence != RECEIPTS]
    days = [approved, *(day_of_run(run) + timedelta(days=1) for run in dated)]
    # A clock that was ahead for a moment left days behind that are still to come.
    return max((day for day in days if day <= today + timedelta(days=1)), default=today) - timedelta(days=1)
