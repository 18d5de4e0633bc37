"""Launching: an owner lets a campaign go, or takes that back before it has begun.

Not here: writing it (drafts.py), and what becomes of it from then on (feeding.py, steering.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from loyalty.campaigns import (
    GRACE,
    POST_STALE,
    BroadcastTerms,
    Campaign,
    CampaignState,
    OwnQuestionTerms,
    RecurringTerms,
)
from loyalty.deliveries import ScreenKind
from loyalty.ids import CampaignId, ChatId, RunId
from loyalty.lots import LEAST_FOR_HOLD_OUT
from loyalty.people import Person, StaffMember
from loyalty.policy import next_open
from loyalty.ports import Database, Transaction
from loyalty.recurrence import find_next
from loyalty.refusals import (
    CampaignGone,
    HoldOutTooSmall,
    LastDateOver,
    PostMissing,
    Refused,
    RunMovedOn,
)
from loyalty.runs import Run, RunState
from loyalty.use_cases.listening.running_question import require_may_run
from loyalty.use_cases.staff.authority import require_owner

PILOT_WAITS: Final = timedelta(days=7)
"""So long after its hour the rest of a run waits for the owner's word."""
ONLY: Final = "1"
"""The one time of a broadcast."""


@dataclass(frozen=True, slots=True)
class LaunchCampaign:
    """An owner has read it, and lets it go: at its hour, or after a moment in which it can be taken back."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> Run:
        """Its run, or the first one of many; the same for whoever taps second. Its message comes by itself.

        Raises Refused: NotOwner, CampaignGone, PostMissing, HoldOutTooSmall, LastDateOver; of a question
        AnswersMissing, QuestionRuns.
        """
        reached = await self.database.report(lambda tx: _count_where_some_are_held_out(tx, campaign_id))
        return await self.database.write(lambda tx: _launch(tx, person, campaign_id, reached))


@dataclass(frozen=True, slots=True)
class TakeBackRun:
    """An owner did not mean it: before it has begun, its campaign is a draft again."""

    database: Database

    async def __call__(self, person: Person, run_id: RunId) -> None:
        """Raises Refused: NotOwner, CampaignGone, RunMovedOn."""

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            run = tx.runs.find(run_id)
            if run is None:
                raise Refused(CampaignGone())
            if not tx.runs.take_back(run_id, by=owner.id):
                raise Refused(RunMovedOn(tx.runs.get(run_id).state))
            tx.campaigns.become(run.campaign_id, CampaignState.DRAFT, by=owner.id)
            tx.deliveries.redraw(run_id, ScreenKind.RUN)

        await self.database.write(body)


def stale_at(tx: Transaction, run_at: datetime, stale_after: timedelta = POST_STALE) -> datetime:
    """When a run of this hour is missed if it has not begun: quiet hours don't count."""
    return next_open(run_at, tx.programs.get_current().rules) + stale_after


def _count_where_some_are_held_out(tx: Transaction, campaign_id: CampaignId) -> int:
    campaign = tx.campaigns.find(campaign_id)
    if campaign is None or not shares_of(campaign)[1]:
        return 0
    return tx.segments.audience(campaign.segment, campaign.kind).reached


def _launch(tx: Transaction, person: Person, campaign_id: CampaignId, reached: int) -> Run:
    owner = require_owner(tx, person)
    campaign = tx.campaigns.find(campaign_id)
    if campaign is None:
        raise Refused(CampaignGone())
    if campaign.state is not CampaignState.DRAFT:
        return _launched_before(tx, campaign)
    if not campaign.posts:
        raise Refused(PostMissing())
    if shares_of(campaign)[1] and reached < LEAST_FOR_HOLD_OUT:
        raise Refused(HoldOutTooSmall(reached, LEAST_FOR_HOLD_OUT))
    require_may_run(tx, campaign)
    occurrence, run_at = _first_time(tx, campaign)
    tx.campaigns.become(campaign_id, CampaignState.ON, by=owner.id)
    return _add_run(tx, campaign, occurrence, run_at, owner)


def _add_run(
    tx: Transaction, campaign: Campaign, occurrence: str, run_at: datetime, owner: StaffMember
) -> Run:
    """A run that waits for its hour, with its message to this owner."""
    run_id = tx.runs.add(campaign.id, occurrence, run_at=run_at, stale_at=stale_at(tx, run_at), by=owner.id)
    if run_id is None:
        return _launched_before(tx, campaign)
    tx.deliveries.add_screen(ScreenKind.RUN, run_id, ChatId(owner.telegram_id))
    return tx.runs.get(run_id)


def _launched_before(tx: Transaction, campaign: Campaign) -> Run:
    runs = [run for run in tx.runs.find_of(campaign.id, most=5) if run.state is not RunState.TAKEN_BACK]
    if not runs:
        raise Refused(CampaignGone())
    return runs[0]


def _first_time(tx: Transaction, campaign: Campaign) -> tuple[str, datetime]:
    match campaign.terms:
        case BroadcastTerms(at=at) | OwnQuestionTerms(at=at):
            soon = tx.now + GRACE
            return ONLY, soon if at is None else max(at, soon)
        case RecurringTerms() as terms:
            found = find_next(terms, tx.now + GRACE, tx.programs.get_current().rules)
            if found is None:
                raise Refused(LastDateOver())
            return found[0].isoformat(), found[1]
        case _:
            raise Refused(CampaignGone())


def shares_of(campaign: Campaign) -> tuple[int, int]:
    """How many per cent are its pilot, and how many are held out; other kinds have neither."""
    terms = campaign.terms
    return (terms.pilot, terms.held_out) if isinstance(terms, BroadcastTerms | RecurringTerms) else (0, 0)
