"""A sheet of vouchers: slips on A4 to be cut along the lines, as many pages as it takes.

Not here: the words (drawings/vouchers.py) and how ink gets on paper (print_paper.py).
"""

from typing import Final

from handlers.pictures.print_paper import SOFT, Box, Paper, Type
from handlers.pictures.print_sign import A4
from handlers.pictures.print_text import VoucherText

_MARGIN: Final = 8.5
"""Millimetres at the edge that home printers leave white."""
_COLUMNS: Final = 2
_ROWS: Final = 7
_PADDING: Final = 3.0


def draw_vouchers(text: VoucherText) -> Paper:
    """All slips in the order of their numbers."""
    width, height = A4
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    slip_width, slip_height = (width - 2 * _MARGIN) / _COLUMNS, (height - 2 * _MARGIN) / _ROWS
    for index, (link, number) in enumerate(text.slips):
        place = index % (_COLUMNS * _ROWS)
        if place == 0:
            if index:
                paper.turn_page()
            _draw_cuts(paper, slip_width, slip_height)
        row, column = divmod(place, _COLUMNS)
        x, y = _MARGIN + column * slip_width, _MARGIN + row * slip_height
        _draw_slip(paper, text, link, number, Box(x, y, slip_width, slip_height))
    return paper


def _draw_cuts(paper: Paper, slip_width: float, slip_height: float) -> None:
    for row in range(_ROWS + 1):
        paper.draw_rule(_MARGIN, _MARGIN + row * slip_height, paper.width - 2 * _MARGIN, dashed=True)
    for column in range(_COLUMNS + 1):
        x = _MARGIN + column * slip_width
        paper.draw_rule(x, _MARGIN, paper.height - 2 * _MARGIN, down=True, dashed=True)


def _draw_slip(paper: Paper, text: VoucherText, link: str, number: str, place: Box) -> None:
    """QR on the left, what it is worth beside it; number and address at the foot, for whoever can't scan."""
    side = place.height - 2 * _PADDING
    paper.draw_qr(link, Box(place.x + _PADDING, place.y + _PADDING, side, side))
    x, width = place.x + side + 1.4 * _PADDING, place.width - side - 2.4 * _PADDING
    y = place.y + _PADDING
    paper.write(text.cafe, Box(x, y, width, 5), Type(9, 5, grey=SOFT), align="left")
    worth = " · ".join(dict.fromkeys(words.worth for words in text.words))
    paper.write(worth, Box(x, y + 5, width, 9), Type(19, 8, bold=True), align="left")
    lines = [line for words in text.words for line in (words.how, words.until)]
    height = 13.0 / len(lines)
    for index, line in enumerate(lines):
        box = Box(x, y + 14.5 + index * height, width, height)
        paper.write(line, box, Type(9 if len(text.words) > 1 else 10, 4.5), align="left")
    foot = Box(x, place.bottom - _PADDING - 6, width, 6)
    paper.write(number, Box(foot.x, foot.y, width * 0.32, 6), Type(13, 6, bold=True), align="left")
    handle = Box(foot.x + width * 0.34, foot.y, width * 0.66, 6)
    paper.write(text.handle, handle, Type(9, 4.5, grey=SOFT), align="right")
