"""What limits must know of somebody who goes on as another customer: who is forgotten, or whose card moves.

Not here: giving it to them when they come back (remembering.py), and what limits make of it (judging.py).
"""

from dataclasses import replace
from datetime import datetime

from loyalty.days import day_of
from loyalty.erasures import Carried
from loyalty.ids import CustomerId
from loyalty.limits import AGAIN_WINDOW
from loyalty.ports import Transaction
from loyalty.queue import APART
from loyalty.use_cases.campaigns.birthdays import find_gift_at
from loyalty.use_cases.customers.letters import times_written
from loyalty.use_cases.limits.judging import count_today
from loyalty.use_cases.paper.old_cards import was_carried_over
from loyalty.use_cases.paper.vouchers import count_slips_today
from loyalty.use_cases.visits.codes import find_last_asked


def limits_remember(tx: Transaction, customer_id: CustomerId) -> Carried:
    """What limits must know of somebody who goes on as another customer; what they carried goes on."""
    today = day_of(tx.now, tx.programs.get_current().rules)
    before = (tx.people.find_carried(customer_id) or Carried()).of(today.date)
    counted = count_today(tx, customer_id)
    freeze, asked_at = tx.freezes.find_of(customer_id), find_last_asked(tx, customer_id)
    return replace(
        before,
        visits=before.visits + counted.visits,
        overrides=before.overrides + counted.overrides,
        absent=before.absent + tx.scans.count_absent(customer_id, since=today.begins),
        slips=count_slips_today(tx, customer_id),
        old_card=was_carried_over(tx, customer_id),
        frozen=freeze.id if freeze is not None else None,
        joined_before=True,
        last_visit_at=_since(tx.now - AGAIN_WINDOW, counted.last_visit_at or before.last_visit_at),
        last_queued_at=_since(tx.now - APART, asked_at),
        letters_at=tuple(times_written(tx, customer_id)),
        birthday_given_at=tx.birthdays.find_given_at(customer_id) or before.birthday_given_at,
        birthday_gift_at=find_gift_at(tx, customer_id) or before.birthday_gift_at,
    )


def _since(moment: datetime, at: datetime | None) -> datetime | None:
    """Only what a limit may still ask for is kept."""
    return at if at is not None and at > moment else None
