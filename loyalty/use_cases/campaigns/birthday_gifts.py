"""Birthday gifts: on the card from the beginning of the day, once for the birthday of each year.

Not here: the greeting, on a receipt (receipt_greetings.py) or by itself (planners/birthdays.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from loyalty.campaigns import BirthdayTerms, Campaign, CampaignKind, CampaignState
from loyalty.days import day_of, day_on, last_day
from loyalty.ids import CampaignId, CustomerId, RunId
from loyalty.ledger import OperationKind
from loyalty.policy import is_quiet
from loyalty.ports import Database, Transaction
from loyalty.receipts import GiftCause
from loyalty.standing import (
    StandingFacts,
    at_hour,
    encode_facts,
    kept_on,
    key_of_birthday,
    occurrence_of,
)
from loyalty.standing_times import hour_of
from loyalty.use_cases.campaigns.permitting import obstacle_to
from loyalty.use_cases.rewards.gifts import issue_gift

SLICE = 50
_APART = timedelta(days=365)
_ELSEWHERE = timedelta(days=330)
"""The same date comes a year later, and the gift of the year before may have come weeks after its day."""


@dataclass(frozen=True, slots=True)
class GiveBirthdayGifts:
    """Who has a birthday finds the gift on the card; after an outage while it would still be good."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many were given."""
        given = 0
        for campaign_id, day in await self.database.read(_find_days):
            given += await self._give_on(campaign_id, day)
        return given

    async def _give_on(self, campaign_id: CampaignId, day: date) -> int:
        given, after = 0, CustomerId(0)
        while True:
            found = await self.database.read(
                partial(_find_due, campaign_id=campaign_id, day=day, after=after)
            )
            if found:
                given += await self.database.write(partial(_give, campaign_id=campaign_id, to=found, day=day))
            if len(found) < SLICE:
                return given
            after = found[-1]


def is_birthday(tx: Transaction, campaign: Campaign, customer_id: CustomerId) -> bool:
    """Whether it is kept today, given in time."""
    today = day_of(tx.now, tx.programs.get_current().rules).date
    return _keeps(tx, campaign, customer_id, today)


def give_birthday_gift(tx: Transaction, campaign: Campaign, customer_id: CustomerId, day: date) -> bool:
    """The gift for a birthday that is kept on this day, if there is one to give; False when there is not.

    On the day itself its greeting waits with it; later a receipt tells it.
    """
    terms = campaign.terms
    if campaign.offer is None or not isinstance(terms, BirthdayTerms):
        return False
    if obstacle_to(tx, customer_id, CampaignKind.BIRTHDAY) is not None:
        return False
    if not _keeps(tx, campaign, customer_id, day) or not _is_time_for_one(tx, customer_id, day):
        return False
    rules = tx.programs.get_current().rules
    late = day < day_of(tx.now, rules).date
    ends = day_on(day + timedelta(days=campaign.offer.days), rules).ends
    gift = issue_gift(
        tx, customer_id, item=campaign.offer.item, expires_at=ends, recipient_id=None,
        op_key=key_of_birthday(customer_id, day.year), cause=GiftCause.BIRTHDAY, told=late,
    )  # fmt: skip
    if late:
        return True
    facts = encode_facts(StandingFacts(items=(gift.item,), until=last_day(ends, rules)))
    recipient_id = tx.recipients.add(
        tx.runs.get(_run_of(tx, campaign, day)), customer_id, occurrence=occurrence_of(day), facts=facts
    )
    if recipient_id is not None:
        tx.rewards.came_with(gift.id, recipient_id)
    return True


def _find_days(tx: Transaction) -> list[tuple[CampaignId, date]]:
    """The days whose gifts are good today, since the campaign was switched on; past ones not at night."""
    rules = tx.programs.get_current().rules
    today, quiet = day_of(tx.now, rules).date, is_quiet(tx.now, rules)
    days = []
    for campaign in tx.campaigns.find_on(CampaignKind.BIRTHDAY):
        if campaign.offer is None or campaign.approved_at is None:
            continue
        first = max(today - timedelta(days=campaign.offer.days), day_of(campaign.approved_at, rules).date)
        good = [first + timedelta(days=n) for n in range((today - first).days + 1)]
        days += [(campaign.id, day) for day in good if day == today or not quiet]
    return days


def _find_due(
    tx: Transaction, *, campaign_id: CampaignId, day: date, after: CustomerId
) -> Sequence[CustomerId]:
    terms = tx.campaigns.get(campaign_id).terms
    leap_on_march = isinstance(terms, BirthdayTerms) and terms.leap_on_march
    birthdays = kept_on(day, leap_on_march=leap_on_march)
    return tx.standing.without_gift(birthdays, year=day.year, after=after, most=SLICE)


def _give(tx: Transaction, *, campaign_id: CampaignId, to: Sequence[CustomerId], day: date) -> int:
    campaign = tx.campaigns.get(campaign_id)
    if campaign.state is not CampaignState.ON:
        return 0
    return sum(give_birthday_gift(tx, campaign, customer_id, day) for customer_id in to)


def _keeps(tx: Transaction, campaign: Campaign, customer_id: CustomerId, day: date) -> bool:
    kept, terms, rules = tx.birthdays.find(customer_id), campaign.terms, tx.programs.get_current().rules
    leap_on_march = isinstance(terms, BirthdayTerms) and terms.leap_on_march
    if kept is None or kept.birthday not in kept_on(day, leap_on_march=leap_on_march):
        return False
    return kept.counts_on(day, day_of(kept.given_at, rules).date)


def _is_time_for_one(tx: Transaction, customer_id: CustomerId, day: date) -> bool:
    """A date that was changed since the last gift brings none before a year is over; nor does a card that
    came here, or was forgotten, and had its own.
    """
    carried, kept = tx.people.find_carried(customer_id), tx.birthdays.find(customer_id)
    elsewhere = carried.birthday_gift_at if carried is not None else None
    if elsewhere is not None and tx.now - elsewhere < _ELSEWHERE:
        return False
    last = tx.ledger.find_by_key(key_of_birthday(customer_id, day.year - 1))
    if last is None or last.kind is not OperationKind.GIFT or kept is None:
        return True
    return kept.given_at < last.created_at or tx.now - last.created_at >= _APART


def _run_of(tx: Transaction, campaign: Campaign, day: date) -> RunId:
    """The run that greets on this day; it waits for its hour."""
    rules, name = tx.programs.get_current().rules, day.isoformat()
    known = tx.runs.find_time(campaign.id, name)
    if known is not None:
        return known.id
    run_id = tx.runs.add(
        campaign.id,
        name,
        run_at=at_hour(day, hour_of(campaign.terms, rules), rules),
        stale_at=day_on(day, rules).ends,
        by=campaign.created_by,
    )
    if run_id is None:
        raise AssertionError(f"the run of {name} is neither known nor new")
    return run_id
