"""Greetings on a receipt: a birthday, the tenth visit, a year with us, told with what just happened.

Not here: how they look (handlers/drawings/standing.py), and greetings that come by themselves (planners/).
"""

from dataclasses import replace
from datetime import date
from typing import Final

from loyalty import days
from loyalty.campaigns import Campaign, CampaignKind, MilestoneTerms
from loyalty.days import day_of, last_day
from loyalty.ledger import Operation
from loyalty.policy import Obstacle
from loyalty.ports import Transaction
from loyalty.receipts import GiftCause
from loyalty.rewards import RewardState
from loyalty.runs import RecipientState, Run, RunState
from loyalty.standing import (
    RECEIPTS,
    StandingFacts,
    encode_facts,
    full_years,
    occurrence_of,
)
from loyalty.use_cases.campaigns.birthday_gifts import give_birthday_gift, is_birthday
from loyalty.use_cases.campaigns.permitting import obstacle_to
from loyalty.use_cases.rewards.gifts import issue_gift
from loyalty.visits import Visit

_WITHOUT_MESSAGE: Final = (Obstacle.NO_TELEGRAM, Obstacle.UNREACHABLE)
"""What comes onto the card comes there all the same: staff see it."""


def greet_on_visit(tx: Transaction, visit: Visit, operation: Operation) -> None:
    """What the receipt of a confirmed visit tells beside itself."""
    if visit.practice:
        return
    greet_birthday_on(tx, visit, operation)
    for campaign in tx.campaigns.find_on(CampaignKind.MILESTONE):
        _tell_milestone(tx, campaign, visit, operation)


def greet_birthday_on(tx: Transaction, visit: Visit, operation: Operation) -> None:
    """The greeting, if today is the day and it has not come yet."""
    for campaign in tx.campaigns.find_on(CampaignKind.BIRTHDAY):
        customer_id = visit.customer_id
        if visit.practice or not is_birthday(tx, campaign, customer_id):
            continue
        if obstacle_to(tx, customer_id, CampaignKind.BIRTHDAY) is not None:
            continue
        day = day_of(tx.now, tx.programs.get_current().rules)
        today = day.date
        give_birthday_gift(tx, campaign, customer_id, today)
        known = tx.recipients.find_time(campaign.id, customer_id, occurrence_of(today))
        if known is not None:
            tx.recipients.tell_on(known.id, operation.id)
        elif not tx.recipients.had(campaign.id, customer_id, occurrence_of(today), since=day.begins):
            tx.recipients.add(
                _run_of_receipts(tx, campaign),
                customer_id,
                occurrence=occurrence_of(today),
                state=RecipientState.QUEUED,
                operation_id=operation.id,
            )


def take_greetings_back(tx: Transaction, visit: Visit) -> None:
    """A visit that did not take place was no tenth one: the one that is, is told. What was had stays told."""
    for operation in tx.ledger.of_visit(visit.id):
        for recipient in tx.recipients.find_told_on(operation.id):
            if tx.campaigns.get(recipient.campaign_id).kind is not CampaignKind.MILESTONE:
                continue
            gift = tx.rewards.find_told_by(recipient.id)
            if gift is None or gift.state is not RewardState.REDEEMED:
                tx.recipients.undo(recipient.id)


def _tell_milestone(tx: Transaction, campaign: Campaign, visit: Visit, operation: Operation) -> None:
    obstacle = obstacle_to(tx, visit.customer_id, CampaignKind.MILESTONE)
    if obstacle is not None and obstacle not in _WITHOUT_MESSAGE:
        return
    reached = _find_reached(tx, campaign, visit)
    if reached is None:
        return
    what, facts = reached
    rules, offer = tx.programs.get_current().rules, campaign.offer
    ends = None if offer is None else days.end_after(tx.now, offer.days, rules)
    if offer is not None and ends is not None:
        facts = replace(facts, items=(offer.item,), until=last_day(ends, rules))
    recipient_id = tx.recipients.add(
        _run_of_receipts(tx, campaign),
        visit.customer_id,
        occurrence=f"{what}:{operation.id}",
        state=RecipientState.QUEUED if obstacle is None else RecipientState.SKIPPED,
        reason=obstacle or "",
        operation_id=operation.id,
        facts=encode_facts(facts),
    )
    if offer is not None and ends is not None:
        issue_gift(
            tx, visit.customer_id, item=offer.item, expires_at=ends, recipient_id=recipient_id,
            op_key=f"milestone:{visit.customer_id}:{what}:{operation.id}", cause=GiftCause.MILESTONE,
            visit=visit,
        )  # fmt: skip


def _find_reached(tx: Transaction, campaign: Campaign, visit: Visit) -> tuple[str, StandingFacts] | None:
    """What this visit is, and what is said of it; None: a visit like others, or one that was told before."""
    terms, rules = campaign.terms, tx.programs.get_current().rules
    if not isinstance(terms, MilestoneTerms):
        return None
    attended = tx.standing.attendance(visit.customer_id, visit.id)
    joined, today = day_of(attended.joined_at, rules).date, day_of(tx.now, rules).date
    before = joined if attended.last_before is None else day_of(attended.last_before, rules).date
    visits = attended.visits if attended.visits in terms.cups else 0
    years = _new_years(joined, before, today) if terms.years else 0
    found = {f"visits:{visits}": visits, f"years:{years}": years}
    for what, count in found.items():
        if count and not tx.recipients.was_told(campaign.id, visit.customer_id, what):
            return what, StandingFacts(visits=visits, years=years)
    return None


def _new_years(joined: date, before: date, today: date) -> int:
    """The full years with us that the visit before this one had not seen."""
    years = full_years(joined, today)
    return years if years > full_years(joined, before) else 0


def _run_of_receipts(tx: Transaction, campaign: Campaign) -> Run:
    """Receipts wait for no hour: one run holds whomever they told, and is never fed."""
    known = tx.runs.find_time(campaign.id, RECEIPTS)
    if known is not None:
        return known
    run_id = tx.runs.add(campaign.id, RECEIPTS, run_at=tx.now, stale_at=tx.now, by=campaign.created_by)
    if run_id is None:
        raise AssertionError("the run of the receipts is neither known nor new")
    tx.runs.become(run_id, RunState.FINISHED, of=[RunState.WAITING])
    return tx.runs.get(run_id)
