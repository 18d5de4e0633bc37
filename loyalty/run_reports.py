"""What a run's message shows: how far it is, and afterwards what came of it.

Not here: reading it (use_cases/campaigns/runs.py) and its words (handlers).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from loyalty.campaigns import BroadcastTerms, Campaign, RecurringTerms, Speed
from loyalty.lift import Lift, VisitSums, compare
from loyalty.programs import Rules
from loyalty.runs import REGRET, RecipientState, Run, RunCounts, RunState

LOOKED_AFTER: Final = timedelta(days=7)
"""So long after a post visits count as visits after it, and a mute as an answer to it."""
NAMED: Final = 40
"""Names that a report lists: two kills in the middle of a run."""
_ARRIVED: Final = (RecipientState.SENT, RecipientState.UNKNOWN)
_OPEN: Final = (RecipientState.WAITING, RecipientState.QUEUED)


@dataclass(frozen=True, slots=True)
class RunResults:
    """What recipients did after the post."""

    muted: int = 0
    """Who asked for no more within a week of getting it."""
    taken: int = 0
    """Offers that were taken from it."""
    redeemed: int = 0
    """Of those, had at the counter."""
    visits: Mapping[RecipientState, VisitSums] = field(default_factory=dict)
    """Within a week of the run's beginning, by what became of the recipients; skipped: since it began."""
    unknown: tuple[str, ...] = ()
    """Names of customers with whom nobody can tell whether it arrived."""

    @property
    def visits_after(self) -> int:
        """Visits of those whom it was sent to."""
        return sum(self.visits[state].visits for state in _ARRIVED if state in self.visits)

    @property
    def lift(self) -> Lift | None:
        """Those whom chance gave the post, whether it arrived or not, against those it left out."""
        got = VisitSums()
        for state, sums in self.visits.items():
            if state is not RecipientState.HELD_OUT:
                got = got + sums
        return compare(got, self.visits.get(RecipientState.HELD_OUT, VisitSums()))


@dataclass(frozen=True, slots=True)
class RunReport:
    """One run, as its message shows it."""

    campaign: Campaign
    run: Run
    rules: Rules
    counts: RunCounts
    results: RunResults
    now: datetime
    speed: Speed
    lately: tuple[int, timedelta] | None
    """So many of the last messages went out within so long."""
    asked_to_wait: datetime | None
    """Until then Telegram wants us to wait."""
    quiet_until: datetime | None
    """Until then it is quiet hours; None: it may go on."""
    pilot_out: bool
    """The pilot has gone out, and the rest waits for the owner's word."""

    @property
    def terms(self) -> BroadcastTerms | RecurringTerms | None:
        """With its pilot and who is held out; None for kinds that have neither."""
        terms = self.campaign.terms
        return terms if isinstance(terms, BroadcastTerms | RecurringTerms) else None

    @property
    def total(self) -> int:
        """Who is to get it, whatever became of it."""
        return self.done + self.open

    @property
    def done(self) -> int:
        """Of whom it is known what became of their message."""
        return self.counts.of(RecipientState.SENT, RecipientState.FAILED, RecipientState.UNKNOWN)

    @property
    def open(self) -> int:
        """Who is still to get it, or would have been when it was stopped."""
        return self.counts.of(*_OPEN)

    @property
    def a_second(self) -> float:
        """How fast it goes, measured where there is something to measure."""
        if self.lately is None or self.lately[1] <= timedelta():
            return self.speed.a_second
        return min(self.lately[0] / self.lately[1].total_seconds(), self.speed.a_second)

    @property
    def time_left(self) -> timedelta:
        """As fast as it goes."""
        return timedelta(seconds=self.open / max(self.a_second, 0.1))

    @property
    def is_final(self) -> bool:
        """Whether the figures change no more."""
        return self.run.ended_at is not None and self.now >= self.run.ended_at + LOOKED_AFTER

    @property
    def may_go_on(self) -> bool:
        """Whether a run that was stopped can still be taken up again."""
        ended = self.run.ended_at
        return bool(self.open) and ended is not None and self.now < ended + REGRET

    @property
    def lift(self) -> Lift | None:
        """Whether it brought visits; None: too few to tell. In a stopped run it was not chance who got it."""
        return self.results.lift if self.run.state is RunState.FINISHED else None

    @property
    def has_hold_out(self) -> bool:
        """Whether somebody was held out."""
        return self.counts.of(RecipientState.HELD_OUT) > 0
