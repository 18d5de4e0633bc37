"""Reminders: a reward waits, or a gift is about to end. They belong to the card, as receipts do.

Not here: what ends a gift (ending_gifts.py): one that no reminder reached stays.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from loyalty.campaigns import POST_STALE, Campaign, ReminderTerms
from loyalty.days import day_on, last_day
from loyalty.ids import CustomerId, RewardId
from loyalty.ports import Transaction
from loyalty.rewards import Reward, RewardState
from loyalty.runs import Recipient, Run
from loyalty.standing import (
    LATE,
    StandingFacts,
    encode_facts,
    find_reminded,
    key_of_reminder,
    key_of_waiting,
)
from loyalty.use_cases.campaigns.planners.days import Page, daily, day_of_run, merge
from loyalty.use_cases.campaigns.planning import Occurrence, Planned, Planner


class ReminderPlanner(Planner):
    """Once for each reward that waits, and for each number of days before the end of a gift."""

    def occurrences(self, tx: Transaction, campaign: Campaign) -> Sequence[Occurrence]:
        """Every day, at an hour of the day: nobody is woken for it."""
        return daily(tx, campaign, stale_after=POST_STALE)

    def recipients(
        self, tx: Transaction, campaign: Campaign, run: Run, *, after: CustomerId, most: int
    ) -> Sequence[Planned]:
        """What ends soonest is said first; one word a day and customer."""
        if not isinstance(campaign.terms, ReminderTerms):
            return ()
        day = day_of_run(run)
        pages: list[Page] = [
            partial(_ending, tx, campaign, campaign.terms, day, before)
            for before in sorted(campaign.terms.before)
        ]
        pages.append(partial(_waiting, tx, campaign, campaign.terms, day))
        return merge(pages, after=after, most=most)


def is_reminder_due(tx: Transaction, recipient: Recipient) -> bool:
    """While the reward that it is about can be had."""
    reward = tx.rewards.find(find_reminded(recipient.occurrence))
    return reward is not None and reward.state is RewardState.ISSUED


def _ending(
    tx: Transaction, campaign: Campaign, terms: ReminderTerms, day: date, before: int, after: CustomerId,
    most: int,
) -> Sequence[Planned]:  # fmt: skip
    """Those whose last day is so many days off, or nearer; not who had this word or a later one."""
    rules = tx.programs.get_current().rules
    found = tx.standing.ending(
        until=day_on(day + timedelta(days=before), rules).ends,
        before=before,
        said=[days for days in terms.before if days <= before],
        campaign_id=campaign.id,
        after=after,
        most=most,
    )
    return [
        Planned(
            one.customer_id,
            key_of_reminder(one.reward_id, before),
            _facts([tx.rewards.get(one.reward_id)], last_day(one.ends_at, rules)),
        )
        for one in found
    ]


def _waiting(
    tx: Transaction, campaign: Campaign, terms: ReminderTerms, day: date, after: CustomerId, most: int
) -> Sequence[Planned]:
    """Those who were here last so many days ago, or somewhat longer: the bot may have been away.

    Not of a reward that another reminder spoke of within as many days, or that came within them: the words
    that it came with are the reminder, and nobody reads the same twice.
    """
    rules, last = tx.programs.get_current().rules, day - timedelta(days=terms.waiting_days)
    since, until = day_on(last - timedelta(days=LATE), rules).begins, day_on(last, rules).ends
    found = tx.standing.holding(
        since=since, until=until, said=terms.before, campaign_id=campaign.id, after=after, most=most
    )
    planned = []
    for one in found:
        unsaid = tx.standing.find_unsaid(one, until=until, said=terms.before, campaign_id=campaign.id)
        planned.append(Planned(one, key_of_waiting(max(unsaid)), _held(tx, one, unsaid)))
    return planned


def _held(tx: Transaction, customer_id: CustomerId, unsaid: Sequence[RewardId]) -> str:
    """What is named: those of which the customer has heard nothing yet."""
    held = [reward for reward in tx.rewards.held_by(customer_id) if reward.id in unsaid]
    ends = next((one.expires_at for one in held if one.expires_at is not None), None)
    rules = tx.programs.get_current().rules
    return _facts(held, None if ends is None else last_day(ends, rules))


def _facts(rewards: Sequence[Reward], until: date | None) -> str:
    return encode_facts(StandingFacts(items=tuple(one.item for one in rewards), until=until))
