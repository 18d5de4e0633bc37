"""Steering: an owner pauses, resumes or stops what is being sent, or lets the rest go after a pilot.

Not here: letting it go at all (launching.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from loyalty.campaigns import BroadcastTerms, CampaignKind, CampaignState
from loyalty.deliveries import ScreenKind
from loyalty.ids import CampaignId, RunId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.refusals import CampaignGone, Refused, RunMovedOn
from loyalty.runs import LIVE, REGRET, Run, RunState
from loyalty.use_cases.staff.authority import require_owner


@dataclass(frozen=True, slots=True)
class PauseRun:
    """Nothing more goes out for now; what is on its way arrives."""

    database: Database

    async def __call__(self, person: Person, run_id: RunId) -> Run:
        """The run now. Raises Refused: NotOwner, CampaignGone, RunMovedOn."""
        return await self.database.write(
            lambda tx: _steer(tx, person, run_id, RunState.PAUSED, of=[RunState.RUNNING])
        )


@dataclass(frozen=True, slots=True)
class ResumeRun:
    """It goes on where it was; after a pilot, to the rest. What was stopped just now goes on too."""

    database: Database

    async def __call__(self, person: Person, run_id: RunId) -> Run:
        """The run now. Raises Refused: NotOwner, CampaignGone, RunMovedOn."""

        def body(tx: Transaction) -> Run:
            run = tx.runs.find(run_id)
            regretted = run is not None and run.ended_at is not None and tx.now < run.ended_at + REGRET
            of = [RunState.PAUSED, RunState.STOPPED] if regretted else [RunState.PAUSED]
            run = _steer(tx, person, run_id, RunState.RUNNING, of=of)
            if run.pilot_until is not None and run.frozen and tx.recipients.is_pilot_out(run_id):
                tx.runs.hold_for_pilot(run_id, None)
            return tx.runs.get(run_id)

        return await self.database.write(body)


@dataclass(frozen=True, slots=True)
class StopRun:
    """It ends here, and its message becomes the report."""

    database: Database

    async def __call__(self, person: Person, run_id: RunId) -> Run:
        """The run now. Raises Refused: NotOwner, CampaignGone, RunMovedOn."""
        of = [RunState.RUNNING, RunState.PAUSED]
        return await self.database.write(lambda tx: _steer(tx, person, run_id, RunState.STOPPED, of=of))


@dataclass(frozen=True, slots=True)
class EndRepeating:
    """A post that repeats does so no more; a run of it that waits for its hour goes too."""

    database: Database

    async def __call__(self, person: Person, campaign_id: CampaignId) -> None:
        """Raises Refused: NotOwner, CampaignGone."""

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            campaign = tx.campaigns.find(campaign_id)
            if campaign is None or campaign.kind is not CampaignKind.RECURRING:
                raise Refused(CampaignGone())
            tx.campaigns.become(campaign_id, CampaignState.OVER, by=owner.id)
            for run in tx.runs.find_of(campaign_id, most=2):
                if run.state is RunState.WAITING and tx.runs.take_back(run.id, by=owner.id):
                    tx.deliveries.redraw(run.id, ScreenKind.RUN)

        await self.database.write(body)


def _steer(tx: Transaction, person: Person, run_id: RunId, state: RunState, *, of: Sequence[RunState]) -> Run:
    owner = require_owner(tx, person)
    run = tx.runs.find(run_id)
    if run is None:
        raise Refused(CampaignGone())
    campaign = tx.campaigns.get(run.campaign_id)
    if not tx.runs.become(run_id, state, of=of, by=owner.id):
        raise Refused(RunMovedOn(run.state))
    if state is not RunState.RUNNING:
        tx.recipients.withdraw(run_id)
    if state not in LIVE:
        end_campaign(tx, run)
    elif run.state is RunState.STOPPED and isinstance(campaign.terms, BroadcastTerms):
        tx.campaigns.become(campaign.id, CampaignState.ON, by=owner.id)
    tx.deliveries.redraw(run_id, ScreenKind.RUN)
    return tx.runs.get(run_id)


def end_campaign(tx: Transaction, run: Run) -> None:
    """A broadcast goes out once: with its run it is over. A question that nobody was asked is over too."""
    kind, state = tx.campaigns.get(run.campaign_id).kind, tx.runs.get(run.id).state
    missed = kind is CampaignKind.OWN_QUESTION and state is RunState.MISSED
    if kind is CampaignKind.BROADCAST or missed:
        tx.campaigns.become(run.campaign_id, CampaignState.OVER, by=None)
