"""What came of a run: read across customers, visits and rewards.

Not here: the run and its recipients (campaigns.py).
"""

from typing import Protocol

from loyalty.run_reports import RunResults
from loyalty.runs import Run
from loyalty.wishes import Purpose


class Results(Protocol):
    """What recipients did after a post."""

    def of(self, run: Run, purpose: Purpose | None) -> RunResults:
        """As far as a week after it has gone; reads every recipient, so ask it on a report."""
        ...

    def unknown(self, run: Run) -> tuple[str, ...]:
        """Names of those with whom nobody can tell whether it arrived; all that is read while it goes out."""
        ...
