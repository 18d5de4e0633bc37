"""Times in which the bot was away.

Not here: when Telegram last answered (people.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import OutageId, StaffId, VisitId
from loyalty.outages import LeftUndone, Outage
from loyalty.refusals import Refusal


class Outages(Protocol):
    """Outages, and what lives longer because of them."""

    def add(self, *, since: datetime) -> Outage:
        """The bot was away from then until now."""
        ...

    def find_open(self) -> Outage | None:
        """The outage whose waiting taps are still being carried out."""
        ...

    def find_sparing(self) -> Outage | None:
        """The outage whose end is so near that its waiting taps are still given time."""
        ...

    def find_listing(self, visit_id: VisitId) -> OutageId | None:
        """The last outage, when something that had waited was done in this visit after it."""
        ...

    def get(self, outage_id: OutageId) -> Outage:
        """An outage by id."""
        ...

    def prolong(self, outage_id: OutageId) -> Outage:
        """It lasted until now."""
        ...

    def end(self, outage_id: OutageId) -> bool:
        """Everything that had waited is done; False when that was noted before."""
        ...

    def spare(self, *, alive_at: datetime, until: datetime) -> None:
        """Open visits and live codes that were alive then live until this moment at least, and buttons that
        stood on a staff card then stand until this moment.
        """
        ...

    def add_left_undone(self, outage_id: OutageId, refusal: Refusal, *, staff_id: StaffId) -> None:
        """A tap that had waited was refused."""
        ...

    def left_undone(self, outage_id: OutageId) -> Sequence[LeftUndone]:
        """What could not be carried out any more, oldest first."""
        ...

    def visits_changed(self, *, since: datetime, until: datetime) -> Sequence[VisitId]:
        """Visits of real customers in which something was done in this time, oldest first."""
        ...
