"""What stands on a picture of answers: numbers, and words that somebody else has chosen.

Not here: drawing it (charts.py). Nothing heavy is imported, so that the words can be chosen without it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoresText:
    """How many gave each score."""

    title: str
    counts: tuple[int, ...]
    """By score, 0 to 10."""
    bands: tuple[tuple[str, range], ...]
    """The name of each band and its scores, the best first."""


@dataclass(frozen=True, slots=True)
class TrendMark:
    """One point of a trend."""

    label: str
    answers: int
    score: float | None
    """None: too few answers, a gap."""
    error: float
    """One standard error of it, in points."""


@dataclass(frozen=True, slots=True)
class TrendText:
    """A line with its band of one standard error to both sides."""

    title: str
    marks: tuple[TrendMark, ...]


@dataclass(frozen=True, slots=True)
class AnswerMark:
    """One answer to a question of the owner's own."""

    name: str
    count: int
    said: str
    """Count and, where there are enough answers, per cent, as they stand beside its bar."""


@dataclass(frozen=True, slots=True)
class AnswersText:
    """How many gave each answer."""

    title: str
    marks: tuple[AnswerMark, ...]
    """From top to bottom."""
    asked: int
    """So many are a full bar."""


@dataclass(frozen=True, slots=True)
class MatrixText:
    """How many customers are in each cell."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """Row by row."""


ChartText = ScoresText | TrendText | MatrixText | AnswersText
"""Whatever can be drawn."""
