"""What customers said, as their owner reads it: figures, trends, the matrix, and reasons to page and search.

Not here: asking them, and how it looks (handlers/drawings/voice.py). Everything runs as a report.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Final

from loyalty.ids import ChatId, LocationId, MessageId, RecipientId
from loyalty.people import Person
from loyalty.ports import Database, Transaction
from loyalty.programs import Rules
from loyalty.refusals import RecordingGone, Refused
from loyalty.surveys import Band, Frequency
from loyalty.use_cases.staff.authority import require_owner
from loyalty.voice import (
    AspectFigures,
    Figures,
    Period,
    Praised,
    SaidReason,
    Span,
    Step,
    TicketFigures,
    TrendPoint,
    reasons_since,
    span_of,
    spans_back,
)

PAGE: Final = 8
"""Reasons that are read for a page; as many are shown as fit a message."""
_READ_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class VoicePage:
    """A period in numbers."""

    period: Period
    span: Span
    rules: Rules
    figures: Figures
    by_location: Mapping[LocationId, Figures]
    aspects: Sequence[AspectFigures]
    month: Span
    """The running month, whatever the period: praises are counted by it."""
    praises: Sequence[Praised]
    tickets: TicketFigures


@dataclass(frozen=True, slots=True)
class Trend:
    """Week by week or month by month."""

    step: Step
    points: Sequence[TrendPoint]
    location: LocationId | None = None
    """None: of the whole cafe."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """How many customers are in each cell."""

    cells: Mapping[tuple[Band, Frequency], int]

    def count(self, band: Band, often: Frequency) -> int:
        """How many of this band come this often."""
        return self.cells.get((band, often), 0)


@dataclass(frozen=True, slots=True)
class ReasonPage:
    """Reasons, newest first."""

    band: Band | None
    """None: all that say the words."""
    words: str
    """What was searched for; empty: nothing."""
    reasons: Sequence[SaidReason]
    found: int
    """How many there are behind the place where the page begins; of a search, in all."""
    rules: Rules


@dataclass(frozen=True, slots=True)
class Recording:
    """A reason that was spoken or photographed."""

    reason: SaidReason
    copy_of: tuple[ChatId, MessageId]
    """Where it lies."""
    rules: Rules


@dataclass(frozen=True, slots=True)
class ReadVoice:
    """An owner looks at what customers said. Each raises Refused(NotOwner)."""

    database: Database

    async def __call__(self, person: Person, period: Period) -> VoicePage:
        """The period in numbers."""

        def body(tx: Transaction) -> VoicePage:
            require_owner(tx, person)
            rules = tx.programs.get_current().rules
            span, month = (span_of(one, tx.now, rules) for one in (period, Period.MONTH))
            by_location = tx.voice.figures(span)
            total = reduce(add, by_location.values(), Figures())
            aspects, praises = tx.voice.aspects(span), tx.voice.praises(month)
            return VoicePage(
                period, span, rules, total, by_location, aspects, month, praises, tx.voice.tickets(span)
            )

        return await self.database.report(body)

    async def trend(self, person: Person, step: Step, *, location: LocationId | None = None) -> Trend:
        """The last weeks or months, each by itself; of one location, or of all."""

        def body(tx: Transaction) -> Trend:
            require_owner(tx, person)
            spans = spans_back(step, tx.now, tx.programs.get_current().rules)
            points = [TrendPoint(span.first, _figures_of(tx, span, location)) for span in spans]
            return Trend(step, points, location)

        return await self.database.report(body)

    async def matrix(self, person: Person) -> Matrix:
        """Each customer once, by their last answer and how often they come."""

        def body(tx: Transaction) -> Matrix:
            require_owner(tx, person)
            return Matrix(tx.voice.matrix())

        return await self.database.report(body)

    async def reasons(self, person: Person, band: Band, *, before: RecipientId | None) -> ReasonPage:
        """Of a band, beginning behind that answer; one more than fits tells whether there are older ones."""

        def body(tx: Transaction) -> ReasonPage:
            require_owner(tx, person)
            since = reasons_since(tx.now)
            read = tx.voice.reasons(band, since=since, before=before, most=PAGE + 1)
            return ReasonPage(band, "", read[:PAGE], len(read), tx.programs.get_current().rules)

        return await self.database.report(body)

    async def search(self, person: Person, words: str) -> ReasonPage:
        """Reasons that hold all these words, or are about what is named so; in letters large or small."""
        wanted = words.casefold().split()

        def body(tx: Transaction) -> ReasonPage:
            require_owner(tx, person)
            found = [one for one in _all_reasons(tx) if one.holds(wanted)]
            rules = tx.programs.get_current().rules
            return ReasonPage(None, " ".join(words.split()), found[:PAGE], len(found), rules)

        return await self.database.report(body)

    async def recording(self, person: Person, recipient_id: RecipientId) -> Recording:
        """A reason to be heard or seen as it was sent. Raises Refused(RecordingGone) too."""

        def body(tx: Transaction) -> Recording:
            require_owner(tx, person)
            reason, response = tx.voice.find_reason(recipient_id), tx.responses.find(recipient_id)
            if reason is None or response is None or response.copy_of is None:
                raise Refused(RecordingGone())
            return Recording(reason, response.copy_of, tx.programs.get_current().rules)

        return await self.database.report(body)


def _figures_of(tx: Transaction, span: Span, location: LocationId | None) -> Figures:
    by_location = tx.voice.figures(span)
    if location is not None:
        return by_location.get(location, Figures())
    return reduce(add, by_location.values(), Figures())


def _all_reasons(tx: Transaction) -> Iterator[SaidReason]:
    """The newest first, piece by piece: upper and lower case of every alphabet is known here, not in SQL."""
    before, since = None, reasons_since(tx.now)
    while read := tx.voice.reasons(None, since=since, before=before, most=_READ_AT_ONCE):
        yield from read
        before = read[-1].recipient_id
