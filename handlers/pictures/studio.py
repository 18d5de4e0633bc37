"""Pictures and pages off the loop: drawn or read in a worker thread, cards kept for the next customer.

Not here: how they look (qr.py, card.py, print_*.py, charts.py), how they are read (reading.py). QR codes hold
secrets and are never kept.
"""

import asyncio
from collections import OrderedDict
from typing import Final, assert_never

from handlers.pictures.card import draw_card_picture
from handlers.pictures.chart_text import AnswersText, ChartText, MatrixText, ScoresText, TrendText
from handlers.pictures.print_text import PaperCardsText, PrintedFiles, SignText, StaffText, VoucherText
from handlers.pictures.qr import draw_qr
from handlers.pictures.reading import read_codes
from loyalty.signs import Product

_KEPT: Final = 64  # a goal of 6 has 7 pictures of some 30 KB
_STYLE: Final = "v1"  # raise it with the drawing: Telegram keeps what it was sent under the old key


def card_key(*, stamps: int, goal: int) -> str:
    """Under what name a card's picture is known again, here and as a file_id."""
    return f"card:{goal}:{stamps}:{_STYLE}"


class Studio:
    """Draws pictures, and reads them."""

    def __init__(self) -> None:
        self._cards: OrderedDict[str, bytes] = OrderedDict()
        self._reading = asyncio.Lock()
        self._drawing = asyncio.Lock()

    async def draw_qr(self, link: str) -> bytes:
        """A link as PNG."""
        return await asyncio.to_thread(draw_qr, link)

    async def read_codes(self, content: bytes) -> tuple[str, ...]:
        """What the QR codes in a picture say. Raises UnreadablePicture.

        One picture a time: some take 200 MB while they are unpacked.
        """
        async with self._reading:
            return await asyncio.to_thread(read_codes, content)

    async def print_sign(self, product: Product, text: SignText) -> PrintedFiles:
        """A sign as PDF and PNG."""
        return await asyncio.to_thread(_print_sign, product, text)

    async def print_staff_sheet(self, text: StaffText) -> PrintedFiles:
        """The staff sheet as PDF and PNG."""
        return await asyncio.to_thread(_print_staff_sheet, text)

    async def print_vouchers(self, text: VoucherText) -> bytes:
        """A sheet of vouchers as PDF."""
        return await asyncio.to_thread(_print_vouchers, text)

    async def print_paper_cards(self, text: PaperCardsText) -> bytes:
        """Paper cards as PDF."""
        return await asyncio.to_thread(_print_paper_cards, text)

    async def draw_chart(self, text: ChartText) -> bytes:
        """What customers answered, as PNG. One picture a time: matplotlib draws in one thread only."""
        async with self._drawing:
            return await asyncio.to_thread(_draw_chart, text)

    async def draw_card(self, *, stamps: int, goal: int) -> bytes:
        """A stamp card as JPEG."""
        key = card_key(stamps=stamps, goal=goal)
        picture = self._cards.get(key)
        if picture is None:
            picture = await asyncio.to_thread(draw_card_picture, stamps=stamps, goal=goal)
            self._cards[key] = picture
        self._cards.move_to_end(key)
        while len(self._cards) > _KEPT:
            self._cards.popitem(last=False)
        return picture


def _print_sign(product: Product, text: SignText) -> PrintedFiles:
    from handlers.pictures.print_files import print_sign  # 20 MB that most days nobody needs

    return print_sign(product, text)


def _print_vouchers(text: VoucherText) -> bytes:
    from handlers.pictures.print_files import print_vouchers

    return print_vouchers(text)


def _print_staff_sheet(text: StaffText) -> PrintedFiles:
    from handlers.pictures.print_files import print_staff_sheet

    return print_staff_sheet(text)


def _print_paper_cards(text: PaperCardsText) -> bytes:
    from handlers.pictures.print_files import print_paper_cards

    return print_paper_cards(text)


def _draw_chart(text: ChartText) -> bytes:
    from handlers.pictures import charts  # 50 MB that most days nobody needs

    match text:
        case ScoresText():
            return charts.draw_scores(text)
        case TrendText():
            return charts.draw_trend(text)
        case MatrixText():
            return charts.draw_matrix(text)
        case AnswersText():
            return charts.draw_answers(text)
        case _:
            assert_never(text)
