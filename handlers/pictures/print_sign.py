"""The sign on the counter and the tent on the tables: what a full card gives, the QR, three steps to it.

Not here: the words (drawings/print.py) and how ink gets on paper (print_paper.py).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from handlers.pictures.print_paper import SOFT, Box, Paper, Type
from handlers.pictures.print_text import SignText

A6: Final = (105.0, 148.0)
A5: Final = (148.0, 210.0)
A4: Final = (210.0, 297.0)
"""Width and height in millimetres."""
_COLUMNS: Final = (0.28, 0.29, 0.43)
"""Shares of the width: the third step has the most to say."""


def draw_sign(text: SignText, *, width: float, height: float) -> Paper:
    """One sign that fills the sheet."""
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    _draw_upright(paper, text, Box(0, 0, width, height))
    return paper


def draw_four(text: SignText) -> Paper:
    """Four signs on A4, with lines to cut along."""
    width, height = A4
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    paper.draw_rule(0, height / 2, width, dashed=True)
    paper.draw_rule(width / 2, 0, height, down=True, dashed=True)
    for row in range(2):
        for column in range(2):
            place = Box(column * width / 2, row * height / 2, width / 2, height / 2)
            _draw_upright(paper, text, place)
    return paper


def draw_tent(text: SignText) -> Paper:
    """A4 to be folded across the middle; both sides say the same, the upper one upside down."""
    width, height = A4
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    paper.draw_rule(0, height / 2, width, dashed=True)
    side = Box(0, height / 2, width, height / 2)
    _draw_lying(paper, text, side)
    with paper.turned():
        _draw_lying(paper, text, side)
    return paper


def _draw_upright(paper: Paper, text: SignText, place: Box) -> None:
    """A sign in portrait; everything grows with its width. The QR gets all the room that words leave."""
    unit = place.width / A6[0]
    margin = 8 * unit
    inner = Box(place.x + margin, place.y + margin, place.width - 2 * margin, place.height - 2 * margin)
    y = _write_head(paper, text, inner, unit)
    foot = Box(inner.x, inner.bottom - 2.6 * unit, inner.width, 2.6 * unit)
    steps_height = (24 if len(text.words) > 1 else 20) * unit
    steps = Box(inner.x, foot.y - 1.2 * unit - steps_height, inner.width, steps_height)
    handle = Box(inner.x, steps.y - 9 * unit, inner.width, 6 * unit)
    paper.draw_qr(text.link, Box(inner.x, y, inner.width, handle.y - y))
    paper.write(text.handle, handle, Type(13 * unit, 5 * unit, bold=True))
    _write_steps(paper, text, steps, unit)
    paper.write(text.footer, foot, Type(6 * unit, 3 * unit, grey=SOFT))


def _draw_lying(paper: Paper, text: SignText, place: Box) -> None:
    """One side of the tent, in landscape: words and steps on the left, the QR on the right."""
    margin, gutter, qr_width, unit = 13.0, 6.0, 84.0, 1.25
    left_width = place.width - 2 * margin - gutter - qr_width
    left = Box(place.x + margin, place.y + margin, left_width, place.height - 2 * margin)
    right = Box(left.x + left_width + gutter, left.y, qr_width, left.height)
    steps_height = 24 * unit
    steps = Box(left.x, left.bottom - steps_height, left.width, steps_height)
    head = Box(left.x, left.y, left.width, steps.y - left.y - 4 * unit)
    with paper.measured():
        spare = head.bottom - _write_head(paper, text, head, 1.4)
    _write_head(paper, text, replace(head, y=head.y + max(0, spare) / 2), 1.4)
    _write_steps(paper, text, steps, unit)
    foot = Box(right.x, right.bottom - 4, right.width, 4)
    handle = Box(right.x, foot.y - 12, right.width, 9)
    paper.draw_qr(text.link, Box(right.x, right.y, right.width, handle.y - right.y))
    paper.write(text.handle, handle, Type(17, 6, bold=True))
    paper.write(text.footer, foot, Type(7, 3, grey=SOFT))


def _write_head(paper: Paper, text: SignText, inner: Box, unit: float) -> float:
    """Whose card, what for, how many stamps; answers where it ends."""
    write = _writer(paper, inner)
    y = write(text.cafe, inner.y, 12 * unit, Type(19 * unit, 6 * unit, bold=True)) + 1.8 * unit
    paper.draw_rule(inner.middle - 9 * unit, y, 18 * unit)
    y += 2 * unit
    sizes = (1.0,) if len(text.words) == 1 else (0.84, 0.7)
    for words, scale in zip(text.words, (size * unit for size in sizes), strict=True):
        y = write(words.collect, y, 5 * scale, Type(10.5 * scale, 5 * scale, grey=SOFT))
        y = write(words.gives, y, 17 * scale, Type(23 * scale, 8 * scale, bold=True)) + 1 * unit
    stamps = Box(inner.x, y + 0.6 * unit, inner.width, 8.5 * sizes[-1] * unit)
    if text.goal is not None and paper.draw_stamps(text.goal, stamps):
        y = stamps.bottom + 0.6 * unit
    said = " · ".join(dict.fromkeys(words.how for words in text.words))
    return write(said, y, 6.5 * unit, Type(8 * unit, 4 * unit, grey=SOFT))


def _writer(paper: Paper, inner: Box) -> Callable[[str, float, float, Type], float]:
    """Writes over the whole width from `y` on, at most `height` high; answers where the text ends."""

    def write(text: str, y: float, height: float, letters: Type) -> float:
        return paper.write(text, Box(inner.x, y, inner.width, height), letters, middle="top")

    return write


def _steps_of(text: SignText) -> tuple[list[str], list[str]]:
    """What stands large and what beneath: how to do it, or the same in the other language."""
    if len(text.words) == 1:
        what, how = zip(*text.words[0].steps, strict=True)
        return list(what), list(how)
    one, other = ([what for what, _ in words.steps[:-1]] + [words.last_step] for words in text.words)
    return one, other


def _write_steps(paper: Paper, text: SignText, place: Box, unit: float) -> None:
    """Three columns: a number in a disc, what to do, and how (or the same in the other language)."""
    radius, gap = 3 * unit, 1.2 * unit
    paper.draw_rule(place.x, place.y, place.width)
    top = place.y + 2 * radius + 2.6 * unit
    half = (place.bottom - top) / 2
    said, under = _steps_of(text)
    columns, x = [], place.x
    for share in _COLUMNS:
        columns.append(Box(x + gap, top, place.width * share - 2 * gap, half))
        x += place.width * share
    bold = _alike(paper, said, columns, Type(9.5 * unit, 4 * unit, bold=True))
    soft = _alike(paper, under, columns, Type(7.8 * unit, 3.5 * unit, grey=SOFT))
    for number, box in enumerate(columns):
        paper.draw_disc(number + 1, box.middle, place.y + radius + 1.6 * unit, radius)
        paper.write(said[number], box, bold)
        paper.write(under[number], replace(box, y=top + half), soft, middle="top")


def _alike(paper: Paper, texts: list[str], columns: list[Box], letters: Type) -> Type:
    """Letters in which each text fits its column, the same for all three."""
    for text, box in zip(texts, columns, strict=True):
        letters = paper.shared([text], box, letters)
    return letters
