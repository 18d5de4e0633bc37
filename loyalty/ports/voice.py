"""What customers said, read across everybody's answers; nothing here is written, and no customer is named.

Not here: one invitation and its answer. What all ports promise stands in the package's docstring.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from loyalty.ids import LocationId, RecipientId
from loyalty.surveys import Band, Frequency, Tally
from loyalty.voice import AspectFigures, Figures, Praised, SaidReason, Span, TicketFigures


class Voice(Protocol):
    """Answers in numbers. Practice customers never count; those who were forgotten do, as numbers."""

    def figures(self, span: Span) -> Mapping[LocationId, Figures]:
        """Of those who were asked in this time how likely they are to recommend the cafe, by location."""
        ...

    def aspects(self, span: Span) -> Sequence[AspectFigures]:
        """Of those who were asked in this time about one aspect, in the order of the owner's list."""
        ...

    def praises(self, span: Span) -> Sequence[Praised]:
        """Who of staff had praise passed on in this time, most first."""
        ...

    def tickets(self, span: Span) -> TicketFigures:
        """Of those that opened in this time; what a slip of the finger opened and closed is none."""
        ...

    def answered(self, begins: datetime, until: datetime) -> Tally:
        """What was answered in this time, whenever it was asked."""
        ...

    def matrix(self) -> Mapping[tuple[Band, Frequency], int]:
        """How many customers are in each cell now; as many as the segment `Voiced` of that cell means."""
        ...

    def reasons(
        self, band: Band | None, *, since: datetime, before: RecipientId | None, most: int
    ) -> Sequence[SaidReason]:
        """Reasons of this band, or of all, newest first, beginning behind that answer; of aspects too."""
        ...

    def find_reason(self, recipient_id: RecipientId) -> SaidReason | None:
        """One of them; None: none was given, or it was forgotten."""
        ...
