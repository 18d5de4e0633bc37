"""Pictures of answers with matplotlib: how scores spread, a trend with its band, the matrix, an own question.

Not here: the words and numbers (chart_text.py). It is imported with the first picture that somebody asks for.
Figures are objects of their own: nothing global is set, and nothing stays of one.
"""

import io
import textwrap
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from handlers.pictures.chart_text import AnswersText, MatrixText, ScoresText, TrendText

_FONT: Final = "DejaVu Sans"
"""Comes with matplotlib, and has every letter of our languages."""
_COLOURS: Final = ("#2e7d32", "#f9a825", "#c62828")
"""Of the bands, the best first; each is named too, for who does not see colours apart."""
_LINE: Final = "#5d4037"
_TRACK: Final = "#efebe9"
_THICK: Final = 0.4
_INCHES: Final = (8.0, 4.5)
_DOTS: Final = 130
_LETTERS_ACROSS: Final = 42
"""Of the widest."""
_MOST_TILTED: Final = 8
"""So many labels stand side by side; more of them are tilted."""


def draw_scores(text: ScoresText) -> bytes:
    """A bar for each score, coloured by its band, as PNG."""
    figure, axes = _begin(text.title)
    for (name, scores), colour in zip(text.bands, _COLOURS, strict=True):
        heights = [text.counts[score] for score in scores]
        bars = axes.bar(list(scores), heights, color=colour, label=f"{name}: {sum(heights)}")
        labels = axes.bar_label(bars, labels=[str(one) if one else "" for one in heights], padding=2)
        for label in labels:
            label.set_fontfamily(_FONT)
    axes.set_xticks(range(len(text.counts)))
    axes.set_ylim(0, max(*text.counts, 1) * 1.25)
    axes.set_yticks([])
    _name_bands(axes)
    return _finish(figure, axes)


def draw_trend(text: TrendText) -> bytes:
    """The score with one standard error to both sides, as PNG; too few answers leave a gap, and how many."""
    figure, axes = _begin(text.title)
    places = list(range(len(text.marks)))
    nothing = float("nan")
    scores = [nothing if mark.score is None else mark.score for mark in text.marks]
    lower = [score - mark.error for score, mark in zip(scores, text.marks, strict=True)]
    upper = [score + mark.error for score, mark in zip(scores, text.marks, strict=True)]
    axes.axhline(0, color="#9e9e9e", linewidth=0.8)
    axes.fill_between(places, lower, upper, color=_LINE, alpha=0.2, linewidth=0)
    # A point between two gaps has no band of its own width: a bar shows its error.
    errors = [mark.error for mark in text.marks]
    axes.errorbar(places, scores, yerr=errors, color=_LINE, marker="o", capsize=3, linewidth=1.5)
    axes.set_ylim(-105, 105)
    axes.set_xlim(-0.5, len(places) - 0.5)
    tilt = 0 if len(places) <= _MOST_TILTED else 45
    labels = [f"{mark.label}\nn = {mark.answers}" for mark in text.marks]
    axes.set_xticks(places, labels, rotation=tilt, ha="right" if tilt else "center", fontsize=8)
    return _finish(figure, axes)


def draw_matrix(text: MatrixText) -> bytes:
    """A table with its counts, darker where more are, as PNG."""
    figure, axes = _begin(text.title)
    most = max(max(row) for row in text.counts) or 1
    axes.imshow(text.counts, cmap="YlOrBr", vmin=0, vmax=most * 1.6, aspect="auto")
    for row, counts in enumerate(text.counts):
        for column, count in enumerate(counts):
            axes.text(column, row, str(count), ha="center", va="center", fontsize=18, fontfamily=_FONT)
    axes.set_xticks(range(len(text.columns)), [_plain(one) for one in text.columns])
    axes.set_yticks(range(len(text.rows)), [_plain(one) for one in text.rows])
    axes.tick_params(length=0)
    return _finish(figure, axes)


def draw_answers(text: AnswersText) -> bytes:
    """A bar for each answer from top to bottom, as PNG; a full one would be all who were asked.

    What it says stands above each: an owner's words may be as wide as the picture.
    """
    figure, axes = _begin(textwrap.fill(text.title, _LETTERS_ACROSS))
    axes.title.set_horizontalalignment("left")
    axes.title.set_x(0)
    places, full = range(len(text.marks)), max(text.asked, 1)
    axes.barh(places, [full] * len(places), color=_TRACK, height=_THICK)
    axes.barh(places, [mark.count for mark in text.marks], color=_LINE, height=_THICK)
    for place, mark in enumerate(text.marks):
        above = place - _THICK / 2 - 0.06
        axes.text(0, above, _plain(mark.name), va="bottom", fontfamily=_FONT, fontsize=11)
        axes.text(full, above, mark.said, ha="right", va="bottom", fontfamily=_FONT, fontsize=11)
    axes.set_xlim(0, full)
    axes.set_ylim(len(places) - 1 + _THICK, -1 + _THICK / 2)
    axes.set_axis_off()
    return _finish(figure, axes)


def _begin(title: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=_INCHES, dpi=_DOTS, layout="tight")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    axes.set_title(_plain(title), fontfamily=_FONT, fontsize=13)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _name_bands(axes: Axes) -> None:
    legend = axes.legend(loc="upper left", frameon=False, ncols=3)
    for label in legend.get_texts():
        label.set_text(_plain(label.get_text()))
        label.set_fontfamily(_FONT)


def _finish(figure: Figure, axes: Axes) -> bytes:
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontfamily(_FONT)
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    return picture.getvalue()


def _plain(text: str) -> str:
    """Two dollar signs would be read as a formula."""
    return text.replace("$", r"\$")
