"""Feeding: runs begin, their recipients become rows, and a few at a time are handed to the sender.

Only a little lies ahead in the bulk lane, so that a pause, a stop and the quiet hours act at once; and each
step is a transaction that finds by itself where the one before it stopped. Not here: sending (bot/sender.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from loyalty.campaigns import BY_HAND, Campaign, CampaignKind, CampaignState
from loyalty.days import day_of
from loyalty.deliveries import Lane, ScreenKind
from loyalty.ids import RunId
from loyalty.lots import draw_lots
from loyalty.policy import SERVICE, is_quiet
from loyalty.ports import Database, Transaction
from loyalty.runs import Recipient, RecipientState, Run, RunState
from loyalty.secrets import SecretSource
from loyalty.use_cases.campaigns.launching import PILOT_WAITS, shares_of
from loyalty.use_cases.campaigns.overtaking import find_overtaken
from loyalty.use_cases.campaigns.permitting import obstacle_to
from loyalty.use_cases.campaigns.planners import GIVEN_BEFORE, PLANNERS, WRITTEN_ON_THE_WAY
from loyalty.use_cases.campaigns.planning import Planned
from loyalty.use_cases.campaigns.steering import end_campaign

SLICE: Final = 50
"""Customers judged in one transaction: a sweep must not hold the writer while baristas tap."""
SLICES: Final = 40
"""Of one run in one look: the next run must not wait for the rows of a large one."""


@dataclass(frozen=True, slots=True)
class FeedRuns:
    """Runs whose hour has come begin, go on and end."""

    database: Database
    secrets: SecretSource
    ahead: int = 100
    """So many messages of all runs together lie ahead of the sender."""

    async def __call__(self) -> int:
        """Answers how many runs there was something to do for."""
        busy = await self.database.read(_find_busy)
        for run_id in busy:
            await self._advance(run_id)
        return len(busy)

    async def _advance(self, run_id: RunId) -> None:
        await self.database.write(lambda tx: _begin(tx, run_id))
        for _ in range(SLICES):
            planned = await self.database.report(lambda tx: _plan_slice(tx, run_id))
            if planned is None:
                break
            await self.database.write(partial(_freeze_slice, planned=planned, secrets=self.secrets))
        while await self.database.write(lambda tx: _feed_slice(tx, run_id, self.ahead)):
            pass


def _find_busy(tx: Transaction) -> list[RunId]:
    """Service messages first, then in the order in which they were let go."""
    busy = []
    for run in tx.runs.find_live():
        campaign = tx.campaigns.get(run.campaign_id)
        if _is_busy(tx, run, rests=_rests(tx, campaign)):
            busy.append((campaign.kind in BY_HAND, run.id))
    return [run_id for _, run_id in sorted(busy)]


def _is_busy(tx: Transaction, run: Run, *, rests: bool) -> bool:
    """Whether there may be something to do; what rests only has to take back what was handed over."""
    if run.state is RunState.WAITING:
        return run.run_at <= tx.now and (not rests or run.stale_at <= tx.now)
    if run.pilot_until is not None and run.pilot_until <= tx.now:
        return True
    rests = rests or run.state is RunState.PAUSED
    return not rests or tx.recipients.count_queued(run.id) > 0


def _begin(tx: Transaction, run_id: RunId) -> None:
    run = tx.runs.get(run_id)
    if run.state is RunState.WAITING and run.run_at <= tx.now:
        missed = run.stale_at <= tx.now
        campaign = tx.campaigns.get(run.campaign_id)
        if not missed and _rests(tx, campaign):
            return
        state = RunState.MISSED if missed else RunState.RUNNING
        tx.runs.become(run_id, state, of=[RunState.WAITING])
        if missed:
            end_campaign(tx, run)
        elif shares_of(campaign)[0]:
            tx.runs.hold_for_pilot(run_id, tx.now + PILOT_WAITS)
        tx.deliveries.redraw(run_id, ScreenKind.RUN)
    elif run.pilot_until is not None and run.pilot_until <= tx.now and run.state is not RunState.WAITING:
        tx.runs.become(run_id, RunState.STOPPED, of=[RunState.RUNNING, RunState.PAUSED])
        tx.recipients.withdraw(run_id)
        end_campaign(tx, run)
        tx.deliveries.redraw(run_id, ScreenKind.RUN)


def _rests(tx: Transaction, campaign: Campaign) -> bool:
    """Whether nothing of it begins or is handed over now: it was switched off, or it is night."""
    if campaign.state is CampaignState.OFF:
        return True
    return campaign.kind not in SERVICE and is_quiet(tx.now, tx.programs.get_current().rules)


@dataclass(frozen=True, slots=True)
class _Slice:
    """Customers who are next to become recipients. Finding the few in a segment may read all customers: that
    is no write, which would hold up the counter.
    """

    run: Run
    planned: Sequence[Planned]


def _plan_slice(tx: Transaction, run_id: RunId) -> _Slice | None:
    """Who is next; None when there is nothing to do, or nothing left."""
    run = tx.runs.get(run_id)
    if run.state is not RunState.RUNNING or run.frozen:
        return None
    campaign = tx.campaigns.get(run.campaign_id)
    return _Slice(
        run, PLANNERS[campaign.kind].recipients(tx, campaign, run, after=run.frozen_upto, most=SLICE)
    )


def _freeze_slice(tx: Transaction, planned: _Slice, secrets: SecretSource) -> None:
    """They become rows, unless the run was paused, stopped or went on meanwhile."""
    run = tx.runs.get(planned.run.id)
    if run.state is not RunState.RUNNING or run.frozen or run.frozen_upto != planned.run.frozen_upto:
        return
    _freeze(tx, run, planned.planned, secrets)


def _freeze(tx: Transaction, run: Run, planned: Sequence[Planned], secrets: SecretSource) -> None:
    campaign = tx.campaigns.get(run.campaign_id)
    if (give := GIVEN_BEFORE.get(campaign.kind)) is not None:
        for one in planned:
            give(tx, campaign, run, one.customer_id)
    may = [one for one in planned if not _skipped(tx, run, campaign.kind, one)]
    pilot, held_out = shares_of(campaign)
    lots = draw_lots(len(may), before=run.eligible, pilot=pilot, held_out=held_out, secrets=secrets)
    for place, one in enumerate(may):
        state = RecipientState.HELD_OUT if place in lots.held_out else RecipientState.WAITING
        tx.recipients.add(
            run, one.customer_id, occurrence=one.occurrence, state=state, pilot=place in lots.pilot,
            facts=one.facts,
        )  # fmt: skip
    if planned:
        tx.runs.note_frozen(run.id, upto=planned[-1].customer_id, eligible=len(may))
    if len(planned) < SLICE:
        tx.runs.note_frozen(run.id, upto=None, eligible=0)


def _skipped(tx: Transaction, run: Run, kind: CampaignKind, one: Planned) -> bool:
    """Who had it before is left out; who may not be written to stands in the report with the reason."""
    day = day_of(run.run_at, tx.programs.get_current().rules)
    if tx.recipients.had(run.campaign_id, one.customer_id, one.occurrence, since=day.begins):
        return True
    obstacle = obstacle_to(tx, one.customer_id, kind)
    if obstacle is None:
        return False
    tx.recipients.add(
        run, one.customer_id, occurrence=one.occurrence, state=RecipientState.SKIPPED, reason=obstacle
    )
    return True


def _feed_slice(tx: Transaction, run_id: RunId, ahead: int) -> bool:
    """Some more messages are handed to the sender; False when that is enough for now."""
    run = tx.runs.get(run_id)
    campaign = tx.campaigns.get(run.campaign_id)
    if run.state is not RunState.RUNNING or _rests(tx, campaign):
        if tx.recipients.withdraw(run_id):
            tx.deliveries.redraw(run_id, ScreenKind.RUN)
        return False
    room = ahead - sum(tx.recipients.count_queued(one.id) for one in tx.runs.find_live())
    next_ones = tx.recipients.find_waiting(
        run_id, pilot_only=run.pilot_until is not None, most=max(0, min(room, SLICE))
    )
    quiet = is_quiet(tx.now, tx.programs.get_current().rules)
    for recipient in next_ones:
        _hand_over(tx, campaign, recipient, silent=quiet)
    if not next_ones and room > 0:
        _end_if_done(tx, run)
    return len(next_ones) == SLICE


def _hand_over(tx: Transaction, campaign: Campaign, recipient: Recipient, *, silent: bool) -> None:
    why_not = find_overtaken(tx, campaign, recipient)
    why_not = why_not or obstacle_to(tx, recipient.customer_id, campaign.kind, besides=recipient.id)
    write = WRITTEN_ON_THE_WAY.get(campaign.kind)
    if why_not is None and write is not None:
        why_not = write(tx, recipient)
    if why_not is not None:
        tx.recipients.skip(recipient.id, why_not)
        return
    customer = tx.people.get_customer(recipient.customer_id)
    post = campaign.said_in(
        customer.chosen_language or customer.language, tx.programs.get_current().rules.language
    )
    tx.recipients.queue(recipient, language=post.language if post else "", silent=silent)


def _end_if_done(tx: Transaction, run: Run) -> None:
    if not run.frozen or tx.recipients.count_queued(run.id):
        return
    if tx.recipients.find_waiting(run.id, pilot_only=False, most=1):  # a pilot: the rest waits for a word
        tx.runs.become(run.id, RunState.PAUSED, of=[RunState.RUNNING])
    else:
        tx.runs.become(run.id, RunState.FINISHED, of=[RunState.RUNNING])
        end_campaign(tx, run)
    tx.deliveries.redraw(run.id, ScreenKind.RUN)


@dataclass(frozen=True, slots=True)
class RedrawRuns:
    """What is being sent says how far it is."""

    database: Database

    async def __call__(self) -> int:
        """Answers how many messages there are to redraw."""
        moving = await self.database.read(_find_moving)
        if moving:
            await self.database.write(lambda tx: _redraw(tx, moving))
        return len(moving)


def _find_moving(tx: Transaction) -> list[RunId]:
    if tx.deliveries.paused_until(Lane.BULK) is not None:  # it said so when that began
        return []
    live = tx.runs.find_live()
    return [run.id for run in live if run.state is RunState.RUNNING and tx.recipients.count_queued(run.id)]


def _redraw(tx: Transaction, moving: Sequence[RunId]) -> None:
    for run_id in moving:
        tx.deliveries.redraw(run_id, ScreenKind.RUN)
