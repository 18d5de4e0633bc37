"""The sheet behind the counter: how a code is opened, what is given, what to do when nothing answers.

Not here: the words (drawings/print.py) and how ink gets on paper (print_paper.py).
"""

from dataclasses import replace
from typing import Final

from handlers.pictures.print_paper import SOFT, Box, Paper, Type
from handlers.pictures.print_sign import A4
from handlers.pictures.print_text import StaffText, StaffWords

_MARGIN: Final = 15.0
_GUTTER: Final = 9.0
_HEAD: Final = 44.0
_LETTERS: Final = 13.5
"""Points of a line for which the distances below are meant."""
_LARGEST: Final = 17.0
_SMALLER: Final = 0.95


def draw_staff_sheet(text: StaffText) -> Paper:
    """A4 in portrait, a column for each language."""
    width, height = A4
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    inner = Box(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN)
    _write_head(paper, text, inner)
    count = len(text.words)
    column = (inner.width - (count - 1) * _GUTTER) / count
    top = inner.y + _HEAD
    boxes = [
        Box(inner.x + number * (column + _GUTTER), top, column, inner.bottom - top) for number in range(count)
    ]
    size = min(
        _largest(paper, words, box) for words, box in zip(text.words, boxes, strict=True)
    )  # both columns alike
    for words, box in zip(text.words, boxes, strict=True):
        _write_column(paper, words, box, size)
    if count > 1:
        paper.draw_rule(inner.middle, top, inner.bottom - top, down=True)
    return paper


def _write_head(paper: Paper, text: StaffText, inner: Box) -> None:
    """Whose sheet it is; on the right the way to the bot."""
    side = 36.0
    corner = Box(inner.x + inner.width - side, inner.y - 4, side, side)
    paper.draw_qr(text.link, corner)
    left = inner.width - side - 6
    title = " · ".join(dict.fromkeys(words.title for words in text.words))
    paper.write(text.cafe, Box(inner.x, inner.y, left, 7), Type(13, 6, grey=SOFT), align="left", middle="top")
    paper.write(title, Box(inner.x, inner.y + 7, left, 14), Type(27, 9, bold=True), align="left")
    said = " · ".join(dict.fromkeys(words.open_bot for words in text.words))
    paper.write(text.handle, Box(inner.x, inner.y + 22, left, 6), Type(13, 6, bold=True), align="left")
    paper.write(said, Box(inner.x, inner.y + 28, left, 6), Type(10, 5, grey=SOFT), align="left")
    paper.draw_rule(inner.x, inner.y + _HEAD - 6, inner.width)


def _largest(paper: Paper, words: StaffWords, box: Box) -> float:
    """The largest letters in which the column fits its box, in points."""
    size = _LARGEST
    with paper.measured():
        while _write_column(paper, words, box, size) > box.bottom:
            size *= _SMALLER
    return size


def _write_column(paper: Paper, words: StaffWords, box: Box, size: float) -> float:
    """All sections under one another; answers where the last one ends."""
    y, unit = box.y, size / _LETTERS
    for section in words.sections:
        heading = Box(box.x, y, box.width, box.height)
        y = paper.write(
            section.heading, heading, _exactly(size * 1.22, bold=True), align="left", middle="top"
        )
        y += 2.2 * unit
        for number, line in enumerate(section.lines, start=1):
            y = _write_line(paper, line, number if section.numbered else None, replace(box, y=y), size)
        y += 4.5 * unit
    return y - 4.5 * unit


def _write_line(paper: Paper, line: str, number: int | None, box: Box, size: float) -> float:
    unit = size / _LETTERS
    indent, radius = 9 * unit, 2.9 * unit
    if number is None:
        paper.draw_dot(box.x + radius, box.y + radius, 0.9 * unit)
    else:
        paper.draw_disc(number, box.x + radius, box.y + radius, radius)
    place = Box(box.x + indent, box.y + 0.2 * unit, box.width - indent, box.height)
    return paper.write(line, place, _exactly(size), align="left", middle="top") + 2 * unit


def _exactly(size: float, *, bold: bool = False) -> Type:
    """Letters that lines share: the column as a whole is made smaller, not a line of it."""
    return Type(size, size, bold=bold)
