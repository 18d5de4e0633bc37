"""Paper cards of the size of a bank card, with lines to cut along: one alone, or a sheet for the drawer.

Not here: the words (drawings/paper.py) and how ink gets on paper (print_paper.py).
"""

from typing import Final

from handlers.pictures.print_paper import SOFT, Box, Paper, Type
from handlers.pictures.print_sign import A4, A6
from handlers.pictures.print_text import PaperCardsText, PaperCardText

_WIDTH: Final = 85.6
_HEIGHT: Final = 53.98
"""Of a bank card (ISO 7810), in millimetres: it fits every wallet."""
_IN_A_ROW: Final = 2
_PADDING: Final = 4.0
_QR: Final = 36.0


def draw_paper_cards(text: PaperCardsText) -> Paper:
    """One card on A6, laid across; more of them in two columns on A4."""
    count = len(text.cards)
    width, height = (A6[1], A6[0]) if count == 1 else A4
    paper = Paper(width=width, height=height, title=text.cafe, language=text.language)
    columns = min(count, _IN_A_ROW)
    rows = 1 if count == 1 else int(height // _HEIGHT)
    left, top = (width - columns * _WIDTH) / 2, (height - rows * _HEIGHT) / 2
    for place, card in enumerate(text.cards):
        row, column = divmod(place, columns)
        box = Box(left + column * _WIDTH, top + row * _HEIGHT, _WIDTH, _HEIGHT)
        _draw_card(paper, text, card, box)
        paper.draw_frame(box)
    return paper


def _draw_card(paper: Paper, text: PaperCardsText, card: PaperCardText, box: Box) -> None:
    """The QR on the left, with its number under it; whose card and what for on the right."""
    paper.draw_qr(card.link, Box(box.x + 1, box.y + 2, _QR, _QR))
    number = Box(box.x + 2, box.y + 2 + _QR, _QR - 2, 9)
    paper.write(card.number, number, Type(16, 9, bold=True))
    x, width = box.x + _QR + 2, box.width - _QR - 2 - _PADDING
    paper.write(text.cafe, Box(x, box.y + _PADDING, width, 12), Type(14, 6, bold=True), align="left")
    title = text.title if not card.name else f"{text.title} · {card.name}"
    paper.write(title, Box(x, box.y + _PADDING + 12, width, 7), Type(9, 5, grey=SOFT), align="left")
    paper.draw_rule(x, box.y + _PADDING + 20, width)
    paper.write(text.how, Box(x, box.y + _PADDING + 21.5, width, 10), Type(8.5, 5), align="left")
    move = Box(x, box.y + _PADDING + 32.5, width, 13)
    paper.write(text.move, move, Type(7.5, 4.5, grey=SOFT), align="left", middle="top")
