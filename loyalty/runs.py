"""Runs: the times that a campaign goes out, its recipients, and what became of each message.

Not here: what is said (campaigns.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from loyalty.ids import CampaignId, CustomerId, OperationId, RecipientId, RunId, StaffId

REGRET: Final = timedelta(hours=1)
"""So long a run that was stopped can still be taken up again."""


class RunState(StrEnum):
    """waiting -> running <-> paused -> finished | stopped -> running; waiting -> taken back | missed."""

    WAITING = "waiting"
    """For its hour, or through the grace."""
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"
    TAKEN_BACK = "taken_back"
    """Before it began: its campaign is a draft again."""
    MISSED = "missed"
    """Its hour passed too long ago while the bot was away."""


LIVE: Final = (RunState.WAITING, RunState.RUNNING, RunState.PAUSED)


@dataclass(frozen=True, slots=True)
class Run:
    """One time that a campaign goes out."""

    id: RunId
    campaign_id: CampaignId
    occurrence: str
    """Which time: "1" for a broadcast, else a date of the cafe."""
    state: RunState
    run_at: datetime
    stale_at: datetime
    """What has not begun by then is missed."""
    frozen: bool
    """Whether all its recipients are rows."""
    frozen_upto: CustomerId
    """Customers up to this one were looked at."""
    eligible: int
    """So many of those may get it or are held out."""
    pilot_until: datetime | None
    """The pilot goes out alone, the rest waits until then; None: no pilot, or the rest may go."""
    asked_by: StaffId | None
    started_at: datetime | None
    ended_at: datetime | None


class RecipientState(StrEnum):
    """waiting -> queued -> sent | failed | unknown; waiting, queued -> skipped; held_out."""

    WAITING = "waiting"
    QUEUED = "queued"
    """A delivery is under way."""
    SENT = "sent"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """Nobody can tell whether it arrived, and it is not repeated."""
    SKIPPED = "skipped"
    HELD_OUT = "held_out"
    """Gets nothing, so that the others can be compared with them."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One customer of one run."""

    id: RecipientId
    run_id: RunId
    campaign_id: CampaignId
    customer_id: CustomerId
    occurrence: str
    state: RecipientState
    reason: str
    operation_id: OperationId | None
    """Told on this operation's receipt; None: a message of its own."""
    settled_at: datetime | None = None
    """When it went out, or was found not to; None: neither yet."""
    facts: str = "{}"
    """JSON: what the words need to know of this customer."""


@dataclass(frozen=True, slots=True)
class CampaignPost:
    """A campaign's message to one customer, as what a delivery holds."""

    recipient_id: RecipientId
    silent: bool = False
    """A service message at night: it arrives without a sound."""


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What became of the recipients of a run."""

    states: Mapping[RecipientState, int]
    reasons: Mapping[tuple[RecipientState, str], int]
    """Why they were skipped or failed."""

    def of(self, *states: RecipientState) -> int:
        """How many recipients are in one of these states."""
        return sum(self.states.get(state, 0) for state in states)
