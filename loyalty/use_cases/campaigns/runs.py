"""Runs as their owner reads them: how far one is, what came of it, and all that went out.

Not here: how that looks (handlers/drawings/run.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loyalty.campaigns import PURPOSES, Campaign, CampaignKind, Speed
from loyalty.deliveries import Lane, ScreenKind
from loyalty.ids import ChatId, RunId
from loyalty.people import Cause, Person
from loyalty.policy import SERVICE, is_quiet, next_open
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import CampaignGone, Refused
from loyalty.run_reports import RunReport, RunResults
from loyalty.runs import Run, RunState
from loyalty.use_cases.staff.authority import require_owner

LISTED: Final = 12
"""Runs on the page of what went out."""


@dataclass(frozen=True, slots=True)
class ReadRun:
    """What a run's message shows."""

    database: Database
    speed: Speed

    async def __call__(self, run_id: RunId) -> RunReport:
        """The run as it is now."""
        return await self.database.report(lambda tx: _report(tx, run_id, self.speed))


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A line of the page: a run, and what it said."""

    campaign: Campaign
    run: Run


@dataclass(frozen=True, slots=True)
class RunList:
    """What went out, is going out, and will."""

    runs: Sequence[ListedRun]
    repeating: Sequence[Campaign]
    """Posts that repeat and have not ended."""
    rules: Rules


@dataclass(frozen=True, slots=True)
class ReadRuns:
    """An owner looks at what went out."""

    database: Database

    async def __call__(self, person: Person) -> RunList:
        """The newest first. Raises Refused(NotOwner)."""

        def body(tx: Transaction) -> RunList:
            require_owner(tx, person)
            campaigns = tx.campaigns.find_latest(most=LISTED)
            runs = [ListedRun(one, run) for one in campaigns for run in tx.runs.find_of(one.id, most=LISTED)]
            shown = [one for one in runs if one.run.state is not RunState.TAKEN_BACK]
            shown.sort(key=lambda one: one.run.run_at, reverse=True)
            return RunList(shown[:LISTED], _repeating(tx), tx.programs.get_current().rules)

        return await self.database.read(body)


@dataclass(frozen=True, slots=True)
class ShowRun:
    """A run's message, sent anew further down; or brought up to date where it is."""

    database: Database

    async def __call__(self, person: Person, run_id: RunId, *, cause: Cause | None = None) -> None:
        """With a cause it is sent, once for each. Raises Refused: NotOwner, CampaignGone."""

        def body(tx: Transaction) -> None:
            owner = require_owner(tx, person)
            if tx.runs.find(run_id) is None:
                raise Refused(CampaignGone())
            if cause is None:
                tx.deliveries.redraw(run_id, ScreenKind.RUN)
            else:
                tx.deliveries.add_screen(ScreenKind.RUN, run_id, ChatId(owner.telegram_id), cause=cause)

        await self.database.write(body)


def _repeating(tx: Transaction) -> Sequence[Campaign]:
    return tx.campaigns.find_on(CampaignKind.RECURRING)


def _report(tx: Transaction, run_id: RunId, speed: Speed) -> RunReport:
    run = tx.runs.get(run_id)
    campaign = tx.campaigns.get(run.campaign_id)
    rules = tx.programs.get_current().rules
    quiet = campaign.kind not in SERVICE and is_quiet(tx.now, rules)
    pilot_out = _is_pilot_out(tx, run)
    told = run.ended_at is not None or pilot_out
    purpose = PURPOSES[campaign.kind]
    return RunReport(
        campaign=campaign,
        run=run,
        rules=rules,
        counts=tx.runs.count(run_id),
        results=tx.results.of(run, purpose) if told else RunResults(unknown=tx.results.unknown(run)),
        now=tx.now,
        speed=speed,
        lately=tx.runs.sent_lately(run_id),
        asked_to_wait=tx.deliveries.paused_until(Lane.BULK),
        quiet_until=next_open(tx.now, rules) if quiet else None,
        pilot_out=pilot_out,
    )


def _is_pilot_out(tx: Transaction, run: Run) -> bool:
    held = run.state is RunState.PAUSED and run.pilot_until is not None and run.frozen
    return held and tx.recipients.is_pilot_out(run.id)
