"""Times in which the bot was away.

Not here: when Telegram last answered (people.py). What all ports promise stands in the package's docstring.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import OutageId, VisitId
from loyalty.outages import Outage


class Outages(Protocol):
    """Outages, and what lives longer because of them."""

    def add(self, *, since: datetime) -> Outage:
        """The bot was away from then until now."""
        ...

    def find_open(self) -> Outage | None:
        """The outage whose waiting taps are still being carried out."""
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
        """Open visits and live codes that were alive then live until this moment at least."""
        ...

    def visits_changed(self, *, since: datetime, until: datetime) -> Sequence[VisitId]:
        """Visits of real customers in which something was done in this time, oldest first."""
        ...
