"""What stands on the pictures of what customers said, and below them: the same in words, formula and limits.

Not here: how they look (pictures/charts.py), and the page (voice.py).
"""

import html
from datetime import date

from babel.dates import format_skeleton

from handlers.drawings.voice import name_counter, say_how_often, say_in_short, say_matrix, say_score
from handlers.pictures.chart_text import MatrixText, ScoresText, TrendMark, TrendText
from handlers.sentences import locale_of
from handlers.texts import Html, Words
from loyalty.surveys import BANDS, FEWEST, Band, Frequency
from loyalty.use_cases.listening.voice import Matrix, Trend, VoicePage
from loyalty.voice import Step, TrendPoint


def compose_scores(page: VoicePage, words: Words) -> ScoresText:
    """A bar for each score."""
    bands = tuple((words.plain("voice-band", band=band.value), scores) for band, scores in BANDS.items())
    return ScoresText(words.plain("voice-picture-scores"), page.figures.scores, bands)


def say_scores(page: VoicePage, words: Words) -> str:
    """Its caption."""
    lines = [words.say("voice-heading", first=page.span.first), *say_score(page.figures, words)]
    return "\n".join([*lines, "", *_say_formula(words)])


def compose_trend(trend: Trend, words: Words) -> TrendText:
    """A point for each week or month."""
    return TrendText(
        _name_trend(trend, words), tuple(_mark(point, trend.step, words) for point in trend.points)
    )


def say_trend(trend: Trend, words: Words) -> str:
    """Its caption: every week or month in which somebody answered."""
    lines: list[str] = [f"<b>{html.escape(_name_trend(trend, words), quote=False)}</b>"]
    spoken = [point for point in trend.points if point.figures.answers]
    lines += [_say_point(point, trend.step, words) for point in spoken]
    if not spoken:
        lines.append(words.say("voice-trend-none"))
    counts = "yes" if any(point.figures.nps is None for point in spoken) else "no"
    gaps = words.say("voice-gaps", fewest=str(FEWEST), counts=counts)
    return "\n".join([*lines, "", gaps, words.say("voice-formula")])


def compose_matrix(matrix: Matrix, words: Words) -> MatrixText:
    """A row for each band, a column for how often they come."""
    return MatrixText(
        words.plain("voice-picture-matrix"),
        tuple(words.plain("voice-band", band=band.value) for band in Band),
        tuple(words.plain("voice-often", often=often.value) for often in Frequency),
        tuple(tuple(matrix.count(band, often) for often in Frequency) for band in Band),
    )


def say_matrix_caption(matrix: Matrix, words: Words) -> str:
    """Its caption."""
    return "\n".join([*say_matrix(matrix, words), "", say_how_often(words)])


def _name_trend(trend: Trend, words: Words) -> str:
    title = words.plain("voice-picture-trend", step=trend.step.value)
    if trend.location is None:
        return title
    return f"{name_counter(trend.location, words)}: {title}"


def _mark(point: TrendPoint, step: Step, words: Words) -> TrendMark:
    nps, label = point.figures.nps, _name_point(point.first, step, words)
    if nps is None:
        return TrendMark(label, point.figures.answers, None, 0)
    return TrendMark(label, point.figures.answers, nps.score, nps.standard_error)


def _say_point(point: TrendPoint, step: Step, words: Words) -> Html:
    when = _name_point(point.first, step, words)
    return words.say("voice-trend-line", when=when, said=say_in_short(point.figures, words))


def _name_point(first: date, step: Step, words: Words) -> str:
    """A week by its Monday, a month by its name and year: "3 Mar", "Mar 2025"."""
    skeleton = "MMMd" if step is Step.WEEK else "yMMM"
    return format_skeleton(skeleton, first, locale=locale_of(words.language))


def _say_formula(words: Words) -> list[Html]:
    return [words.say("voice-formula"), words.say("voice-limits", fewest=str(FEWEST))]
