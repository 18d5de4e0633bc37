"""The queue: who has tapped *Stamp me* and waits at the counter, and what was done of late.

Not here: where it is shown (use_cases/visits/queue_places.py) and how it looks (handlers/drawings/queue.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loyalty.ids import ScanId
from loyalty.own_words import OwnWords
from loyalty.pair_codes import PairCode
from loyalty.rewards import Reward
from loyalty.visits import Visit

APART = timedelta(seconds=60)
"""A request that has ended is not followed by another one sooner."""
ABSENCES = 3
"""After so many *not here* on one day a customer's requests are not shown to staff any more that day."""
BURIED = 3
"""After so many messages below it the queue is posted again, when one more comes to those who wait."""
BURIED_EMPTY = 1
"""The same when nobody waits: an empty queue is not looked at, and the first customer must be seen."""
RECENT = timedelta(minutes=10)
"""So long what was done stands in the queue with its buttons: undo works for as long."""


@dataclass(frozen=True, slots=True)
class TooSoon:
    """The customer asked less than a minute ago: the queue takes them again after so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class TooOftenAbsent:
    """Staff tapped *not here* so often today that the queue takes the customer again tomorrow."""


KeptOut = TooSoon | TooOftenAbsent
"""Why a code is good at the counter and not in the queue."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A customer who waits."""

    scan_id: ScanId
    name: str
    pair_code: PairCode
    stamps: int
    goal: int
    picked: OwnWords | None
    """The reward that they want to have now."""
    look: bool
    """Whether one tap is not enough, so that the button opens the staff card."""
    held: OwnWords | None = None
    """The oldest reward that they can have now; None while the card is frozen."""


@dataclass(frozen=True, slots=True)
class Served:
    """A visit of somebody who waited in the queue, open, settled or undone within the last minutes."""

    visit: Visit
    name: str
    stamps: int
    """On the card, of `goal`, when the visit was given its last stamps: what other visits did since is
    theirs.
    """
    goal: int
    by: str
    """Who did the last thing of it: opened, confirmed or undid it."""
    held: OwnWords | None = None
    """The oldest reward that can be handed over in this visit; None while the card is frozen."""
    handed_over: Sequence[Reward] = ()
    """What was given for free in it."""


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """What one place shows of the queue."""

    now: datetime
    waiting: Sequence[Waiting]
    """First come first."""
    recent: Sequence[Served]
    """Newest first."""
    served: int
    """Visits from the queue on this day of the cafe, those of `recent` included."""
