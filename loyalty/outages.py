"""Outages: times in which the bot was away, so that taps and requests waited with Telegram.

Not here: how the process notices (bot/presence.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.cards import CounterFacts
from loyalty.ids import OutageId
from loyalty.programs import Rules
from loyalty.refusals import Refusal

WORTH_A_WORD = timedelta(minutes=5)
"""A shorter one is said to nobody."""
GRACE = timedelta(minutes=3)
"""So long what was alive when the bot went away lives on afterwards: waiting taps are carried out."""

HEARD_BEFORE = timedelta(minutes=1)
"""What is done so soon after Telegram's last answer had not waited; what is done later, the inbox had."""

KEPT_BY_TELEGRAM = timedelta(days=1)
"""What waits longer for a bot is gone (Bot API, getting updates)."""

CATCHING_UP = timedelta(minutes=10)
"""So long after it at most an outage waits for what is left to be done: one tap that fails each time is no
reason to say nothing, nor to take the next outage for the same one."""


@dataclass(frozen=True, slots=True)
class Outage:
    """One time of being away."""

    id: OutageId
    since: datetime
    until: datetime
    caught_up_at: datetime | None
    """When everything that had waited was done; None: not yet."""

    @property
    def listed_from(self) -> datetime:
        """What is done from then on had waited, also before Telegram is reached again."""
        return self.since + HEARD_BEFORE

    @property
    def spares_until(self) -> datetime:
        """So long everything can be done that could be done when it began."""
        return self.until + GRACE


@dataclass(frozen=True, slots=True)
class LeftUndone:
    """A tap of staff's that had waited and could not be carried out any more."""

    by: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class OutageFacts:
    """What is told of an outage."""

    outage: Outage
    rules: Rules
    visits: Sequence[CounterFacts]
    """In which something that had waited was done afterwards, oldest first."""
    left_undone: Sequence[LeftUndone]
    """What staff had tapped in vain, oldest first."""
